package pdf

import (
	"slices"
	"strconv"
)

// Content builds a content stream. Coordinates are in PDF user space: pt, y
// upwards. The zero value is ready.
type Content struct{ buf []byte }

// Bytes is what has been written.
func (c *Content) Bytes() []byte { return c.buf }

// Reuse begins the stream anew in the room of buf, made at least n bytes large.
func (c *Content) Reuse(buf []byte, n int) { c.buf = slices.Grow(buf[:0], n) }

// Op writes an operator after its numbers.
func (c *Content) Op(op string, nums ...float64) {
	for _, v := range nums {
		c.buf = append(AppendNumber(c.buf, v), ' ')
	}
	c.buf = append(append(c.buf, op...), '\n')
}

// Named writes a resource name, then an operator: /Im1 Do.
func (c *Content) Named(name Name, op string) {
	c.buf = append(appendName(c.buf, name), ' ')
	c.buf = append(append(c.buf, op...), '\n')
}

// Font selects a font.
func (c *Content) Font(name Name, size float64) {
	c.buf = append(appendName(c.buf, name), ' ')
	c.Op("Tf", size)
}

// Tagged begins marked content with an MCID (ISO 32000-1, 14.7.4.2).
func (c *Content) Tagged(tag Name, mcid int) {
	c.buf = append(appendName(c.buf, tag), "<</MCID "...)
	c.buf = append(strconv.AppendInt(c.buf, int64(mcid), 10), ">>BDC\n"...)
}

// Marked begins marked content with properties, or without when there are none.
func (c *Content) Marked(tag Name, props Dict) {
	c.buf = appendName(c.buf, tag)
	if props == nil {
		c.buf = append(c.buf, " BMC\n"...)
		return
	}
	c.buf = append(Append(c.buf, props), "BDC\n"...)
}

// Matrix changes the user space.
func (c *Content) Matrix(m [6]float64) {
	for i, v := range m { // the linear part needs more digits than lengths do
		if i < 4 {
			c.buf = strconv.AppendFloat(c.buf, v, 'f', -1, 32)
		} else {
			c.buf = AppendNumber(c.buf, v)
		}
		c.buf = append(c.buf, ' ')
	}
	c.buf = append(c.buf, "cm\n"...)
}

// kappa places the control points of a quarter circle.
const kappa = 0.5522847498

// RoundRect adds a rectangle to the path; radius holds the corners top-left,
// top-right, bottom-right, bottom-left.
func (c *Content) RoundRect(x, y, w, h float64, radius [4]float64) {
	if radius == ([4]float64{}) {
		c.Op("re", x, y, w, h)
		return
	}
	r := fitRadii(radius, w, h)
	top, right := y+h, x+w
	c.Op("m", x+r[0], top)
	c.Op("l", right-r[1], top)
	c.corner(right-r[1], top, r[1]*kappa, 0, right, top-r[1], 0, r[1]*kappa)
	c.Op("l", right, y+r[2])
	c.corner(right, y+r[2], 0, -r[2]*kappa, right-r[2], y, r[2]*kappa, 0)
	c.Op("l", x+r[3], y)
	c.corner(x+r[3], y, -r[3]*kappa, 0, x, y+r[3], 0, -r[3]*kappa)
	c.Op("l", x, top-r[0])
	c.corner(x, top-r[0], 0, r[0]*kappa, x+r[0], top, -r[0]*kappa, 0)
	c.Op("h")
}

// corner is a curve from (x0, y0) to (x1, y1) with control points at offsets.
func (c *Content) corner(x0, y0, dx0, dy0, x1, y1, dx1, dy1 float64) {
	if x0 != x1 || y0 != y1 {
		c.Op("c", x0+dx0, y0+dy0, x1+dx1, y1+dy1, x1, y1)
	}
}

// fitRadii shrinks the radii so that neighbours do not overlap (CSS Backgrounds
// 3, section 5.5).
func fitRadii(r [4]float64, w, h float64) [4]float64 {
	f := 1.0
	for _, side := range [4][3]float64{{r[0], r[1], w}, {r[1], r[2], h}, {r[2], r[3], w}, {r[3], r[0], h}} {
		if sum := side[0] + side[1]; sum > side[2] && sum > 0 {
			f = min(f, side[2]/sum)
		}
	}
	for i := range r {
		r[i] = max(0, r[i]*f)
	}
	return r
}

// Dash sets the dash pattern; none draws solid lines.
func (c *Content) Dash(pattern []float64, phase float64) {
	c.buf = append(c.buf, '[')
	for i, v := range pattern {
		if i > 0 {
			c.buf = append(c.buf, ' ')
		}
		c.buf = AppendNumber(c.buf, v)
	}
	c.buf = append(c.buf, "] "...)
	c.Op("d", phase)
}
