package layout

import (
	"math"

	"bantin/generator/press/css"
)

// tolerance absorbs rounding when lengths are compared, pt.
const tolerance = 0.01

// fillCtx is the fragmentainer that a walk fills.
type fillCtx struct {
	h      float64 // height, may be infinite
	fill   float64 // how far boxes that go on reach, when not to h
	gy     float64 // its top, from the origin of the page's line grid
	pitch  float64 // line grid, 0 when none
	base   float64 // first baseline of the grid from its origin
	fresh  bool    // nothing precedes in the page or column: something must be placed
	column bool    // a column, not a page
	page   bool    // a page itself, nothing within
}

// reach is how far down a box goes that does not end here.
func (c *fillCtx) reach() float64 {
	if c.fill > 0 {
		return c.fill
	}
	return c.h
}

// result says where a walk stopped.
type result struct {
	y      float64 // height used
	end    cursor
	done   bool // the whole flow is placed
	level  uint8
	placed bool // anything at all
	span   bool // stopped at a spanning box
	over   bool // something did not fit although nothing else was there
	force  css.Break
}

// openEntry is a box open during a walk.
type openEntry struct {
	o     *openBox
	y     float64
	slot  int   // its deco in out.back
	cont  bool  // continued from the fragment before
	outer *frag // around a box that is a layer of its own
}

// candidate is a break opportunity that fits.
type candidate struct {
	i      int
	y      float64
	level  uint8
	exists bool
}

// walker fills one fragmentainer with a flow.
type walker struct {
	e   *engine
	f   *flow
	ctx fillCtx

	cur         cursor
	y           float64
	floats      float64 // bottom of the lowest float
	left, right float64 // of the lowest on a side
	open        []openEntry
	best        candidate
	placed      bool
	over        bool
	out         *frag
	trim        bool // margins at the top are truncated
}

// run walks from cur. Without out it only finds the end; with out and the
// result of such a run it places what is in between.
func (w *walker) run(cur cursor, out *frag, stop *result) result {
	w.out, w.cur = out, cur
	w.resume(cur)
	for i := cur.i; i < len(w.f.items); i++ {
		if stop != nil && !stop.done && i == stop.end.i && stop.end.sub == nil && stop.end.rest == 0 {
			return w.stopAt(stop)
		}
		if r, ended := w.step(i, cur, stop); ended {
			return r
		}
	}
	w.y = math.Max(w.y, w.floats)
	if out != nil {
		if stop != nil && stop.over {
			w.tooTall()
		}
		w.closeAll(false)
	}
	return result{y: w.y, done: true, placed: w.placed, over: w.over, end: cursor{i: len(w.f.items)}}
}

// resume opens the boxes that the break before this fragment went through.
func (w *walker) resume(cur cursor) {
	w.trim = cur.i > 0 && !cur.forced
	for _, o := range cur.open {
		w.push(o, true)
		if o.clone {
			w.y += o.top
		}
		w.y += w.repeatHeader(o)
	}
}

// bottomReserve is what open boxes need below: cloned edges, table footers.
func (w *walker) bottomReserve() float64 {
	h := 0.0
	for _, e := range w.open {
		if e.o.clone {
			h += e.o.bottom
		}
		if e.o.table != nil {
			h += e.o.table.footerHeight()
		}
	}
	return h
}

// step handles item i; ended is true when the fragmentainer is full.
func (w *walker) step(i int, cur cursor, stop *result) (r result, ended bool) {
	it := &w.f.items[i]
	switch it.kind {
	case itGlue:
		w.glue(it, cur)
	case itOpen:
		w.push(it.open(), false)
		w.y += it.h
		if it.h > 0 {
			w.trim = false
		}
	case itClose:
		if stop == nil && it.h > 0 && w.tooLow(w.y+it.h, it.open()) && w.best.exists {
			return w.atBest(), true
		}
		w.y += it.h
		w.pop(it.open())
	case itBack:
		w.back(it)
	case itFit:
		return w.fit(i, it, cur, stop)
	case itSpace:
		return w.space(i, it, it.h, cur, stop)
	case itMark:
		w.mark(it)
	case itClear:
		w.clear(it.side)
	case itFloat:
		return w.float(it, stop)
	case itBreak:
		return w.breakAt(i, it, stop)
	case itBox:
		return w.box(it, stop)
	case itSpan:
		return result{y: math.Max(w.y, w.floats), end: cursor{i: i, open: w.boxesAt(i)}, span: true, placed: w.placed, over: w.over}, stop == nil
	case itColumns, itRow:
		return w.inner(i, it, cur, stop)
	}
	return result{}, false
}

// clear goes below the floats on a side.
func (w *walker) clear(side css.Clear) {
	if side != css.ClearRight {
		w.y = math.Max(w.y, w.left)
	}
	if side != css.ClearLeft {
		w.y = math.Max(w.y, w.right)
	}
}

// back returns to where a box ends that its content overflows. One that was
// broken stays as high as its content.
func (w *walker) back(it *item) {
	for k := len(w.open) - 1; k >= 0; k-- {
		if e := w.open[k]; e.o == it.open() && !e.cont {
			w.y = math.Max(e.y+e.o.top, w.y+it.h)
			return
		}
	}
}

// fit makes a box as high as it is to be, now that what is in it is placed. One
// that was broken keeps to what was guessed.
func (w *walker) fit(i int, it *item, cur cursor, stop *result) (result, bool) {
	for k := len(w.open) - 1; k >= 0; k-- {
		if e := w.open[k]; e.o == it.open() && !e.cont {
			content := w.y - e.y - e.o.top
			room := math.Min(math.Max(content, it.after), it.asc) - content
			if room < 0 {
				w.y += room
				return result{}, false
			}
			return w.space(i, it, room, cur, stop)
		}
	}
	if it.h < 0 {
		return result{}, false
	}
	return w.space(i, it, it.h, cur, stop)
}

// glue adds a margin, which is truncated after an unforced break (CSS Break 3, 5.2).
func (w *walker) glue(it *item, cur cursor) {
	switch {
	case w.placed || cur.i == 0:
		w.y += it.h
	case cur.forced:
		w.y += it.after
	case !w.trim:
		w.y += it.h
	}
}

// space fills a given height; what does not fit goes on in the next fragment
// (CSS Break 3, section 5.1).
func (w *walker) space(i int, it *item, h float64, cur cursor, stop *result) (result, bool) {
	if i == cur.i && cur.rest > 0 {
		h = cur.rest
	}
	room := w.ctx.h - w.bottomReserve() - w.y
	if stop == nil && h > room+tolerance {
		if r, ended := w.cutSpace(i, it, h, room); ended {
			return r, true
		}
	}
	last := stop != nil && !stop.done && i == stop.end.i
	if last {
		h -= stop.end.rest
	}
	w.y += h
	if h > 0 {
		w.placed, w.trim = true, false
	}
	if last {
		return w.stopAt(stop), true
	}
	return result{}, false
}

// cutSpace ends the fragment within a space of height h, or above it.
func (w *walker) cutSpace(i int, it *item, h, room float64) (result, bool) {
	level := it.pages
	if w.ctx.column {
		level = it.level
	}
	switch {
	case w.best.exists && (room <= tolerance || w.best.level < level):
		return w.atBest(), true
	case room > tolerance && (level == breakFree || w.ctx.fresh):
		end := cursor{i: i, rest: h - room, open: w.boxesAt(i)}
		return result{y: w.y + room + w.bottomReserve(), end: end, level: level, placed: true, over: w.over}, true
	case !w.ctx.fresh:
		return result{level: breakNever}, true
	}
	w.over = true // not even an edge fits: it is placed whole, so that the walk ends
	return result{}, false
}

// tooLow reports whether content reaching to y overflows; closing is the box
// whose own reserve no longer counts.
func (w *walker) tooLow(y float64, closing *openBox) bool {
	if math.IsInf(w.ctx.h, 1) {
		return false
	}
	reserve := w.bottomReserve()
	if closing != nil && closing.clone {
		reserve -= closing.bottom
	}
	return y > w.ctx.h-reserve+tolerance
}

// box places an unbreakable item, or ends the fragment when it does not fit.
func (w *walker) box(it *item, stop *result) (result, bool) {
	y := w.y + w.snap(it)
	if stop == nil && w.tooLow(y+it.h, nil) {
		if w.best.exists {
			return w.atBest(), true
		}
		if !w.ctx.fresh {
			return result{level: breakNever}, true
		}
		w.over = true
	}
	if w.out != nil {
		dx, dy := w.offset()
		if under, ok := it.part.(drawer); ok {
			w.out.back = append(w.out.back, op{it.x + dx, y + dy, under})
		}
		w.out.body = append(w.out.body, op{it.x + dx, y + dy, it.draw})
		if it.asc > 0 {
			w.out.baseline(y + it.asc)
		}
	}
	w.y = y + it.h
	w.placed, w.trim = true, false
	return result{}, false
}

// snap is the room above an item that puts its baseline on the line grid (CSS
// Line Grid 1, section 3).
func (w *walker) snap(it *item) float64 {
	if it.snap == css.SnapNone || w.ctx.pitch <= 0 {
		return 0
	}
	at := w.ctx.gy + w.y + it.asc - w.ctx.base
	if it.snap == css.SnapContain {
		// The line's middle meets the middle of as many grid lines as it needs.
		n := math.Max(1, math.Ceil((it.h-tolerance)/w.ctx.pitch))
		top := w.ctx.gy + w.y
		return math.Ceil((top-tolerance)/w.ctx.pitch)*w.ctx.pitch - top + (n*w.ctx.pitch-it.h)/2
	}
	// A face whose ascent is a little larger would fall to the next line of the
	// grid; it is raised instead.
	if over := at - math.Floor((at+tolerance)/w.ctx.pitch)*w.ctx.pitch; over < maxRaise*w.ctx.pitch {
		return -over
	}
	return math.Ceil((at-tolerance)/w.ctx.pitch)*w.ctx.pitch - at
}

// maxRaise is the share of the line grid by which a line may be raised to it.
const maxRaise = 0.2

// breakAt notes an opportunity or ends the fragment at a forced break.
func (w *walker) breakAt(i int, it *item, stop *result) (result, bool) {
	force := it.force
	if force == css.BreakColumn && !w.ctx.column {
		force = css.BreakAuto
	}
	if force != css.BreakAuto && force != css.BreakAvoid && stop == nil && w.placed && !math.IsInf(w.ctx.h, 1) {
		w.best = candidate{i: i + 1, y: math.Max(w.y, w.floats) + w.bottomReserve(), exists: true}
		r := w.atBest()
		r.force = force
		r.end.forced, r.end.forcer, r.end.name = true, force, it.pageName()
		return r, true
	}
	if !w.placed {
		return result{}, false
	}
	if stop != nil {
		w.best.exists = true // asked for by what may be broken within
		return result{}, false
	}
	level := it.pages
	if w.ctx.column {
		level = it.level
	}
	if !w.best.exists || level <= w.best.level {
		w.best = candidate{i: i + 1, y: w.y + w.bottomReserve(), level: level, exists: true}
	}
	if w.over && !math.IsInf(w.ctx.h, 1) {
		return w.atBest(), true
	}
	return result{}, false
}

// atBest ends the fragment at the best opportunity found.
func (w *walker) atBest() result {
	c := w.best
	r := result{y: c.y, level: c.level, placed: true, over: w.over}
	r.end = cursor{i: c.i, open: w.boxesAt(c.i)}
	return r
}

// boxesAt returns the boxes open before item end.
func (w *walker) boxesAt(end int) []*openBox {
	open := append([]*openBox(nil), w.cur.open...)
	for i := w.cur.i; i < end; i++ {
		switch it := &w.f.items[i]; it.kind {
		case itOpen:
			open = append(open, it.open())
		case itClose:
			open = open[:len(open)-1]
		}
	}
	return open
}

// stopAt ends a placing walk where the finding walk ended.
func (w *walker) stopAt(stop *result) result {
	r := *stop
	if w.out != nil {
		switch {
		case r.level == breakOrphan:
			w.out.body = append(w.out.body, op{0, w.y, fault{LooseBreak, "orphans or widows could not be honoured at the foot", nil}})
		case r.level == breakAvoid:
			w.out.body = append(w.out.body, op{0, w.y, fault{BadBreak, "a break that the style sheet avoids was needed at the foot", nil}})
		}
		if r.over {
			w.tooTall()
		}
		w.closeAll(!r.span)
	}
	return r
}

func (w *walker) tooTall() {
	w.out.body = append(w.out.body, op{0, w.y, fault{Clipped, "content is taller than the page", nil}})
}
