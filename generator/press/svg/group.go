package svg

import (
	"math"
	"strings"
)

// reference is the element that url(#…) of a property names: nil for none, and
// when the drawing has no such element of that name.
func (p *parser) reference(e *element, property, name string) *element {
	v := e.attrs[property]
	if v == "" || v == "none" || v == "inherit" {
		return nil
	}
	id, ok := strings.CutPrefix(v, "url(")
	id, _, _ = strings.Cut(id, ")")
	ref := p.ids[strings.TrimPrefix(strings.Trim(id, "'\" "), "#")]
	if !ok || ref == nil || ref.name != name {
		p.warn(e, "%s %q is not understood and is ignored", property, v)
		return nil
	}
	return ref
}

// whole draws an element as a group when it has an opacity, a clip path or a
// mask of its own (SVG 2, section 3.6).
func (p *parser) whole(e *element, s style, draw func() error) error {
	clip, mask := p.reference(e, "clip-path", "clipPath"), p.reference(e, "mask", "mask")
	if clip == nil && mask == nil && s.opacity >= 1 || p.open[clip] || p.open[mask] {
		return draw()
	}
	items, err := p.apart(draw)
	if err != nil || len(items) == 0 || s.opacity <= 0 {
		return err
	}
	g := &Group{Items: items, Opacity: s.opacity}
	for range maxDepth { // a clip path that is itself clipped
		if clip == nil || g == nil {
			break
		}
		p.open[clip] = true
		g = p.clipped(g, clip, e, s)
		next := p.reference(clip, "clip-path", "clipPath")
		delete(p.open, clip)
		clip = next
	}
	if g != nil && mask != nil {
		g, err = p.masked(g, mask, s)
	}
	if g != nil {
		*p.out = append(*p.out, simple(g))
	}
	return err
}

// simple is a path with the group's opacity when the group is no more than that.
func simple(g *Group) Item {
	if len(g.Items) != 1 || g.Clip != nil || g.Mask != nil {
		return g
	}
	path, ok := g.Items[0].(*Path)
	if !ok || path.Fill != nil && path.Stroke != nil {
		return g
	}
	path.FillOpacity *= g.Opacity
	path.StrokeOpacity *= g.Opacity
	return path
}

// clipped is g within a clip path; nil when nothing of it is seen.
func (p *parser) clipped(g *Group, clip, e *element, s style) *Group {
	t := initial
	t.matrix = s.matrix
	if clip.attrs["clipPathUnits"] == "objectBoundingBox" {
		t.matrix = t.matrix.Mul(boxOf(g.Items, s.matrix))
	}
	t = p.inherit(t, clip)
	var parts []*Path
	var collect func(k *element, t style, depth int)
	collect = func(k *element, t style, depth int) {
		if passive[k.name] || depth > 8 {
			return
		}
		if t = p.inherit(t, k); t.hidden || !t.visible {
			return
		}
		switch k.name {
		case "use":
			x, _ := p.length(k.attrs["x"], p.view[0])
			y, _ := p.length(k.attrs["y"], p.view[1])
			t.matrix = t.matrix.Mul(Matrix{1, 0, 0, 1, x, y})
			if ref := p.ids[strings.TrimPrefix(k.attrs["href"], "#")]; ref != nil {
				collect(ref, t, depth+1)
			}
		case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon":
			segs := p.shape(k)
			if p.segs += len(segs); len(segs) > 0 && p.segs <= maxSegs {
				parts = append(parts, &Path{Segs: segs, Matrix: t.matrix, EvenOdd: k.attrs["clip-rule"] == "evenodd" || clip.attrs["clip-rule"] == "evenodd"})
			}
		default:
			p.warn(k, "<%s> in a clip path is not supported and is left out", k.name)
		}
	}
	for _, k := range clip.kids {
		collect(k, t, 0)
	}
	if len(parts) == 0 {
		return nil
	}
	if g.Clip == nil {
		g.Clip = parts
		return g
	}
	return &Group{Items: []Item{g}, Opacity: 1, Clip: parts}
}

// masked is g through a mask.
func (p *parser) masked(g *Group, mask *element, s style) (*Group, error) {
	t := initial
	t.matrix, t.color = s.matrix, s.color
	box := boxOf(g.Items, s.matrix)
	if mask.attrs["maskContentUnits"] == "objectBoundingBox" {
		t.matrix = t.matrix.Mul(box)
	}
	p.open[mask] = true
	defer delete(p.open, mask)
	items, err := p.apart(func() error { return p.kids(mask, p.inherit(t, mask)) })
	if err != nil {
		return nil, err
	}
	out := &Group{Items: []Item{g}, Opacity: 1, Mask: &Group{Items: items, Opacity: 1}, Alpha: mask.attrs["mask-type"] == "alpha"}
	if g.Clip == nil {
		g.Mask, g.Alpha = out.Mask, out.Alpha
		out = g
	}
	return out, nil
}

// boxOf maps the unit square to the box around items, in the coordinates that m
// maps from.
func boxOf(items []Item, m Matrix) Matrix {
	back, ok := m.inverse()
	if !ok {
		return Identity
	}
	lo, hi := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	add := func(segs []Seg, m Matrix) {
		x, y, w, h := bounds(Moved(segs, back.Mul(m)))
		lo[0], lo[1], hi[0], hi[1] = min(lo[0], x), min(lo[1], y), max(hi[0], x+w), max(hi[1], y+h)
	}
	frame := func(x, y, w, h float64, m Matrix) {
		var n pen
		n.rect(x, y, w, h, [2]float64{})
		add(n.segs, m)
	}
	All(items, func(it Item) {
		switch v := it.(type) {
		case *Path:
			add(v.Segs, v.Matrix)
		case *Text:
			frame(v.Run.X, v.Run.Y-v.Run.Size*0.8, max(v.Run.Width(), 1e-6), v.Run.Size, v.Matrix)
		case *Image:
			frame(v.X, v.Y, v.W, v.H, v.Matrix)
		}
	})
	if !(hi[0] > lo[0] && hi[1] > lo[1]) {
		return Identity
	}
	return Matrix{hi[0] - lo[0], 0, 0, hi[1] - lo[1], lo[0], lo[1]}
}

// markers draws what stands at the points of a path (SVG 2, section 11.6).
func (p *parser) markers(e *element, s style, segs []Seg) error {
	if s.markers == [3]string{} || e.name == "rect" || e.name == "circle" || e.name == "ellipse" {
		return nil
	}
	points := vertices(segs)
	for i, v := range points {
		which := 1
		switch i {
		case 0:
			which = 0
		case len(points) - 1:
			which = 2
		}
		if err := p.marker(e, s, s.markers[which], v, which == 0); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) marker(e *element, s style, written string, v vertex, start bool) error {
	at := &element{line: e.line, attrs: map[string]string{"marker": written}}
	m := p.reference(at, "marker", "marker")
	if m == nil || p.open[m] || len(p.open) >= maxDepth {
		return nil
	}
	p.open[m] = true
	defer delete(p.open, m)
	size := func(name string, ref float64) float64 {
		n, ok := p.length(m.attrs[name], ref)
		return or(ok, n, 3)
	}
	w, h := size("markerWidth", p.view[0]), size("markerHeight", p.view[1])
	if w <= 0 || h <= 0 {
		return nil
	}
	angle := v.angle
	switch o := m.attrs["orient"]; o {
	case "auto":
	case "auto-start-reverse":
		if start {
			angle += math.Pi
		}
	default:
		deg, _ := length(strings.TrimSuffix(o, "deg"), 1)
		angle = deg * math.Pi / 180
	}
	sin, cos := math.Sincos(angle)
	t := p.inherit(initial, m)
	t.color = s.color
	t.matrix = s.matrix.Mul(Matrix{cos, sin, -sin, cos, v.x, v.y})
	if m.attrs["markerUnits"] != "userSpaceOnUse" {
		t.matrix = t.matrix.Mul(Matrix{s.width, 0, 0, s.width, 0, 0})
	}
	fit := Identity
	if box, ok := viewBox(m.attrs["viewBox"]); ok {
		fit = fitBox(box, w, h, m.attrs["preserveAspectRatio"])
	}
	x, _ := p.length(m.attrs["refX"], w)
	y, _ := p.length(m.attrs["refY"], h)
	x, y = fit.At(x, y)
	t.matrix = t.matrix.Mul(Matrix{1, 0, 0, 1, -x, -y})
	var frame pen
	frame.rect(0, 0, w, h, [2]float64{})
	port := &Path{Segs: frame.segs, Matrix: t.matrix}
	t.matrix = t.matrix.Mul(fit)
	if c := s.stroke; c != "none" { // context-stroke and context-fill of SVG 2
		if paint, ok := parseColor(c, s.color); ok {
			t.color = paint
		}
	}
	items, err := p.apart(func() error { return p.kids(m, t) })
	if len(items) > 0 && m.attrs["overflow"] == "visible" {
		*p.out = append(*p.out, items...)
	} else if len(items) > 0 {
		*p.out = append(*p.out, &Group{Items: items, Opacity: 1, Clip: []*Path{port}})
	}
	return err
}

// vertex is a point of a path and the direction of the path there.
type vertex struct{ x, y, angle float64 }

// vertices are the points that markers stand at; between two segments the
// direction is the bisector.
func vertices(segs []Seg) []vertex {
	type step struct {
		x, y    float64
		in, out [2]float64 // directions
	}
	var list []step
	var at, start [2]float64
	from := func(d [2]float64) {
		if k := len(list) - 1; k >= 0 && d != [2]float64{} {
			list[k].out = d
		}
	}
	for _, s := range segs {
		to := [2]float64{s.P[0], s.P[1]}
		in := [2]float64{to[0] - at[0], to[1] - at[1]}
		out := in
		switch s.Op {
		case 'M':
			start = to
			in, out = [2]float64{}, [2]float64{}
		case 'C':
			to = [2]float64{s.P[4], s.P[5]}
			out = [2]float64{s.P[0] - at[0], s.P[1] - at[1]}
			in = [2]float64{to[0] - s.P[2], to[1] - s.P[3]}
			if out == [2]float64{} {
				out = [2]float64{s.P[2] - at[0], s.P[3] - at[1]}
			}
			if in == [2]float64{} {
				in = [2]float64{to[0] - s.P[0], to[1] - s.P[1]}
			}
		case 'Z':
			to = start
			in = [2]float64{to[0] - at[0], to[1] - at[1]}
			out = in
		}
		from(out)
		list = append(list, step{x: to[0], y: to[1], in: in})
		at = to
	}
	var points []vertex
	for _, s := range list {
		v := vertex{x: s.x, y: s.y}
		in, out := unit(s.in), unit(s.out)
		if sum := [2]float64{in[0] + out[0], in[1] + out[1]}; sum != [2]float64{} {
			v.angle = math.Atan2(sum[1], sum[0])
		}
		points = append(points, v)
	}
	return points
}

func unit(v [2]float64) [2]float64 {
	if l := math.Hypot(v[0], v[1]); l > 0 {
		return [2]float64{v[0] / l, v[1] / l}
	}
	return v
}
