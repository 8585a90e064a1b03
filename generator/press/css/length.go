package css

// unit is a unit of length (CSS Values 4, sections 5 and 6), a percentage, or
// none at all.
type unit uint8

const (
	uNumber unit = iota
	uPercent
	uPt // the absolute units are turned into points when they are read
	uEm
	uRem
	uEx
	uCh
	uLh
	uRlh
	uVw
	uVh
	uVmin
	uVmax
	uMath // min(), max() or clamp(): see term.math
)

// absolute gives the points of the absolute units.
var absolute = map[string]float64{
	"pt": 1, "px": 0.75, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "q": 72 / 101.6,
}

var relative = map[string]unit{
	"em": uEm, "rem": uRem, "ex": uEx, "ch": uCh, "lh": uLh, "rlh": uRlh, "vw": uVw, "vh": uVh,
	"vmin": uVmin, "vmax": uVmax, "vi": uVw, "vb": uVh,
}

// term is a number of units.
type term struct {
	n    float64
	unit unit
	math *mathFunc
}

// expr is a sum of terms, each unit once. calc() with + - * / is always such
// a sum, because one side of * and the right side of / must be numbers.
type expr []term

// parseExpr reads a number, percentage, length or calc().
func parseExpr(v *value) (expr, bool) {
	switch v.kind {
	case kNumber:
		return expr{{n: v.num}}, true
	case kPercent:
		return expr{{n: v.num, unit: uPercent}}, true
	case kDim:
		if f, ok := absolute[v.unit]; ok {
			return expr{{n: v.num * f, unit: uPt}}, true
		}
		if u, ok := relative[v.unit]; ok {
			return expr{{n: v.num, unit: u}}, true
		}
	case kFunc:
		if v.text == "calc" {
			return calcSum(&reader{v: v.args})
		}
		return parseMath(v)
	case kBlock:
		if v.text == "(" {
			return calcSum(&reader{v: v.args})
		}
	}
	return nil, false
}

func calcSum(r *reader) (expr, bool) {
	sum, ok := calcProduct(r)
	for ok && !r.done() {
		sign := 1.0
		switch {
		case r.delim("+"):
		case r.delim("-"):
			sign = -1
		default:
			return nil, false
		}
		var next expr
		if next, ok = calcProduct(r); ok {
			sum = sum.plus(next, sign)
		}
	}
	return sum, ok && sum.sound()
}

func calcProduct(r *reader) (expr, bool) {
	out, ok := calcOperand(r)
	for ok {
		switch {
		case r.delim("*"):
			var by expr
			if by, ok = calcOperand(r); !ok {
				return nil, false
			}
			if !by.isNumber() {
				out, by = by, out
			}
			if !by.isNumber() {
				return nil, false
			}
			out = out.times(by[0].n)
		case r.delim("/"):
			by, k := calcOperand(r)
			if !k || !by.isNumber() || by[0].n == 0 {
				return nil, false
			}
			out = out.times(1 / by[0].n)
		default:
			return out, true
		}
	}
	return out, ok
}

func calcOperand(r *reader) (expr, bool) {
	e, ok := parseExpr(r.peek())
	r.i++
	return e, ok
}

func (e expr) isNumber() bool { return len(e) == 1 && e[0].unit == uNumber }

// sound tells whether numbers are not added to lengths, and all is finite.
func (e expr) sound() bool {
	for _, t := range e {
		if t.unit == uNumber && len(e) > 1 || !(t.n < 1e12 && t.n > -1e12) {
			return false
		}
	}
	return len(e) > 0
}

func (e expr) plus(o expr, sign float64) expr {
	out := append(expr(nil), e...)
next:
	for _, t := range o {
		for i := range out {
			if out[i].unit == t.unit && t.unit != uMath {
				out[i].n += sign * t.n
				continue next
			}
		}
		out = append(out, term{sign * t.n, t.unit, t.math})
	}
	return out
}

func (e expr) times(f float64) expr {
	out := make(expr, len(e))
	for i, t := range e {
		out[i] = term{t.n * f, t.unit, t.math}
	}
	return out
}

// lengthRule says what a property takes besides lengths.
type lengthRule struct {
	percent, negative, number bool
}

// length consumes a length under a rule. A number 0 is a length anywhere.
func (r *reader) length(rule lengthRule) (expr, bool) {
	e, ok := parseExpr(r.peek())
	if !ok {
		return nil, false
	}
	for _, t := range e {
		if t.unit == uPercent && !rule.percent {
			return nil, false
		}
	}
	if e.isNumber() && !rule.number {
		if e[0].n != 0 || r.peek().kind != kNumber {
			return nil, false
		}
		e = expr{{unit: uPt}}
	}
	if !rule.negative && len(e) == 1 && e[0].n < 0 && r.peek().kind != kFunc {
		return nil, false
	}
	r.i++
	return e, true
}

// size resolves e to points and a percentage.
func (c *comp) size(e expr) Size {
	s := Size{Kind: Length}
	for _, t := range e {
		switch t.unit {
		case uPercent:
			s.Percent += t.n
		case uPt:
			s.Pt += t.n
		case uMath:
			s.Pt += t.n * t.math.pt(c)
		default:
			s.Pt += t.n * c.unit(t.unit)
		}
	}
	return s
}

// pt resolves a length without percentages; percentages count against ref.
func (c *comp) pt(e expr, ref float64) float64 {
	s := c.size(e)
	return s.Pt + s.Percent*ref/100
}

// unit returns the points of one relative unit. While the font size itself is
// computed, em, ex and ch are the parent's (CSS Values 4, section 6.1.1).
func (c *comp) unit(u unit) float64 {
	font := c.s
	if c.parentFont {
		font = c.parent
	}
	root := c.root
	if root == nil {
		root = font
	}
	switch u {
	case uEm:
		return font.FontSize
	case uRem:
		return root.FontSize
	case uEx:
		return c.metric(font, 0) * font.FontSize
	case uCh:
		return c.metric(font, 1) * font.FontSize
	case uLh:
		return lineHeightOf(font)
	case uRlh:
		return lineHeightOf(root)
	case uVw:
		return c.view[0] / 100
	case uVh:
		return c.view[1] / 100
	case uVmin:
		return min(c.view[0], c.view[1]) / 100
	case uVmax:
		return max(c.view[0], c.view[1]) / 100
	}
	return 0
}

func (c *comp) metric(s *Style, which int) float64 {
	if c.metrics == nil {
		return 0.5
	}
	x, zero, _ := c.metrics(s.FontFamily, s.FontWeight, s.FontItalic)
	m := [2]float64{x, zero}[which]
	if m <= 0 {
		return 0.5
	}
	return m
}

// lineHeightOf takes 1.2 for normal, the middle of what CSS 2.2 section 10.8.1
// recommends.
func lineHeightOf(s *Style) float64 {
	if s.LineHeight > 0 {
		return s.LineHeight
	}
	return 1.2 * s.FontSize
}
