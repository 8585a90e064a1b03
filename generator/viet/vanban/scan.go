package vanban

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxOrgan bounds the runes of an organ, which bounds the time of each attempt.
const maxOrgan = 24

// shape is what was written where a number may stand, before it is judged.
type shape struct {
	s             string
	i             int
	num, year     int
	code, organ   string
	first, second byte // '-' or '/', after the number or year, and after the code
	spaced        bool
	dashed        bool // a stroke that is neither hyphen nor slash
	term          bool // code and organ are one: "QH15"
}

// startsNumber reports whether a number may begin at byte i: at a digit that
// is not the inside of a word, a longer number, an address or a date.
func startsNumber(s string, i int) bool {
	if s[i] < '0' || s[i] > '9' {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(s[:i])
	if n == 0 {
		return true
	}
	if strings.ContainsRune("/-.,", r) {
		r, _ = utf8.DecodeLastRuneInString(s[:i-n])
	}
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '_'
}

// readShape reads N stroke [YEAR stroke] CODE stroke ORGAN from byte i on.
func readShape(s string, i int) (shape, bool) {
	p := shape{s: s, i: i}
	var width int
	if p.num, width = p.digits(5); width == 0 || p.isDigit() {
		return p, false
	}
	if p.first = p.stroke(); p.first == 0 {
		return p, false
	}
	p.readYear()
	if p.code = p.letters(); p.code == "" {
		return p, false
	}
	if p.year > 0 && p.isDigit() {
		start := p.i
		p.digits(2)
		p.organ, p.code, p.term = p.code+s[start:p.i], "", true
		return p, !p.isDigit() && strings.HasSuffix(p.organ[:len(p.organ)-(p.i-start)], "QH")
	}
	if p.second = p.stroke(); p.second == 0 {
		return p, false
	}
	p.organ = p.readOrgan()
	return p, p.organ != ""
}

// readYear steps over "2020/" when it stands there.
func (p *shape) readYear() {
	q := *p
	y, width := q.digits(4)
	if p.first != '/' || width != 4 || y < 1945 || y > 2100 || q.stroke() != '/' {
		return
	}
	*p, p.year = q, y
}

func (p *shape) isDigit() bool { return p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9' }

func (p *shape) digits(limit int) (value, width int) {
	for width < limit && p.isDigit() {
		value = value*10 + int(p.s[p.i]-'0')
		p.i++
		width++
	}
	return value, width
}

// stroke steps over a hyphen or slash with at most two spaces on either side
// and returns '-', '/' or 0.
func (p *shape) stroke() byte {
	q := *p
	q.spaces()
	r, n := utf8.DecodeRuneInString(q.s[q.i:])
	if n == 0 || !strings.ContainsRune("-/‐‑–—−", r) {
		return 0
	}
	q.i += n
	q.spaces()
	if r != '/' && r != '-' && r != '‑' {
		q.dashed = true
	}
	*p = q
	if r == '/' {
		return '/'
	}
	return '-'
}

func (p *shape) spaces() {
	for range 2 {
		r, n := utf8.DecodeRuneInString(p.s[p.i:])
		if r != ' ' && r != '\u00a0' {
			return
		}
		p.i += n
		p.spaced = true
	}
}

// letters reads a type code: a capital and at most five letters more.
func (p *shape) letters() string {
	start := p.i
	for n := 0; n < 6; n++ {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		if !unicode.IsLetter(r) || n == 0 && !unicode.IsUpper(r) {
			break
		}
		p.i += size
	}
	return p.s[start:p.i]
}

// readOrgan reads capitals with points or hyphens inside. A part that turns out
// to be the next word, as in "21-KL/TW.Nghị quyết", is given back.
func (p *shape) readOrgan() string {
	start, end := p.i, p.i
	for n := 0; n < maxOrgan; n++ {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		if (r == '.' || r == '-') && p.i > start {
			if next, _ := utf8.DecodeRuneInString(p.s[p.i+1:]); !unicode.IsUpper(next) {
				end = p.i
				break
			}
			end = p.i
		} else if !unicode.IsUpper(r) && !(unicode.IsMark(r) && p.i > start) {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				end = p.i
			}
			break
		}
		p.i += size
	}
	p.i = end
	return p.s[start:end]
}
