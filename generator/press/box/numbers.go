package box

import (
	"strconv"
	"strings"
)

// FormatCounter writes a number in a predefined counter style (CSS Counter
// Styles 3, section 6), without the suffix that a marker has. Numbers outside
// the range of a style are written in decimal.
func FormatCounter(v int, style string) string {
	switch style {
	case "none":
		return ""
	case "disc":
		return "•"
	case "circle":
		return "◦"
	case "square":
		return "▪"
	case "decimal-leading-zero":
		if v > -10 && v < 10 {
			return strings.Replace(strconv.Itoa(100+max(v, -v)), "1", map[bool]string{true: "-"}[v < 0], 1)
		}
	case "lower-alpha", "lower-latin":
		return alphabetic(v, "abcdefghijklmnopqrstuvwxyz")
	case "upper-alpha", "upper-latin":
		return alphabetic(v, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lower-greek":
		return alphabetic(v, "αβγδεζηθικλμνξοπρστυφχψω")
	case "lower-roman":
		return strings.ToLower(roman(v))
	case "upper-roman":
		return roman(v)
	}
	return strconv.Itoa(v)
}

func alphabetic(v int, letters string) string {
	set := []rune(letters)
	if v < 1 {
		return strconv.Itoa(v)
	}
	var out []rune
	for ; v > 0; v = (v - 1) / len(set) {
		out = append([]rune{set[(v-1)%len(set)]}, out...)
	}
	return string(out)
}

var romans = []struct {
	v int
	s string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

func roman(v int) string {
	if v < 1 || v > 3999 {
		return strconv.Itoa(v)
	}
	var b strings.Builder
	for _, r := range romans {
		for ; v >= r.v; v -= r.v {
			b.WriteString(r.s)
		}
	}
	return b.String()
}

// markerText is the text of a list marker: the number with the suffix of its
// style, or the string given as the style.
func markerText(style string, v int) string {
	if s, ok := strings.CutPrefix(style, `"`); ok {
		return strings.TrimSuffix(s, `"`)
	}
	switch style {
	case "none":
		return ""
	case "disc", "circle", "square":
		return FormatCounter(v, style) + " "
	}
	return FormatCounter(v, style) + ". "
}
