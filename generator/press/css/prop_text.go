package css

func textProperties() {
	longhand("text-align", true, func(s *Style) *TextAlign { return &s.TextAlign }, words(map[string]TextAlign{"start": AlignStart,
		"left": AlignLeft, "right": AlignRight, "end": AlignEnd, "center": AlignCenter, "justify": AlignJustify}),
		"start, end, left, right, center, justify", "CSS Text 3, 6.1")
	longhand("text-align-last", true, func(s *Style) *TextAlign { return &s.TextAlignLast }, words(map[string]TextAlign{"auto": AlignLastAuto,
		"start": AlignStart, "left": AlignLeft, "right": AlignRight, "end": AlignEnd, "center": AlignCenter, "justify": AlignJustify}),
		"auto, start, end, left, right, center, justify", "CSS Text 3, 6.3")
	longhand("text-indent", true, func(s *Style) *Size { return &s.TextIndent }, sizes(lengthRule{percent: true, negative: true}, nil),
		"lengths, percentages", "CSS Text 3, 8.1")
	longhand("text-transform", true, func(s *Style) *TextTransform { return &s.TextTransform }, words(map[string]TextTransform{
		"none": TransformNone, "uppercase": Uppercase, "lowercase": Lowercase, "capitalize": Capitalize}),
		"none, uppercase, lowercase, capitalize", "CSS Text 3, 2.1")
	longhand("text-wrap", true, func(s *Style) *TextWrap { return &s.TextWrap }, words(map[string]TextWrap{"wrap": WrapNormal, "auto": WrapNormal,
		"balance": WrapBalance, "pretty": WrapPretty, "stable": WrapNormal, "nowrap": WrapNone}),
		"wrap, balance, pretty, stable (as wrap), nowrap", "CSS Text 4, 6.4")
	decorationProperties()
	longhand("letter-spacing", true, func(s *Style) *float64 { return &s.LetterSpacing }, points(lengthRule{negative: true}, map[string]float64{"normal": 0}),
		"normal, lengths", "CSS Text 3, 7.2")
	longhand("word-spacing", true, func(s *Style) *float64 { return &s.WordSpacing }, points(lengthRule{negative: true}, map[string]float64{"normal": 0}),
		"normal, lengths", "CSS Text 3, 7.1")
	longhand("white-space", true, func(s *Style) *WhiteSpace { return &s.WhiteSpace }, words(map[string]WhiteSpace{"normal": WSNormal,
		"nowrap": WSNowrap, "pre": WSPre, "pre-wrap": WSPreWrap, "break-spaces": WSPreWrap, "pre-line": WSPreLine}),
		"normal, nowrap, pre, pre-wrap, pre-line, break-spaces (as pre-wrap)", "CSS Text 3, 3")
	longhand("tab-size", true, func(s *Style) *int { return &s.TabSize }, parseTabSize, "whole numbers of spaces", "CSS Text 3, 4.2")
	longhand("word-break", true, func(s *Style) *bool { return &s.WordBreakPhrase }, words(map[string]bool{"normal": false, "keep-all": false, "auto-phrase": true}),
		"normal, keep-all (as normal), auto-phrase (Vietnamese; as normal in other languages)", "CSS Text 4, 5.1")
	longhand("overflow-wrap", true, func(s *Style) *bool { return &s.OverflowWrap }, words(map[string]bool{"normal": false, "break-word": true, "anywhere": true}),
		"normal, break-word, anywhere", "CSS Text 3, 5.4")
	longhand("hyphens", true, func(s *Style) *Hyphens { return &s.Hyphens }, words(map[string]Hyphens{"manual": HyphensManual, "none": HyphensNone}),
		"manual, none", "CSS Text 3, 5.3")
	longhand("hanging-punctuation", true, func(s *Style) *HangingPunctuation { return &s.HangingPunctuation }, parseHanging,
		"none, first, last, allow-end, force-end", "CSS Text 3, 8.2")
	longhand("vertical-align", false, func(s *Style) *VerticalAlign { return &s.VerticalAlign }, parseVerticalAlign,
		"baseline, sub, super, top, bottom, middle, text-top, text-bottom, lengths, percentages", "CSS 2.2, 10.8.1")
	longhand("initial-letter", false, func(s *Style) *InitialLetter { return &s.InitialLetter }, parseInitialLetter,
		"normal, number of lines with an optional sink, drop, raise", "CSS Inline 3, 7.2")
	longhand("line-snap", true, func(s *Style) *LineSnap { return &s.LineSnap }, words(map[string]LineSnap{"none": SnapNone, "baseline": SnapBaseline, "contain": SnapContain}),
		"none, baseline, contain", "CSS Line Grid 1, 3.2")
	longhand("line-grid", false, func(s *Style) *bool { return &s.LineGridCreate }, words(map[string]bool{"match-parent": false, "create": true}),
		"match-parent, create", "CSS Line Grid 1, 3.1")
}

func parseHanging(r *reader) (get[HangingPunctuation], bool) {
	if _, ok := r.take("none"); ok {
		return just(HangingPunctuation(0)), true
	}
	bits := map[string]HangingPunctuation{"first": HangFirst, "last": HangLast, "allow-end": HangAllowEnd, "force-end": HangForceEnd}
	var d HangingPunctuation
	for {
		w, ok := r.take("first", "last", "allow-end", "force-end")
		if !ok || d&bits[w] != 0 {
			const both = HangAllowEnd | HangForceEnd
			return just(d), d != 0 && d&both != both
		}
		d |= bits[w]
	}
}

var alignKeys = map[string]VAlign{"baseline": VABaseline, "sub": VASub, "super": VASuper, "top": VATop, "bottom": VABottom,
	"middle": VAMiddle, "text-top": VATextTop, "text-bottom": VATextBottom}

func parseVerticalAlign(r *reader) (get[VerticalAlign], bool) {
	if k, ok := alignKeys[r.word()]; ok {
		r.i++
		return just(VerticalAlign{Key: k}), true
	}
	e, ok := r.length(lengthRule{percent: true, negative: true})
	if !ok {
		return nil, false
	}
	return func(c *comp) VerticalAlign {
		return VerticalAlign{Key: VARaise, Raise: c.pt(e, lineHeightOf(c.s))}
	}, true
}

func parseInitialLetter(r *reader) (get[InitialLetter], bool) {
	if _, ok := r.take("normal"); ok {
		return just(InitialLetter{}), true
	}
	f, ok := r.number()
	if !ok || f < 1 || f > 100 {
		return nil, false
	}
	sink := int(f)
	if w, ok := r.take("drop", "raise"); ok {
		if w == "raise" {
			sink = 1
		}
	} else if n, ok := r.integer(); ok {
		if n < 1 {
			return nil, false
		}
		sink = n
	}
	return just(InitialLetter{Lines: f, Sink: sink}), true
}

// parseTabSize reads a number of spaces; 8 is what a browser has.
func parseTabSize(r *reader) (get[int], bool) {
	n, ok := r.integer()
	return just(n), ok && n >= 0 && n <= 1000
}
