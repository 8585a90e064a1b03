package paint

import (
	"math"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// tags collects which content belongs to which element and writes the structure
// tree (ISO 32000-1, 14.7).
type tags struct {
	w       *pdf.Writer
	root    *display.Elem
	nodes   map[*display.Elem]*node
	pages   []pdf.Ref
	mcids   [][]pdf.Ref // by page and MCID: the element
	annots  []pdf.Ref   // elements of annotations, numbered on from the pages
	counter int
	ids     pdf.Array
	idNames map[string]bool
}

// node is one element with its content.
type node struct {
	ref   pdf.Ref
	items []content
	first int        // order of the first content in it or below; math.MaxInt for none
	boxes [4]float64 // of a figure, when hasBox
	page  int
	box   bool
}

// content is one piece of page content or an annotation.
type content struct {
	order, page, mcid int
	annot             pdf.Ref // when set, this instead of an MCID
}

func newTags(w *pdf.Writer, root *display.Elem, pages []pdf.Ref) *tags {
	t := &tags{w: w, root: root, nodes: map[*display.Elem]*node{}, pages: pages,
		mcids: make([][]pdf.Ref, len(pages)), idNames: map[string]bool{}}
	t.add(root)
	return t
}

// add numbers the elements in reading order. An element that stands in the tree
// twice is taken once.
func (t *tags) add(e *display.Elem) {
	if t.nodes[e] != nil {
		return
	}
	t.nodes[e] = &node{ref: t.w.Alloc(), first: math.MaxInt}
	for _, k := range e.Kids {
		t.add(k)
	}
}

func (t *tags) knows(e *display.Elem) bool { return e != nil && t.nodes[e] != nil }

// content notes a new marked-content sequence of e and gives its MCID.
func (t *tags) content(e *display.Elem, page int) int {
	n, mcid := t.nodes[e], len(t.mcids[page])
	t.mcids[page] = append(t.mcids[page], n.ref)
	t.counter++
	n.items = append(n.items, content{order: t.counter, page: page, mcid: mcid})
	return mcid
}

// annotation notes that e is also the annotation, and gives its StructParent.
func (t *tags) annotation(e *display.Elem, page int, annot pdf.Ref) int {
	n := t.nodes[e]
	t.counter++
	n.items = append(n.items, content{order: t.counter, page: page, annot: annot})
	t.annots = append(t.annots, n.ref)
	return len(t.pages) + len(t.annots) - 1
}

// figure widens the bounding box of e, in PDF coordinates.
func (t *tags) figure(e *display.Elem, page int, box [4]float64) {
	n := t.nodes[e]
	switch {
	case !n.box:
		n.boxes, n.page, n.box = box, page, true
	case n.page == page:
		n.boxes = [4]float64{min(n.boxes[0], box[0]), min(n.boxes[1], box[1]), max(n.boxes[2], box[2]), max(n.boxes[3], box[3])}
	}
}
