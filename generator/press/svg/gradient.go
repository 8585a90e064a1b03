package svg

import (
	"math"

	"bantin/generator/press/css"
)

// gradient resolves a gradient for a path (SVG 1.1, chapter 13). A single stop
// is a plain colour, none paints nothing.
func (p *parser) gradient(e *element, segs []Seg, current css.Color) *Paint {
	attr, stops := p.chain(e, current)
	switch len(stops) {
	case 0:
		return nil
	case 1:
		return &Paint{Color: stops[0].Color}
	}
	if s := attr("spreadMethod"); s != "" && s != "pad" {
		p.warn(e, "spreadMethod %s is not supported; pad is used", s)
	}
	g := &Gradient{Radial: e.name == "radialGradient", Matrix: Identity, Stops: stops}
	view := p.view
	if attr("gradientUnits") != "userSpaceOnUse" {
		view = [2]float64{1, 1}
		x, y, w, h := bounds(segs)
		if w == 0 || h == 0 { // the box has no area: nothing is painted with the gradient
			return &Paint{Color: stops[len(stops)-1].Color}
		}
		g.Matrix = Matrix{w, 0, 0, h, x, y}
	}
	if m, ok := transform(attr("gradientTransform")); ok {
		g.Matrix = g.Matrix.Mul(m)
	}
	num := func(name, def string, ref float64) float64 {
		v := attr(name)
		if v == "" {
			v = def
		}
		n, _ := length(v, ref)
		return n
	}
	if !g.Radial {
		g.X1, g.Y1 = num("x1", "0%", view[0]), num("y1", "0%", view[1])
		g.X2, g.Y2 = num("x2", "100%", view[0]), num("y2", "0%", view[1])
	} else {
		g.X2, g.Y2, g.R2 = num("cx", "50%", view[0]), num("cy", "50%", view[1]), num("r", "50%", diagonal(view))
		g.X1, g.Y1 = g.X2, g.Y2
		if attr("fx") != "" {
			g.X1 = num("fx", "", view[0])
		}
		if attr("fy") != "" {
			g.Y1 = num("fy", "", view[1])
		}
		g.focus()
	}
	if g.X1 == g.X2 && g.Y1 == g.Y2 && g.R2 <= 0 {
		return &Paint{Color: stops[len(stops)-1].Color}
	}
	return &Paint{Color: css.Color{A: 1}, Gradient: g}
}

// focus moves the focal point into the circle, where SVG 1.1 wants it.
func (g *Gradient) focus() {
	dx, dy := g.X1-g.X2, g.Y1-g.Y2
	if d := math.Hypot(dx, dy); d > g.R2*0.99 && d > 0 {
		g.X1, g.Y1 = g.X2+dx/d*g.R2*0.99, g.Y2+dy/d*g.R2*0.99
	}
}

// chain follows href to where attributes and stops are written.
func (p *parser) chain(e *element, current css.Color) (attr func(string) string, stops []Stop) {
	var all []*element
	for at := e; at != nil && len(all) < 8; {
		all = append(all, at)
		if len(stops) == 0 {
			stops = p.stops(at, current)
		}
		href := at.attrs["href"]
		if len(href) < 2 || href[0] != '#' {
			break
		}
		at = p.ids[href[1:]]
	}
	return func(name string) string {
		for _, at := range all {
			if v := at.attrs[name]; v != "" {
				return v
			}
		}
		return ""
	}, stops
}

// stops reads the stops and fills up to both ends.
func (p *parser) stops(e *element, current css.Color) []Stop {
	var out []Stop
	last := 0.0
	for _, k := range e.kids {
		if k.name != "stop" || len(out) >= 256 {
			continue
		}
		off, _ := length(k.attrs["offset"], 1)
		last = math.Min(math.Max(off, last), 1)
		c := css.Black
		if v := k.attrs["stop-color"]; v != "" {
			var ok bool
			if c, ok = parseColor(v, current); !ok {
				p.warn(k, "colour %q is not understood; black is used", v)
				c = css.Black
			}
		}
		if o, ok := length(k.attrs["stop-opacity"], 1); ok {
			c.A *= min(max(o, 0), 1)
		}
		out = append(out, Stop{last, c})
	}
	if len(out) > 1 && out[0].Offset > 0 {
		out = append([]Stop{{0, out[0].Color}}, out...)
	}
	if len(out) > 1 && last < 1 {
		out = append(out, Stop{1, out[len(out)-1].Color})
	}
	return out
}

// bounds is the box around a path; curves count with where they really reach.
func bounds(segs []Seg) (x, y, w, h float64) {
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	add := func(axis int, v float64) { lo[axis], hi[axis] = min(lo[axis], v), max(hi[axis], v) }
	var at [2]float64
	for _, s := range segs {
		switch s.Op {
		case 'M', 'L':
			at = [2]float64{s.P[0], s.P[1]}
		case 'C':
			for axis := range 2 {
				for _, t := range extremes(at[axis], s.P[axis], s.P[2+axis], s.P[4+axis]) {
					u := 1 - t
					add(axis, u*u*u*at[axis]+3*u*u*t*s.P[axis]+3*u*t*t*s.P[2+axis]+t*t*t*s.P[4+axis])
				}
			}
			at = [2]float64{s.P[4], s.P[5]}
		}
		add(0, at[0])
		add(1, at[1])
	}
	if math.IsInf(lo[0], 0) {
		return 0, 0, 0, 0
	}
	return lo[0], lo[1], hi[0] - lo[0], hi[1] - lo[1]
}

// extremes are the parameters between 0 and 1 where a cubic turns.
func extremes(p0, p1, p2, p3 float64) []float64 {
	a, b, c := p3-3*p2+3*p1-p0, 2*(p2-2*p1+p0), p1-p0
	var out []float64
	keep := func(t float64) {
		if t > 0 && t < 1 {
			out = append(out, t)
		}
	}
	if a == 0 {
		if b != 0 {
			keep(-c / b)
		}
		return out
	}
	if d := b*b - 4*a*c; d >= 0 {
		keep((-b + math.Sqrt(d)) / (2 * a))
		keep((-b - math.Sqrt(d)) / (2 * a))
	}
	return out
}
