package layout

import (
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// collapseBorders finds the winning border of every cell edge (CSS 2.2,
// 17.6.2.1): hidden wins, then the wider, then the cell's before the row's
// before the table's.
func (g *tableGrid) collapseBorders() {
	at := make([][]*gridCell, len(g.rows))
	for r := range at {
		at[r] = make([]*gridCell, g.cols)
	}
	for _, c := range g.cells {
		for r := c.row; r < c.row+c.rs && r < len(at); r++ {
			for k := c.col; k < c.col+c.cs && k < g.cols; k++ {
				at[r][k] = c
			}
		}
	}
	for _, c := range g.cells {
		c.border = css.Edges[css.Border]{
			Top: g.edgeTop(at, c), Bottom: g.edgeBottom(at, c),
			Left: g.edgeLeft(at, c), Right: g.edgeRight(at, c),
		}
		c.paint = g.painted(at, c)
	}
}

// wins returns the border that is painted of a, which has precedence, and b.
func wins(a, b css.Border) css.Border {
	switch {
	case a.Style == css.BorderHidden:
		return css.Border{Style: css.BorderHidden}
	case b.Style == css.BorderHidden:
		return css.Border{Style: css.BorderHidden}
	case b.Style != css.BorderNone && (a.Style == css.BorderNone || b.Width > a.Width):
		return b
	}
	return a
}

// outerBorders are half the widest borders along the table's edges.
func (g *tableGrid) outerBorders() (t, r, b, l float64) {
	for _, c := range g.cells {
		if c.row == 0 {
			t = max(t, c.border.Top.Width/2)
		}
		if c.row+c.rs >= len(g.rows) {
			b = max(b, c.border.Bottom.Width/2)
		}
		if c.col == 0 {
			l = max(l, c.border.Left.Width/2)
		}
		if c.col+c.cs >= g.cols {
			r = max(r, c.border.Right.Width/2)
		}
	}
	return t, r, b, l
}

// painted is what a cell paints of its borders: its right neighbours paint the
// one between. Those above and below may stand on different pages: both paint.
func (g *tableGrid) painted(at [][]*gridCell, c *gridCell) css.Edges[css.Border] {
	b := c.border
	for r := c.row; r < c.row+c.rs && r < len(at); r++ {
		if k := c.col + c.cs; k >= g.cols || at[r][k] == nil {
			return b
		}
	}
	b.Right = css.Border{}
	return b
}

func (g *tableGrid) edgeTop(at [][]*gridCell, c *gridCell) css.Border {
	v := wins(c.n.Style.Border.Top, g.rows[c.row].n.Style.Border.Top)
	if c.row == 0 {
		return wins(v, wins(groupBorder(g, 0).Top, g.n.Style.Border.Top))
	}
	up := &g.rows[c.row-1]
	if above := at[c.row-1][c.col]; above != nil {
		v = wins(above.n.Style.Border.Bottom, v)
	}
	v = wins(v, up.n.Style.Border.Bottom)
	if g.rows[c.row].group != up.group {
		v = wins(v, wins(groupBorder(g, c.row).Top, groupBorder(g, c.row-1).Bottom))
	}
	return v
}

func (g *tableGrid) edgeBottom(at [][]*gridCell, c *gridCell) css.Border {
	r := c.row + c.rs - 1
	v := wins(c.n.Style.Border.Bottom, g.rows[r].n.Style.Border.Bottom)
	if r+1 >= len(g.rows) {
		return wins(v, wins(groupBorder(g, r).Bottom, g.n.Style.Border.Bottom))
	}
	down := &g.rows[r+1]
	if below := at[r+1][c.col]; below != nil {
		v = wins(v, below.n.Style.Border.Top)
	}
	v = wins(v, down.n.Style.Border.Top)
	if g.rows[r].group != down.group {
		v = wins(v, wins(groupBorder(g, r).Bottom, groupBorder(g, r+1).Top))
	}
	return v
}

func (g *tableGrid) edgeLeft(at [][]*gridCell, c *gridCell) css.Border {
	v := c.n.Style.Border.Left
	if c.col == 0 {
		return wins(v, wins(g.rows[c.row].n.Style.Border.Left, g.n.Style.Border.Left))
	}
	if n := at[c.row][c.col-1]; n != nil {
		v = wins(n.n.Style.Border.Right, v)
	}
	return v
}

func (g *tableGrid) edgeRight(at [][]*gridCell, c *gridCell) css.Border {
	v := c.n.Style.Border.Right
	k := c.col + c.cs
	if k >= g.cols {
		return wins(v, wins(g.rows[c.row].n.Style.Border.Right, g.n.Style.Border.Right))
	}
	if n := at[c.row][k]; n != nil {
		v = wins(v, n.n.Style.Border.Left)
	}
	return v
}

// groupBorder is the border of the group that row r stands in.
func groupBorder(g *tableGrid, r int) css.Edges[css.Border] {
	if p := g.rows[r].group; p != nil {
		return p.Style.Border
	}
	return css.Edges[css.Border]{}
}

// collapsed paints collapsed borders, which straddle the cell's edges.
func (p *painter) collapsed(b css.Edges[css.Border], r rect) {
	line := func(e css.Border, x1, y1, x2, y2 float64) {
		if visible(e) {
			p.add(&display.Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: e.Width, Style: e.Style, Color: e.Color})
		}
	}
	l, rt := b.Left.Width/2, b.Right.Width/2
	line(b.Top, r.x-l, r.y, r.x+r.w+rt, r.y)
	line(b.Bottom, r.x-l, r.y+r.h, r.x+r.w+rt, r.y+r.h)
	line(b.Left, r.x, r.y, r.x, r.y+r.h)
	line(b.Right, r.x+r.w, r.y, r.x+r.w, r.y+r.h)
}
