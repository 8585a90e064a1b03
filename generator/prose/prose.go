// Package prose finds the running text in a Markdown syntax tree: what readers
// read as sentences, with the place of every byte in the source. Code, raw
// HTML, pictures and addresses are no prose. It knows goldmark's tree and
// nothing of bulletins.
package prose

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"golang.org/x/text/unicode/norm"
)

// Gap stands in a block's text for what is no prose.
const Gap = '\ufffc'

// Block is the text of one paragraph, heading, list item, table cell or
// defined term. Lines of the source are parted by "\n".
type Block struct {
	Node   ast.Node
	Text   string // NFC, with Gap for what is no prose
	pieces []piece
}

// piece is one text node of a block.
type piece struct {
	at    int // where it begins in Text
	node  *ast.Text
	link  bool
	marks []mark // nil when the source is NFC: then bytes correspond
}

// mark pairs a place in the piece's NFC text with one in its source.
type mark struct{ text, source int }

// Blocks returns the blocks of a tree in the order of the source. It joins
// text nodes of the tree that goldmark left parted, which changes nothing for a
// reader.
func Blocks(doc ast.Node, source []byte) []Block {
	var blocks []Block
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline {
			return ast.WalkContinue, nil
		}
		if first := n.FirstChild(); first != nil && first.Type() == ast.TypeInline {
			b := builder{source: source, block: Block{Node: n}}
			b.children(n, false)
			b.block.Text = b.text.String()
			blocks = append(blocks, b.block)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return blocks
}

type builder struct {
	source []byte
	text   strings.Builder
	block  Block
}

func (b *builder) children(n ast.Node, link bool) {
	joinTexts(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.piece(c, link)
		case *ast.Link:
			b.children(c, true)
		case *ast.Emphasis, *east.Strikethrough:
			b.children(c, link)
		default:
			b.text.WriteRune(Gap)
		}
	}
}

// joinTexts makes one node of neighbouring text nodes whose sources touch:
// goldmark parts a text wherever the beginning of some markup turned out to be
// none, as at the hyphen of "21-KL/TW".
func joinTexts(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		left, ok := c.(*ast.Text)
		for ok && !left.SoftLineBreak() && !left.HardLineBreak() {
			right, isText := left.NextSibling().(*ast.Text)
			if !isText || right.IsRaw() != left.IsRaw() || right.Segment.Start != left.Segment.Stop || right.Segment.Padding > 0 {
				break
			}
			left.Segment = left.Segment.WithStop(right.Segment.Stop)
			left.SetSoftLineBreak(right.SoftLineBreak())
			left.SetHardLineBreak(right.HardLineBreak())
			n.RemoveChild(n, right)
		}
	}
}

func (b *builder) piece(n *ast.Text, link bool) {
	p := piece{at: b.text.Len(), node: n, link: link}
	raw := n.Segment.Value(b.source)
	if norm.NFC.IsNormal(raw) {
		b.text.Write(raw)
	} else {
		var it norm.Iter
		it.Init(norm.NFC, raw)
		for !it.Done() {
			p.marks = append(p.marks, mark{b.text.Len() - p.at, it.Pos()})
			b.text.Write(it.Next())
		}
	}
	b.block.pieces = append(b.block.pieces, p)
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.text.WriteByte('\n')
	}
}

// at returns the piece that holds byte i of the text, or the last before it.
func (b *Block) at(i int) *piece {
	k := sort.Search(len(b.pieces), func(k int) bool { return b.pieces[k].at > i })
	if k == 0 {
		return nil
	}
	return &b.pieces[k-1]
}

// Source is the byte of the source at which byte i of the text lies; that of
// the block when the text holds none.
func (b *Block) Source(i int) int {
	p := b.at(i)
	if p == nil {
		if len(b.pieces) > 0 {
			return b.pieces[0].node.Segment.Start
		}
		return max(0, b.Node.Pos())
	}
	return min(p.node.Segment.Start+p.offset(i-p.at), p.node.Segment.Stop)
}

// offset turns a byte of the piece's text into one of its source.
func (p *piece) offset(i int) int {
	if p.marks == nil {
		return i
	}
	k := sort.Search(len(p.marks), func(k int) bool { return p.marks[k].text > i })
	return p.marks[max(0, k-1)].source
}

// Span finds the text node that holds all of Text[from:to] byte for byte, and
// the bytes of the source it comes from. ok is false when the stretch crosses
// nodes, touches a gap, or is not NFC in the source.
func (b *Block) Span(from, to int) (node *ast.Text, start, stop int, ok bool) {
	p := b.at(from)
	if p == nil || p.marks != nil {
		return nil, 0, 0, false
	}
	start, stop = p.node.Segment.Start+from-p.at, p.node.Segment.Start+to-p.at
	return p.node, start, stop, stop <= p.node.Segment.Stop
}

// InLink reports whether byte i of the text belongs to a link's text.
func (b *Block) InLink(i int) bool {
	p := b.at(i)
	return p != nil && p.link
}

// Heading is the level of the block's heading, 0 when it is none.
func (b *Block) Heading() int {
	if h, ok := b.Node.(*ast.Heading); ok {
		return h.Level
	}
	return 0
}

// Segments calls visit with the bytes of the source that are prose.
func (b *Block) Segments(visit func(start, stop int)) {
	for _, p := range b.pieces {
		visit(p.node.Segment.Start, p.node.Segment.Stop)
	}
}
