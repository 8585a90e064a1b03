package layout

import (
	"fmt"
	"math"
	"strings"

	"bantin/generator/press/display"
)

// offSheet reports text and pictures of a page that its sheet does not hold, or
// that a box cuts off: whoever prints it loses them. What lies together is one
// finding.
func (p *pass) offSheet(st *pageState) {
	from := len(p.findings)
	var clips []rect // that hold
	for i, it := range st.page.Items {
		switch v := it.(type) {
		case *display.Push:
			clips = append(clips, clipWithin(clips, v))
			continue
		case *display.Pop:
			clips = clips[:len(clips)-1]
			continue
		}
		r, what := extentOf(it)
		if what == "" {
			continue
		}
		_, picture := it.(*display.Image)
		off := maxOff
		if picture {
			off = math.Max(st.page.Bleed, usualBleed)
		}
		below, aside := r.beyond(rect{w: st.page.Width, h: st.page.Height})
		if math.Max(below, aside) > off && (below > off || !p.tooLong(st, it, r)) {
			p.outside(from, i, OffSheet, r, fmt.Sprintf("%s is drawn %.0f pt beyond the edge of the sheet", what, math.Max(below, aside)))
		}
		if k := len(clips); k > 0 && clips[k-1].cuts(r, picture) {
			p.outside(from, i, Clipped, r, what+" is cut off by the box around it")
		}
	}
}

// clipWithin is the clip of v in those around.
func clipWithin(clips []rect, v *display.Push) rect {
	r := rect{v.Clip.X, v.Clip.Y, v.Clip.W, v.Clip.H}
	if v.Group {
		r = rect{-huge, -huge, 2 * huge, 2 * huge}
	}
	if k := len(clips); k > 0 {
		o := clips[k-1]
		x, y := math.Max(o.x, r.x), math.Max(o.y, r.y)
		r = rect{x, y, math.Min(o.x+o.w, r.x+r.w) - x, math.Min(o.y+o.h, r.y+r.h) - y}
	}
	return r
}

// beyond is how far r reaches out of o, down or up and to the sides.
func (r rect) beyond(o rect) (below, aside float64) {
	return math.Max(r.y+r.h-o.y-o.h, o.y-r.y), math.Max(r.x+r.w-o.x-o.w, o.x-r.x)
}

// cuts reports whether a clip takes more of r than its edge. A picture may be cut
// to size, but must not be gone.
func (r rect) cuts(o rect, picture bool) bool {
	below, aside := o.beyond(r)
	if picture {
		return below >= o.h || aside >= o.w
	}
	return math.Max(below, aside) > maxCut
}

// outside reports item i of the current page, at r, together with what it touches.
func (p *pass) outside(from, i int, code Code, r rect, msg string) {
	for k := len(p.findings) - 1; k >= from; k-- {
		f := &p.findings[k]
		if f.Code != code || r.x > f.X+f.W+touching || f.X > r.x+r.w+touching || r.y > f.Y+f.H+r.h || f.Y > r.y+2*r.h {
			continue
		}
		x, y := math.Min(f.X, r.x), math.Min(f.Y, r.y)
		f.W, f.H = math.Max(f.X+f.W, r.x+r.w)-x, math.Max(f.Y+f.H, r.y+r.h)-y
		f.X, f.Y = x, y
		return
	}
	st := p.pages[len(p.pages)-1]
	f := Finding{Page: st.page.Number, Code: code, X: r.x, Y: r.y, W: r.w, H: r.h, Message: msg}
	f.Elem, f.Text = textFrom(st.page.Items, i)
	p.findings = append(p.findings, f)
}

// touching is the gap that words of one text have between them at most, pt.
const touching = 4

// tooLong reports whether a finding names the line that holds an item at r already.
func (p *pass) tooLong(st *pageState, it display.Item, r rect) bool {
	t, ok := it.(*display.Text)
	for k := len(p.findings) - 1; ok && k >= 0 && p.findings[k].Page == st.page.Number; k-- {
		f := &p.findings[k]
		if f.Code == OverfullLine && strings.Contains(f.Text, strings.TrimRight(t.Text, " \u200b")) && r.x >= f.X-maxOff && r.x+r.w <= f.X+f.W+maxOff && r.y+r.h/2 >= f.Y && r.y+r.h/2 <= f.Y+f.H {
			return true
		}
	}
	return false
}

// maxOff is how far ink may reach beyond the sheet without a word, pt: less
// than what a letter's empty side takes.
const maxOff = 0.5

// maxCut is how much of a line a box may cut off without a word, pt.
const maxCut = 2

// usualBleed is how far a picture that reaches the edge goes beyond it, pt, so
// that no white shows where the sheet is cut.
const usualBleed = 5 * 72 / 25.4

// extentOf is the place of a text or picture and what it is; "" for others.
func extentOf(it display.Item) (rect, string) {
	switch v := it.(type) {
	case *display.Text:
		if v.Elem == nil {
			return rect{}, ""
		}
		return rect{v.X, v.Y - 0.7*v.Size, v.Width(), 0.9 * v.Size}, clip40(v.Text)
	case *display.Image:
		if v.Elem == nil {
			return rect{}, ""
		}
		r := rect{v.X, v.Y, v.W, v.H}
		if c := v.Clip; c != nil {
			r = rect{c.X, c.Y, c.W, c.H}
		}
		return r, "a picture"
	}
	return rect{}, ""
}
