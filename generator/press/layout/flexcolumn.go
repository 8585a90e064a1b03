package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// flexColumn lays out a single-line flex column (CSS Flexbox 1, section 9). Of
// its content's height and with items as wide as itself it is blocks with the
// gap between them, which pages may divide; otherwise it is one piece.
func (b *builder) flexColumn(n *box.Box, x, w float64) {
	given := b.columnHeight(n)
	if !given && allStretched(n) {
		b.flexBlocks(n, x, w)
		return
	}
	gap := n.Style.RowGap.Or(finite(b.cbh), 0)
	items, used := b.e.columnItems(n, w, b.cbh)
	used += gap * float64(max(0, len(items)-1))
	if used > b.e.size(b.currentName()).h {
		b.flexBlocks(n, x, w) // taller than a page: it must be divided
		return
	}
	f := newFrag(w)
	if f.h = b.cbh; b.cbh < 0 {
		f.h = b.e.clampHeight(n, used, -1, b.e.edgesOf(n, w))
	}
	b.flexAside(n, x, w, f.h)
	free := b.e.columnSizes(items, f.h-gap*float64(max(0, len(items)-1)), b.cbh)
	b.e.placeColumn(f, items, n.Style, w, gap, free)
	b.flush()
	b.add(item{kind: itBox, x: x, h: f.h, asc: math.Max(f.first, 0), draw: f})
}

// columnHeight reports whether the height of a column may differ from that of
// its content.
func (b *builder) columnHeight(n *box.Box) bool {
	_, high := b.e.tall(n.Style.MinHeight, n, -1, 0)
	_, low := b.e.tall(n.Style.MaxHeight, n, -1, 0)
	return b.cbh >= 0 || high || low
}

// alignOf is how an item is aligned across its flex container (8.3).
func alignOf(item, container *css.Style) css.Align {
	if item.AlignSelf == css.AlignSelfAuto {
		return container.AlignItems
	}
	return item.AlignSelf
}

func allStretched(n *box.Box) bool {
	for _, c := range n.Children {
		if !outOfFlow(c) && alignOf(c.Style, n.Style) != css.AlignStretch {
			return false
		}
	}
	return true
}

// flexBlocks sets the items as blocks one below the other.
func (b *builder) flexBlocks(n *box.Box, x, w float64) {
	gap := n.Style.RowGap.Or(0, 0)
	first := true
	for _, c := range flexChildren(n) {
		if outOfFlow(c) {
			b.block(c, x, w)
			continue
		}
		if !first && gap > 0 {
			b.flush()
			b.sib = true
			b.addMargin(gap, true)
		}
		first = false
		b.block(c, x, w)
	}
}

// columnItems lays the items of a column out; used is the sum of their heights.
func (e *engine) columnItems(n *box.Box, w, cbh float64) (items []flexItem, used float64) {
	for _, c := range flexChildren(n) {
		if outOfFlow(c) {
			continue
		}
		s := c.Style
		it := flexItem{n: c, s: s, ed: e.edgesOf(c, w)}
		wide := alignOf(s, n.Style) == css.AlignStretch && s.Width.Kind == css.Auto && autoMargins(s) == 0 && c.Kind != box.ReplacedBox && tableOf(c) == nil
		if wide {
			extra := it.ed.horizontal()
			it.a = e.atomFor(c, e.clampWidth(c, w-extra-it.ed.ml-it.ed.mr, w, extra)+extra, w, cbh)
		} else {
			it.a = e.atom(c, w, cbh)
		}
		e.columnBase(&it, cbh)
		items = append(items, it)
		used += it.size
	}
	return items, used
}

// columnBase finds the flex base height of an item and its limits (9.2, 4.5).
func (e *engine) columnBase(it *flexItem, cbh float64) {
	outer := it.ed.vertical() + it.a.mt + it.a.mb
	content := it.a.h - it.ed.vertical()
	base := content
	if v, ok := e.sized(it.s.FlexBasis, it.n, cbh, it.ed.vertical()); ok && it.s.FlexBasis.Kind == css.Length {
		base = v
	}
	low := content
	if it.s.Overflow == css.OverflowHidden || len(it.n.Children) == 0 {
		low = 0
	}
	if it.s.MinHeight.Kind != css.Auto {
		low = 0
	}
	it.base = base + outer
	it.min = e.clampHeight(it.n, low, cbh, it.ed) + outer
	it.max = e.clampHeight(it.n, huge, cbh, it.ed) + outer
	it.size = math.Max(it.min, math.Min(it.base, it.max))
}

// columnSizes shares the height avail among the items and returns what is left.
func (e *engine) columnSizes(items []flexItem, avail, cbh float64) float64 {
	e.resolveFlex(items, avail)
	for i := range items {
		it := &items[i]
		avail -= it.size
		if it.n.Kind != box.ReplacedBox {
			it.a = e.resize(it.a, it.ed, it.size-it.a.mt-it.a.mb, cbh)
		}
	}
	return avail
}

// placeColumn shares the free height: auto margins take it, then justify-content
// does (9.7, 8.1, 8.2).
func (e *engine) placeColumn(f *frag, items []flexItem, s *css.Style, w, gap, free float64) {
	autos := 0
	for _, it := range items {
		autos += auto(it.s.Margin.Top) + auto(it.s.Margin.Bottom)
	}
	y, between, share := 0.0, 0.0, 0.0
	if free > 0 && autos > 0 {
		share = free / float64(autos)
	} else {
		y, between = justify(s.JustifyContent, free, len(items))
	}
	for i := range items {
		it := &items[i]
		y += share * float64(auto(it.s.Margin.Top))
		f.body = append(f.body, op{asideOf(it, s, w), y, itemLayer(it.n, it.a)})
		if it.a.frag.first >= 0 {
			f.baseline(y + it.a.mt + it.a.frag.first)
		}
		y += it.a.outerH() + gap + between + share*float64(auto(it.s.Margin.Bottom))
	}
}

// asideOf is where an item of a column stands in its width w.
func asideOf(it *flexItem, s *css.Style, w float64) float64 {
	free := w - it.a.outerW()
	left, right := auto(it.s.Margin.Left), auto(it.s.Margin.Right)
	switch {
	case left+right > 0:
		return math.Max(0, free) * float64(left) / float64(left+right)
	case alignOf(it.s, s) == css.AlignItemEnd:
		return free
	case alignOf(it.s, s) == css.AlignItemCenter:
		return free / 2
	}
	return 0
}

func auto(v css.Size) int {
	if v.Kind == css.Auto {
		return 1
	}
	return 0
}
