package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// painter turns placed fragments of one page into display items.
type painter struct {
	e        *engine
	pass     *pass
	page     *display.Page
	state    *pageState
	column   int  // 1-based, 0 outside of columns
	artifact bool // margin boxes: nothing goes into the structure tree
	rects    map[*box.Box]rect
	area     rect // page area, the initial containing block
	stream   stream
	stack    *stacking
	clips    []clipping
	inline   []op // absolute boxes met in lines, painted when the boxes around are known
}

// rect is an area of the page.
type rect struct{ x, y, w, h float64 }

func (p *painter) add(it display.Item) {
	if !p.pass.dry {
		p.page.Items = append(p.page.Items, it)
	}
}

// findAt records a finding about n, or about what stands there when n is nil, at
// a place of the current page.
func (p *painter) findAt(code Code, n *box.Box, msg string, at rect) *Finding {
	f := Finding{Page: p.page.Number, Column: p.column, Code: code, Message: msg, X: at.x, Y: at.y, W: at.w, H: at.h}
	f.about(p.e, n)
	p.pass.findings = append(p.pass.findings, f)
	return &p.pass.findings[len(p.pass.findings)-1]
}

// elem is the structure element that content of b belongs to, nil for artifacts.
func (p *painter) elem(b *box.Box) *display.Elem {
	if p.artifact {
		return nil
	}
	return p.e.tags.elem(b)
}

// deco paints a box's background and borders and notes where the box is.
type deco struct {
	box         *box.Box
	w, h        float64 // border box
	top, bottom bool    // cut off by a break: no edge there
	again       bool    // a later fragment of the box
}

func (d *deco) draw(p *painter, x, y float64) {
	s := d.box.Style
	if !d.again {
		note{d.box}.draw(p, x, y)
	}
	if _, known := p.rects[d.box]; p.rects != nil && !(d.again && known) && (s.Position == css.Relative || s.Position == css.Absolute) {
		b := s.Border
		p.rects[d.box] = rect{x + b.Left.Width, y + b.Top.Width, d.w - b.Left.Width - b.Right.Width, d.h - b.Top.Width - b.Bottom.Width}
	}
	if s.Visible {
		p.boxDecoration(d, s, x, y)
	}
	if p.stack != nil && p.stack.root == d.box {
		p.stack.floor = len(p.page.Items)
	}
}

// boxDecoration paints background and borders of one fragment.
func (p *painter) boxDecoration(d *deco, s *css.Style, x, y float64) {
	b := s.Border
	if d.box.Kind == box.TableBox && s.BorderCollapse {
		b = css.Edges[css.Border]{} // its cells paint what won
	}
	radius := radii(s, d.w, d.h)
	if d.top {
		b.Top = css.Border{}
		radius[0], radius[1] = 0, 0
	}
	if d.bottom {
		b.Bottom = css.Border{}
		radius[2], radius[3] = 0, 0
	}
	r := rect{x, y, d.w, d.h}
	p.shadows(s, r, radius, false)
	if d.box != p.e.canvas || p.artifact {
		p.background(s, b, r, radius)
	}
	if s.Shadows != nil {
		p.shadows(s, inner(b, r), innerCorners(radius, s, b, css.PaddingEdge), true)
	}
	p.borders(b, radius, r)
}

// radii resolves border-radius and shrinks overlapping curves (CSS Backgrounds
// 3, section 4.5).
func radii(s *css.Style, w, h float64) (r [4]float64) {
	f := 1.0
	for i := range r {
		r[i] = max(0, s.Radius[i].Or(min(w, h), 0))
	}
	for _, side := range [...][3]float64{{r[0], r[1], w}, {r[1], r[2], h}, {r[2], r[3], w}, {r[3], r[0], h}} {
		if sum := side[0] + side[1]; sum > side[2] && sum > 0 {
			f = min(f, side[2]/sum)
		}
	}
	for i := range r {
		r[i] *= f
	}
	return r
}

func visible(b css.Border) bool {
	return b.Width > 0 && b.Style != css.BorderNone && b.Style != css.BorderHidden && b.Color.A > 0
}

// borders paints the edges: one frame when all are alike, else a line a side.
func (p *painter) borders(b css.Edges[css.Border], radius [4]float64, r rect) {
	if visible(b.Top) && b.Top == b.Right && b.Top == b.Bottom && b.Top == b.Left {
		half := b.Top.Width / 2
		for i := range radius {
			radius[i] = max(0, radius[i]-half)
		}
		p.add(&display.Frame{X: r.x + half, Y: r.y + half, W: r.w - 2*half, H: r.h - 2*half, Radius: radius, Width: b.Top.Width, Style: b.Top.Style, Color: b.Top.Color})
		return
	}
	line := func(e css.Border, x1, y1, x2, y2 float64) {
		if visible(e) {
			p.add(&display.Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: e.Width, Style: e.Style, Color: e.Color})
		}
	}
	line(b.Top, r.x, r.y+b.Top.Width/2, r.x+r.w, r.y+b.Top.Width/2)
	line(b.Right, r.x+r.w-b.Right.Width/2, r.y, r.x+r.w-b.Right.Width/2, r.y+r.h)
	line(b.Bottom, r.x, r.y+r.h-b.Bottom.Width/2, r.x+r.w, r.y+r.h-b.Bottom.Width/2)
	line(b.Left, r.x+b.Left.Width/2, r.y, r.x+b.Left.Width/2, r.y+r.h)
}

// ruleLine is a column rule.
type ruleLine struct {
	h      float64
	border css.Border
}

func (r *ruleLine) draw(p *painter, x, y float64) {
	p.add(&display.Rule{X1: x, Y1: y, X2: x, Y2: y + r.h, Width: r.border.Width, Style: r.border.Style, Color: r.border.Color})
}

// clip paints a fragment inside the padding box of n only (overflow: hidden).
type clip struct {
	n    *box.Box
	ed   edges
	w, h float64
	f    *frag
}

func (c *clip) draw(p *painter, x, y float64) {
	r := radii(c.n.Style, c.w, c.h)
	edge := max(c.ed.bl, c.ed.bt)
	for i := range r {
		r[i] = max(0, r[i]-edge)
	}
	at := display.Clip{X: x + c.ed.bl, Y: y + c.ed.bt, W: c.w - c.ed.bl - c.ed.br, H: c.h - c.ed.bt - c.ed.bb, Radius: r}
	p.add(&display.Push{Clip: at})
	p.clips = append(p.clips, clipping{c.n, at})
	c.f.draw(p, x, y)
	p.clips = p.clips[:len(p.clips)-1]
	p.add(&display.Pop{})
}
