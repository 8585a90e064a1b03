package layout

import (
	"math"

	"bantin/generator/press/css"
)

// push opens a box; its background goes below everything that follows.
func (w *walker) push(o *openBox, cont bool) {
	e := openEntry{o: o, y: w.y, slot: -1, cont: cont}
	if w.out != nil && raises(o.box.Style) {
		e.outer, w.out = w.out, newFrag(w.out.w)
	}
	if w.out != nil {
		e.slot = len(w.out.back)
		w.out.back = append(w.out.back, op{})
	}
	w.open = append(w.open, e)
}

// pop closes the innermost box.
func (w *walker) pop(o *openBox) {
	k := len(w.open) - 1
	if k < 0 {
		return
	}
	if t := o.table; t != nil && t.footer != nil && w.out != nil {
		w.out.body = append(w.out.body, op{o.x + o.dx, w.y - o.bottom, t.footer})
	}
	w.decorate(w.open[k], w.y, false)
	w.lower(w.open[k])
	w.open = w.open[:k]
}

// lower goes back to the fragment around a box that is a layer of its own.
func (w *walker) lower(e openEntry) {
	if e.outer == nil {
		return
	}
	f := w.out
	w.out = e.outer
	w.out.body = append(w.out.body, op{0, 0, &raised{e.o.box, f}})
	if f.first >= 0 {
		w.out.baseline(f.first)
		w.out.baseline(f.last)
	}
}

// decorate paints what a box shows behind its fragment, from its top to y.
func (w *walker) decorate(e openEntry, y float64, broken bool) {
	if w.out == nil {
		return
	}
	d := &deco{box: e.o.box, w: e.o.w, h: math.Max(0, y-e.y), top: e.cont && !e.o.clone, bottom: broken && !e.o.clone, again: e.cont}
	w.out.back[e.slot] = op{e.o.x + e.o.dx, e.y + e.o.dy, d}
	if visible(e.o.box.Style.Outline) {
		w.out.over = append(w.out.over, op{e.o.x + e.o.dx, e.y + e.o.dy, outlined{d}})
	}
}

// closeAll ends the boxes still open at the end of a fragment. A box that goes
// on fills the fragmentainer (CSS Break 3, section 5.4).
func (w *walker) closeAll(broken bool) {
	for k := len(w.open) - 1; k >= 0; k-- {
		e := w.open[k]
		y := w.y
		if e.o.table != nil && broken {
			y = w.repeatFooter(e)
		}
		if e.o.clone {
			y += e.o.bottom
		} else if e.o.table == nil && broken && !math.IsInf(w.ctx.h, 1) {
			y = math.Max(y, w.ctx.reach())
		}
		w.decorate(e, y, true)
		w.lower(e)
	}
	w.open = w.open[:0]
}

// offset is the shift of relatively positioned boxes around the position.
func (w *walker) offset() (dx, dy float64) {
	if k := len(w.open); k > 0 {
		return w.open[k-1].o.dx, w.open[k-1].o.dy
	}
	return 0, 0
}

// mark places something without size.
func (w *walker) mark(it *item) {
	if w.out == nil {
		return
	}
	dx, dy := w.offset()
	o := op{it.x + dx, w.y + dy, it.draw}
	if _, ok := it.draw.(*absolute); ok {
		w.out.over = append(w.out.over, o)
		return
	}
	w.out.body = append(w.out.body, o)
}

// float places a float, or ends the fragment before it.
func (w *walker) float(it *item, stop *result) (result, bool) {
	fl := it.float()
	y := w.y + fl.dy
	if stop == nil && w.tooLow(y+fl.h, nil) {
		if room := w.ctx.h - w.bottomReserve() - y; w.ctx.page && w.placed && room > 0 && fl.a.box.Style.Float != css.FloatNone && fl.h <= w.ctx.h {
			w.e.postpone(fl.a.box, room)
		}
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
		w.out.floats = append(w.out.floats, op{fl.x + dx, y + dy, fl.a})
	}
	w.floats = math.Max(w.floats, y+fl.h)
	if fl.left {
		w.left = math.Max(w.left, y+fl.h)
	} else {
		w.right = math.Max(w.right, y+fl.h)
	}
	if fl.h > 0 {
		w.placed = true
	}
	return result{}, false
}

// inner places a breakable item: a multi-column container or a table row.
func (w *walker) inner(i int, it *item, cur cursor, stop *result) (result, bool) {
	var from *subCursor
	if i == cur.i {
		from = cur.sub
	}
	ctx := w.ctx
	ctx.page, ctx.fill = false, 0
	ctx.h = w.ctx.h - w.bottomReserve() - w.y
	ctx.gy += w.y
	ctx.fresh = w.ctx.fresh && !w.best.exists // where nothing can be broken above, something must be placed
	var f *frag
	if w.out != nil {
		f = newFrag(0)
	}
	var r innerResult
	if it.kind == itColumns {
		r = it.columns().fill(w.e, from, ctx, f)
	} else {
		r = it.row().fill(w.e, from, ctx, f)
	}
	partial := stop != nil && !stop.done && i == stop.end.i
	if stop == nil && r.end != nil {
		if w.ctx.column {
			r.level = max(r.level, it.level)
		} else {
			r.level = max(r.level, it.pages)
		}
		// A worse break inside loses against an opportunity above.
		if w.best.exists && (!r.placed || w.best.level < r.level) {
			return w.atBest(), true
		}
		if !r.placed && !ctx.fresh {
			return result{level: breakNever}, true
		}
		end := cursor{i: i, sub: r.end, open: w.boxesAt(i), forced: r.force != css.BreakAuto, forcer: r.force, name: r.name}
		return result{y: w.y + r.h + w.bottomReserve(), end: end, level: r.level, placed: true, over: r.over, force: r.force}, true
	}
	if w.out != nil {
		dx, dy := w.offset()
		w.out.body = append(w.out.body, op{it.x + dx, w.y + dy, f})
		if f.first >= 0 {
			w.out.baseline(w.y + f.first)
			w.out.baseline(w.y + f.last)
		}
	}
	w.y += r.h
	w.placed, w.trim = true, false
	w.over = w.over || r.over
	if partial {
		return w.stopAt(stop), true
	}
	return result{}, false
}

// innerResult is how far a breakable item got.
type innerResult struct {
	h      float64
	end    *subCursor // nil when finished
	level  uint8
	placed bool
	over   bool
	force  css.Break
	name   string
}
