package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// builder lays a block formatting context out into a vertical list. y is an
// estimate of the position without page breaks: floats need it.
type builder struct {
	e     *engine
	items []item
	width float64
	y     float64
	cbh   float64 // height of the containing block, negative when indefinite

	floats floatSet
	late   []lateFloat // kept until the next page
	placed item        // the float put last into a line
	beside []lineFloat // beside the lines of the paragraph being placed
	stack  []*openBox  // boxes around the current position, also pending ones
	avoid  int         // opened boxes with break-inside: avoid
	avoidP int         // the same, for pages only

	// Pending until the next content: margins that may still collapse, boxes
	// not opened yet, the break opportunity in front of them.
	pos, neg       float64 // largest positive, smallest negative margin
	topPos, topNeg float64 // those of boxes that open after the break
	done, topDone  float64 // the part of them that stands in the list already
	guesses        int     // columns before, the height of which is guessed
	cleared        bool    // some of them belong to a box with clearance
	opens          []*openBox
	sib            bool // a sibling precedes: there is a break opportunity
	brk            brk
	marks          []drawer
	markers        []markerLine // of list items without a line yet

	root     bool   // named pages apply
	name     string // named page of the content placed last
	start    css.Break
	begun    bool
	first    string
	spans    bool     // column-span: all applies
	wide     float64  // width of the multi-column container, for spanning boxes
	spanning *builder // of the spanning box placed last
	columns  int      // multi-column containers around
	depth    int
	seal     *box.Box // laid out as a formatting root whatever its kind
	sealH    float64  // its content height, negative when it is not given
}

// brk collects break-before and -after values that meet at one opportunity.
type brk struct {
	force      css.Break // BreakAuto when none
	avoid      bool
	avoidPage  bool
	avoidCol   bool
	name       string
	nameChange bool
}

// add merges one value (CSS Break 3, section 4.1: forced breaks win).
func (k *brk) add(v css.Break) {
	switch v {
	case css.BreakAvoid:
		k.avoid = true
	case css.BreakAvoidPage:
		k.avoidPage = true
	case css.BreakAvoidColumn:
		k.avoidCol = true
	case css.BreakPage, css.BreakLeft, css.BreakRight, css.BreakRecto, css.BreakVerso:
		if k.force == css.BreakAuto || k.force == css.BreakColumn || k.force == css.BreakPage {
			k.force = v
		}
	case css.BreakColumn:
		if k.force == css.BreakAuto {
			k.force = v
		}
	}
}

// flowOf lays out a block container's inside as a formatting context of its own.
func (e *engine) newBuilder(width, cbh float64) *builder {
	return &builder{e: e, width: width, cbh: cbh}
}

// add appends an item and moves on.
func (b *builder) add(it item) {
	b.items = append(b.items, it)
	switch it.kind {
	case itBox, itGlue, itSpace, itBack, itFit, itOpen, itClose:
		b.y += it.h
	}
}

// addMargin adds a margin that adjoins the current position.
func (b *builder) addMargin(m float64, top bool) {
	b.pos, b.neg = math.Max(b.pos, m), math.Min(b.neg, m)
	if top {
		b.topPos, b.topNeg = math.Max(b.topPos, m), math.Min(b.topNeg, m)
	} else {
		b.topPos, b.topNeg, b.topDone = 0, 0, 0
	}
}

// pending is the collapsed margin before the next content (CSS 2.2, 8.3.1).
func (b *builder) pending() float64 { return b.pos + b.neg - b.done }

// flush emits what is pending: break opportunity, margin, opening boxes.
func (b *builder) flush() {
	b.settle()
	b.endMargins()
	for _, d := range b.marks {
		b.add(item{kind: itMark, draw: d})
	}
	b.marks = nil
	b.placeLate(b.y)
	opens := b.opens
	b.opens = nil
	for _, o := range opens {
		b.openBox(o)
	}
	b.opens = opens[:0]
}

// settle puts the margins collapsed so far into the list. Others may still
// collapse with them.
func (b *builder) settle() {
	b.emitBreak()
	if m := b.pending(); m != 0 {
		top := b.topPos + b.topNeg
		b.add(item{kind: itGlue, h: m, after: top - b.topDone})
		b.done, b.topDone = b.pos+b.neg, top
	}
	b.begun = true
}

// endMargins forgets the margins that stand in the list or lie in a box.
func (b *builder) endMargins() {
	b.pos, b.neg, b.topPos, b.topNeg, b.done, b.topDone = 0, 0, 0, 0, 0, 0
	b.cleared = false
}

// openBox opens a box here and places what waited for its place.
func (b *builder) openBox(o *openBox) {
	b.add(item{kind: itOpen, h: o.top, part: o})
	o.y = b.y
	if o.avoid {
		b.avoid++
	}
	if o.avoidPage {
		b.avoidP++
	}
	waiting := o.waiting
	o.waiting = nil
	for _, v := range waiting {
		b.placeWaiting(v)
	}
}

// closing ends a box here.
func (b *builder) closing(o *openBox) {
	b.add(item{kind: itClose, h: o.bottom, part: o})
	if o.avoid {
		b.avoid--
	}
	if o.avoidPage {
		b.avoidP--
	}
	if (o.avoid || o.avoidPage) && b.avoid+b.avoidP == 0 && b.y-o.y > b.e.size(b.currentName()).h {
		b.divide(o)
		o.avoid, o.avoidPage = false, false
	}
}

func (b *builder) emitBreak() {
	k := b.brk
	b.brk = brk{}
	if !b.begun {
		b.start, b.first = k.force, b.name
		if k.nameChange {
			b.first, b.name = k.name, k.name
		}
		return
	}
	if k.nameChange && k.name != b.name {
		k.add(css.BreakPage)
		b.name = k.name
	}
	if !b.sib && k.force == css.BreakAuto {
		return
	}
	b.sib = false
	it := item{kind: itBreak, force: k.force}
	it.setPageName(b.name)
	if k.avoid || k.avoidCol {
		it.level = breakAvoid
	}
	if k.avoid || k.avoidPage {
		it.pages = breakAvoid
	}
	if b.floats.beside(b.y) {
		it.level, it.pages = breakAvoid, breakAvoid
	}
	b.addIn(it)
}

// addIn adds an item that may be broken, or a place between two, to the boxes
// open here, which may avoid that.
func (b *builder) addIn(it item) {
	it.own, it.ownPages = it.level, it.pages
	if b.avoid > 0 {
		it.level = max(it.level, breakAvoid)
	}
	if b.avoid+b.avoidP > 0 {
		it.pages = max(it.pages, breakAvoid)
	}
	b.add(it)
}

// divide lets a box be broken that no page can hold: it avoids in vain what must
// be, and would push it to places that are worse.
func (b *builder) divide(o *openBox) {
	k := len(b.items) - 1
	for k > 0 && (b.items[k].kind != itOpen || b.items[k].open() != o) {
		k--
	}
	avoid, avoidP := 0, 0 // boxes within o
	for ; k < len(b.items); k++ {
		it := &b.items[k]
		switch in, _ := it.part.(*openBox); {
		case it.kind == itOpen && in != o:
			avoid, avoidP = avoid+count(in.avoid), avoidP+count(in.avoidPage)
		case it.kind == itClose && in != o:
			avoid, avoidP = avoid-count(in.avoid), avoidP-count(in.avoidPage)
		}
		if avoid == 0 {
			it.level = it.own
		}
		if avoid+avoidP == 0 {
			it.pages = it.ownPages
		}
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// finish ends the list and returns it.
func (b *builder) finish() *flow {
	if len(b.opens) > 0 || len(b.marks) > 0 {
		b.flush()
	}
	b.placeAllLate()
	if m := b.pending(); m != 0 && b.begun {
		b.add(item{kind: itGlue, h: m})
	}
	b.add(item{kind: itClear, side: css.ClearBoth})
	return &flow{items: b.items, width: b.width, start: b.start, name: b.first}
}

// propagated returns break-before (or -after) of n with that of its first (last)
// in-flow child, which CSS Break 3, section 4.1.1, propagates to n.
func propagated(k *brk, n *box.Box, after bool) {
	for depth := 0; n != nil && depth < maxNesting; depth++ {
		if after {
			k.add(n.Style.BreakAfter)
		} else {
			k.add(n.Style.BreakBefore)
			if n.Style.Page != "" {
				k.name, k.nameChange = n.Style.Page, true
			}
		}
		if n.Kind != box.BlockBox {
			return
		}
		n = edgeChild(n, after)
	}
}

// edgeChild is the first or last in-flow block-level child.
func edgeChild(n *box.Box, last bool) *box.Box {
	for i := range n.Children {
		c := n.Children[i]
		if last {
			c = n.Children[len(n.Children)-1-i]
		}
		if outOfFlow(c) || c.Kind == box.MarkerBox {
			continue
		}
		if !blockLevel(c) {
			return nil
		}
		return c
	}
	return nil
}

// outOfFlow reports whether a box takes no part in its parent's flow.
func outOfFlow(b *box.Box) bool {
	if b.Kind == box.TextBox || b.Kind == box.LineBreak {
		return false
	}
	s := b.Style
	switch s.Float {
	case css.FloatLeft, css.FloatRight, css.FloatFootnote:
		return true
	}
	return pageFloated(s) || columnFloated(b) || s.Position == css.Absolute || s.Position == css.Running
}

// blockLevel reports whether a box stands on its own among blocks.
func blockLevel(b *box.Box) bool {
	switch b.Kind {
	case box.BlockBox, box.TableBox, box.RowGroup, box.Row, box.Cell, box.FlexBox:
		return true
	case box.ReplacedBox:
		return b.Style.Display == css.Block || b.Style.Display == css.ListItem || b.Style.Display == css.FlowRoot || b.Style.Display == css.Flex
	}
	return false
}
