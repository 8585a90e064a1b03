package svg

import (
	"math"
	"strings"
)

// maxPatternTiles bounds how often a pattern is repeated in one shape.
const maxPatternTiles = 1500

// pattern is the pattern that a fill names, or nil.
func (p *parser) pattern(fill string) *element {
	ref, ok := strings.CutPrefix(fill, "url(")
	ref, _, _ = strings.Cut(ref, ")")
	if e := p.ids[strings.TrimPrefix(strings.Trim(ref, "'\" "), "#")]; ok && e != nil && e.name == "pattern" && !p.open[e] {
		return e
	}
	return nil
}

// tiled paints the inside of a shape with a pattern (SVG 2, section 14.3): its
// content again and again, within each tile, and all within the shape. What the
// pattern says nothing of, the one that it refers to says.
func (p *parser) tiled(e, pattern *element, s style, segs []Seg) {
	attr, _ := p.chain(pattern, s.color)
	content := pattern
	for n := 0; n < 8 && content != nil && len(content.kids) == 0; n++ {
		content = p.ids[strings.TrimPrefix(content.attrs["href"], "#")]
	}
	x, y, w, h := bounds(segs)
	ref, scale := p.view, Matrix{1, 0, 0, 1, 0, 0}
	if attr("patternUnits") != "userSpaceOnUse" {
		ref, scale = [2]float64{1, 1}, Matrix{w, 0, 0, h, x, y}
	}
	num := func(name string, k int) float64 {
		v, _ := length(attr(name), ref[k])
		return v
	}
	tx, ty := scale.At(num("x", 0), num("y", 1))
	tw, th := num("width", 0)*scale[0], num("height", 1)*scale[3]
	own, _ := transform(attr("patternTransform"))
	if attr("patternTransform") == "" {
		own = Identity
	}
	back, ok := own.inverse()
	if content == nil || !(tw > 0 && th > 0) || !ok {
		return // SVG 2, 14.3: nothing is painted
	}
	inside := Identity
	if v, ok := viewBox(attr("viewBox")); ok {
		inside = Matrix{1, 0, 0, 1, tx, ty}.Mul(fitBox(v, tw, th, attr("preserveAspectRatio")))
	} else if attr("patternContentUnits") == "objectBoundingBox" {
		inside = Matrix{w, 0, 0, h, x, y}
	}
	bx, by, bw, bh := bounds(Moved(segs, back))
	i0, i1 := math.Floor((bx-tx)/tw), math.Ceil((bx+bw-tx)/tw)
	j0, j1 := math.Floor((by-ty)/th), math.Ceil((by+bh-ty)/th)
	if n := (i1 - i0) * (j1 - j0); !(n <= maxPatternTiles) || math.Abs(i0) > 1e9 || math.Abs(j0) > 1e9 {
		p.warn(e, "paint %q is not supported", s.fill)
		return
	}
	p.open[pattern] = true
	defer delete(p.open, pattern)
	g := &Group{Opacity: s.fillOpacity, Clip: []*Path{{Segs: segs, Matrix: s.matrix, EvenOdd: s.evenOdd}}}
	for j := j0; j < j1; j++ {
		for i := i0; i < i1; i++ {
			if t := p.tile(content, s, own.Mul(Matrix{1, 0, 0, 1, i * tw, j * th}), inside, [4]float64{tx, ty, tw, th}); t != nil {
				g.Items = append(g.Items, t)
			}
		}
	}
	if len(g.Items) > 0 {
		*p.out = append(*p.out, g)
	}
}

// tile is a pattern's content at one place, within the area of the tile.
func (p *parser) tile(content *element, s style, at, inside Matrix, area [4]float64) *Group {
	t := initial
	t.matrix, t.color = s.matrix.Mul(at), s.color
	frame := t.matrix
	t.matrix = t.matrix.Mul(inside)
	items, err := p.apart(func() error { return p.kids(content, p.inherit(t, content)) })
	if err != nil || len(items) == 0 {
		return nil // too much is drawn: whoever draws next says so
	}
	var edge pen
	edge.rect(area[0], area[1], area[2], area[3], [2]float64{})
	return &Group{Items: items, Opacity: 1, Clip: []*Path{{Segs: edge.segs, Matrix: frame}}}
}
