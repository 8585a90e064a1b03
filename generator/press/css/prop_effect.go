package css

// decorationProperties are the lines of CSS Text Decoration 3 and 4.
func decorationProperties() {
	longhand("text-decoration-line", false, func(s *Style) *Decoration { return &s.decoration.Line }, parseDecoration,
		"none, underline, overline, line-through", "CSS Text Decoration 3, 2.1")
	longhand("text-decoration-style", false, func(s *Style) *BorderStyle { return &s.decoration.Style }, words(map[string]BorderStyle{
		"solid": BorderSolid, "double": BorderDouble, "dotted": BorderDotted, "dashed": BorderDashed}),
		"solid, double, dotted, dashed", "CSS Text Decoration 3, 2.2")
	longhand("text-decoration-color", false, func(s *Style) *Color { return &s.decoration.Color }, parseColor, "colours", "CSS Text Decoration 3, 2.3")
	longhand("text-decoration-thickness", false, func(s *Style) *Size { return &s.decoration.Thickness },
		sizes(lengthRule{percent: true}, map[string]SizeKind{"auto": Auto, "from-font": Auto}), "auto, from-font, lengths, percentages", "CSS Text Decoration 4, 2.4")
	longhand("text-underline-offset", true, func(s *Style) *Size { return &s.decoration.Offset },
		sizes(lengthRule{percent: true, negative: true}, map[string]SizeKind{"auto": Auto}), "auto, lengths, percentages", "CSS Text Decoration 4, 2.7")
}

func parseDecoration(r *reader) (get[Decoration], bool) {
	if _, ok := r.take("none"); ok {
		return just(Decoration(0)), true
	}
	var d Decoration
	for {
		w, ok := r.take("underline", "overline", "line-through")
		bit := map[string]Decoration{"underline": Underline, "overline": Overline, "line-through": LineThrough}[w]
		if !ok || d&bit != 0 {
			return just(d), d != 0
		}
		d |= bit
	}
}

// decorate adds the element's own lines to those that its parent propagates.
func (cp *comp) decorate(won []decl, outOfFlow bool) {
	s := cp.s
	if !outOfFlow && s.Display != InlineBlock && s.Display != InlineTable && s.Display != InlineFlex {
		s.TextDecoration = cp.parent.TextDecoration
	}
	if s.decoration.Line == 0 {
		return
	}
	own := s.decoration
	if won == nil || !coloured(&won[decorationColor.id]) {
		own.Color = s.Color
	}
	s.TextDecoration = append(s.TextDecoration[:len(s.TextDecoration):len(s.TextDecoration)], own)
}

// effectProperties are what a box shows around its border.
func effectProperties() {
	longhand("box-shadow", false, func(s *Style) *[]Shadow { return &s.Shadows }, parseShadows,
		"none, lists of inset, two to four lengths and a colour; a blurred one has twelve steps", "CSS Backgrounds 3, 6.1")
	longhand("outline-width", false, func(s *Style) *float64 { return &s.Outline.Width }, points(lengthRule{}, lineWidths), "thin, medium, thick, lengths", "CSS UI 4, 3.2")
	longhand("outline-style", false, func(s *Style) *BorderStyle { return &s.Outline.Style }, parseOutlineStyle,
		"none, auto (as solid), solid, dashed, dotted, double; groove, ridge, inset, outset as solid", "CSS UI 4, 3.3")
	longhand("outline-color", false, func(s *Style) *Color { return &s.Outline.Color }, parseOutlineColor, "colours, auto", "CSS UI 4, 3.4")
	longhand("outline-offset", false, func(s *Style) *float64 { return &s.OutlineOffset }, points(lengthRule{negative: true}, nil), "lengths", "CSS UI 4, 3.5")
}

func parseOutlineStyle(r *reader) (get[BorderStyle], bool) {
	if _, ok := r.take("auto"); ok {
		return just(BorderSolid), true
	}
	if r.word() == "hidden" {
		return nil, false
	}
	return words(borderStyles)(r)
}

func parseOutlineColor(r *reader) (get[Color], bool) {
	if _, ok := r.take("auto", "invert"); ok {
		return func(c *comp) Color { return c.s.Color }, true
	}
	return parseColor(r)
}

func parseShadows(r *reader) (get[[]Shadow], bool) {
	if _, ok := r.take("none"); ok {
		return just([]Shadow(nil)), true
	}
	return list(parseShadow)(r)
}

// parseShadow reads inset, two to four lengths and a colour, in any order.
func parseShadow(r *reader) (get[Shadow], bool) {
	var lengths []expr
	var color get[Color]
	inset := false
	for !r.done() && r.peek().kind != kComma {
		if _, ok := r.take("inset"); ok && !inset {
			inset = true
			continue
		}
		if g, ok := parseColor(r); ok && color == nil {
			color = g
			continue
		}
		if len(lengths) > 0 {
			return nil, false
		}
		for len(lengths) < 4 {
			e, ok := r.length(lengthRule{negative: len(lengths) != 2})
			if !ok {
				break
			}
			lengths = append(lengths, e)
		}
		if len(lengths) < 2 {
			return nil, false
		}
	}
	return func(c *comp) Shadow {
		s := Shadow{Inset: inset, Color: c.s.Color}
		if color != nil {
			s.Color = color(c)
		}
		for i, at := range [...]*float64{&s.X, &s.Y, &s.Blur, &s.Spread} {
			if i < len(lengths) {
				*at = c.pt(lengths[i], 0)
			}
		}
		return s
	}, len(lengths) > 1
}
