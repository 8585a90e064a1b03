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
	b.flexAside(n, x, w)
	items := b.e.flexItems(n, w)
	gap := s.ColumnGap.Or(w, 0)
	b.e.resolveFlex(items, w-gap*float64(max(0, len(items)-1)))
	f := newFrag(w)
	height := b.cbh
	for i := range items {
		it := &items[i]
		it.a = b.e.atomExact(it.n, it.size-it.ed.ml-it.ed.mr, -1, w)
		f.h = math.Max(f.h, it.a.outerH())
	}
	if height > 0 {
		f.h = height
	} else if f.h > b.e.size(b.currentName()).h {
		b.flexBlocks(n, x, w) // taller than a page: nothing may be lost
		return
	}
	b.e.placeFlex(f, items, s, w, gap)
	b.flush()
	b.add(item{kind: itBox, x: x, h: f.h, asc: math.Max(f.first, 0), draw: f})
}

// flexAside marks the children that are no items, at the start of the content
// box (4.1).
func (b *builder) flexAside(n *box.Box, x, w float64) {
	for _, c := range n.Children {
		if outOfFlow(c) {
			b.outOfFlow(c, x, w)
		}
	}
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
func (e *engine) placeFlex(f *frag, items []flexItem, s *css.Style, w, gap float64) {
	used, autos := gap*float64(max(0, len(items)-1)), 0
	base := 0.0
	for _, it := range items {
		used += it.size
		autos += autoMargins(it.s)
		base = math.Max(base, it.a.mt+math.Max(it.a.frag.first, 0))
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
		y := 0.0
		switch alignOf(it.s, s) {
		case css.AlignStretch:
			if it.s.Height.Kind == css.Auto && it.n.Kind != box.ReplacedBox {
				it.a = stretch(it.a, math.Max(it.a.h, f.h-it.a.mt-it.a.mb))
			}
		case css.AlignItemEnd:
			y = f.h - it.a.outerH()
		case css.AlignItemCenter:
			y = (f.h - it.a.outerH()) / 2
		case css.AlignItemBaseline:
			y = base - it.a.mt - math.Max(it.a.frag.first, 0)
		}
		f.body = append(f.body, op{x, y, it.a})
		if it.a.frag.first >= 0 {
			f.baseline(y + it.a.mt + it.a.frag.first)
		}
		x += it.size + gap + between
		if autos > 0 && free > 0 && it.s.Margin.Right.Kind == css.Auto {
			x += free / float64(autos)
		}
	}
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
