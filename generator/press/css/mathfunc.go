package css

// mathFunc is min(), max() or clamp() of lengths (CSS Values 4, section 10.2).
// Percentages may not stand in it: what they refer to is only known to layout.
type mathFunc struct {
	name string
	args []expr
}

func parseMath(v *value) (expr, bool) {
	if v.text != "min" && v.text != "max" && v.text != "clamp" {
		return nil, false
	}
	m := &mathFunc{name: v.text}
	numbers := 0
	for _, part := range splitComma(compact(v.args)) {
		e, ok := calcSum(&reader{v: part})
		if !ok {
			return nil, false
		}
		for _, t := range e {
			if t.unit == uPercent {
				return nil, false
			}
		}
		if e.isNumber() {
			numbers++
		}
		m.args = append(m.args, e)
	}
	if m.name == "clamp" && len(m.args) != 3 {
		return nil, false
	}
	switch numbers {
	case 0:
		return expr{{n: 1, unit: uMath, math: m}}, true
	case len(m.args):
		return expr{{n: m.pick(func(e expr) float64 { return e[0].n })}}, true
	}
	return nil, false
}

func (m *mathFunc) pick(of func(expr) float64) float64 {
	if m.name == "clamp" {
		return max(of(m.args[0]), min(of(m.args[1]), of(m.args[2])))
	}
	out := of(m.args[0])
	for _, a := range m.args[1:] {
		if m.name == "min" {
			out = min(out, of(a))
		} else {
			out = max(out, of(a))
		}
	}
	return out
}

func (m *mathFunc) pt(c *comp) float64 {
	return m.pick(func(e expr) float64 { return c.pt(e, 0) })
}
