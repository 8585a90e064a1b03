package proof

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bantin/generator/fit"
	"bantin/generator/internal/testtool"
	"bantin/generator/press"
)

var runOfText = regexp.MustCompile(`<text [^>]* x="([^"]*)" y="([^"]*)">`)

// TestSheetsAreThePDF asks poppler where each word of the sample's PDF begins,
// and finds a letter of the sheet there, within a tenth of a point.
func TestSheetsAreThePDF(t *testing.T) {
	testtool.Need(t, "pdftotext")
	files, tree := built(t)
	page, _, err := New("/").Page(t.Context(), files, tree, sampleKey)
	if err != nil {
		t.Fatal(err)
	}
	made, err := fit.Fit(files, "so/"+sampleKey+"/in.html", fit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := press.Open(made.Over(files), "so/"+sampleKey+"/in.html", press.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	if err := doc.WritePDF(&pdf); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "so.pdf")
	if err := os.WriteFile(name, pdf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	words, sheets := testtool.Words(t, name), sheetLine.FindAllString(string(page), -1)
	if len(words) != len(sheets) {
		t.Fatalf("the PDF has %d pages, there are %d sheets", len(words), len(sheets))
	}
	seen, worst := 0, 0.0
	for i, sheet := range sheets {
		type line struct{ y, xs []float64 }
		var lines []line
		for _, m := range runOfText.FindAllStringSubmatch(sheet, -1) {
			lines = append(lines, line{numbers(m[2]), numbers(m[1])})
		}
		for _, w := range words[i] {
			best := math.Inf(1)
			for _, l := range lines {
				if y := l.y[0]; y <= (w.YMin+w.YMax)/2 || y >= w.YMax+1 {
					continue
				}
				for _, x := range l.xs {
					best = min(best, math.Abs(x-w.XMin))
				}
			}
			if best > 0.1 {
				t.Errorf("page %d: the nearest letter is %.2f pt from the beginning of %q at %.2f", i+1, best, w.Text, w.XMin)
			}
			seen, worst = seen+1, max(worst, best)
		}
	}
	if seen < 3000 {
		t.Errorf("only %d words", seen)
	}
	t.Logf("%d words, the farthest %.3f pt off", seen, worst)
}

func numbers(list string) (out []float64) {
	for _, s := range strings.Fields(list) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			v = math.NaN()
		}
		out = append(out, v)
	}
	return out
}
