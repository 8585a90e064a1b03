package css

import (
	"math"
	"strconv"

	"golang.org/x/image/colornames"
)

// parseColor reads a colour: names, #rgb[a], rgb(), hsl() of CSS Color 4 and
// device-cmyk() of CSS Color 5; currentColor stays open until the cascade.
func parseColor(r *reader) (get[Color], bool) {
	v := r.peek()
	var c Color
	ok := false
	switch v.kind {
	case kIdent:
		switch w := v.word(); w {
		case "currentcolor":
			r.i++
			return func(c *comp) Color { return c.s.Color }, true
		case "transparent":
			ok = true
		case "rebeccapurple":
			c, ok = rgb(0.4, 0.2, 0.6, 1), true
		default:
			n, found := colornames.Map[w]
			c, ok = rgb(float64(n.R)/255, float64(n.G)/255, float64(n.B)/255, 1), found
		}
	case kHash:
		c, ok = hexColor(v.text)
	case kFunc:
		c, ok = colorFunction(v.text, &reader{v: v.args})
	}
	if ok {
		r.i++
	}
	return just(c), ok
}

// rgb makes a colour; equal parts compute to Gray, so that it prints in K.
func rgb(r, g, b, a float64) Color {
	r, g, b, a = clamp01(r), clamp01(g), clamp01(b), clamp01(a)
	if a == 0 {
		return Color{}
	}
	if r == g && g == b {
		return Color{Space: Gray, C: [4]float64{r}, A: a}
	}
	return Color{Space: RGB, C: [4]float64{r, g, b}, A: a}
}

func clamp01(f float64) float64 {
	if !(f > 0) { // also NaN
		return 0
	}
	return math.Min(f, 1)
}

// hexColor reads #rgb, #rgba, #rrggbb and #rrggbbaa (CSS Color 4, 5.2).
func hexColor(s string) (Color, bool) {
	n, err := strconv.ParseUint(s, 16, 64)
	if err != nil {
		return Color{}, false
	}
	switch len(s) {
	case 3:
		n = n<<4 | 15
		fallthrough
	case 4:
		return rgb(nibble(n, 3), nibble(n, 2), nibble(n, 1), nibble(n, 0)), true
	case 6:
		n = n<<8 | 255
		fallthrough
	case 8:
		return rgb(octet(n, 3), octet(n, 2), octet(n, 1), octet(n, 0)), true
	}
	return Color{}, false
}

func nibble(n uint64, i int) float64 { return float64(n>>(4*i)&15) / 15 }
func octet(n uint64, i int) float64  { return float64(n>>(8*i)&255) / 255 }

// colorFunction reads the arguments of a colour function; commas and spaces
// are both separators, "/" stands before the alpha.
func colorFunction(name string, r *reader) (Color, bool) {
	want := 3
	switch name {
	case "rgb", "rgba", "hsl", "hsla":
	case "device-cmyk":
		want = 4
	default:
		return Color{}, false
	}
	var p [4]value
	for i := 0; i < want; i++ {
		if i > 0 {
			r.comma()
		}
		if p[i] = *r.peek(); !colorPart(&p[i]) {
			return Color{}, false
		}
		r.i++
	}
	alpha := 1.0
	if r.delim("/") || name != "device-cmyk" && r.comma() {
		v := r.peek()
		if v.kind != kNumber && v.kind != kPercent {
			return Color{}, false
		}
		alpha = share(v, 1)
		r.i++
	}
	if name == "device-cmyk" && r.comma() { // fallback for devices without CMYK
		if _, ok := parseColor(r); !ok {
			return Color{}, false
		}
	}
	if !r.done() {
		return Color{}, false
	}
	return colorOf(name, p, alpha), true
}

func colorPart(v *value) bool {
	if e, ok := parseExpr(v); ok && e.isNumber() {
		*v = value{kind: kNumber, num: e[0].n}
	}
	return v.kind == kNumber || v.kind == kPercent || v.word() == "none" || v.kind == kDim && angles[v.unit] != 0
}

var angles = map[string]float64{"deg": 1, "grad": 0.9, "rad": 180 / math.Pi, "turn": 360}

// share reads a number out of full, or a percentage, as 0..1.
func share(v *value, full float64) float64 {
	if v.kind == kPercent {
		full = 100
	}
	return clamp01(v.num / full)
}

func colorOf(name string, p [4]value, alpha float64) Color {
	switch name[0] {
	case 'd':
		if alpha == 0 {
			return Color{}
		}
		return Color{Space: CMYK, A: alpha, C: [4]float64{share(&p[0], 1), share(&p[1], 1), share(&p[2], 1), share(&p[3], 1)}}
	case 'h':
		deg := p[0].num
		if f := angles[p[0].unit]; f != 0 {
			deg *= f
		}
		return hsl(deg, share(&p[1], 100), share(&p[2], 100), alpha)
	}
	return rgb(share(&p[0], 255), share(&p[1], 255), share(&p[2], 255), alpha)
}

// hsl converts as CSS Color 4, section 7.1 prescribes.
func hsl(deg, s, l, alpha float64) Color {
	f := func(n float64) float64 {
		k := math.Mod(n+deg/30, 12)
		if k < 0 {
			k += 12
		}
		return l - s*math.Min(l, 1-l)*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1))
	}
	if s == 0 {
		return rgb(l, l, l, alpha)
	}
	return rgb(f(0), f(8), f(4), alpha)
}
