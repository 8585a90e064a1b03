// Package box turns a styled HTML document into the box tree of CSS Display 3:
// element boxes, pseudo-elements, markers, anonymous blocks and table wrappers,
// and text whose white space is collapsed and whose case is transformed. After
// it, nothing reads the HTML any more.
package box

import (
	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// Kind is what a box is laid out as.
type Kind uint8

const (
	BlockBox    Kind = iota // block container; its children are all block level or all inline level
	InlineBox               // inline box with inline-level children
	TextBox                 // text
	AtomicBox               // inline-level block container (inline-block, inline-table, inline-flex)
	ReplacedBox             // img, svg: Source is set; inline- or block-level by Style.Display
	LineBreak               // br
	TableBox                // the table grid; its wrapper is a BlockBox holding captions and this
	RowGroup
	Row
	Cell
	FlexBox
	LeaderBox    // leader(): stretches; Text holds the pattern
	MarkerBox    // outside list marker: a child of its list item, laid out beside the first line
	FootnoteCall // the call in the text; its Note is the footnote's box, the next sibling
)

// Box is one node of the box tree. Boxes taken out of flow (Style.Float,
// Style.Position) stand in the tree where their element stands.
type Box struct {
	Kind             Kind
	Header           bool  // Cell: th
	ColSpan, RowSpan int32 // Cell; at least 1
	Line             int32 // line in the HTML source when known, 0 otherwise

	Style    *css.Style
	Parent   *Box
	Children []*Box

	Node   *html.Node // the element, nil for anonymous boxes; of a table the TableBox has it, its wrapper the ID
	Pseudo string     // "before", "after", "marker", "first-letter", "footnote-call", "footnote-marker"
	ID     string     // anchor name of the element, for links and target-counter
	Href   string     // of an a element: the link's address, for every box inside via HrefOf

	Text    string                   // TextBox and LeaderBox: NFC, white space processed
	Content []css.ContentItem        // content that only layout can resolve (page counters, strings, targets); such a TextBox has Text ""
	Attr    func(name string) string `json:"-"` // attributes of the originating element, for attr() in Content

	Columns []Column // TableBox: what col elements say, one a column, as far as given
	Note    *Box     // FootnoteCall: the footnote's box, which stands just behind the call

	named    *named
	replaced *Replaced
}

// Column is a table column.
type Column struct{ Style, Group *css.Style } // of the col, and of the colgroup around it or nil

// Replaced is what a ReplacedBox shows.
type Replaced struct {
	Source string  // address of the picture, resolved against the document; "" with Node set for inline svg
	Alt    string  // alternative text
	Width  float64 // width attribute in pt, 0 when absent
	Height float64
}

// Picture makes the box of a picture that generated content names.
func Picture(parent *Box, s *css.Style, source string) *Box {
	return &Box{Kind: ReplacedBox, Style: s, Parent: parent, replaced: &Replaced{Source: source}}
}

// Replaced is what b shows; nothing when it is no ReplacedBox.
func (b *Box) Replaced() (r Replaced) {
	if b.replaced != nil {
		r = *b.replaced
	}
	return r
}

// Named is what few boxes say to others elsewhere in the document.
type Named struct {
	Strings  []String      // string-set, resolved
	Bookmark string        // bookmark-label, resolved; "" when Style.BookmarkLevel is 0
	Counters []css.Counter // non-page counter values at this box are resolved by building; page counters are layout's
}

// named is Named with what becomes of it while the boxes are made.
type named struct {
	Named
	strings []css.StringSet // string-set with counters and attributes filled in
	label   []css.ContentItem
}

// Named is what b says to other boxes.
func (b *Box) Named() (n Named) {
	if b.named != nil {
		n = b.named.Named
	}
	return n
}

// name is what b says to other boxes, to be added to.
func (b *Box) name() *named {
	if b.named == nil {
		b.named = new(named)
	}
	return b.named
}

// String is a named string (CSS GCPM 3) that is set at a box: texts and, of the
// page that the box will be on, counters.
type String struct {
	Name  string
	Value []css.ContentItem
}

func (s String) String() (v string) {
	for _, it := range s.Value {
		if v += it.Text; it.Kind == css.ContentCounter || it.Kind == css.ContentCounters {
			v += "{" + it.Name + "}"
		}
	}
	return v
}

// HrefOf returns the address of the link that b stands in, or "".
func (b *Box) HrefOf() string {
	for ; b != nil; b = b.Parent {
		if b.Href != "" {
			return b.Href
		}
	}
	return ""
}
