package layout

import (
	"strings"
	"testing"

	"bantin/generator/press/display"
)

// tree writes the structure of a document: types, and the text of each element's
// own content in the order painted.
func tree(t *testing.T, body string) string {
	t.Helper()
	doc, _ := set(t, page200+body)
	text := map[*display.Elem]string{}
	links := map[*display.Elem]int{}
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			switch v := it.(type) {
			case *display.Text:
				text[v.Elem] += v.Text
			case *display.Link:
				links[v.Elem]++
			}
		}
	}
	var write func(e *display.Elem) string
	write = func(e *display.Elem) string {
		var parts []string
		if s := text[e]; s != "" {
			parts = append(parts, `"`+s+`"`)
		}
		for range links[e] {
			parts = append(parts, "@")
		}
		for _, k := range e.Kids {
			parts = append(parts, write(k))
		}
		return e.Type + "(" + strings.Join(parts, " ") + ")"
	}
	return strings.TrimSuffix(strings.TrimPrefix(write(doc.Root), "Document("), ")")
}

// ISO 32000-1, 14.8.4.
func TestStructure(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"items hold a label and a body", `<ol><li>a<li><p>b<p>c</ol>`,
			`L(LI(Lbl("1. ") LBody("a")) LI(Lbl("2. ") LBody(P("b") P("c"))))`},
		{"a list in a list", `<ul><li>a<ul><li>b</ul></ul>`,
			`L(LI(Lbl("• ") LBody(P("a") L(LI(Lbl("◦ ") LBody("b"))))))`},
		{"a link in an item", `<ul style="list-style:none"><li><a href="#x">a</a></ul>`,
			`L(LI(LBody(Link("a" @))))`},
		{"terms and descriptions", `<dl><dt>a<dd>b<dd>c<dt>d<dd>e</dl>`,
			`L(LI(Lbl("a") LBody("b") LBody("c")) LI(Lbl("d") LBody("e")))`},
		{"terms and descriptions in one line", `<dl><div><dt style="display:inline">a</dt> <dd style="display:inline">b</dd></div></dl>`,
			`L(LI(Lbl("a") LBody(" b")))`},
		{"terms and descriptions side by side", `<dl><div style="display:inline-block"><dt>a<dd>b</div> <div style="display:inline-block">c</div></dl>`,
			`P(" c" Span("a ") Span("b"))`},
		{"blocks in a heading are kept apart", `<h2><span style="display:block">a</span> <span style="display:block">b</span></h2>`,
			`H2(Span("a ") Span("b"))`},
		{"a line break is kept apart", `<p>a<br>b`, `P("a b")`},
		{"blocks in a link", `<p><a href="#x"><span style="display:block">a</span> <span style="display:block">b</span></a></p>`,
			`P(Link("a " @) Link("b" @))`},
		{"a heading in a link", `<section><a href="#x"><h3>a</h3></a></section>`, `Sect(H3(Link("a" @)))`},
		{"blocks in a cell", `<table><tr><td>a<div>b</div></table>`, `Table(TR(TD(P("a") P("b"))))`},
		{"a caption belongs to its table", `<table id=t><caption>a</caption><tr><th>b</table>`,
			`Table(Caption("a") TR(TH("b")))`},
	} {
		if got := tree(t, c.body); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}
