package css

// four distributes one to four values over the sides (CSS 2.2, 8.3).
func four(r *reader, names [4]string, set func(string, setter)) bool {
	var s [4]setter
	n := 0
	for ; n < 4 && !r.done(); n++ {
		var ok bool
		if s[n], ok = byName[names[n]].parse(r); !ok {
			return false
		}
	}
	if n == 0 {
		return false
	}
	for i, from := range [4]int{0, min(1, n-1), [5]int{0, 0, 0, 2, 2}[n], [5]int{0, 0, 1, 1, 3}[n]} {
		f := from
		start := r.i - n
		sub := &reader{v: r.v[start+f : start+f+1], url: r.url}
		p, ok := byName[names[i]].parse(sub)
		if !ok {
			return false
		}
		set(names[i], p)
	}
	return true
}

func sideNames(before, after string) [4]string {
	var out [4]string
	for i, s := range sides {
		out[i] = before + s + after
	}
	return out
}

// anyOrder reads each longhand at most once, in any order; those not given are
// set to their initial values.
func anyOrder(r *reader, names []string, set func(string, setter)) bool {
	got := make([]setter, len(names))
	n := 0
next:
	for !r.done() {
		for i, name := range names {
			if got[i] != nil {
				continue
			}
			at := r.i
			if s, ok := byName[name].parse(r); ok {
				got[i] = s
				n++
				continue next
			}
			r.i = at
		}
		break
	}
	for i, name := range names {
		set(name, got[i])
	}
	return n > 0
}

// shortFour enters a shorthand for four sides.
func shortFour(name, before, after, values, spec string) {
	names := sideNames(before, after)
	short(name, names[:], func(r *reader, set func(string, setter)) bool { return four(r, names, set) }, values, spec)
}

// shortTwo enters a shorthand for a pair, the second equal to the first when
// it is left out.
func shortTwo(name, a, b, values, spec string) {
	short(name, []string{a, b}, func(r *reader, set func(string, setter)) bool {
		at := r.i
		s, ok := byName[a].parse(r)
		if !ok {
			return false
		}
		set(a, s)
		if r.done() {
			r.i = at
		}
		s, ok = byName[b].parse(r)
		set(b, s)
		return ok
	}, values, spec)
}

// shortAny enters a shorthand whose parts stand in any order.
func shortAny(name string, longs []string, values, spec string) {
	short(name, longs, func(r *reader, set func(string, setter)) bool { return anyOrder(r, longs, set) }, values, spec)
}

func boxShorthands() {
	shortFour("margin", "margin-", "", "one to four of margin-*", "CSS 2.2, 8.3")
	shortFour("padding", "padding-", "", "one to four of padding-*", "CSS 2.2, 8.4")
	shortFour("inset", "", "", "one to four of top, right, bottom, left", "CSS Position 3, 3.1")
	shortTwo("margin-block", "margin-top", "margin-bottom", "one or two of margin-*", "CSS Logical 1, 4.2")
	shortTwo("margin-inline", "margin-left", "margin-right", "one or two of margin-*", "CSS Logical 1, 4.2")
	shortTwo("padding-block", "padding-top", "padding-bottom", "one or two of padding-*", "CSS Logical 1, 4.4")
	shortTwo("padding-inline", "padding-left", "padding-right", "one or two of padding-*", "CSS Logical 1, 4.4")
	shortTwo("inset-block", "top", "bottom", "one or two of top, bottom", "CSS Logical 1, 4.3")
	shortTwo("inset-inline", "left", "right", "one or two of left, right", "CSS Logical 1, 4.3")
	shortTwo("gap", "row-gap", "column-gap", "row-gap and column-gap", "CSS Align 3, 8.2")
}

func borderShorthands() {
	shortFour("border-width", "border-", "-width", "one to four of border-*-width", "CSS Backgrounds 3, 4.3")
	shortFour("border-style", "border-", "-style", "one to four of border-*-style", "CSS Backgrounds 3, 4.2")
	shortFour("border-color", "border-", "-color", "one to four colours", "CSS Backgrounds 3, 4.1")
	edgeNames := func(n string) []string { return []string{n + "-width", n + "-style", n + "-color"} }
	for _, s := range sides {
		shortAny("border-"+s, edgeNames("border-"+s), "width, style and colour", "CSS Backgrounds 3, 4.4")
	}
	shortAny("column-rule", edgeNames("column-rule"), "width, style and colour", "CSS Multicol 1, 4.5")
	several := func(name string, at []string, spec string) {
		var longs []string
		for _, s := range at {
			longs = append(longs, edgeNames("border-"+s)...)
		}
		short(name, longs, func(r *reader, set func(string, setter)) bool {
			for _, s := range at {
				r.i = 0
				if !anyOrder(r, edgeNames("border-"+s), set) {
					return false
				}
			}
			return true
		}, "width, style and colour", spec)
	}
	several("border", sides[:], "CSS Backgrounds 3, 4.4")
	several("border-block", []string{"top", "bottom"}, "CSS Logical 1, 4.5")
	several("border-inline", []string{"left", "right"}, "CSS Logical 1, 4.5")
	radii := [4]string{"border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius"}
	short("border-radius", radii[:], func(r *reader, set func(string, setter)) bool {
		for i := range r.v { // across and down; only equal ones are circles
			if r.v[i].is(kDelim, "/") && serialize(r.v[:i]) == serialize(r.v[i+1:]) {
				sub := &reader{v: r.v[:i], url: r.url}
				ok := four(sub, radii, set) && sub.done()
				r.i = len(r.v)
				return ok
			}
		}
		return four(r, radii, set)
	}, "one to four lengths or percentages (circular corners)", "CSS Backgrounds 3, 5.1")
	short("background", []string{"background-color", "background-image", "background-position", "background-size", "background-repeat", "background-origin", "background-clip"},
		expandBackground, "layers of an image, position / size, repeat, boxes, scroll; a colour in the last", "CSS Backgrounds 3, 3.10")
}
