package svg

import "math"

// shape returns the outline of a basic shape or path (SVG 1.1, chapters 8, 9).
func (p *parser) shape(e *element) []Seg {
	num := func(name string, ref float64) float64 {
		v := e.attrs[name]
		if v == "" {
			return 0
		}
		n, ok := p.length(v, ref)
		if !ok {
			p.warn(e, "%s %q is not understood and is taken as 0", name, v)
		}
		return n
	}
	w, h, d := p.view[0], p.view[1], diagonal(p.view)
	var n pen
	switch e.name {
	case "path":
		segs, ok := pathData(e.attrs["d"])
		if !ok {
			p.warn(e, "path data has a mistake; the path ends there")
		}
		return segs
	case "rect":
		n.rect(num("x", w), num("y", h), num("width", w), num("height", h), p.radii(e))
	case "circle":
		r := num("r", d)
		n.ellipse(num("cx", w), num("cy", h), r, r)
	case "ellipse":
		n.ellipse(num("cx", w), num("cy", h), num("rx", w), num("ry", h))
	case "line":
		n.move(num("x1", w), num("y1", h))
		n.line(num("x2", w), num("y2", h))
	case "polyline", "polygon":
		n.points(e.attrs["points"])
		if e.name == "polygon" && len(n.segs) > 0 {
			n.close()
		}
	}
	return n.segs
}

// radii are the corner radii of a rect: one that is missing equals the other.
func (p *parser) radii(e *element) [2]float64 {
	rx, okX := p.length(e.attrs["rx"], p.view[0])
	ry, okY := p.length(e.attrs["ry"], p.view[1])
	if !okX {
		rx = ry
	}
	if !okY {
		ry = rx
	}
	return [2]float64{max(0, rx), max(0, ry)}
}

func (n *pen) rect(x, y, w, h float64, r [2]float64) {
	if w <= 0 || h <= 0 {
		return
	}
	rx, ry := math.Min(r[0], w/2), math.Min(r[1], h/2)
	if rx == 0 || ry == 0 {
		n.move(x, y)
		n.line(x+w, y)
		n.line(x+w, y+h)
		n.line(x, y+h)
		n.close()
		return
	}
	n.move(x+rx, y)
	n.line(x+w-rx, y)
	n.arc(rx, ry, 0, false, true, x+w, y+ry)
	n.line(x+w, y+h-ry)
	n.arc(rx, ry, 0, false, true, x+w-rx, y+h)
	n.line(x+rx, y+h)
	n.arc(rx, ry, 0, false, true, x, y+h-ry)
	n.line(x, y+ry)
	n.arc(rx, ry, 0, false, true, x+rx, y)
	n.close()
}

func (n *pen) ellipse(cx, cy, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		return
	}
	n.move(cx+rx, cy)
	n.arc(rx, ry, 0, false, true, cx-rx, cy)
	n.arc(rx, ry, 0, false, true, cx+rx, cy)
	n.close()
}

func (n *pen) points(s string) {
	sc := scanner{s: s}
	for {
		x, ok1 := sc.number()
		y, ok2 := sc.number()
		if !ok1 || !ok2 || len(n.segs) > maxSegs {
			return
		}
		if len(n.segs) == 0 {
			n.move(x, y)
		} else {
			n.line(x, y)
		}
	}
}
