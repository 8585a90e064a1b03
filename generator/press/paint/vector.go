package paint

import (
	"bantin/generator/press/css"
	"bantin/generator/press/pdf"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// vector writes a drawing as a form XObject in its own coordinates, turned so
// that y runs upwards.
func (p *painter) vector(pic *picture.Vector) (pdf.Ref, error) {
	if ref := p.images[pic.Key()]; ref != 0 {
		return ref, nil
	}
	d := pic.Drawing
	f := &form{painter: p, box: pdf.Array{0, 0, d.Width, d.Height}, base: svg.Matrix{1, 0, 0, -1, 0, d.Height}}
	f.c.Matrix(f.base)
	if err := f.items(d.Items); err != nil {
		return 0, err
	}
	ref := f.write(nil)
	p.images[pic.Key()] = ref
	return ref, nil
}

// form is the content of one drawing, or of a group in it.
type form struct {
	*painter
	c    pdf.Content
	res  resources
	box  pdf.Array  // that it may paint in
	base svg.Matrix // from the drawing's coordinates to the form's
}

// write ends the form; group is the transparency group that it is, or nil.
func (f *form) write(group pdf.Dict) pdf.Ref {
	dict := pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Form")},
		{Key: "BBox", Value: f.box}, {Key: "Resources", Value: f.res.dict()},
	}
	if group != nil {
		dict = append(dict, pdf.Entry{Key: "Group", Value: group})
	}
	return f.w.Stream(dict, f.c.Bytes())
}

func (f *form) items(items []svg.Item) error {
	for _, it := range items {
		var err error
		switch it := it.(type) {
		case *svg.Path:
			f.path(it)
		case *svg.Text:
			err = f.text(it)
		case *svg.Image:
			err = f.image(it)
		case *svg.Group:
			err = f.group(it)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// group paints a group: clipped, and as a transparency group of its own when it
// is seen through a mask or an opacity (ISO 32000-1, 11.6.6).
func (f *form) group(g *svg.Group) error {
	f.c.Op("q")
	defer f.c.Op("Q")
	if g.Clip != nil {
		star := "*"
		for _, p := range g.Clip {
			f.outline(svg.Moved(p.Segs, p.Matrix))
			if !p.EvenOdd {
				star = ""
			}
		}
		f.c.Op("W" + star)
		f.c.Op("n")
	}
	if g.Mask == nil && g.Opacity >= 1 {
		return f.items(g.Items)
	}
	if g.Mask != nil {
		kind := pdf.Name("Luminosity")
		if g.Alpha {
			kind = "Alpha"
		}
		mask, err := f.part(g.Mask.Items, "DeviceGray")
		if err != nil {
			return err
		}
		state := f.w.Add(pdf.Dict{{Key: "Type", Value: pdf.Name("ExtGState")}, {Key: "SMask", Value: pdf.Dict{
			{Key: "Type", Value: pdf.Name("Mask")}, {Key: "S", Value: kind}, {Key: "G", Value: mask}}}})
		f.c.Named(f.res.use("ExtGState", "G", state), "gs")
	}
	ref, err := f.part(g.Items, "")
	if err != nil {
		return err
	}
	f.opacity(g.Opacity)
	f.c.Named(f.res.use("XObject", "X", ref), "Do")
	return nil
}

// part writes items as a transparency group in the drawing's coordinates.
func (f *form) part(items []svg.Item, space pdf.Name) (pdf.Ref, error) {
	inner := &form{painter: f.painter, box: f.box, base: svg.Identity}
	if err := inner.items(items); err != nil {
		return 0, err
	}
	group := pdf.Dict{{Key: "S", Value: pdf.Name("Transparency")}, {Key: "I", Value: true}}
	if space != "" {
		group = append(group, pdf.Entry{Key: "CS", Value: space})
	}
	return inner.write(group), nil
}

// text paints a run of glyphs: filled, outlined or both.
func (f *form) text(t *svg.Text) error {
	font, err := f.font(t.Run.Face)
	if err != nil {
		return err
	}
	f.c.Op("q")
	defer f.c.Op("Q")
	f.c.Matrix(t.Matrix.Mul(svg.Matrix{1, 0, 0, -1, 0, 0})) // glyphs stand upright
	show := func(mode float64) {
		f.c.Op("BT")
		f.c.Font(f.res.use("Font", "F", font.ref), t.Run.Size)
		if mode != 0 {
			f.c.Op("Tr", mode)
		}
		f.c.Op("Td", t.Run.X, -t.Run.Y)
		for i, from := 0, 0; i < len(t.Run.Glyphs); {
			end, text, next := t.Run.Cluster(i, from)
			font.stands(t.Run.Glyphs[i:end], plainText(text))
			i, from = end, next
		}
		showGlyphs(&f.c, font, &t.Run, 0, len(t.Run.Glyphs))
		f.c.Op("ET")
	}
	if t.Fill {
		f.opacity(t.FillOpacity * t.Run.Color.A)
		op, nums := components(t.Run.Color, false)
		f.c.Op(op, nums...)
		show(0)
	}
	if t.Stroke != nil && t.Width > 0 {
		f.opacity(t.StrokeOpacity * t.Stroke.Color.A)
		op, nums := components(t.Stroke.Color, true)
		f.c.Op(op, nums...)
		f.c.Op("w", t.Width)
		f.c.Op("j", float64(t.Join))
		show(1)
	}
	return nil
}

// image paints a picture within the drawing.
func (f *form) image(im *svg.Image) error {
	ref, m, err := f.placed(&im.Image, im.X, -im.Y-im.H)
	if err != nil || ref == 0 {
		return err
	}
	f.c.Op("q")
	f.c.Matrix(im.Matrix.Mul(svg.Matrix{1, 0, 0, -1, 0, 0}))
	f.opacity(1)
	f.c.Matrix(m)
	f.c.Named(f.res.use("XObject", "X", ref), "Do")
	f.c.Op("Q")
	return nil
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
	if g := p.Stroke.Gradient; g != nil {
		pattern := f.w.Add(pdf.Dict{{Key: "Type", Value: pdf.Name("Pattern")}, {Key: "PatternType", Value: 2},
			{Key: "Shading", Value: f.shading(g)}, {Key: "Matrix", Value: matrixArray(f.base.Mul(p.Matrix).Mul(g.Matrix))}})
		f.c.Named("Pattern", "CS")
		f.c.Named(f.res.use("Pattern", "P", pattern), "SCN")
	} else {
		op, nums := components(p.Stroke.Color, true)
		f.c.Op(op, nums...)
	}
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

func matrixArray(m svg.Matrix) (out pdf.Array) {
	for _, v := range m {
		out = append(out, v)
	}
	return out
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

// commonSpace is black ink alone when all stops are grey, the four inks when
// they are given in these, else RGB.
func commonSpace(stops []svg.Stop) (pdf.Name, func(css.Color) pdf.Array) {
	grey, ink := true, true
	for _, s := range stops {
		grey = grey && s.Color.Space == css.Gray
		ink = ink && s.Color.Space != css.RGB
	}
	if ink && !grey {
		return "DeviceCMYK", func(c css.Color) pdf.Array {
			if c.Space == css.Gray {
				return pdf.Array{0, 0, 0, 1 - c.C[0]}
			}
			return pdf.Array{c.C[0], c.C[1], c.C[2], c.C[3]}
		}
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
