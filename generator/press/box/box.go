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
	Kind     Kind
	Style    *css.Style
	Parent   *Box
	Children []*Box

	Node   *html.Node // the element, nil for anonymous boxes; of a table the TableBox has it, its wrapper the ID
	Pseudo string     // "before", "after", "marker", "first-letter", "footnote-call", "footnote-marker"
	ID     string     // anchor name of the element, for links and target-counter
	Href   string     // of an a element: the link's address, for every box inside via HrefOf
	Alt    string     // alternative text of a replaced box

	Text    string                   // TextBox and LeaderBox: NFC, white space processed
	Content []css.ContentItem        // content that only layout can resolve (page counters, strings, targets); such a TextBox has Text ""
	Attr    func(name string) string `json:"-"` // attributes of the originating element, for attr() in Content

	Source string  // ReplacedBox: address of the picture, resolved against the document; "" with Node set for inline svg
	Width  float64 // ReplacedBox: width attribute in pt, 0 when absent
	Height float64

	ColSpan, RowSpan int           // Cell; at least 1
	Columns          []*css.Style  // TableBox: styles of col elements, one a column, as far as given
	Note             *Box          // FootnoteCall: the footnote's box, which stands just behind the call
	Strings          []String      // string-set, resolved
	Bookmark         string        // bookmark-label, resolved; "" when Style.BookmarkLevel is 0
	Header           bool          // Cell: th
	Counters         []css.Counter // non-page counter values at this box are resolved by building; page counters are layout's
	Line             int           // line in the HTML source when known, 0 otherwise

	strings []css.StringSet // string-set with counters and attributes filled in
	label   []css.ContentItem
}

// String is a named string (CSS GCPM 3) that is set at a box.
type String struct{ Name, Value string }

// HrefOf returns the address of the link that b stands in, or "".
func (b *Box) HrefOf() string {
	for ; b != nil; b = b.Parent {
		if b.Href != "" {
			return b.Href
		}
	}
	return ""
}
