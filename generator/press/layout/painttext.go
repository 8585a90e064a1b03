package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"
)

// textRun paints pieces of one item and face as one run of glyphs; x is the
// line's origin, y the baseline.
func (l *lineBox) textRun(p *painter, pieces []para.Piece, d *inl, x, y float64) {
	if len(d.b.Content) > 0 {
		p.pass.boxPage[d.b] = p.state
	}
	s := d.styled()
	t := &display.Text{X: x + pieces[0].X, Y: y, Face: pieces[0].Face, Size: pieces[0].Size, Color: s.Color, Elem: p.elem(d.b)}
	n := 0
	for k := range pieces {
		n += len(pieces[k].Glyphs)
	}
	if n == 0 || !s.Visible {
		return
	}
	end := setGlyphs(t, pieces, n)
	p.add(t)
	for _, line := range s.TextDecoration {
		p.textLine(line, t, rect{x: x + pieces[0].X, y: y, w: end - pieces[0].X})
	}
}

// styled is the style that text of d is painted with.
func (d *inl) styled() *css.Style {
	if d.parent != nil {
		return d.parent.b.Style
	}
	return d.b.Style
}

// setGlyphs gives a run the n glyphs of its pieces and the text that they stand
// for, and returns where on the line it ends. Nearly every run has one piece,
// whose glyphs it shares.
func setGlyphs(t *display.Text, pieces []para.Piece, n int) (end float64) {
	first := &pieces[0]
	if t.Glyphs, t.Offsets, t.Text, end = first.Glyphs, first.Offsets, first.Text, first.X+first.Width; len(pieces) == 1 {
		return end
	}
	t.Glyphs = append(make([]display.Glyph, 0, n), t.Glyphs...)
	for k := 1; k < len(pieces); k++ {
		pc := &pieces[k]
		if gap := pc.X - end; len(t.Glyphs) > 0 && (gap > 1e-6 || gap < -1e-6) {
			t.Glyphs[len(t.Glyphs)-1].Adv += float32(gap)
		}
		if pc.Offsets != nil || t.Offsets != nil {
			all := make([]face.Offset, len(t.Glyphs)+len(pc.Glyphs))
			copy(all, t.Offsets)
			copy(all[len(t.Glyphs):], pc.Offsets)
			t.Offsets = all
		}
		unseen := len(t.Text) - face.Bytes(t.Glyphs)
		t.Glyphs = append(t.Glyphs, pc.Glyphs...)
		standFor(t.Glyphs[len(t.Glyphs)-len(pc.Glyphs):], unseen)
		t.Text += pc.Text
		end = pc.X + pc.Width
	}
	return end
}

// standFor lets the first cluster of glyphs stand also for the unseen bytes in
// front of it.
func standFor(glyphs []display.Glyph, unseen int) {
	for i := range glyphs {
		if g := &glyphs[i]; g.Bytes() > 0 {
			g.Len += uint16(unseen)
			return
		}
	}
}

// decorations paints the backgrounds and borders of inline boxes on the line.
func (l *lineBox) decorations(p *painter, x, y float64) {
	list := l.inlineBoxes(func(d *inl) bool {
		s := d.b.Style
		if d.atom != nil || d.float != nil || d.abs != nil {
			return false // it paints its own box
		}
		return s.Position == css.Relative || hasBackground(s) || visible(s.Border.Top) || visible(s.Border.Bottom) || visible(s.Border.Left) || visible(s.Border.Right) || visible(s.Outline) || s.Shadows != nil
	})
	for _, e := range list {
		s, f := e.d.b.Style, e.d.f
		var ed edges
		if e.d.ed != nil {
			ed = *e.d.ed
		}
		x0, x1 := e.x0, e.x1
		b := s.Border
		if e.head {
			x0 += ed.ml
		} else {
			b.Left = css.Border{}
		}
		if e.tail {
			x1 -= ed.mr
		} else {
			b.Right = css.Border{}
		}
		base := y + l.baselineOf(e.d)
		top := base - f.asc - ed.top()
		r := rect{x + x0 + e.d.dx, top, x1 - x0, f.asc + f.desc + ed.vertical()}
		if s.Position == css.Relative {
			p.around(e.d.b, rect{r.x + b.Left.Width, r.y + b.Top.Width, r.w - b.Left.Width - b.Right.Width, r.h - b.Top.Width - b.Bottom.Width})
		}
		radius := radii(s, r.w, r.h)
		l.layered(p, e.d, func() {
			p.shadows(s, r, radius, false)
			p.background(s, b, r, radius)
			p.shadows(s, inner(b, r), innerCorners(radius, s, b, css.PaddingEdge), true)
			p.borders(b, radius, r)
			p.outline(s, r, radius)
		})
	}
}

// around notes the padding box of a positioned inline box: that around all its
// lines (CSS 2.2, 10.1).
func (p *painter) around(b *box.Box, r rect) {
	if p.rects == nil {
		return
	}
	if was, ok := p.rects[b]; ok {
		x, y := min(was.x, r.x), min(was.y, r.y)
		r = rect{x, y, max(was.x+was.w, r.x+r.w) - x, max(was.y+was.h, r.y+r.h) - y}
	}
	p.rects[b] = r
}

// links adds the clickable areas of the line.
func (l *lineBox) links(p *painter, x, y float64) {
	if p.artifact {
		return
	}
	var open *display.Link
	for k := range l.line.Pieces {
		pc := &l.line.Pieces[k]
		d, _ := pc.Data.(*inl)
		href := ""
		if d != nil {
			href = d.b.HrefOf()
		}
		if href == "" {
			open = nil
			continue
		}
		url, anchor := splitHref(href)
		if open != nil && open.URL == url && open.Anchor == anchor {
			open.W = x + pc.X + pc.Width - open.X
			open.Text += pc.Text
			continue
		}
		open = &display.Link{X: x + pc.X, Y: y, W: pc.Width, H: l.asc + l.desc, URL: url, Anchor: anchor, Text: pc.Text, Elem: p.e.tags.link(d.b)}
		p.add(open)
	}
}

// splitHref tells addresses in this document from others.
func splitHref(href string) (url, anchor string) {
	if rest, ok := strings.CutPrefix(href, "#"); ok {
		return "", rest
	}
	return href, ""
}
