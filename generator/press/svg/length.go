package svg

import (
	"math"
	"strconv"
	"strings"
)

// units in px (CSS Values 3, section 6.2); em and ex for the usual 16 px font.
var units = map[string]float64{"": 1, "px": 1, "pt": 4.0 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16, "ex": 8, "q": 96 / 101.6}

// length is length with em and ex of the current font.
func (p *parser) length(s string, ref float64) (float64, bool) {
	v, ok := length(s, ref)
	if t := strings.ToLower(s); strings.HasSuffix(t, "em") || strings.HasSuffix(t, "ex") {
		v *= p.em / 16
	}
	return v, ok
}

// length reads a length in px; percentages are of ref.
func length(s string, ref float64) (float64, bool) {
	s = strings.TrimSpace(s)
	end := len(s)
	for end > 0 && (s[end-1] >= 'a' && s[end-1] <= 'z' || s[end-1] >= 'A' && s[end-1] <= 'Z' || s[end-1] == '%') {
		end--
	}
	v, err := strconv.ParseFloat(s[:end], 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e9 {
		return 0, false
	}
	if s[end:] == "%" {
		return v / 100 * ref, true
	}
	unit, ok := units[strings.ToLower(s[end:])]
	return v * unit, ok
}

// diagonal is what percentages of neither width nor height refer to (SVG 1.1,
// section 7.10).
func diagonal(view [2]float64) float64 { return math.Hypot(view[0], view[1]) / math.Sqrt2 }

// viewBox reads the four numbers of a viewBox.
func viewBox(s string) ([4]float64, bool) {
	var box [4]float64
	sc := scanner{s: s}
	for i := range box {
		v, ok := sc.number()
		if !ok {
			return box, false
		}
		box[i] = v
	}
	return box, box[2] > 0 && box[3] > 0
}

// fitBox maps a view box into a viewport (SVG 1.1, section 7.8).
func fitBox(box [4]float64, w, h float64, ratio string) Matrix {
	sx, sy := w/box[2], h/box[3]
	fields := strings.Fields(strings.TrimPrefix(ratio, "defer "))
	align := "xMidYMid"
	if len(fields) > 0 {
		align = fields[0]
	}
	if align == "none" {
		return Matrix{sx, 0, 0, sy, -box[0] * sx, -box[1] * sy}
	}
	scale := min(sx, sy)
	if len(fields) > 1 && fields[1] == "slice" {
		scale = max(sx, sy)
	}
	place := func(room float64, low, high string) float64 {
		switch {
		case strings.Contains(align, low):
			return 0
		case strings.Contains(align, high):
			return room
		}
		return room / 2
	}
	return Matrix{scale, 0, 0, scale,
		place(w-box[2]*scale, "xMin", "xMax") - box[0]*scale,
		place(h-box[3]*scale, "YMin", "YMax") - box[1]*scale}
}

// transform reads a transform list (SVG 1.1, section 7.6).
func transform(s string) (Matrix, bool) {
	m := Identity
	for {
		s = strings.TrimLeft(s, " \t\r\n,")
		if s == "" {
			return m, true
		}
		name, rest, ok := strings.Cut(s, "(")
		args, after, closed := strings.Cut(rest, ")")
		if !ok || !closed {
			return Identity, false
		}
		var v []float64
		sc := scanner{s: args}
		for len(v) < 7 {
			n, ok := sc.number()
			if !ok {
				break
			}
			v = append(v, n)
		}
		one, ok := oneTransform(strings.TrimSpace(name), v)
		if !ok || sc.rest() {
			return Identity, false
		}
		m, s = m.Mul(one), after
	}
}

func oneTransform(name string, v []float64) (Matrix, bool) {
	switch {
	case name == "matrix" && len(v) == 6:
		return Matrix(v), true
	case name == "translate" && len(v) == 1:
		return Matrix{1, 0, 0, 1, v[0], 0}, true
	case name == "translate" && len(v) == 2:
		return Matrix{1, 0, 0, 1, v[0], v[1]}, true
	case name == "scale" && len(v) == 1:
		return Matrix{v[0], 0, 0, v[0], 0, 0}, true
	case name == "scale" && len(v) == 2:
		return Matrix{v[0], 0, 0, v[1], 0, 0}, true
	case name == "rotate" && (len(v) == 1 || len(v) == 3):
		sin, cos := math.Sincos(v[0] * math.Pi / 180)
		m := Matrix{cos, sin, -sin, cos, 0, 0}
		if len(v) == 3 {
			m = Matrix{1, 0, 0, 1, v[1], v[2]}.Mul(m).Mul(Matrix{1, 0, 0, 1, -v[1], -v[2]})
		}
		return m, true
	case name == "skewX" && len(v) == 1:
		return Matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0}, true
	case name == "skewY" && len(v) == 1:
		return Matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0}, true
	}
	return Identity, false
}
