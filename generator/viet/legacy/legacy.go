// Package legacy recognises Vietnamese text of the encodings before Unicode
// that was pasted as if it were Unicode: TCVN3 (fonts .Vn…), where "phòng"
// looks like "phßng", and VNI (fonts VNI-…), where it looks like "phoøng". It
// converts what it recognises.
//
// Only syllables count as evidence: a word speaks for an encoding when it is no
// Vietnamese syllable as it stands and becomes one.
package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Encoding is one of the old encodings.
type Encoding int

const (
	None Encoding = iota
	TCVN3
	VNI
)

func (e Encoding) String() string { return [...]string{"", "TCVN3", "VNI"}[e] }

// Guess is what a text was found to be.
type Guess struct {
	Encoding Encoding
	From     int  // byte of the first word that speaks for it
	Certain  bool // nothing in the text speaks against it
}

// Detect looks for old encodings in a text.
func Detect(s string) Guess {
	if !suspicious(s) {
		return Guess{}
	}
	best, most := Guess{}, 0
	for _, e := range []Encoding{TCVN3, VNI} {
		g, pro, contra := weigh(s, e)
		if pro < 2 || contra > pro/4 || pro <= most {
			continue
		}
		g.Certain = pro >= 3 && contra == 0
		best, most = g, pro
	}
	return best
}

// Among judges a text that stands among text of an encoding, such as a heading:
// one word that speaks for the encoding and none against it are enough.
func Among(s string, e Encoding) Guess {
	g, pro, contra := weigh(s, e)
	if pro == 0 || contra > 0 {
		return Guess{}
	}
	g.Certain = true
	return g
}

// Within judges a text of a page that has no other letters than those of the
// encoding: one word that the encoding can have written is enough.
func Within(s string, e Encoding) (g Guess) {
	words(s, func(from, to int) {
		if g.Encoding != None || ascii(s[from:to]) {
			return
		}
		if _, ok := convertWord(s[from:to], e); ok {
			g = Guess{Encoding: e, From: from, Certain: true}
		}
	})
	return g
}

// suspicious is a cheap look for letters that Vietnamese does not have.
func suspicious(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] != 0xc2 && s[i] != 0xc3 || i+1 == len(s) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(s[i:])
		if r >= 0xa1 && r <= 0xff && !strings.ContainsRune(ours, r) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

// ours are the characters of Latin-1 that Vietnamese text has.
const ours = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ«»°·½§©²³"

// weigh counts the words for and against an encoding.
func weigh(s string, e Encoding) (g Guess, pro, contra int) {
	words(s, func(from, to int) {
		word := s[from:to]
		if ascii(word) {
			return
		}
		was, becomes := Syllable(word), false
		if converted, ok := convertWord(word, e); ok {
			becomes = Syllable(converted)
		}
		switch {
		case becomes && !was:
			if pro++; pro == 1 {
				g = Guess{Encoding: e, From: from}
			}
		case was && !becomes:
			contra++
		}
	})
	return g, pro, contra
}

// words visits the runs of letters, and of what the encodings use as letters.
func words(s string, visit func(from, to int)) {
	start := -1
	for i, r := range s {
		letter := unicode.IsLetter(r) || r >= 0xa1 && r <= 0xff && !strings.ContainsRune("«»°", r) || guillemet(s, i, r, start >= 0)
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			visit(start, i)
			start = -1
		}
	}
	if start >= 0 {
		visit(start, len(s))
	}
}

// guillemet reports whether « or » at byte i is a letter, as in the TCVN3 of
// "công" and "bằng", and no quotation mark: within a word, or « before what is
// no word without it ("ông"), or alone where nothing closes it ("ô").
func guillemet(s string, i int, r rune, inWord bool) bool {
	if r != '«' && r != '»' {
		return false
	}
	rest := s[i+len("«"):]
	next, _ := utf8.DecodeRuneInString(rest)
	if inWord {
		return r == '«' || unicode.IsLetter(next)
	}
	after := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && (r < 0xa1 || r > 0xff) })
	if after < 0 {
		after = len(rest)
	}
	if after == 0 {
		return r == '«' && !closing(rest) // "ô" alone
	}
	return r == '«' && strings.Trim(rest[:after], "nmgpct") == ""
}

// closing reports whether a text soon has » as a quotation mark.
func closing(s string) bool {
	s = s[:min(len(s), 400)] // no text is quoted longer than that
	for _, part := range strings.Split(s, "»")[1:] {
		if next, _ := utf8.DecodeRuneInString(part); !unicode.IsLetter(next) {
			return true
		}
	}
	return false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Convert turns a text of an encoding into Unicode. Words that the encoding
// cannot have written stay as they are.
func Convert(s string, e Encoding) string {
	var b strings.Builder
	at := 0
	words(s, func(from, to int) {
		b.WriteString(s[at:from])
		at = to
		if w, ok := convertWord(s[from:to], e); ok {
			b.WriteString(w)
			return
		}
		b.WriteString(s[from:to])
	})
	b.WriteString(s[at:])
	return b.String()
}

func convertWord(word string, e Encoding) (string, bool) {
	if ascii(word) {
		return word, true
	}
	if e == TCVN3 {
		return fromTCVN3(word)
	}
	return fromVNI(word)
}
