package layout

import (
	"math"
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// columns is a multi-column container's inside (CSS Multicol 1): one flow at
// column width, cut into rows of columns by its spanning boxes.
type columns struct {
	f      *flow
	n      int
	w, gap float64
	rule   css.Border
	mode   css.ColumnFill
	height float64 // given height, infinite when auto
	limit  float64 // the height that its columns may have: the given one, or max-height
	last   columnsMemo
}

// columnsMemo is the result of the last fill without placing: the placing run
// that follows asks for the same.
type columnsMemo struct {
	ok  bool
	at  cursor
	ctx fillCtx
	r   rowResult
}

// multicol lays out a multi-column container of content width w.
func (b *builder) multicol(n *box.Box, x, w float64) {
	s := n.Style
	gap := s.ColumnGap.Or(w, s.FontSize)
	count, cw := columnCount(s, w, gap)
	inner := b.e.newBuilder(cw, -1)
	inner.spans, inner.columns, inner.depth = true, b.columns+1, b.depth
	inner.cbh = b.cbh // CSS Multicol 1, 3: a column box is no containing block
	inner.wide = w
	inner.items = b.e.takeRoom()
	inner.children(n, 0, cw)
	flow := inner.finish()
	room := flow.items
	flow.items = slices.Clone(room)
	b.e.giveRoom(room)
	c := &columns{f: flow, n: count, w: cw, gap: gap, rule: s.ColumnRule, mode: s.ColumnFill, height: math.Inf(1)}
	if b.cbh >= 0 {
		c.height = b.cbh
	}
	if c.limit = c.height; b.cbh < 0 && s.MaxHeight.Kind != css.None {
		c.limit = b.e.clampHeight(n, huge, -1, b.e.edgesOf(n, w))
	}
	b.flush()
	b.addIn(item{kind: itColumns, x: x, part: c})
	if b.cbh >= 0 {
		b.y += b.cbh
		return
	}
	b.guesses++
	if len(c.f.items) <= maxMeasured {
		b.y += c.fill(b.e, nil, fillCtx{h: math.Inf(1), fresh: true}, nil).h
		return
	}
	// The estimate of the height helps floats only; balancing is done later.
	b.y += b.e.whole(c.f).h / float64(count)
}

// maxMeasured is how many items columns may have that are balanced once more to
// know their height before their place is known.
const maxMeasured = 64

// columnCount is the used number and width of columns (CSS Multicol 1, 3.4).
func columnCount(s *css.Style, avail, gap float64) (int, float64) {
	n := s.ColumnCount
	if cw, ok := s.ColumnWidth.Resolve(avail); ok && s.ColumnWidth.Kind == css.Length {
		fit := int(math.Max(1, math.Floor((avail+gap)/math.Max(1, cw+gap))))
		if n == 0 || fit < n {
			n = fit
		}
	}
	n = min(max(n, 1), 1000)
	return n, math.Max(0, (avail-gap*float64(n-1))/float64(n))
}

// spanner takes a column-span: all box out of the columns around it; adjacent
// ones share a flow, so that their margins collapse.
func (b *builder) spanner(n *box.Box) {
	b.brkForSpan()
	var f *builder
	if k := len(b.items); k > 0 && b.items[k-1].kind == itSpan && b.spanning != nil && b.pending() == 0 {
		f = b.spanning
		b.items = b.items[:k-1]
	} else {
		f = b.e.newBuilder(b.wide, b.cbh)
		f.columns, f.depth = b.columns, b.depth
		b.spanning = f
	}
	after := brk{}
	propagated(&after, n, true)
	f.block(n, 0, b.wide)
	fl := *f
	b.items = append(b.items, item{kind: itSpan, part: fl.finish(), level: levelOf(after)})
}

// levelOf is the violation of breaking right after a box.
func levelOf(k brk) uint8 {
	if k.avoid || k.avoidPage {
		return breakAvoid
	}
	return breakFree
}

// brkForSpan ends the text before a spanning box.
func (b *builder) brkForSpan() {
	if k := len(b.items); k > 0 && b.items[k-1].kind == itSpan && len(b.opens) == 0 {
		return
	}
	force := b.brk.force
	if force == css.BreakColumn {
		force = css.BreakAuto
	}
	b.brk = brk{}
	if force != css.BreakAuto && b.begun {
		b.brk.force = force
		b.sib = true
	}
	b.flush()
	b.sib = false
}

// x is the left edge of column k.
func (c *columns) x(k int) float64 { return float64(k) * (c.w + c.gap) }

// fill lays the container out in what is left of a page. Rows of columns and
// spanning boxes alternate.
func (c *columns) fill(e *engine, from *subCursor, ctx fillCtx, out *frag) innerResult {
	cur := cursor{}
	var span *cursor
	if from != nil {
		cur, span = from.cur, from.span
	}
	own := ctx.h > c.limit && from == nil
	endless := math.IsInf(ctx.h, 1)
	if own {
		// No other page would have more room: something must be placed.
		ctx.h, ctx.fresh = c.limit, true
	}
	f := filler{e: e, c: c, ctx: ctx, out: out, cur: cur, span: span, own: own}
	r := f.run()
	if own && endless && r.end != nil {
		return c.below(e, r, ctx, out)
	}
	return r
}

// below places what a given height has no room for where no page ends: it
// overflows, and whatever follows the container begins at that height.
func (c *columns) below(e *engine, r innerResult, ctx fillCtx, out *frag) innerResult {
	ctx.h = math.Inf(1)
	var rest *frag
	if out != nil {
		rest = newFrag(out.w)
		out.body = append(out.body, op{0, r.h, rest})
	}
	f := filler{e: e, c: c, ctx: ctx, out: rest, cur: r.end.cur, span: r.end.span}
	f.run()
	r.end = nil
	return r
}
