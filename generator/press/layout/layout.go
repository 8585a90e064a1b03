// Package layout turns a box tree into finished pages: CSS 2.2 block and inline
// layout, floats, tables, multi-column and paged media, tagged for reading
// order.
//
// Contract: Layout is pure. The same box tree and Input give the same document
// to the last bit: no clock, no map order, no fonts of the machine. It always
// ends: every page takes at least one piece of content, nesting and passes are
// bounded. Lengths are pt, y grows downwards.
//
// How it works. A block formatting context is laid out at its width into a
// vertical list (list.go, build.go): lines, monolithic boxes, glue for margins,
// markers that open and close the boxes around them, and break opportunities
// with the rule of CSS Break 3 that each would violate. A walk over that list
// (walk.go) fills one fragmentainer, a page or a column, and says where it
// stopped. A multi-column container (columns.go) and a table row are items that
// a walk can itself break. The placed pieces become fragments (frag.go), which
// are painted at the end, when their place on a page is known.
package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"

	"golang.org/x/net/html"
)

// Input is what layout needs besides the box tree.
type Input struct {
	// Page computes the style of one page; it must be a pure function.
	Page func(css.PageSelector) *css.PageStyle
	// Lines remembers how paragraphs broke in other versions of the document; it
	// may be nil.
	Lines *para.Memory
	// SourceAttr names the attribute that says where an element was written;
	// display.Elem.Source carries it. None when empty.
	SourceAttr string
	// Fonts are the only fonts used.
	Fonts *face.Set
	// Picture loads the picture of a replaced box: by address, or from the
	// node of an inline svg when src is "". It may be nil.
	Picture func(src string, node *html.Node) (display.Picture, error)
}

// maxPasses bounds the layouts that page references (target-counter) may ask for.
const maxPasses = 4

// maxPages ends documents that would grow without bound.
const maxPages = 5000

// Layout lays out the tree under root. The findings are in page order; an error
// means that there is no document at all.
func Layout(root *box.Box, in Input) (*display.Document, []Finding, error) {
	if root == nil {
		return nil, nil, errNoRoot
	}
	e := newEngine(root, in)
	e.startAhead()
	defer e.ahead.stop()
	var p *pass
	for n := 0; n < maxPasses; n++ {
		// A document that shows page numbers is laid out again once they are
		// known: nothing of the first layout is seen.
		p = e.settleFloats(n == 0 && len(e.depends) > 0)
		stable := e.stable(p)
		e.prev = p
		if n+1 == maxPasses && !stable {
			p.findings = append(p.findings, Finding{Page: 1, Code: UnstablePages, Message: "page references move the pages that they refer to"})
		}
		if stable && !p.dry || n+1 == maxPasses {
			break
		}
		e.forgetPageDependent()
		p.forgetItems()
	}
	p.finish()
	return p.doc, p.findings, nil
}

// forgetItems lets go of what a pass painted that is laid out again: only where
// things stood is asked for.
func (p *pass) forgetItems() {
	for _, pg := range p.doc.Pages {
		pg.Items = nil
	}
}
