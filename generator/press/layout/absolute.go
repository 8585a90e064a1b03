package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// absolute is an absolutely positioned box, laid out when the place of its
// containing block is known: while painting.
type absolute struct {
	e      *engine
	n      *box.Box
	x, cbw float64 // static position within the flow
}

func (a *absolute) draw(p *painter, x, y float64) {
	cb := p.area
	for b := a.n.Parent; b != nil; b = b.Parent {
		if s := b.Style; s.Position == css.Relative || s.Position == css.Absolute {
			if r, ok := p.rects[b]; ok {
				cb = r
			}
			break
		}
	}
	s := a.n.Style
	in := s.Inset
	l, hasL := in.Left.Resolve(cb.w)
	r, hasR := in.Right.Resolve(cb.w)
	t, hasT := in.Top.Resolve(cb.h)
	b, hasB := in.Bottom.Resolve(cb.h)
	at := a.layout(cb, l, r, hasL && hasR, t, b, hasT && hasB)
	switch {
	case hasL:
		x = cb.x + l
		if hasR {
			x += autoSide(s, cb.w-l-r-at.outerW())
		}
	case hasR:
		x = cb.x + cb.w - r - at.outerW()
	default:
		x += a.x
	}
	switch {
	case hasT:
		y = cb.y + t
	case hasB:
		y = cb.y + cb.h - b - at.outerH()
	}
	at.draw(p, x, y)
}

// autoSide is the left share of free room for auto margins (CSS 2.2, 10.3.7).
func autoSide(s *css.Style, free float64) float64 {
	left, right := s.Margin.Left.Kind == css.Auto, s.Margin.Right.Kind == css.Auto
	switch {
	case free <= 0 || !left:
		return 0
	case right:
		return free / 2
	}
	return free
}

// layout sizes the box: stretched between two insets, else shrunk to fit.
func (a *absolute) layout(cb rect, l, r float64, wide bool, t, b float64, tall bool) *atom {
	n := a.n
	if n.Kind == box.ReplacedBox || n.Style.Width.Kind != css.Auto || !wide {
		at := a.e.atom(n, cb.w, cb.h)
		return a.tall(at, cb, t, b, tall)
	}
	ed := edgesOf(n.Style, cb.w)
	w := a.e.clampWidth(n, cb.w-l-r-ed.ml-ed.mr-ed.horizontal(), cb.w, ed.horizontal())
	return a.tall(a.e.atomExact(n, w+ed.horizontal(), -1, cb.w), cb, t, b, tall)
}

func (a *absolute) tall(at *atom, cb rect, t, b float64, tall bool) *atom {
	if h := cb.h - t - b - at.mt - at.mb; tall && a.n.Style.Height.Kind == css.Auto && a.n.Kind != box.ReplacedBox && h > at.h {
		return stretch(at, h)
	}
	return at
}
