package svg

import (
	"strconv"
	"strings"

	"bantin/generator/press/css"
)

// textStyle is what text inherits.
type textStyle struct {
	families     []string
	size         float64 // of the font, user units
	weight       int
	italic       bool
	anchor       string // start, middle, end
	baseline     string // dominant-baseline
	raise        float64
	letter, word float64
	preserve     bool
	lines        css.Decoration
}

var weights = map[string]int{"bold": 700, "bolder": 700, "lighter": 300}

var sizes = map[string]float64{"xx-small": 9, "x-small": 10, "small": 13, "medium": 16, "large": 18, "x-large": 24, "xx-large": 32}

// fonts computes what text inherits, and what em means for the element.
func (p *parser) fonts(s *style, e *element, get func(string) (string, bool)) {
	if v, ok := get("font-size"); ok {
		if n, known := sizes[v]; known {
			s.size = n
		} else if v == "smaller" || v == "larger" {
			s.size *= map[string]float64{"smaller": 1 / 1.2, "larger": 1.2}[v]
		} else if n, ok := p.fontSize(v, s.size); ok {
			s.size = n
		} else {
			p.warn(e, "font-size %q is not understood and is ignored", v)
		}
	}
	p.em = s.size
	if v, ok := get("font-family"); ok {
		s.families = nil
		for f := range strings.SplitSeq(v, ",") {
			s.families = append(s.families, strings.Trim(strings.TrimSpace(f), `"'`))
		}
		s.families = append(s.families, "sans-serif") // most names in charts are of fonts without serifs
	}
	if v, ok := get("font-weight"); ok {
		n, err := strconv.Atoi(v)
		if w := weights[v]; w != 0 {
			n = w
		} else if err != nil || n < 1 || n > 1000 {
			n = 400
		}
		s.weight = n
	}
	if v, ok := get("font-style"); ok {
		s.italic = v == "italic" || strings.HasPrefix(v, "oblique")
	}
	if v, ok := get("text-anchor"); ok {
		s.anchor = v
	}
	if v, ok := get("dominant-baseline"); ok {
		s.baseline = v
	}
	if v, ok := get("alignment-baseline"); ok && v != "auto" && (e.name == "tspan" || e.name == "text") {
		s.baseline = v
	}
	if v, ok := get("white-space"); ok {
		s.preserve = strings.HasPrefix(v, "pre") || v == "break-spaces"
	} else if v, ok := get("space"); ok {
		s.preserve = v == "preserve"
	}
	p.spacing(s, get)
}

// fontSize is a length, or a share of the size outside.
func (p *parser) fontSize(v string, outside float64) (float64, bool) {
	was := p.em
	defer func() { p.em = was }()
	p.em = outside
	n, ok := p.length(v, outside)
	return n, ok && n >= 0
}

func (p *parser) spacing(s *style, get func(string) (string, bool)) {
	for name, to := range map[string]*float64{"letter-spacing": &s.letter, "word-spacing": &s.word} {
		if v, ok := get(name); ok {
			*to, _ = p.length(v, s.size)
		}
	}
	if v, ok := get("baseline-shift"); ok {
		switch v {
		case "baseline":
		case "sub":
			s.raise -= s.size * 0.2
		case "super":
			s.raise += s.size * 0.4
		default:
			n, _ := p.length(v, s.size)
			s.raise += n
		}
	}
	v, ok := get("text-decoration-line")
	if !ok {
		v, ok = get("text-decoration")
	}
	if ok {
		for f := range strings.FieldsSeq(v) {
			s.lines |= map[string]css.Decoration{"underline": css.Underline, "overline": css.Overline, "line-through": css.LineThrough}[f]
		}
	}
}
