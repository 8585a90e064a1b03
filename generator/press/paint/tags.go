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
	text    []byte // while an element is written
}

// node is one element with its content.
type node struct {
	ref    pdf.Ref
	first  int // order of the first content in it or below; math.MaxInt for none
	items  []content
	figure *figure
}

// figure is where a figure is seen, in PDF coordinates of a page.
type figure struct {
	page int
	box  [4]float64
}

// content is one piece of page content or an annotation.
type content struct {
	order, page, mcid int32
	annot             int32 // when set, this reference instead of an MCID
}

func newTags(w *pdf.Writer, root *display.Elem, pages []pdf.Ref) *tags {
	n := elements(root)
	t := &tags{w: w, root: root, nodes: make(map[*display.Elem]*node, n), pages: pages,
		mcids: make([][]pdf.Ref, len(pages)), idNames: map[string]bool{}}
	t.add(root, make([]node, 0, n))
	return t
}

// elements is how many there are in e.
func elements(e *display.Elem) int {
	n := 1
	for _, k := range e.Kids {
		n += elements(k)
	}
	return n
}

// add numbers the elements in reading order. An element that stands in the tree
// twice is taken once. The nodes are made in the room after list, and returned
// with it.
func (t *tags) add(e *display.Elem, list []node) []node {
	if t.nodes[e] != nil {
		return list
	}
	list = append(list, node{ref: t.w.Alloc(), first: math.MaxInt})
	t.nodes[e] = &list[len(list)-1]
	for _, k := range e.Kids {
		list = t.add(k, list)
	}
	return list
}

func (t *tags) knows(e *display.Elem) bool { return e != nil && t.nodes[e] != nil }

// content notes a new marked-content sequence of e and gives its MCID.
func (t *tags) content(e *display.Elem, page int) int {
	n, mcid := t.nodes[e], len(t.mcids[page])
	t.mcids[page] = append(t.mcids[page], n.ref)
	t.counter++
	n.items = append(n.items, content{order: int32(t.counter), page: int32(page), mcid: int32(mcid)})
	return mcid
}

// annotation notes that e is also the annotation, and gives its StructParent.
func (t *tags) annotation(e *display.Elem, page int, annot pdf.Ref) int {
	n := t.nodes[e]
	t.counter++
	n.items = append(n.items, content{order: int32(t.counter), page: int32(page), annot: int32(annot)})
	t.annots = append(t.annots, n.ref)
	return len(t.pages) + len(t.annots) - 1
}

// figure widens the bounding box of e, in PDF coordinates.
func (t *tags) figure(e *display.Elem, page int, box [4]float64) {
	n := t.nodes[e]
	switch {
	case n.figure == nil:
		n.figure = &figure{page, box}
	case n.figure.page == page:
		b := &n.figure.box
		*b = [4]float64{min(b[0], box[0]), min(b[1], box[1]), max(b[2], box[2]), max(b[3], box[3])}
	}
}
