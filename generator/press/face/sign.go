package face

// standIn is the rune that the shaper shows instead of one that a font lacks:
// U+0020 for the spaces of a fixed width and for what is never seen, and of the
// face for signs a sign of the same meaning.
func (m *impl) standIn(r rune) rune {
	switch {
	case r == 0x2011 || r == 0x2010:
		return '-'
	case r == 0xA0, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F:
		return ' '
	case invisible(r):
		return ' '
	case m.symbols:
		if s, ok := alike[r]; ok {
			return s
		}
	}
	return r
}

// alike are coloured signs of telephones, which exist as pictures only, and the
// printers' signs that mean the same.
var alike = map[rune]rune{
	'✅': '✔', '❌': '✘', '❎': '☒', '⭐': '★', '🌟': '★', '💫': '★', '❗': '!', '❓': '?', '➕': '+', '➖': '−',
	'👉': '☞', '👈': '☜', '👆': '☝', '👇': '☟', '📞': '☎', '📱': '☎', '📧': '✉', '📩': '✉', '📨': '✉',
	'📝': '✍', '🖊': '✒', '🔔': '♪', '⏰': '⌚', '⌛': '⌚', '⚫': '●', '⚪': '○', '🔴': '●', '🔵': '●', '🟢': '●', '🟡': '●',
	'🔹': '◆', '🔸': '◆', '🔶': '◆', '🔷': '◆', '▫': '□', '▪': '■', '⬛': '■', '⬜': '□', '🟥': '■', '🟦': '■', '🟩': '■',
	'🧡': '♥', '💛': '♥', '💚': '♥', '💙': '♥', '💜': '♥', '💖': '♥', '🌸': '✿', '🌼': '✿', '🌷': '✿', '🌺': '✿', '🌹': '✿',
	'🙂': '☺', '😊': '☺', '🇻': 'V', '🇳': 'N',
}

// Known reports whether an embedded face has a sign, so that text can be judged
// before it is set: a style sheet may name fonts that have more.
func Known(r rune) bool {
	for _, f := range known() {
		if f.Has(r) {
			return true
		}
	}
	return false
}

func known() []*Face {
	var out []*Face
	for _, family := range []string{stix, symbols, sans, serif, mono} {
		out = append(out, nearest(builtin()[normal(family)], 400, false))
	}
	return out
}
