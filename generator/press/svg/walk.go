package svg

import (
	"fmt"
	"strings"
)

// root measures the picture and draws it. Lengths in pixels become pt.
func (p *parser) root(e *element) error {
	box, hasBox := viewBox(e.attrs["viewBox"])
	w, okW := length(e.attrs["width"], 0)
	h, okH := length(e.attrs["height"], 0)
	okW = okW && w > 0 && !strings.HasSuffix(e.attrs["width"], "%")
	okH = okH && h > 0 && !strings.HasSuffix(e.attrs["height"], "%")
	switch { // the missing side follows from the shape of the view box (CSS Images 3, 5.2)
	case okW && okH:
	case okW && hasBox:
		h = w * box[3] / box[2]
	case okH && hasBox:
		w = h * box[2] / box[3]
	case hasBox:
		w, h = box[2], box[3]
	default:
		w, h = or(okW, w, 300), or(okH, h, 150)
	}
	const limit = 1e5 // px, 26 m
	if !(w > 0 && h > 0 && w <= limit && h <= limit) {
		return fmt.Errorf("%w: %g x %g pixels", ErrBroken, w, h)
	}
	p.d.Width, p.d.Height = w*0.75, h*0.75
	m := Matrix{0.75, 0, 0, 0.75, 0, 0}
	p.view = [2]float64{w, h}
	if hasBox {
		m = m.Mul(fitBox(box, w, h, e.attrs["preserveAspectRatio"]))
		p.view = [2]float64{box[2], box[3]}
	}
	s := initial
	s.color = p.color
	s.matrix = m
	s = p.inherit(s, e)
	return p.kids(e, s)
}

func or(ok bool, v, def float64) float64 {
	if ok {
		return v
	}
	return def
}

func (p *parser) kids(e *element, s style) error {
	for _, k := range e.kids {
		if err := p.draw(k, s); err != nil {
			return err
		}
	}
	return nil
}

// draw draws one element with the inherited style s.
func (p *parser) draw(e *element, s style) error {
	switch e.name {
	case "title", "desc", "metadata", "defs", "linearGradient", "radialGradient":
		return nil
	case "g", "a", "svg", "switch", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
	default:
		p.warn(e, "<%s> is not supported and is left out", e.name)
		return nil
	}
	s = p.inherit(s, e)
	if s.hidden {
		return nil
	}
	switch e.name {
	case "svg":
		return p.kids(e, p.nested(e, s))
	case "g", "a", "switch":
		return p.kids(e, s)
	}
	segs := p.shape(e)
	if p.segs += len(segs); p.segs > maxSegs {
		return fmt.Errorf("%w: more than %d path segments", ErrHuge, maxSegs)
	}
	if len(segs) > 0 && s.visible {
		p.add(e, s, segs)
	}
	return nil
}

// nested moves into an svg element within the drawing.
func (p *parser) nested(e *element, s style) style {
	x, _ := length(e.attrs["x"], p.view[0])
	y, _ := length(e.attrs["y"], p.view[1])
	w, okW := length(e.attrs["width"], p.view[0])
	h, okH := length(e.attrs["height"], p.view[1])
	w, h = or(okW, w, p.view[0]), or(okH, h, p.view[1])
	s.matrix = s.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
	if box, ok := viewBox(e.attrs["viewBox"]); ok {
		s.matrix = s.matrix.Mul(fitBox(box, w, h, e.attrs["preserveAspectRatio"]))
	}
	return s
}

// add appends one painted path.
func (p *parser) add(e *element, s style, segs []Seg) {
	path := Path{
		Segs: segs, Matrix: s.matrix, EvenOdd: s.evenOdd,
		Width: s.width, Cap: s.cap, Join: s.join, Miter: s.miter, Dash: s.dash, DashOffset: s.dashOffset,
		FillOpacity: s.opacity * s.fillOpacity, StrokeOpacity: s.opacity * s.strokeOpacity,
	}
	path.Fill = p.paint(e, s.fill, s.color, segs)
	if path.Stroke = p.paint(e, s.stroke, s.color, segs); path.Stroke != nil && path.Stroke.Gradient != nil {
		p.warn(e, "a gradient on a stroke is not supported; its first colour is used")
		path.Stroke = &Paint{Color: path.Stroke.Gradient.Stops[0].Color}
	}
	if path.Fill != nil || path.Stroke != nil && path.Width > 0 {
		p.d.Paths = append(p.d.Paths, path)
	}
}
