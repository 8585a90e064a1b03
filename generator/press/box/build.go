package box

import (
	"strings"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// Options of Build. The zero value is usable.
type Options struct {
	Base string // address of the document; picture addresses are resolved against it
	// Text is told of the style of text as soon as it is met; nil when nobody
	// needs to know so early. Generated text is not told of.
	Text func(*css.Style)
}

// builder makes the boxes of one document.
type builder struct {
	c        *css.Cascade
	opt      Options
	counters counters
	quotes   int // depth of open quotation marks
	warnings []css.Warning
	warned   map[string]bool
	parts    map[partKey]*css.Style
	depth    int

	notesByPage bool // pages number their footnotes: layout does
}

// maxDepth bounds the nesting of boxes: deeper elements are set as if they
// were not there, their text staying.
const maxDepth = 400

// Build makes the box tree of doc (CSS Display 3, section 1.2). What the tree
// guarantees to layout:
//
//   - children of a BlockBox, AtomicBox or Cell are all block level or all
//     inline level; boxes out of flow and a MarkerBox may stand among either;
//   - a table is a BlockBox (or AtomicBox) without Node that holds captions and
//     one TableBox; a TableBox holds RowGroups only, those Rows, those Cells;
//     the header group comes first, the footer group last;
//   - children of a FlexBox are block level, anonymous ones round text;
//   - white space is collapsed and text transformed; kept line ends are
//     LineBreaks; no TextBox is empty unless it has Content;
//   - an inline box that held blocks is split round them.
//
// Build returns nil when there is nothing to set.
func Build(doc *html.Node, c *css.Cascade, opt Options) (*Box, []css.Warning) {
	b := &builder{c: c, opt: opt, counters: newCounters(), warned: map[string]bool{}, parts: map[partKey]*css.Style{}}
	b.notesByPage = c.ResetsOnPages("footnote")
	var root *Box
	for n := doc; n != nil; n = n.NextSibling {
		if boxes := b.first(n); len(boxes) > 0 {
			root = boxes[0]
			break
		}
	}
	if root == nil {
		return nil, b.warnings
	}
	root = b.fix(root)
	b.space(root)
	b.letters(root)
	transform(root)
	b.finish(root)
	return root, b.warnings
}

// first makes the boxes of the root element under n.
func (b *builder) first(n *html.Node) []*Box {
	switch n.Type {
	case html.ElementNode:
		return b.element(n)
	case html.DocumentNode:
		for e := n.FirstChild; e != nil; e = e.NextSibling {
			if e.Type == html.ElementNode {
				return b.element(e)
			}
		}
	}
	return nil
}

func (b *builder) warn(msg string) {
	if !b.warned[msg] {
		b.warned[msg] = true
		b.warnings = append(b.warnings, css.Warning{File: b.opt.Base, Message: msg})
	}
}

// unprinted are elements whose content paper cannot show; each is reported.
var unprinted = map[string]bool{"video": true, "audio": true, "iframe": true, "canvas": true, "object": true, "embed": true,
	"select": true, "textarea": true, "progress": true, "meter": true}

// element makes the boxes of an element: one, several for display: contents,
// a call and a note for a footnote, or none.
func (b *builder) element(n *html.Node) []*Box {
	st := b.c.Style(n)
	if st.Display == css.DisplayNone {
		if unprinted[n.Data] && n.Namespace == "" {
			b.warn("<" + n.Data + "> cannot be printed and is left out")
		}
		return nil
	}
	b.depth++
	defer func() { b.depth-- }()
	b.counters.enter(n, st)
	if st.Display == css.Contents || b.depth > maxDepth {
		kids := b.content(n, nil)
		if st.Display == css.Contents {
			b.bareText(n, kids)
		}
		b.counters.leave()
		return kids
	}
	x := &Box{Kind: kindOf(st.Display), Style: st, Node: n, ID: idOf(n)}
	x.Attr = func(name string) string { return attr(n, name) }
	if n.Data == "a" && n.Namespace == "" {
		x.Href = attr(n, "href")
	}
	if x.ID != "" {
		x.name().Counters = b.counters.all()
	}
	b.named(x)
	var call, number, marker *Box // made before the content counts on
	if st.Float == css.FloatFootnote {
		call, number = b.footnoteCall(n, x), b.footnoteMarker(n, x)
	}
	if st.Display == css.ListItem {
		marker = b.marker(n, x)
	}
	if !b.special(n, x) {
		x.Children = b.content(n, x)
		prepend(x, marker)
		prepend(x, number)
	}
	b.counters.leave()
	if call != nil {
		return []*Box{call, x}
	}
	return []*Box{x}
}

// bareText gives the text directly in an element without a box one that carries
// what the element hands down.
func (b *builder) bareText(n *html.Node, kids []*Box) {
	for i, k := range kids {
		if k.Kind == TextBox && strings.TrimSpace(k.Text) != "" {
			kids[i] = &Box{Kind: InlineBox, Style: b.textStyle(n), Children: []*Box{k}}
		}
	}
}

// content makes the boxes inside an element: ::before, children, ::after.
func (b *builder) content(n *html.Node, x *Box) []*Box {
	out := b.pseudo(n, "before")
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.Type {
		case html.TextNode:
			if k.Data != "" {
				st := b.textStyle(n)
				if b.opt.Text != nil && strings.TrimSpace(k.Data) != "" {
					b.opt.Text(st)
				}
				out = append(out, &Box{Kind: TextBox, Style: st, Text: composed(k.Data)})
			}
		case html.ElementNode:
			out = append(out, b.element(k)...)
		}
	}
	return append(out, b.pseudo(n, "after")...)
}

// textStyle is the style that the text directly in n is set in: its own when
// it makes an inline box, else an anonymous inline style.
func (b *builder) textStyle(n *html.Node) *css.Style {
	return b.c.Anonymous(b.c.Style(n), css.Inline)
}

func kindOf(d css.Display) Kind {
	switch d {
	case css.Inline:
		return InlineBox
	case css.InlineBlock, css.InlineFlex, css.InlineTable:
		return AtomicBox
	case css.Flex:
		return FlexBox
	case css.Table:
		return TableBox
	case css.TableRowGroup, css.TableHeaderGroup, css.TableFooterGroup:
		return RowGroup
	case css.TableRow:
		return Row
	case css.TableCell:
		return Cell
	}
	return BlockBox
}

// idOf returns the anchor name: id, or name of an a element.
func idOf(n *html.Node) string {
	if id := attr(n, "id"); id != "" || n.Data != "a" {
		return id
	}
	return attr(n, "name")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return true
		}
	}
	return false
}

// nodeText joins the text under n, white space collapsed.
func nodeText(n *html.Node) string {
	var s strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			s.WriteString(k.Data)
		}
	}
	return strings.Join(strings.Fields(s.String()), " ")
}
