package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// floatArea is the margin box of a float, in the builder's coordinates.
type floatArea struct {
	left   bool
	x0, x1 float64
	y0, y1 float64
	late   bool // it was kept for the next page, which begins with it
}

// outOfFlow handles boxes that take no room here and reports whether n is one.
func (b *builder) outOfFlow(n *box.Box, x, cbw float64) bool {
	s := n.Style
	switch {
	case s.Position == css.Absolute:
		b.marks = append(b.marks, &absolute{e: b.e, n: n, x: x, cbw: cbw})
		b.markHere()
	case s.Position == css.Running:
		b.marks = append(b.marks, running{n})
		b.markHere()
	case s.Float == css.FloatFootnote:
		// Its call, in the text before it, takes it to the foot of the page.
	case pageFloated(s):
		b.marks = append(b.marks, &pageFloat{n})
		b.markHere()
	case columnFloated(n):
		b.marks = append(b.marks, &columnFloat{n: n})
		b.markHere()
	case s.Float == css.FloatLeft || s.Float == css.FloatRight:
		if b.root && b.e.atom(n, cbw, b.cbh).outerH() > b.e.size(b.currentName()).h {
			b.block(b.e.noteBlock(n), x, cbw) // taller than a page: nothing may be lost
			return true
		}
		b.waiting = append(b.waiting, waitingFloat{n, x, cbw})
	default:
		return false
	}
	return true
}

// markHere emits pending marks at once when no margin is pending, so that a
// static position is right; otherwise the next content carries them.
func (b *builder) markHere() {
	if len(b.opens) > 0 && b.pending() == 0 {
		b.flush()
	}
	if b.begun && len(b.opens) == 0 && b.pending() == 0 {
		for _, d := range b.marks {
			b.add(item{kind: itMark, draw: d})
		}
		b.marks = nil
	}
}

// waitingFloat is a float whose position depends on margins still collapsing:
// a float does not keep the margins around it apart (CSS 2.2, 8.3.1).
type waitingFloat struct {
	n      *box.Box
	x, cbw float64
}

// placeWaiting puts the waiting floats at the current position or below earlier
// floats (CSS 2.2, 9.5.1).
func (b *builder) placeWaiting() {
	for _, f := range b.waiting {
		b.putFloat(f.n, b.e.atom(f.n, f.cbw, b.cbh), f.x, f.cbw, b.y)
	}
	b.waiting = nil
}

// putFloat places a finished float at y or the first place below where it fits.
// One that the end of its page pushes on is kept until then.
func (b *builder) putFloat(n *box.Box, a *atom, x, cbw, y float64) {
	if d := b.e.delay[n]; d > 0 || len(b.late) > 0 {
		b.late = append(b.late, lateFloat{n, a, x, cbw, b.floatY(n.Style.Clear, a, x, cbw, y) + d})
		return
	}
	b.add(b.floatItem(n, a, x, cbw, y, b.y))
}

// floatItem reserves the room of a float at y or below; from is where its item
// will stand.
func (b *builder) floatItem(n *box.Box, a *atom, x, cbw, y, from float64) item {
	left := n.Style.Float != css.FloatRight
	y = b.floatY(n.Style.Clear, a, x, cbw, y)
	l, r := b.floatEdges(x, x+cbw, y, y+0.01)
	fx := l
	if !left {
		fx = math.Max(l, r-a.outerW())
	}
	h := math.Max(0, a.outerH())
	b.floats = append(b.floats, floatArea{left, fx, fx + a.outerW(), y, y + h, false})
	return item{kind: itFloat, part: &floatItem{a: a, x: fx, dy: y - from, h: h, left: left}}
}

// floatY is the highest position, not above y, where float a fits.
func (b *builder) floatY(clear css.Clear, a *atom, x, cbw, y float64) float64 {
	if clear != css.ClearNone {
		y = math.Max(y, b.clearY(clear))
	}
	for _, f := range b.floats {
		y = math.Max(y, f.y0) // not above an earlier float
	}
	for range b.floats {
		l, r := b.floatEdges(x, x+cbw, y, y+0.01)
		if a.outerW() <= r-l+tolerance {
			break
		}
		next := math.Inf(1)
		for _, f := range b.floats {
			if f.y1 > y && f.y0 <= y {
				next = math.Min(next, f.y1)
			}
		}
		if math.IsInf(next, 1) {
			break
		}
		y = next
	}
	return y
}

// floatEdges is the room between floats for a line from y0 to y1 in x0..x1.
func (b *builder) floatEdges(x0, x1, y0, y1 float64) (float64, float64) {
	for _, f := range b.floats {
		if f.y1 <= y0+tolerance || f.y0 >= y1-tolerance/2 {
			continue
		}
		if f.left {
			x0 = math.Max(x0, f.x1)
		} else {
			x1 = math.Min(x1, f.x0)
		}
	}
	return x0, math.Max(x0, x1)
}

// clearY is the bottom of the floats on a side, or the current position.
func (b *builder) clearY(side css.Clear) float64 {
	y := b.y
	for _, f := range b.floats {
		if side == css.ClearBoth || f.left == (side == css.ClearLeft) {
			y = math.Max(y, f.y1)
		}
	}
	return y
}

// besideFloat reports whether a float from above reaches below the current
// position.
func (b *builder) besideFloat() bool {
	y := b.y + b.pending()
	for _, f := range b.floats {
		if f.y1 > y+tolerance && (f.y0 < y-tolerance || !f.late) {
			return true
		}
	}
	return false
}

// clear moves below floats when the border edge would be above their bottom
// (CSS 2.2, 9.5.2); the clearance takes the place of the top margin.
func (b *builder) clear(side css.Clear, ed *edges) {
	if len(b.waiting)+len(b.late) > 0 {
		b.flush()
		b.placeAllLate()
	}
	bottom := b.clearY(side)
	if bottom <= b.y+math.Max(b.pos, ed.mt)+math.Min(b.neg, ed.mt) {
		return
	}
	b.flush()
	b.add(item{kind: itClear, side: side})
	b.y = math.Max(b.y, bottom)
	b.sib = true
	ed.mt = 0
}

// avoidFloats narrows or moves a formatting root that would overlap floats
// (CSS 2.2, 9.5) and returns its containing block's x and width.
func (b *builder) avoidFloats(n *box.Box, ed edges, x, cbw float64) (float64, float64) {
	if len(b.floats)+len(b.waiting) == 0 || !formattingRoot(n) {
		return x, cbw
	}
	if len(b.waiting) > 0 {
		b.flush()
	}
	y := b.y + math.Max(b.pos, ed.mt) + math.Min(b.neg, ed.mt)
	l, r := b.floatEdges(x, x+cbw, y, y+1)
	if l == x && r == x+cbw {
		return x, cbw
	}
	need := b.e.minMax(n).min + ed.horizontal() + ed.ml + ed.mr
	if w, ok := b.e.sized(n.Style.Width, n, cbw, ed.horizontal()); ok {
		need = w + ed.horizontal() + ed.ml + ed.mr
	}
	if need <= r-l+tolerance {
		return l, r - l
	}
	b.clear(css.ClearBoth, &ed)
	return x, cbw
}
