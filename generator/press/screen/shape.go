package screen

import (
	"bytes"
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// path writes the outline of a rectangle with rounded corners as path data.
func (s *sheet) path(b *bytes.Buffer, x, y, w, h float64, r [4]float64) {
	w, h = max(0, w), max(0, h)
	f := 1.0 // neighbours must not overlap (CSS Backgrounds 3, section 5.5)
	for _, side := range [4][3]float64{{r[0], r[1], w}, {r[1], r[2], h}, {r[2], r[3], w}, {r[3], r[0], h}} {
		if sum := side[0] + side[1]; sum > side[2] && sum > 0 {
			f = min(f, side[2]/sum)
		}
	}
	arc := func(r, x, y float64) {
		if r > 0 {
			b.WriteByte('A')
			s.nums(b, r, r, 0, 0, 1, x, y)
		}
	}
	for i := range r {
		r[i] = max(0, r[i]*f)
	}
	b.WriteByte('M')
	s.nums(b, x+r[0], y)
	b.WriteByte('H')
	s.num(b, x+w-r[1])
	arc(r[1], x+w, y+r[1])
	b.WriteByte('V')
	s.num(b, y+h-r[2])
	arc(r[2], x+w-r[2], y+h)
	b.WriteByte('H')
	s.num(b, x+r[3])
	arc(r[3], x, y+h-r[3])
	b.WriteByte('V')
	s.num(b, y+r[0])
	arc(r[0], x+r[0], y)
	b.WriteByte('Z')
}

// clip writes a clip path and returns its id.
func (s *sheet) clip(b *bytes.Buffer, c display.Clip) string {
	id := s.id()
	b.WriteString(`<clipPath id="` + id + `"><path d="`)
	s.path(b, c.X, c.Y, c.W, c.H, c.Radius)
	b.WriteString(`"/></clipPath>`)
	return id
}

func (s *sheet) rect(r *display.Rect) {
	if r.Fill.A <= 0 || r.W <= 0 || r.H <= 0 {
		return
	}
	b := &s.inside
	hole := ""
	if r.Hole != nil {
		hole = s.outside(b, r)
	}
	if r.Radius == [4]float64{} {
		b.WriteString("<rect")
		s.box(b, r.X, r.Y, r.W, r.H)
	} else {
		b.WriteString(`<path d="`)
		s.path(b, r.X, r.Y, r.W, r.H, r.Radius)
		b.WriteByte('"')
	}
	s.fill(b, r.Fill)
	if hole != "" {
		b.WriteString(` clip-path="url(#` + hole + `)"`)
	}
	b.WriteString("/>")
}

// outside writes a clip path around the hole of a rectangle and returns its id.
func (s *sheet) outside(b *bytes.Buffer, r *display.Rect) string {
	id, h := s.id(), r.Hole
	x0, y0, x1, y1 := min(r.X, h.X), min(r.Y, h.Y), max(r.X+r.W, h.X+h.W), max(r.Y+r.H, h.Y+h.H)
	b.WriteString(`<clipPath id="` + id + `"><path clip-rule="evenodd" d="`)
	s.path(b, x0, y0, x1-x0, y1-y0, [4]float64{})
	s.path(b, h.X, h.Y, h.W, h.H, h.Radius)
	b.WriteString(`"/></clipPath>`)
	return id
}

func painted(style css.BorderStyle, width float64, c css.Color) bool {
	return style != css.BorderNone && style != css.BorderHidden && width > 0 && c.A > 0
}

// rule paints a line as the PDF has it: dashes twice as long as the line is
// wide, round dots, both stretched to fill the length; thirds of a double line.
func (s *sheet) rule(r *display.Rule) {
	x1, y1, x2, y2 := r.X1, r.Y1, r.X2, r.Y2
	length := math.Hypot(x2-x1, y2-y1)
	if !painted(r.Style, r.Width, r.Color) || length == 0 {
		return
	}
	ux, uy := (x2-x1)/length, (y2-y1)/length
	switch r.Style {
	case css.BorderDouble:
		nx, ny := -uy*r.Width/3, ux*r.Width/3
		s.line(r.Color, r.Width/3, x1+nx, y1+ny, x2+nx, y2+ny, nil, false)
		s.line(r.Color, r.Width/3, x1-nx, y1-ny, x2-nx, y2-ny, nil, false)
	case css.BorderDotted:
		if half := r.Width / 2; length > r.Width { // the round caps need room within the length
			x1, y1, x2, y2, length = x1+ux*half, y1+uy*half, x2-ux*half, y2-uy*half, length-r.Width
		}
		gaps := max(1, math.Round(length/(2*r.Width)))
		s.line(r.Color, r.Width, x1, y1, x2, y2, []float64{0, length / gaps}, true)
	case css.BorderDashed:
		part := length / (2*max(1, math.Round((length/(2*r.Width)+1)/2)) - 1)
		s.line(r.Color, r.Width, x1, y1, x2, y2, []float64{part, part}, false)
	default:
		s.line(r.Color, r.Width, x1, y1, x2, y2, nil, false)
	}
}

func (s *sheet) line(c css.Color, width, x1, y1, x2, y2 float64, dash []float64, round bool) {
	b := &s.inside
	b.WriteString(`<path d="M`)
	s.nums(b, x1, y1, x2, y2)
	b.WriteByte('"')
	s.stroke(b, c, width, dash, 0, round)
	b.WriteString("/>")
}

// frame paints a border of one style all round.
func (s *sheet) frame(f *display.Frame) {
	if !painted(f.Style, f.Width, f.Color) || f.W < 0 || f.H < 0 {
		return
	}
	width, spread, round := f.Width, []float64{0}, f.Style == css.BorderDotted
	var dash []float64
	offset := 0.0
	switch f.Style {
	case css.BorderDouble:
		width, spread = f.Width/3, []float64{-f.Width / 3, f.Width / 3}
	case css.BorderDashed, css.BorderDotted:
		length := 2 * (f.W + f.H)
		parts := 2 * max(1, math.Round(length/(4*width)))
		dash, offset = []float64{length / parts, length / parts}, length/parts/2
		if round {
			dash, offset = []float64{0, 2 * length / parts}, 0
		}
	}
	for _, d := range spread {
		radius := f.Radius
		for i := range radius {
			if radius[i] > 0 {
				radius[i] = max(0, radius[i]+d)
			}
		}
		b := &s.inside
		b.WriteString(`<path d="`)
		s.path(b, f.X-d, f.Y-d, f.W+2*d, f.H+2*d, radius)
		b.WriteString(`" fill="none"`)
		s.stroke(b, f.Color, width, dash, offset, round)
		b.WriteString("/>")
	}
}

// marks paints where the sheet is cut, as the PDF has it: 3 mm off the trim, or
// off the bleed when that is wider.
func (s *sheet) marks() {
	p := s.src
	from := max(p.Bleed, min(3*72/25.4, p.Slug/2))
	if p.Slug-from < 1 || !p.CropMarks {
		return
	}
	s.b.WriteString(`<path stroke="#000" stroke-width=".25" d="`)
	for _, y := range [2]float64{0, p.Height} {
		s.markLine(-p.Slug, y, -from, y)
		s.markLine(p.Width+from, y, p.Width+p.Slug, y)
	}
	for _, x := range [2]float64{0, p.Width} {
		s.markLine(x, -p.Slug, x, -from)
		s.markLine(x, p.Height+from, x, p.Height+p.Slug)
	}
	s.b.WriteString(`"/>`)
}

func (s *sheet) markLine(x1, y1, x2, y2 float64) {
	s.b.WriteByte('M')
	s.nums(&s.b, x1, y1, x2, y2)
}
