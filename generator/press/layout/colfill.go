package layout

import (
	"math"

	"bantin/generator/press/css"
)

// filler fills the rest of one page with a multi-column container.
type filler struct {
	e    *engine
	c    *columns
	ctx  fillCtx
	out  *frag
	cur  cursor
	span *cursor

	own    bool // the container's own height limits it: columns that overflow stand beside
	y      float64
	placed bool
	over   bool
	level  uint8
	bodies int // length of the output when kept
	backs  int
	keep   *filler // state before a spanning box that wants to stay with the text after it
}

// rowResult is one row of columns.
type rowResult struct {
	h      float64
	at     float64  // the height that its columns were filled to
	starts []cursor // one a column used
	stops  []result
	fresh  []bool // whether something had to be placed in it
	floats []columnFloats
	late   int // floats that wait for the column after that of their text
	last   result
	placed bool
	over   bool
	level  uint8
}

func (f *filler) run() innerResult {
	for n := 0; n < len(f.c.f.items)+2; n++ {
		if f.cur.i >= len(f.c.f.items) && len(f.cur.floats) == 0 {
			return f.finish()
		}
		if f.cur.i < len(f.c.f.items) && f.c.f.items[f.cur.i].kind == itSpan && len(f.cur.floats) == 0 {
			if r, stop := f.spanner(); stop {
				return r
			}
			continue
		}
		r := f.row()
		if r.placed || len(r.starts) > 0 && (r.last.done || r.last.span) {
			f.place(r)
		}
		if r.placed {
			f.keep = nil
		}
		last := r.last
		switch {
		case last.done:
			return f.finish()
		case last.span && (r.placed || !r.over):
			f.cur = last.end
		default:
			return f.stop(r)
		}
	}
	return f.finish()
}

func (f *filler) finish() innerResult {
	h := f.y
	if !math.IsInf(f.c.height, 1) {
		h = math.Max(h, math.Min(f.c.height, f.ctx.h))
	}
	return innerResult{h: h, placed: true, over: f.over, level: f.level}
}

// stop ends the page within the container.
func (f *filler) stop(r rowResult) innerResult {
	if !r.placed {
		if k := f.keep; k != nil && (k.placed || !f.ctx.fresh) {
			// A spanning heading would be left alone: it goes over with its text.
			if f.out != nil {
				f.out.body, f.out.back = f.out.body[:k.bodies], f.out.back[:k.backs]
			}
			return innerResult{h: k.y, end: &subCursor{cur: k.cur}, placed: k.placed, over: k.over, level: k.level}
		}
		return innerResult{h: f.y, end: &subCursor{cur: f.cur}, placed: f.placed, over: f.over, level: max(f.level, breakFree)}
	}
	h := f.ctx.h
	if math.IsInf(h, 1) || r.last.force != css.BreakAuto {
		h = f.y
	}
	return innerResult{h: h, end: &subCursor{cur: r.last.end}, placed: true, over: f.over || r.over,
		level: max(f.level, r.level), force: r.last.force, name: r.last.end.name}
}

// spanner places the spanning box at the cursor.
func (f *filler) spanner() (innerResult, bool) {
	it := &f.c.f.items[f.cur.i]
	from := cursor{}
	if f.span != nil {
		from = *f.span
	}
	ctx := f.ctx
	ctx.h, ctx.gy = f.ctx.h-f.y, f.ctx.gy+f.y
	ctx.fresh = f.ctx.fresh && !f.placed
	r := f.walk(it.span(), from, ctx)
	if !r.done && (!r.placed || r.level > breakFree && !ctx.fresh) {
		return f.stop(rowResult{}), true
	}
	if it.level > breakFree && f.span == nil {
		k := *f
		if f.out != nil {
			k.bodies, k.backs = len(f.out.body), len(f.out.back)
		}
		f.keep = &k
	}
	if f.out != nil {
		g := newFrag(it.span().width)
		w := walker{e: f.e, f: it.span(), ctx: ctx}
		w.run(from, g, &r)
		f.out.body = append(f.out.body, op{0, f.y, g})
		f.copyBaseline(g)
	}
	f.y += r.y
	f.placed, f.over = true, f.over || r.over
	if !r.done {
		return innerResult{h: f.y, end: &subCursor{cur: f.cur, span: &r.end}, placed: true, over: f.over, level: r.level, force: r.force, name: r.end.name}, true
	}
	f.span = nil
	f.cur = cursor{i: f.cur.i + 1, open: f.cur.open, forced: true}
	return innerResult{}, false
}

func (f *filler) copyBaseline(g *frag) {
	if g.first >= 0 {
		f.out.baseline(f.y + g.first)
		f.out.baseline(f.y + g.last)
	}
}

func (f *filler) walk(fl *flow, from cursor, ctx fillCtx) result {
	w := walker{e: f.e, f: fl, ctx: ctx}
	return w.run(from, nil, nil)
}

// row finds the next row of columns: balanced when the rest of the text up to a
// spanning box or the end fits on the page, else as tall as the page.
func (f *filler) row() rowResult {
	if m := &f.c.last; f.out != nil && m.ok && m.ctx == f.rowCtx() && m.at.same(f.cur) {
		return m.r
	}
	full := f.columnsAt(f.ctx.h-f.y, true)
	r := full
	ends := full.last.done || full.last.span
	if full.placed && len(full.starts) <= f.c.n && f.balances(full, ends) {
		r = f.balance(full)
	} else if math.IsInf(f.ctx.h, 1) && !math.IsInf(full.h, 1) {
		r = full
	}
	if f.out == nil {
		f.c.last = columnsMemo{ok: true, at: f.cur, ctx: f.rowCtx(), r: r}
	}
	return r
}

// balances tells whether column-fill asks to balance a row that ends with its
// text or a spanning box, or with the page (CSS Multicol 1, section 7.1). On a
// page that is full to the foot there is nothing to gain.
func (f *filler) balances(full rowResult, ends bool) bool {
	switch f.c.mode {
	case css.FillAuto:
		return ends && !full.last.done
	case css.FillBalanceAll:
		pitch, _ := f.e.grid()
		return ends || f.ctx.h-f.y-full.last.y >= 2*pitch
	}
	return ends
}

func (f *filler) rowCtx() fillCtx {
	c := f.ctx
	c.h -= f.y
	c.gy += f.y
	c.fresh = f.ctx.fresh && !f.placed
	return c
}

// maxOverflow bounds the columns that overflow a container of given height.
const maxOverflow = 1000

// columnsAt fills the columns at height h.
func (f *filler) columnsAt(h float64, final bool) rowResult {
	n := min(f.c.n, 16) // more columns are rarely used
	r := rowResult{at: h, starts: make([]cursor, 0, n), stops: make([]result, 0, n), fresh: make([]bool, 0, n), floats: make([]columnFloats, 0, n)}
	cur := f.cur
	ctx := f.rowCtx()
	ctx.h, ctx.column = h, true
	for k := 0; k < f.c.n || final && f.own && k < maxOverflow; k++ {
		if k > 0 {
			ctx.fresh = true
			// A column that starts with something too tall for what is left
			// of this page stays empty when the next page has more room.
			if !f.ctx.fresh && h < f.ctx.h*2 && final {
				ctx.fresh = f.ctx.fresh
			}
		}
		s, floats := f.column(cur, ctx)
		// A page of its own is better for what must not be broken than the
		// last column of a page begun already.
		late := k > 0 && final && !f.rowCtx().fresh && !s.done && !s.span && s.force == css.BreakAuto && s.level > max(r.level, breakFree)
		if !s.placed && !s.done && !s.span || late {
			if k == 0 {
				return rowResult{last: s, over: true}
			}
			r.last = result{end: cur}
			r.level = max(r.level, breakFree)
			return r
		}
		r.starts, r.stops, r.floats = append(r.starts, cur), append(r.stops, s), append(r.floats, floats)
		r.fresh = append(r.fresh, ctx.fresh)
		r.late += len(s.end.floats)
		r.h, r.last = math.Max(r.h, s.y), s
		r.placed = r.placed || s.placed
		r.over = r.over || s.over
		r.level = max(r.level, s.level)
		if s.done || s.span || s.force != css.BreakAuto && s.force != css.BreakColumn {
			return r
		}
		cur = s.end
	}
	if r.last.force == css.BreakColumn {
		r.last.force = css.BreakAuto
	}
	return r
}

// balance finds the smallest height at which the columns hold what full held
// (CSS Multicol 1, section 7.1), with no worse breaks.
func (f *filler) balance(full rowResult) rowResult {
	total := f.rowContent(full)
	lo, hi := total/float64(f.c.n)-1, math.Min(full.h, total)
	best, ok := f.tryHeight(hi, full)
	if !ok {
		best, hi = full, full.h
	}
	for n := 0; n < 24 && hi-lo > 0.2; n++ {
		mid := (lo + hi) / 2
		if r, ok := f.tryHeight(mid, full); ok {
			best, hi = r, math.Min(mid, r.h)
		} else {
			lo = mid
		}
	}
	return best
}

// rowContent is the height of a row's content in one column.
func (f *filler) rowContent(full rowResult) (total float64) {
	if !full.last.done && !full.last.span { // the page ends the row, not the text
		for _, s := range full.stops {
			total += s.y
		}
		return total
	}
	ctx := f.rowCtx()
	ctx.h, ctx.column, ctx.fresh = math.Inf(1), true, true
	for cur, k := f.cur, 0; k <= f.c.n; k++ {
		s, _ := f.column(cur, ctx)
		total += s.y
		if s.done || s.span || !s.placed || s.force == css.BreakAuto {
			break
		}
		cur = s.end
	}
	return total
}

// tryHeight fills the columns at height h and says whether they hold everything.
func (f *filler) tryHeight(h float64, full rowResult) (rowResult, bool) {
	r := f.columnsAt(h, false)
	ok := r.placed && !(r.over && !full.over) && r.level <= full.level && r.late <= full.late && r.last.done == full.last.done && r.last.span == full.last.span && r.last.end.i == full.last.end.i
	return r, ok
}

// place puts a row of columns into the output.
func (f *filler) place(r rowResult) {
	f.placed, f.over = f.placed || r.placed, f.over || r.over
	f.level = max(f.level, r.level)
	h := r.h
	if !r.last.done && !r.last.span && r.last.force == css.BreakAuto && !math.IsInf(f.ctx.h, 1) {
		h = f.ctx.h - f.y
	}
	if f.out != nil {
		for k := range r.starts {
			f.placeColumn(k, r, h)
		}
		tall := h
		if r.last.done && !math.IsInf(f.c.height, 1) { // to the container's edge
			tall = math.Max(h, math.Min(f.c.height, f.ctx.h)-f.y)
		}
		f.rules(len(r.starts), tall)
	}
	f.y += h
}

func (f *filler) placeColumn(k int, r rowResult, h float64) {
	start, stop, floats := r.starts[k], r.stops[k], r.floats[k]
	g := newFrag(f.c.w)
	ctx := f.rowCtx()
	ctx.h, ctx.fill, ctx.column, ctx.fresh = r.at, math.Max(h, tolerance), true, r.fresh[k]
	if w := (walker{e: f.e, f: f.c.f, ctx: floats.within(ctx)}); !floats.bare {
		w.run(start, g, &stop)
	}
	f.out.body = append(f.out.body, op{f.c.x(k), f.y + floats.top, columnFrag{k + 1, g}})
	if len(floats.tops)+len(floats.lows) > 0 {
		f.out.body = append(f.out.body, op{f.c.x(k), f.y, columnFrag{k + 1, floats.frag(f.c.w, h)}})
	}
	f.uneven(k, r, g)
	if k == 0 {
		f.copyBaseline(g)
	}
}

// rules paints the column rules between columns that both have content
// (CSS Multicol 1, section 4.4).
func (f *filler) rules(used int, h float64) {
	if f.c.rule.Width <= 0 || f.c.rule.Style == css.BorderNone || f.c.rule.Style == css.BorderHidden {
		return
	}
	for k := 1; k < used; k++ {
		f.out.back = append(f.out.back, op{f.c.x(k) - f.c.gap/2, f.y, &ruleLine{h: h, border: f.c.rule}})
	}
}
