package css

func contentProperties() {
	longhand("list-style-type", true, func(s *Style) *string { return &s.ListStyleType }, parseListStyle,
		"none, disc, circle, square, decimal, decimal-leading-zero, lower-alpha, upper-alpha, lower-latin, upper-latin, lower-roman, upper-roman, lower-greek, strings", "CSS Lists 3, 3.3; CSS Counter Styles 3, 6")
	longhand("list-style-position", true, func(s *Style) *bool { return &s.ListInside }, words(map[string]bool{"outside": false, "inside": true}),
		"outside, inside", "CSS Lists 3, 3.4")
	addProperty(&property{name: "content", parse: parseContent,
		copy:   func(d, s *Style) { d.Content, d.ContentNone = s.Content, s.ContentNone },
		values: "normal, none, strings, attr(), counter(), counters(), string(), leader(), target-counter(), target-counters(), target-text(), element(), open-quote, close-quote, url()",
		spec:   "CSS Content 3, 2; CSS GCPM 3, named strings and running elements"})
	longhand("quotes", true, func(s *Style) *[]string { return &s.Quotes }, parseQuotes, "auto (as “ ” ‘ ’), none, pairs of strings", "CSS Content 3, 3.1")
	longhand("counter-reset", false, func(s *Style) *[]Counter { return &s.CounterReset }, parseCounters(0), "none, names with optional numbers", "CSS Lists 3, 4.1")
	longhand("counter-increment", false, func(s *Style) *[]Counter { return &s.CounterIncrement }, parseCounters(1), "none, names with optional numbers", "CSS Lists 3, 4.2")
	longhand("counter-set", false, func(s *Style) *[]Counter { return &s.CounterSet }, parseCounters(0), "none, names with optional numbers", "CSS Lists 3, 4.2")
	longhand("string-set", false, func(s *Style) *[]StringSet { return &s.StringSet }, parseStringSet,
		"none, names with strings, attr(), counter(), counters(), content(), content(text), content(before), content(after), content(first-letter)", "CSS GCPM 3, named strings")
	longhand("bookmark-level", false, func(s *Style) *int { return &s.BookmarkLevel }, integers(1, map[string]int{"none": 0}), "none, whole numbers from 1", "CSS Content 3, bookmarks")
	longhand("bookmark-label", false, func(s *Style) *[]ContentItem { return &s.BookmarkLabel }, parseLabel, "content lists as in string-set", "CSS Content 3, bookmarks")
}

// counterStyles are the predefined counter styles that boxes are numbered in.
var counterStyles = map[string]bool{"none": true, "disc": true, "circle": true, "square": true, "decimal": true, "decimal-leading-zero": true,
	"lower-alpha": true, "upper-alpha": true, "lower-latin": true, "upper-latin": true, "lower-roman": true, "upper-roman": true, "lower-greek": true}

func parseListStyle(r *reader) (get[string], bool) {
	if s, ok := r.str(); ok {
		return just(`"` + s + `"`), true
	}
	w := r.word()
	if !counterStyles[w] {
		return nil, false
	}
	r.i++
	return just(w), true
}

func parseQuotes(r *reader) (get[[]string], bool) {
	if w, ok := r.take("auto", "none"); ok {
		if w == "none" {
			return just([]string{}), true
		}
		return just(initial.Quotes), true
	}
	var out []string
	for {
		s, ok := r.str()
		if !ok {
			return just(out), len(out) > 0 && len(out)%2 == 0
		}
		out = append(out, s)
	}
}

func parseCounters(def int) func(*reader) (get[[]Counter], bool) {
	return func(r *reader) (get[[]Counter], bool) {
		if _, ok := r.take("none"); ok {
			return just[[]Counter](nil), true
		}
		var out []Counter
		for {
			name, ok := r.ident()
			if !ok {
				return just(out), len(out) > 0
			}
			n, ok := r.integer()
			if !ok {
				n = def
			}
			out = append(out, Counter{name, n})
		}
	}
}

func parseContent(r *reader) (setter, bool) {
	if w, ok := r.take("normal", "none"); ok {
		return func(c *comp) { c.s.Content, c.s.ContentNone = nil, w == "none" }, true
	}
	items, ok := contentList(r, false)
	if ok && r.delim("/") { // alternative text for speech (CSS Content 3, 2.1)
		_, ok = contentList(r, false)
	}
	return func(c *comp) { c.s.Content, c.s.ContentNone = items, false }, ok
}

func parseLabel(r *reader) (get[[]ContentItem], bool) {
	items, ok := contentList(r, true)
	return just(items), ok
}

func parseStringSet(r *reader) (get[[]StringSet], bool) {
	if _, ok := r.take("none"); ok {
		return just[[]StringSet](nil), true
	}
	var out []StringSet
	for {
		name, ok := r.ident()
		if !ok {
			return nil, false
		}
		items, ok := contentList(r, true)
		if !ok {
			return nil, false
		}
		out = append(out, StringSet{name, items})
		if !r.comma() {
			return just(out), true
		}
	}
}

// contentList reads the parts of generated content; self tells whether
// content() may stand in it.
func contentList(r *reader, self bool) ([]ContentItem, bool) {
	var out []ContentItem
	for !r.done() && r.peek().kind != kComma && !r.peek().is(kDelim, "/") {
		it, ok := contentItem(r)
		if !ok || it.Kind == ContentSelf && !self {
			return nil, false
		}
		out = append(out, it)
	}
	return out, len(out) > 0
}
