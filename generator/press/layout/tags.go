package layout

import (
	"slices"
	"strings"

	"bantin/generator/press/box"
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
	apart map[*box.Box]bool // blocks in inline elements whose text goes on in the next block
}

func newTags(root *box.Box) *tags {
	t := &tags{root: &display.Elem{Type: "Document"}, of: map[*box.Box]*display.Elem{}, nodes: map[*html.Node]*display.Elem{}, memo: map[*box.Box]*display.Elem{}, apart: map[*box.Box]bool{}}
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
var grouping = map[string]bool{"Document": true, "Art": true, "Sect": true, "Div": true, "BlockQuote": true, "L": true, "LI": true, "Table": true, "TR": true}

// inlineOnly elements hold text and other inline elements, no blocks.
var inlineOnly = map[string]bool{"P": true, "H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true, "Link": true, "Span": true, "Lbl": true}

func (t *tags) visit(b *box.Box, parent *display.Elem, depth int) {
	if depth > maxNesting {
		return
	}
	e := t.enter(b, parent)
	text := b.Kind != box.InlineBox && hasInline(b) && hasText(b)
	switch {
	case text && grouping[e.Type]:
		e = t.linked(b, t.paragraph(b, e))
	case text && e == parent && b.Kind == box.BlockBox && b.Parent != nil:
		e = t.block(b, e)
	case e.Type == "LI" && e != parent && b.Node.Data == "li":
		e = e.Add("LBody") // ISO 32000-1, table 336: an LI holds labels and bodies
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

// block holds the text of a block that has no element of its own, inside of one
// that may hold text. A line break in a heading is no word space: the text is
// kept apart from what follows.
func (t *tags) block(b *box.Box, parent *display.Elem) *display.Elem {
	typ := "P"
	if inlineOnly[parent.Type] {
		typ = "Span"
		t.separate(b)
	}
	e := parent.Add(typ)
	t.of[b] = e
	return e
}

func (t *tags) separate(b *box.Box) {
	if b.Parent != nil {
		kids := b.Parent.Children
		t.apart[b] = kids[len(kids)-1] != b
	}
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
		return t.label(b, parent)
	case b.Node == nil && tableOf(b) != nil && tableOf(b).Node != nil:
		e := t.enter(tableOf(b), parent) // the wrapper: the caption belongs to the table
		e.ID = b.ID
		return e
	case b.Kind == box.FootnoteCall || b.Node == nil || b.Pseudo != "":
		return parent
	}
	if e, ok := t.nodes[b.Node]; ok {
		t.of[b] = e
		return e
	}
	typ := elementType(b)
	if typ == "LI" && parent.Type != "L" {
		typ = ""
	}
	switch {
	case typ == "Figure" && b.Kind == box.ReplacedBox && parent.Type == "Figure":
		if parent.Alt == "" {
			parent.Alt = b.Replaced().Alt
		}
		t.nodes[b.Node] = parent
		return parent
	case typ == "Lbl", typ == "LBody":
		return t.term(b, parent, typ)
	case typ == "" || b.Kind == box.InlineBox && !inlineOnly[typ] && typ != "Figure" && typ != "Note":
		return t.linked(b, parent)
	case inlineOnly[typ] && typ != "Link" && b.Kind == box.InlineBox:
		return parent
	}
	if grouping[parent.Type] && typ == "Link" {
		parent = t.paragraph(b, parent)
	}
	e := parent.Add(typ)
	t.fill(e, b)
	t.nodes[b.Node], t.of[b] = e, e
	if l := t.linked(b, e); l != e {
		t.of[b] = l
	}
	return e
}

// linked is the Link element of a block that an a element around it was split
// for (CSS 2.2, 9.2.1.1), or parent.
func (t *tags) linked(b *box.Box, parent *display.Elem) *display.Elem {
	if b.Kind != box.BlockBox || b.Href == "" || grouping[parent.Type] || ancestor(parent, "Link") != nil {
		return parent
	}
	e := parent.Add("Link")
	t.of[b] = e
	t.separate(b)
	return e
}

// label is the Lbl of a list item's marker.
func (t *tags) label(b *box.Box, parent *display.Elem) *display.Elem {
	li := ancestor(parent, "LI")
	if li == nil {
		return parent
	}
	e := li.Add("Lbl")
	labelsFirst(li)
	t.of[b] = e
	return e
}

// term is the element of a description list's dt or dd: Lbl and LBody of an
// item, which begins with its first dt.
func (t *tags) term(b *box.Box, parent *display.Elem, typ string) *display.Elem {
	li := ancestor(parent, "LI")
	if parent.Type == "L" {
		li = nil
		if k := len(parent.Kids); k > 0 {
			li = parent.Kids[k-1]
		}
		if li == nil || typ == "Lbl" && hasKid(li, "LBody") {
			li = parent.Add("LI")
		}
	}
	if li == nil {
		return parent
	}
	if typ == "LBody" && parent.Type == "LBody" {
		return parent // beside its dt in one line
	}
	e := li.Add(typ)
	labelsFirst(li)
	t.fill(e, b)
	t.nodes[b.Node], t.of[b] = e, e
	return e
}

func hasKid(e *display.Elem, typ string) bool {
	return slices.ContainsFunc(e.Kids, func(k *display.Elem) bool { return k.Type == typ })
}

// labelsFirst keeps the labels of an item before its bodies.
func labelsFirst(li *display.Elem) {
	slices.SortStableFunc(li.Kids, func(a, b *display.Elem) int {
		switch {
		case a.Type == b.Type:
			return 0
		case a.Type == "Lbl":
			return -1
		case b.Type == "Lbl":
			return 1
		}
		return 0
	})
}

func (t *tags) fill(e *display.Elem, b *box.Box) {
	e.ID = b.ID
	switch e.Type {
	case "TH", "TD":
		e.ColSpan, e.RowSpan = int(b.ColSpan), int(b.RowSpan)
	case "Figure":
		e.Alt = b.Replaced().Alt
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
