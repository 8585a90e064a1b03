package screen_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/internal/testtool"
	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/press/screen"
	"bantin/generator/press/sfnt"
)

const sample = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title><style>
@page { size: 300pt 240pt; margin: 24pt; @bottom-center { content: counter(page) } }
body { margin: 0; font: 9pt/12pt "STIX Two Text", serif; columns: 2; column-gap: 12pt; text-align: justify }
h1 { column-span: all; font: bold 18pt/24pt "Liberation Sans"; margin: 0 0 12pt; letter-spacing: .5pt }
p { margin: 0; text-indent: 1em; orphans: 2; widows: 2 }
.dau::first-letter { font-size: 20pt }
.so { font-variant-numeric: oldstyle-nums; font-feature-settings: "smcp" }
hr { border: 0; border-top: 1pt dotted #a00 } .khung { border: 2pt double #036; border-radius: 4pt; background: device-cmyk(0 .2 .6 0) }
</style><body><h1>Đảng bộ Sở: “đọc trước, bàn sau” &amp; &lt;hỏi&gt;</h1>%s<p><a href="#cuoi">Xem cuối</a>, <a href="https://example.org/?a=1&amp;b=2">trang ngoài</a><hr><p class="khung" id="cuoi">Office AVAToV fi ffl 12°C — hết.`

// layout sets the sample: two columns, several pages, kerning, ligatures, small
// capitals, old style figures, added letter spacing.
func layout(t testing.TB) (*press.Document, *display.Document) {
	t.Helper()
	text := ""
	for i := range 24 {
		text += fmt.Sprintf(`<p class="dau" data-from="bai.md:%d">Chi bộ trường <em class="so">số %d</em> họp ngày 15 tháng 7, nghe đồng chí Đặng Thị Đường đọc nghị quyết; ai cũng hỏi, cũng ghi vào sổ tay công việc phải làm.`, i+7, i)
	}
	fsys := fstest.MapFS{"t.html": {Data: fmt.Appendf(nil, sample, text)}}
	doc, err := press.Open(fsys, "t.html", press.Options{SourceAttr: "data-from"})
	if err != nil {
		t.Fatal(err)
	}
	pages, findings, err := doc.Layout()
	if err != nil || len(pages.Pages) < 3 {
		t.Fatal(len(pages.Pages), findings, err)
	}
	return doc, pages
}

// letter is a character at its place.
type letter struct {
	x, y float64
	char rune
}

// letters reads the text elements of an SVG.
func letters(t testing.TB, svg string) (list []letter) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	var xs, ys []string
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			xs, ys = nil, nil
			for _, a := range e.Attr {
				if e.Name.Local == "text" && a.Name.Local == "x" {
					xs = strings.Fields(a.Value)
				}
				if e.Name.Local == "text" && a.Name.Local == "y" {
					ys = strings.Fields(a.Value)
				}
			}
		case xml.CharData:
			for i, r := range []rune(string(e)) {
				if xs == nil {
					break
				}
				list = append(list, letter{number(t, xs[i]), number(t, ys[min(i, len(ys)-1)]), r})
			}
		}
	}
}

func number(t testing.TB, s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestLettersStandWhereTheDisplayListHasThem compares every glyph's place and,
// through the characters of the browser's fonts, that it is the same glyph.
func TestLettersStandWhereTheDisplayListHasThem(t *testing.T) {
	_, doc := layout(t)
	svgs := screen.New(screen.Options{}).Document(doc)
	if len(svgs) != len(doc.Pages) {
		t.Fatalf("%d sheets of %d pages", len(svgs), len(doc.Pages))
	}
	own, other := 0, 0
	for i, page := range doc.Pages {
		got := letters(t, svgs[i])
		for _, it := range page.Items {
			text, ok := it.(*display.Text)
			if !ok {
				continue
			}
			x := text.X
			for k := range text.Glyphs {
				g, off := &text.Glyphs[k], text.Offset(k)
				if len(got) == 0 {
					t.Fatalf("page %d: %q is not in the SVG", i+1, text.Text)
				}
				l := got[0]
				got = got[1:]
				if math.Abs(l.x-x-float64(off.X)) > 0.0051 || math.Abs(l.y-text.Y+float64(off.Y)) > 0.0051 {
					t.Fatalf("page %d: %q stands at %g, %g, want %g, %g", i+1, l.char, l.x, l.y, x, text.Y)
				}
				if id, _ := text.Face.Glyph(l.char); l.char == sfnt.GlyphRune(g.ID) {
					other++
				} else if id != g.ID {
					t.Fatalf("page %d: %q shows glyph %d, want %d", i+1, l.char, id, g.ID)
				} else {
					own++
				}
				x += float64(g.Adv)
			}
		}
		if len(got) > 0 {
			t.Errorf("page %d: %d letters too many", i+1, len(got))
		}
	}
	if own < 20*other || other == 0 {
		t.Errorf("%d letters are themselves, %d are not", own, other)
	}
}

// written writes the document as a PDF and returns its name.
func written(t *testing.T, doc *press.Document) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "t.pdf")
	var pdf bytes.Buffer
	if err := doc.WritePDF(&pdf); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, pdf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestLettersStandWhereThePDFHasThem asks poppler where each word of the PDF
// begins and finds its first letter there on the sheet.
func TestLettersStandWhereThePDFHasThem(t *testing.T) {
	doc, pages := layout(t)
	name := written(t, doc)
	words := testtool.Words(t, name)
	if len(words) != len(pages.Pages) {
		t.Fatalf("poppler sees %d pages of %d", len(words), len(pages.Pages))
	}
	seen := 0
	for i, svg := range screen.New(screen.Options{}).Document(pages) {
		list := letters(t, svg)
		for _, w := range words[i] {
			if !near(list, w.XMin, w.YMin, w.YMax) {
				t.Errorf("page %d: no letter begins %q at %g, %g–%g", i+1, w.Text, w.XMin, w.YMin, w.YMax)
			}
			seen++
		}
	}
	if seen < 300 {
		t.Errorf("only %d words", seen)
	}
}

// near finds a letter within 0.1 pt of x whose baseline lies in the lower half
// of y0 to y1.
func near(list []letter, x, y0, y1 float64) bool {
	for _, l := range list {
		if math.Abs(l.x-x) <= 0.1 && l.y > (y0+y1)/2 && l.y < y1 {
			return true
		}
	}
	return false
}

// TestGroupsCarryTheirSource wants every paragraph in a group that says where
// it was written, links that lead to sheets, and nothing that runs.
func TestGroupsCarryTheirSource(t *testing.T) {
	_, doc := layout(t)
	p := screen.New(screen.Options{SourceAttr: "data-from", Sheet: func(i int) string { return fmt.Sprintf("#to-%d", i+1) }})
	all := strings.Join(p.Document(doc), "")
	for i := range 24 {
		if !strings.Contains(all, fmt.Sprintf(`<g data-from="bai.md:%d"><rect class="zone"`, i+7)) {
			t.Errorf("no group of line %d", i+7)
		}
	}
	for _, want := range []string{fmt.Sprintf(`<a href="#to-%d">`, doc.Anchors["cuoi"].Page+1), `<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener">`, `fill="#ffcc66"`} {
		if !strings.Contains(all, want) {
			t.Errorf("%s is missing", want)
		}
	}
	if strings.Join(p.Document(doc), "") != all {
		t.Error("painted again, the sheets differ")
	}
	for _, family := range p.Families() {
		data, err := p.Font(family)
		if err != nil || len(data) == 0 || !strings.Contains(p.Stylesheet(func(f string) string { return "/chu/" + f }), "/chu/"+family) {
			t.Errorf("font %s: %d bytes, %v", family, len(data), err)
		}
	}
	if len(p.Families()) < 3 {
		t.Errorf("fonts %v", p.Families())
	}
}

// BenchmarkScreen paints the pages as SVG and writes them as PDF in one run.
func BenchmarkScreen(b *testing.B) {
	doc, pages := layout(b)
	b.Run("svg", func(b *testing.B) {
		p := screen.New(screen.Options{})
		size := 0
		for b.Loop() {
			size = len(strings.Join(p.Document(pages), ""))
		}
		b.ReportMetric(float64(size)/float64(len(pages.Pages)), "B/page")
	})
	b.Run("pdf", func(b *testing.B) {
		for b.Loop() {
			if err := doc.WritePDF(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestSourcesCanBeTranslated lets the caller say where text was written.
func TestSourcesCanBeTranslated(t *testing.T) {
	_, doc := layout(t)
	p := screen.New(screen.Options{SourceAttr: "data-from", Source: func(s string) string { return "thư mục/" + s }})
	if all := strings.Join(p.Document(doc), ""); !strings.Contains(all, `data-from="thư mục/bai.md:7"`) || strings.Contains(all, `data-from="bai`) {
		t.Error("the sources are not the caller's")
	}
}
