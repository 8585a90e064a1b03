package css

// parseGradient reads a gradient function (CSS Images 3, section 3).
func parseGradient(r *reader) (get[Image], bool) {
	name := r.peek().text
	radial := name == "radial-gradient" || name == "repeating-radial-gradient"
	if !radial && name != "linear-gradient" && name != "repeating-linear-gradient" {
		return nil, false
	}
	parts := splitComma(r.peek().args)
	url := r.url
	r.i++
	g := Gradient{Radial: radial, Repeat: name[:2] == "re", Angle: 180, Extent: "farthest-corner",
		Centre: [2]Size{{Kind: Length, Percent: 50}, {Kind: Length, Percent: 50}}}
	var later []func(*comp, *Gradient)
	head := &reader{v: trimSpace(compact(parts[0])), url: url}
	ok := false
	if radial {
		later, ok = g.shape(head)
	} else {
		ok = g.direction(head)
	}
	if ok && !head.done() {
		return nil, false
	}
	if ok {
		parts = parts[1:]
	}
	var stops []func(*comp) []GradientStop
	for _, part := range parts {
		stop, ok := parseStop(&reader{v: trimSpace(compact(part))})
		if !ok {
			return nil, false
		}
		stops = append(stops, stop)
	}
	if len(stops) < 2 {
		return nil, false
	}
	return func(c *comp) Image {
		out := g
		for _, f := range later {
			f(c, &out)
		}
		for _, f := range stops {
			out.Stops = append(out.Stops, f(c)...)
		}
		return Image{Gradient: &out}
	}, true
}

// direction reads an angle or "to side".
func (g *Gradient) direction(r *reader) bool {
	if v := r.peek(); v.kind == kDim {
		turn, ok := map[string]float64{"deg": 1, "grad": 0.9, "turn": 360, "rad": 57.29577951308232}[v.unit]
		if ok {
			g.Angle = v.num * turn
			r.i++
		}
		return ok
	}
	if v := r.peek(); v.kind == kNumber && v.num == 0 {
		g.Angle = 0
		r.i++
		return true
	}
	if _, ok := r.take("to"); !ok {
		return false
	}
	for range 2 {
		switch w, _ := r.take("left", "right", "top", "bottom"); w {
		case "left":
			g.Corner[0] = -1
		case "right":
			g.Corner[0] = 1
		case "top":
			g.Corner[1] = -1
		case "bottom":
			g.Corner[1] = 1
		}
	}
	switch g.Corner {
	case [2]int{}:
		return false
	case [2]int{0, -1}:
		g.Angle = 0
	case [2]int{1, 0}:
		g.Angle = 90
	case [2]int{0, 1}:
		g.Angle = 180
	case [2]int{-1, 0}:
		g.Angle = 270
	default:
		return true
	}
	g.Corner = [2]int{}
	return true
}

// shape reads what stands before the colours of a radial gradient; false when
// nothing does.
func (g *Gradient) shape(r *reader) (later []func(*comp, *Gradient), ok bool) {
	var lengths []expr
	shape := ""
	for !r.done() {
		if w, is := r.take("circle", "ellipse"); is {
			shape, ok = w, true
			continue
		}
		if w, is := r.take("closest-side", "closest-corner", "farthest-side", "farthest-corner"); is {
			g.Extent, ok = w, true
			continue
		}
		if _, is := r.take("at"); is {
			place, is := parsePosition4(r)
			if !is {
				return nil, false
			}
			later = append(later, func(c *comp, g *Gradient) { g.Centre = place(c) })
			is = g.radius(&later, lengths, shape)
			return later, is
		}
		e, is := r.length(lengthRule{percent: true})
		if !is {
			break
		}
		lengths, ok = append(lengths, e), true
	}
	if !ok {
		return nil, false
	}
	ok = g.radius(&later, lengths, shape)
	return later, ok
}

// radius takes the lengths of a shape: one is a circle's.
func (g *Gradient) radius(later *[]func(*comp, *Gradient), lengths []expr, shape string) bool {
	g.Circle = shape == "circle" || shape == "" && len(lengths) == 1
	switch {
	case len(lengths) == 0:
		return true
	case len(lengths) > 2 || g.Circle != (len(lengths) == 1):
		return false
	}
	g.Extent = ""
	both := [2]expr{lengths[0], lengths[len(lengths)-1]}
	*later = append(*later, func(c *comp, g *Gradient) { g.Radius = [2]Size{c.size(both[0]), c.size(both[1])} })
	return true
}

// parseStop reads a colour with up to two places.
func parseStop(r *reader) (func(*comp) []GradientStop, bool) {
	colour, ok := parseColor(r)
	if !ok {
		return nil, false
	}
	var at []expr
	for !r.done() && len(at) < 2 {
		e, ok := r.length(lengthRule{percent: true, negative: true})
		if !ok {
			return nil, false
		}
		at = append(at, e)
	}
	return func(c *comp) []GradientStop {
		if len(at) == 0 {
			return []GradientStop{{Color: colour(c)}}
		}
		var out []GradientStop
		for _, e := range at {
			out = append(out, GradientStop{colour(c), c.size(e)})
		}
		return out
	}, r.done()
}
