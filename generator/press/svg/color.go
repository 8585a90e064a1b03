package svg

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"bantin/generator/press/css"
)

// rgb makes a colour; equal parts become grey, so that it prints in black only.
func rgb(r, g, b, a float64) css.Color {
	if r == g && g == b {
		return css.Color{Space: css.Gray, C: [4]float64{r}, A: a}
	}
	return css.Color{Space: css.RGB, C: [4]float64{r, g, b}, A: a}
}

// parseColor reads a colour of SVG 1.1 (CSS 2 colours and the SVG names).
func parseColor(s string, current css.Color) (css.Color, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	switch {
	case s == "currentcolor":
		return current, true
	case s == "transparent":
		return css.Color{}, true
	case strings.HasPrefix(s, "#"):
		return hexColor(s[1:])
	case strings.HasPrefix(s, "rgb(") || strings.HasPrefix(s, "rgba("):
		return rgbFunction(s)
	case strings.HasPrefix(s, "device-cmyk("):
		return cmykFunction(s)
	}
	c, ok := colornames.Map[s]
	return rgb(float64(c.R)/255, float64(c.G)/255, float64(c.B)/255, 1), ok
}

func hexColor(s string) (css.Color, bool) {
	if len(s) == 3 || len(s) == 4 {
		var long strings.Builder
		for i := range len(s) {
			long.Write([]byte{s[i], s[i]})
		}
		s = long.String()
	}
	if len(s) == 6 {
		s += "ff"
	}
	n, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 8 {
		return css.Color{}, false
	}
	part := func(shift int) float64 { return float64(n>>shift&0xff) / 255 }
	return rgb(part(24), part(16), part(8), part(0)), true
}

// rgbFunction reads rgb() and rgba() in numbers or percentages.
func rgbFunction(s string) (css.Color, bool) {
	_, args, _ := strings.Cut(s, "(")
	args, after, closed := strings.Cut(args, ")")
	fields := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == '/' || r <= ' ' })
	if !closed || after != "" || len(fields) < 3 || len(fields) > 4 {
		return css.Color{}, false
	}
	v := [4]float64{3: 1}
	for i, f := range fields {
		ref := 255.0
		if i == 3 {
			ref = 1
		}
		n, ok := length(f, ref)
		if !ok {
			return css.Color{}, false
		}
		v[i] = math.Min(math.Max(n/ref, 0), 1)
	}
	return rgb(v[0], v[1], v[2], v[3]), true
}

// cmykFunction reads device-cmyk() of CSS Color 5 in numbers or percentages.
func cmykFunction(s string) (css.Color, bool) {
	_, args, _ := strings.Cut(s, "(")
	args, after, closed := strings.Cut(args, ")")
	fields := strings.FieldsFunc(args, func(r rune) bool { return r == ',' || r == '/' || r <= ' ' })
	if !closed || after != "" || len(fields) < 4 || len(fields) > 5 {
		return css.Color{}, false
	}
	v := [5]float64{4: 1}
	for i, f := range fields {
		n, ok := length(f, 1)
		if !ok {
			return css.Color{}, false
		}
		v[i] = math.Min(math.Max(n, 0), 1)
	}
	return css.Color{Space: css.CMYK, C: [4]float64(v[:4]), A: v[4]}, true
}

// paint resolves a fill or stroke; nil for none.
func (p *parser) paint(e *element, s string, current css.Color, segs []Seg) *Paint {
	if strings.HasPrefix(s, "url(") {
		ref, fallback, _ := strings.Cut(s[4:], ")")
		id := strings.TrimPrefix(strings.Trim(ref, "'\" "), "#")
		if g := p.ids[id]; g != nil && (g.name == "linearGradient" || g.name == "radialGradient") {
			return p.gradient(g, segs, current)
		}
		p.warn(e, "paint %q is not supported", s)
		if s = strings.TrimSpace(fallback); s == "" {
			return nil
		}
	}
	switch s {
	case "none":
		return nil
	case "context-fill", "context-stroke":
		s = "currentcolor"
	}
	c, ok := parseColor(s, current)
	if !ok {
		p.warn(e, "colour %q is not understood; black is used", s)
		c = css.Black
	}
	if c.A == 0 {
		return nil
	}
	return &Paint{Color: c}
}
