package css

var variantNames = []string{"font-variant-caps", "font-variant-numeric", "font-variant-ligatures", "font-variant-east-asian", "font-variant-position"}

func textShorthands() {
	longs := append([]string{"font-style", "font-weight", "font-size", "line-height", "font-family", "font-kerning", "font-feature-settings"}, variantNames...)
	short("font", longs, expandFont, "style, small-caps, weight, size / line height, families", "CSS Fonts 4, 2.7")
	short("font-variant", variantNames, expandVariant, "normal, none, and the values of font-variant-caps, -numeric, -ligatures, -east-asian, -position", "CSS Fonts 4, 6.11")
	shortAny("text-decoration", []string{"text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"},
		"line, style, colour and thickness", "CSS Text Decoration 4, 2.5")
	shortAny("outline", []string{"outline-style", "outline-color", "outline-width"}, "width, style and colour", "CSS UI 4, 3.1")
	short("list-style", []string{"list-style-type", "list-style-position"}, expandList, "type and position", "CSS Lists 3, 3.5")
}

func expandFont(r *reader, set func(string, setter)) bool {
	for _, p := range append([]string{"font-kerning", "font-feature-settings"}, variantNames...) {
		set(p, nil)
	}
	parts := map[string]setter{"font-style": nil, "font-weight": nil, "font-variant-caps": nil}
	order := []string{"font-style", "font-weight", "font-variant-caps"}
prefix:
	for !r.done() {
		if _, ok := r.take("normal"); ok {
			continue
		}
		for _, p := range order {
			at := r.i
			if w := r.word(); p == "font-variant-caps" && w != "small-caps" {
				continue
			}
			if s, ok := byName[p].parse(r); ok && parts[p] == nil {
				parts[p] = s
				continue prefix
			}
			r.i = at
		}
		break
	}
	for _, p := range order {
		set(p, parts[p])
	}
	size, ok := byName["font-size"].parse(r)
	if !ok {
		return false
	}
	set("font-size", size)
	var line setter
	if r.delim("/") {
		if line, ok = byName["line-height"].parse(r); !ok {
			return false
		}
	}
	set("line-height", line)
	fam, ok := byName["font-family"].parse(r)
	set("font-family", fam)
	return ok
}

func expandVariant(r *reader, set func(string, setter)) bool {
	if w, ok := r.take("normal", "none"); ok {
		for _, p := range variantNames {
			set(p, nil)
		}
		if w == "none" {
			s, _ := byName["font-variant-ligatures"].parse(&reader{v: r.v[:1]})
			set("font-variant-ligatures", s)
		}
		return true
	}
	// Keywords of one longhand may be scattered: sort them by longhand.
	sorted := map[string][]value{}
next:
	for ; !r.done(); r.i++ {
		for _, p := range variantNames {
			if _, ok := byName[p].parse(&reader{v: r.v[r.i : r.i+1]}); ok {
				sorted[p] = append(sorted[p], r.v[r.i])
				continue next
			}
		}
		return false
	}
	for _, p := range variantNames {
		if len(sorted[p]) == 0 {
			set(p, nil)
			continue
		}
		sub := &reader{v: sorted[p]}
		s, ok := byName[p].parse(sub)
		if !ok || !sub.done() {
			return false
		}
		set(p, s)
	}
	return len(sorted) > 0
}

func expandList(r *reader, set func(string, setter)) bool {
	if len(r.v) == 2 && r.word() == "none" && r.v[1].word() == "none" { // of the type and of the image
		r.i++
	}
	if len(r.v)-r.i == 1 && r.word() == "none" {
		s, _ := byName["list-style-type"].parse(r)
		set("list-style-type", s)
		set("list-style-position", nil)
		return true
	}
	return anyOrder(r, []string{"list-style-position", "list-style-type"}, set)
}

func layoutShorthands() {
	shortAny("columns", []string{"column-width", "column-count"}, "width and count", "CSS Multicol 1, 3.3")
	short("flex", []string{"flex-grow", "flex-shrink", "flex-basis"}, expandFlex, "none, auto, grow [shrink] [basis]", "CSS Flexbox 1, 7.1")
	short("flex-flow", []string{"flex-direction"}, func(r *reader, set func(string, setter)) bool {
		r.take("nowrap")
		ok := anyOrder(r, []string{"flex-direction"}, set)
		_, w := r.take("nowrap")
		return ok || w || r.i > 0
	}, "row, column, nowrap", "CSS Flexbox 1, 5.3")
	placed := func(name, long, values, spec string, second bool) {
		short(name, []string{long}, func(r *reader, set func(string, setter)) bool {
			if second && len(r.v) == 2 {
				r.i = 1
			}
			s, ok := byName[long].parse(r)
			set(long, s)
			if ok && !second && r.i == 1 && r.peek().kind == kIdent {
				r.i++ // the inline axis of a flex item is justify-content's
			}
			return ok
		}, values, spec)
	}
	placed("place-items", "align-items", "align-items; a second value has no effect in a flex row", "CSS Align 3, 6.3", false)
	placed("place-self", "align-self", "align-self; a second value has no effect in a flex row", "CSS Align 3, 6.3", false)
	placed("place-content", "justify-content", "the last value counts, as justify-content", "CSS Align 3, 5.4", true)
	for _, at := range []string{"before", "after", "inside"} {
		short("page-break-"+at, []string{"break-" + at}, func(r *reader, set func(string, setter)) bool {
			if w := r.word(); at == "inside" && w != "auto" && w != "avoid" {
				return false
			}
			s, ok := byName["break-"+at].parse(r)
			set("break-"+at, s)
			return ok
		}, "as break-"+at, "CSS Break 3, 3.4")
	}
}

func expandFlex(r *reader, set func(string, setter)) bool {
	grow, shrink := 1.0, 1.0
	var basis setter
	switch w, _ := r.take("none", "auto"); w {
	case "none":
		grow, shrink = 0, 0
	case "auto":
	default:
		g, ok := r.number()
		if ok {
			grow = g
			basis = func(c *comp) { c.s.FlexBasis = Pt(0) }
			if s, ok := r.number(); ok {
				shrink = s
			}
		}
		if grow < 0 || shrink < 0 {
			return false
		}
		if !r.done() || !ok {
			b, ok2 := byName["flex-basis"].parse(r)
			if !ok2 {
				return false
			}
			basis = b
		}
	}
	set("flex-grow", func(c *comp) { c.s.FlexGrow = grow })
	set("flex-shrink", func(c *comp) { c.s.FlexShrink = shrink })
	set("flex-basis", basis)
	return true
}
