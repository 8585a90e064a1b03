package layout

import (
	"bantin/generator/press/box"
)

// markerLine is an outside list marker waiting for the first line of its item.
type markerLine struct {
	n *box.Box
	x float64 // content edge of the list item
}

// setMarker keeps the marker of a list item until its first line is known, which
// may be that of an item in it.
func (b *builder) setMarker(m *box.Box, x float64) {
	b.markers = append(b.markers, markerLine{m, x})
}

// withMarker puts the pending markers on the baseline of a line at x, left of
// their items' content edges (CSS Lists 3, section 3.1).
func (b *builder) withMarker(l *lineBox, x float64) drawer {
	f := newFrag(0)
	for _, m := range b.markers {
		a := b.markerAtom(m.n)
		base := a.frag.first
		if base < 0 {
			base = l.asc
		}
		f.body = append(f.body, op{m.x - x - a.outerW(), l.asc - base, a})
	}
	b.markers = nil
	f.body = append(f.body, op{0, 0, l})
	return f
}

func (b *builder) markerAtom(m *box.Box) *atom {
	return b.e.atom(m, huge, -1)
}

// flushMarker sets the marker of n on a line of its own when n has no line.
func (b *builder) flushMarker(n *box.Box) {
	k := len(b.markers) - 1
	if k < 0 || b.markers[k].n.Parent != n {
		return
	}
	m := b.markers[k]
	b.markers = b.markers[:k]
	a := b.markerAtom(m.n)
	b.flush()
	b.add(item{kind: itBox, x: m.x - a.outerW(), h: a.outerH(), draw: a})
	b.sib = true
}
