package css

func visualProperties() {
	longhand("display", false, func(s *Style) *Display { return &s.Display }, words(displays),
		"block, inline, inline-block, list-item, flow-root, flex, inline-flex, table and all its parts, contents, none", "CSS Display 3, 2")
	addProperty(&property{name: "position", parse: parsePosition,
		copy:   func(d, s *Style) { d.Position, d.Running, d.Fixed = s.Position, s.Running, s.Fixed },
		values: "static, relative, absolute, fixed (on every page), running(name)", spec: "CSS 2.2, 9.3.1; CSS GCPM 3, running elements"})
	longhand("float", false, func(s *Style) *Float { return &s.Float }, words(map[string]Float{"none": FloatNone, "left": FloatLeft, "right": FloatRight,
		"inline-start": FloatLeft, "inline-end": FloatRight, "top": FloatTop, "bottom": FloatBottom, "footnote": FloatFootnote}),
		"none, left, right, inline-start, inline-end, top, bottom, footnote", "CSS 2.2, 9.5.1; CSS Page Floats 3, float; CSS GCPM 3, footnotes")
	longhand("float-reference", false, func(s *Style) *bool { return &s.FloatPage }, words(map[string]bool{"inline": false, "column": false, "page": true}),
		"inline, column, page", "CSS Page Floats 3, float-reference")
	longhand("clear", false, func(s *Style) *Clear { return &s.Clear }, words(map[string]Clear{"none": ClearNone, "left": ClearLeft, "right": ClearRight,
		"both": ClearBoth, "inline-start": ClearLeft, "inline-end": ClearRight}), "none, left, right, both, inline-start, inline-end", "CSS 2.2, 9.5.2")
	longhand("z-index", false, func(s *Style) *int { return &s.ZIndex }, integers(-1e9, map[string]int{"auto": ZAuto}), "auto, whole numbers", "CSS 2.2, 9.9.1 and appendix E")
	longhand("opacity", false, func(s *Style) *float64 { return &s.Opacity }, parseOpacity, "numbers, percentages", "CSS Color 4, 3.2")
	longhand("overflow", false, func(s *Style) *Overflow { return &s.Overflow }, parseOverflow,
		"visible, hidden, clip", "CSS Overflow 3, 3.1")
	longhand("visibility", true, func(s *Style) *bool { return &s.Visible }, words(map[string]bool{"visible": true, "hidden": false, "collapse": false}),
		"visible, hidden, collapse (as hidden)", "CSS 2.2, 11.2")
	longhand("object-fit", false, func(s *Style) *ObjectFit { return &s.ObjectFit }, words(map[string]ObjectFit{"fill": FitFill, "contain": FitContain,
		"cover": FitCover, "none": FitNone, "scale-down": FitScaleDown}), "fill, contain, cover, none, scale-down", "CSS Images 3, 5.5")
	longhand("object-position", false, func(s *Style) *[2]Size { return &s.ObjectPosition }, parsePlace, "one or two of left, center, right, top, bottom, lengths, percentages", "CSS Images 3, 5.6")
	longhand("image-orientation", true, func(s *Style) *bool { return &s.ImageFromOrientation }, words(map[string]bool{"from-image": true, "none": false}),
		"from-image, none", "CSS Images 3, 6.1")
}

var displays = map[string]Display{"inline": Inline, "block": Block, "inline-block": InlineBlock, "list-item": ListItem, "flow-root": FlowRoot,
	"flex": Flex, "inline-flex": InlineFlex, "table": Table, "inline-table": InlineTable, "table-row-group": TableRowGroup,
	"table-header-group": TableHeaderGroup, "table-footer-group": TableFooterGroup, "table-row": TableRow, "table-cell": TableCell,
	"table-column": TableColumn, "table-column-group": TableColumnGroup, "table-caption": TableCaption, "contents": Contents, "none": DisplayNone}

func parsePosition(r *reader) (setter, bool) {
	if f, ok := r.function("running"); ok {
		name, ok := f.ident()
		return func(c *comp) { c.s.Position, c.s.Running, c.s.Fixed = Running, name, false }, ok && f.done()
	}
	w, ok := r.take("static", "relative", "absolute", "fixed")
	p := map[string]Position{"static": Static, "relative": Relative, "absolute": Absolute, "fixed": Absolute}[w]
	return func(c *comp) { c.s.Position, c.s.Running, c.s.Fixed = p, "", w == "fixed" }, ok
}

// parsePlace reads a position of one or two parts (CSS Values 4, section 8.4).
func parsePlace(r *reader) (get[[2]Size], bool) {
	x := map[string]float64{"left": 0, "center": 50, "right": 100}
	y := map[string]float64{"top": 0, "center": 50, "bottom": 100}
	part := func(keys map[string]float64) (get[Size], bool) {
		if p, ok := keys[r.word()]; ok {
			r.i++
			return just(Size{Kind: Length, Percent: p}), true
		}
		return sizes(lengthRule{percent: true, negative: true}, nil)(r)
	}
	mid := just(Size{Kind: Length, Percent: 50})
	gy, gx := mid, mid
	ok := false
	if w := r.word(); w == "top" || w == "bottom" {
		gy, _ = part(y)
		if !r.done() {
			gx, ok = part(x)
			return both(gx, gy), ok
		}
		return both(gx, gy), true
	}
	if gx, ok = part(x); !ok {
		return nil, false
	}
	if g, ok := part(y); ok {
		gy = g
	} else if p, ok := x[r.word()]; ok { // "center left"
		r.i++
		gx = just(Size{Kind: Length, Percent: p})
	}
	return both(gx, gy), true
}

func both(x, y get[Size]) get[[2]Size] {
	return func(c *comp) [2]Size { return [2]Size{x(c), y(c)} }
}

func parseOpacity(r *reader) (get[float64], bool) {
	e, ok := parseExpr(r.peek())
	if !ok || len(e) != 1 || e[0].unit != uNumber && e[0].unit != uPercent {
		return nil, false
	}
	r.i++
	if e[0].unit == uPercent {
		e[0].n /= 100
	}
	return just(min(max(e[0].n, 0), 1)), true
}

// parseOverflow reads one value for both directions, or two equal ones.
func parseOverflow(r *reader) (get[Overflow], bool) {
	w, ok := r.take("visible", "hidden", "clip")
	if !ok {
		return nil, false
	}
	r.take(w)
	return just(map[string]Overflow{"hidden": OverflowHidden, "clip": OverflowHidden}[w]), true
}
