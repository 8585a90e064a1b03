package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cursor reads an NFC text from byte i on; copying it marks a place to go back
// to. Every step looks at a bounded stretch, which keeps scanning linear.
type cursor struct {
	s string
	i int
}

// word steps over w in any case, when it stands there as a whole word.
func (p *cursor) word(w string) bool {
	end := p.i + len(w)
	if end > len(p.s) || !strings.EqualFold(p.s[p.i:end], w) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(p.s[end:]); end < len(p.s) && (unicode.IsLetter(r) || unicode.IsMark(r)) {
		return false
	}
	p.i = end
	return true
}

// space steps over one to three spaces, no-break ones and a line end included.
func (p *cursor) space() bool {
	n := 0
	for n < 3 && p.any(" \u00a0\n") != 0 {
		n++
	}
	return n > 0
}

// number reads up to width digits and says how many it read.
func (p *cursor) number(width int) (value, n int) {
	for n < width && p.digit() {
		value = value*10 + int(p.s[p.i]-'0')
		p.i++
		n++
	}
	return value, n
}

func (p *cursor) digit() bool {
	return p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9'
}

// any steps over one rune of set and returns it, or 0.
func (p *cursor) any(set string) rune {
	r, n := utf8.DecodeRuneInString(p.s[p.i:])
	if n == 0 || r == utf8.RuneError || !strings.ContainsRune(set, r) {
		return 0
	}
	p.i += n
	return r
}

// end is the place before a separator that was stepped over in looking ahead.
func (p *cursor) end(sep rune) int {
	if p.i > 0 && p.s[p.i-1] == byte(sep) {
		return p.i - 1
	}
	return p.i
}
