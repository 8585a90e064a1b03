package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// absolute is an absolutely positioned box, laid out when the place of its
// containing block is known: while painting.
type absolute struct {
	e *engine
	n *box.Box
	x float64 // static position within the flow
	// In a flex container: the area that it stands in by itself, and the shares of
	// the free room left of it and above.
	w, h, right, down float64
}

func (a *absolute) draw(p *painter, x, y float64) {
	around, cb := p.containing(a.n)
	at, x, y := a.e.placeAbsolute(a.n, cb, x+a.x, y)
	if in := a.n.Style.Inset; a.right > 0 && in.Left.Kind == css.Auto && in.Right.Kind == css.Auto {
		x += a.right * (a.w - at.outerW())
	}
	if a.down > 0 && staticY(a.n.Style) {
		y += a.down * (a.h - at.outerH())
	}
	if a.n.Style.Fixed {
		p.pass.fixed = append(p.pass.fixed, fixedBox{p.state, at, x - p.area.x, y - p.area.y})
	}
	p.raise(a.n, around, func() { at.draw(p, x, y) })
}

// containing is the positioned box around n and the area of its padding box, nil
// and the page area when there is none (CSS 2.2, 10.1).
func (p *painter) containing(n *box.Box) (*box.Box, rect) {
	if n.Style.Fixed {
		return nil, p.area
	}
	for b := n.Parent; b != nil; b = b.Parent {
		if s := b.Style; s.Position == css.Relative || s.Position == css.Absolute {
			if r, ok := p.rects[b]; ok {
				return b, r
			}
			break
		}
	}
	return nil, p.area
}

// placeAbsolute lays n out in its containing block and finds its margin edge (CSS
// 2.2, 10.3.7 and 10.6.4); x and y are its static position.
func (e *engine) placeAbsolute(n *box.Box, cb rect, x, y float64) (*atom, float64, float64) {
	s := n.Style
	ed := e.edgesOf(n, cb.w)
	left, right := insets(s.Inset.Left, s.Inset.Right, cb.w, x-cb.x)
	top, bottom := insets(s.Inset.Top, s.Inset.Bottom, cb.h, y-cb.y)
	w := e.absoluteWidth(n, ed, cb, left, right)
	tall := -1.0
	if h, ok := e.tall(s.Height, n, cb.h, ed.vertical()); ok {
		tall = e.clampHeight(n, h, cb.h, ed)
	} else if top.set && bottom.set && n.Kind != box.ReplacedBox && tableOf(n) == nil && s.AspectRatio == 0 {
		tall = e.clampHeight(n, cb.h-top.v-bottom.v-ed.mt-ed.mb-ed.vertical(), cb.h, ed)
	}
	at := e.atomSized(n, ed, w, tall, cb.h)
	at.ml += autoSide(s.Margin.Left, s.Margin.Right, left, right, cb.w-at.outerW(), true)
	at.mt += autoSide(s.Margin.Top, s.Margin.Bottom, top, bottom, cb.h-at.outerH(), false)
	return at, cb.x + left.start(right, cb.w, at.outerW()), cb.y + top.start(bottom, cb.h, at.outerH())
}

// inset is the distance from one edge of the containing block.
type inset struct {
	v   float64
	set bool
}

// insets are those of two sides; with neither set the first is the static position.
func insets(from, to css.Size, size, static float64) (a, b inset) {
	a.v, a.set = from.Resolve(size)
	b.v, b.set = to.Resolve(size)
	if !a.set && !b.set {
		a.v = static
	}
	return a, b
}

// start is where a margin box of the given size begins between insets a and b.
func (a inset) start(b inset, size, outer float64) float64 {
	if !a.set && b.set {
		return size - b.v - outer
	}
	return a.v
}

// absoluteWidth is the content width: given, stretched between two insets, or
// shrunk to fit.
func (e *engine) absoluteWidth(n *box.Box, ed edges, cb rect, left, right inset) float64 {
	extra := ed.horizontal()
	if n.Kind == box.ReplacedBox {
		w, _ := e.replacedSize(n, cb.w, cb.h)
		return w
	}
	room := cb.w - left.v - right.v - ed.ml - ed.mr - extra
	w, ok := e.ownWidth(n, cb.w, extra)
	switch {
	case ok:
	case n.Style.AspectRatio > 0 && n.Style.Height.Kind == css.Length:
		h, _ := e.tall(n.Style.Height, n, cb.h, ed.vertical())
		w = h * n.Style.AspectRatio
	case left.set && right.set && tableOf(n) == nil:
		w = room
	default:
		w = e.fit(n, math.Max(0, room))
	}
	return e.clampWidth(n, w, cb.w, extra)
}

// autoSide is what an auto margin at the first side gets of the free room. Margins
// across, unlike those along, are never negative.
func autoSide(first, second css.Size, a, b inset, free float64, across bool) float64 {
	free -= a.v + b.v
	switch {
	case !a.set || !b.set || first.Kind != css.Auto:
		return 0
	case second.Kind != css.Auto:
		return free
	case across && free < 0:
		return 0
	}
	return free / 2
}

// fixedBox is a box that stands on every page (CSS 2.2, 9.6.1), from the top left
// corner of the page area.
type fixedBox struct {
	state *pageState // of the page that paints it with its text
	at    *atom
	x, y  float64
}

// paintFixed repeats the fixed boxes on the other pages; they are read once.
func (p *pass) paintFixed() {
	for _, f := range p.fixed {
		for _, st := range p.pages {
			if st == f.state {
				continue
			}
			z := sizeOf(st.style)
			pt := painter{e: p.e, pass: p, page: st.page, state: st, artifact: true, rects: map[*box.Box]rect{}, area: rect{z.x, z.y, z.w, z.h}}
			pt.stack = &stacking{}
			f.at.draw(&pt, z.x+f.x, z.y+f.y)
			pt.endStack()
		}
	}
}
