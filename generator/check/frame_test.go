package check

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"testing"

	"bantin/generator/bulletin"
)

// TestFramesAreThoseOfTheStyleSheets reads the rooms for pictures out of the
// printed page's style sheets.
func TestFramesAreThoseOfTheStyleSheets(t *testing.T) {
	page := sheet(t, "in.css")
	page += sheet(t, "in-hop.css") + sheet(t, "in-bia.css") + sheet(t, "in-bai.css")
	small := sheet(t, "in-190x270.css")
	for paper, css := range map[bulletin.Paper]string{"a4": page, "190x270": small} {
		width, _ := paper.Size()
		margins := lengths(t, css, `@page \{[^}]*?margin: [\d.]+pt ([\d.]+)pt [\d.]+pt ([\d.]+)pt`)
		measure := width/25.4*72 - margins[0] - margins[1]
		gap := lengths(t, css, `\.than \{[^}]*?column-gap: ([\d.]+)pt`)[0]
		over := lengths(t, page, `\.anh-bia \{ margin: 0 -([\d.]+)pt [\d.]+pt -([\d.]+)pt`)
		want := frames{
			column: frame{width: (measure - gap) / 2},
			lead:   frame{measure, lengths(t, css, `\.anh-dau img \{ height: var\(--cao-anh, ([\d.]+)pt`)[0]},
			cover:  frame{measure + over[0] + over[1], lengths(t, css, `\.anh-bia img \{[^}]*?height: var\(--cao-anh-bia, ([\d.]+)pt`)[0]},
		}
		got := framesOf[paper]
		for i, pair := range [][2]frame{{got.column, want.column}, {got.lead, want.lead}, {got.cover, want.cover}} {
			if math.Abs(pair[0].width-pair[1].width) > 0.01 || pair[0].height != pair[1].height {
				t.Errorf("%s, frame %d: %v, the style sheets say %v", paper, i, pair[0], pair[1])
			}
		}
	}
}

func sheet(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../layouts/_css/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// lengths are the groups of a pattern's first match, in pt.
func lengths(t *testing.T, css, pattern string) (found []float64) {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(css)
	if m == nil {
		t.Fatalf("no %s in the style sheets", pattern)
	}
	for _, s := range m[1:] {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, v)
	}
	return found
}
