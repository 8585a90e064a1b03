package css

import (
	"strings"
)

// pageRule is one @page rule with one selector (CSS Page 3, section 4).
type pageRule struct {
	name         string
	first, blank bool
	left, right  bool
	nthA, nthB   int
	nth          bool
	block        block
	size         func(*pageState)
	boxes        map[string]*block
	sheet        *Sheet
}

// pageState collects the descriptors of a page while rules are applied.
type pageState struct {
	w, h        float64
	bleed       float64
	bleedAuto   bool
	crop, cross bool
}

// marginBoxes names the sixteen margin boxes with the alignment that the
// specification gives them (CSS Page 3, section 5.3.1).
var marginBoxes = map[string]TextAlign{
	"top-left-corner": AlignRight, "top-left": AlignLeft, "top-center": AlignCenter, "top-right": AlignRight, "top-right-corner": AlignLeft,
	"right-top": AlignCenter, "right-middle": AlignCenter, "right-bottom": AlignCenter,
	"bottom-right-corner": AlignLeft, "bottom-right": AlignRight, "bottom-center": AlignCenter, "bottom-left": AlignLeft, "bottom-left-corner": AlignRight,
	"left-bottom": AlignCenter, "left-middle": AlignCenter, "left-top": AlignCenter,
}

func (s *Sheet) pageRule(prelude []value, body *value, off int) {
	base := pageRule{sheet: s, boxes: map[string]*block{}}
	s.pageBody(body, &base)
	for _, part := range splitComma(prelude) {
		p := base
		if !p.selector(compact(part)) {
			s.warn(off, "page selector %s is not supported; its rule is left out", clip(s.text(prelude)))
			return
		}
		s.pages = append(s.pages, &p)
	}
}

// selector reads name:first:nth(2n+1) and the like.
func (p *pageRule) selector(vals []value) bool {
	r := &reader{v: vals}
	if r.peek().kind == kIdent {
		p.name, _ = r.ident()
	}
	for !r.done() {
		if r.peek().kind != kColon {
			return false
		}
		r.i++
		if f, ok := r.function("nth"); ok {
			if p.nthA, p.nthB, ok = nth(serialize(f.v)); !ok {
				return false
			}
			p.nth = true
			continue
		}
		w, _ := r.take("first", "left", "right", "blank", "recto", "verso")
		switch w {
		case "first":
			p.first = true
		case "blank":
			p.blank = true
		case "left", "verso":
			p.left = true
		case "right", "recto":
			p.right = true
		default:
			return false
		}
	}
	return true
}

// nth reads an+b (CSS Syntax 3, section 6).
func nth(s string) (a, b int, ok bool) {
	s = strings.ToLower(strings.ReplaceAll(s, " ", ""))
	switch s {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	head, tail, hasN := strings.Cut(s, "n")
	if !hasN {
		head, tail = "0", s
	}
	whole := func(s string, empty int) int {
		sign := 1
		switch {
		case strings.HasPrefix(s, "-"):
			sign, s = -1, s[1:]
		case strings.HasPrefix(s, "+"):
			s = s[1:]
		}
		if s == "" {
			return sign * empty
		}
		n := 0
		for _, c := range s {
			if c < '0' || c > '9' || n > 1e6 {
				ok = false
				return 0
			}
			n = 10*n + int(c-'0')
		}
		return sign * n
	}
	ok = s != ""
	a, b = whole(head, 1), whole(tail, 0)
	return a, b, ok
}

// matches tells whether the rule applies to a page.
func (p *pageRule) matches(sel PageSelector) bool {
	if p.name != "" && p.name != sel.Name || p.first && !sel.First || p.blank && !sel.Blank ||
		p.left && !sel.Left || p.right && sel.Left {
		return false
	}
	if !p.nth {
		return true
	}
	d := sel.Number - p.nthB
	if p.nthA == 0 {
		return d == 0
	}
	return d%p.nthA == 0 && d/p.nthA >= 0
}

// specificity orders page rules (CSS Page 3, section 4.4).
func (p *pageRule) specificity() int {
	n := 0
	if p.name != "" {
		n += 10000
	}
	for _, b := range []bool{p.first, p.blank, p.nth} {
		if b {
			n += 100
		}
	}
	if p.left || p.right {
		n++
	}
	return n
}
