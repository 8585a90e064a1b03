package css

import "strings"

// The parts of Features, in the order in which they are joined.
const (
	vLigatures = iota
	vCaps
	vNumeric
	vEastAsian
	vPosition
	vKerning
	vSettings
	nVariants
)

func fontProperties() {
	longhand("font-family", true, func(s *Style) *[]string { return &s.FontFamily }, parseFamilies,
		"names, quoted or not; generic names serif, sans-serif, monospace …", "CSS Fonts 4, 2.1")
	longhand("font-style", true, func(s *Style) *bool { return &s.FontItalic }, parseFontStyle,
		"normal, italic, oblique (without angle)", "CSS Fonts 4, 2.4")
	longhand("font-weight", true, func(s *Style) *int { return &s.FontWeight }, parseWeight,
		"normal, bold, bolder, lighter, 1 to 1000", "CSS Fonts 4, 2.2")
	addProperty(&property{name: "font-size", inherited: true, parse: parseFontSize,
		copy:   func(d, s *Style) { d.FontSize = s.FontSize },
		values: "lengths, percentages, xx-small to xxx-large, smaller, larger", spec: "CSS Fonts 4, 2.5"})
	addProperty(&property{name: "line-height", inherited: true, parse: parseLineHeight,
		copy:   func(d, s *Style) { d.LineHeight, d.lineFactor = s.LineHeight, s.lineFactor },
		values: "normal, numbers, lengths, percentages", spec: "CSS 2.2, 10.8.1"})
	longhand("color", true, func(s *Style) *Color { return &s.Color }, parseTextColor,
		"names, #rgb, #rgba, #rrggbb, #rrggbbaa, rgb(), rgba(), hsl(), hsla(), device-cmyk(), transparent, currentColor", "CSS Color 4, 3.1; CSS Color 5, device-cmyk()")
	variant("font-variant-ligatures", vLigatures, ligatures, "normal, none, [no-]common-ligatures, [no-]discretionary-ligatures, [no-]historical-ligatures, [no-]contextual", "CSS Fonts 4, 6.4")
	variant("font-variant-caps", vCaps, caps, "normal, small-caps, all-small-caps (both made where the font has none), petite-caps, all-petite-caps, unicase, titling-caps", "CSS Fonts 4, 6.6")
	variant("font-variant-numeric", vNumeric, numeric, "normal, lining-nums, oldstyle-nums, proportional-nums, tabular-nums, diagonal-fractions, stacked-fractions, ordinal, slashed-zero", "CSS Fonts 4, 6.7")
	variant("font-variant-east-asian", vEastAsian, eastAsian, "normal, jis78, jis83, jis90, jis04, simplified, traditional, full-width, proportional-width, ruby", "CSS Fonts 4, 6.10")
	variant("font-variant-position", vPosition, position, "normal, sub, super", "CSS Fonts 4, 6.5")
	variant("font-kerning", vKerning, kerning, "auto, normal, none", "CSS Fonts 4, 6.3")
	longhand("font-feature-settings", true, func(s *Style) *[]Feature { return &s.variants[vSettings] }, parseSettings,
		"normal, a list of \"tag\" [number | on | off]", "CSS Fonts 4, 6.12")
}

var (
	ligatures = map[string]string{"normal": "", "none": "-liga -clig -dlig -hlig -calt", "common-ligatures": "liga clig",
		"no-common-ligatures": "-liga -clig", "discretionary-ligatures": "dlig", "no-discretionary-ligatures": "-dlig",
		"historical-ligatures": "hlig", "no-historical-ligatures": "-hlig", "contextual": "calt", "no-contextual": "-calt"}
	caps = map[string]string{"normal": "", "small-caps": "smcp", "all-small-caps": "smcp c2sc", "petite-caps": "pcap",
		"all-petite-caps": "pcap c2pc", "unicase": "unic", "titling-caps": "titl"}
	numeric = map[string]string{"normal": "", "lining-nums": "lnum", "oldstyle-nums": "onum", "proportional-nums": "pnum",
		"tabular-nums": "tnum", "diagonal-fractions": "frac", "stacked-fractions": "afrc", "ordinal": "ordn", "slashed-zero": "zero"}
	eastAsian = map[string]string{"normal": "", "jis78": "jp78", "jis83": "jp83", "jis90": "jp90", "jis04": "jp04", "simplified": "smpl",
		"traditional": "trad", "full-width": "fwid", "proportional-width": "pwid", "ruby": "ruby"}
	position = map[string]string{"normal": "", "sub": "subs", "super": "sups"}
	kerning  = map[string]string{"auto": "", "normal": "kern", "none": "-kern"}
)

// variant enters one of the font-variant-* properties: keywords that turn
// OpenType features on, or with "-" off.
func variant(name string, slot int, m map[string]string, values, spec string) {
	single := slot == vCaps || slot == vPosition || slot == vKerning
	longhand(name, true, func(s *Style) *[]Feature { return &s.variants[slot] }, func(r *reader) (get[[]Feature], bool) {
		var out []Feature
		n := 0
		for ; !r.done() && !(single && n == 1); n++ {
			tags, ok := m[r.word()]
			if !ok || r.peek().kind != kIdent || tags == "" && n > 0 {
				break
			}
			r.i++
			for _, t := range strings.Fields(tags) {
				f := Feature{Tag: strings.TrimPrefix(t, "-"), Value: 1}
				if t[0] == '-' {
					f.Value = 0
				}
				out = append(out, f)
			}
			if tags == "" {
				n++
				break
			}
		}
		return just(out), n > 0
	}, values, spec)
}

func parseSettings(r *reader) (get[[]Feature], bool) {
	if _, ok := r.take("normal"); ok {
		return just[[]Feature](nil), true
	}
	var out []Feature
	for {
		tag, ok := r.str()
		if !ok || len(tag) != 4 {
			return nil, false
		}
		f := Feature{Tag: tag, Value: 1}
		if w, ok := r.take("on", "off"); ok {
			if w == "off" {
				f.Value = 0
			}
		} else if n, ok := r.integer(); ok {
			f.Value = n
		}
		out = append(out, f)
		if !r.comma() {
			return just(out), true
		}
	}
}

func parseFamilies(r *reader) (get[[]string], bool) {
	var out []string
	for {
		name, ok := r.str()
		if !ok {
			var parts []string
			for {
				w, more := r.ident()
				if !more {
					break
				}
				parts = append(parts, w)
			}
			name = strings.Join(parts, " ")
		}
		if name == "" {
			return nil, false
		}
		out = append(out, name)
		if !r.comma() {
			return just(out), true
		}
	}
}

func parseFontStyle(r *reader) (get[bool], bool) {
	w, ok := r.take("normal", "italic", "oblique")
	return just(w != "normal"), ok
}

// parseWeight computes bolder and lighter by the table of CSS Fonts 4, 2.2.1.
func parseWeight(r *reader) (get[int], bool) {
	if w, ok := r.take("normal", "bold", "bolder", "lighter"); ok {
		switch w {
		case "normal":
			return just(400), true
		case "bold":
			return just(700), true
		}
		return func(c *comp) int { return relativeWeight(c.parent.FontWeight, w == "bolder") }, true
	}
	n, ok := r.integer()
	return just(n), ok && n >= 1 && n <= 1000
}

func relativeWeight(w int, bolder bool) int {
	switch {
	case bolder && w < 350:
		return 400
	case bolder && w < 550:
		return 700
	case bolder:
		return max(w, 900)
	case w < 100:
		return w
	case w < 550:
		return 100
	case w < 750:
		return 400
	}
	return 700
}

var fontSizes = map[string]float64{"xx-small": 7.2, "x-small": 9, "small": 12 * 8.0 / 9, "medium": 12, "large": 14.4,
	"x-large": 18, "xx-large": 24, "xxx-large": 36}

func parseFontSize(r *reader) (setter, bool) {
	if k, ok := fontSizes[r.word()]; ok {
		r.i++
		return func(c *comp) { c.s.FontSize = k }, true
	}
	if w, ok := r.take("smaller", "larger"); ok {
		f := 1.2
		if w == "smaller" {
			f = 1 / 1.2
		}
		return func(c *comp) { c.s.FontSize = c.parent.FontSize * f }, true
	}
	e, ok := r.length(lengthRule{percent: true})
	if !ok {
		return nil, false
	}
	return func(c *comp) {
		c.parentFont = true
		c.s.FontSize = min(max(c.pt(e, c.parent.FontSize), 0), 10000)
		c.parentFont = false
	}, true
}

func parseLineHeight(r *reader) (setter, bool) {
	if _, ok := r.take("normal"); ok {
		return func(c *comp) { c.s.LineHeight, c.s.lineFactor = 0, 0 }, true
	}
	const nothing = 1e-6 // a written zero, told apart from normal
	if at := r.i; true {
		if f, ok := r.number(); ok {
			if f < 0 {
				return nil, false
			}
			f = max(f, nothing)
			return func(c *comp) { c.s.lineFactor = f }, true
		}
		r.i = at
	}
	e, ok := r.length(lengthRule{percent: true})
	if !ok {
		return nil, false
	}
	return func(c *comp) {
		c.s.LineHeight, c.s.lineFactor = max(c.pt(e, c.s.FontSize), nothing), 0
	}, true
}

// parseTextColor reads color, where currentColor is the parent's colour.
func parseTextColor(r *reader) (get[Color], bool) {
	if _, ok := r.take("currentcolor"); ok {
		return func(c *comp) Color { return c.parent.Color }, true
	}
	return parseColor(r)
}
