package layout

import (
	"bantin/generator/press/box"
)

// markerLine is an outside list marker waiting for the first line of its item.
type markerLine struct {
	n *box.Box
	x float64 // content edge of the list item
}

// setMarker keeps the marker of a list item until its first line is known.
func (b *builder) setMarker(m *box.Box, x float64) { b.marker = &markerLine{m, x} }

// withMarker puts the pending marker on the baseline of a line at x, left of
// the list item's content edge (CSS Lists 3, section 3.1).
func (b *builder) withMarker(l *lineBox, x float64) drawer {
	m := b.marker
	b.marker = nil
	a := b.markerAtom(m.n)
	f := newFrag(0)
	base := a.frag.first
	if base < 0 {
		base = l.asc
	}
	f.body = []op{{m.x - x - a.outerW(), l.asc - base, a}, {0, 0, l}}
	return f
}

func (b *builder) markerAtom(m *box.Box) *atom {
	return b.e.atom(m, huge, -1)
}

// flushMarker sets a marker on a line of its own when its item has no line.
func (b *builder) flushMarker(n *box.Box, x, w float64) {
	if b.marker == nil || len(n.Children) == 0 || n.Children[0].Kind != box.MarkerBox || b.marker.n.Parent != n {
		return
	}
	m := b.marker
	b.marker = nil
	a := b.markerAtom(m.n)
	b.flush()
	b.add(item{kind: itBox, x: m.x - a.outerW(), h: a.outerH(), draw: a})
	b.sib = true
}
