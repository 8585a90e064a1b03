package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/display"
)

// sources notes on the structure elements where the HTML elements that they
// were made of were written. Of two nodes that share an element the smaller
// value counts, so that the order of the map does not matter.
func (t *tags) sources(attr string) {
	if attr == "" {
		return
	}
	for n, e := range t.nodes {
		for _, a := range n.Attr {
			if a.Key == attr && (e.Source == "" || a.Val < e.Source) {
				e.Source = a.Val
			}
		}
	}
}

// about notes what a finding is about: n, or nothing yet when n is nil.
func (f *Finding) about(e *engine, n *box.Box) {
	if n == nil {
		return
	}
	f.Line, f.Elem, f.Text = lineAround(n), e.tags.elem(n), n.Replaced().Source
	if f.Text == "" {
		f.Text = wordsOf(n, "")
	}
}

func lineAround(b *box.Box) int {
	for ; b != nil; b = b.Parent {
		if b.Line > 0 {
			return int(b.Line)
		}
	}
	return 0
}

// wordsOf appends the text of a box, as far as it is needed to find it again.
func wordsOf(b *box.Box, s string) string {
	s += b.Text
	for _, c := range b.Children {
		if len(s) > maxWords {
			break
		}
		s = wordsOf(c, s)
	}
	return s
}

// maxWords is how many bytes of text are enough to find it again.
const maxWords = 160

// locate says of every finding what it is about and where that was written.
func (p *pass) locate() {
	for i := range p.findings {
		f := &p.findings[i]
		if f.Elem == nil {
			f.Elem, f.Text = p.shown(f)
		}
		f.Source = f.Elem.SourceOf()
	}
}

// shown is what a finding without a box is about: what is painted at its place,
// or what stands above it. The empty foot of a page is about what had no room
// there, which begins the next page.
func (p *pass) shown(f *Finding) (*display.Elem, string) {
	pages := p.doc.Pages[min(f.Page, len(p.doc.Pages))-1:]
	if f.Code == TrappedSpace && f.Column == 0 && len(pages) > 1 {
		return textFrom(pages[1].Items, 0)
	}
	items := pages[0].Items
	near, top, at := 0, math.Inf(-1), rect{f.X, f.Y, f.W, f.H}
	for i, it := range items {
		r, what := extentOf(it)
		if what == "" || f.W > 0 && (r.x >= at.x+at.w || r.x+r.w <= at.x) {
			continue
		}
		if r.y < at.y+at.h && r.y+r.h > at.y {
			return textFrom(items, i)
		}
		if r.y <= at.y && r.y >= top {
			near, top = i, r.y
		}
	}
	return textFrom(items, near)
}

// textFrom is the element of the first item from i on that has one, with its
// text from there.
func textFrom(items []display.Item, i int) (e *display.Elem, text string) {
	for ; i < len(items) && len(text) <= maxWords; i++ {
		switch v := items[i].(type) {
		case *display.Text:
			if e == nil {
				e = v.Elem
			}
			if e != nil && v.Elem == e {
				text += v.Text
			}
		case *display.Image:
			if e == nil && v.Elem != nil {
				return v.Elem, v.Elem.Alt
			}
		}
	}
	return e, text
}
