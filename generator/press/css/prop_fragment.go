package css

var breaks = map[string]Break{"auto": BreakAuto, "avoid": BreakAvoid, "avoid-page": BreakAvoidPage, "avoid-column": BreakAvoidColumn,
	"page": BreakPage, "always": BreakPage, "column": BreakColumn, "left": BreakLeft, "right": BreakRight, "recto": BreakRecto, "verso": BreakVerso}

func fragmentProperties() {
	const doc = "auto, avoid, avoid-page, avoid-column, page, always (as page), column, left, right, recto, verso"
	longhand("break-before", false, func(s *Style) *Break { return &s.BreakBefore }, words(breaks), doc, "CSS Break 3, 3.1")
	longhand("break-after", false, func(s *Style) *Break { return &s.BreakAfter }, words(breaks), doc, "CSS Break 3, 3.1")
	longhand("break-inside", false, func(s *Style) *Break { return &s.BreakInside }, words(map[string]Break{"auto": BreakAuto, "avoid": BreakAvoid,
		"avoid-page": BreakAvoidPage, "avoid-column": BreakAvoidColumn}), "auto, avoid, avoid-page, avoid-column", "CSS Break 3, 3.2")
	longhand("orphans", true, func(s *Style) *int { return &s.Orphans }, integers(1, nil), "whole numbers from 1", "CSS Break 3, 3.3")
	longhand("widows", true, func(s *Style) *int { return &s.Widows }, integers(1, nil), "whole numbers from 1", "CSS Break 3, 3.3")
	// page is listed as inherited: auto means the parent's value (CSS Page 3, 8.1).
	longhand("page", true, func(s *Style) *string { return &s.Page }, parsePageName, "auto, names", "CSS Page 3, 8.1")
	longhand("column-count", false, func(s *Style) *int { return &s.ColumnCount }, integers(1, map[string]int{"auto": 0}), "auto, whole numbers from 1", "CSS Multicol 1, 3.2")
	longhand("column-width", false, func(s *Style) *Size { return &s.ColumnWidth }, sizes(lengthRule{}, map[string]SizeKind{"auto": Auto}), "auto, lengths", "CSS Multicol 1, 3.1")
	longhand("column-gap", false, func(s *Style) *Size { return &s.ColumnGap }, sizes(lengthRule{percent: true}, map[string]SizeKind{"normal": Auto}), "normal, lengths, percentages", "CSS Multicol 1, 4.1; CSS Align 3, 8.1")
	longhand("row-gap", false, func(s *Style) *Size { return &s.RowGap }, sizes(lengthRule{percent: true}, map[string]SizeKind{"normal": Auto}), "normal, lengths, percentages", "CSS Align 3, 8.1")
	edge("column-rule", func(s *Style) *Border { return &s.ColumnRule }, "CSS Multicol 1, 4.2")
	longhand("column-fill", false, func(s *Style) *ColumnFill { return &s.ColumnFill }, words(map[string]ColumnFill{"balance": FillBalance, "balance-all": FillBalanceAll, "auto": FillAuto}),
		"balance, balance-all, auto", "CSS Multicol 1, 7.1")
	longhand("column-span", false, func(s *Style) *bool { return &s.ColumnSpanAll }, words(map[string]bool{"none": false, "all": true}), "none, all", "CSS Multicol 1, 6.1")
}

func parsePageName(r *reader) (get[string], bool) {
	if _, ok := r.take("auto"); ok {
		return func(c *comp) string { return c.parent.Page }, true
	}
	n, ok := r.ident()
	return just(n), ok
}

func tableFlexProperties() {
	longhand("table-layout", false, func(s *Style) *bool { return &s.TableFixed }, words(map[string]bool{"auto": false, "fixed": true}), "auto, fixed", "CSS 2.2, 17.5.2")
	longhand("border-collapse", true, func(s *Style) *bool { return &s.BorderCollapse }, words(map[string]bool{"separate": false, "collapse": true}), "separate, collapse", "CSS 2.2, 17.6")
	longhand("border-spacing", true, func(s *Style) *[2]float64 { return &s.BorderSpacing }, parseSpacing, "one or two lengths", "CSS 2.2, 17.6.1")
	longhand("caption-side", true, func(s *Style) *bool { return &s.CaptionBottom }, words(map[string]bool{"top": false, "bottom": true}), "top, bottom", "CSS 2.2, 17.4.1")
	longhand("empty-cells", true, func(s *Style) *bool { return &s.EmptyCellsHide }, words(map[string]bool{"show": false, "hide": true}), "show, hide", "CSS 2.2, 17.6.1.1")
	longhand("order", false, func(s *Style) *int { return &s.Order }, integers(-1e9, nil), "whole numbers", "CSS Flexbox 1, 5.4")
	longhand("flex-grow", false, func(s *Style) *float64 { return &s.FlexGrow }, numbers(0), "numbers from 0", "CSS Flexbox 1, 7.2.1")
	longhand("flex-shrink", false, func(s *Style) *float64 { return &s.FlexShrink }, numbers(0), "numbers from 0", "CSS Flexbox 1, 7.2.2")
	longhand("flex-basis", false, func(s *Style) *Size { return &s.FlexBasis }, sizes(lengthRule{percent: true}, map[string]SizeKind{"auto": Auto, "content": MaxContent,
		"min-content": MinContent, "max-content": MaxContent, "fit-content": FitContent}), "auto, content, lengths, percentages", "CSS Flexbox 1, 7.2.3")
	longhand("flex-direction", false, func(s *Style) *bool { return &s.FlexColumn }, words(map[string]bool{"row": false, "column": true}), "row, column", "CSS Flexbox 1, 5.1")
	longhand("justify-content", false, func(s *Style) *Justify { return &s.JustifyContent }, words(map[string]Justify{"normal": JustifyStart, "flex-start": JustifyStart,
		"start": JustifyStart, "left": JustifyStart, "flex-end": JustifyEnd, "end": JustifyEnd, "right": JustifyEnd, "center": JustifyCenter,
		"space-between": JustifyBetween, "space-around": JustifyAround, "space-evenly": JustifyEvenly}),
		"flex-start, start, left, flex-end, end, right, center, space-between, space-around, space-evenly", "CSS Flexbox 1, 8.2")
	longhand("align-items", false, func(s *Style) *Align { return &s.AlignItems }, words(aligns), "stretch, flex-start, start, flex-end, end, center, baseline", "CSS Flexbox 1, 8.3")
	longhand("align-self", false, func(s *Style) *Align { return &s.AlignSelf }, func(r *reader) (get[Align], bool) {
		if _, ok := r.take("auto"); ok {
			return just(AlignSelfAuto), true
		}
		return words(aligns)(r)
	}, "auto, and as align-items", "CSS Flexbox 1, 8.3")
}

var aligns = map[string]Align{"normal": AlignStretch, "stretch": AlignStretch, "flex-start": AlignItemStart, "start": AlignItemStart, "self-start": AlignItemStart,
	"flex-end": AlignItemEnd, "end": AlignItemEnd, "self-end": AlignItemEnd, "center": AlignItemCenter, "baseline": AlignItemBaseline}

func parseSpacing(r *reader) (get[[2]float64], bool) {
	one := points(lengthRule{}, nil)
	x, ok := one(r)
	if !ok {
		return nil, false
	}
	y := x
	if !r.done() {
		if y, ok = one(r); !ok {
			return nil, false
		}
	}
	return func(c *comp) [2]float64 { return [2]float64{x(c), y(c)} }, true
}
