package css

func top[T any](e *Edges[T]) *T    { return &e.Top }
func right[T any](e *Edges[T]) *T  { return &e.Right }
func bottom[T any](e *Edges[T]) *T { return &e.Bottom }
func left[T any](e *Edges[T]) *T   { return &e.Left }

// sides names the four edges in the CSS order.
var sides = [4]string{"top", "right", "bottom", "left"}

// each4 calls f for every side with an accessor of that side.
func each4[T any](f func(side string, of func(*Edges[T]) *T)) {
	f("top", top[T])
	f("right", right[T])
	f("bottom", bottom[T])
	f("left", left[T])
}

func boxProperties() {
	any := lengthRule{percent: true, negative: true}
	positive := lengthRule{percent: true}
	auto := map[string]SizeKind{"auto": Auto}
	each4(func(side string, of func(*Edges[Size]) *Size) {
		longhand("margin-"+side, false, func(s *Style) *Size { return of(&s.Margin) }, sizes(any, auto), "auto, lengths, percentages", "CSS 2.2, 8.3")
	})
	each4(func(side string, of func(*Edges[Size]) *Size) {
		longhand("padding-"+side, false, func(s *Style) *Size { return of(&s.Padding) }, sizes(positive, nil), "lengths, percentages", "CSS 2.2, 8.4")
	})
	each4(func(side string, of func(*Edges[Size]) *Size) {
		longhand(side, false, func(s *Style) *Size { return of(&s.Inset) }, sizes(any, auto), "auto, lengths, percentages", "CSS 2.2, 9.3.2")
	})
	content := map[string]SizeKind{"auto": Auto, "min-content": MinContent, "max-content": MaxContent, "fit-content": FitContent}
	limit := map[string]SizeKind{"none": None, "min-content": MinContent, "max-content": MaxContent, "fit-content": FitContent}
	const doc = "lengths, percentages, min-content, max-content, fit-content"
	longhand("width", false, func(s *Style) *Size { return &s.Width }, sizes(positive, content), "auto, "+doc, "CSS 2.2, 10.2; CSS Sizing 3, 3.2")
	longhand("height", false, func(s *Style) *Size { return &s.Height }, sizes(positive, content), "auto, "+doc, "CSS 2.2, 10.5")
	longhand("min-width", false, func(s *Style) *Size { return &s.MinWidth }, sizes(positive, content), "auto, "+doc, "CSS 2.2, 10.4")
	longhand("min-height", false, func(s *Style) *Size { return &s.MinHeight }, sizes(positive, content), "auto, "+doc, "CSS 2.2, 10.7")
	longhand("max-width", false, func(s *Style) *Size { return &s.MaxWidth }, sizes(positive, limit), "none, "+doc, "CSS 2.2, 10.4")
	longhand("max-height", false, func(s *Style) *Size { return &s.MaxHeight }, sizes(positive, limit), "none, "+doc, "CSS 2.2, 10.7")
	longhand("box-sizing", false, func(s *Style) *BoxSizing { return &s.BoxSizing }, words(map[string]BoxSizing{"content-box": ContentBox, "border-box": BorderBox}),
		"content-box, border-box", "CSS Sizing 3, 3.3")
	longhand("aspect-ratio", false, func(s *Style) *float64 { return &s.AspectRatio }, parseRatio, "auto, number, number / number", "CSS Sizing 4, 4.1")
}

func parseRatio(r *reader) (get[float64], bool) {
	if _, ok := r.take("auto"); ok {
		return just(0.0), true
	}
	w, ok := r.number()
	if !ok || w <= 0 {
		return nil, false
	}
	h := 1.0
	if r.delim("/") {
		if h, ok = r.number(); !ok || h <= 0 {
			return nil, false
		}
	}
	return just(w / h), true
}

var borderStyles = map[string]BorderStyle{"none": BorderNone, "hidden": BorderHidden, "solid": BorderSolid, "dashed": BorderDashed,
	"dotted": BorderDotted, "double": BorderDouble, "groove": BorderSolid, "ridge": BorderSolid, "inset": BorderSolid, "outset": BorderSolid}

var lineWidths = map[string]float64{"thin": 0.75, "medium": 2.25, "thick": 3.75}

// edge enters the three longhands of one border edge or rule.
func edge(name string, of func(*Style) *Border, spec string) {
	longhand(name+"-width", false, func(s *Style) *float64 { return &of(s).Width }, points(lengthRule{}, lineWidths), "thin, medium, thick, lengths", spec)
	longhand(name+"-style", false, func(s *Style) *BorderStyle { return &of(s).Style }, words(borderStyles),
		"none, hidden, solid, dashed, dotted, double; groove, ridge, inset, outset as solid", spec)
	longhand(name+"-color", false, func(s *Style) *Color { return &of(s).Color }, parseColor, "colours", spec)
}

func borderProperties() {
	each4(func(side string, of func(*Edges[Border]) *Border) {
		edge("border-"+side, func(s *Style) *Border { return of(&s.Border) }, "CSS Backgrounds 3, 4")
	})
	for i, corner := range [4]string{"top-left", "top-right", "bottom-right", "bottom-left"} {
		longhand("border-"+corner+"-radius", false, func(s *Style) *Size { return &s.Radius[i] }, sizes(lengthRule{percent: true}, nil),
			"one length or percentage (circular)", "CSS Backgrounds 3, 5.1")
	}
	longhand("background-color", false, func(s *Style) *Color { return &s.Background }, parseColor, "colours", "CSS Backgrounds 3, 3.2")
	backgroundProperties()
	longhand("box-decoration-break", false, func(s *Style) *bool { return &s.BoxDecorationClone }, words(map[string]bool{"slice": false, "clone": true}),
		"slice, clone", "CSS Break 3, 5.4")
}
