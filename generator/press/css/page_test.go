package css

import (
	"fmt"
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// TestPage checks size, margins, selectors and margin boxes (CSS Page 3).
func TestPage(t *testing.T) {
	_, c, _ := styled(t, `<html lang=vi><p id=x>`, `html { color: #f00; font-size: 10pt }
		@page { size: 190mm 270mm; margin: 20mm 15mm; marks: crop cross; bleed: 3mm; @bottom-center { content: counter(page); font-size: 2em } @top-left { content: "x" } }
		@page :left { margin-left: 30mm; @bottom-center { color: #000 } }
		@page :first { margin-top: 1in; @top-left { content: none } }
		@page bia { margin: 0; size: A4 landscape }
		@page :nth(3n+2) { margin-bottom: 0 }
		@page :blank { @bottom-center { content: normal } }
		@page { @footnote { border-top: .5pt solid; margin-top: 1em } }`)
	if len(c.Warnings()) > 0 {
		t.Error(c.Warnings())
	}
	p := c.Page(PageSelector{Number: 1, First: true})
	if !near(p.Width, 190*mm) || !near(p.Height, 270*mm) || !near(p.Margin.Top.Pt, 72) || !near(p.Margin.Left.Pt, 15*mm) {
		t.Errorf("first page: %g x %g, margins %v", p.Width, p.Height, p.Margin)
	}
	if !p.CropMarks || !p.CrossMarks || !near(p.Bleed, 3*mm) {
		t.Errorf("marks %v %v, bleed %g", p.CropMarks, p.CrossMarks, p.Bleed)
	}
	if p.Boxes["top-left"] != nil || p.Boxes["bottom-center"] == nil {
		t.Errorf("margin boxes of the first page: %v", p.Boxes)
	}
	b := p.Boxes["bottom-center"]
	if b.FontSize != 20 || b.TextAlign != AlignCenter || b.VerticalAlign.Key != VAMiddle || b.Lang != "vi" || b.Color.Space != RGB {
		t.Errorf("margin box: %g pt, align %v, %v, lang %q, colour %v", b.FontSize, b.TextAlign, b.VerticalAlign, b.Lang, b.Color)
	}
	if p.Footnote == nil || p.Footnote.Border.Top.Width != 0.5 || p.Footnote.Margin.Top.Pt != 10 {
		t.Errorf("footnote area: %+v", p.Footnote)
	}
	left := c.Page(PageSelector{Number: 4, Left: true})
	if !near(left.Margin.Left.Pt, 30*mm) || left.Boxes["bottom-center"].Color != Black {
		t.Error("left page: its rules do not apply")
	}
	if m := c.Page(PageSelector{Number: 5}).Margin.Bottom.Pt; m != 0 {
		t.Errorf("page 5 of :nth(3n+2): bottom margin %g", m)
	}
	if c.Page(PageSelector{Number: 4, Blank: true}).Boxes["bottom-center"] != nil {
		t.Error("a blank page has its page number")
	}
	if n := c.Page(PageSelector{Number: 4, Name: "bia"}); !near(n.Width, 297*mm) || n.Margin.Top.Pt != 0 {
		t.Errorf("named page: width %g, margin %v", n.Width, n.Margin)
	}
}

// TestPageSize checks the values of size (CSS Page 3, 7.1).
func TestPageSize(t *testing.T) {
	for in, want := range map[string]string{"A4": "595.28x841.89", "A4 landscape": "841.89x595.28", "landscape": "841.89x595.28", "portrait": "595.28x841.89",
		"letter": "612.00x792.00", "10cm": "283.46x283.46", "landscape JIS-B5": "728.50x515.91", "4in 6in": "288.00x432.00", "auto": "595.28x841.89"} {
		_, c, _ := styled(t, `<p id=x>`, "@page{size:"+in+"}")
		p := c.Page(PageSelector{})
		if got := fmt.Sprintf("%.2fx%.2f", p.Width, p.Height); got != want || len(c.Warnings()) > 0 {
			t.Errorf("size: %s: %s %v, want %s", in, got, c.Warnings(), want)
		}
	}
	for _, bad := range []string{"A9", "-1pt 3pt", "A4 A5", "3pt landscape", "10%", "1pt 2pt 3pt", "99999in"} {
		_, w := Parse("a.css", []byte("@page{size:"+bad+"}"))
		if len(w) != 1 {
			t.Errorf("size: %s: warnings %v, want one", bad, w)
		}
	}
}

// TestFontFace checks @font-face (CSS Fonts 4, section 4).
func TestFontFace(t *testing.T) {
	s, w := Parse("f/a.css", []byte(`@font-face{font-family:"Be Viet";src:local("Be Viet Pro"),url(x/b.otf) format("opentype");font-weight:300 700;font-style:italic;font-display:swap}
		@font-face{font-family:X}`))
	want := "[{Be Viet [300 700] true [{Be Viet Pro  } { f/x/b.otf opentype}] f/a.css 1}]"
	if got := fmt.Sprint(s.faces); got != want || len(w) != 1 {
		t.Errorf("got %s, warnings %v", got, w)
	}
}

// TestPseudo checks which pseudo-elements exist (CSS Pseudo 4).
func TestPseudo(t *testing.T) {
	_, c, n := styled(t, `<p id=x class=q title=T>`, `p::before{content:"a"} p:after{content:none} .q::first-letter{font-size:3em;float:left} p::footnote-call{color:#f00} *::marker{color:#00f}`)
	if s := c.Pseudo(n, "before"); s == nil || s.Content[0].Text != "a" {
		t.Error("::before is missing")
	}
	if c.Pseudo(n, "after") != nil {
		t.Error("::after with content: none exists")
	}
	if s := c.Pseudo(n, "first-letter"); s == nil || s.FontSize != 36 || s.Display != Block {
		t.Errorf("::first-letter: %+v", s)
	}
	if s := c.Pseudo(n, "footnote-call"); s == nil || s.Color.Space != RGB || s.VerticalAlign.Key != VASuper {
		t.Error("::footnote-call: the user agent's and the author's rules do not join")
	}
	if s := c.Pseudo(n, "marker"); s == nil || s.Color.C[2] != 1 {
		t.Error("::marker is missing")
	}
}

// TestStyleAttribute checks its place in the cascade and its messages.
func TestStyleAttribute(t *testing.T) {
	s, c, _ := styled(t, `<p id=x style="color:#f00; widows: 5; frob: 1"><b style="frob: 1">`, `#x{color:#0f0 !important; widows: 3}`)
	if s.Color.C[1] != 1 || s.Widows != 5 {
		t.Errorf("colour %v, widows %d", s.Color, s.Widows)
	}
	if w := c.Warnings(); len(w) != 1 {
		t.Errorf("warnings %v, want one", w)
	}
}

// TestImport checks order, circles and failures of @import (CSS Cascade 4, 2).
func TestImport(t *testing.T) {
	files := map[string]string{"d/b.css": `@import "a.css"; p{widows:5;orphans:5}`}
	read := func(n string) ([]byte, error) {
		if s, ok := files[n]; ok {
			return []byte(s), nil
		}
		return nil, fmt.Errorf("no such file")
	}
	doc, n := docWith(t, `<p id=x>`)
	s, _ := Parse("d/a.css", []byte(`@import url("b.css") print; @import "c.css"; @import "s.css" screen; p{widows:4}`))
	c := NewCascade(doc, []*Sheet{s}, Options{Import: read})
	if st := c.Style(n); st.Widows != 4 || st.Orphans != 5 {
		t.Errorf("widows %d, orphans %d", st.Widows, st.Orphans)
	}
	if w := c.Warnings(); len(w) != 2 {
		t.Errorf("warnings %v, want the circle and the missing file", w)
	}
}

// TestFontUnits checks ex, ch and em against given metrics (CSS Values 4, 6.1).
func TestFontUnits(t *testing.T) {
	doc, n := docWith(t, `<p id=x>`)
	s, w := Parse("a.css", []byte(`p{font:20pt F;width:2ex;height:3ch;max-width:min(10em, 150pt);min-width:calc(1ex + 1ch)}`))
	c := NewCascade(doc, []*Sheet{s}, Options{Metrics: func(f []string, weight int, italic bool) (x, zero, ascent float64) {
		if f[0] != "F" || weight != 400 || italic {
			t.Errorf("asked for %v %d %v", f, weight, italic)
		}
		return 0.45, 0.6, 0.9
	}})
	st := c.Style(n)
	if !near(st.Width.Pt, 18) || !near(st.Height.Pt, 36) || !near(st.MaxWidth.Pt, 150) || !near(st.MinWidth.Pt, 21) || len(w) > 0 {
		t.Errorf("widths %v %v %v %v, warnings %v", st.Width, st.Height, st.MaxWidth, st.MinWidth, w)
	}
}
