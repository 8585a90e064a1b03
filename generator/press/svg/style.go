package svg

import (
	"strings"

	"bantin/generator/press/css"
)

// style is what elements inherit, and the matrix and opacity gathered on the way.
type style struct {
	matrix                     Matrix
	fill, stroke               string // as written
	color                      css.Color
	opacity                    float64 // of the element itself
	fillOpacity, strokeOpacity float64
	width, miter               float64
	cap, join                  int
	dash                       []float64
	dashOffset                 float64
	evenOdd                    bool
	visible                    bool
	hidden                     bool      // display: none
	strokeFirst                bool      // paint-order
	markers                    [3]string // start, mid, end, as written
	textStyle
}

var initial = style{
	matrix: Identity, fill: "black", stroke: "none", color: css.Black,
	opacity: 1, fillOpacity: 1, strokeOpacity: 1, width: 1, miter: 4, visible: true,
	textStyle: textStyle{families: []string{"serif"}, size: 16, weight: 400},
}

var caps = map[string]int{"butt": 0, "round": 1, "square": 2}
var joins = map[string]int{"miter": 0, "round": 1, "bevel": 2}

// unsupported are properties that change the picture and are not read.
var unsupported = []string{"filter", "mix-blend-mode", "vector-effect", "writing-mode"}

// inherit computes the style of e below an element of style s.
func (p *parser) inherit(s style, e *element) style {
	for _, name := range unsupported {
		if v := e.attrs[name]; v != "" && v != "none" && v != "normal" && v != "horizontal-tb" && v != "lr-tb" && v != "lr" && v != "inherit" {
			p.warn(e, "%s is not supported and is ignored", name)
		}
	}
	get := func(name string) (string, bool) {
		v, ok := e.attrs[name]
		return v, ok && v != "inherit" && v != ""
	}
	if v, ok := get("transform"); ok {
		if m, ok := transform(v); ok {
			s.matrix = s.matrix.Mul(m)
		} else {
			p.warn(e, "transform %q is not understood and is ignored", v)
		}
	}
	if v, ok := get("color"); ok {
		if c, ok := parseColor(v, s.color); ok {
			s.color = c
		}
	}
	if v, ok := get("fill"); ok {
		s.fill = v
	}
	if v, ok := get("stroke"); ok {
		s.stroke = v
	}
	if v, ok := get("fill-rule"); ok {
		s.evenOdd = v == "evenodd"
	}
	if v, ok := get("visibility"); ok {
		s.visible = v == "visible"
	}
	s.hidden = e.attrs["display"] == "none"
	if v, ok := get("paint-order"); ok {
		s.strokeFirst = strings.HasPrefix(v, "stroke")
	}
	for i, name := range [3]string{"marker-start", "marker-mid", "marker-end"} {
		if v, ok := get("marker"); ok {
			s.markers[i] = v
		}
		if v, ok := get(name); ok {
			s.markers[i] = v
		}
	}
	p.fonts(&s, e, get)
	p.opacities(&s, e, get)
	p.stroking(&s, e, get)
	return s
}

func (p *parser) opacities(s *style, e *element, get func(string) (string, bool)) {
	unit := func(name string, set func(float64)) {
		v, ok := get(name)
		if !ok {
			return
		}
		if n, ok := length(v, 1); ok {
			set(min(max(n, 0), 1))
		} else {
			p.warn(e, "%s %q is not understood and is ignored", name, v)
		}
	}
	unit("fill-opacity", func(v float64) { s.fillOpacity = v })
	unit("stroke-opacity", func(v float64) { s.strokeOpacity = v })
	s.opacity = 1
	unit("opacity", func(v float64) { s.opacity = v })
}

func (p *parser) stroking(s *style, e *element, get func(string) (string, bool)) {
	number := func(name string, ref float64, to *float64) {
		if v, ok := get(name); ok {
			if n, ok := p.length(v, ref); ok {
				*to = n
			} else {
				p.warn(e, "%s %q is not understood and is ignored", name, v)
			}
		}
	}
	number("stroke-width", diagonal(p.view), &s.width)
	number("stroke-miterlimit", 1, &s.miter)
	number("stroke-dashoffset", diagonal(p.view), &s.dashOffset)
	if v, ok := get("stroke-linecap"); ok {
		s.cap = caps[v]
	}
	if v, ok := get("stroke-linejoin"); ok {
		s.join = joins[v]
	}
	if v, ok := get("stroke-dasharray"); ok {
		s.dash = p.dashes(v, diagonal(p.view))
	}
}

// dashes reads stroke-dasharray; an odd list is taken twice (SVG 1.1, 11.4).
func (p *parser) dashes(v string, ref float64) []float64 {
	var out []float64
	sum := 0.0
	for _, f := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r <= ' ' }) {
		n, ok := p.length(f, ref)
		if !ok || n < 0 || len(out) >= 64 {
			return nil
		}
		out = append(out, n)
		sum += n
	}
	if sum == 0 {
		return nil
	}
	if len(out)%2 == 1 {
		out = append(out, out...)
	}
	return out
}
