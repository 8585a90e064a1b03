package screen

import (
	"bytes"
	"fmt"
	"math"

	"bantin/generator/press/css"
)

// rgb is a colour without its opacity as CSS writes it.
func rgb(c css.Color) string {
	r, g, b := c.C[0], c.C[1], c.C[2]
	switch c.Space {
	case css.Gray:
		g, b = r, r
	case css.CMYK: // CSS Color 5, section 10.1: 1 - min(1, ink * (1 - black) + black)
		k := c.C[3]
		r, g, b = 1-min(1, r*(1-k)+k), 1-min(1, g*(1-k)+k), 1-min(1, b*(1-k)+k)
	}
	byte8 := func(v float64) uint8 { return uint8(math.Round(255 * min(max(v, 0), 1))) }
	return fmt.Sprintf("#%02x%02x%02x", byte8(r), byte8(g), byte8(b))
}

// fill writes the fill attributes; black is what SVG fills with anyway.
func (s *sheet) fill(b *bytes.Buffer, c css.Color) {
	if h := rgb(c); h != "#000000" {
		b.WriteString(` fill="` + h + `"`)
	}
	if c.A < 1 {
		s.opacity(b, "fill-opacity", c.A)
	}
}

func (s *sheet) opacity(b *bytes.Buffer, name string, a float64) {
	fmt.Fprintf(b, ` %s="%.3g"`, name, min(max(a, 0), 1))
}

func (s *sheet) stroke(b *bytes.Buffer, c css.Color, width float64, dash []float64, offset float64, round bool) {
	b.WriteString(` stroke="` + rgb(c) + `"`)
	if c.A < 1 {
		s.opacity(b, "stroke-opacity", c.A)
	}
	fmt.Fprintf(b, ` stroke-width="%.4g"`, width)
	if len(dash) > 0 {
		b.WriteString(` stroke-dasharray="`)
		for i, d := range dash {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(b, "%.5g", d)
		}
		b.WriteByte('"')
		s.attr(b, "stroke-dashoffset", offset)
	}
	if round {
		b.WriteString(` stroke-linecap="round"`)
	}
}
