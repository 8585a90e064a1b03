package paint

import (
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/pdf"
)

// components returns the operator and the numbers that set a colour. Greys are
// written as black ink of DeviceCMYK: DeviceGray means the same in theory, but a
// print shop's software that sees "0 g" beside pictures may turn it into a rich
// black of four inks, and small type then shows coloured fringes. CMYK stays
// CMYK, RGB stays RGB.
func components(c css.Color, stroke bool) (string, []float64) {
	switch c.Space {
	case css.RGB:
		return operator("rg", "RG", stroke), clamp(c.C[:3])
	case css.CMYK:
		return operator("k", "K", stroke), clamp(c.C[:])
	}
	return operator("k", "K", stroke), clamp([]float64{0, 0, 0, 1 - c.C[0]})
}

func operator(fill, stroked string, stroke bool) string {
	if stroke {
		return stroked
	}
	return fill
}

func clamp(v []float64) []float64 {
	out := make([]float64, len(v))
	for i, n := range v {
		out[i] = min(max(n, 0), 1)
	}
	return out
}

func (g *page) fillColor(c css.Color) {
	g.opacity(c.A)
	if c.A = 1; !g.state.filled || g.state.fill != c {
		op, nums := components(c, false)
		g.c.Op(op, nums...)
		g.state.fill, g.state.filled = c, true
	}
}

func (g *page) strokeColor(c css.Color) {
	g.opacity(c.A)
	if c.A = 1; !g.state.stroked || g.state.stroke != c {
		op, nums := components(c, true)
		g.c.Op(op, nums...)
		g.state.stroke, g.state.stroked = c, true
	}
}

// opacity sets the constant alpha of fills and strokes.
func (g *page) opacity(a float64) {
	a = math.Round(min(max(a, 0), 1)*1000) / 1000
	if g.state.alpha == a {
		return
	}
	g.c.Named(g.res.use("ExtGState", "G", g.alphaState(a)), "gs")
	g.state.alpha = a
}

func (p *painter) alphaState(a float64) pdf.Ref {
	ref, ok := p.states[a]
	if !ok {
		ref = p.w.Add(pdf.Dict{{Key: "Type", Value: pdf.Name("ExtGState")}, {Key: "ca", Value: a}, {Key: "CA", Value: a}})
		p.states[a] = ref
	}
	return ref
}
