package citation

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"bantin/generator/content"
	"bantin/generator/prose"
	"bantin/generator/viet/vanban"
)

// Linker links citations to the pages of the register.
type Linker struct {
	register *Register
	pages    map[string]*content.Page // by file, as content.Page.File names it
}

// NewLinker prepares the links of a tree's edition.
func NewLinker(tree *content.Tree) *Linker {
	l := &Linker{register: NewRegister(tree), pages: map[string]*content.Page{}}
	for _, p := range tree.Pages {
		if p.Out == "" {
			l.pages[p.File()] = p
		}
	}
	return l
}

// Rewrite makes a link of every number in the tree whose document is known and
// in the edition. Headings stay as they are, for they are links' targets and
// the table of contents; so do links, code and a document's own page. Texts of
// no file are parts of templates and stay too. It may run concurrently.
func (l *Linker) Rewrite(doc ast.Node, source []byte, file string) {
	page := l.pages[file]
	if page == nil {
		return
	}
	for _, b := range prose.Blocks(doc, source) {
		if b.Heading() > 0 {
			continue
		}
		numbers := vanban.Find(b.Text)
		for i := len(numbers) - 1; i >= 0; i-- { // from the end: nodes are split
			l.link(&b, numbers[i], page)
		}
	}
}

func (l *Linker) link(b *prose.Block, n vanban.Number, page *content.Page) {
	target, match := l.register.Lookup(n, page)
	if match != Found || target.Out != "" || target == page || b.InLink(n.Start) {
		return
	}
	node, start, stop, ok := b.Span(n.Start, n.End)
	if !ok || stop > node.Segment.Stop {
		return
	}
	wrap(node, start, stop, target.Address())
}

// wrap puts the bytes of the source from start to stop, a part of node, into a
// link. What stands before stays in node, so that the block's earlier places
// hold.
func wrap(node *ast.Text, start, stop int, address string) {
	parent := node.Parent()
	link := ast.NewLink()
	link.Destination = []byte(address)
	link.SetPos(start)
	link.AppendChild(link, ast.NewTextSegment(text.NewSegment(start, stop)))
	rest := ast.NewTextSegment(text.NewSegment(stop, node.Segment.Stop))
	rest.SetSoftLineBreak(node.SoftLineBreak())
	rest.SetHardLineBreak(node.HardLineBreak())
	parent.InsertAfter(parent, node, link)
	parent.InsertAfter(parent, link, rest)
	node.Segment = node.Segment.WithStop(start)
	node.SetSoftLineBreak(false)
	node.SetHardLineBreak(false)
}
