package layout

import (
	"math"
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"
)

// lineBox is one line: broken text with its height (CSS 2.2, 10.8).
type lineBox struct {
	e         *engine
	n         *box.Box
	line      para.Line
	shift     float64 // of all pieces, for alignment and floats
	asc, desc float64
	notes     []*box.Box // footnotes called on the line
	more      bool       // another line of the block follows
	down      float64    // how far floats push it down
}

// extent grows the line to hold every inline box on it.
func (l *lineBox) extent() {
	tall := 0.0
	for k := range l.line.Pieces {
		for d, _ := l.line.Pieces[k].Data.(*inl); d != nil; d = d.parent {
			if d.align == css.VATop || d.align == css.VABottom {
				tall = math.Max(tall, d.asc+d.desc)
				continue
			}
			l.asc = math.Max(l.asc, d.asc+d.raise)
			l.desc = math.Max(l.desc, d.desc-d.raise)
		}
	}
	if h := l.asc + l.desc; tall > h {
		l.desc += tall - h
	}
}

// baselineOf is the y of a piece's baseline from the line's top.
func (l *lineBox) baselineOf(d *inl) float64 {
	switch d.align {
	case css.VATop:
		return d.asc + d.dy
	case css.VABottom:
		return l.asc + l.desc - d.desc + d.dy
	}
	return l.asc - d.raise + d.dy
}

// place is the area of a line that is painted at (x, y).
func (l *lineBox) place(x, y float64) rect { return rect{x, y, l.line.Width, l.asc + l.desc} }

// reach is the area of a line with what stands out of its column.
func (l *lineBox) reach(x, y float64) rect {
	r := l.place(x, y)
	for k := range l.line.Pieces {
		pc := &l.line.Pieces[k]
		left := math.Min(r.x, x+l.shift+pc.X)
		r.x, r.w = left, math.Max(r.x+r.w, x+l.shift+pc.X+pc.Width)-left
	}
	return r
}

func (l *lineBox) draw(p *painter, x, y float64) {
	if p.pass.dry {
		l.visit(p, x+l.shift, y)
		return
	}
	if l.line.Overfull > 0.5 {
		text := lineText(&l.line)
		p.findAt(OverfullLine, l.n, "a line is wider than its column: "+clip40(text), l.reach(x, y)).Text = text
	}
	p.follow(l, x, y)
	x += l.shift
	first := len(p.page.Items)
	l.decorations(p, x, y)
	pieces := l.line.Pieces
	for i := 0; i < len(pieces); {
		d, _ := pieces[i].Data.(*inl)
		if d == nil || d.float != nil {
			i++
			continue
		}
		if d.abs != nil {
			l.absolute(p, d, pieces[:i], x, y)
			i++
			continue
		}
		if d.atom != nil {
			was := p.stream
			d.atom.draw(p, x+pieces[i].X+d.dx, y+l.baselineOf(d)-d.asc)
			p.stream = was
			i++
			continue
		}
		k := i + 1
		for k < len(pieces) && sameRun(&pieces[i], &pieces[k]) {
			k++
		}
		run := pieces[i:k]
		l.layered(p, d, func() { l.textRun(p, run, d, x+d.dx, y+l.baselineOf(d)) })
		i = k
	}
	if l.line.Last && !p.artifact && (l.more || p.e.tags.apart[l.n]) {
		p.unseenSpace(first)
	}
	l.links(p, x, y)
}

// absolute keeps an absolutely placed box met in the line until the boxes around
// it are known. It stands where it would in the flow: one that would be a block
// below what precedes it on the line (CSS 2.2, 10.6.4).
func (l *lineBox) absolute(p *painter, d *inl, before []para.Piece, x, y float64) {
	o := op{x + d.dx, y + d.dy, d.abs}
	for k := range before {
		if o.x = x + d.dx + before[k].X + before[k].Width; len(before[k].Glyphs) > 0 && !d.b.Style.Inline {
			o.y = y + d.dy + l.asc + l.desc
		}
	}
	if !d.b.Style.Inline {
		o.x = x - l.shift + l.line.Left + d.dx
	}
	p.inline = append(p.inline, o)
}

// layered paints what an inline box has on the line, in a layer of its own when
// it is moved, faded or has a z-index.
func (l *lineBox) layered(p *painter, d *inl, paint func()) {
	for ; d != nil && d.b != l.n; d = d.parent {
		s := d.b.Style
		if d.atom == nil && d.b.Kind == box.InlineBox && (s.Position == css.Relative && (s.ZIndex != css.ZAuto || d.dx != 0 || d.dy != 0) || s.Opacity < 1) {
			p.raise(d.b, nil, paint)
			return
		}
	}
	paint()
}

// unseenSpace ends the last text painted since an item with a space of no width,
// which keeps its words apart from those of the next block.
func (p *painter) unseenSpace(from int) {
	for k := len(p.page.Items) - 1; k >= from; k-- {
		t, ok := p.page.Items[k].(*display.Text)
		if !ok || t.Face == nil {
			continue
		}
		if g := t.Face.Shape(" ", nil, ""); len(g) == 1 && !strings.HasSuffix(t.Text, " ") {
			t.Glyphs = append(t.Glyphs, display.Glyph{ID: g[0].ID, Len: uint16(len(t.Text) - face.Bytes(t.Glyphs) + 1)})
			t.Text += " "
			if t.Offsets != nil {
				t.Offsets = append(t.Offsets, face.Offset{})
			}
		}
		return
	}
}

// visit notes what of a line tells places, without painting it.
func (l *lineBox) visit(p *painter, x, y float64) {
	for i := range l.line.Pieces {
		pc := &l.line.Pieces[i]
		d, _ := pc.Data.(*inl)
		switch {
		case d == nil || d.float != nil:
		case d.abs != nil:
			l.absolute(p, d, l.line.Pieces[:i], x, y)
		case d.atom != nil:
			d.atom.draw(p, x+pc.X+d.dx, y+l.baselineOf(d)-d.asc)
		case len(d.b.Content) > 0:
			p.pass.boxPage[d.b] = p.state
		}
	}
}

func sameRun(a, b *para.Piece) bool {
	return a.Item == b.Item && a.Face == b.Face && a.Size == b.Size
}

// extents of an inline box on one line.
type extents struct {
	d          *inl
	x0, x1     float64
	head, tail bool // its first and last edge are on this line
}

// inlineBoxes finds the inline boxes on the line, outermost first.
func (l *lineBox) inlineBoxes(want func(*inl) bool) []extents {
	var list []extents
	for k := range l.line.Pieces {
		pc := &l.line.Pieces[k]
		first, _ := pc.Data.(*inl)
		at := len(list)
		for d := first; d != nil && d.b != l.n; d = d.parent {
			if d.open || d.close || !want(d) {
				continue
			}
			found := false
			for i := range list {
				if list[i].d == d {
					list[i].x1 = math.Max(list[i].x1, pc.X+pc.Width)
					list[i].tail = list[i].tail || first.close && first.parent == d
					found = true
				}
			}
			if !found {
				e := extents{d: d, x0: pc.X, x1: pc.X + pc.Width, head: first.open && first.parent == d}
				list = append(list, extents{})
				copy(list[at+1:], list[at:])
				list[at] = e
			}
		}
	}
	return list
}

func lineText(l *para.Line) string {
	s := ""
	for k := range l.Pieces {
		s += l.Pieces[k].Text
	}
	return s
}

// clip40 cuts a message's quotation.
func clip40(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
