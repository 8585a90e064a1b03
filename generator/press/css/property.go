package css

// get computes a value for the element that is being styled.
type get[T any] func(c *comp) T

func just[T any](v T) get[T] { return func(*comp) T { return v } }

// setter writes one computed property into the style being made.
type setter func(c *comp)

// property is one longhand: its grammar, its place in a Style, and what the
// README says of it.
type property struct {
	id        int
	name      string
	inherited bool
	parse     func(r *reader) (setter, bool)
	copy      func(dst, src *Style)
	values    string // supported values, in the words of the README
	spec      string // section of the specification
}

// The tables of all properties. Longhands are computed in the order of their
// declaration: fonts first, because em, ex and lh of the others need them.
var (
	longhands  []*property
	byName     = map[string]*property{}
	shorthands = map[string]*shorthand{}
	shortOrder []*shorthand
)

// shorthand sets several longhands (CSS Cascade 4, section 3).
type shorthand struct {
	name, values, spec string
	longs              []string
	expand             func(r *reader, set func(name string, s setter)) bool
}

// longhand enters a property into the table.
func longhand[T any](name string, inherited bool, field func(*Style) *T, parse func(*reader) (get[T], bool), values, spec string) {
	addProperty(&property{
		name: name, inherited: inherited, values: values, spec: spec,
		parse: func(r *reader) (setter, bool) {
			g, ok := parse(r)
			if !ok {
				return nil, false
			}
			return func(c *comp) { *field(c.s) = g(c) }, true
		},
		copy: func(dst, src *Style) { *field(dst) = *field(src) },
	})
}

func addProperty(p *property) {
	p.id = len(longhands)
	longhands = append(longhands, p)
	byName[p.name] = p
}

func short(name string, longs []string, expand func(*reader, func(string, setter)) bool, values, spec string) {
	s := &shorthand{name: name, longs: longs, expand: expand, values: values, spec: spec}
	shorthands[name] = s
	shortOrder = append(shortOrder, s)
}

func init() {
	fontProperties()
	textProperties()
	boxProperties()
	borderProperties()
	effectProperties()
	visualProperties()
	contentProperties()
	fragmentProperties()
	tableFlexProperties()
	boxShorthands()
	borderShorthands()
	textShorthands()
	layoutShorthands()
	for i, n := range [6]string{"border-top-color", "border-right-color", "border-bottom-color", "border-left-color", "column-rule-color", "outline-color"} {
		borderColors[i] = byName[n]
	}
	decorationColor = byName["text-decoration-color"]
	for from, to := range aliases {
		if p, ok := byName[to]; ok {
			byName[from] = p
		} else {
			shorthands[from] = shorthands[to]
		}
	}
}

// aliases are other names of properties: older ones, and the flow-relative
// ones of CSS Logical 1, which in our horizontal, left-to-right pages are the
// physical ones.
var aliases = map[string]string{
	"word-wrap": "overflow-wrap", "grid-gap": "gap", "grid-row-gap": "row-gap", "grid-column-gap": "column-gap",
	"margin-block-start": "margin-top", "margin-block-end": "margin-bottom",
	"margin-inline-start": "margin-left", "margin-inline-end": "margin-right",
	"padding-block-start": "padding-top", "padding-block-end": "padding-bottom",
	"padding-inline-start": "padding-left", "padding-inline-end": "padding-right",
	"border-block-start": "border-top", "border-block-end": "border-bottom",
	"border-inline-start": "border-left", "border-inline-end": "border-right",
	"border-block-start-width": "border-top-width", "border-block-end-width": "border-bottom-width",
	"border-inline-start-width": "border-left-width", "border-inline-end-width": "border-right-width",
	"border-block-start-style": "border-top-style", "border-block-end-style": "border-bottom-style",
	"border-inline-start-style": "border-left-style", "border-inline-end-style": "border-right-style",
	"border-block-start-color": "border-top-color", "border-block-end-color": "border-bottom-color",
	"border-inline-start-color": "border-left-color", "border-inline-end-color": "border-right-color",
	"inset-block-start": "top", "inset-block-end": "bottom", "inset-inline-start": "left", "inset-inline-end": "right",
	"inline-size": "width", "block-size": "height", "min-inline-size": "min-width", "min-block-size": "min-height",
	"max-inline-size": "max-width", "max-block-size": "max-height",
}

// words makes a grammar of keywords.
func words[T any](m map[string]T) func(*reader) (get[T], bool) {
	return func(r *reader) (get[T], bool) {
		v, ok := m[r.word()]
		if !ok || r.peek().kind != kIdent {
			return nil, false
		}
		r.i++
		return just(v), true
	}
}

// sizes makes a grammar of lengths and keywords that compute to Sizes.
func sizes(rule lengthRule, keys map[string]SizeKind) func(*reader) (get[Size], bool) {
	return func(r *reader) (get[Size], bool) {
		if k, ok := keys[r.word()]; ok {
			r.i++
			return just(Size{Kind: k}), true
		}
		e, ok := r.length(rule)
		if !ok {
			return nil, false
		}
		return func(c *comp) Size {
			s := c.size(e)
			if !rule.negative && s.Percent == 0 && s.Pt < 0 { // calc() below zero is clamped
				s.Pt = 0
			}
			return s
		}, true
	}
}

// points makes a grammar of lengths without percentages; keys name fixed ones.
func points(rule lengthRule, keys map[string]float64) func(*reader) (get[float64], bool) {
	return func(r *reader) (get[float64], bool) {
		if k, ok := keys[r.word()]; ok {
			r.i++
			return just(k), true
		}
		e, ok := r.length(rule)
		if !ok {
			return nil, false
		}
		return func(c *comp) float64 {
			f := c.pt(e, 0)
			if !rule.negative {
				f = max(f, 0)
			}
			return f
		}, true
	}
}

// numbers makes a grammar of numbers not below low.
func numbers(low float64) func(*reader) (get[float64], bool) {
	return func(r *reader) (get[float64], bool) {
		f, ok := r.number()
		return just(f), ok && f >= low
	}
}

// integers makes a grammar of whole numbers not below low, and keywords.
func integers(low int, keys map[string]int) func(*reader) (get[int], bool) {
	return func(r *reader) (get[int], bool) {
		if k, ok := keys[r.word()]; ok {
			r.i++
			return just(k), true
		}
		n, ok := r.integer()
		return just(n), ok && n >= low
	}
}
