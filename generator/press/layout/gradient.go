package layout

import (
	"fmt"
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	picfile "bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// shaded is a gradient as a picture of w x h pt (CSS Images 3, section 3).
func shaded(g *css.Gradient, w, h float64) display.Picture {
	s := &svg.Gradient{Radial: g.Radial, Matrix: svg.Identity}
	length := 0.0
	var place func(t float64) (x, y float64)
	var low, high float64 // the part of the gradient line that is seen
	if g.Radial {
		cx, cy := g.Centre[0].Or(w, 0), g.Centre[1].Or(h, 0)
		rx, ry := radii2(g, cx, cy, w, h)
		s.Matrix = svg.Matrix{1, 0, 0, ry / rx, cx, cy}
		length = rx
		for _, c := range [4][2]float64{{0, 0}, {w, 0}, {0, h}, {w, h}} {
			high = max(high, math.Hypot(c[0]-cx, (c[1]-cy)*rx/ry)/rx)
		}
	} else {
		dx, dy := direction(g, w, h)
		length = math.Abs(w*dx) + math.Abs(h*dy)
		place = func(t float64) (x, y float64) { return w/2 + dx*length*(t-.5), h/2 + dy*length*(t-.5) }
		high = 1
	}
	stops := stopsOf(g, length)
	if g.Repeat {
		stops = bands(stops, low, high)
	}
	a, b := stops[0].Offset, stops[len(stops)-1].Offset
	if b-a < 1e-3 && (!g.Radial || a > 0.5e-3) { // all at one place: a hard edge, with a little of its colours round it
		first, last := stops[0], stops[len(stops)-1]
		a, b = a-0.5e-3, b+0.5e-3
		first.Offset, last.Offset = a, b
		stops = append(append([]svg.Stop{first}, stops...), last)
	}
	if g.Radial {
		a = max(a, 0)
		b = max(b, a+1e-6)
		s.R1, s.R2 = length*a, length*b
	} else {
		s.X1, s.Y1 = place(a)
		s.X2, s.Y2 = place(b)
	}
	for i := range stops {
		stops[i].Offset = min(max((stops[i].Offset-a)/(b-a), 0), 1)
	}
	stops[0].Offset, stops[len(stops)-1].Offset = 0, 1
	s.Stops = stops
	return picfile.Drawn(svg.Shaded(w, h, s), fmt.Sprintf("%v %v %v", w, h, *s))
}

// direction is the way of a linear gradient, a unit vector.
func direction(g *css.Gradient, w, h float64) (x, y float64) {
	if g.Corner != [2]int{} {
		x, y = float64(g.Corner[0])*h, float64(g.Corner[1])*w
		l := math.Hypot(x, y)
		return x / l, y / l
	}
	sin, cos := math.Sincos(g.Angle * math.Pi / 180)
	return sin, -cos
}

// radii2 are the radii of a radial gradient (section 3.2.1); never zero.
func radii2(g *css.Gradient, cx, cy, w, h float64) (rx, ry float64) {
	left, right, top, bottom := math.Abs(cx), math.Abs(w-cx), math.Abs(cy), math.Abs(h-cy)
	pick := math.Max
	if g.Extent == "closest-side" || g.Extent == "closest-corner" {
		pick = math.Min
	}
	rx, ry = pick(left, right), pick(top, bottom)
	switch g.Extent {
	case "":
		rx, ry = g.Radius[0].Or(w, 0), g.Radius[1].Or(h, 0)
	case "closest-side", "farthest-side":
		if g.Circle {
			rx = pick(rx, ry)
			ry = rx
		}
	default:
		if g.Circle {
			rx = math.Hypot(rx, ry)
			ry = rx
		} else { // of the side's shape, through the corner
			rx, ry = rx*math.Sqrt2, ry*math.Sqrt2
		}
	}
	return max(rx, 1e-3), max(ry, 1e-3)
}

// stopsOf places the colours along a line: in rising order, those without a
// place evenly between (section 3.4.3). A colour that is not seen at all takes
// that of its neighbour on each side, since colours are mixed by how much they
// are seen.
func stopsOf(g *css.Gradient, length float64) []svg.Stop {
	n := len(g.Stops)
	at, known := make([]float64, n), make([]bool, n)
	last := math.Inf(-1)
	for i, s := range g.Stops {
		v, ok := s.At.Resolve(length)
		if length > 0 {
			v /= length
		}
		switch {
		case ok:
		case i == 0:
			v, ok = 0, true
		case i == n-1:
			v, ok = 1, true
		}
		if ok {
			last = max(last, v)
			at[i], known[i] = last, true
		}
	}
	for i := 1; i < n; i++ {
		if known[i] {
			continue
		}
		end := i
		for !known[end] {
			end++
		}
		for k := i; k < end; k++ {
			at[k], known[k] = at[i-1]+(at[end]-at[i-1])*float64(k-i+1)/float64(end-i+1), true
		}
	}
	var out []svg.Stop
	for i, s := range g.Stops {
		if s.Color.A > 0 {
			out = append(out, svg.Stop{Offset: at[i], Color: s.Color})
			continue
		}
		for _, k := range [2]int{i - 1, i + 1} {
			if k >= 0 && k < n {
				c := g.Stops[k].Color
				c.A = 0
				out = append(out, svg.Stop{Offset: at[i], Color: c})
			}
		}
	}
	return out
}

// maxBands bounds how often a gradient is repeated.
const maxBands = 400

// bands goes on with stops over the part of the line from low to high.
func bands(stops []svg.Stop, low, high float64) []svg.Stop {
	a, b := stops[0].Offset, stops[len(stops)-1].Offset
	period := b - a
	if period < (high-low)/maxBands || period <= 0 {
		return stops
	}
	var out []svg.Stop
	for k := math.Floor((low - a) / period); k <= math.Ceil((high-b)/period); k++ {
		for _, s := range stops {
			s.Offset += k * period
			out = append(out, s)
		}
	}
	return out
}
