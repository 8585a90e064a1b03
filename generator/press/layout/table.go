package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// tableGrid is a table's cells on their grid (CSS 2.2, 17.5).
type tableGrid struct {
	n        *box.Box
	cells    []*gridCell
	rows     []gridRow
	cols     int
	hs, vs   float64 // border-spacing, 0 when collapsed
	collapse bool
	widths   []float64
	w        float64
	height   float64 // that its rows fill at least, 0 when it is not given

	header, footer   *frag // repeated groups
	headerH, footerH float64
}

// gridRow is one row and the group it stands in.
type gridRow struct {
	n, group     *box.Box
	head, foot   bool
	cells        []*gridCell // that start here
	h            float64
	own          float64 // height without what cells ask for that span more rows
	base         float64 // baseline from the top
	spanned      bool    // a cell spans from here to the next row
	firstOfGroup bool
}

// gridCell is a cell with its place and size.
type gridCell struct {
	n        *box.Box
	row, col int
	rs, cs   int
	ed       edges
	border   css.Edges[css.Border] // collapsed: the winners
	paint    css.Edges[css.Border] // collapsed: those that this cell paints
	f        *flow
	frag     *frag
}

// tableOf is the grid box of a table wrapper, or nil.
func tableOf(n *box.Box) *box.Box {
	if n.Kind != box.BlockBox && n.Kind != box.AtomicBox {
		return nil
	}
	for _, c := range n.Children {
		if c.Kind == box.TableBox {
			return c
		}
	}
	return nil
}

// grid places the cells of a table: header groups first, footer groups last.
func (e *engine) tableGrid(n *box.Box) *tableGrid {
	if g, ok := e.grids[n]; ok {
		return g
	}
	g := &tableGrid{n: n, collapse: n.Style.BorderCollapse}
	if !g.collapse {
		g.hs, g.vs = n.Style.BorderSpacing[0], n.Style.BorderSpacing[1]
	}
	var head, body, foot []gridRow
	addRows := func(group *box.Box, rows []*box.Box) {
		for i, r := range rows {
			if r.Kind != box.Row {
				continue
			}
			gr := gridRow{n: r, group: group, firstOfGroup: i == 0}
			switch {
			case group != nil && group.Style.Display == css.TableHeaderGroup:
				gr.head = true
				head = append(head, gr)
			case group != nil && group.Style.Display == css.TableFooterGroup:
				gr.foot = true
				foot = append(foot, gr)
			default:
				body = append(body, gr)
			}
		}
	}
	for _, c := range n.Children {
		if c.Kind == box.Row {
			addRows(nil, []*box.Box{c})
		} else if c.Kind == box.RowGroup {
			addRows(c, c.Children)
		}
	}
	g.rows = append(append(head, body...), foot...)
	g.placeCells()
	if g.collapse {
		g.collapseBorders()
	}
	e.grids[n] = g
	return g
}

// maxColumns bounds tables, so that a hostile colspan cannot exhaust memory.
const maxColumns = 1000

// placeCells gives every cell its column (HTML's table model).
func (g *tableGrid) placeCells() {
	var busy []int // rows still covered, a column
	for r := range g.rows {
		col := 0
		for _, c := range g.rows[r].n.Children {
			if c.Kind != box.Cell {
				continue
			}
			for col < len(busy) && busy[col] > 0 {
				col++
			}
			cell := &gridCell{n: c, row: r, col: col, cs: int(max(1, c.ColSpan)), rs: int(max(1, c.RowSpan))}
			cell.cs = min(cell.cs, max(1, maxColumns-col))
			cell.rs = min(cell.rs, g.groupEnd(r)-r)
			for k := col; k < col+cell.cs; k++ {
				if k >= len(busy) {
					busy = append(busy, 0)
				}
				busy[k] = cell.rs
			}
			col += cell.cs
			g.rows[r].cells = append(g.rows[r].cells, cell)
			g.cells = append(g.cells, cell)
			for k := r; k < r+cell.rs-1; k++ {
				g.rows[k].spanned = true
			}
			if col >= maxColumns {
				break
			}
		}
		for k := range busy {
			busy[k] = max(0, busy[k]-1)
		}
	}
	g.cols = len(busy)
}

// groupEnd is the row after the last one of r's group: spans end there.
func (g *tableGrid) groupEnd(r int) int {
	k := r + 1
	for k < len(g.rows) && g.rows[k].group == g.rows[r].group {
		k++
	}
	return k
}

// x is the left edge of column k inside the grid.
func (g *tableGrid) x(k int) float64 {
	x := g.hs
	for i := 0; i < k && i < len(g.widths); i++ {
		x += g.widths[i] + g.hs
	}
	return x
}

// span is the width of a cell.
func (g *tableGrid) span(c *gridCell) float64 {
	w := g.hs * float64(c.cs-1)
	for i := c.col; i < c.col+c.cs && i < len(g.widths); i++ {
		w += g.widths[i]
	}
	return w
}

// spacing is the sum of the border spacing across the table.
func (g *tableGrid) spacing() float64 { return g.hs * float64(g.cols+1) }

// edgesOf are the used edges of a cell: half of the collapsed borders.
func (g *tableGrid) edges(c *gridCell, w float64) edges {
	ed := edgesOf(c.n.Style, w)
	ed.mt, ed.mr, ed.mb, ed.ml = 0, 0, 0, 0
	if g.collapse {
		ed.bt, ed.br = c.border.Top.Width/2, c.border.Right.Width/2
		ed.bb, ed.bl = c.border.Bottom.Width/2, c.border.Left.Width/2
	}
	return ed
}

// table lays out a table grid in a box of content width w at x.
func (b *builder) table(n *box.Box, x, w float64) {
	g := b.e.tableGrid(n).clone()
	g.w = w
	g.widths = b.e.columnWidths(g, w)
	g.height = math.Max(0, b.cbh)
	if low, ok := b.e.tall(n.Style.MinHeight, n, -1, b.e.edgesOf(n, w).vertical()); ok {
		g.height = math.Max(g.height, low)
	}
	b.e.rowHeights(g)
	b.flush()
	b.tableOpen(g)
	b.add(item{kind: itSpace, h: g.vs})
	for r := 0; r < len(g.rows); {
		if g.rows[r].foot && g.footer != nil {
			break
		}
		if r > 0 {
			b.addIn(g.breakBefore(b, r))
		}
		t := &tableRow{g: g, r: r, n: 1, full: b.e.size(b.currentName()).h}
		for r+t.n < len(g.rows) && g.rows[r+t.n-1].spanned {
			t.forced = t.forced || g.breaks(r+t.n).force != css.BreakAuto
			t.n++
		}
		b.addIn(item{kind: itRow, x: x, part: t})
		b.y += t.height() + g.vs
		b.sib = true
		r += t.n
	}
	b.sib = false
}

// clone copies a grid, so that layouts at several widths do not disturb each other.
func (g *tableGrid) clone() *tableGrid {
	c := *g
	c.rows = append([]gridRow(nil), g.rows...)
	c.cells = make([]*gridCell, len(g.cells))
	of := make(map[*gridCell]*gridCell, len(g.cells))
	for i, cell := range g.cells {
		k := *cell
		c.cells[i], of[cell] = &k, &k
	}
	for r := range c.rows {
		cells := make([]*gridCell, len(c.rows[r].cells))
		for i, cell := range c.rows[r].cells {
			cells[i] = of[cell]
		}
		c.rows[r].cells = cells
	}
	return &c
}

// tableOpen marks the box around the rows as the one that repeats groups.
func (b *builder) tableOpen(g *tableGrid) {
	if len(b.stack) == 0 {
		return
	}
	o := b.stack[len(b.stack)-1]
	limit := b.e.size(b.currentName()).h / 3
	body := false
	for r := range g.rows {
		row := &g.rows[r]
		body = body || !row.head && !row.foot
		if row.head {
			g.headerH += row.h + g.vs
		}
		if row.foot {
			g.footerH += row.h + g.vs
		}
	}
	if !body || g.headerH > limit {
		g.headerH = 0
	}
	if !body || g.footerH > limit {
		g.footerH = 0
	}
	if g.headerH > 0 {
		g.header = g.group(func(r *gridRow) bool { return r.head })
	}
	if g.footerH > 0 {
		g.footer = g.group(func(r *gridRow) bool { return r.foot })
		o.bottom += g.footerH
	}
	if g.headerH > 0 || g.footerH > 0 {
		o.table = g
	}
}

// breakBefore is the opportunity before row r.
func (g *tableGrid) breakBefore(b *builder, r int) item {
	k := g.breaks(r)
	it := item{kind: itBreak, force: k.force}
	it.setPageName(b.name)
	if k.avoid || k.avoidCol {
		it.level = breakAvoid
	}
	if k.avoid || k.avoidPage {
		it.pages = breakAvoid
	}
	if g.rows[r-1].head || g.rows[r].foot {
		it.level, it.pages = breakNever, breakNever
	}
	return it
}

// breaks are the break values that meet before row r.
func (g *tableGrid) breaks(r int) (k brk) {
	k.add(g.rows[r].n.Style.BreakBefore)
	k.add(g.rows[r-1].n.Style.BreakAfter)
	if p := g.rows[r].group; p != nil && g.rows[r].firstOfGroup {
		k.add(p.Style.BreakBefore)
	}
	return k
}

func (g *tableGrid) footerHeight() float64 { return g.footerH }

// group places the rows of a header or footer group one below the other.
func (g *tableGrid) group(want func(*gridRow) bool) *frag {
	f := newFrag(g.w)
	for r := range g.rows {
		if want(&g.rows[r]) {
			f.body = append(f.body, op{0, f.h, g.rowFrag(r)})
			f.h += g.rows[r].h + g.vs
		}
	}
	return f
}

// repeatHeader places the header group again at the top of a fragment.
func (w *walker) repeatHeader(o *openBox) float64 {
	if o.table == nil || o.table.header == nil {
		return 0
	}
	if w.out != nil {
		w.out.body = append(w.out.body, op{o.x + o.dx, w.y, repeated{o.table.header}})
	}
	return o.table.headerH
}

// repeatFooter places the footer group at the foot of a fragment and returns its bottom.
func (w *walker) repeatFooter(e openEntry) float64 {
	if e.o.table.footer == nil {
		return w.y
	}
	if w.out != nil {
		w.out.body = append(w.out.body, op{e.o.x + e.o.dx, w.y, repeated{e.o.table.footer}})
	}
	return w.y + e.o.table.footerH
}

// repeated paints a repeated group as an artifact: its text is read once.
type repeated struct{ f *frag }

func (r repeated) draw(p *painter, x, y float64) {
	was := p.artifact
	p.artifact = true
	r.f.draw(p, x, y)
	p.artifact = was
}
