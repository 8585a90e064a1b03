package css

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// FuzzParse feeds style sheets to the parser and the cascade: no panic, no
// endless loop, bounded warnings, whatever comes.
func FuzzParse(f *testing.F) {
	for _, c := range computed {
		f.Add("p{" + c.decl + "}")
	}
	for _, s := range []string{"@page :nth(2n+1){size:A4;@top-left{content:counter(page)}}", "@media (400px<width<=900px) and (color){p{--a:var(--b)}}",
		":root{--a:var(--b)var(--b);--b:var(--c)var(--c);--c:}p{width:var(--a,1px)}", ":is(a,:where(b)):not(c)::before{}", "@font-face{src:url(", "p{width:calc((((1px",
		"@supports (a:b){", "a{b:\\", "@import 'x", "p{font:calc(1*1*1px)/1 a}", "<!-- p{} -->", "p{{{{[[[((("} {
		f.Add(s)
	}
	doc, err := html.Parse(strings.NewReader(`<body class="a b"><div id=p><p style="--x:1">x<a href=y>z</a></p></div>`))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src string) {
		s, w := Parse("a.css", []byte(src))
		if len(w) > maxWarnings {
			t.Fatalf("%d warnings", len(w))
		}
		c := NewCascade(doc, []*Sheet{s}, Options{})
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				c.Style(n)
				c.Pseudo(n, "before")
			}
		}
		c.Page(PageSelector{First: true, Number: 1})
		c.Warnings()
	})
}
