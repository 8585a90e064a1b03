package css

import (
	"math"
	"strings"
)

// reader walks over the values of one declaration.
type reader struct {
	v   []value
	i   int
	url func(string) string // resolves an address against the sheet
}

func (r *reader) done() bool { return r.i >= len(r.v) }

// peek returns the next value; at the end one that matches nothing.
func (r *reader) peek() *value {
	if r.done() {
		return &value{kind: kBad}
	}
	return &r.v[r.i]
}

// word returns the next identifier in lower case without consuming it.
func (r *reader) word() string { return r.peek().word() }

// take consumes the next value when it is one of the words.
func (r *reader) take(words ...string) (string, bool) {
	w := r.word()
	for _, k := range words {
		if w == k && w != "" {
			r.i++
			return w, true
		}
	}
	return "", false
}

// delim consumes a delimiter character.
func (r *reader) delim(text string) bool {
	if r.peek().is(kDelim, text) {
		r.i++
		return true
	}
	return false
}

func (r *reader) comma() bool {
	if r.peek().kind == kComma {
		r.i++
		return true
	}
	return false
}

// ident consumes any identifier that is no CSS-wide keyword, case kept.
func (r *reader) ident() (string, bool) {
	v := r.peek()
	if v.kind != kIdent || wideOf(strings.ToLower(v.text)) != 0 {
		return "", false
	}
	r.i++
	return v.text, true
}

func (r *reader) str() (string, bool) {
	v := r.peek()
	if v.kind != kString {
		return "", false
	}
	r.i++
	return v.text, true
}

// number consumes a number, also as calc().
func (r *reader) number() (float64, bool) {
	e, ok := parseExpr(r.peek())
	if !ok || len(e) != 1 || e[0].unit != uNumber {
		return 0, false
	}
	r.i++
	return e[0].n, true
}

// integer consumes a whole number.
func (r *reader) integer() (int, bool) {
	at := r.i
	if v := r.peek(); v.kind == kNumber && v.point {
		return 0, false // CSS Values 4, 5.2
	}
	f, ok := r.number()
	if !ok || f != math.Trunc(f) || math.Abs(f) > 1e9 {
		r.i = at
		return 0, false
	}
	return int(f), true
}

// function consumes a call of name and returns a reader of its arguments.
func (r *reader) function(name string) (*reader, bool) {
	v := r.peek()
	if !v.is(kFunc, name) {
		return nil, false
	}
	r.i++
	return &reader{v: v.args, url: r.url}, true
}

// address consumes url() or, where a string may stand for it, a string.
func (r *reader) address() (string, bool) {
	v := r.peek()
	if v.kind != kURL {
		return "", false
	}
	r.i++
	return r.resolve(v.text), true
}

func (r *reader) resolve(u string) string {
	if r.url == nil {
		return u
	}
	return r.url(u)
}

// splitComma cuts values at the top-level commas.
func splitComma(vs []value) [][]value {
	var out [][]value
	start := 0
	for i := range vs {
		if vs[i].kind == kComma {
			out = append(out, vs[start:i])
			start = i + 1
		}
	}
	return append(out, vs[start:])
}
