package layout

import (
	"math"
	"sort"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// floatSet is the room that the floats of a formatting context take. No float
// stands higher than an earlier one (CSS 2.2, 9.5.1, rule 5), so that each
// changes only the last bands.
type floatSet struct {
	bands       []band  // one below the other; the last goes on for ever
	top         float64 // of the lowest float
	left, right float64 // bottoms of the lowest floats on the sides
	sure        float64 // bottom of the lowest float that was not kept for a page
	late        []lateArea
	some        bool
}

// band is what floats leave of the width from y to the next band.
type band struct{ y, left, right float64 }

type lateArea struct{ y0, y1 float64 }

// side is where a float goes.
type side bool

const (
	leftSide  side = true
	rightSide side = false
)

func sideOf(n *box.Box) side { return side(n.Style.Float != css.FloatRight) }

// meets reports whether clear moves below floats of this side.
func (s side) meets(c css.Clear) bool {
	return c == css.ClearBoth || c == css.ClearLeft && s == leftSide || c == css.ClearRight && s == rightSide
}

func (f *floatSet) any() bool { return f.some }

// clone is a copy that changes alone.
func (f floatSet) clone() floatSet {
	f.bands = append([]band(nil), f.bands...)
	f.late = append([]lateArea(nil), f.late...)
	return f
}

// bottom is that of the lowest float on a side.
func (f *floatSet) bottom(c css.Clear) float64 {
	switch {
	case !f.some:
		return math.Inf(-1)
	case c == css.ClearLeft:
		return f.left
	case c == css.ClearRight:
		return f.right
	}
	return math.Max(f.left, f.right)
}

// at is the index of the band that y is in, -1 above all.
func (f *floatSet) at(y float64) int {
	return sort.Search(len(f.bands), func(i int) bool { return f.bands[i].y > y+tolerance }) - 1
}

// edges is the room in x0..x1 from y0 to y1.
func (f *floatSet) edges(x0, x1, y0, y1 float64) (float64, float64) {
	for k := max(0, f.at(y0)); k < len(f.bands) && f.bands[k].y < y1-tolerance/2; k++ {
		x0, x1 = math.Max(x0, f.bands[k].left), math.Min(x1, f.bands[k].right)
	}
	return x0, math.Max(x0, x1)
}

// rightEdge is the right edge of the room at y, x1 where no float stands.
func (f *floatSet) rightEdge(x1, y float64) float64 {
	_, r := f.edges(math.Inf(-1), x1, y, y+0.02)
	return r
}

// next is where the room below y changes, y when it does not.
func (f *floatSet) next(y float64) float64 {
	if k := f.at(y) + 1; k < len(f.bands) {
		return f.bands[k].y
	}
	return y
}

// beside reports whether a float from above reaches below y.
func (f *floatSet) beside(y float64) bool {
	if !f.some {
		return false
	}
	for _, l := range f.late {
		if l.y1 > y+tolerance && l.y0 < y-tolerance {
			return true
		}
	}
	return f.sure > y+tolerance
}

// place is the highest position, not above y, where float a fits.
func (f *floatSet) place(n *box.Box, a *atom, x, cbw, y float64) float64 {
	if !f.some {
		return y
	}
	if c := n.Style.Clear; c != css.ClearNone {
		y = math.Max(y, f.bottom(c))
	}
	y = math.Max(y, f.top)
	for {
		next := f.next(y)
		if next <= y || f.fits(sideOf(n), a.outerW(), x, x+cbw, y) {
			return y
		}
		y = next
	}
}

// fits reports whether a float w wide can stand at y: it overlaps no other, and
// leaves its containing block only where no other stands beside it (rules 3 and 7).
func (f *floatSet) fits(s side, w, x0, x1, y float64) bool {
	left, right := f.edges(math.Inf(-1), math.Inf(1), y, y+0.02)
	if s == leftSide {
		end := math.Max(x0, left) + w
		return end <= right+tolerance && (end <= x1+tolerance || left <= x0+tolerance)
	}
	start := math.Min(x1, right) - w
	return start >= left-tolerance && (start >= x0-tolerance || right >= x1-tolerance)
}

// add reserves the room of a float at y and returns its left edge.
func (f *floatSet) add(s side, a *atom, x, cbw, y float64) (float64, bool) {
	l, r := f.edges(x, x+cbw, y, y+0.02)
	if s == rightSide {
		l = r - a.outerW()
	}
	f.reserve(s, l, l+a.outerW(), y, y+math.Max(0, a.outerH()))
	return l, bool(s)
}

// reserve takes the area of a float.
func (f *floatSet) reserve(s side, x0, x1, y0, y1 float64) {
	if !f.some {
		*f = floatSet{some: true, top: y0, left: y0, right: y0, sure: y0}
	}
	f.top, f.sure = math.Max(f.top, y0), math.Max(f.sure, y1)
	if s == leftSide {
		f.left = math.Max(f.left, y1)
	} else {
		f.right = math.Max(f.right, y1)
	}
	if y1 <= y0+tolerance || x1 <= x0+tolerance {
		return
	}
	from, to := f.cut(y0), f.cut(y1)
	for k := from; k < to; k++ {
		if s == leftSide {
			f.bands[k].left = math.Max(f.bands[k].left, x1)
		} else {
			f.bands[k].right = math.Min(f.bands[k].right, x0)
		}
	}
}

// cut makes y the beginning of a band and returns its index.
func (f *floatSet) cut(y float64) int {
	k := f.at(y)
	if k >= 0 && f.bands[k].y > y-tolerance {
		return k
	}
	b := band{y, math.Inf(-1), math.Inf(1)}
	if k >= 0 {
		b = f.bands[k]
		b.y = y
	}
	f.bands = append(f.bands, band{})
	copy(f.bands[k+2:], f.bands[k+1:])
	f.bands[k+1] = b
	return k + 1
}
