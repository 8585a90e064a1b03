package layout

import (
	"fmt"
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// pass is one layout of the whole document. What page references print comes
// from the pass before.
type pass struct {
	e        *engine
	dry      bool // find out where things come to stand, and paint nothing
	doc      *display.Document
	pages    []*pageState
	findings []Finding
	targets  map[string]target
	boxPage  map[*box.Box]*pageState
	marked   map[*html.Node]bool
	asked    []asked
	carry    []*box.Box // footnotes and page floats that found no room yet
	rest     []noteRest // footnotes that go on on the next page
	floated  map[*box.Box]bool

	noteNumber map[*box.Box]int // numbers of footnotes that pages count
	noteCount  int
	fixed      []fixedBox
}

// target is the page and the box of an anchor.
type target struct {
	state *pageState
	b     *box.Box
}

// asked is a page reference that was resolved with the last pass.
type asked struct {
	b   *box.Box
	it  css.ContentItem
	got string
}

// pageState is one page with what its margin boxes need.
type pageState struct {
	page    *display.Page
	style   *css.PageStyle
	name    string
	counter int // value of the page counter
	strings map[string]*pageStrings
	running map[string]*pageRunning
	used    float64 // height of the content
	blank   bool
}

// pageStrings are the values that a named string takes on one page.
type pageStrings struct {
	entry, first, last string
	start              string // what begins the page, or entry
	set                bool
}

// pageRunning likewise holds running elements.
type pageRunning struct {
	entry, first, last *box.Box
}

// setString sets a named string; top says that its element begins the page.
func (s *pageState) setString(name, v string, top bool) {
	e := s.strings[name]
	if e == nil {
		e = &pageStrings{}
		s.strings[name] = e
	}
	if !e.set {
		e.first, e.set = v, true
		if top {
			e.start = v
		}
	}
	e.last = v
}

func (s *pageState) setRunning(b *box.Box) {
	name := b.Style.Running
	e := s.running[name]
	if e == nil {
		e = &pageRunning{}
		s.running[name] = e
	}
	if e.first == nil {
		e.first = b
	}
	e.last = b
}

// runPass lays the document out once and paints the pages' content unless dry.
func (e *engine) runPass(dry bool) *pass {
	p := &pass{
		e: e, dry: dry,
		doc:     &display.Document{Anchors: map[string]display.Anchor{}, Root: e.tags.root},
		targets: map[string]target{}, boxPage: map[*box.Box]*pageState{}, marked: map[*html.Node]bool{}, floated: map[*box.Box]bool{}, noteNumber: map[*box.Box]int{},
	}
	e.pass = p
	b := e.newBuilder(e.pageWidth(""), -1)
	b.root, b.items = true, e.takeRoom()
	b.cbh = e.size("").h
	b.block(e.root, 0, b.width)
	f := b.finish()
	defer func() { e.giveRoom(f.items) }()
	cur := cursor{forcer: f.start, name: f.name}
	for len(p.pages) < maxPages {
		if p.wantsBlank(cur.forcer) {
			p.newPage(cur.name, true)
		}
		st := p.newPage(cur.name, false)
		r := p.fillPage(st, f, cur)
		if r.done {
			return p
		}
		name := cur.name
		cur = r.end
		if !cur.forced {
			cur.name = name
		}
	}
	p.findings = append(p.findings, Finding{Page: len(p.pages), Code: TooManyPages, Message: fmt.Sprintf("the document has more than %d pages; the rest is left out", maxPages)})
	return p
}

// wantsBlank reports whether a page must stay empty so that the next is on the
// side that a break asks for. Page 1 is a right page (CSS Page 3, 3.1).
func (p *pass) wantsBlank(force css.Break) bool {
	right := len(p.pages)%2 == 0
	switch force {
	case css.BreakRight, css.BreakRecto:
		return !right
	case css.BreakLeft, css.BreakVerso:
		return right
	}
	return false
}

// newPage starts a page.
func (p *pass) newPage(name string, blank bool) *pageState {
	n := len(p.pages) + 1
	ps := p.e.in.Page(css.PageSelector{Name: name, First: n == 1, Left: n%2 == 0, Blank: blank, Number: n})
	if ps == nil {
		ps = &css.PageStyle{Width: 595.28, Height: 841.89}
	}
	st := &pageState{style: ps, name: name, counter: 1, blank: blank, strings: map[string]*pageStrings{}, running: map[string]*pageRunning{}}
	if n > 1 {
		last := p.pages[n-2]
		st.counter = last.counter + 1
		for k, v := range last.strings {
			st.strings[k] = &pageStrings{entry: v.last, start: v.last, first: v.last, last: v.last}
		}
		for k, v := range last.running {
			st.running[k] = &pageRunning{entry: v.last, last: v.last}
		}
	}
	st.page = &display.Page{Number: n, Width: ps.Width, Height: ps.Height, Bleed: ps.Bleed, CropMarks: ps.CropMarks, CrossMarks: ps.CrossMarks}
	st.page.Slug = slug(ps)
	p.pages = append(p.pages, st)
	p.doc.Pages = append(p.doc.Pages, st.page)
	p.background(st)
	return st
}

// slug is the room outside the trim that bleed and marks need: marks are 12 pt
// long and stand outside the bleed.
func slug(ps *css.PageStyle) float64 {
	if ps.CropMarks || ps.CrossMarks {
		return ps.Bleed + 15
	}
	return ps.Bleed
}

// background paints the page's own background, which covers the bleed.
func (p *pass) background(st *pageState) {
	ps := st.style
	if ps.Background.A > 0 {
		b := ps.Bleed
		st.page.Items = append(st.page.Items, &display.Rect{X: -b, Y: -b, W: ps.Width + 2*b, H: ps.Height + 2*b, Fill: ps.Background})
	}
	m := pageEdges(ps)
	pt := painter{e: p.e, pass: p, page: st.page, state: st, artifact: true}
	if ps.Style != nil && ps.Style.BackgroundImage != nil {
		own := *ps.Style
		own.Background = css.Color{}
		pt.background(&own, css.Edges[css.Border]{}, rect{-ps.Bleed, -ps.Bleed, ps.Width + 2*ps.Bleed, ps.Height + 2*ps.Bleed}, [4]float64{})
	}
	pt.borders(ps.Border, [4]float64{}, rect{m.ml, m.mt, ps.Width - m.ml - m.mr, ps.Height - m.mt - m.mb})
	if c := p.e.canvas; c != nil { // of the root or of body (CSS Backgrounds 3, section 2.11)
		z := sizeOf(ps)
		pt.background(c.Style, css.Edges[css.Border]{}, rect{z.x, z.y, z.w, z.h}, [4]float64{})
	}
}

// fillPage fills one page with the flow from cur and paints it. Footnotes and
// page floats found in what was placed take room from it, so that it is placed
// again until they fit.
func (p *pass) fillPage(st *pageState, f *flow, cur cursor) result {
	z := sizeOf(st.style)
	ctx := fillCtx{h: math.Max(z.h, 1), fresh: true, page: true}
	ctx.pitch, ctx.base = p.e.grid()
	st.page.Area, st.page.GridPitch, st.page.GridStart = display.Clip{X: z.x, Y: z.y, W: z.w, H: z.h}, ctx.pitch, z.y+ctx.base
	a := p.startAreas(z, cur.i < len(f.items))
	fill := func() (result, *frag) {
		ctx.h, ctx.gy = math.Max(z.h-a.top-a.bottom, 1), a.top
		find := walker{e: p.e, f: f, ctx: ctx}
		r := find.run(cur, nil, nil)
		out := newFrag(f.width)
		put := walker{e: p.e, f: f, ctx: ctx}
		put.run(cur, out, &r)
		return r, out
	}
	r, out := fill()
	for n := 1; n < maxRefills && a.take(p, out); n++ {
		r, out = fill()
	}
	r, out = a.fitNotes(p, r, out, fill)
	for more := math.Max(z.h, 72); more < huge && !r.done && a.top+a.bottom == 0 && cur.same(r.end); more *= 2 {
		z.h += more // not even one piece fits: it is placed all the same
		r, out = fill()
	}
	a.keep(p, out)
	p.numberNotes(st, out)
	st.used = r.y + a.top + a.bottom
	pt := painter{e: p.e, pass: p, page: st.page, state: st, rects: map[*box.Box]rect{}, area: rect{z.x, z.y, z.w, z.h}}
	pt.stack = &stacking{root: p.e.root, floor: len(st.page.Items)}
	a.paintTop(&pt, z)
	out.draw(&pt, z.x, z.y+a.top)
	a.paintBottom(&pt, z)
	pt.endStack()
	p.offSheet(st)
	if z.h > st.page.Area.H {
		pt.findAt(Clipped, nil, "content that cannot be divided is set beyond the page", rect{z.x, z.y, z.w, z.h})
		z.h = st.page.Area.H
	}
	p.shortPage(st, r, z.h)
	if r.done && len(p.carry)+len(p.rest) > 0 {
		r.done, r.end = false, cursor{i: len(f.items), name: cur.name}
	}
	return r
}

// maxRefills bounds the fillings of one page.
const maxRefills = 6

// finish paints the margin boxes, now that all pages are known.
func (p *pass) finish() {
	p.paintFixed()
	for _, st := range p.pages {
		st.page.Label = p.e.pageLabel(st)
		p.marginBoxes(st)
	}
	if k := len(p.pages); k > 1 {
		last := p.pages[k-1]
		if h := sizeOf(last.style).h; !last.blank && last.used < 0.15*h {
			p.findings = append(p.findings, Finding{Page: k, Code: NearlyEmpty, Message: fmt.Sprintf("the last page is only %.0f%% full", 100*last.used/h)})
		}
	}
	p.missingTargets()
	p.missingSigns()
	p.locate()
	p.sortFindings()
}

// stable reports whether the pages are where the references of this pass said.
func (e *engine) stable(p *pass) bool {
	was := e.prev
	e.prev = p
	defer func() { e.prev = was }()
	asks := p.asked
	for _, a := range asks {
		if e.resolve(a.b, a.it) != a.got {
			return false
		}
	}
	return true
}
