package css

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Sheet is one parsed style sheet. It may be used by many cascades.
type Sheet struct {
	Name string // as given to Parse; addresses in the sheet are relative to it

	src      []byte
	lines    []int // offsets of line starts
	imports  []string
	rules    []*rule
	pages    []*pageRule
	faces    []FontFace
	warnings []Warning
	warned   map[string]bool
	order    int
	raw      bool // of a drawing: properties are kept as written
}

// rule is one style rule whose selector is understood.
type rule struct {
	selectors []selector
	block
}

// maxWarnings bounds what one sheet may report.
const maxWarnings = 200

// Parse reads a style sheet (CSS Syntax 3, section 5.3). Name is its address,
// shown in messages and taken as the base of url() and @import. What is not
// supported is left out and reported once; Parse never fails.
func Parse(name string, src []byte) (*Sheet, []Warning) {
	s := newSheet(name, src)
	s.ruleList(scan(src), false)
	return s, s.warnings
}

func newSheet(name string, src []byte) *Sheet {
	s := &Sheet{Name: name, src: src, lines: []int{0}, warned: map[string]bool{}}
	for i, c := range src {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// warn reports something once.
func (s *Sheet) warn(off int, format string, args ...any) {
	msg := fmt.Sprintf(format, args...)
	if s.warned[msg] || len(s.warnings) >= maxWarnings {
		return
	}
	s.warned[msg] = true
	line, col := s.position(off)
	s.warnings = append(s.warnings, Warning{s.Name, line, col, msg})
}

// position turns an offset into line and column, counted from 1 in characters.
func (s *Sheet) position(off int) (int, int) {
	off = min(off, len(s.src))
	i := sort.SearchInts(s.lines, off+1) - 1
	return i + 1, utf8.RuneCount(s.src[s.lines[i]:off]) + 1
}

// resolve makes an address in the sheet relative to where the sheet stands.
func (s *Sheet) resolve(ref string) string { return Resolve(s.Name, ref) }

// ruleList reads rules; inner tells that they stand in @media or @supports.
func (s *Sheet) ruleList(vals []value, inner bool) {
	for i := 0; i < len(vals); {
		if k := vals[i].kind; k == kSpace || k == kSemicolon {
			i++
			continue
		}
		start := i
		at := vals[i].kind == kAt
		for i < len(vals) && !vals[i].is(kBlock, "{") && !(at && vals[i].kind == kSemicolon) {
			i++
		}
		prelude := vals[start:i]
		if i == len(vals) {
			if at {
				s.atRule(prelude, nil, inner)
			} else {
				s.warn(vals[start].off, "a rule without a { } block is left out")
			}
			return
		}
		switch {
		case at && vals[i].kind == kSemicolon:
			s.atRule(prelude, nil, inner)
		case at:
			s.atRule(prelude, &vals[i], inner)
		default:
			s.styleRule(prelude, &vals[i])
		}
		i++
	}
}

func (s *Sheet) styleRule(prelude []value, body *value) {
	sels, err := parseSelectors(s.src, trimSpace(prelude))
	if err != nil {
		at := body.off
		if len(prelude) > 0 {
			at = prelude[0].off
		}
		s.warn(at, "selector %s: %v; its rule is left out", clip(s.text(prelude)), err)
		return
	}
	r := &rule{selectors: sels}
	s.declarations(body.args, &r.block, nil)
	if len(sels) > 0 && len(r.normal)+len(r.important) > 0 {
		s.rules = append(s.rules, r)
	}
}

func (s *Sheet) text(vals []value) string {
	vals = trimSpace(vals)
	if len(vals) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(string(s.src[vals[0].off:vals[len(vals)-1].end])), " ")
}

// declarations reads the inside of a { } block. at is called for at-rules in
// it, such as margin boxes; nil when none may stand there.
func (s *Sheet) declarations(vals []value, b *block, at func(prelude []value, body *value)) {
	for i := 0; i < len(vals); {
		if k := vals[i].kind; k == kSpace || k == kSemicolon {
			i++
			continue
		}
		start := i
		name, off, isDecl := declName(vals[i:])
		custom := isDecl && strings.HasPrefix(name, "--")
		for i < len(vals) && vals[i].kind != kSemicolon && (custom || !vals[i].is(kBlock, "{")) {
			i++
		}
		switch {
		case i < len(vals) && vals[i].kind == kBlock:
			if vals[start].kind == kAt && at != nil {
				at(vals[start:i], &vals[i])
			} else {
				s.warn(vals[start].off, "nested rule %s is not supported", clip(s.text(vals[start:i])))
			}
			i++
		case isDecl:
			s.declaration(name, vals[start].off, vals[start+off:i], b)
		default:
			s.warn(vals[start].off, "%s is no declaration", clip(s.text(vals[start:i])))
		}
	}
}

// declName reads "name :" and returns how many values it takes.
func declName(vals []value) (string, int, bool) {
	i := 1
	for i < len(vals) && vals[i].kind == kSpace {
		i++
	}
	if vals[0].kind != kIdent || i == len(vals) || vals[i].kind != kColon {
		return "", 0, false
	}
	return vals[0].text, i + 1, true
}
