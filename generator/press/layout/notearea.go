package layout

import (
	"math"

	"bantin/generator/press/box"
)

// A footnote that has no room on the page of its call goes on in the footnote
// area of the next one (GCPM 3, section 2.5). The area leaves the text a third
// of the page, so that text and notes both come forward.

// maxArea is the share of a page that its footnotes may take beside text.
const maxArea = 2.0 / 3

// longNote is the share of a page that a note must take to be divided rather
// than sent to the next page with the line that calls it.
const longNote = 1.0 / 4

// noteRest is what is left of the notes that began on an earlier page.
type noteRest struct {
	f   *flow
	cur cursor
}

// setNotes lays the footnote area out with other notes.
func (a *areas) setNotes(p *pass, notes []*box.Box) {
	a.notes = notes
	a.layNotes(p)
}

// layNotes lays the footnote area out anew.
func (a *areas) layNotes(p *pass) {
	if a.foot != nil {
		a.bottom -= a.foot.h
	}
	a.foot, a.rest = nil, nil
	list := a.begun[:len(a.begun):len(a.begun)]
	if len(a.notes) > 0 {
		list = append(list, noteRest{f: p.noteFlow(a.notes, a.z)})
	}
	if len(list) > 0 {
		a.foot, a.rest = p.footnotes(list, a.z, a.limit)
		a.bottom += a.foot.h
	}
}

// divide finds the tallest area for the notes with which the line that calls
// the last of them stays on the page.
func (a *areas) divide(p *pass, notes []*box.Box, fill func() (result, *frag)) (r result, out *frag, ok bool) {
	last := notes[len(notes)-1]
	was := a.limit
	pitch, _ := p.e.grid()
	before := 0.0
	if a.foot != nil {
		before = a.foot.h
	}
	a.limit = math.Inf(1)
	a.setNotes(p, notes)
	whole := a.foot.h
	low, high := before, math.Min(whole, was)
	for n := 0; n < 12 && high-low > pitch/4 && whole-before > longNote*a.z.h; n++ {
		a.limit = (low + high) / 2
		a.setNotes(p, notes)
		if _, out := fill(); calls(out)[last] {
			low = a.limit
		} else {
			high = a.limit
		}
	}
	if low-before < 3*pitch {
		a.limit = was
		return r, nil, false
	}
	a.limit = low
	a.setNotes(p, notes)
	r, out = fill()
	return r, out, true
}

// noteEdges are those of a page's footnote area.
func (p *pass) noteEdges(z pageSize) (ed edges) {
	if s := p.pages[len(p.pages)-1].style.Footnote; s != nil {
		ed = edgesOf(s, z.w)
	}
	return ed
}

// noteFlow lays notes out, one below the other.
func (p *pass) noteFlow(notes []*box.Box, z pageSize) *flow {
	ed := p.noteEdges(z)
	w := z.w - ed.ml - ed.mr - ed.horizontal()
	b := p.e.newBuilder(w, -1)
	b.begun = true
	for _, n := range notes {
		b.block(p.e.noteBlock(n), 0, w)
	}
	return b.finish()
}

// footnotes fills the footnote area of a page, not higher than limit (GCPM 3,
// section 2.4), and says what is left.
func (p *pass) footnotes(list []noteRest, z pageSize, limit float64) (*frag, []noteRest) {
	ed := p.noteEdges(z)
	in := newFrag(list[0].f.width)
	room := limit - ed.vertical() - ed.mt - ed.mb
	for len(list) > 0 {
		part := list[0]
		ctx := fillCtx{h: math.Max(room-in.h, 1), fresh: in.h == 0}
		find := walker{e: p.e, f: part.f, ctx: ctx}
		r := find.run(part.cur, nil, nil)
		if !r.done && !r.placed {
			break
		}
		f := newFrag(part.f.width)
		put := walker{e: p.e, f: part.f, ctx: ctx}
		put.run(part.cur, f, &r)
		in.body = append(in.body, op{0, in.h, f})
		in.h += r.y
		if !r.done {
			list = append([]noteRest{{part.f, r.end}}, list[1:]...)
			break
		}
		list = list[1:]
	}
	f := newFrag(z.w)
	f.h = in.h + ed.vertical() + ed.mt + ed.mb
	if s := p.pages[len(p.pages)-1].style.Footnote; s != nil {
		f.back = append(f.back, op{ed.ml, ed.mt, &deco{box: &box.Box{Style: s}, w: z.w - ed.ml - ed.mr, h: in.h + ed.vertical(), again: true}})
	}
	f.body = append(f.body, op{ed.ml + ed.left(), ed.mt + ed.top(), in})
	return f, list
}
