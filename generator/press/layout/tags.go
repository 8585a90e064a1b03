package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// tags is the structure tree (ISO 32000-1, 14.8.4), made from the box tree in
// document order, which is the reading order.
type tags struct {
	root  *display.Elem
	of    map[*box.Box]*display.Elem // of boxes that have an element of their own
	nodes map[*html.Node]*display.Elem
	memo  map[*box.Box]*display.Elem
}

func newTags(root *box.Box) *tags {
	t := &tags{root: &display.Elem{Type: "Document"}, of: map[*box.Box]*display.Elem{}, nodes: map[*html.Node]*display.Elem{}, memo: map[*box.Box]*display.Elem{}}
	t.visit(root, t.root, 0)
	return t
}

// elem is the element that content of b belongs to.
func (t *tags) elem(b *box.Box) *display.Elem {
	if e, ok := t.memo[b]; ok {
		return e
	}
	e := t.root
	for p := b; p != nil; p = p.Parent {
		if v, ok := t.of[p]; ok {
			e = v
			break
		}
	}
	t.memo[b] = e
	return e
}

// link is the Link element around b, or nil.
func (t *tags) link(b *box.Box) *display.Elem {
	for e := t.elem(b); e != nil; e = e.Parent {
		if e.Type == "Link" {
			return e
		}
	}
	return nil
}

// grouping elements may not hold text themselves.
var grouping = map[string]bool{"Document": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true, "L": true, "LI": true, "Table": true, "TR": true, "Caption": false}

func (t *tags) visit(b *box.Box, parent *display.Elem, depth int) {
	if depth > maxNesting {
		return
	}
	e := t.enter(b, parent)
	if grouping[e.Type] && b.Kind != box.InlineBox && hasInline(b) && hasText(b) {
		e = t.paragraph(b, e)
	}
	for _, c := range b.Children {
		t.visit(c, e, depth+1)
	}
}

// paragraph holds text that stands directly in a grouping element.
func (t *tags) paragraph(b *box.Box, parent *display.Elem) *display.Elem {
	typ := "P"
	switch parent.Type {
	case "LI":
		typ = "LBody"
	case "TR":
		typ = "TD"
	}
	e := parent.Add(typ)
	t.of[b] = e
	return e
}

func hasText(b *box.Box) bool {
	for _, c := range b.Children {
		if c.Kind != box.TextBox && c.Kind != box.ReplacedBox || c.Text != "" || len(c.Content) > 0 {
			return true
		}
	}
	return false
}

// enter gives a box its element when its HTML element has one.
func (t *tags) enter(b *box.Box, parent *display.Elem) *display.Elem {
	switch {
	case b.Kind == box.MarkerBox || b.Pseudo == "marker":
		if li := ancestor(parent, "LI"); li != nil {
			e := li.Add("Lbl")
			t.of[b] = e
			return e
		}
		return parent
	case b.Kind == box.FootnoteCall || b.Node == nil || b.Pseudo != "":
		return parent
	}
	if e, ok := t.nodes[b.Node]; ok {
		t.of[b] = e
		return e
	}
	typ := elementType(b)
	if typ == "Figure" && b.Kind == box.ReplacedBox && parent.Type == "Figure" {
		if parent.Alt == "" {
			parent.Alt = b.Alt
		}
		t.nodes[b.Node] = parent
		return parent
	}
	if typ == "" {
		return parent
	}
	if grouping[parent.Type] && typ == "Link" {
		parent = parent.Add("P")
	}
	e := parent.Add(typ)
	t.fill(e, b)
	t.nodes[b.Node], t.of[b] = e, e
	return e
}

func (t *tags) fill(e *display.Elem, b *box.Box) {
	e.ID = b.ID
	switch e.Type {
	case "TH", "TD":
		e.ColSpan, e.RowSpan = b.ColSpan, b.RowSpan
	case "Figure":
		e.Alt = b.Alt
	}
	if e.Type == "TH" {
		e.Scope = "Column"
		for _, a := range b.Node.Attr {
			if a.Key == "scope" && strings.HasPrefix(a.Val, "row") {
				e.Scope = "Row"
			}
		}
	}
	for _, a := range b.Node.Attr {
		if a.Key == "lang" && e.Type != "Document" {
			e.Lang = a.Val
		}
	}
}

func ancestor(e *display.Elem, typ string) *display.Elem {
	for ; e != nil; e = e.Parent {
		if e.Type == typ {
			return e
		}
	}
	return nil
}

// elementType maps HTML elements to structure types; "" adds no element.
func elementType(b *box.Box) string {
	if b.Style.Float == css.FloatFootnote {
		return "Note"
	}
	switch name := b.Node.Data; name {
	case "article":
		return "Art"
	case "section", "nav", "main", "header", "footer", "aside", "address":
		return "Sect"
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return strings.ToUpper(name)
	case "p", "pre", "dt", "dd":
		return "P"
	case "ul", "ol":
		return "L"
	case "li":
		return "LI"
	case "blockquote":
		return "BlockQuote"
	case "table":
		return "Table"
	case "tr":
		return "TR"
	case "th":
		return "TH"
	case "td":
		return "TD"
	case "caption", "figcaption":
		return "Caption"
	case "img", "svg":
		if b.Alt == "" {
			return ""
		}
		return "Figure"
	case "figure":
		if hasPicture(b, 0) {
			return "Figure"
		}
		return "Sect"
	case "a":
		if b.Href != "" {
			return "Link"
		}
	case "div":
		if b.Kind == box.BlockBox && b.ID != "" {
			return "Div"
		}
	}
	return ""
}

func hasPicture(b *box.Box, depth int) bool {
	if b.Kind == box.ReplacedBox {
		return true
	}
	if depth < 8 {
		for _, c := range b.Children {
			if hasPicture(c, depth+1) {
				return true
			}
		}
	}
	return false
}
