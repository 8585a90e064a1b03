package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// fillTable makes the rows fill a given height of the table (CSS 2.2, 17.5.3):
// those without a height of their own take what is left, else all do.
func (e *engine) fillTable(g *tableGrid) {
	left := g.height - g.vs*float64(len(g.rows)+1)
	open := 0.0 // height of the rows that grow
	some := false
	for r := range g.rows {
		left -= g.rows[r].h
		some = some || g.open(r)
	}
	if left > 0 {
		n := 0
		for r := range g.rows {
			if g.open(r) || !some {
				open += g.rows[r].h
				n++
			}
		}
		for r := range g.rows {
			row := &g.rows[r]
			switch {
			case some && !g.open(r):
			case open > 0:
				row.h += left * row.h / open
			default:
				row.h += left / float64(n)
			}
		}
	}
	e.fillCells(g)
}

// open reports whether row r may grow: neither it nor a cell in it is given a height.
func (g *tableGrid) open(r int) bool {
	if g.rows[r].n.Style.Height.Kind != css.Auto {
		return false
	}
	for _, c := range g.rows[r].cells {
		if c.rs == 1 && c.n.Style.Height.Kind != css.Auto {
			return false
		}
	}
	return true
}

// percentRows gives rows their share of the table's height.
func (g *tableGrid) percentRows() {
	inner := g.height - g.vs*float64(len(g.rows)+1)
	if inner <= 0 {
		return
	}
	for r := range g.rows {
		row := &g.rows[r]
		row.h = math.Max(row.h, row.n.Style.Height.Percent*inner/100)
		for _, c := range row.cells {
			if c.rs == 1 {
				row.h = math.Max(row.h, c.n.Style.Height.Percent*inner/100)
			}
		}
	}
}

// fillCells sets the cells anew that hold a share of their own height, when that
// is given.
func (e *engine) fillCells(g *tableGrid) {
	for _, c := range g.cells {
		h := g.cellHeight(c) - c.ed.vertical()
		if g.height <= 0 && c.n.Style.Height.Kind == css.Auto && g.rows[c.row].n.Style.Height.Kind == css.Auto || !sharesHeight(c.n, 0) {
			continue
		}
		c.f = e.cellFlow(c, math.Max(0, g.span(c)-c.ed.horizontal()), h)
		c.frag = e.whole(c.f)
	}
}

// sharesHeight reports whether something in n has a height in percent of n's.
func sharesHeight(n *box.Box, depth int) bool {
	for _, c := range n.Children {
		s := c.Style
		if s.Height.Percent != 0 || s.MinHeight.Percent != 0 || s.MaxHeight.Percent != 0 && s.MaxHeight.Kind == css.Length {
			return true
		}
		if (anonymous(c) || c.Kind == box.InlineBox) && depth < 8 && sharesHeight(c, depth+1) {
			return true
		}
	}
	return false
}

// rowBacks paints what stands behind the cells of row r: columns, row group and
// row (17.5.1), not between cells that are apart.
func (g *tableGrid) rowBacks(f *frag, r int) {
	row := &g.rows[r]
	for _, c := range row.cells {
		if c.col < len(g.n.Columns) {
			col := g.n.Columns[c.col]
			for _, s := range [...]*css.Style{col.Group, col.Style} {
				g.cellBack(f, c, s)
			}
		}
	}
	for _, b := range [...]*box.Box{row.group, row.n} {
		switch {
		case b == nil || !hasBackground(b.Style):
		case g.hs == 0:
			f.back = append(f.back, op{0, 0, &deco{box: plain(b), w: g.w, h: row.h, again: true}})
		default:
			for _, c := range row.cells {
				g.cellBack(f, c, b.Style)
			}
		}
	}
}

func (g *tableGrid) cellBack(f *frag, c *gridCell, s *css.Style) {
	if s != nil && hasBackground(s) && s.Visible {
		f.back = append(f.back, op{g.x(c.col), 0, &deco{box: plain(&box.Box{Kind: box.BlockBox, Style: s}), w: g.span(c), h: g.cellHeight(c), again: true}})
	}
}

// moved is a part of a table that is a layer of its own, at its relative position.
func moved(n *box.Box, f *frag, w float64) op {
	dx, dy := relativeOffset(n.Style, w, -1)
	if n.Style.Position != css.Relative {
		dx, dy = 0, 0
	}
	return op{dx, dy, &raised{n, f}}
}

// movedRow puts row r where its relative position and its group's are.
func (g *tableGrid) movedRow(f *frag, r int) *frag {
	row := &g.rows[r]
	for _, n := range [...]*box.Box{row.n, row.group} {
		if n == nil || !raises(n.Style) {
			continue
		}
		h := row.h
		for k := r + 1; n == row.group && row.firstOfGroup && k < len(g.rows) && g.rows[k].group == n; k++ {
			h += g.vs + g.rows[k].h
		}
		f.back = append([]op{{g.hs, 0, &spot{n, g.w - 2*g.hs, h}}}, f.back...)
		out := newFrag(g.w)
		out.h, out.body = f.h, []op{moved(n, f, g.w)}
		f = out
	}
	return f
}

// spot notes where a positioned box without edges is.
type spot struct {
	n    *box.Box
	w, h float64
}

func (s *spot) draw(p *painter, x, y float64) {
	if _, ok := p.rects[s.n]; !ok && p.rects != nil {
		p.rects[s.n] = rect{x, y, s.w, s.h}
	}
}
