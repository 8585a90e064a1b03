package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// outOfFlow handles boxes that take no room here and reports whether n is one.
func (b *builder) outOfFlow(n *box.Box, x, cbw float64) bool {
	s := n.Style
	switch {
	case s.Position == css.Absolute:
		b.wait(waiting{mark: &absolute{e: b.e, n: n, x: x}, static: staticY(s)})
	case s.Position == css.Running:
		b.wait(waiting{mark: running{n}})
	case s.Float == css.FloatFootnote:
		// Its call, in the text before it, takes it to the foot of the page.
	case pageFloated(s):
		b.wait(waiting{mark: &pageFloat{n}})
	case columnFloated(n):
		b.wait(waiting{mark: &columnFloat{n: n}})
	case s.Float == css.FloatLeft || s.Float == css.FloatRight:
		if b.root && b.e.atom(n, cbw, b.cbh).outerH() > b.e.size(b.currentName()).h {
			b.block(b.e.noteBlock(n), x, cbw) // taller than a page: nothing may be lost
			return true
		}
		b.wait(waiting{float: n, x: x, cbw: cbw})
	default:
		return false
	}
	return true
}

// waiting is something without height of its own whose place depends on margins
// that still collapse: a float, a mark, or a box with such things in it.
type waiting struct {
	mark   drawer
	static bool // its place counts
	float  *box.Box
	x, cbw float64 // of the float
	box    *openBox
}

// staticY reports whether an absolutely placed box stands as high as in the flow.
func staticY(s *css.Style) bool {
	return s.Inset.Top.Kind == css.Auto && s.Inset.Bottom.Kind == css.Auto
}

// wait places v here. In a box whose top is not settled it waits for that.
func (b *builder) wait(v waiting) {
	switch k := len(b.opens); {
	case k > 0:
		b.opens[k-1].waiting = append(b.opens[k-1].waiting, v)
	case v.mark == nil || v.static || b.pending() == 0 && b.begun:
		if v.mark == nil || v.static {
			b.settle()
		}
		b.placeWaiting(v)
	default:
		if _, ok := v.mark.(*absolute); ok && b.begun {
			b.placeWaiting(v)
			return
		}
		b.marks = append(b.marks, v.mark)
	}
}

func (b *builder) placeWaiting(v waiting) {
	switch {
	case v.mark != nil:
		b.add(item{kind: itMark, draw: v.mark})
	case v.box != nil:
		b.openBox(v.box)
		b.closing(v.box)
	default:
		b.putFloat(v.float, b.e.atom(v.float, v.cbw, b.cbh), v.x, v.cbw, b.y)
	}
}

// waits reports whether a float on a side waits for its place.
func (b *builder) waits(side css.Clear) bool {
	for _, o := range b.opens {
		if o.waits(side, 0) {
			return true
		}
	}
	return false
}

func (o *openBox) waits(side css.Clear, depth int) bool {
	for _, v := range o.waiting {
		if v.float != nil && sideOf(v.float).meets(side) || v.box != nil && depth < maxNesting && v.box.waits(side, depth+1) {
			return true
		}
	}
	return false
}

// putFloat places a finished float at y or the first place below where it fits.
// One that the end of its page pushes on is kept until then.
func (b *builder) putFloat(n *box.Box, a *atom, x, cbw, y float64) {
	if d := b.e.delay[n]; d > 0 || len(b.late) > 0 {
		b.late = append(b.late, lateFloat{n, a, x, cbw, b.floats.place(n, a, x, cbw, y) + d})
		return
	}
	b.add(b.floatItem(n, a, x, cbw, y, b.y))
}

// putFloatAt is putFloat for a float that stands in a line, whose item b.placed
// is: from is the top of that line.
func (b *builder) putFloatAt(n *box.Box, a *atom, x, cbw, y, from float64) {
	if d := b.e.delay[n]; d > 0 || len(b.late) > 0 {
		b.late = append(b.late, lateFloat{n, a, x, cbw, b.floats.place(n, a, x, cbw, y) + d})
		return
	}
	b.placed = b.floatItem(n, a, x, cbw, y, from)
}

// floatItem reserves the room of a float at y or below; from is where its item
// will stand.
func (b *builder) floatItem(n *box.Box, a *atom, x, cbw, y, from float64) item {
	y = b.floats.place(n, a, x, cbw, y)
	fx, left := b.floats.add(sideOf(n), a, x, cbw, y)
	return item{kind: itFloat, part: &floatItem{a: a, x: fx, dy: y - from, h: math.Max(0, a.outerH()), left: left}}
}

// clear moves below floats when the border edge would be above their bottom
// (CSS 2.2, 9.5.2). The edge then stands at that bottom: the margins above it,
// which may collapse with others below, are taken off again.
func (b *builder) clear(n *box.Box, side css.Clear, ed edges, cbw float64) {
	pos, neg, _ := b.e.leading(n, ed, cbw, 0)
	waited := b.waits(side) // such a float would go down with the box
	if waited || len(b.late) > 0 {
		b.flush()
		b.placeAllLate()
	}
	bottom := b.floats.bottom(side)
	if bottom <= b.y || !waited && bottom <= b.y+math.Max(b.pos, pos)+math.Min(b.neg, neg)-b.done {
		return
	}
	b.flush()
	if b.y <= bottom {
		b.add(item{kind: itClear, side: side})
		b.y = bottom
	} else {
		b.add(item{kind: itGlue, h: bottom - b.y})
	}
	if m := pos + neg; m != 0 {
		b.add(item{kind: itGlue, h: -m})
	}
	b.sib, b.cleared = true, true
}

// leading are the largest and the smallest of the margins that collapse above the
// top edge of n; through reports whether nothing in n keeps them from its bottom.
func (e *engine) leading(n *box.Box, ed edges, cbw float64, depth int) (pos, neg float64, through bool) {
	pos, neg = math.Max(0, ed.mt), math.Min(0, ed.mt)
	if ed.top() > 0 || formattingRoot(n) || depth > maxNesting || hasInline(n) {
		return pos, neg, false
	}
	w := e.blockWidth(n, &ed, cbw)
	for _, c := range n.Children {
		if outOfFlow(c) || c.Kind == box.MarkerBox {
			continue
		}
		if c.Style.Clear != css.ClearNone {
			return pos, neg, false
		}
		p, m, on := e.leading(c, e.edgesOf(c, w), w, depth+1)
		if pos, neg = math.Max(pos, p), math.Min(neg, m); !on {
			return pos, neg, false
		}
	}
	s := n.Style
	if ed.bottom() > 0 || s.Height.Kind == css.Length && s.Height.Pt > 0 || s.MinHeight.Kind == css.Length && s.MinHeight.Pt > 0 {
		return pos, neg, false
	}
	if depth == 0 {
		return pos, neg, true
	}
	return math.Max(pos, ed.mb), math.Min(neg, ed.mb), true
}

// besideFloats finds the place of a formatting root, whose border box may not
// overlap floats (CSS 2.2, 9.5): its left margin edge and the width of what
// stands for its containing block. It goes below floats that leave no room.
func (b *builder) besideFloats(n *box.Box, ed *edges, x, cbw float64) (float64, float64) {
	if !formattingRoot(n) || !b.floats.any() && !b.waits(css.ClearBoth) {
		return x, cbw
	}
	y := b.y + math.Max(b.pos, ed.mt) + math.Min(b.neg, ed.mt) - b.done
	if b.waits(css.ClearBoth) {
		if b.waitingWidth()+b.rootWidth(n, *ed, cbw) <= cbw+tolerance {
			b.addMargin(ed.mt, true)
			ed.mt = 0
		}
		b.flush()
		y = b.y + ed.mt
	}
	if y >= b.floats.bottom(css.ClearBoth) {
		return x, cbw
	}
	need := b.rootWidth(n, *ed, cbw)
	_, own := b.e.ownWidth(n, cbw, ed.horizontal())
	at := y
	room := func(h float64) (left, right float64) {
		l, r := b.floats.edges(math.Min(x, x+ed.ml), math.Max(x+cbw, x+cbw-ed.mr), at, at+h)
		return math.Max(l, x+ed.ml), math.Min(r, x+cbw-ed.mr)
	}
	for {
		left, right := room(1)
		fits := need <= right-left+tolerance
		if own && !fits { // the margin at the other side gives way
			right = math.Max(right, b.floats.rightEdge(x+cbw, at))
			fits = need <= right-left+tolerance
		}
		if l, r := room(huge); fits && need <= right-left+tolerance && (l > left+tolerance || r < right-tolerance) {
			left, right = room(b.rootHeight(n, *ed, left, right, cbw))
		}
		next := b.floats.next(at)
		if fits && need <= right-left+tolerance || next <= at {
			if at > y {
				b.moveDown(at, ed)
			}
			if left == x+ed.ml && right == x+cbw-ed.mr {
				return x, cbw
			}
			return left - ed.ml, right - left + ed.ml + ed.mr
		}
		at = next
	}
}

// waitingWidth is that of the floats that wait for their place, side by side.
func (b *builder) waitingWidth() (w float64) {
	for _, o := range b.opens {
		w += b.widthIn(o, 0)
	}
	return w
}

func (b *builder) widthIn(o *openBox, depth int) (w float64) {
	for _, v := range o.waiting {
		switch {
		case v.float != nil:
			w += b.e.atom(v.float, v.cbw, b.cbh).outerW()
		case v.box != nil && depth < maxNesting:
			w += b.widthIn(v.box, depth+1)
		}
	}
	return w
}

// rootWidth is the border box width that a formatting root needs at least.
func (b *builder) rootWidth(n *box.Box, ed edges, cbw float64) float64 {
	extra := ed.horizontal()
	if n.Kind == box.ReplacedBox {
		w, _ := b.e.replacedSize(n, cbw, b.cbh)
		return w + extra
	}
	w, ok := b.e.ownWidth(n, cbw, extra)
	if !ok {
		w = b.e.minMax(n).min
	}
	return b.e.clampWidth(n, w, cbw, extra) + extra
}

// rootHeight is the border box height of a formatting root between left and right.
func (b *builder) rootHeight(n *box.Box, ed edges, left, right, cbw float64) float64 {
	if n.Kind == box.ReplacedBox {
		_, h := b.e.replacedSize(n, cbw, b.cbh)
		return math.Max(1, h+ed.vertical())
	}
	w := right - left
	if own, ok := b.e.ownWidth(n, cbw, ed.horizontal()); ok {
		w = b.e.clampWidth(n, own, cbw, ed.horizontal()) + ed.horizontal()
	}
	return math.Max(1, b.e.atomFor(n, w, cbw, b.cbh).h)
}

// moveDown puts the border edge of the next box at y: clearance.
func (b *builder) moveDown(y float64, ed *edges) {
	b.flush()
	if y >= b.floats.bottom(css.ClearBoth) {
		b.add(item{kind: itClear, side: css.ClearBoth})
		b.y = y
	} else {
		b.add(item{kind: itGlue, h: y - b.y})
	}
	b.sib, ed.mt = true, 0
}
