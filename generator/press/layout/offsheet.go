package layout

import (
	"fmt"
	"math"

	"bantin/generator/press/display"
)

// offSheet reports text and pictures of a page that its sheet does not hold:
// whoever prints it loses them. What lies together is one finding.
func (p *pass) offSheet(st *pageState) {
	from := len(p.findings)
	for i, it := range st.page.Items {
		r, what := extentOf(it)
		below := math.Max(r.y+r.h-st.page.Height, -r.y)
		aside := math.Max(r.x+r.w-st.page.Width, -r.x)
		off := maxOff
		if _, ok := it.(*display.Image); ok {
			off = math.Max(st.page.Bleed, usualBleed)
		}
		if what == "" || math.Max(below, aside) <= off || below <= off && p.tooLong(st, r) || p.besides(from, r) {
			continue
		}
		f := Finding{Page: st.page.Number, Code: OffSheet, X: r.x, Y: r.y, W: r.w, H: r.h,
			Message: fmt.Sprintf("%s is drawn %.0f pt beyond the edge of the sheet", what, math.Max(below, aside))}
		f.Elem, f.Text = textFrom(st.page.Items, i)
		p.findings = append(p.findings, f)
	}
}

// besides adds r to a finding that it touches.
func (p *pass) besides(from int, r rect) bool {
	for k := len(p.findings) - 1; k >= from; k-- {
		f := &p.findings[k]
		if r.x > f.X+f.W+touching || f.X > r.x+r.w+touching || r.y > f.Y+f.H+r.h || f.Y > r.y+2*r.h {
			continue
		}
		x, y := math.Min(f.X, r.x), math.Min(f.Y, r.y)
		f.W, f.H = math.Max(f.X+f.W, r.x+r.w)-x, math.Max(f.Y+f.H, r.y+r.h)-y
		f.X, f.Y = x, y
		return true
	}
	return false
}

// touching is the gap that words of one text have between them at most, pt.
const touching = 4

// tooLong reports whether a finding names the line that holds r already.
func (p *pass) tooLong(st *pageState, r rect) bool {
	for k := len(p.findings) - 1; k >= 0 && p.findings[k].Page == st.page.Number; k-- {
		if f := &p.findings[k]; f.Code == OverfullLine && r.x >= f.X-maxOff && r.x+r.w <= f.X+f.W+maxOff && r.y+r.h/2 >= f.Y && r.y+r.h/2 <= f.Y+f.H {
			return true
		}
	}
	return false
}

// maxOff is how far ink may reach beyond the sheet without a word, pt: less
// than what a letter's empty side takes.
const maxOff = 0.5

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
