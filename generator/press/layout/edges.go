package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// edges are a box's used margins, borders and paddings, pt.
type edges struct {
	mt, mr, mb, ml float64
	bt, br, bb, bl float64
	pt, pr, pb, pl float64
}

func (e edges) left() float64   { return e.bl + e.pl }
func (e edges) right() float64  { return e.br + e.pr }
func (e edges) top() float64    { return e.bt + e.pt }
func (e edges) bottom() float64 { return e.bb + e.pb }
func (e edges) horizontal() float64 {
	return e.bl + e.pl + e.br + e.pr
}
func (e edges) vertical() float64 { return e.bt + e.pt + e.bb + e.pb }

// edgesOf resolves a style against the containing block's width; auto margins
// are 0 (CSS 2.2, 8.3 and 8.4: percentages refer to the width on all sides).
func edgesOf(s *css.Style, cbw float64) edges {
	cbw = finite(cbw)
	return edges{
		mt: s.Margin.Top.Or(cbw, 0), mr: s.Margin.Right.Or(cbw, 0),
		mb: s.Margin.Bottom.Or(cbw, 0), ml: s.Margin.Left.Or(cbw, 0),
		bt: s.Border.Top.Width, br: s.Border.Right.Width,
		bb: s.Border.Bottom.Width, bl: s.Border.Left.Width,
		pt: math.Max(0, s.Padding.Top.Or(cbw, 0)), pr: math.Max(0, s.Padding.Right.Or(cbw, 0)),
		pb: math.Max(0, s.Padding.Bottom.Or(cbw, 0)), pl: math.Max(0, s.Padding.Left.Or(cbw, 0)),
	}
}

// edgesOf are the edges of a box. A table with collapsed borders has no padding,
// and half of its outer cells' borders as its own (CSS 2.2, 17.6.2).
func (e *engine) edgesOf(n *box.Box, cbw float64) edges {
	ed := edgesOf(n.Style, cbw)
	if n.Kind == box.TableBox && n.Style.BorderCollapse {
		ed.pt, ed.pr, ed.pb, ed.pl = 0, 0, 0, 0
		ed.bt, ed.br, ed.bb, ed.bl = e.tableGrid(n).outerBorders()
	}
	return ed
}

// finite makes a percentage base usable: an unbounded width counts as 0.
func finite(v float64) float64 {
	if math.IsInf(v, 0) || math.IsNaN(v) || v < 0 {
		return 0
	}
	return v
}

// sized resolves a width or height property to a content size; extra is the
// padding and border that box-sizing: border-box takes off. ok is false for auto.
func (e *engine) sized(v css.Size, n *box.Box, ref, extra float64) (float64, bool) {
	switch v.Kind {
	case css.Length:
		if v.Percent != 0 && (math.IsInf(ref, 0) || ref < 0) {
			return 0, false
		}
		w := v.Pt + v.Percent*finite(ref)/100
		if n.Style.BoxSizing == css.BorderBox {
			w -= extra
		}
		return math.Max(0, w), true
	case css.MinContent:
		return e.minMax(n).min, true
	case css.MaxContent:
		return e.minMax(n).max, true
	case css.FitContent:
		return e.fit(n, ref-extra), true
	}
	return 0, false
}

// tall resolves a height property as sized does a width; min-content and its kin
// are auto there (CSS Sizing 3, section 3.2).
func (e *engine) tall(v css.Size, n *box.Box, ref, extra float64) (float64, bool) {
	if v.Kind != css.Length {
		return 0, false
	}
	return e.sized(v, n, ref, extra)
}

// ownWidth is the content width that a box's width property asks for. A table's
// wrapper takes that of its grid, whose percentages refer to the wrapper's
// containing block (CSS 2.2, 17.4).
func (e *engine) ownWidth(n *box.Box, cbw, extra float64) (float64, bool) {
	if t := tableOf(n); t != nil && t.Style.Width.Kind == css.Length {
		if t.Style.Width.Percent != 0 && math.IsInf(cbw, 0) {
			return 0, false
		}
		return e.tableWidth(t, cbw), true
	}
	return e.sized(n.Style.Width, n, cbw, extra)
}

// fit is the shrink-to-fit width (CSS 2.2, 10.3.5) in avail.
func (e *engine) fit(n *box.Box, avail float64) float64 {
	m := e.minMax(n)
	return math.Min(math.Max(m.min, avail), m.max)
}

// clampWidth applies min-width and max-width to a content width.
func (e *engine) clampWidth(n *box.Box, w, cbw, extra float64) float64 {
	if m, ok := e.sized(n.Style.MaxWidth, n, cbw, extra); ok {
		w = math.Min(w, m)
	}
	if m, ok := e.sized(n.Style.MinWidth, n, cbw, extra); ok {
		w = math.Max(w, m)
	}
	return math.Max(0, w)
}

// blockWidth is the content width of a block-level box in normal flow; it also
// resolves auto margins (CSS 2.2, 10.3.3).
func (e *engine) blockWidth(n *box.Box, ed *edges, cbw float64) float64 {
	s := n.Style
	extra := ed.horizontal()
	w, ok := e.ownWidth(n, cbw, extra)
	if !ok && s.AspectRatio > 0 && n.Kind == box.BlockBox {
		// CSS Sizing 4, section 4.1: a definite height gives the width.
		if _, tall := e.tall(s.Height, n, -1, ed.vertical()); tall {
			w, ok = e.acrossRatio(n), true
		}
	}
	if n.Kind == box.TableBox {
		return math.Max(0, cbw-extra) // the wrapper has the table's width
	}
	if !ok {
		w = math.Max(0, cbw-ed.ml-ed.mr-extra)
		if t := tableOf(n); t != nil {
			w = e.tableWidth(t, w)
			ok = true
		}
	}
	if c := e.clampWidth(n, w, cbw, extra); c != w {
		w, ok = c, true
	}
	if !ok {
		return w
	}
	free := cbw - w - extra - ed.ml - ed.mr
	left, right := s.Margin.Left.Kind == css.Auto, s.Margin.Right.Kind == css.Auto
	switch {
	case left && right:
		ed.ml, ed.mr = math.Max(0, free/2), math.Max(0, free/2)
	case left:
		ed.ml = math.Max(0, free)
	case right:
		ed.mr = math.Max(0, free)
	}
	return w
}

// clampHeight applies min-height and max-height to a content height.
func (e *engine) clampHeight(n *box.Box, h, cbh float64, ed edges) float64 {
	if v, ok := e.tall(n.Style.MaxHeight, n, cbh, ed.vertical()); ok {
		h = math.Min(h, v)
	}
	if v, ok := e.tall(n.Style.MinHeight, n, cbh, ed.vertical()); ok {
		h = math.Max(h, v)
	}
	return math.Max(0, h)
}

// blockHeight is the content height that height, min-height and max-height ask
// for; content is the height of what is inside, w the content width.
func (e *engine) blockHeight(n *box.Box, content, w, cbh float64, ed edges) float64 {
	h := content
	if v, ok := e.tall(n.Style.Height, n, cbh, ed.vertical()); ok {
		h = v
	} else if r := n.Style.AspectRatio; r > 0 && n.Kind == box.BlockBox {
		down := w / r
		if n.Style.BoxSizing == css.BorderBox {
			down = math.Max(0, (w+ed.horizontal())/r-ed.vertical())
		}
		if n.Style.MinHeight.Kind == css.Auto && n.Style.Overflow == css.OverflowVisible {
			down = math.Max(h, down) // min-height: auto keeps the content in
		}
		h = down
	}
	if v, ok := e.tall(n.Style.MaxHeight, n, cbh, ed.vertical()); ok {
		h = math.Min(h, v)
	}
	if v, ok := e.tall(n.Style.MinHeight, n, cbh, ed.vertical()); ok {
		h = math.Max(h, v)
	}
	return h
}
