package css

// The page that media queries are asked about: A4 in CSS px. @page comes too
// late for them (Media Queries 4, section 4.1; CSS Page 3, section 7.2).
const (
	mediaWidth  = 210 / 25.4 * 96
	mediaHeight = 297 / 25.4 * 96
)

// media evaluates a media query list for print (Media Queries 4, section 2).
func (s *Sheet) media(vals []value) bool {
	vals = compact(vals)
	if len(vals) == 0 {
		return true
	}
	for _, q := range splitComma(vals) {
		if s.mediaQuery(&reader{v: q}) {
			return true
		}
	}
	return false
}

func (s *Sheet) mediaQuery(r *reader) bool {
	_, not := r.take("not")
	if !not {
		r.take("only")
	}
	match := true
	if w := r.word(); w != "" {
		match = w == "print" || w == "all"
		r.i++
		if _, and := r.take("and"); !and && !r.done() {
			return false
		} else if !and {
			return match != not
		}
	}
	for i := 0; ; i++ {
		_, inner := r.take("not")
		ok := s.mediaPart(r) != inner
		switch w, _ := r.take("and", "or"); w {
		case "and":
			if match = match && ok; !match {
				return not
			}
		case "or":
			if match && ok {
				return !not
			}
		default:
			return (match && ok) != not && r.done()
		}
	}
}

// mediaPart evaluates one feature or a condition in parentheses.
func (s *Sheet) mediaPart(r *reader) bool {
	v := *r.peek()
	r.i++
	if !v.is(kBlock, "(") || len(v.args) == 0 {
		return false
	}
	in := &reader{v: v.args}
	if in.peek().kind == kBlock || in.word() == "not" {
		return s.mediaQuery(in)
	}
	if ok, understood := mediaRange(in.v); understood {
		return ok
	}
	name := in.word()
	in.i++
	var val *value
	if in.peek().kind == kColon {
		in.i++
		val = in.peek()
	}
	ok, understood := mediaFeature(name, val)
	if !understood {
		s.warn(v.off, "media feature %s is not supported", clip(serialize(v.args)))
	}
	return ok
}

// mediaFeature evaluates a feature, written alone (val nil) or with a value.
func mediaFeature(name string, val *value) (ok, understood bool) {
	op := "="
	if len(name) > 4 && (name[:4] == "min-" || name[:4] == "max-") {
		op = map[string]string{"min-": ">=", "max-": "<="}[name[:4]]
		name = name[4:]
	}
	switch name {
	case "width", "height":
		if val == nil {
			return true, true
		}
		return compareMedia(name, op, val)
	case "orientation":
		return val == nil || val.word() == "portrait", true
	case "color":
		return true, true
	case "update":
		return val != nil && val.word() == "none", true
	case "hover", "pointer", "any-hover", "any-pointer", "scripting", "overflow-inline", "grid", "monochrome":
		return val != nil && (val.word() == "none" || val.kind == kNumber && val.num == 0), true
	case "overflow-block":
		return val == nil || val.word() == "paged", true
	case "prefers-color-scheme":
		return val == nil || val.word() == "light", true
	case "prefers-reduced-motion":
		return val == nil || val.word() == "reduce", true
	case "prefers-contrast", "forced-colors":
		return val != nil && (val.word() == "no-preference" || val.word() == "none"), true
	case "resolution":
		return op == ">=", true
	}
	return false, false
}

func compareMedia(name, op string, val *value) (ok, understood bool) {
	e, ok := parseExpr(val)
	if !ok {
		return false, false
	}
	start := &comp{s: &initial, parent: &initial}
	have, want := mediaWidth, start.pt(e, 0)/0.75
	if name == "height" {
		have = mediaHeight
	}
	switch op {
	case ">=":
		return have >= want, true
	case "<=":
		return have <= want, true
	case ">":
		return have > want, true
	case "<":
		return have < want, true
	}
	return have-want < 0.5 && want-have < 0.5, true
}

// mediaRange evaluates (width >= 600px) and (400px < width <= 700px).
func mediaRange(vals []value) (ok, understood bool) {
	var parts []value
	var ops []string
	for _, v := range vals {
		switch {
		case v.kind == kDelim && v.text == "=" && len(ops) > 0 && len(ops) == len(parts) && len(ops[len(ops)-1]) == 1:
			ops[len(ops)-1] += "="
		case v.kind == kDelim:
			ops = append(ops, v.text)
		default:
			parts = append(parts, v)
		}
	}
	if len(ops) == 0 || len(parts) != len(ops)+1 || len(ops) > 2 {
		return false, false
	}
	flip := map[string]string{"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "="}
	ok = true
	for i, op := range ops {
		name, val := parts[i], parts[i+1]
		if name.word() == "" {
			name, val, op = val, name, flip[op]
		}
		if w := name.word(); op == "" || w != "width" && w != "height" {
			return false, false
		}
		one, u := compareMedia(name.word(), op, &val)
		if !u {
			return false, false
		}
		ok = ok && one
	}
	return ok, true
}
