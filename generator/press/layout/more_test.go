package layout

import (
	"strings"
	"testing"

	"bantin/generator/press/display"
)

type lineAt struct {
	page int
	x, y float64
	text string
}

// textYs lists the text runs with their exact places.
func textYs(doc *display.Document) []lineAt {
	var out []lineAt
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok {
				out = append(out, lineAt{p.Number, r2(t.X), r2(t.Y), strings.TrimSpace(t.Text)})
			}
		}
	}
	return out
}

func TestTables(t *testing.T) {
	css := `<style>table{border-spacing:0}td,th{padding:0;background:#ddd;text-align:left;font-weight:400}</style>`
	for _, c := range []struct{ name, body, want string }{
		{"fixed layout", `<table style="table-layout:fixed;width:200pt"><tr><td style="width:50pt">a<td>b<td>c</table>`,
			"1:0,0,50,10 | 1:50,0,75,10 | 1:125,0,75,10"},
		{"percentages", `<table style="width:200pt"><tr><td style="width:25%">a<td style="width:75%">b</table>`,
			"1:0,0,50,10 | 1:50,0,150,10"},
		{"colspan", `<table style="table-layout:fixed;width:200pt"><tr><td>a<td>b<tr><td colspan=2>c</table>`,
			"1:0,0,100,10 | 1:100,0,100,10 | 1:0,10,200,10"},
		{"rowspan", `<table style="table-layout:fixed;width:200pt"><tr><td rowspan=2>a<td>b<tr><td>c</table>`,
			"1:0,0,100,20 | 1:100,0,100,10 | 1:100,10,100,10"},
		{"border spacing", `<table style="table-layout:fixed;width:200pt;border-spacing:10pt"><tr><td>a<td>b</table>`,
			"1:10,10,85,10 | 1:105,10,85,10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, page200+css+c.body)
			checkLists(t, rects(doc), c.want)
		})
	}
}

func TestTableBreaks(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 40pt", 1)
	rows := `<tr><td>r1<tr><td>r2<tr><td>r3<tr><td>r4<tr><td>r5`
	doc, _ := set(t, small+`<style>table{border-spacing:0}td,th{padding:0;text-align:left}</style><table><thead><tr><th>H</thead><tfoot><tr><td>F</tfoot><tbody>`+rows+`</table>`)
	checkLists(t, textAt(doc), "1:0,0 H | 1:0,1 r1 | 1:0,2 r2 | 1:0,3 F | 2:0,0 H | 2:0,1 r3 | 2:0,2 r4 | 2:0,3 F | 3:0,0 H | 3:0,1 r5 | 3:0,2 F")
	doc, _ = set(t, small+`<style>table{border-spacing:0}td{padding:0}</style><p>a</p><table><tr><td>`+brs("b", 4)+`<tr><td>`+brs("c", 6)+`</table>`)
	checkLists(t, textAt(doc), "1:0,0 a | 2:0,0 b1 | 2:0,1 b2 | 2:0,2 b3 | 2:0,3 b4 | 3:0,0 c1 | 3:0,1 c2 | 3:0,2 c3 | 3:0,3 c4 | 4:0,0 c5 | 4:0,1 c6")
}

func TestPageContent(t *testing.T) {
	page := `<style>@page{size:200pt 60pt;margin:20pt 0 10pt;@top-left{content:string(s)}@top-right{content:counter(page) "/" counter(pages)}}
@page :first{@top-left{content:"one"}}@page :blank{@top-left{content:"blank"}}
html{font:8pt/10pt "Liberation Sans"}body,h1,p{margin:0}h1{font:inherit;string-set:s content();break-before:page}.t::after{content:target-counter(attr(href),page)}</style>`
	doc, findings := set(t, page+`<p><a class=t href="#b">x</a></p><h1>A</h1><h1 id=b style="break-before:left">B</h1>`)
	var texts []string
	for _, l := range textYs(doc) {
		texts = append(texts, l.text)
	}
	checkLists(t, texts, "x | 4 | one | 1 | / | 4 | A | A | 2 | / | 4 | blank | 3 | / | 4 | B | B | 4 | / | 4")
	_ = findings
}

// A named string may hold the counters of the page where it is set (GCPM 3, 1.1.1).
func TestStringsCountPages(t *testing.T) {
	doc, _ := set(t, `<style>@page{size:200pt 60pt;margin:20pt 0 10pt;@top-left{content:string(s)}}
html{font:8pt/10pt "Liberation Sans"}body,h1,p{margin:0}h1{font:inherit;string-set:s content() " " counter(page) "/" counter(pages);break-before:page}.r{counter-reset:page 7}</style>
<h1>A</h1><p style="break-before:page">x</p><h1 class=r>B</h1>`)
	var texts []string
	for _, l := range textYs(doc) {
		texts = append(texts, l.text)
	}
	checkLists(t, texts, "A | A 1/3 | x | A 1/3 | B | B 7/3")
}

func TestMarginBoxSharing(t *testing.T) {
	for _, c := range []struct {
		name       string
		a, b, c    minMax
		has        [3]bool
		want       [3]float64
		avail      float64
		centreAuto bool
	}{
		{name: "left and right share what is over by their content", a: minMax{10, 30}, c: minMax{10, 60}, has: [3]bool{true, false, true}, avail: 180, want: [3]float64{60, 0, 120}},
		{name: "the centre stays in the middle", a: minMax{10, 20}, b: minMax{20, 40}, c: minMax{10, 40}, has: [3]bool{true, true, true}, avail: 180, want: [3]float64{60, 60, 60}},
		{name: "left alone takes all", a: minMax{10, 30}, has: [3]bool{true, false, false}, avail: 180, want: [3]float64{180, 0, 0}},
		{name: "centre alone takes all", b: minMax{10, 30}, has: [3]bool{false, true, false}, avail: 180, want: [3]float64{0, 180, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var boxes [3]*marginBox
			for i, m := range []minMax{c.a, c.b, c.c} {
				if c.has[i] {
					boxes[i] = &marginBox{mm: m, s: testFontStyle()}
				}
			}
			if got := shareRow(boxes, c.avail); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"natural size is limited to the column", `<img src=a style="display:block;max-width:100%">`, "0,0,200,133.33"},
		{"width attribute keeps the ratio", `<img src=a width=160 style="display:block">`, "0,0,120,80"},
		{"cover", `<img src=a style="display:block;width:200pt;height:100pt;object-fit:cover">`, "0,-16.67,200,133.33"},
		{"contain", `<img src=a style="display:block;width:200pt;height:100pt;object-fit:contain">`, "25,0,150,100"},
		{"taller than the page", `<img src=a style="display:block;width:100pt;height:600pt">`, "0,0,50,300"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, page200+c.body)
			var got string
			for _, it := range doc.Pages[0].Items {
				if i, ok := it.(*display.Image); ok {
					got = strings.TrimSpace(strings.Join([]string{f(i.X), f(i.Y), f(i.W), f(i.H)}, ","))
				}
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestFlexRow(t *testing.T) {
	row := func(style string, items ...string) string {
		s := `<section style="display:flex;` + style + `">`
		for _, i := range items {
			s += `<div style="height:10pt;` + i + `"></div>`
		}
		return s + `</section>`
	}
	for _, c := range []struct{ name, body, want string }{
		{"grow", row("", "flex:1", "flex:3"), "1:0,0,50,10 | 1:50,0,150,10"},
		{"gap", row("column-gap:20pt", "flex:1", "flex:1"), "1:0,0,90,10 | 1:110,0,90,10"},
		{"space-between", row("justify-content:space-between", "width:50pt", "width:50pt"), "1:0,0,50,10 | 1:150,0,50,10"},
		{"shrink", row("", "width:150pt", "width:150pt"), "1:0,0,100,10 | 1:100,0,100,10"},
		{"basis", row("", "flex:1 1 40pt", "flex:1 1 60pt"), "1:0,0,90,10 | 1:90,0,110,10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, page200+c.body)
			checkLists(t, rects(doc), c.want)
		})
	}
}
