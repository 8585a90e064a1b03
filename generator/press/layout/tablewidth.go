package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// column is what the cells of one table column ask for.
type column struct {
	min, max float64
	fixed    bool    // a width is given
	percent  float64 // of the table's width
}

// columnNeeds collects the widths that the columns' cells ask for (CSS 2.2,
// 17.5.2.2): first cells in one column, then those that span several.
func (e *engine) columnNeeds(g *tableGrid) []column {
	cols := make([]column, g.cols)
	for k := range cols {
		if v, ok := g.columnWidth(k); ok {
			cols[k] = column{max: v.Pt, fixed: v.Percent == 0, percent: v.Percent}
		}
	}
	for pass := 0; pass < 2; pass++ {
		for _, c := range g.cells {
			if (c.cs > 1) == (pass == 1) {
				e.cellNeed(g, c, cols[c.col:min(c.col+c.cs, len(cols))])
			}
		}
	}
	return cols
}

// columnWidth is the width that a col element gives column k.
func (g *tableGrid) columnWidth(k int) (css.Size, bool) {
	if k >= len(g.n.Columns) {
		return css.Size{}, false
	}
	w := g.n.Columns[k].Style.Width
	return w, w.Kind == css.Length
}

// cellNeed makes columns wide enough for one cell.
func (e *engine) cellNeed(g *tableGrid, c *gridCell, cols []column) {
	extra := g.edges(c, 0).horizontal()
	m := e.minMax(c.n)
	m.min, m.max = m.min+extra, m.max+extra
	s := c.n.Style
	if s.Width.Kind == css.Length && s.Width.Percent == 0 {
		w, _ := e.sized(s.Width, c.n, 0, extra)
		m.max = math.Max(m.min, w+extra)
	}
	if len(cols) == 1 {
		k := &cols[0]
		k.min = math.Max(k.min, m.min)
		if s.Width.Kind == css.Length && s.Width.Percent == 0 && !k.fixed {
			k.fixed, k.max = true, 0
		}
		if !k.fixed || s.Width.Kind == css.Length {
			k.max = math.Max(k.max, m.max)
		}
		k.max = math.Max(k.max, k.min)
		k.percent = math.Max(k.percent, s.Width.Percent)
		return
	}
	sumMin, sumMax := 0.0, 0.0
	for _, k := range cols {
		sumMin, sumMax = sumMin+k.min, sumMax+k.max
	}
	gap := g.hs * float64(len(cols)-1)
	widen(cols, m.min-gap-sumMin, func(k *column) *float64 { return &k.min }, sumMax)
	widen(cols, m.max-gap-sumMax, func(k *column) *float64 { return &k.max }, sumMax)
	for i := range cols {
		cols[i].max = math.Max(cols[i].max, cols[i].min)
	}
}

// widen shares extra room among columns in proportion to their widest content.
func widen(cols []column, extra float64, field func(*column) *float64, sum float64) {
	if extra <= 0 {
		return
	}
	for i := range cols {
		share := 1 / float64(len(cols))
		if sum > 0 {
			share = cols[i].max / sum
		}
		*field(&cols[i]) += extra * share
	}
}

// tableMinMax are the intrinsic widths of a table grid's content box.
func (e *engine) tableMinMax(n *box.Box) minMax {
	g := e.tableGrid(n)
	m := minMax{g.spacing(), g.spacing()}
	for _, k := range e.columnNeeds(g) {
		m.min, m.max = m.min+k.min, m.max+k.max
	}
	return m
}

// tableWidth is the border box width of the grid box n in avail: its own width,
// or shrunk to fit (17.5.2).
func (e *engine) tableWidth(n *box.Box, avail float64) float64 {
	ed := e.edgesOf(n, avail)
	extra := ed.horizontal()
	m := e.minMax(n)
	w, ok := e.sized(n.Style.Width, n, avail, extra)
	if ok && n.Style.BorderCollapse && n.Style.BoxSizing != css.BorderBox {
		w = math.Max(0, w-extra) // 17.6.2: the width includes half of the outer borders
	}
	if !ok {
		w = math.Min(m.max, avail-extra)
	}
	if !n.Style.TableFixed || !ok {
		w = math.Max(w, m.min)
	}
	return e.clampWidth(n, w, avail, extra) + extra
}

// columnWidths shares the grid's width among its columns.
func (e *engine) columnWidths(g *tableGrid, w float64) []float64 {
	if g.cols == 0 {
		return nil
	}
	room := math.Max(0, w-g.spacing())
	if g.n.Style.TableFixed && g.n.Style.Width.Kind != css.Auto {
		return e.fixedWidths(g, room)
	}
	return autoWidths(e.columnNeeds(g), room)
}

// fixedWidths takes the widths of the col elements, then of the first row's
// cells, and shares the rest equally (17.5.2.1).
func (e *engine) fixedWidths(g *tableGrid, room float64) []float64 {
	widths := make([]float64, g.cols)
	set := make([]bool, g.cols)
	left, open := room, g.cols
	for k := range widths {
		if v, ok := g.columnWidth(k); ok {
			widths[k], set[k] = math.Max(0, v.Pt+v.Percent*room/100), true
			left -= widths[k]
			open--
		}
	}
	if len(g.rows) > 0 {
		for _, c := range g.rows[0].cells {
			ed := g.edges(c, room)
			v, ok := e.sized(c.n.Style.Width, c.n, room, ed.horizontal())
			if !ok || c.n.Style.Width.Kind != css.Length {
				continue
			}
			each := (v + ed.horizontal() - g.hs*float64(c.cs-1)) / float64(c.cs)
			for k := c.col; k < c.col+c.cs && k < g.cols; k++ {
				if set[k] {
					continue
				}
				widths[k], set[k] = math.Max(0, each), true
				left -= widths[k]
				open--
			}
		}
	}
	for k := range widths {
		switch {
		case !set[k]:
			widths[k] = math.Max(0, left/float64(open))
		case open == 0 && left > 0:
			widths[k] += left / float64(g.cols)
		}
	}
	return widths
}

// autoWidths shares room so that every column gets at least its min-content
// width, percentages what they ask for, and the rest grows towards max-content.
func autoWidths(cols []column, room float64) []float64 {
	widths := make([]float64, len(cols))
	sumMin, sumMax := 0.0, 0.0
	for i := range cols {
		k := &cols[i]
		if k.percent > 0 {
			k.max = math.Max(k.min, k.percent*room/100)
			k.fixed = true
		}
		sumMin, sumMax = sumMin+k.min, sumMax+k.max
	}
	switch {
	case room >= sumMax:
		grow, all := 0.0, sumMax
		for _, k := range cols {
			if !k.fixed {
				grow += math.Max(k.max, 1)
			}
		}
		for i, k := range cols {
			widths[i] = k.max
			switch {
			case grow > 0 && !k.fixed:
				widths[i] += (room - sumMax) * math.Max(k.max, 1) / grow
			case grow == 0 && all > 0:
				widths[i] += (room - sumMax) * k.max / all
			}
		}
	case room > sumMin && sumMax > sumMin:
		share := (room - sumMin) / (sumMax - sumMin)
		for i, k := range cols {
			widths[i] = k.min + (k.max-k.min)*share
		}
	default:
		for i, k := range cols {
			widths[i] = k.min
		}
	}
	return widths
}
