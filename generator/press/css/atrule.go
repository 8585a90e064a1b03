package css

import "strings"

// atRule reads one at-rule; body is nil when it ends with a semicolon.
func (s *Sheet) atRule(prelude []value, body *value, inner bool) {
	name, off := prelude[0].text, prelude[0].off
	rest := trimSpace(prelude[1:])
	switch {
	case name == "charset":
	case name == "import" && body == nil && !inner:
		s.importRule(rest, off)
	case name == "media" && body != nil:
		if s.media(rest) {
			s.ruleList(body.args, true)
		}
	case name == "supports" && body != nil:
		if s.supports(&reader{v: compact(rest)}, off) {
			s.ruleList(body.args, true)
		}
	case name == "font-face" && body != nil:
		s.fontFace(body, off)
	case name == "page" && body != nil:
		s.pageRule(rest, body, off)
	case name == "keyframes" || strings.HasPrefix(name, "-"): // only a screen moves
	default:
		s.warn(off, "@%s is not supported", name)
	}
}

// importRule notes an @import (CSS Cascade 4, section 2); NewCascade loads it.
func (s *Sheet) importRule(vals []value, off int) {
	if len(vals) == 0 || vals[0].kind != kURL && vals[0].kind != kString {
		s.warn(off, "@import without an address")
		return
	}
	if len(s.rules) > 0 {
		s.warn(off, "@import must stand before the rules; it is left out")
		return
	}
	for _, v := range vals[1:] {
		if v.is(kFunc, "layer") || v.is(kFunc, "supports") || v.word() == "layer" {
			s.warn(off, "@import with layer or supports() is not supported")
			return
		}
	}
	if s.media(trimSpace(vals[1:])) {
		s.imports = append(s.imports, s.resolve(vals[0].text))
	}
}

// fontFace reads @font-face (CSS Fonts 4, section 4).
func (s *Sheet) fontFace(body *value, off int) {
	f := FontFace{Weights: [2]int{400, 400}, File: s.Name}
	f.Line, _ = s.position(off)
	s.descriptors(body, func(name string, at int, vals []value) {
		r := &reader{v: compact(vals), url: s.resolve}
		ok := true
		switch name {
		case "font-family":
			var g get[[]string]
			if g, ok = parseFamilies(r); ok {
				f.Family = g(nil)[0]
			}
		case "font-style":
			_, ok = r.take("normal", "auto")
			if !ok {
				_, ok = r.take("italic", "oblique")
				f.Italic = ok
			}
		case "font-weight":
			f.Weights, ok = weightRange(r)
		case "src":
			f.Src, ok = fontSources(vals, s.resolve)
			return
		case "font-display":
			return
		default:
			s.warn(at, "descriptor %q of @font-face is not supported", name)
			return
		}
		if !ok || !r.done() {
			s.warn(at, "%s: %s is not a value that @font-face supports", name, clip(serialize(vals)))
		}
	})
	if f.Family == "" || len(f.Src) == 0 {
		s.warn(off, "@font-face needs font-family and src; it is left out")
		return
	}
	s.faces = append(s.faces, f)
}

// descriptors calls f for every declaration in a block, without grammar.
func (s *Sheet) descriptors(body *value, f func(name string, off int, vals []value)) {
	vals := body.args
	for i := 0; i < len(vals); i++ {
		if vals[i].kind == kSpace || vals[i].kind == kSemicolon {
			continue
		}
		start := i
		for i < len(vals) && vals[i].kind != kSemicolon {
			i++
		}
		if name, n, ok := declName(vals[start:i]); ok {
			f(strings.ToLower(name), vals[start].off, trimSpace(vals[start+n:i]))
		} else {
			s.warn(vals[start].off, "%s is no declaration", clip(s.text(vals[start:i])))
		}
	}
}

func weightRange(r *reader) ([2]int, bool) {
	var w [2]int
	for i := range w {
		if i == 1 && r.done() {
			w[1] = w[0]
			break
		}
		if k, ok := r.take("normal", "bold"); ok {
			w[i] = map[string]int{"normal": 400, "bold": 700}[k]
			continue
		}
		n, ok := r.integer()
		if !ok || n < 1 || n > 1000 {
			return [2]int{400, 400}, false
		}
		w[i] = n
	}
	return [2]int{min(w[0], w[1]), max(w[0], w[1])}, true
}

func fontSources(vals []value, resolve func(string) string) ([]FontSource, bool) {
	var out []FontSource
	for _, part := range splitComma(compact(vals)) {
		var src FontSource
		for i := range part {
			v := &part[i]
			text := func() string {
				var words []string
				for _, a := range v.args {
					words = append(words, a.text)
				}
				return strings.Join(words, " ")
			}
			switch {
			case v.kind == kURL:
				src.URL = resolve(v.text)
			case v.is(kFunc, "local"):
				src.Local = text()
			case v.is(kFunc, "format"):
				src.Format = text()
			}
		}
		if src.URL != "" || src.Local != "" {
			out = append(out, src)
		}
	}
	return out, len(out) > 0
}

// supports evaluates @supports (CSS Conditional 3, section 6).
func (s *Sheet) supports(r *reader, off int) bool {
	if _, ok := r.take("not"); ok {
		return !s.supportsPart(r, off)
	}
	ok := s.supportsPart(r, off)
	for !r.done() {
		switch w, _ := r.take("and", "or"); w {
		case "and":
			ok = s.supportsPart(r, off) && ok
		case "or":
			ok = s.supportsPart(r, off) || ok
		default:
			s.warn(off, "this @supports condition is not understood")
			return false
		}
	}
	return ok
}

func (s *Sheet) supportsPart(r *reader, off int) bool {
	v := *r.peek()
	r.i++
	if v.is(kFunc, "selector") && len(v.args) > 0 {
		_, err := parseSelectors(s.src, v.args)
		return err == nil
	}
	if !v.is(kBlock, "(") || len(v.args) == 0 {
		return false
	}
	name, n, ok := declName(v.args)
	if !ok {
		return s.supports(&reader{v: v.args}, off)
	}
	if strings.HasPrefix(name, "--") {
		return true
	}
	name = strings.ToLower(name)
	if byName[name] == nil && shorthands[name] == nil {
		return false
	}
	_, ok = expandValue(name, v.args[n:], s.resolve)
	return ok
}
