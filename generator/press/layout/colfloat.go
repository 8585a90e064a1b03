package layout

import (
	"math"
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// columnFloat marks where a float to the top or bottom of its column stands in
// the text (CSS Page Floats 3, section 2).
type columnFloat struct {
	n *box.Box
	a *atom // laid out at the width of the column, when that is known
}

func (*columnFloat) draw(*painter, float64, float64) {}

// columnFloated reports whether a box goes to the top or bottom of its column.
// Outside of columns such a box stays in the flow.
func columnFloated(b *box.Box) bool {
	if s := b.Style; s.FloatPage || s.Float != css.FloatTop && s.Float != css.FloatBottom {
		return false
	}
	for p := b.Parent; p != nil; p = p.Parent {
		switch {
		case isMulticol(p) && columnNesting(p) < maxColumnNesting:
			return true
		case p.Kind != box.BlockBox && p.Kind != box.InlineBox, p.Style.Float != css.FloatNone, p.Style.Position == css.Absolute, p.Style.ColumnSpanAll, cutsOff(p.Style):
			return false
		}
	}
	return false
}

// columnFloats are the floats of one column.
type columnFloats struct {
	tops, lows  []*columnFloat
	top, bottom float64
	bare        bool // no text stands in the column
}

// within is the room that a column's floats leave to its text.
func (c *columnFloats) within(ctx fillCtx) fillCtx {
	ctx.h -= c.top + c.bottom
	if ctx.fill > 0 {
		ctx.fill = math.Max(tolerance, ctx.fill-c.top-c.bottom)
	}
	ctx.gy += c.top
	ctx.fresh = ctx.fresh && len(c.tops)+len(c.lows) == 0
	return ctx
}

// column fills one column from cur, with as many of the floats that wait and of
// those met in its text as have room together with it, in their order. What has
// none waits for the next column (CSS Page Floats 3, 2).
func (f *filler) column(cur cursor, ctx fillCtx) (result, columnFloats) {
	s := f.walk(f.c.f, cur, ctx)
	if !f.e.hasAreas {
		return s, columnFloats{}
	}
	all := append(slices.Clip(cur.floats), f.floatsIn(cur.i, s)...)
	if len(all) == 0 {
		return s, columnFloats{}
	}
	fill := func(k int) (result, columnFloats, int) {
		floats := stackFloats(all[:k])
		s := f.walk(f.c.f, cur, floats.within(ctx))
		if !s.placed && !s.done && !s.span {
			s, floats.bare = result{end: cur}, true
			return s, floats, len(cur.floats)
		}
		return s, floats, len(cur.floats) + len(f.floatsIn(cur.i, s))
	}
	low, high := 0, len(all)+1
	if len(cur.floats) > 0 && ctx.fresh {
		low = 1 // one too tall for any column must not wait for ever
	}
	for high-low > 1 {
		mid := (low + high) / 2
		if _, floats, met := fill(mid); met >= mid && floats.top+floats.bottom <= ctx.h+tolerance {
			low = mid
		} else {
			high = mid
		}
	}
	s, floats, met := fill(low)
	if low == 0 && !s.placed && ctx.fresh {
		if s1, floats1, met1 := fill(1); met1 > 0 { // no column has more room
			low, s, floats, met = 1, s1, floats1, met1
		}
	}
	s.end.floats = all[low:met]
	if low < met { // they come before a spanning box and the end
		if s.done {
			s.end.i = len(f.c.f.items)
		}
		s.done, s.span = false, false
	}
	s.y += floats.top + floats.bottom
	s.over = s.over || floats.top+floats.bottom > ctx.h+tolerance
	s.placed = s.placed || low > 0
	return s, floats
}

// floatsIn lists the floats between item i and where a walk stopped.
func (f *filler) floatsIn(i int, s result) (list []*columnFloat) {
	end := len(f.c.f.items)
	if !s.done {
		end = min(end, s.end.i)
	}
	for ; i < end; i++ {
		it := &f.c.f.items[i]
		fl, ok := it.draw.(*columnFloat)
		if it.kind != itMark || !ok {
			continue
		}
		if fl.a == nil {
			ed := edgesOf(fl.n.Style, f.c.w)
			w := f.e.blockWidth(fl.n, &ed, f.c.w)
			fl.a = f.e.atomAt(fl.n, ed, w, -1)
		}
		list = append(list, fl)
	}
	return list
}

func stackFloats(list []*columnFloat) (c columnFloats) {
	for _, fl := range list {
		if fl.n.Style.Float == css.FloatTop {
			c.tops, c.top = append(c.tops, fl), c.top+fl.a.outerH()
		} else {
			c.lows, c.bottom = append(c.lows, fl), c.bottom+fl.a.outerH()
		}
	}
	return c
}

// frag places the floats in a column of height h.
func (c *columnFloats) frag(w, h float64) *frag {
	g := newFrag(w)
	put := func(list []*columnFloat, y float64) {
		for _, fl := range list {
			g.body = append(g.body, op{0, y, fl.a})
			y += fl.a.outerH()
		}
	}
	put(c.tops, 0)
	put(c.lows, h-c.bottom)
	return g
}
