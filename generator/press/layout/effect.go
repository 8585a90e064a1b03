package layout

import (
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// textLine paints the lines that one element draws through a run of text; at
// is the run's baseline.
func (p *painter) textLine(line css.TextLine, t *display.Text, at rect) {
	if t.Face == nil {
		return
	}
	k := t.Size / 1000
	under, size := t.Face.UnderlinePos*k, t.Face.UnderlineSz*k
	if size <= 0 {
		under, size = -0.1*t.Size, 0.05*t.Size
	}
	strike, strikeSize := t.Face.StrikePos*k, t.Face.StrikeSz*k
	if strikeSize <= 0 {
		strike, strikeSize = 0.3*t.Size, size
	}
	size, strikeSize = line.Thickness.Or(t.Size, size), line.Thickness.Or(t.Size, strikeSize)
	draw := func(bit css.Decoration, y, width float64) {
		if line.Line&bit == 0 {
			return
		}
		if line.Style == css.BorderDouble {
			width *= 3
		}
		p.add(&display.Rule{X1: at.x, Y1: y, X2: at.x + at.w, Y2: y, Width: width, Style: line.Style, Color: line.Color})
	}
	draw(css.Underline, at.y+line.Offset.Or(t.Size, -under)+size/2, size)
	draw(css.Overline, at.y-t.Face.Ascent*k, size)
	draw(css.LineThrough, at.y-strike, strikeSize)
}

// inner is the padding box in the border box r.
func inner(b css.Edges[css.Border], r rect) rect {
	return rect{r.x + b.Left.Width, r.y + b.Top.Width, max(0, r.w-b.Left.Width-b.Right.Width), max(0, r.h-b.Top.Width-b.Bottom.Width)}
}

// shadows paints the outer shadows of the border box r, or the inset ones of the
// padding box r (CSS Backgrounds 3, section 6.1), the last one first.
func (p *painter) shadows(s *css.Style, r rect, radius [4]float64, inset bool) {
	for i := len(s.Shadows) - 1; i >= 0; i-- {
		if sh := s.Shadows[i]; sh.Inset == inset && sh.Color.A > 0 && r.w > 0 && r.h > 0 {
			p.shadow(sh, r, radius)
		}
	}
}

// shadowSteps is in how many steps a blurred shadow fades.
const shadowSteps = 12

// shadow paints one shadow. A blurred one is a stack of shapes, each a little
// smaller, which together let through what is left of a Gaussian.
func (p *painter) shadow(sh css.Shadow, r rect, radius [4]float64) {
	if sh.Blur <= 0 {
		p.shadowShape(sh, sh.Spread, sh.Color, r, radius)
		return
	}
	shown := 0.0
	for k := range shadowSteps {
		at := (float64(k)+0.5)/shadowSteps*2 - 1 // from the outer edge of the blur to the inner
		want := sh.Color.A * (1 + math.Erf(at*math.Sqrt2)) / 2
		step := sh.Color
		step.A = 1 - (1-want)/(1-shown)
		shown = want
		out := -at * sh.Blur
		if sh.Inset {
			out = -out
		}
		if step.A > 0.001 {
			p.shadowShape(sh, sh.Spread+out*sign(sh.Inset), step, r, radius)
		}
	}
}

func sign(negative bool) float64 {
	if negative {
		return -1
	}
	return 1
}

// shadowShape paints the shape of a shadow that is spread by out: an outer one
// shows outside of the box alone, an inset one inside alone.
func (p *painter) shadowShape(sh css.Shadow, out float64, c css.Color, r rect, radius [4]float64) {
	if sh.Inset {
		out = -out
	}
	shape := rect{r.x + sh.X - out, r.y + sh.Y - out, max(0, r.w+2*out), max(0, r.h+2*out)}
	round := radius
	for i := range round {
		if round[i] > 0 {
			round[i] = max(0, round[i]+out)
		}
	}
	if !sh.Inset {
		if shape.w > 0 && shape.h > 0 {
			p.add(&display.Rect{X: shape.x, Y: shape.y, W: shape.w, H: shape.h, Radius: round, Fill: c, Hole: &display.Clip{X: r.x, Y: r.y, W: r.w, H: r.h, Radius: radius}})
		}
		return
	}
	x0, y0, x1, y1 := max(r.x, shape.x), max(r.y, shape.y), min(r.x+r.w, shape.x+shape.w), min(r.y+r.h, shape.y+shape.h)
	full := &display.Rect{X: r.x, Y: r.y, W: r.w, H: r.h, Radius: radius, Fill: c}
	if x1 > x0 && y1 > y0 {
		full.Hole = &display.Clip{X: x0, Y: y0, W: x1 - x0, H: y1 - y0, Radius: round}
	}
	p.add(full)
}

// outline paints the outline of the border box r (CSS UI 4, section 3).
func (p *painter) outline(s *css.Style, r rect, radius [4]float64) {
	if !visible(s.Outline) {
		return
	}
	out := max(s.OutlineOffset, -min(r.w, r.h)/2) + s.Outline.Width
	for i := range radius {
		if radius[i] > 0 {
			radius[i] += out
		}
	}
	b := css.Edges[css.Border]{Top: s.Outline, Right: s.Outline, Bottom: s.Outline, Left: s.Outline}
	p.borders(b, radius, rect{r.x - out, r.y - out, r.w + 2*out, r.h + 2*out})
}

// outlined paints a box's outline when what is in the box is painted.
type outlined struct{ d *deco }

func (o outlined) draw(p *painter, x, y float64) {
	if s := o.d.box.Style; s.Visible {
		p.outline(s, rect{x, y, o.d.w, o.d.h}, radii(s, o.d.w, o.d.h))
	}
}
