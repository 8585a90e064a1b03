package layout

import (
	"math"
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// flexItem is one item of a single-line flex row.
type flexItem struct {
	n          *box.Box
	s          *css.Style
	ed         edges
	base, size float64 // outer widths: flex base size and used
	min, max   float64 // outer
	frozen     bool
	a          *atom
}

// flex lays out a single-line flex row (CSS Flexbox 1, section 9) as one
// unbreakable piece.
func (b *builder) flex(n *box.Box, x, w float64) {
	s := n.Style
	if s.FlexColumn {
		b.flexColumn(n, x, w)
		return
	}
	items := b.e.flexItems(n, w)
	gap := s.ColumnGap.Or(w, 0)
	b.e.resolveFlex(items, w-gap*float64(max(0, len(items)-1)))
	f := newFrag(w)
	for i := range items {
		it := &items[i]
		it.a = b.e.atomFor(it.n, it.size-it.ed.ml-it.ed.mr, w, b.cbh)
	}
	f.h = b.crossSize(n, items, w)
	if b.tallest(items) > b.e.size(b.currentName()).h {
		b.flexBlocks(n, x, w) // taller than a page: nothing may be lost
		return
	}
	b.flexAside(n, x, w, f.h)
	b.e.placeFlex(f, items, s, w, gap, b.cbh)
	b.flush()
	b.add(item{kind: itBox, x: x, h: f.h, asc: math.Max(f.first, 0), draw: f})
}

func (b *builder) tallest(items []flexItem) (h float64) {
	for i := range items {
		h = math.Max(h, items[i].a.outerH())
	}
	return h
}

// crossSize is the height of a row: its own when it is given, else that of its
// highest item, also of those on a common baseline (9.4).
func (b *builder) crossSize(n *box.Box, items []flexItem, w float64) float64 {
	if b.cbh >= 0 {
		return b.cbh
	}
	h, above, below := 0.0, 0.0, 0.0
	for i := range items {
		it := &items[i]
		h = math.Max(h, it.a.outerH())
		if alignOf(it.s, n.Style) == css.AlignItemBaseline {
			above, below = math.Max(above, it.baseline()), math.Max(below, it.a.outerH()-it.baseline())
		}
	}
	return b.e.clampHeight(n, math.Max(h, above+below), -1, b.e.edgesOf(n, w))
}

// baseline is that of an item from its margin edge, or the bottom of one that has none.
func (it *flexItem) baseline() float64 {
	if it.a.frag.first < 0 {
		return it.a.mt + it.a.h
	}
	return it.a.mt + it.a.frag.first
}

// flexAside marks the children that are no items: absolutely placed ones stand as
// if each were the only item of the content box (4.1).
func (b *builder) flexAside(n *box.Box, x, w, h float64) {
	for _, c := range n.Children {
		switch {
		case c.Style.Position == css.Absolute && !c.Style.Fixed:
			a := &absolute{e: b.e, n: c, x: x, w: w, h: h}
			along, across := justifyShare(n.Style.JustifyContent), alignShare(alignOf(c.Style, n.Style))
			if a.right, a.down = along, across; n.Style.FlexColumn {
				a.right, a.down = across, along
			}
			b.wait(waiting{mark: a, static: staticY(c.Style)})
		case outOfFlow(c):
			b.outOfFlow(c, x, w)
		}
	}
}

// justifyShare is the part of the free room before an only item.
func justifyShare(j css.Justify) float64 {
	start, _ := justify(j, 1, 1)
	return start
}

func alignShare(a css.Align) float64 {
	switch a {
	case css.AlignItemCenter:
		return 0.5
	case css.AlignItemEnd:
		return 1
	}
	return 0
}

// flexChildren are the children of a flex container in the order that they are
// set in (5.4).
func flexChildren(n *box.Box) []*box.Box {
	for _, c := range n.Children {
		if c.Style.Order != 0 {
			list := slices.Clone(n.Children)
			slices.SortStableFunc(list, func(a, b *box.Box) int { return a.Style.Order - b.Style.Order })
			return list
		}
	}
	return n.Children
}

// flexItems computes the flex base sizes.
func (e *engine) flexItems(n *box.Box, w float64) []flexItem {
	var items []flexItem
	for _, c := range flexChildren(n) {
		if outOfFlow(c) {
			continue
		}
		s := c.Style
		it := flexItem{n: c, s: s, ed: edgesOf(s, w)}
		extra := it.ed.horizontal()
		m := e.minMax(c)
		basis := s.FlexBasis
		if basis.Kind == css.Auto {
			basis = s.Width
		}
		content, ok := e.sized(basis, c, w, extra)
		if !ok && s.FlexBasis.Kind == css.Auto {
			content, ok = e.ownWidth(c, w, extra)
		}
		if !ok {
			content = m.max
		}
		low := m.min
		if c.Kind == box.ReplacedBox || s.Overflow == css.OverflowHidden {
			low = 0
			if c.Kind == box.ReplacedBox && !ok {
				content, _ = e.replacedSize(c, w, -1)
			}
		}
		if v, ok := e.ownWidth(c, w, extra); ok && c.Kind != box.ReplacedBox {
			low = math.Min(low, v)
		}
		outer := extra + it.ed.ml + it.ed.mr
		it.base = e.clampWidth(c, content, w, extra) + outer
		it.min = e.clampWidth(c, low, w, extra) + outer
		it.max = e.clampWidth(c, huge, w, extra) + outer
		it.size = it.base
		items = append(items, it)
	}
	return items
}

// resolveFlex grows or shrinks the items to fill avail (section 9.7): those
// that reach their least or greatest width are frozen, the others share again.
func (e *engine) resolveFlex(items []flexItem, avail float64) {
	for range items {
		sum, grow, shrink, violation := 0.0, 0.0, 0.0, 0.0
		for i := range items {
			it := &items[i]
			if it.frozen {
				sum += it.size
				continue
			}
			sum += it.base
			grow += it.s.FlexGrow
			shrink += it.s.FlexShrink * it.base
		}
		free := avail - sum
		for i := range items {
			it := &items[i]
			switch {
			case it.frozen:
			case free > 0 && grow > 0:
				it.size = it.base + free*it.s.FlexGrow/math.Max(grow, 1)
			case free < 0 && shrink > 0:
				it.size = it.base + free*it.s.FlexShrink*it.base/shrink
			default:
				it.size = it.base
			}
			if !it.frozen {
				violation += it.clamped() - it.size
			}
		}
		if !freeze(items, violation) {
			return
		}
	}
}

func (it *flexItem) clamped() float64 { return math.Max(it.min, math.Min(it.size, it.max)) }

// freeze fixes the items that break their limits the way that most room is
// lost or won; it reports whether the others must share again.
func freeze(items []flexItem, violation float64) (again bool) {
	for i := range items {
		it := &items[i]
		c := it.clamped()
		if it.frozen || c == it.size || violation > tolerance && c < it.size || violation < -tolerance && c > it.size {
			continue
		}
		it.size, it.frozen, again = c, true, true
	}
	return again
}

// placeFlex positions the items along the row and across it (9.5, 9.6).
func (e *engine) placeFlex(f *frag, items []flexItem, s *css.Style, w, gap, cbh float64) {
	used, autos := gap*float64(max(0, len(items)-1)), 0
	base := 0.0
	for _, it := range items {
		used += it.size
		autos += autoMargins(it.s)
		if alignOf(it.s, s) == css.AlignItemBaseline {
			base = math.Max(base, it.baseline())
		}
	}
	free := w - used
	x, between := justify(s.JustifyContent, free, len(items))
	if autos > 0 && free > 0 {
		x, between = 0, 0
	}
	for i := range items {
		it := &items[i]
		if autos > 0 && free > 0 && it.s.Margin.Left.Kind == css.Auto {
			x += free / float64(autos)
		}
		y := e.crossOffset(it, s, f.h, base, cbh)
		f.body = append(f.body, op{x, y, itemLayer(it.n, it.a)})
		if it.a.frag.first >= 0 {
			f.baseline(y + it.a.mt + it.a.frag.first)
		}
		x += it.size + gap + between
		if autos > 0 && free > 0 && it.s.Margin.Right.Kind == css.Auto {
			x += free / float64(autos)
		}
	}
}

// crossOffset is where an item stands in a row of height h; one that is stretched
// gets that height, within its limits (9.4, 9.6).
func (e *engine) crossOffset(it *flexItem, s *css.Style, h, base, cbh float64) float64 {
	free := h - it.a.outerH()
	top, bottom := auto(it.s.Margin.Top), auto(it.s.Margin.Bottom)
	if top+bottom > 0 {
		return math.Max(0, free) * float64(top) / float64(top+bottom)
	}
	switch alignOf(it.s, s) {
	case css.AlignStretch:
		if it.s.Height.Kind == css.Auto && it.n.Kind != box.ReplacedBox {
			content := h - it.a.mt - it.a.mb - it.ed.vertical()
			it.a = e.resize(it.a, it.ed, e.clampHeight(it.n, content, cbh, it.ed)+it.ed.vertical(), cbh)
		}
	case css.AlignItemEnd:
		return free
	case css.AlignItemCenter:
		return free / 2
	case css.AlignItemBaseline:
		return base - it.baseline()
	}
	return 0
}

// itemLayer is the atom of a flex item, as a layer when it has a z-index, which
// items have without being positioned (5.4).
func itemLayer(n *box.Box, a *atom) drawer {
	if n.Style.ZIndex == css.ZAuto || n.Style.Position != css.Static {
		return a
	}
	return &raised{n, &frag{w: a.w, h: a.h, first: -1, last: -1, body: []op{{0, 0, a}}}}
}

// autoMargins counts the auto margins at the sides of an item.
func autoMargins(s *css.Style) int { return auto(s.Margin.Left) + auto(s.Margin.Right) }

// justify is the offset before the first item and between items (8.2).
func justify(j css.Justify, free float64, n int) (start, between float64) {
	if n == 0 {
		return 0, 0
	}
	switch j {
	case css.JustifyEnd:
		return free, 0
	case css.JustifyCenter:
		return free / 2, 0
	}
	if free <= 0 {
		return 0, 0
	}
	switch j {
	case css.JustifyBetween:
		if n > 1 {
			return 0, free / float64(n-1)
		}
	case css.JustifyAround:
		return free / float64(2*n), free / float64(n)
	case css.JustifyEvenly:
		return free / float64(n+1), free / float64(n+1)
	}
	return 0, 0
}

// flexMinMax are the intrinsic widths of a flex row.
func (e *engine) flexMinMax(n *box.Box) minMax {
	m := minMax{}
	k := 0
	for _, c := range n.Children {
		if outOfFlow(c) {
			continue
		}
		o := e.outerMinMax(c)
		if n.Style.FlexColumn {
			m.min, m.max = math.Max(m.min, o.min), math.Max(m.max, o.max)
			continue
		}
		m.min, m.max = m.min+o.min, m.max+o.max
		k++
	}
	gap := n.Style.ColumnGap.Or(0, 0) * float64(max(0, k-1))
	return minMax{m.min + gap, m.max + gap}
}
