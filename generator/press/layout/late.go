package layout

import (
	"math"

	"bantin/generator/press/box"
)

// A float that does not fit at the foot of its page waits for the next one, and
// the text goes on filling the page (CSS 2.2, 9.5.1 lets a float stand lower
// than where it is met). Lines are broken before pages are, so that the text
// has to be laid out again: the pages say how far a float is pushed, the next
// layout keeps it until then.

// maxDelays bounds the layouts that floats pushed to the next page may ask for.
const maxDelays = 8

// postpone notes that a float is pushed by room pt. What follows it moves, so
// that only the first float of a layout is settled.
func (e *engine) postpone(n *box.Box, room float64) {
	if e.postponed || e.delay[n] > 0 {
		return
	}
	e.delay[n], e.postponed = room, true
}

// settleFloats lays the document out, again while floats are pushed.
func (e *engine) settleFloats(dry bool) *pass {
	p := e.runPass(dry)
	for n := 0; n < maxDelays && e.postponed; n++ {
		e.postponed = false
		p.forgetItems()
		p = e.runPass(dry)
	}
	return p
}

// lateFloat is a float kept until the text reaches y.
type lateFloat struct {
	n         *box.Box
	a         *atom
	x, cbw, y float64
}

// placeLate places the floats kept until y or above, at the current position.
func (b *builder) placeLate(y float64) {
	for len(b.late) > 0 && b.late[0].y <= y+tolerance {
		f := b.late[0]
		b.late = b.late[1:]
		b.add(b.lateItem(f, b.y))
	}
}

// placeAllLate places all floats kept, where the text ends that could stand
// beside them. The page may end there.
func (b *builder) placeAllLate() {
	if len(b.late) > 0 {
		b.sib = b.begun
		b.flush()
		b.placeLate(math.Inf(1))
	}
}

// foresee reserves room beside the lines of a paragraph at y, lh high each, for
// the floats kept until one of the first n.
func (b *builder) foresee(y, lh float64, n int) (list []lineFloat) {
	i := 0
	for _, f := range b.late {
		i = max(i, int(math.Max(0, math.Floor((f.y-y+tolerance)/lh))))
		if i >= n {
			break
		}
		top := y + float64(i)*lh
		list = append(list, lineFloat{i, b.lateItem(f, top)})
	}
	return list
}

func (b *builder) lateItem(f lateFloat, y float64) item {
	sure := b.floats.sure
	if !b.floats.some {
		sure = y
	}
	it := b.floatItem(f.n, f.a, f.x, f.cbw, y, y)
	b.floats.sure = sure
	at := y + it.float().dy
	b.floats.late = append(b.floats.late, lateArea{at, at + it.float().h})
	return it
}
