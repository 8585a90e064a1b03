package css

import (
	"fmt"
	"strings"
)

// decl is one longhand declaration, ready to be applied; or one whose value
// holds var() and can only be read when the element is known.
type decl struct {
	prop    *property // nil: custom property or pending
	set     setter    // nil: wide says what
	wide    wide
	custom  string // name of a custom property, with --
	raw     string // its text
	vals    []value
	pending *pending
}

// pending is a declaration with var() (CSS Variables 1, section 3).
type pending struct {
	name  string
	vals  []value
	sheet *Sheet
	off   int
}

// block is the declarations of a rule, the important ones apart.
type block struct{ normal, important []decl }

// declaration reads one declaration and adds it to b; problems are reported.
func (s *Sheet) declaration(name string, nameOff int, vals []value, b *block) {
	important := false
	vals, important = cutImportant(vals)
	var out []decl
	switch {
	case s.raw:
		out = []decl{{custom: strings.ToLower(name), raw: s.text(vals)}}
	case strings.HasPrefix(name, "--"):
		vals = trimSpace(vals)
		if len(vals) == 1 {
			if w := wideOf(vals[0].word()); w != 0 {
				out = []decl{{custom: name, wide: w}}
				break
			}
		}
		out = []decl{{custom: name, vals: vals, raw: serialize(vals)}}
	case hasVar(vals):
		name = strings.ToLower(name)
		if !s.known(name, nameOff) {
			return
		}
		out = []decl{{pending: &pending{name, vals, s, nameOff}}}
	default:
		out = s.expand(strings.ToLower(name), nameOff, compact(vals))
	}
	if important {
		b.important = append(b.important, out...)
	} else {
		b.normal = append(b.normal, out...)
	}
}

// known tells whether a property may be applied; if not, that is reported.
func (s *Sheet) known(name string, off int) bool {
	if byName[name] != nil || shorthands[name] != nil {
		return true
	}
	if !passedOver(name) {
		s.warn(off, "property %q is not supported", name)
	}
	return false
}

// expand turns a declaration into longhands, nil when it is not understood.
func (s *Sheet) expand(name string, off int, vals []value) []decl {
	if ok, special := onlyDefault[name]; special {
		for _, v := range vals {
			if w := serialize([]value{v}); v.kind != kComma && !ok[strings.ToLower(w)] && wideOf(w) == 0 {
				s.warn(off, "%s: %s is not supported", name, clip(serialize(vals)))
				break
			}
		}
		return nil
	}
	if !s.known(name, off) {
		return nil
	}
	out, ok := expandValue(name, vals, s.resolve)
	if !ok {
		s.warn(off, "%s: %s is not a value that is supported", name, clip(serialize(vals)))
	}
	return out
}

func expandValue(name string, vals []value, url func(string) string) ([]decl, bool) {
	r := &reader{v: vals, url: url}
	var w wide
	if len(vals) == 1 {
		w = wideOf(vals[0].word())
	}
	if p := byName[name]; p != nil {
		if w != 0 {
			return []decl{{prop: p, wide: w}}, true
		}
		set, ok := p.parse(r)
		if !ok || !r.done() {
			return nil, false
		}
		return []decl{{prop: p, set: set}}, true
	}
	sh := shorthands[name]
	var out []decl
	if w != 0 {
		for _, l := range sh.longs {
			out = append(out, decl{prop: byName[l], wide: w})
		}
		return out, true
	}
	ok := sh.expand(r, func(l string, set setter) {
		d := decl{prop: byName[l], set: set}
		if set == nil {
			d.wide = wideInitial
		}
		out = append(out, d)
	})
	if !ok || !r.done() {
		return nil, false
	}
	return out, true
}

// cutImportant takes !important off the end.
func cutImportant(vals []value) ([]value, bool) {
	vals = trimSpace(vals)
	n := len(vals)
	if n < 2 || !strings.EqualFold(vals[n-1].text, "important") || vals[n-1].kind != kIdent {
		return vals, false
	}
	rest := trimSpace(vals[:n-1])
	if m := len(rest); m > 0 && rest[m-1].is(kDelim, "!") {
		return trimSpace(rest[:m-1]), true
	}
	return vals, false
}

func trimSpace(vals []value) []value {
	for len(vals) > 0 && vals[0].kind == kSpace {
		vals = vals[1:]
	}
	for len(vals) > 0 && vals[len(vals)-1].kind == kSpace {
		vals = vals[:len(vals)-1]
	}
	return vals
}

func hasVar(vals []value) bool {
	for i := range vals {
		if vals[i].is(kFunc, "var") || len(vals[i].args) > 0 && hasVar(vals[i].args) {
			return true
		}
	}
	return false
}

// serialize writes values back as text, for messages and Style.Custom.
func serialize(vals []value) string {
	var b strings.Builder
	for i := range vals {
		v := &vals[i]
		if i > 0 && v.kind != kSpace && v.kind != kComma && v.kind != kColon && vals[i-1].kind != kSpace && vals[i-1].kind != kColon && b.Len() > 0 {
			b.WriteByte(' ')
		}
		switch v.kind {
		case kSpace:
			b.WriteByte(' ')
		case kComma:
			b.WriteByte(',')
		case kColon:
			b.WriteByte(':')
		case kSemicolon:
			b.WriteByte(';')
		case kNumber:
			fmt.Fprintf(&b, "%g", v.num)
		case kPercent:
			fmt.Fprintf(&b, "%g%%", v.num)
		case kDim:
			fmt.Fprintf(&b, "%g%s", v.num, v.unit)
		case kString:
			fmt.Fprintf(&b, "%q", v.text)
		case kURL:
			fmt.Fprintf(&b, "url(%q)", v.text)
		case kHash:
			b.WriteString("#" + v.text)
		case kAt:
			b.WriteString("@" + v.text)
		case kFunc:
			b.WriteString(v.text + "(" + serialize(v.args) + ")")
		case kBlock:
			b.WriteString(v.text + serialize(v.args) + map[string]string{"(": ")", "[": "]", "{": "}"}[v.text])
		default:
			b.WriteString(v.text)
		}
	}
	return b.String()
}

// clip shortens a text for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}
