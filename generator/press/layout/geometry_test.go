package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"bantin/generator/press/display"
)

// page200 is a page of 200 x 300 pt without margins, lines 10 pt high.
const page200 = `<!doctype html><style>@page{size:200pt 300pt;margin:0}html{font:8pt/10pt "Liberation Sans"}body,p,h1,h2,ul,ol{margin:0}div,p.b,h2.b{background:#eee}</style>`

// rects lists the filled rectangles of a document as "page:x,y,w,h".
func rects(doc *display.Document) []string {
	var out []string
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if r, ok := it.(*display.Rect); ok {
				out = append(out, fmt.Sprintf("%d:%g,%g,%g,%g", p.Number, r2(r.X), r2(r.Y), r2(r.W), r2(r.H)))
			}
		}
	}
	return out
}

func r2(v float64) float64 { return math.Round(v*100) / 100 }

// textAt lists the lines of a document as "page:x,line text", where line is the
// baseline in units of 10 pt lines from the top, rounded down.
func textAt(doc *display.Document) []string {
	var out []string
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok {
				out = append(out, fmt.Sprintf("%d:%g,%g %s", p.Number, r2(t.X), math.Floor(t.Y/10), strings.TrimSpace(t.Text)))
			}
		}
	}
	return out
}

func checkLists(t *testing.T, got []string, want string) {
	t.Helper()
	if g := strings.Join(got, " | "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

// Expected numbers follow from CSS 2.2, 8.3.1 and 10.3.3, by hand.
func TestBlockGeometry(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"siblings collapse to the larger margin", `<div style="height:10pt;margin-bottom:20pt"></div><div style="height:10pt;margin-top:30pt"></div>`,
			"1:0,0,200,10 | 1:0,40,200,10"},
		{"negative margins are added", `<div style="height:10pt;margin-bottom:20pt"></div><div style="height:10pt;margin-top:-5pt"></div>`,
			"1:0,0,200,10 | 1:0,25,200,10"},
		{"two negatives take the smaller", `<div style="height:20pt;margin-bottom:-4pt"></div><div style="height:10pt;margin-top:-6pt"></div>`,
			"1:0,0,200,20 | 1:0,14,200,10"},
		{"first child collapses with its parent", `<div style="height:10pt"></div><div style="margin-top:5pt"><div style="margin-top:15pt;height:10pt"></div></div>`,
			"1:0,0,200,10 | 1:0,25,200,10 | 1:0,25,200,10"},
		{"padding keeps margins apart", `<div style="height:10pt"></div><div style="margin-top:5pt;padding-top:1pt"><div style="margin-top:15pt;height:10pt"></div></div>`,
			"1:0,0,200,10 | 1:0,15,200,26 | 1:0,31,200,10"},
		{"last child collapses with its parent", `<div><div style="margin-bottom:15pt;height:10pt"></div></div><div style="height:10pt"></div>`,
			"1:0,0,200,10 | 1:0,0,200,10 | 1:0,25,200,10"},
		{"an empty box collapses through", `<div style="height:10pt"></div><p style="margin:20pt 0 30pt"></p><div style="height:10pt"></div>`,
			"1:0,0,200,10 | 1:0,40,200,10"},
		{"overflow hidden keeps margins inside", `<div style="overflow:hidden"><div style="margin:10pt 0;height:10pt"></div></div>`,
			"1:0,0,200,30 | 1:0,10,200,10"},
		{"min-height", `<div style="min-height:40pt"><div style="height:10pt"></div></div>`, "1:0,0,200,40 | 1:0,0,200,10"},
		{"auto margins centre", `<div style="width:100pt;margin:0 auto;height:10pt"></div>`, "1:50,0,100,10"},
		{"auto left margin pushes right", `<div style="width:100pt;margin-left:auto;height:10pt"></div>`, "1:100,0,100,10"},
		{"padding and border add to width", `<div style="width:100pt;padding:5pt;border:1pt solid;height:10pt"></div>`, "1:0,0,112,22"},
		{"border-box does not", `<div style="box-sizing:border-box;width:100pt;padding:5pt;border:1pt solid;height:30pt"></div>`, "1:0,0,100,30"},
		{"percentages", `<div style="width:50%;padding:5%;height:10pt"></div>`, "1:0,0,120,30"},
		{"max-width beats width", `<div style="width:150pt;max-width:80pt;height:10pt"></div>`, "1:0,0,80,10"},
		{"min-width beats max-width", `<div style="width:150pt;max-width:80pt;min-width:90pt;height:10pt"></div>`, "1:0,0,90,10"},
		{"relative position moves paint only", `<div style="position:relative;left:5pt;top:3pt;height:10pt"></div><div style="height:10pt"></div>`,
			"1:0,10,200,10 | 1:5,3,200,10"},
		{"absolute position in the padding box", `<div style="position:relative;border:2pt solid;height:50pt"><div style="position:absolute;right:5pt;bottom:5pt;width:20pt;height:10pt"></div></div>`,
			"1:0,0,200,54 | 1:173,37,20,10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, page200+c.body)
			checkLists(t, rects(doc), c.want)
		})
	}
}

func TestFloats(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"left and right", `<div style="float:left;width:50pt;height:20pt"></div><div style="float:right;width:60pt;height:20pt"></div>`,
			"1:0,0,50,20 | 1:140,0,60,20"},
		{"a float that does not fit moves below", `<div style="float:left;width:150pt;height:20pt"></div><div style="float:left;width:60pt;height:20pt"></div>`,
			"1:0,0,150,20 | 1:0,20,60,20"},
		{"clear", `<div style="float:left;width:50pt;height:20pt"></div><div style="clear:both;height:10pt"></div>`,
			"1:0,20,200,10 | 1:0,0,50,20"},
		{"a formatting root stands beside", `<div style="float:left;width:50pt;height:20pt"></div><div style="overflow:hidden;height:10pt"></div>`,
			"1:50,0,150,10 | 1:0,0,50,20"},
		{"a root holds its floats", `<div style="display:flow-root"><div style="float:left;width:50pt;height:20pt"></div></div><div style="height:10pt"></div>`,
			"1:0,0,200,20 | 1:0,20,200,10 | 1:0,0,50,20"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, page200+c.body)
			checkLists(t, rects(doc), c.want)
		})
	}
}

// lines makes n one-line paragraphs named a1, a2, …
func lines(prefix string, n int) string {
	var sb strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&sb, "<p>%s%d</p>", prefix, i)
	}
	return sb.String()
}

// brs makes one paragraph of n lines.
func brs(prefix string, n int) string {
	var sb strings.Builder
	for i := 1; i <= n; i++ {
		if i > 1 {
			sb.WriteString("<br>")
		}
		fmt.Fprintf(&sb, "%s%d", prefix, i)
	}
	return sb.String()
}

func TestPageBreaks(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 50pt", 1)
	for _, c := range []struct{ name, body, want string }{
		{"forced", `<p>a</p><p style="break-before:page">b</p>`, "1:0,0 a | 2:0,0 b"},
		{"forced break propagates from the first child", `<p>a</p><section style="padding-top:10pt"><p style="break-before:page">b</p></section>`, "1:0,0 a | 2:0,1 b"},
		{"to a right page", `<p>a</p><p style="break-before:right">b</p>`, "1:0,0 a | 3:0,0 b"},
		{"to a left page", `<p>a</p><p style="break-before:left">b</p>`, "1:0,0 a | 2:0,0 b"},
		{"margins are truncated at an unforced break", lines("a", 5) + `<p style="margin-top:10pt">b</p>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:0,3 a4 | 1:0,4 a5 | 2:0,0 b"},
		{"and kept after a forced one", `<p>a</p><p style="break-before:page;margin-top:10pt">b</p>`, "1:0,0 a | 2:0,1 b"},
		{"break-inside: avoid", lines("a", 3) + `<section style="break-inside:avoid"><p>b</p><p>c</p><p>d</p></section>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 2:0,0 b | 2:0,1 c | 2:0,2 d"},
		{"break-after: avoid keeps a heading", lines("a", 4) + `<p style="break-after:avoid">h</p><p>b</p>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:0,3 a4 | 2:0,0 h | 2:0,1 b"},
		{"a chain of headings keeps together", lines("a", 3) + `<p style="break-after:avoid">h</p><p style="break-after:avoid">i</p><p>b</p>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 2:0,0 h | 2:0,1 i | 2:0,2 b"},
		{"widows", `<p>a</p><p style="widows:3;orphans:1">` + brs("b", 6) + `</p>`, "1:0,0 a | 1:0,1 b1 | 1:0,2 b2 | 1:0,3 b3 | 2:0,0 b4 | 2:0,1 b5 | 2:0,2 b6"},
		{"orphans", lines("a", 3) + `<p style="orphans:3;widows:1">` + brs("b", 4) + `</p>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 2:0,0 b1 | 2:0,1 b2 | 2:0,2 b3 | 2:0,3 b4"},
		{"too long to avoid", `<section style="break-inside:avoid">` + lines("a", 7) + `</section>`, "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:0,3 a4 | 1:0,4 a5 | 2:0,0 a6 | 2:0,1 a7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, small+c.body)
			checkLists(t, textAt(doc), c.want)
		})
	}
}

func TestBackgroundsAcrossPages(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 50pt", 1)
	doc, _ := set(t, small+`<div style="padding:5pt;border:1pt solid">`+lines("a", 6)+`</div>`)
	checkLists(t, rects(doc), "1:0,0,200,50 | 2:0,0,200,26")
	doc, _ = set(t, small+`<div style="padding:5pt;border:1pt solid;box-decoration-break:clone">`+lines("a", 4)+`</div>`)
	checkLists(t, rects(doc), "1:0,0,200,42 | 2:0,0,200,22")
}
