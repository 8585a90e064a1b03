package search

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a text as the index knows it.
type Word struct {
	Fold string // lower case without marks, đ as d: "hoa"
	// Form keeps the marks, with the tone last, so that "hòa", "hoà" and their
	// decomposed twins are one form: "hoa" + U+0300.
	Form string
}

// Words cuts a text into words: runs of letters and digits. A character that
// is not seen (a soft hyphen, a joiner) does not end a word.
func Words(text string) (words []Word) {
	raw(text, func(run string) { words = append(words, parse(run)) })
	return words
}

// maxWord is the length in bytes from which a run is no word but some code.
const maxWord = 64

// raw calls visit with each run of letters and digits, not yet normalized.
func raw(text string, visit func(run string)) {
	start := -1
	for i, r := range text {
		if r < 0x80 {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				if start < 0 {
					start = i
				}
				continue
			}
		} else if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if start < 0 {
				start = i
			}
			continue
		} else if start >= 0 && (unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r)) {
			continue
		}
		if start >= 0 && i-start <= maxWord {
			visit(text[start:i])
		}
		start = -1
	}
	if start >= 0 && len(text)-start <= maxWord {
		visit(text[start:])
	}
}

// tone reports the marks that Vietnamese puts on a syllable rather than on a
// letter: grave, acute, tilde, hook above, dot below.
func tone(r rune) bool {
	return r == 0x300 || r == 0x301 || r == 0x303 || r == 0x309 || r == 0x323
}

func parse(run string) Word {
	var fold, form strings.Builder
	var last rune
	for _, r := range norm.NFD.String(run) {
		switch r = unicode.ToLower(r); {
		case unicode.Is(unicode.Cf, r):
		case tone(r):
			last = r
		case unicode.Is(unicode.Mn, r):
			form.WriteRune(r)
		case r == 'đ' || r == 'ð' || r == 'ɖ':
			// Only đ is Vietnamese; the others look like it.
			fold.WriteByte('d')
			form.WriteRune('đ')
		default:
			fold.WriteRune(r)
			form.WriteRune(r)
		}
	}
	if last != 0 {
		form.WriteRune(last)
	}
	return Word{fold.String(), form.String()}
}
