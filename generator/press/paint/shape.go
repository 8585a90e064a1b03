package paint

import (
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

func (g *page) rect(r *display.Rect) {
	if r.Fill.A <= 0 || r.W <= 0 || r.H <= 0 {
		return
	}
	g.endText()
	g.fillColor(r.Fill)
	if h := r.Hole; h != nil {
		g.push()
		defer g.pop()
		x0, y0, x1, y1 := min(r.X, h.X), min(r.Y, h.Y), max(r.X+r.W, h.X+h.W), max(r.Y+r.H, h.Y+h.H)
		g.c.RoundRect(g.x(x0), g.y(y1), x1-x0, y1-y0, [4]float64{})
		g.c.RoundRect(g.x(h.X), g.y(h.Y+h.H), h.W, h.H, h.Radius)
		g.c.Op("W*")
		g.c.Op("n")
	}
	g.c.RoundRect(g.x(r.X), g.y(r.Y+r.H), r.W, r.H, r.Radius)
	g.c.Op("f")
}

func (g *page) clip(c display.Clip) {
	g.c.RoundRect(g.x(c.X), g.y(c.Y+c.H), max(0, c.W), max(0, c.H), c.Radius)
	g.c.Op("W")
	g.c.Op("n")
}

// rule paints a line. Dashes are twice as long as the line is wide, dots are
// round, and both are stretched so that whole ones fill the length; a double
// line has thirds (CSS Backgrounds 3, section 4.2).
func (g *page) rule(r *display.Rule) {
	if !painted(r.Style, r.Width, r.Color) {
		return
	}
	x1, y1, x2, y2 := g.x(r.X1), g.y(r.Y1), g.x(r.X2), g.y(r.Y2)
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 {
		return
	}
	g.endText()
	if r.Style == css.BorderDouble {
		nx, ny := -(y2-y1)/length*r.Width/3, (x2-x1)/length*r.Width/3
		g.line(r.Color, r.Width/3, x1+nx, y1+ny, x2+nx, y2+ny)
		g.line(r.Color, r.Width/3, x1-nx, y1-ny, x2-nx, y2-ny)
		return
	}
	if r.Style == css.BorderSolid {
		g.line(r.Color, r.Width, x1, y1, x2, y2)
		return
	}
	g.push()
	if r.Style == css.BorderDotted { // the round caps need room within the length
		ux, uy := (x2-x1)/length*r.Width/2, (y2-y1)/length*r.Width/2
		if length > r.Width {
			x1, y1, x2, y2, length = x1+ux, y1+uy, x2-ux, y2-uy, length-r.Width
		}
	}
	g.dash(r.Style, r.Width, length)
	g.line(r.Color, r.Width, x1, y1, x2, y2)
	g.pop()
}

func painted(style css.BorderStyle, width float64, c css.Color) bool {
	return style != css.BorderNone && style != css.BorderHidden && width > 0 && c.A > 0
}

// dash sets the dash pattern for a line of the given length.
func (g *page) dash(style css.BorderStyle, width, length float64) {
	if style == css.BorderDotted {
		gaps := max(1, math.Round(length/(2*width)))
		g.c.Dash([]float64{0, length / gaps}, 0)
		g.c.Op("J", 1)
		return
	}
	dashes := max(1, math.Round((length/(2*width)+1)/2)) // as many gaps as dashes, but one
	part := length / (2*dashes - 1)
	g.c.Dash([]float64{part, part}, 0)
}

func (g *page) line(c css.Color, width, x1, y1, x2, y2 float64) {
	g.strokeColor(c)
	g.c.Op("w", width)
	g.c.Op("m", x1, y1)
	g.c.Op("l", x2, y2)
	g.c.Op("S")
}

// frame paints a border of one style all round.
func (g *page) frame(f *display.Frame) {
	if !painted(f.Style, f.Width, f.Color) || f.W < 0 || f.H < 0 {
		return
	}
	g.push()
	g.strokeColor(f.Color)
	width, spread := f.Width, []float64{0}
	switch f.Style {
	case css.BorderDouble:
		width, spread = f.Width/3, []float64{-f.Width / 3, f.Width / 3}
	case css.BorderDashed, css.BorderDotted:
		length := 2 * (f.W + f.H)
		if parts := 2 * max(1, math.Round(length/(4*width))); f.Style == css.BorderDashed {
			g.c.Dash([]float64{length / parts, length / parts}, length/parts/2)
		} else {
			g.c.Dash([]float64{0, 2 * length / parts}, 0)
			g.c.Op("J", 1)
		}
	}
	g.c.Op("w", width)
	for _, s := range spread {
		radius := f.Radius
		for i := range radius {
			if radius[i] > 0 {
				radius[i] = max(0, radius[i]+s)
			}
		}
		g.c.RoundRect(g.x(f.X-s), g.y(f.Y+f.H+s), max(0, f.W+2*s), max(0, f.H+2*s), radius)
		g.c.Op("S")
	}
	g.pop()
}
