package screen

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// vector paints a drawing in its own coordinates.
func (s *sheet) vector(b *bytes.Buffer, im *display.Image, pic *picture.Vector) {
	w, h := pic.Size()
	if w <= 0 || h <= 0 {
		return
	}
	m := svg.Matrix{im.W / w, 0, 0, im.H / h, im.X, im.Y}
	id := s.clip(b, display.Clip{X: im.X, Y: im.Y, W: im.W, H: im.H})
	fmt.Fprintf(b, `<g clip-path="url(#%s)"><g transform="%s">`, id, matrix(m))
	b.WriteString(s.painter.drawing(pic))
	b.WriteString("</g></g>")
}

// drawing is the markup of a drawing. A page often shows one that the last
// version had. Its ids come from its key: where it stands twice they mean the
// same.
func (p *Painter) drawing(pic *picture.Vector) string {
	d := p.drawings[pic.Key()]
	if d == nil {
		a := artist{key: pic.Key(), painter: p}
		a.items(pic.Drawing.Items)
		d = &drawing{markup: a.b.String(), faces: a.faces}
		p.drawings[pic.Key()] = d
	}
	for _, f := range d.faces {
		p.font(f)
	}
	d.used = true
	return d.markup
}

// drawing is remembered while documents show it.
type drawing struct {
	markup string
	faces  []*face.Face
	used   bool
}

// artist writes one drawing.
type artist struct {
	painter *Painter
	key     string
	ids     int
	faces   []*face.Face
	b       bytes.Buffer
}

func (a *artist) items(items []svg.Item) {
	for _, it := range items {
		switch it := it.(type) {
		case *svg.Path:
			a.drawn(it)
		case *svg.Text:
			a.text(it)
		case *svg.Image:
			a.image(it)
		case *svg.Group:
			a.group(it)
		}
	}
}

// id is a new id of the drawing.
func (a *artist) id() string {
	a.ids++
	return fmt.Sprintf("g%s-%d", a.key, a.ids)
}

// group paints a group within its clip, through its mask, with its opacity.
func (a *artist) group(g *svg.Group) {
	b, attrs := &a.b, ""
	if g.Clip != nil {
		id := a.id()
		b.WriteString(`<clipPath id="` + id + `">`)
		for _, p := range g.Clip {
			b.WriteString(`<path transform="` + matrix(p.Matrix) + `"`)
			if p.EvenOdd {
				b.WriteString(` clip-rule="evenodd"`)
			}
			b.WriteString(` d="`)
			outline(b, p.Segs)
			b.WriteString(`"/>`)
		}
		b.WriteString(`</clipPath>`)
		attrs += ` clip-path="url(#` + id + `)"`
	}
	if g.Mask != nil {
		id := a.id()
		b.WriteString(`<mask id="` + id + `" maskUnits="userSpaceOnUse" x="-1e5" y="-1e5" width="2e5" height="2e5"`)
		if g.Alpha {
			b.WriteString(` mask-type="alpha"`)
		}
		b.WriteByte('>')
		a.items(g.Mask.Items)
		b.WriteString(`</mask>`)
		attrs += ` mask="url(#` + id + `)"`
	}
	if g.Opacity < 1 {
		attrs += fmt.Sprintf(` opacity="%.3g"`, g.Opacity)
	}
	b.WriteString("<g" + attrs + ">")
	a.items(g.Items)
	b.WriteString("</g>")
}

// text paints a run of glyphs as sheets do, each at its place.
func (a *artist) text(t *svg.Text) {
	if t.Run.Face == nil || t.Run.Size <= 0 {
		return
	}
	if !slices.Contains(a.faces, t.Run.Face) {
		a.faces = append(a.faces, t.Run.Face)
	}
	fill := ` fill="none"`
	if t.Fill {
		fill = fmt.Sprintf(` fill="%s"`, rgb(t.Run.Color))
		if o := t.FillOpacity * t.Run.Color.A; o < 1 {
			fill += fmt.Sprintf(` fill-opacity="%.3g"`, o)
		}
	}
	if t.Stroke != nil {
		fill += fmt.Sprintf(` stroke="%s" stroke-width="%.6g" stroke-linejoin="%s"`, rgb(t.Stroke.Color), t.Width, joins[t.Join%3])
		if o := t.StrokeOpacity * t.Stroke.Color.A; o < 1 {
			fill += fmt.Sprintf(` stroke-opacity="%.3g"`, o)
		}
	}
	f := a.painter.font(t.Run.Face)
	fmt.Fprintf(&a.b, `<g transform="%s" font-family="%s" font-size="%.6g"%s>`, matrix(t.Matrix), f.family, t.Run.Size, fill)
	x, end, text, next := t.Run.X, 0, "", 0
	var chars, xs strings.Builder
	y := t.Run.Y
	write := func() {
		if chars.Len() > 0 {
			fmt.Fprintf(&a.b, `<text x="%s" y="%.6g">%s</text>`, strings.TrimSpace(xs.String()), y, escape(chars.String()))
			chars.Reset()
			xs.Reset()
		}
	}
	for i := range t.Run.Glyphs {
		g, off, alone := &t.Run.Glyphs[i], t.Run.Offset(i), ""
		if i == end {
			if end, text, next = t.Run.Cluster(i, next); end == i+1 && g.Len != face.Soft {
				alone = text
			}
		}
		c := f.char(g, alone)
		if at := t.Run.Y - float64(off.Y); at != y || c > 0xffff {
			write()
			y = at
		}
		chars.WriteRune(c)
		fmt.Fprintf(&xs, "%.6g ", x+float64(off.X))
		if c > 0xffff {
			write()
		}
		x += float64(g.Adv)
	}
	write()
	a.b.WriteString("</g>")
}

// image places a picture in the drawing.
func (a *artist) image(im *svg.Image) {
	s := sheet{painter: a.painter}
	a.b.WriteString(`<g transform="` + matrix(im.Matrix) + `">`)
	switch pic := im.Picture.(type) {
	case *picture.Raster:
		s.raster(&a.b, &im.Image, pic)
	case *picture.Vector:
		if w, h := pic.Size(); w > 0 && h > 0 {
			a.b.WriteString(`<g transform="` + matrix(svg.Matrix{im.W / w, 0, 0, im.H / h, im.X, im.Y}) + `">` + a.painter.drawing(pic) + `</g>`)
		}
	}
	a.b.WriteString("</g>")
}

func matrix(m svg.Matrix) string {
	return fmt.Sprintf("matrix(%.6g %.6g %.6g %.6g %.6g %.6g)", m[0], m[1], m[2], m[3], m[4], m[5])
}

var (
	caps  = [...]string{"butt", "round", "square"}
	joins = [...]string{"miter", "round", "bevel"}
)

// drawn paints one path of a drawing.
func (a *artist) drawn(p *svg.Path) {
	b := &a.b
	if len(p.Segs) == 0 || p.Fill == nil && p.Stroke == nil {
		return
	}
	fill := ` fill="none"`
	if p.Fill != nil {
		fill = fmt.Sprintf(` fill="%s"`, a.paintOf(p.Fill))
		if o := p.FillOpacity * p.Fill.Color.A; o < 1 {
			fill += fmt.Sprintf(` fill-opacity="%.3g"`, o)
		}
	}
	stroke := ""
	if p.Stroke != nil && p.Width > 0 {
		stroke = fmt.Sprintf(` stroke="%s" stroke-width="%.6g" stroke-linecap="%s" stroke-linejoin="%s"`, a.paintOf(p.Stroke), p.Width, caps[p.Cap%3], joins[p.Join%3])
		if o := p.StrokeOpacity * p.Stroke.Color.A; o < 1 {
			stroke += fmt.Sprintf(` stroke-opacity="%.3g"`, o)
		}
		if p.Miter >= 1 {
			stroke += fmt.Sprintf(` stroke-miterlimit="%.6g"`, p.Miter)
		}
		for i, d := range p.Dash {
			lead := " "
			if i == 0 {
				lead = ` stroke-dasharray="`
			}
			stroke += fmt.Sprintf("%s%.6g", lead, d)
		}
		if len(p.Dash) > 0 {
			stroke += fmt.Sprintf(`" stroke-dashoffset="%.6g"`, p.DashOffset)
		}
	}
	b.WriteString("<path" + fill + stroke)
	if p.EvenOdd {
		b.WriteString(` fill-rule="evenodd"`)
	}
	if p.Matrix != svg.Identity {
		b.WriteString(` transform="` + matrix(p.Matrix) + `"`)
	}
	b.WriteString(` d="`)
	outline(b, p.Segs)
	b.WriteString(`"/>`)
}

func outline(b *bytes.Buffer, segs []svg.Seg) {
	for _, s := range segs {
		n := map[byte]int{'M': 2, 'L': 2, 'C': 6}[s.Op]
		b.WriteByte(s.Op)
		for i, v := range s.P[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(b, "%.6g", v)
		}
	}
}

// paintOf is a colour, or the address of a gradient that it writes.
func (a *artist) paintOf(p *svg.Paint) string {
	g := p.Gradient
	if g == nil {
		return rgb(p.Color)
	}
	b, id, name := &a.b, a.id(), "linearGradient"
	if g.Radial {
		name = "radialGradient"
	}
	fmt.Fprintf(b, `<%s id="%s" gradientUnits="userSpaceOnUse" gradientTransform="%s"`, name, id, matrix(g.Matrix))
	if g.Radial {
		fmt.Fprintf(b, ` fx="%.6g" fy="%.6g" fr="%.6g" cx="%.6g" cy="%.6g" r="%.6g">`, g.X1, g.Y1, g.R1, g.X2, g.Y2, g.R2)
	} else {
		fmt.Fprintf(b, ` x1="%.6g" y1="%.6g" x2="%.6g" y2="%.6g">`, g.X1, g.Y1, g.X2, g.Y2)
	}
	for _, stop := range g.Stops {
		fmt.Fprintf(b, `<stop offset="%.6g" stop-color="%s"/>`, stop.Offset, rgb(stop.Color))
	}
	b.WriteString("</" + name + ">")
	return "url(#" + id + ")"
}
