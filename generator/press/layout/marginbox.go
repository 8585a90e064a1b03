package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// marginBox is one of the sixteen boxes around a page (CSS Page 3, section 5).
type marginBox struct {
	b    *box.Box
	s    *css.Style
	mm   minMax // outer content widths, for sharing a side
	w, h float64
}

// marginBoxes lays out and paints the margin boxes of a page, as artifacts.
func (p *pass) marginBoxes(st *pageState) {
	if len(st.style.Boxes) == 0 {
		return
	}
	content := len(st.page.Items)
	defer func() { st.page.Furniture = len(st.page.Items) - content }()
	m := pageEdges(st.style)
	w, h := st.style.Width, st.style.Height
	pt := &painter{e: p.e, pass: p, page: st.page, state: st, artifact: true, rects: map[*box.Box]rect{}, area: rect{0, 0, w, h}}
	inner := rect{m.ml, m.mt, w - m.ml - m.mr, h - m.mt - m.mb}
	corner := func(name string, r rect) { p.marginBox(pt, st, name, r) }
	corner("top-left-corner", rect{0, 0, m.ml, m.mt})
	corner("top-right-corner", rect{w - m.mr, 0, m.mr, m.mt})
	corner("bottom-left-corner", rect{0, h - m.mb, m.ml, m.mb})
	corner("bottom-right-corner", rect{w - m.mr, h - m.mb, m.mr, m.mb})
	p.marginRow(pt, st, [3]string{"top-left", "top-center", "top-right"}, rect{inner.x, 0, inner.w, m.mt})
	p.marginRow(pt, st, [3]string{"bottom-left", "bottom-center", "bottom-right"}, rect{inner.x, h - m.mb, inner.w, m.mb})
	p.marginColumn(pt, st, [3]string{"left-top", "left-middle", "left-bottom"}, rect{0, inner.y, m.ml, inner.h})
	p.marginColumn(pt, st, [3]string{"right-top", "right-middle", "right-bottom"}, rect{w - m.mr, inner.y, m.mr, inner.h})
}

// marginContent makes the box of a margin box with its content on this page;
// nil when it is not generated.
func (p *pass) marginContent(st *pageState, name string) *marginBox {
	s := st.style.Boxes[name]
	if s == nil || s.ContentNone || len(s.Content) == 0 || s.Display == css.DisplayNone {
		return nil
	}
	in := inherited(s)
	b := &box.Box{Kind: box.BlockBox, Style: s}
	for _, it := range s.Content {
		switch it.Kind {
		case css.ContentElement:
			if el := st.element(it); el != nil {
				b.Children = append(b.Children, el)
			}
		case css.ContentLeader:
			b.Children = append(b.Children, &box.Box{Kind: box.LeaderBox, Style: in, Parent: b, Text: it.Text})
		case css.ContentURL:
			b.Children = append(b.Children, box.Picture(b, in, it.Text))
		default:
			if text := p.e.pageContent(st, b, it); text != "" {
				b.Children = append(b.Children, &box.Box{Kind: box.TextBox, Style: in, Parent: b, Text: text})
			}
		}
	}
	return &marginBox{b: b, s: s}
}

// element is element() on a page: a running element, laid out in place.
func (s *pageState) element(it css.ContentItem) *box.Box {
	v := s.running[it.Name]
	if v == nil {
		return nil
	}
	b := v.first
	switch {
	case it.Arg == "start" || b == nil:
		b = v.entry
	case it.Arg == "last":
		b = v.last
	}
	if b == nil {
		b = v.last
	}
	if b == nil {
		return nil
	}
	c := *b
	t := *b.Style
	t.Position = css.Static
	c.Style = &t
	if c.Kind == box.InlineBox {
		c.Kind = box.AtomicBox
	}
	return &c
}

// inherited is the style of anonymous text inside a box of style s.
func inherited(s *css.Style) *css.Style {
	t := &css.Style{
		Visible: s.Visible, Color: s.Color, FontFamily: s.FontFamily, FontSize: s.FontSize,
		FontWeight: s.FontWeight, FontItalic: s.FontItalic, Features: s.Features, LineHeight: s.LineHeight,
		LetterSpacing: s.LetterSpacing, WordSpacing: s.WordSpacing, WhiteSpace: s.WhiteSpace,
		TextTransform: s.TextTransform, Lang: s.Lang, Quotes: s.Quotes, ImageFromOrientation: true,
	}
	t.MaxWidth.Kind, t.MaxHeight.Kind = css.None, css.None
	return t
}

// marginRow shares a horizontal side among its three boxes (section 5.3.2).
func (p *pass) marginRow(pt *painter, st *pageState, names [3]string, r rect) {
	var boxes [3]*marginBox
	for i, name := range names {
		boxes[i] = p.marginContent(st, name)
		if boxes[i] != nil {
			boxes[i].mm = p.e.outerMinMax(boxes[i].b)
			if w, ok := boxes[i].s.Width.Resolve(r.w); ok {
				ed := edgesOf(boxes[i].s, r.w)
				w += ed.ml + ed.mr + ed.horizontal()
				boxes[i].mm = minMax{w, w}
			}
		}
	}
	ws := shareRow(boxes, r.w)
	xs := [3]float64{r.x, r.x + (r.w-ws[1])/2, r.x + r.w - ws[2]}
	for i, b := range boxes {
		if b != nil {
			p.paintMargin(pt, b, rect{xs[i], r.y, ws[i], r.h})
		}
	}
}

// shareRow computes the outer widths of left, centre and right box.
func shareRow(b [3]*marginBox, avail float64) (ws [3]float64) {
	fixed := func(i int) bool { return b[i] != nil && b[i].s.Width.Kind == css.Length }
	need := func(i int) minMax {
		if b[i] == nil {
			return minMax{}
		}
		return b[i].mm
	}
	if b[1] == nil {
		ws[0], ws[2] = shareTwo(need(0), need(2), avail, b[0] != nil && !fixed(0), b[2] != nil && !fixed(2))
		return ws
	}
	side := minMax{2 * math.Max(need(0).min, need(2).min), 2 * math.Max(need(0).max, need(2).max)}
	auto := b[0] != nil && !fixed(0) || b[2] != nil && !fixed(2)
	var both float64
	ws[1], both = shareTwo(need(1), side, avail, !fixed(1), auto || b[0] == nil && b[2] == nil && false)
	if b[0] == nil && b[2] == nil && !fixed(1) {
		ws[1], both = avail, 0
	}
	if auto {
		both = math.Max(0, avail-ws[1])
	}
	for _, i := range [...]int{0, 2} {
		switch {
		case b[i] == nil:
		case fixed(i):
			ws[i] = b[i].mm.max
		default:
			ws[i] = both / 2
		}
	}
	return ws
}

// shareTwo distributes avail between two boxes by their content: what is left
// over max-content, or what max-content wants over min-content, is shared in
// proportion (flex-fit of section 5.3.2.3).
func shareTwo(a, c minMax, avail float64, flexA, flexC bool) (float64, float64) {
	switch {
	case !flexA && !flexC:
		return a.max, c.max
	case !flexA:
		return a.max, math.Max(0, avail-a.max)
	case !flexC:
		return math.Max(0, avail-c.max), c.max
	}
	share := func(baseA, baseC, factorA, factorC float64) (float64, float64) {
		free := avail - baseA - baseC
		if sum := factorA + factorC; sum > 0 {
			return baseA + free*factorA/sum, baseC + free*factorC/sum
		}
		return baseA + free/2, baseC + free/2
	}
	switch {
	case a.max+c.max <= avail:
		return share(a.max, c.max, a.max, c.max)
	case a.min+c.min <= avail:
		return share(a.min, c.min, a.max-a.min, c.max-c.min)
	}
	return share(a.min, c.min, a.min, c.min)
}

// marginColumn places the three boxes of a vertical side: heights of auto boxes
// are shared as widths are on the horizontal sides, by their content's height.
func (p *pass) marginColumn(pt *painter, st *pageState, names [3]string, r rect) {
	var boxes [3]*marginBox
	for i, name := range names {
		if boxes[i] = p.marginContent(st, name); boxes[i] != nil {
			b := boxes[i]
			ed := edgesOf(b.s, r.w)
			a := p.e.atomExact(b.b, math.Max(0, r.w-ed.ml-ed.mr), -1, r.w)
			h := a.outerH()
			if v, ok := b.s.Height.Resolve(r.h); ok {
				h = v + ed.vertical() + ed.mt + ed.mb
			}
			b.mm = minMax{h, h}
			c := *b.s
			c.Width = b.s.Height // shareRow asks whether the side's length is given
			b.s = &c
		}
	}
	hs := shareRow(boxes, r.h)
	ys := [3]float64{r.y, r.y + (r.h-hs[1])/2, r.y + r.h - hs[2]}
	for i, b := range boxes {
		if b != nil {
			b.s = b.b.Style
			p.paintMargin(pt, b, rect{r.x, ys[i], r.w, hs[i]})
		}
	}
}

// marginBox paints a corner box.
func (p *pass) marginBox(pt *painter, st *pageState, name string, r rect) {
	if b := p.marginContent(st, name); b != nil {
		p.paintMargin(pt, b, r)
	}
}

// paintMargin lays a margin box out in its area, content aligned vertically as
// vertical-align says, as in a table cell.
func (p *pass) paintMargin(pt *painter, m *marginBox, r rect) {
	s := m.s
	ed := edgesOf(s, r.w)
	w := math.Max(0, r.w-ed.ml-ed.mr-ed.horizontal())
	h := r.h - ed.mt - ed.mb
	if v, ok := s.Height.Resolve(r.h); ok {
		h = v + ed.vertical()
	}
	b := p.e.newBuilder(w, -1)
	b.begun = true
	b.children(m.b, 0, w)
	f := p.e.whole(b.finish())
	x, y := r.x+ed.ml, r.y+ed.mt
	pt.boxDecoration(&deco{box: m.b, w: r.w - ed.ml - ed.mr, h: h}, s, x, y)
	free := h - ed.vertical() - f.h
	dy := 0.0
	switch s.VerticalAlign.Key {
	case css.VABottom:
		dy = free
	case css.VATop:
	case css.VAMiddle:
		dy = free / 2
	default:
		dy = free / 2
	}
	f.draw(pt, x+ed.left(), y+ed.top()+dy)
}
