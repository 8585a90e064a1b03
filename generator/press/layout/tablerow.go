package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// rowHeights lays out every cell at its width and finds the rows' heights
// (CSS 2.2, 17.5.3).
func (e *engine) rowHeights(g *tableGrid) {
	defer e.fillTable(g)
	for _, c := range g.cells {
		w := g.span(c)
		c.ed = g.edges(c, g.w)
		c.f = e.cellFlow(c, math.Max(0, w-c.ed.horizontal()), -1)
		c.frag = e.whole(c.f)
		if h, ok := e.tall(c.n.Style.Height, c.n, -1, c.ed.vertical()); ok {
			c.frag.h = math.Max(c.frag.h, h)
		}
	}
	for r := range g.rows {
		row := &g.rows[r]
		for _, c := range row.cells {
			if baselineAligned(c) && c.frag.first >= 0 {
				row.base = math.Max(row.base, c.ed.top()+c.frag.first)
			}
		}
		for _, c := range row.cells {
			if c.rs == 1 {
				row.h = math.Max(row.h, g.cellDrop(c)+c.frag.h+c.ed.vertical())
			}
		}
		if h, ok := row.n.Style.Height.Resolve(0); ok {
			row.h = math.Max(row.h, h)
		}
	}
	g.percentRows()
	for r := range g.rows {
		g.rows[r].own = g.rows[r].h
	}
	for _, c := range g.cells {
		if c.rs > 1 {
			last := &g.rows[c.row+c.rs-1]
			last.h += math.Max(0, c.frag.h+c.ed.vertical()-g.cellHeight(c))
		}
	}
}

// cellFlow lays out the content of a cell.
func (e *engine) cellFlow(c *gridCell, w, h float64) *flow {
	if e.nest > maxNesting/4 {
		return &flow{width: w}
	}
	e.nest++
	defer func() { e.nest-- }()
	b := e.newBuilder(w, h)
	b.begun = true
	b.columns = columnNesting(c.n)
	if noteworthy(c.n) {
		b.add(item{kind: itMark, draw: note{c.n}})
	}
	b.inside(c.n, 0, w)
	return b.finish()
}

// cellHeight is the height of the rows that a cell covers.
func (g *tableGrid) cellHeight(c *gridCell) float64 {
	h := g.vs * float64(c.rs-1)
	for r := c.row; r < c.row+c.rs; r++ {
		h += g.rows[r].h
	}
	return h
}

func baselineAligned(c *gridCell) bool {
	switch c.n.Style.VerticalAlign.Key {
	case css.VATop, css.VABottom, css.VAMiddle:
		return false
	}
	return true
}

// cellDrop is how far a cell's content moves down to the row's baseline.
func (g *tableGrid) cellDrop(c *gridCell) float64 {
	if !baselineAligned(c) || c.frag.first < 0 {
		return 0
	}
	return math.Max(0, g.rows[c.row].base-c.ed.top()-c.frag.first)
}

// baseline is that of the table: of its first row (17.5.3).
func (g *tableGrid) baseline() float64 {
	if row := &g.rows[0]; row.base > 0 {
		return row.base
	}
	return g.rows[0].h
}

// rowFrag places the cells of row r.
func (g *tableGrid) rowFrag(r int) *frag {
	row := &g.rows[r]
	f := newFrag(g.w)
	f.h = row.h
	g.rowBacks(f, r)
	f.back = append(f.back, op{0, 0, note{row.n}})
	around := f
	for _, c := range row.cells {
		h := g.cellHeight(c)
		f := around
		if raises(c.n.Style) {
			f = newFrag(g.w)
			around.body = append(around.body, moved(c.n, f, g.w))
		}
		f.back = append(f.back, op{g.x(c.col), 0, &cellDeco{g: g, c: c, w: g.span(c), h: h}})
		f.body = append(f.body, op{g.x(c.col) + c.ed.left(), g.aligned(c, h), c.frag})
	}
	return g.movedRow(f, r)
}

// aligned is where the content of a whole cell of height h stands in it.
func (g *tableGrid) aligned(c *gridCell, h float64) float64 {
	switch free := h - c.frag.h - c.ed.vertical(); c.n.Style.VerticalAlign.Key {
	case css.VAMiddle:
		return c.ed.top() + free/2
	case css.VABottom:
		return c.ed.top() + free
	}
	return c.ed.top() + g.cellDrop(c)
}

// plain is a box whose background is painted without its borders.
func plain(b *box.Box) *box.Box {
	s := *b.Style
	s.Border = css.Edges[css.Border]{}
	return &box.Box{Kind: b.Kind, Style: &s}
}

// cellDeco paints a cell's background and borders.
type cellDeco struct {
	g    *tableGrid
	c    *gridCell
	w, h float64

	top, bottom bool // cut off by a break
}

func (d *cellDeco) draw(p *painter, x, y float64) {
	s := d.c.n.Style
	if s.Position == css.Relative && p.rects != nil {
		b := d.c.ed
		p.rects[d.c.n] = rect{x + b.bl, y + b.bt, d.w - b.bl - b.br, d.h - b.bt - b.bb}
	}
	if !s.Visible || s.EmptyCellsHide && !d.g.collapse && !hasText(d.c.n) {
		return
	}
	if !d.g.collapse {
		p.boxDecoration(&deco{box: d.c.n, w: d.w, h: d.h, top: d.top, bottom: d.bottom}, s, x, y)
		return
	}
	p.background(s, d.c.border, rect{x, y, d.w, d.h}, [4]float64{})
	p.collapsed(d.c.paint, rect{x, y, d.w, d.h})
}
