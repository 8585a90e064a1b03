package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// tableRow is a row, with those that cells spanning from it reach, as a
// breakable item. Its cells are flows side by side (CSS Break 3, section 3):
// each goes on in the next fragmentainer where it stopped. Rows are kept whole
// when a page can hold them; breaks between rows come before breaks in a row.
type tableRow struct {
	g      *tableGrid
	r, n   int
	full   float64 // height of a page
	forced bool    // a break between its rows is forced
}

// cellRest is what a fragmentainer left of a cell.
type cellRest struct {
	c   *gridCell
	cur cursor
}

// cellPart is the part of a cell in one fragmentainer.
type cellPart struct {
	cellRest
	cont   bool // it began above
	top, h float64
}

func (t *tableRow) height() float64 {
	h := t.g.vs * float64(t.n-1)
	for r := t.r; r < t.r+t.n; r++ {
		h += t.g.rows[r].h
	}
	return h
}

// fill places the rows or as much of them as fits.
func (t *tableRow) fill(e *engine, from *subCursor, ctx fillCtx, out *frag) innerResult {
	if from == nil {
		h := t.height()
		if !t.forced && (h <= ctx.h+tolerance || math.IsInf(ctx.h, 1)) {
			for r, y := t.r, 0.0; out != nil && r < t.r+t.n; r++ {
				out.body = append(out.body, op{0, y, t.g.rowFrag(r)})
				if r == 0 && (t.g.rows[0].base > 0 || t.g.n.Parent != nil && t.g.n.Parent.Kind == box.AtomicBox) {
					out.baseline(t.g.baseline())
				}
				y += t.g.rows[r].h + t.g.vs
			}
			return innerResult{h: h + t.g.vs, placed: true}
		}
		tooTall := t.n > 1 && h > t.full && t.g.rows[t.r].own <= ctx.h
		if !ctx.fresh && !t.forced && !tooTall {
			return innerResult{end: &subCursor{}}
		}
		from = &subCursor{row: t.r}
	}
	f := rowFiller{e: e, t: t, ctx: ctx, out: out}
	return f.fill(from)
}

// rowFiller fills one fragmentainer with table rows.
type rowFiller struct {
	e    *engine
	t    *tableRow
	ctx  fillCtx
	out  *frag
	open []cellPart
	y    float64
	over bool
}

func (f *rowFiller) fill(from *subCursor) innerResult {
	for _, c := range from.cells {
		f.open = append(f.open, cellPart{cellRest: c, cont: true})
	}
	for r := from.row; r < f.t.r+f.t.n; r++ {
		begun := r == from.row && from.begun
		force := css.BreakAuto
		if r > from.row {
			force = f.t.g.breaks(r).force
		}
		began := len(f.open)
		if !begun {
			for _, c := range f.t.g.rows[r].cells {
				f.open = append(f.open, cellPart{cellRest: cellRest{c: c}, top: f.y})
			}
		}
		h := f.rowHeight(r, begun)
		pageless := math.IsInf(f.ctx.h, 1)
		switch {
		case !pageless && r > from.row && (forces(force) || f.y+h > f.ctx.h+tolerance && !f.goesOn(r, h)):
			f.open = f.open[:began]
			f.y -= f.t.g.vs
			return f.stop(r, false, force)
		case !pageless && f.y+h > f.ctx.h+tolerance:
			f.backgrounds(r, f.ctx.h-f.y, begun)
			f.y = math.Max(f.y, f.ctx.h)
			return f.stop(r, true, css.BreakAuto)
		}
		f.backgrounds(r, h, begun)
		f.y += h
		f.end(r)
		f.y += f.t.g.vs
	}
	return innerResult{h: f.y, placed: true, over: f.over}
}

// goesOn reports whether row r is best broken here: it is low, but a cell that
// began above makes it taller than a page.
func (f *rowFiller) goesOn(r int, h float64) bool {
	return h > f.t.full && f.y+f.t.g.rows[r].own <= f.ctx.h
}

// forces reports whether a value of break-before or -after is a forced break.
func forces(v css.Break) bool {
	switch v {
	case css.BreakPage, css.BreakLeft, css.BreakRight, css.BreakRecto, css.BreakVerso, css.BreakColumn:
		return true
	}
	return false
}

// rowHeight is the height of row r here: its own, and what cells ask for that
// end in it or began above.
func (f *rowFiller) rowHeight(r int, begun bool) (h float64) {
	if !begun {
		h = f.t.g.rows[r].own
	}
	for i := range f.open {
		p := &f.open[i]
		if p.c.row+p.c.rs-1 != r || p.c.rs == 1 && !begun {
			continue
		}
		in := p.c.frag.h
		if p.cont {
			w := walker{e: f.e, f: p.c.f, ctx: fillCtx{h: math.Inf(1), fresh: true}}
			in = w.run(p.cur, nil, nil).y
		}
		h = math.Max(h, in+p.c.ed.vertical()-(f.y-p.top))
	}
	return h
}

// end places the cells that end with row r.
func (f *rowFiller) end(r int) {
	rest := f.open[:0]
	for _, p := range f.open {
		if p.c.row+p.c.rs-1 > r {
			rest = append(rest, p)
			continue
		}
		p.h = f.y - p.top
		if p.cont {
			f.part(&p, math.Inf(1), false)
		} else {
			f.whole(&p)
		}
	}
	f.open = rest
}

// stop ends the fragmentainer before row r, or within it.
func (f *rowFiller) stop(r int, within bool, force css.Break) innerResult {
	end := &subCursor{row: r, begun: within}
	done := within && r == f.t.r+f.t.n-1
	for _, p := range f.open {
		p.h = f.y - p.top
		s := f.part(&p, math.Max(1, p.h-p.c.ed.vertical()), true)
		end.cells = append(end.cells, cellRest{p.c, s.end})
		done = done && s.done
		f.over = f.over || s.over
	}
	res := innerResult{h: f.y, end: end, placed: true, over: f.over}
	if forces(force) {
		res.force = force
	}
	if done { // only room was left over
		res.end, res.h = nil, f.y+f.t.g.vs
	}
	return res
}

// whole places a cell that is in one piece.
func (f *rowFiller) whole(p *cellPart) {
	if f.out == nil {
		return
	}
	g, c := f.t.g, p.c
	f.out.back = append(f.out.back, op{g.x(c.col), p.top, &cellDeco{g: g, c: c, w: g.span(c), h: p.h}})
	f.out.body = append(f.out.body, op{g.x(c.col) + c.ed.left(), p.top + g.aligned(c, p.h), c.frag})
}

// part places as much of a cell as h holds.
func (f *rowFiller) part(p *cellPart, h float64, broken bool) result {
	g, c := f.t.g, p.c
	ctx := f.ctx
	ctx.h, ctx.gy, ctx.fresh = h, ctx.gy+p.top+c.ed.top(), true
	find := walker{e: f.e, f: c.f, ctx: ctx}
	r := find.run(p.cur, nil, nil)
	if f.out == nil {
		return r
	}
	in := newFrag(c.f.width)
	put := walker{e: f.e, f: c.f, ctx: ctx}
	put.run(p.cur, in, &r)
	f.out.back = append(f.out.back, op{g.x(c.col), p.top, &cellDeco{g: g, c: c, w: g.span(c), h: p.h, top: p.cont, bottom: broken}})
	f.out.body = append(f.out.body, op{g.x(c.col) + c.ed.left(), p.top + c.ed.top(), in})
	return r
}

// backgrounds places those of row r, h high here, and of its group.
func (f *rowFiller) backgrounds(r int, h float64, begun bool) {
	if f.out == nil {
		return
	}
	row := &f.t.g.rows[r]
	for _, b := range [...]*box.Box{row.group, row.n} {
		if b != nil && b.Style.Background.A > 0 {
			f.out.back = append(f.out.back, op{f.t.g.hs, f.y, &deco{box: plain(b), w: f.t.g.w - 2*f.t.g.hs, h: h, again: true}})
		}
	}
	if !begun {
		f.out.back = append(f.out.back, op{0, f.y, note{row.n}})
	}
}
