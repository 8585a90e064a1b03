package layout

import (
	"cmp"
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// stacking is a stacking context while it is painted (CSS 2.2, appendix E). What
// is positioned in it is painted where it is met, and put in its order when the
// context ends: below 0 between the context's own background and its blocks, the
// others above all.
type stacking struct {
	root   *box.Box
	floor  int // where on the page its own background ends
	clips  int // clips around it
	layers []layer
	amid   int // the layer being painted that all others are in, less 1; 0 when none
}

// layer is what one positioned box paints.
type layer struct {
	z     int
	order int // of its box in the document
	items []display.Item
	at    int // among the items of the context, where it was met; -1 within a clip
}

// clipped is a clip that holds at present.
type clipping struct {
	n    *box.Box
	clip display.Clip
}

// raises reports whether a box is painted as a layer of its own.
func raises(s *css.Style) bool {
	return s.Position == css.Relative || s.Opacity < 1
}

// context reports whether a box that is painted as a layer is a stacking context
// of its own; otherwise the positioned boxes in it are layers beside it.
func context(s *css.Style) bool { return s.ZIndex != css.ZAuto || s.Opacity < 1 || s.Fixed }

// raised is the part of a fragment that a positioned box in the flow takes.
type raised struct {
	n *box.Box
	f *frag
}

func (r *raised) draw(p *painter, x, y float64) {
	p.raise(r.n, nil, func() { r.f.draw(p, x, y) })
}

// raise paints n as a layer; around is its containing block when n leaves the
// clips between them.
func (p *painter) raise(n *box.Box, around *box.Box, paint func()) {
	if p.pass.dry || p.stack == nil {
		paint()
		return
	}
	s, outer, at := n.Style, p.stack, len(p.stack.layers)
	z := s.ZIndex
	if z == css.ZAuto || s.Position == css.Static {
		z = 0
	}
	outer.layers = append(outer.layers, layer{z: z, order: p.e.orderOf(n), at: p.metAt()})
	was, first := p.page.Items, 0
	clips := p.clipsOver(n, around)
	p.page.Items = nil
	if s.Opacity < 1 {
		p.add(&display.Push{Opacity: s.Opacity, Group: true})
		first = 1
	}
	if context(s) {
		p.stack = &stacking{root: n, floor: first, clips: len(p.clips)}
		paint()
		p.endStack()
		p.stack = outer
	} else {
		amid := outer.amid
		if amid == 0 {
			outer.amid = at + 1
		}
		paint()
		outer.amid = amid
	}
	if s.Opacity < 1 {
		p.add(&display.Pop{})
	}
	outer.layers[at].items = withClips(p.page.Items, clips)
	p.page.Items = was
}

// orderOf is the place of a positioned box in the document.
func (e *engine) orderOf(n *box.Box) int {
	if e.orders == nil {
		e.orders = map[*box.Box]int{}
		e.number(e.root, 0)
	}
	for ; n != nil; n = n.Parent {
		if k, ok := e.orders[n]; ok {
			return k
		}
	}
	return 0
}

func (e *engine) number(n *box.Box, depth int) {
	if s := n.Style; s.Position != css.Static || s.Opacity < 1 {
		e.orders[n] = len(e.orders) + 1
	}
	for _, c := range n.Children {
		if depth < maxNesting {
			e.number(c, depth+1)
		}
	}
}

// clipsOver are the clips of the stacking context that hold for n.
func (p *painter) clipsOver(n, around *box.Box) (list []display.Clip) {
	for _, c := range p.clips[p.stack.clips:] {
		if n.Style.Position != css.Absolute || around != nil && within(around, c.n) {
			list = append(list, c.clip)
		}
	}
	return list
}

func within(n, outer *box.Box) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

func withClips(items []display.Item, clips []display.Clip) []display.Item {
	if len(clips) == 0 || len(items) == 0 {
		return items
	}
	var out []display.Item
	for _, c := range clips {
		out = append(out, &display.Push{Clip: c})
	}
	out = append(out, items...)
	for range clips {
		out = append(out, &display.Pop{})
	}
	return out
}

// endStack puts the layers of the context in their order.
func (p *painter) endStack() {
	s := p.stack
	if s == nil || len(s.layers) == 0 {
		return
	}
	slices.SortStableFunc(s.layers, func(a, b layer) int { return cmp.Or(a.z-b.z, a.order-b.order) })
	var under []display.Item
	k := 0
	for ; k < len(s.layers) && s.layers[k].z < 0; k++ {
		under = append(under, s.layers[k].items...)
	}
	p.page.Items = slices.Insert(p.page.Items, min(s.floor, len(p.page.Items)), under...)
	for i := range s.layers {
		if s.layers[i].at >= s.floor {
			s.layers[i].at += len(under)
		}
	}
	p.page.Items = inReadingOrder(p.page.Items, s.layers[k:])
	s.layers = nil
}

// metAt is the place among the items of the context where a layer is met now.
func (p *painter) metAt() int {
	switch s := p.stack; {
	case len(p.clips) > s.clips:
		return -1
	case s.amid > 0:
		return s.layers[s.amid-1].at
	}
	return len(p.page.Items)
}

// inReadingOrder adds layers that belong above the items. What nothing covers may
// as well stand where it is read.
func inReadingOrder(items []display.Item, layers []layer) []display.Item {
	stay := make([]bool, len(layers))
	boxes := make([]rect, len(items))
	for i, it := range items {
		boxes[i] = extent(it)
	}
	n := 0
	for i, l := range layers {
		stay[i] = l.z == 0 && l.at >= 0 && l.at <= len(items) && (i == 0 || stay[i-1]) && len(layers) < 500 && !covered(l, boxes)
		n += len(l.items)
	}
	out, from := make([]display.Item, 0, len(items)+n), 0
	for i, l := range layers {
		if stay[i] && l.at >= from {
			out = append(append(out, items[from:l.at]...), l.items...)
			from = l.at
			continue
		}
		out = append(out, items[from:]...)
		from = len(items)
		out = append(out, l.items...)
	}
	return append(out, items[from:]...)
}

// covered reports whether something met after a layer lies where it does.
func covered(l layer, boxes []rect) bool {
	for _, it := range l.items {
		a := extent(it)
		for _, b := range boxes[l.at:] {
			if a.x < b.x+b.w && b.x < a.x+a.w && a.y < b.y+b.h && b.y < a.y+a.h {
				return true
			}
		}
	}
	return false
}

// extent is the area that an item paints.
func extent(it display.Item) rect {
	switch v := it.(type) {
	case *display.Text:
		return rect{v.X, v.Y - v.Size, v.Width(), 1.3 * v.Size}
	case *display.Rect:
		return rect{v.X, v.Y, v.W, v.H}
	case *display.Rule:
		x, y := min(v.X1, v.X2)-v.Width/2, min(v.Y1, v.Y2)-v.Width/2
		return rect{x, y, max(v.X1, v.X2) + v.Width/2 - x, max(v.Y1, v.Y2) + v.Width/2 - y}
	case *display.Frame:
		return rect{v.X - v.Width/2, v.Y - v.Width/2, v.W + v.Width, v.H + v.Width}
	case *display.Image:
		return rect{v.X, v.Y, v.W, v.H}
	}
	return rect{}
}
