package layout

import (
	"strings"
	"testing"
)

func TestFootnotes(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 50pt", 1) +
		`<style>@page{@footnote{border-top:1pt solid;padding-top:4pt}}.n{float:footnote}.n::footnote-call{content:"*";font:inherit;vertical-align:baseline}.n::footnote-marker{content:"* "}</style>`
	for _, c := range []struct{ name, body, want string }{
		{"at the foot of the page", `<p>a<span class=n>n1</span></p>`, "1:0,0 a | 1:4.45,0 * | 1:0,4 * | 1:5.34,4 n1"},
		{"takes room from the text", lines("a", 2) + `<p>b<span class=n>n1</span></p>` + lines("c", 2),
			"1:0,0 a1 | 1:0,1 a2 | 1:0,2 b | 1:4.45,2 * | 1:0,4 * | 1:5.34,4 n1 | 2:0,0 c1 | 2:0,1 c2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, _ := set(t, small+c.body)
			checkLists(t, textAt(doc), c.want)
		})
	}
}

func TestPageFloats(t *testing.T) {
	small := strings.Replace(page200, "200pt 300pt", "200pt 50pt", 1)
	doc, _ := set(t, small+`<p>a</p><div style="float:top;float-reference:page;height:20pt"></div><p>b</p><div style="float:bottom;float-reference:page;height:10pt"></div><p>c</p>`)
	checkLists(t, rects(doc), "1:0,0,200,20 | 1:0,40,200,10")
	checkLists(t, textAt(doc), "1:0,2 a | 1:0,3 b | 2:0,0 c")
}
