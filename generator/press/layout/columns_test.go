package layout

import (
	"strings"
	"testing"
)

// Two columns of 95 pt with a gap of 10 pt: the second starts at 105 pt.
func TestColumns(t *testing.T) {
	two := func(inner string) string {
		return `<section style="columns:2;column-gap:10pt;widows:1;orphans:1">` + inner + `</section>`
	}
	small := strings.Replace(page200, "200pt 300pt", "200pt 30pt", 1)
	for _, c := range []struct{ name, page, body, want string }{
		{"balanced", page200, two(lines("a", 4)), "1:0,0 a1 | 1:0,1 a2 | 1:105,0 a3 | 1:105,1 a4"},
		{"odd number", page200, two(lines("a", 5)), "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:105,0 a4 | 1:105,1 a5"},
		{"column-fill: auto fills the height", page200, `<section style="columns:2;column-gap:10pt;column-fill:auto;height:30pt">` + lines("a", 4) + `</section>`,
			"1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:105,0 a4"},
		{"over pages", small, two(lines("a", 8)), "1:0,0 a1 | 1:0,1 a2 | 1:0,2 a3 | 1:105,0 a4 | 1:105,1 a5 | 1:105,2 a6 | 2:0,0 a7 | 2:105,0 a8"},
		{"column-span", page200, two(lines("a", 2) + `<h2 style="column-span:all;font:inherit">h</h2>` + lines("b", 4)),
			"1:0,0 a1 | 1:105,0 a2 | 1:0,1 h | 1:0,2 b1 | 1:0,3 b2 | 1:105,2 b3 | 1:105,3 b4"},
		{"nested column-span", page200, two(`<article>` + lines("a", 2) + `<h2 style="column-span:all;font:inherit">h</h2>` + lines("b", 2) + `</article>`),
			"1:0,0 a1 | 1:105,0 a2 | 1:0,1 h | 1:0,2 b1 | 1:105,2 b2"},
		{"forced column break", page200, two(`<p>a</p><p style="break-before:column">b</p><p>c</p>`), "1:0,0 a | 1:105,0 b | 1:105,1 c"},
		{"forced page break inside", page200, two(`<p>a</p><p style="break-before:page">b</p><p>c</p>`), "1:0,0 a | 2:0,0 b | 2:105,0 c"},
		{"spanning heading stays with its text", small, two(lines("a", 4) + `<h2 style="column-span:all;font:inherit">h</h2>` + lines("b", 2)),
			"1:0,0 a1 | 1:0,1 a2 | 1:105,0 a3 | 1:105,1 a4 | 2:0,0 h | 2:0,1 b1 | 2:105,1 b2"},
		{"text after the columns", page200, two(lines("a", 2)) + `<p>z</p>`, "1:0,0 a1 | 1:105,0 a2 | 1:0,1 z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, c.page+c.body)
			checkLists(t, textAt(doc), c.want)
		})
	}
}

func TestLineGrid(t *testing.T) {
	// The box of 13 pt pushes the text beside it off the grid of 10 pt.
	body := `<body style="line-grid:create"><section style="columns:2;column-gap:10pt;line-snap:baseline;column-fill:auto;height:60pt"><div style="height:13pt"></div>` + lines("a", 6)
	doc, _ := set(t, page200+body)
	y := map[string]float64{}
	for _, l := range textYs(doc) {
		y[l.text] = l.y
	}
	if d := y["a1"] - y["a5"]; d != 20 {
		t.Errorf("a1 is %v pt below a5, want two lines of the grid", d)
	}
}
