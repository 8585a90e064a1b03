package screen

import (
	"bytes"
	"fmt"

	"bantin/generator/press/display"
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
		a := artist{key: pic.Key()}
		for i := range pic.Drawing.Paths {
			a.drawn(&pic.Drawing.Paths[i])
		}
		d = &drawing{markup: a.b.String()}
		p.drawings[pic.Key()] = d
	}
	d.used = true
	return d.markup
}

// drawing is remembered while documents show it.
type drawing struct {
	markup string
	used   bool
}

// artist writes one drawing.
type artist struct {
	key       string
	gradients int
	b         bytes.Buffer
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
	a.gradients++
	b, id, name := &a.b, fmt.Sprintf("g%s-%d", a.key, a.gradients), "linearGradient"
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
