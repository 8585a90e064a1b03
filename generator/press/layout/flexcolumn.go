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
	height, given := b.columnHeight(n)
	if !given && allStretched(n) {
		b.flexBlocks(n, x, w)
		return
	}
	items, used := b.e.columnItems(n, w)
	gap := n.Style.RowGap.Or(finite(b.cbh), 0)
	used += gap * float64(max(0, len(items)-1))
	if used > b.e.size(b.currentName()).h {
		b.flexBlocks(n, x, w) // taller than a page: it must be divided
		return
	}
	b.flexAside(n, x, w)
	f := newFrag(w)
	f.h = math.Max(used, height)
	b.e.placeColumn(f, items, n.Style, w, gap, f.h-used)
	b.flush()
	b.add(item{kind: itBox, x: x, h: f.h, asc: math.Max(f.first, 0), draw: f})
}

// columnHeight is the height that height or min-height give a column.
func (b *builder) columnHeight(n *box.Box) (float64, bool) {
	h := math.Max(b.cbh, 0)
	if low, ok := b.e.sized(n.Style.MinHeight, n, -1, b.e.edgesOf(n, 0).vertical()); ok {
		h = math.Max(h, low)
	}
	return h, h > 0
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
func (e *engine) columnItems(n *box.Box, w float64) (items []flexItem, used float64) {
	for _, c := range flexChildren(n) {
		if outOfFlow(c) {
			continue
		}
		s := c.Style
		it := flexItem{n: c, s: s, ed: edgesOf(s, w)}
		wide := alignOf(s, n.Style) == css.AlignStretch && s.Width.Kind == css.Auto && autoMargins(s) == 0 && c.Kind != box.ReplacedBox && tableOf(c) == nil
		if wide {
			extra := it.ed.horizontal()
			it.a = e.atomExact(c, e.clampWidth(c, w-extra-it.ed.ml-it.ed.mr, w, extra)+extra, -1, w)
		} else {
			it.a = e.atom(c, w, -1)
		}
		items = append(items, it)
		used += it.a.outerH()
	}
	return items, used
}

// placeColumn shares the free height: first items grow, then auto margins take
// it, then justify-content does (9.7, 8.1, 8.2).
func (e *engine) placeColumn(f *frag, items []flexItem, s *css.Style, w, gap, free float64) {
	grow, autos := 0.0, 0
	for _, it := range items {
		grow += it.s.FlexGrow
		autos += auto(it.s.Margin.Top) + auto(it.s.Margin.Bottom)
	}
	y, between, each := 0.0, 0.0, 0.0
	switch {
	case free > 0 && grow > 0:
		each = free / math.Max(grow, 1)
	case free <= 0 || autos == 0:
		y, between = justify(s.JustifyContent, free, len(items))
	}
	share := 0.0
	if free > 0 && grow == 0 && autos > 0 {
		share = free / float64(autos)
	}
	for i := range items {
		it := &items[i]
		if more := each * it.s.FlexGrow; more > 0 {
			it.a = stretch(it.a, it.a.h+more)
		}
		y += share * float64(auto(it.s.Margin.Top))
		f.body = append(f.body, op{asideOf(it, s, w), y, it.a})
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
