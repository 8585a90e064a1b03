package svg

import (
	"fmt"
	"strings"

	"bantin/generator/press/css"
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
	s.color, s.matrix = p.opt.Color, m
	if len(p.opt.Families) > 0 {
		s.families = p.opt.Families
	}
	if p.opt.Size > 0 {
		s.size = p.opt.Size
	}
	s = p.inherit(s, e)
	return p.whole(e, s, func() error { return p.kids(e, s) })
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

// passive are elements that paint nothing by themselves.
var passive = map[string]bool{"": true, "title": true, "desc": true, "metadata": true, "defs": true, "style": true, "linearGradient": true,
	"radialGradient": true, "pattern": true, "clipPath": true, "mask": true, "marker": true, "symbol": true, "script": true, "view": true, "font": true}

// draw draws one element with the inherited style s.
func (p *parser) draw(e *element, s style) error {
	if passive[e.name] {
		return nil
	}
	if p.drawn++; p.drawn > maxElements {
		return fmt.Errorf("%w: more than %d elements are drawn", ErrHuge, maxElements)
	}
	switch e.name {
	case "g", "a", "svg", "switch", "use", "text", "image", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
	default:
		p.warn(e, "<%s> is not supported and is left out", e.name)
		return nil
	}
	em := p.em
	defer func() { p.em = em }()
	if s = p.inherit(s, e); s.hidden {
		return nil
	}
	return p.whole(e, s, func() error { return p.content(e, s) })
}

// content draws an element, without its own opacity, clip path and mask.
func (p *parser) content(e *element, s style) error {
	switch e.name {
	case "svg":
		return p.nested(e, s, e.attrs["width"], e.attrs["height"])
	case "g", "a":
		return p.kids(e, s)
	case "switch":
		for _, k := range e.kids { // the first that can be drawn (SVG 1.1, section 5.8.2)
			if !passive[k.name] && k.name != "foreignObject" && k.attrs["requiredExtensions"] == "" {
				return p.draw(k, s)
			}
		}
		return nil
	case "use":
		return p.use(e, s)
	case "text":
		return p.text(e, s)
	case "image":
		p.image(e, s)
		return nil
	}
	segs := p.shape(e)
	if p.segs += len(segs); p.segs > maxSegs {
		return fmt.Errorf("%w: more than %d path segments", ErrHuge, maxSegs)
	}
	if len(segs) == 0 || !s.visible {
		return nil
	}
	p.add(e, s, segs)
	return p.markers(e, s, segs)
}

// use draws the element that it names, at its place (SVG 2, section 5.5).
func (p *parser) use(e *element, s style) error {
	ref := p.ids[strings.TrimPrefix(e.attrs["href"], "#")]
	if ref == nil || !strings.HasPrefix(e.attrs["href"], "#") {
		p.warn(e, "<use> of %q: the drawing has no such part", e.attrs["href"])
		return nil
	}
	if p.open[ref] || len(p.open) >= maxDepth {
		p.warn(e, "<use> of %q goes in a circle", e.attrs["href"])
		return nil
	}
	p.open[ref] = true
	defer delete(p.open, ref)
	x, _ := p.length(e.attrs["x"], p.view[0])
	y, _ := p.length(e.attrs["y"], p.view[1])
	s.matrix = s.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
	if ref.name != "symbol" && ref.name != "svg" {
		return p.draw(ref, s)
	}
	w, h := e.attrs["width"], e.attrs["height"]
	if w == "" {
		w = ref.attrs["width"]
	}
	if h == "" {
		h = ref.attrs["height"]
	}
	if s = p.inherit(s, ref); s.hidden {
		return nil
	}
	return p.whole(ref, s, func() error { return p.nested(ref, s, w, h) })
}

// nested draws an svg or symbol within the drawing, as large as width and
// height say; what lies outside of it is not seen.
func (p *parser) nested(e *element, s style, width, height string) error {
	was := p.view
	defer func() { p.view = was }()
	x, _ := p.length(e.attrs["x"], p.view[0])
	y, _ := p.length(e.attrs["y"], p.view[1])
	w, okW := p.length(width, p.view[0])
	h, okH := p.length(height, p.view[1])
	w, h = or(okW && width != "auto", w, p.view[0]), or(okH && height != "auto", h, p.view[1])
	if w <= 0 || h <= 0 {
		return nil
	}
	s.matrix = s.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
	var frame pen
	frame.rect(0, 0, w, h, [2]float64{})
	port := &Path{Segs: frame.segs, Matrix: s.matrix}
	p.view = [2]float64{w, h}
	if box, ok := viewBox(e.attrs["viewBox"]); ok {
		s.matrix = s.matrix.Mul(fitBox(box, w, h, e.attrs["preserveAspectRatio"]))
		p.view = [2]float64{box[2], box[3]}
	}
	if o := e.attrs["overflow"]; o == "visible" || o == "auto" {
		return p.kids(e, s)
	}
	items, err := p.apart(func() error { return p.kids(e, s) })
	if len(items) > 0 {
		*p.out = append(*p.out, &Group{Items: items, Opacity: 1, Clip: []*Path{port}})
	}
	return err
}

// apart collects what draw draws.
func (p *parser) apart(draw func() error) ([]Item, error) {
	var items []Item
	was := p.out
	p.out = &items
	err := draw()
	p.out = was
	return items, err
}

// image places a picture (SVG 2, section 12.3).
func (p *parser) image(e *element, s style) {
	if !s.visible {
		return
	}
	if p.opt.Picture == nil {
		p.warn(e, "<image> is not supported and is left out")
		return
	}
	pic, err := p.opt.Picture(e.attrs["href"])
	if err != nil {
		p.warn(e, "<image>: %v", err)
		return
	}
	x, _ := p.length(e.attrs["x"], p.view[0])
	y, _ := p.length(e.attrs["y"], p.view[1])
	w, okW := p.length(e.attrs["width"], p.view[0])
	h, okH := p.length(e.attrs["height"], p.view[1])
	nw, nh := pic.Size()
	switch {
	case nw <= 0 || nh <= 0 || okW && w <= 0 || okH && h <= 0:
		return
	case !okW && !okH:
		w, h = nw/0.75, nh/0.75
	case !okW:
		w = h * nw / nh
	case !okH:
		h = w * nh / nw
	}
	m := fitBox([4]float64{0, 0, nw, nh}, w, h, e.attrs["preserveAspectRatio"])
	im := &Image{Matrix: s.matrix}
	im.X, im.Y, im.W, im.H, im.Picture = x+m[4], y+m[5], nw*m[0], nh*m[3], pic
	var it Item = im
	if strings.Contains(e.attrs["preserveAspectRatio"], "slice") {
		var frame pen
		frame.rect(x, y, w, h, [2]float64{})
		it = &Group{Items: []Item{im}, Opacity: 1, Clip: []*Path{{Segs: frame.segs, Matrix: s.matrix}}}
	}
	*p.out = append(*p.out, it)
}

// add appends one painted path; what is transparent in places, and a stroke
// below its fill, are paths of their own.
func (p *parser) add(e *element, s style, segs []Seg) {
	path := Path{
		Segs: segs, Matrix: s.matrix, EvenOdd: s.evenOdd,
		Width: s.width, Cap: s.cap, Join: s.join, Miter: s.miter, Dash: s.dash, DashOffset: s.dashOffset,
		FillOpacity: s.fillOpacity, StrokeOpacity: s.strokeOpacity,
	}
	if _, _, w, h := bounds(segs); w > 0 && h > 0 { // readers of PDF paint what has no area as a hair
		if pattern := p.pattern(s.fill); pattern != nil {
			p.tiled(e, pattern, s, segs)
		} else {
			path.Fill = p.paint(e, s.fill, s.color, segs)
		}
	}
	if s.width > 0 {
		path.Stroke = p.paint(e, s.stroke, s.color, segs)
	}
	if path.Fill == nil && path.Stroke == nil {
		return
	}
	if !s.strokeFirst && !path.Fill.fades() && !path.Stroke.fades() {
		*p.out = append(*p.out, &path)
		return
	}
	fill, stroke := path, path
	fill.Stroke, stroke.Fill = nil, nil
	parts := [2]*Path{&fill, &stroke}
	if s.strokeFirst {
		parts[0], parts[1] = parts[1], parts[0]
	}
	for _, part := range parts {
		if part.Fill != nil || part.Stroke != nil {
			*p.out = append(*p.out, fading(part))
		}
	}
}

// fades reports whether a paint is a gradient that is transparent somewhere.
func (p *Paint) fades() bool {
	if p != nil && p.Gradient != nil {
		for _, s := range p.Gradient.Stops {
			if s.Color.A < 1 {
				return true
			}
		}
	}
	return false
}

// fading is a path of one paint; when that is transparent in places, the opaque
// path through a mask of the same shape, as bright as it is to be seen.
func fading(path *Path) Item {
	paint := &path.Fill
	if path.Fill == nil {
		paint = &path.Stroke
	}
	if !(*paint).fades() {
		return path
	}
	colour, light := *(*paint).Gradient, *(*paint).Gradient
	colour.Stops, light.Stops = nil, nil
	for _, s := range (*paint).Gradient.Stops {
		light.Stops = append(light.Stops, Stop{s.Offset, css.Color{Space: css.Gray, C: [4]float64{s.Color.A}, A: 1}})
		s.Color.A = 1
		colour.Stops = append(colour.Stops, s)
	}
	mask := *path
	mask.FillOpacity, mask.StrokeOpacity = 1, 1
	if path.Fill != nil {
		mask.Fill = &Paint{Color: css.Black, Gradient: &light}
	} else {
		mask.Stroke = &Paint{Color: css.Black, Gradient: &light}
	}
	*paint = &Paint{Color: css.Black, Gradient: &colour}
	return &Group{Items: []Item{path}, Opacity: 1, Mask: &Group{Items: []Item{&mask}, Opacity: 1}}
}
