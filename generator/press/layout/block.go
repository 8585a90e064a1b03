package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// block lays out one block-level box at x in a containing block of width cbw.
func (b *builder) block(n *box.Box, x, cbw float64) {
	if b.depth > maxNesting || b.outOfFlow(n, x, cbw) {
		return
	}
	b.depth++
	defer func() { b.depth-- }()
	s := n.Style
	var k brk
	propagated(&k, n, false)
	if k.nameChange && b.root {
		cbw += b.e.pageWidth(k.name) - b.e.pageWidth(b.currentName())
	}
	b.merge(k)
	if s.ColumnSpanAll && b.spans {
		b.spanner(n)
		return
	}
	ed := b.e.edgesOf(n, cbw)
	if s.Clear != css.ClearNone {
		b.clear(n, s.Clear, ed, cbw)
	}
	x, cbw = b.besideFloats(n, &ed, x, cbw)
	w := b.e.blockWidth(n, &ed, cbw)
	if b.clips(n, ed) {
		b.clippedBlock(n, ed, x, w)
	} else {
		b.boxAt(n, ed, x+ed.ml, w)
	}
	after := brk{}
	propagated(&after, n, true)
	after.nameChange = false
	b.merge(after)
	b.leaveName(n, k)
}

// clips reports whether a block in the flow must cut off what overflows it: it
// has a height of its own and hides the rest. It is set in one piece.
func (b *builder) clips(n *box.Box, ed edges) bool {
	if !cutsOff(n.Style) || n.Kind != box.BlockBox {
		return false
	}
	_, tall := b.e.tall(n.Style.Height, n, b.cbh, ed.vertical())
	_, limited := b.e.tall(n.Style.MaxHeight, n, b.cbh, ed.vertical())
	return tall || limited
}

// cutsOff reports whether a style may ask to hide what a height has no room for.
func cutsOff(s *css.Style) bool {
	return s.Overflow == css.OverflowHidden && (s.Height.Kind != css.Auto || s.MaxHeight.Kind != css.None)
}

func (b *builder) clippedBlock(n *box.Box, ed edges, x, w float64) {
	a := b.e.atomAt(n, ed, w, b.cbh)
	b.addMargin(ed.mt, true)
	b.flush()
	back, rest := newFrag(a.w), *a.frag
	back.back, rest.back = a.frag.back, nil
	b.add(item{kind: itBox, x: x + ed.ml, h: a.h, draw: &rest, part: back})
	b.addMargin(ed.mb, false)
	b.sib = true
}

// merge adds the break values of k to the pending opportunity.
func (b *builder) merge(k brk) {
	b.brk.add(k.force)
	b.brk.avoid = b.brk.avoid || k.avoid
	b.brk.avoidCol = b.brk.avoidCol || k.avoidCol
	b.brk.avoidPage = b.brk.avoidPage || k.avoidPage
	if k.nameChange && b.root {
		b.brk.name, b.brk.nameChange = k.name, true
	}
}

// currentName is the named page that the next content goes to.
func (b *builder) currentName() string {
	if b.brk.nameChange {
		return b.brk.name
	}
	return b.name
}

// leaveName returns to the page that was named before n.
func (b *builder) leaveName(n *box.Box, k brk) {
	if !k.nameChange || !b.root {
		return
	}
	outer := ""
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Style != nil && p.Style.Page != "" {
			outer = p.Style.Page
			break
		}
	}
	b.brk.name, b.brk.nameChange = outer, true
}

// boxAt lays out a box whose width w is known, its border edge at x.
func (b *builder) boxAt(n *box.Box, ed edges, x, w float64) {
	s := n.Style
	o := &openBox{box: n, x: x, w: w + ed.horizontal(), top: ed.top(), bottom: ed.bottom(), clone: s.BoxDecorationClone, depth: len(b.stack), guesses: b.guesses}
	o.avoid = s.BreakInside == css.BreakAvoid || s.BreakInside == css.BreakAvoidColumn
	o.avoidPage = s.BreakInside == css.BreakAvoidPage
	if len(b.stack) > 0 {
		p := b.stack[len(b.stack)-1]
		o.dx, o.dy = p.dx, p.dy
	}
	if s.Position == css.Relative {
		dx, dy := relativeOffset(s, w, b.cbh)
		o.dx, o.dy = o.dx+dx, o.dy+dy
	}
	b.addMargin(ed.mt, true)
	b.opens = append(b.opens, o)
	b.stack = append(b.stack, o)
	root := formattingRoot(n) || n == b.seal
	if ed.top() > 0 || root {
		b.flush()
	}
	cbh := b.cbh
	height := b.definiteHeight(n, ed)
	if b.cbh = height; height < 0 && anonymous(n) {
		b.cbh = cbh // CSS 2.2, 9.2.1.1: percentages look through it
	}
	floats, late := b.floats, b.late
	if root {
		b.floats, b.late = floatSet{}, nil
	}
	b.inside(n, x+ed.left(), w)
	if root {
		b.endRoot(o)
		b.floats, b.late = floats, late
	}
	b.cbh = cbh
	b.fillHeight(o, ed, w, height)
	b.closeBox(o, ed, root)
}

// endRoot closes a formatting context: margins and floats stay inside.
func (b *builder) endRoot(o *openBox) {
	b.placeAllLate()
	b.encloseMargins(o)
	if b.floats.any() {
		b.add(item{kind: itClear, side: css.ClearBoth})
		b.y = math.Max(b.y, b.floats.bottom(css.ClearBoth))
	}
}

// encloseMargins puts the margins at the end of a box inside it; they do not make
// it less high than nothing.
func (b *builder) encloseMargins(o *openBox) {
	m := b.pending()
	if o != nil && m < 0 {
		m = math.Max(m, math.Min(0, o.y-b.y))
	}
	if m != 0 {
		b.add(item{kind: itGlue, h: m})
	}
	b.endMargins()
}

// definiteHeight is the content height that does not depend on the content,
// negative when there is none.
func (b *builder) definiteHeight(n *box.Box, ed edges) float64 {
	if n == b.seal && b.sealH >= 0 {
		return b.sealH
	}
	if h, ok := b.e.tall(n.Style.Height, n, b.cbh, ed.vertical()); ok && n.Kind != box.ReplacedBox {
		return b.e.clampHeight(n, h, b.cbh, ed)
	}
	return -1
}

// anonymous reports whether a block stands for no element.
func anonymous(n *box.Box) bool {
	return n.Kind == box.BlockBox && n.Node == nil && n.Pseudo == ""
}

// fillHeight makes a box as high as height, min-height, max-height and
// aspect-ratio ask for: room below the content, or content that overflows.
func (b *builder) fillHeight(o *openBox, ed edges, w, height float64) {
	n := o.box
	if n.Kind == box.ReplacedBox {
		return
	}
	opened := !b.isPending(o)
	content := 0.0
	if opened {
		content = b.y - o.y
		if height < 0 && (ed.bottom() > 0 || b.cleared) {
			b.encloseMargins(o)
			content = b.y - o.y
		}
	}
	h := height
	if h < 0 {
		h = b.e.blockHeight(n, content, w, b.cbh, ed)
	}
	switch {
	case !opened && h == 0:
		return // its margins collapse through it
	case !opened:
		b.flush()
	case height >= 0 || math.Abs(h-content) > tolerance:
		b.endMargins() // that of the last child does not reach the bottom
	}
	if b.guesses > o.guesses && opened {
		b.fit(o, ed, height, h-content)
		return
	}
	b.fill(o, h-content)
}

// fit fills a box in which the height of columns is only guessed as yet.
func (b *builder) fit(o *openBox, ed edges, height, room float64) {
	n := o.box
	lo, hi := height, height
	if height < 0 {
		lo, hi = b.e.clampHeight(n, 0, b.cbh, ed), b.e.clampHeight(n, huge, b.cbh, ed)
	}
	if lo <= 0 && hi >= huge {
		b.fill(o, room) // aspect-ratio
		return
	}
	b.addIn(item{kind: itFit, h: room, after: lo, asc: hi, part: o})
}

// fill adds room at the end of a box, or goes back over what overflows it.
func (b *builder) fill(o *openBox, room float64) {
	switch {
	case room > 0:
		b.addIn(item{kind: itSpace, h: room})
	case room < -tolerance:
		b.keepWhole(o, b.y-o.y)
		b.add(item{kind: itBack, h: room, part: o})
	}
}

// keepWhole avoids breaks in a box whose content, h high, overflows it: what
// follows stands over its end.
func (b *builder) keepWhole(o *openBox, h float64) {
	if h > b.e.size(b.currentName()).h {
		return
	}
	for k := len(b.items) - 1; k >= 0 && b.items[k].part != any(o); k-- {
		if it := &b.items[k]; it.kind == itBreak {
			it.level, it.pages = max(it.level, breakAvoid), max(it.pages, breakAvoid)
			it.own, it.ownPages = max(it.own, breakAvoid), max(it.ownPages, breakAvoid)
		}
	}
}

func (b *builder) isPending(o *openBox) bool {
	k := len(b.opens)
	return k > 0 && b.opens[k-1] == o
}

// closeBox ends a box, which collapses through when nothing was in it.
func (b *builder) closeBox(o *openBox, ed edges, root bool) {
	b.stack = b.stack[:len(b.stack)-1]
	if b.isPending(o) && ed.bottom() == 0 && !root {
		b.opens = b.opens[:len(b.opens)-1]
		b.passThrough(o)
		b.addMargin(ed.mb, false)
		return
	}
	if ed.bottom() > 0 || root || b.cleared {
		if len(b.opens) > 0 {
			b.flush()
		}
		b.encloseMargins(o)
	}
	b.closing(o)
	b.addMargin(ed.mb, false)
	b.sib = true
}

// passThrough places a box without height, which its margins collapse through:
// where its top edge is (CSS 2.2, 8.3.1).
func (b *builder) passThrough(o *openBox) {
	switch {
	case len(o.waiting) > 0 || raises(o.box.Style):
		b.wait(waiting{box: o})
	case noteworthy(o.box):
		b.marks = append(b.marks, note{o.box})
	}
}

// inside lays out the content of a box of content width w at x.
func (b *builder) inside(n *box.Box, x, w float64) {
	switch {
	case n.Kind == box.ReplacedBox:
		b.replaced(n, x, w)
	case n.Kind == box.FlexBox:
		b.flex(n, x, w)
	case n.Kind == box.TableBox:
		b.table(n, x, w)
	case isMulticol(n) && b.columns < maxColumnNesting:
		b.multicol(n, x, w)
	default:
		if isMulticol(n) {
			b.marks = append(b.marks, fault{NestedColumns, "multi-column containers nested more than twice are set in one column", n})
		}
		b.children(n, x, w)
	}
}

// children lays out block-level children, or one paragraph of inline content.
func (b *builder) children(n *box.Box, x, w float64) {
	for _, c := range n.Children {
		if c.Kind == box.MarkerBox {
			b.setMarker(c, x)
		}
	}
	if hasInline(n) {
		b.paragraph(n, x, w)
	} else {
		for _, c := range n.Children {
			if c.Kind != box.MarkerBox {
				b.block(c, x, w)
			}
		}
	}
	b.flushMarker(n)
}

// hasInline reports whether a container's content is inline level.
func hasInline(n *box.Box) bool {
	for _, c := range n.Children {
		if c.Kind != box.MarkerBox && !outOfFlow(c) && !blockLevel(c) {
			return true
		}
	}
	return false
}

// formattingRoot reports whether a box starts a block formatting context (CSS
// 2.2, 9.4.1): margins inside it do not collapse with its own.
func formattingRoot(n *box.Box) bool {
	s := n.Style
	switch n.Kind {
	case box.TableBox, box.FlexBox, box.Cell, box.AtomicBox, box.ReplacedBox:
		return true
	}
	return s.Overflow == css.OverflowHidden || s.Display == css.FlowRoot || s.Display == css.TableCaption || s.Float != css.FloatNone ||
		s.Position == css.Absolute || isMulticol(n) || s.ColumnSpanAll || tableOf(n) != nil
}

// isMulticol reports whether a box is a multi-column container.
func isMulticol(n *box.Box) bool {
	return n.Kind != box.ReplacedBox && (n.Style.ColumnCount > 0 || n.Style.ColumnWidth.Kind == css.Length)
}

// maxColumnNesting bounds the columns in columns: every level multiplies the work
// of balancing them.
const maxColumnNesting = 2

// columnNesting counts the multi-column containers around n.
func columnNesting(n *box.Box) (k int) {
	for p := n.Parent; p != nil; p = p.Parent {
		if isMulticol(p) {
			k++
		}
	}
	return k
}

// relativeOffset is the shift of position: relative (CSS 2.2, 9.4.3).
func relativeOffset(s *css.Style, cbw, cbh float64) (dx, dy float64) {
	if v, ok := s.Inset.Left.Resolve(cbw); ok {
		dx = v
	} else if v, ok := s.Inset.Right.Resolve(cbw); ok {
		dx = -v
	}
	if v, ok := across(s.Inset.Top, cbh); ok {
		dy = v
	} else if v, ok := across(s.Inset.Bottom, cbh); ok {
		dy = -v
	}
	return dx, dy
}

// across resolves an inset; a percentage of an unknown height is auto.
func across(v css.Size, cbh float64) (float64, bool) {
	if v.Percent != 0 && (cbh < 0 || math.IsInf(cbh, 0)) {
		return 0, false
	}
	return v.Resolve(finite(cbh))
}
