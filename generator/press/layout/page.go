package layout

import (
	"math"
	"sort"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// pageSize is the page area: where content goes (CSS Page 3, section 3).
type pageSize struct{ x, y, w, h float64 }

// pageEdges resolves a page's margins, borders and paddings; auto margins are 0.
func pageEdges(ps *css.PageStyle) edges {
	w, h := ps.Width, ps.Height
	return edges{
		mt: ps.Margin.Top.Or(h, 0), mr: ps.Margin.Right.Or(w, 0), mb: ps.Margin.Bottom.Or(h, 0), ml: ps.Margin.Left.Or(w, 0),
		bt: ps.Border.Top.Width, br: ps.Border.Right.Width, bb: ps.Border.Bottom.Width, bl: ps.Border.Left.Width,
		pt: ps.Padding.Top.Or(h, 0), pr: ps.Padding.Right.Or(w, 0), pb: ps.Padding.Bottom.Or(h, 0), pl: ps.Padding.Left.Or(w, 0),
	}
}

func sizeOf(ps *css.PageStyle) pageSize {
	m := pageEdges(ps)
	return pageSize{
		x: m.ml + m.left(), y: m.mt + m.top(),
		w: math.Max(0, ps.Width-m.ml-m.mr-m.horizontal()),
		h: math.Max(0, ps.Height-m.mt-m.mb-m.vertical()),
	}
}

// size is the page area of a named page that is neither first nor blank. Pages
// of one name share the width that text is set at.
func (e *engine) size(name string) *pageSize {
	if z, ok := e.pageOf[name]; ok {
		return z
	}
	z := &pageSize{w: 451, h: 697}
	if ps := e.in.Page(css.PageSelector{Name: name, Number: 3}); ps != nil {
		*z = sizeOf(ps)
	}
	e.pageOf[name] = z
	return z
}

func (e *engine) pageWidth(name string) float64 { return e.size(name).w }

// grid returns the page's line grid: the line height of the element that
// creates it, or of the root, and its first baseline (CSS Line Grid 1).
func (e *engine) grid() (pitch, base float64) {
	s := gridStyle(e.root, 0)
	if s == nil {
		s = e.root.Style
	}
	f := e.font(s)
	base, _ = f.strut()
	return f.line, base
}

// gridStyle finds the first element that creates a line grid.
func gridStyle(b *box.Box, depth int) *css.Style {
	if b.Style.LineGridCreate && b.Node != nil {
		return b.Style
	}
	if depth > 8 {
		return nil
	}
	for _, c := range b.Children {
		if s := gridStyle(c, depth+1); s != nil {
			return s
		}
	}
	return nil
}

func (p *pass) sortFindings() {
	sort.SliceStable(p.findings, func(i, k int) bool { return p.findings[i].Page < p.findings[k].Page })
}
