package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// pageFloat marks where a float to the top or bottom of the page stands in the
// text (CSS Page Floats, section 3).
type pageFloat struct{ n *box.Box }

// pageFloated reports whether a box goes to the top or bottom of its page.
func pageFloated(s *css.Style) bool {
	return s.FloatPage && (s.Float == css.FloatTop || s.Float == css.FloatBottom)
}

func (*pageFloat) draw(*painter, float64, float64) {}

// areas are the parts of a page outside of its text: floats at the top, then
// at the bottom floats and below them the footnotes.
type areas struct {
	z           pageSize
	tops, lows  []*atom
	notes       []*box.Box // that begin on the page
	begun       []noteRest // what earlier pages left of their notes
	rest        []noteRest // what this page leaves
	limit       float64    // height of the footnote area at most
	foot        *frag
	top, bottom float64
	has         map[*box.Box]bool
	carried     map[*box.Box]bool // from earlier pages
}

// startAreas takes what earlier pages had no room for.
func (p *pass) startAreas(z pageSize, text bool) *areas {
	a := &areas{z: z, begun: p.rest, limit: z.h * maxArea, has: map[*box.Box]bool{}, carried: map[*box.Box]bool{}}
	if !text {
		a.limit = z.h
	}
	for _, n := range p.carry {
		a.carried[n] = true
		a.add(p, n)
	}
	p.carry = nil
	a.measure(p)
	return a
}

// take adds what a filled page calls for; it reports whether the page must be
// filled again, because there is less room now.
func (a *areas) take(p *pass, out *frag) bool {
	if !p.e.hasAreas {
		return false
	}
	more := false
	out.eachCall(func(n *box.Box) { more = a.add(p, n) || more })
	if more {
		was := a.top + a.bottom
		a.measure(p)
		return a.top+a.bottom > was
	}
	return false
}

// add puts one float or footnote on this page.
func (a *areas) add(p *pass, n *box.Box) bool {
	if a.has[n] || p.floated[n] {
		return false
	}
	a.has[n] = true
	switch n.Style.Float {
	case css.FloatTop:
		a.tops = append(a.tops, p.floatAtom(n, a.z))
	case css.FloatBottom:
		a.lows = append(a.lows, p.floatAtom(n, a.z))
	default:
		a.notes = append(a.notes, n)
	}
	return true
}

// floatAtom lays a page float out at the width of the page area.
func (p *pass) floatAtom(n *box.Box, z pageSize) *atom {
	ed := edgesOf(n.Style, z.w)
	w := p.e.blockWidth(n, &ed, z.w)
	return p.e.atomAt(n, ed, w, z.h)
}

// measure finds the heights; what would leave the text less than a third of the
// page waits for the next one.
func (a *areas) measure(p *pass) {
	limit := a.z.h * maxArea
	stack := func(list []*atom) (h float64, fit []*atom) {
		for i, t := range list {
			if h+t.outerH() > limit && i > 0 {
				delete(a.has, t.box)
				continue
			}
			h += t.outerH()
			fit = append(fit, t)
		}
		return h, fit
	}
	a.top, a.tops = stack(a.tops)
	a.bottom, a.lows = stack(a.lows)
	a.foot = nil
	a.layNotes(p)
}

// keep settles the page: what it shows is not shown again; what it calls for
// and does not show waits.
func (a *areas) keep(p *pass, out *frag) {
	shown := map[*box.Box]bool{}
	for _, list := range [...][]*atom{a.tops, a.lows} {
		for _, t := range list {
			shown[t.box] = true
		}
	}
	for _, n := range a.notes {
		shown[n] = true
	}
	for n := range shown {
		p.floated[n] = true
	}
	p.rest = a.rest
	wait := func(n *box.Box) {
		if !p.floated[n] {
			for _, c := range p.carry {
				if c == n {
					return
				}
			}
			p.carry = append(p.carry, n)
		}
	}
	if !p.e.hasAreas {
		return
	}
	out.eachCall(wait)
}

// fitNotes finds how many of the footnotes have room together with their calls,
// for a note stands on the page of its call (GCPM 3, section 2.5). One that has
// none leaves with its call; the room that this takes stays empty.
func (a *areas) fitNotes(p *pass, r result, out *frag, fill func() (result, *frag)) (result, *frag) {
	if a.allCalled(out) {
		return r, out
	}
	all := a.notes
	low, high := 0, len(all)
	for low < high && a.carried[all[low]] {
		low++
	}
	for high-low > 1 {
		mid := (low + high) / 2
		a.setNotes(p, all[:mid])
		if _, out = fill(); a.allCalled(out) {
			low = mid
		} else {
			high = mid
		}
	}
	a.setNotes(p, all[:low])
	r, out = fill()
	if low < len(all) && calls(out)[all[low]] {
		if r, out, ok := a.divide(p, all[:low+1], fill); ok {
			return r, out
		}
		a.setNotes(p, all[:low+1])
		r, out = fill()
		a.setNotes(p, all[:low])
	}
	return r, out
}

// allCalled reports whether every note of the page is called on it, or comes
// from a page before.
func (a *areas) allCalled(out *frag) bool {
	if len(a.notes) == 0 {
		return true
	}
	called := calls(out)
	for _, n := range a.notes {
		if !called[n] && !a.carried[n] {
			return false
		}
	}
	return true
}

func calls(out *frag) map[*box.Box]bool {
	called := map[*box.Box]bool{}
	out.eachCall(func(n *box.Box) { called[n] = true })
	return called
}

// noteBlock is a footnote's box as a block in the footnote area.
func (e *engine) noteBlock(n *box.Box) *box.Box {
	if c := e.noteBlocks[n]; c != nil {
		return c
	}
	c, s := *n, *n.Style
	s.Float, s.Display = css.FloatNone, css.Block
	c.Style = &s
	if c.Kind == box.InlineBox {
		c.Kind = box.BlockBox
	}
	e.noteBlocks[n] = &c
	if e.depends[n] {
		e.depends[&c] = true
	}
	return &c
}

func (a *areas) paintTop(pt *painter, z pageSize) {
	y := z.y
	for _, t := range a.tops {
		t.draw(pt, z.x, y)
		y += t.outerH()
	}
}

func (a *areas) paintBottom(pt *painter, z pageSize) {
	y := z.y + z.h - a.bottom
	for _, t := range a.lows {
		t.draw(pt, z.x, y)
		y += t.outerH()
	}
	if a.foot != nil {
		a.foot.draw(pt, z.x, y)
	}
}
