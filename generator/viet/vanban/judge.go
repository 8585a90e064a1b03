package vanban

import (
	"fmt"
	"unicode/utf8"
)

// numberAt reads and judges the number that begins at byte i.
func numberAt(s string, i int) (Number, bool) {
	p, ok := readShape(s, i)
	if !ok {
		return Number{}, false
	}
	n := Number{Start: i, End: p.i, Raw: s[i:p.i], N: p.num, Year: p.year, Code: p.code, Organ: p.organ}
	switch {
	case p.term:
		n.System = Law
	case !n.asParty(p) && !n.asState(p):
		return Number{}, false
	}
	n.Normal = n.normal()
	if p.spaced {
		n.suspect(Spacing, n.Raw, n.Normal)
	}
	if p.dashed {
		n.suspect(Dash, n.Raw, n.Normal)
	}
	return n, true
}

// asParty takes the shape as a Party number. Spaces, an unknown code and
// exchanged strokes are forgiven only to a number whose organ, or both code and
// strokes, leave no doubt: "lớp 10 - A/B" is none.
func (n *Number) asParty(p shape) bool {
	organ := normalOrgan(p.organ)
	sure, right := partyOrgan(organ), p.first == '-' && p.second == '/'
	if p.year > 0 || !sure && (!right || p.spaced || !known(partyCodes, p.code) || utf8.RuneCountInString(organ) < 2) {
		return false
	}
	code := p.code
	if !known(partyCodes, code) {
		if code = nearest(partyCodes, p.code); code == "" && !right {
			return false
		}
		n.suspect(UnknownCode, p.code, code)
	}
	if code != "" {
		n.Code = code
	}
	n.System, n.Organ = Party, organ
	if organ != p.organ {
		n.suspect(OrganForm, p.organ, organ)
	}
	if !right {
		n.suspect(Order, n.Raw, n.normal())
	}
	return true
}

// asState takes the shape as a State number. Without a year its code must be a
// known one; with a year the strokes alone are telling.
func (n *Number) asState(p shape) bool {
	right := p.second == '-'
	if p.first != '/' || p.spaced && !known(stateCodes, p.code) {
		return false
	}
	if !known(stateCodes, p.code) {
		if p.year == 0 || !right || utf8.RuneCountInString(p.code) < 2 {
			return false
		}
		want := nearest(stateCodes, p.code)
		n.suspect(UnknownCode, p.code, want)
		if want != "" {
			n.Code = want
		}
	}
	n.System = State
	if !right {
		if p.year == 0 {
			return false
		}
		n.suspect(Order, n.Raw, n.normal())
	}
	return true
}

// normal writes the number by the rules of its system; running numbers below
// 10 get a zero.
func (n *Number) normal() string {
	switch {
	case n.System == Law:
		return fmt.Sprintf("%02d/%d/%s", n.N, n.Year, n.Organ)
	case n.System == Party:
		return fmt.Sprintf("%02d-%s/%s", n.N, n.Code, n.Organ)
	case n.Year > 0:
		return fmt.Sprintf("%02d/%d/%s-%s", n.N, n.Year, n.Code, n.Organ)
	}
	return fmt.Sprintf("%02d/%s-%s", n.N, n.Code, n.Organ)
}
