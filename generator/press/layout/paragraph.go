package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/para"
)

type paraKey struct {
	b *box.Box
	w float64
}

// paragraph is inline content broken into lines.
type paragraph struct {
	c     *content
	lines []*lineBox
}

// paraStyle is what the block's style says to the line breaker.
func paraStyle(s *css.Style, w float64) para.Style {
	return para.Style{
		Justify:      s.TextAlign == css.AlignJustify,
		LastJustify:  s.TextAlignLast == css.AlignJustify,
		Balance:      s.TextWrap == css.WrapBalance,
		Pretty:       s.TextWrap == css.WrapPretty,
		Indent:       s.TextIndent.Or(w, 0),
		HangFirst:    s.HangingPunctuation&css.HangFirst != 0,
		HangLast:     s.HangingPunctuation&(css.HangLast|css.HangForceEnd) != 0,
		HangAllowEnd: s.HangingPunctuation&css.HangAllowEnd != 0,
		Hyphens:      s.Hyphens == css.HyphensManual,
		BreakWord:    s.OverflowWrap,
		Phrases:      s.WordBreakPhrase,
	}
}

// paragraph lays out the inline content of n, w wide, at x.
func (b *builder) paragraph(n *box.Box, x, w float64) {
	p := b.e.inlineContent(n, w)
	c := p.c
	for _, f := range c.lead {
		if f.Style.Float == css.FloatLeft || f.Style.Float == css.FloatRight {
			b.wait(waiting{float: f, x: x, cbw: w})
		}
	}
	for _, m := range c.marks {
		if a, ok := m.(*absolute); ok {
			a.x = x
			b.wait(waiting{mark: a, static: staticY(a.n.Style)})
			continue
		}
		b.marks = append(b.marks, m)
	}
	if !c.text {
		return
	}
	b.flush()
	if c.initial != nil {
		b.initialLetter(n, c.initial, x, w)
	}
	lines := b.breakLines(n, p, x, w)
	b.emitLines(n, lines, x)
}

// inlineContent returns the collected content of n, from the cache when known.
func (e *engine) inlineContent(n *box.Box, w float64) *paragraph {
	key := paraKey{n, w}
	p, ok := e.paras[key]
	if !ok {
		if p = e.ahead.take(key, e); p == nil {
			p = &paragraph{c: e.collect(n, w)}
		}
		e.paras[key] = p
	}
	return p
}

// breakLines breaks a paragraph, beside the floats at its place.
func (b *builder) breakLines(n *box.Box, p *paragraph, x, w float64) []*lineBox {
	if !b.floats.beside(b.y) && len(p.c.floats)+len(b.late) == 0 {
		if p.lines == nil {
			p.breakAlone(b.e, n, w)
		}
		return p.lines
	}
	if p.c.items == nil {
		p.c = b.e.collect(n, w)
	}
	return b.breakBeside(n, p.c, x, w)
}

// breakAlone breaks a paragraph that no float stands beside, once for all passes.
func (p *paragraph) breakAlone(e *engine, n *box.Box, w float64) {
	p.lines = e.makeLines(n, p.c, w)
	p.c.items = nil
}

// emitLines adds lines with the opportunities between them (class B of CSS
// Break 3, section 4.1), which orphans and widows restrict.
func (b *builder) emitLines(n *box.Box, lines []*lineBox, x float64) {
	s := n.Style
	total := len(lines)
	for i, l := range lines {
		if i > 0 {
			b.addIn(b.lineBreak(s, i, total))
		}
		for ; len(b.beside) > 0 && b.beside[0].i <= i; b.beside = b.beside[1:] {
			b.add(b.beside[0].it)
		}
		if l.down > 0 {
			b.add(item{kind: itGlue, h: l.down})
		}
		it := item{kind: itBox, x: x, h: l.asc + l.desc, asc: l.asc, draw: l, snap: s.LineSnap}
		if len(b.markers) > 0 {
			it.draw = b.withMarker(l, x)
		}
		b.add(it)
	}
	for ; len(b.beside) > 0; b.beside = b.beside[1:] {
		b.add(b.beside[0].it)
	}
	b.sib = true
}

func (b *builder) lineBreak(s *css.Style, i, total int) item {
	it := item{kind: itBreak}
	it.setPageName(b.name)
	if i < min(max(s.Orphans, 1), total) || total-i < min(max(s.Widows, 1), total) {
		it.level, it.pages = breakOrphan, breakOrphan
	}
	if b.floats.beside(b.y) {
		it.level, it.pages = max(it.level, breakAvoid), max(it.pages, breakAvoid)
	}
	return it
}

// makeLines breaks content into lines that are all w wide.
func (e *engine) makeLines(n *box.Box, c *content, w float64) []*lineBox {
	return e.lineBoxes(n, c, e.in.Lines.Break(c.items, paraStyle(n.Style, w), w))
}

// lineBoxes builds the line boxes of broken content.
func (e *engine) lineBoxes(n *box.Box, c *content, broken []para.Line) []*lineBox {
	s := n.Style
	lines := make([]*lineBox, len(broken))
	boxes := make([]lineBox, len(broken))
	strutA, strutD := e.font(s).strut()
	for i := range broken {
		l := &boxes[i]
		l.e, l.n, l.line, l.more = e, n, broken[i], i+1 < len(broken)
		l.shift = l.line.Left + alignShift(s, &l.line)
		l.asc, l.desc = strutA, strutD
		if c.multi {
			l.extent()
		}
		if c.notes {
			l.notes = notesOf(&l.line)
		}
		lines[i] = l
	}
	return lines
}

// alignShift is how far a line moves right for text-align (CSS Text 3, 6.1).
func alignShift(s *css.Style, l *para.Line) float64 {
	align := s.TextAlign
	if l.Last && s.TextAlignLast != css.AlignLastAuto && s.TextAlignLast != css.AlignStart {
		align = s.TextAlignLast
	}
	free := l.Width - l.Natural
	if free <= 0 {
		return 0
	}
	switch align {
	case css.AlignRight, css.AlignEnd:
		return free
	case css.AlignCenter:
		return free / 2
	}
	return 0
}
