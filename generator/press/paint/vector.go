package paint

import (
	"bantin/generator/press/css"
	"bantin/generator/press/pdf"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// vector writes a drawing as a form XObject in its own coordinates, turned so
// that y runs upwards.
func (p *painter) vector(pic *picture.Vector) pdf.Ref {
	if ref := p.images[pic.Key()]; ref != 0 {
		return ref
	}
	d := pic.Drawing
	f := &form{painter: p}
	f.c.Matrix([6]float64{1, 0, 0, -1, 0, d.Height})
	for i := range d.Paths {
		f.path(&d.Paths[i])
	}
	ref := p.w.Stream(pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Form")},
		{Key: "BBox", Value: pdf.Array{0, 0, d.Width, d.Height}},
		{Key: "Resources", Value: f.res.dict()},
	}, f.c.Bytes())
	p.images[pic.Key()] = ref
	return ref
}

// form is the content of one drawing.
type form struct {
	*painter
	c   pdf.Content
	res resources
}

// path paints one path within its own graphics state.
func (f *form) path(p *svg.Path) {
	if len(p.Segs) == 0 || p.Fill == nil && p.Stroke == nil {
		return
	}
	f.c.Op("q")
	f.c.Matrix(p.Matrix)
	star := ""
	if p.EvenOdd {
		star = "*"
	}
	if p.Fill != nil {
		f.opacity(p.FillOpacity * p.Fill.Color.A)
		if p.Fill.Gradient != nil {
			f.c.Op("q")
			f.outline(p.Segs)
			f.c.Op("W" + star)
			f.c.Op("n")
			f.c.Matrix(p.Fill.Gradient.Matrix)
			f.c.Named(f.res.use("Shading", "S", f.shading(p.Fill.Gradient)), "sh")
			f.c.Op("Q")
		} else {
			op, nums := components(p.Fill.Color, false)
			f.c.Op(op, nums...)
			f.outline(p.Segs)
			f.c.Op("f" + star)
		}
	}
	if p.Stroke != nil && p.Width > 0 {
		f.opacity(p.StrokeOpacity * p.Stroke.Color.A)
		f.stroke(p)
	}
	f.c.Op("Q")
}

func (f *form) stroke(p *svg.Path) {
	op, nums := components(p.Stroke.Color, true)
	f.c.Op(op, nums...)
	f.c.Op("w", p.Width)
	f.c.Op("J", float64(p.Cap))
	f.c.Op("j", float64(p.Join))
	if p.Miter >= 1 {
		f.c.Op("M", p.Miter)
	}
	if len(p.Dash) > 0 {
		f.c.Dash(p.Dash, p.DashOffset)
	}
	f.outline(p.Segs)
	f.c.Op("S")
}

func (f *form) opacity(a float64) {
	f.c.Named(f.res.use("ExtGState", "G", f.alphaState(round(min(max(a, 0), 1)))), "gs")
}

func (f *form) outline(segs []svg.Seg) {
	for _, s := range segs {
		switch s.Op {
		case 'M':
			f.c.Op("m", s.P[0], s.P[1])
		case 'L':
			f.c.Op("l", s.P[0], s.P[1])
		case 'C':
			f.c.Op("c", s.P[:]...)
		case 'Z':
			f.c.Op("h")
		}
	}
}

// shading writes a gradient (ISO 32000-1, 8.7.4.5), continued beyond its ends.
func (p *painter) shading(g *svg.Gradient) pdf.Ref {
	kind, coords := 2, pdf.Array{g.X1, g.Y1, g.X2, g.Y2}
	if g.Radial {
		kind, coords = 3, pdf.Array{g.X1, g.Y1, g.R1, g.X2, g.Y2, g.R2}
	}
	space, convert := commonSpace(g.Stops)
	return p.w.Add(pdf.Dict{
		{Key: "ShadingType", Value: kind}, {Key: "ColorSpace", Value: space}, {Key: "Coords", Value: coords},
		{Key: "Function", Value: ramp(g.Stops, convert)}, {Key: "Extend", Value: pdf.Array{true, true}},
	})
}

// commonSpace is black ink alone when all stops are grey, else RGB.
func commonSpace(stops []svg.Stop) (pdf.Name, func(css.Color) pdf.Array) {
	grey := true
	for _, s := range stops {
		grey = grey && s.Color.Space == css.Gray
	}
	if grey {
		return "DeviceCMYK", func(c css.Color) pdf.Array { return pdf.Array{0, 0, 0, 1 - c.C[0]} }
	}
	return "DeviceRGB", func(c css.Color) pdf.Array {
		switch c.Space {
		case css.Gray:
			return pdf.Array{c.C[0], c.C[0], c.C[0]}
		case css.CMYK:
			k := 1 - c.C[3]
			return pdf.Array{(1 - c.C[0]) * k, (1 - c.C[1]) * k, (1 - c.C[2]) * k}
		}
		return pdf.Array{c.C[0], c.C[1], c.C[2]}
	}
}

// ramp is the function from 0..1 to colours: straight between the stops.
func ramp(stops []svg.Stop, convert func(css.Color) pdf.Array) pdf.Dict {
	var parts, bounds, encode pdf.Array
	for i := range stops[:len(stops)-1] {
		parts = append(parts, pdf.Dict{{Key: "FunctionType", Value: 2}, {Key: "Domain", Value: pdf.Array{0, 1}}, {Key: "N", Value: 1},
			{Key: "C0", Value: convert(stops[i].Color)}, {Key: "C1", Value: convert(stops[i+1].Color)}})
		encode = append(encode, 0, 1)
		if i > 0 {
			bounds = append(bounds, stops[i].Offset)
		}
	}
	if bounds == nil {
		bounds = pdf.Array{}
	}
	return pdf.Dict{{Key: "FunctionType", Value: 3}, {Key: "Domain", Value: pdf.Array{0, 1}},
		{Key: "Functions", Value: parts}, {Key: "Bounds", Value: bounds}, {Key: "Encode", Value: encode}}
}
