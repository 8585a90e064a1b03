// Package symbolfont knows the fonts whose letters are pictures (Symbol,
// Wingdings): which Unicode character shows what a letter shows. Word writes
// such letters as they are or in the private area from U+F000 on.
package symbolfont

import "strings"

// Is reports whether a font is one of pictures.
func Is(font string) bool { return tableOf(font) != nil }

// Private reports whether a character is a symbol font's in the private area.
func Private(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }

func tableOf(font string) map[rune]rune {
	switch name := strings.ToLower(strings.TrimSpace(font)); {
	case name == "symbol":
		return symbol
	case name == "wingdings":
		return wingdings
	case strings.HasPrefix(name, "wingdings"), name == "webdings", name == "zapfdingbats":
		return map[rune]rune{}
	}
	return nil
}

// Convert turns a text in a symbol font into Unicode; unknown are the
// characters that it left out. A private character without such a font is
// taken as the bullets of both fonts.
func Convert(s, font string) (shown string, unknown []rune) {
	table := tableOf(font)
	var b strings.Builder
	for _, r := range s {
		code := r
		if Private(r) {
			code -= 0xf000
		} else if table == nil || r < 0x21 || r > 0xff {
			b.WriteRune(r)
			continue
		}
		to, ok := table[code]
		if table == nil || !ok {
			to, ok = bullets[code]
		}
		if table != nil && !ok && strings.EqualFold(font, "symbol") && code < 0x41 {
			to, ok = code, true // digits and signs are themselves
		}
		if !ok {
			unknown = append(unknown, r)
			continue
		}
		b.WriteRune(to)
	}
	return b.String(), unknown
}

// bullets are what private characters mostly are, whatever the font.
var bullets = map[rune]rune{
	0xb7: '•', 0xa7: '▪', 0xa8: '◻', 0xd8: '➢', 0xfc: '✓', 0xfe: '☑', 0x6e: '■', 0x6c: '●', 0x71: '❑', 0x76: '❖', 0x6f: '□', 0x2d: '-', 0xe0: '→', 0xf0: '⇨',
}

var wingdings = map[rune]rune{
	0x21: '✏', 0x22: '✂', 0x28: '☎', 0x29: '✆', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x4c: '☹', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□',
	0x71: '❑', 0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x9f: '•', 0xa7: '▪', 0xa8: '◻', 0xaa: '✦', 0xab: '★', 0xd8: '➢', 0xdf: '←', 0xe0: '→',
	0xe1: '↑', 0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑', 0xa1: '○', 0xa4: '◉', 0x9e: '·', 0xb2: '✧',
}

var symbol = map[rune]rune{
	0x41: 'Α', 0x42: 'Β', 0x43: 'Χ', 0x44: 'Δ', 0x45: 'Ε', 0x46: 'Φ', 0x47: 'Γ', 0x48: 'Η', 0x49: 'Ι', 0x4b: 'Κ', 0x4c: 'Λ', 0x4d: 'Μ',
	0x4e: 'Ν', 0x4f: 'Ο', 0x50: 'Π', 0x51: 'Θ', 0x52: 'Ρ', 0x53: 'Σ', 0x54: 'Τ', 0x55: 'Υ', 0x57: 'Ω', 0x58: 'Ξ', 0x59: 'Ψ', 0x5a: 'Ζ',
	0x61: 'α', 0x62: 'β', 0x63: 'χ', 0x64: 'δ', 0x65: 'ε', 0x66: 'φ', 0x67: 'γ', 0x68: 'η', 0x69: 'ι', 0x6a: 'ϕ', 0x6b: 'κ', 0x6c: 'λ',
	0x6d: 'μ', 0x6e: 'ν', 0x6f: 'ο', 0x70: 'π', 0x71: 'θ', 0x72: 'ρ', 0x73: 'σ', 0x74: 'τ', 0x75: 'υ', 0x77: 'ω', 0x78: 'ξ', 0x79: 'ψ', 0x7a: 'ζ',
	0xa2: '′', 0xa3: '≤', 0xa5: '∞', 0xab: '↔', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xb4: '×',
	0xb6: '∂', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈', 0xbc: '…', 0xc5: '⊕', 0xc7: '∩', 0xc8: '∪', 0xcc: '⊂', 0xcd: '⊆',
	0xce: '∈', 0xcf: '∉', 0xd0: '∠', 0xd6: '√', 0xd7: '⋅', 0xde: '⇒', 0xdb: '⇔', 0xe5: '∑', 0xf2: '∫',
}
