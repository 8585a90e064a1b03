package css

import (
	"maps"
	"slices"
	"strings"
)

// customEnv holds the custom properties of an element, var() inside them
// already replaced. Elements that set none share their parent's.
type customEnv struct{ vals map[string][]value }

// maxSubstituted bounds the values that var() may grow into.
const maxSubstituted = 4096

// customs computes the custom properties of s (CSS Variables 1, section 2).
func (c *Cascade) customs(s, parent *Style, blocks [][]decl) {
	var own map[string]*decl
	for _, b := range blocks {
		for i := range b {
			if b[i].custom != "" {
				if own == nil {
					own = map[string]*decl{}
				}
				own[b[i].custom] = &b[i]
			}
		}
	}
	if own == nil {
		return
	}
	env := &customEnv{vals: map[string][]value{}}
	if parent.custom != nil {
		for k, v := range parent.custom.vals {
			env.vals[k] = v
		}
	}
	cr := &customResolver{own: own, parent: parent.custom, open: map[string]bool{}, done: map[string]resolved{}}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		cr.budget = maxSubstituted
		switch d := own[name]; {
		case d.wide == wideInitial:
			delete(env.vals, name)
		case d.wide == notWide:
			if v, ok := cr.resolve(name); ok {
				env.vals[name] = v
			} else {
				delete(env.vals, name)
			}
		}
	}
	s.custom = env
	s.Custom = map[string]string{}
	for k, v := range env.vals {
		s.Custom[k] = serialize(v)
	}
}

// customResolver computes the custom properties of one element.
type customResolver struct {
	own    map[string]*decl
	parent *customEnv
	open   map[string]bool // being computed: one that needs itself is invalid
	done   map[string]resolved
	budget int
}

type resolved struct {
	vals []value
	ok   bool
}

// resolve computes one custom property (CSS Variables 1, section 2.3).
func (cr *customResolver) resolve(name string) ([]value, bool) {
	d := cr.own[name]
	if d == nil || d.wide == wideInherit || d.wide == wideUnset {
		if cr.parent == nil {
			return nil, false
		}
		v, ok := cr.parent.vals[name]
		return v, ok
	}
	if d.wide == wideInitial || cr.open[name] || len(cr.open) > 100 {
		return nil, false
	}
	if !hasVar(d.vals) {
		return d.vals, true
	}
	if r, ok := cr.done[name]; ok {
		return r.vals, r.ok
	}
	cr.open[name] = true
	vals, ok := replaceVars(d.vals, cr.resolve, &cr.budget)
	delete(cr.open, name)
	cr.done[name] = resolved{vals, ok}
	return vals, ok
}

// replaceVars puts the values of custom properties in the place of var().
func replaceVars(vals []value, look func(string) ([]value, bool), budget *int) ([]value, bool) {
	var out []value
	for _, v := range vals {
		if *budget--; *budget < 0 {
			return nil, false
		}
		if !v.is(kFunc, "var") {
			if len(v.args) > 0 {
				args, ok := replaceVars(v.args, look, budget)
				if !ok {
					return nil, false
				}
				v.args = args
			}
			out = append(out, v)
			continue
		}
		got, ok := lookVar(v.args, look, budget)
		if !ok {
			return nil, false
		}
		if *budget -= count(got); *budget < 0 {
			return nil, false
		}
		out = append(out, got...)
	}
	return out, true
}

func count(vals []value) int {
	n := len(vals)
	for i := range vals {
		n += count(vals[i].args)
	}
	return n
}

// lookVar resolves the inside of var(): a name and perhaps a fallback.
func lookVar(args []value, look func(string) ([]value, bool), budget *int) ([]value, bool) {
	args = trimSpace(args)
	if len(args) == 0 || args[0].kind != kIdent || !strings.HasPrefix(args[0].text, "--") {
		return nil, false
	}
	if v, ok := look(args[0].text); ok {
		return v, true
	}
	rest := trimSpace(args[1:])
	if len(rest) == 0 || rest[0].kind != kComma {
		return nil, false
	}
	return replaceVars(trimSpace(rest[1:]), look, budget)
}

// pendKey finds substituted declarations: the same text under the same custom
// properties gives the same longhands.
type pendKey struct {
	p   *pending
	env *customEnv
}

// substitute computes a declaration with var(). One that turns out invalid
// counts as unset (CSS Variables 1, section 3.1) and is reported.
func (c *Cascade) substitute(p *pending, env *customEnv) []decl {
	key := pendKey{p, env}
	if d, ok := c.pend[key]; ok {
		return d
	}
	budget := maxSubstituted
	vals, ok := replaceVars(p.vals, func(n string) ([]value, bool) {
		if env == nil {
			return nil, false
		}
		v, ok := env.vals[n]
		return v, ok
	}, &budget)
	var out []decl
	if ok {
		out, ok = expandValue(p.name, compact(vals), p.sheet.resolve)
	}
	if !ok {
		line, col := p.sheet.position(p.off)
		c.warn(Warning{p.sheet.Name, line, col, p.name + ": " + clip(serialize(trimSpace(p.vals))) + " gives no value that is supported"})
		out, _ = expandValue(p.name, []value{{kind: kIdent, text: "unset"}}, nil)
	}
	c.pend[key] = out
	return out
}
