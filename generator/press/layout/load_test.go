package layout

import (
	"strconv"
	"strings"
	"testing"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"

	"golang.org/x/net/html"
)

// loaded is a document ready for layout.
type loaded struct {
	root *box.Box
	in   Input
}

// testPicture is a picture of a given size; its address is "WxH" in pt.
type testPicture struct{ w, h float64 }

func (p testPicture) Size() (float64, float64) { return p.w, p.h }
func (p testPicture) Key() string              { return "test" }

var testFonts = face.NewSet()

// load styles a document and builds its boxes.
func load(t testing.TB, src string) loaded {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	sheets, _ := css.DocumentSheets(doc, "/t.html", nil)
	c := css.NewCascade(doc, sheets, css.Options{Base: "/t.html"})
	root, _ := box.Build(doc, c, box.Options{Base: "/t.html"})
	return loaded{root, Input{Page: c.Page, Fonts: testFonts, Picture: func(src string, _ *html.Node) (display.Picture, error) {
		return testPicture{300, 200}, nil
	}}}
}

// set lays a document out.
func set(t testing.TB, src string) (*display.Document, []Finding) {
	t.Helper()
	l := load(t, src)
	if l.root == nil {
		t.Fatal("no boxes")
	}
	doc, findings, err := Layout(l.root, l.in)
	if err != nil {
		t.Fatal(err)
	}
	return doc, findings
}

func testFontStyle() *css.Style { return &css.Style{FontSize: 10, LineHeight: 10} }

// f prints a length with two decimals at most.
func f(v float64) string { return strconv.FormatFloat(r2(v), 'f', -1, 64) }
