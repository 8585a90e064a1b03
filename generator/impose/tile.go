package impose

import (
	"fmt"
	"math"
	"slices"

	"bantin/generator/press/pdf"
)

// Rect is an area of a page, pt from the top left corner of the trimmed page,
// y downwards.
type Rect struct{ X, Y, W, H float64 }

func (r Rect) meets(o Rect) bool {
	return r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H
}

// Common is the part that two areas share; its sides are not above 0 when they
// share none.
func (r Rect) Common(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{x, y, min(r.X+r.W, o.X+o.W) - x, min(r.Y+r.H, o.Y+o.H) - y}
}

// Tiling says how to cut. The zero Margin and Overlap are 5 mm and 10 mm.
type Tiling struct {
	Paper   Paper
	Margin  float64 // what printers leave white at each edge
	Overlap float64 // what neighbours share, for glue
	// Ink are the areas with something on them, for each page; tiles that meet
	// none are left out, and the page's white edges are when that takes fewer
	// tiles. nil keeps every tile.
	Ink [][]Rect
	Info
}

// rim is the white kept around a sheet for trim marks and the tiles' places.
const rim = 8 * MM

// Grid is how one page is cut.
type Grid struct {
	Rows, Cols int
	Paper      Paper // turned when that takes fewer tiles
	margin     float64
	overlap    float64
	x0, y0     float64 // the first window's corner, from the trimmed page's
	w, h       float64 // of a window
}

// Window is the part of the page that a tile shows; row and col count from 1.
func (g Grid) Window(row, col int) Rect {
	return Rect{g.x0 + float64(col-1)*(g.w-g.overlap), g.y0 + float64(row-1)*(g.h-g.overlap), g.w, g.h}
}

// Plan cuts a page of w x h pt with something on the areas of ink; nil is
// everywhere.
func (t Tiling) Plan(w, h float64, ink []Rect) Grid {
	t = t.defaults()
	best := t.grid(Rect{W: w, H: h}, t.Paper)
	areas := []Rect{{W: w, H: h}}
	if inner, ok := bounds(ink); ok {
		areas = append(areas, inner)
	}
	for _, area := range areas {
		for _, paper := range []Paper{t.Paper, t.Paper.turned()} {
			if g := t.grid(area, paper); g.Rows*g.Cols < best.Rows*best.Cols {
				best = g
			}
		}
	}
	return best
}

// bounds is the smallest area round all of ink; false when there is none.
func bounds(ink []Rect) (Rect, bool) {
	if len(ink) == 0 {
		return Rect{}, false
	}
	all := ink[0]
	for _, r := range ink[1:] {
		right, foot := max(all.X+all.W, r.X+r.W), max(all.Y+all.H, r.Y+r.H)
		all.X, all.Y = min(all.X, r.X), min(all.Y, r.Y)
		all.W, all.H = right-all.X, foot-all.Y
	}
	return all, true
}

func (t Tiling) defaults() Tiling {
	if t.Margin == 0 {
		t.Margin = 5 * MM
	}
	if t.Overlap == 0 {
		t.Overlap = 10 * MM
	}
	return t
}

func (t Tiling) grid(area Rect, paper Paper) Grid {
	g := Grid{Paper: paper, margin: t.Margin, overlap: t.Overlap, w: paper.W - 2*t.Margin, h: paper.H - 2*t.Margin}
	count := func(start, length, window float64) (int, float64) {
		n := max(1, int(math.Ceil((length+2*rim-t.Overlap)/(window-t.Overlap)-1e-6)))
		covered := float64(n)*(window-t.Overlap) + t.Overlap
		return n, start - (covered-length)/2
	}
	g.Cols, g.x0 = count(area.X, area.W, g.w)
	g.Rows, g.y0 = count(area.Y, area.H, g.h)
	return g
}

// Tile cuts every page and returns the new file and its number of pages.
func Tile(data []byte, t Tiling) ([]byte, int, error) {
	t = t.defaults()
	j, err := open(data)
	if err != nil {
		return nil, 0, err
	}
	if j.font, err = newLabel(j.w); err != nil {
		return nil, 0, err
	}
	for i, p := range j.pages {
		g := t.Plan(p.trim.w(), p.trim.h(), t.inkOf(i))
		for row := 1; row <= g.Rows; row++ {
			for col := 1; col <= g.Cols; col++ {
				if t.inked(i, g.Window(row, col)) {
					j.tile(p, g, i, row, col)
				}
			}
		}
	}
	out, err := j.finish(t.Info)
	return out, len(j.refs), err
}

// inkOf is the ink of a page, nil when it is not known.
func (t Tiling) inkOf(page int) []Rect {
	if page >= len(t.Ink) {
		return nil
	}
	return t.Ink[page]
}

func (t Tiling) inked(page int, window Rect) bool {
	if page >= len(t.Ink) {
		return true
	}
	return slices.ContainsFunc(t.Ink[page], window.meets)
}

// tile draws one tile with its marks.
func (j *job) tile(p page, g Grid, index, row, col int) {
	win := g.Window(row, col)
	// A point x, y of the page, y down, is at left+x, top-y of the paper.
	left, top := g.margin-win.X, g.Paper.H-g.margin+win.Y
	c := &pdf.Content{}
	c.Op("q")
	c.Op("re", g.margin, g.margin, g.w, g.h)
	c.Op("W")
	c.Op("n")
	c.Op("q")
	c.Op("re", left, top-p.trim.h(), p.trim.w(), p.trim.h())
	c.Op("W")
	c.Op("n")
	c.Matrix([6]float64{1, 0, 0, 1, left - p.trim.x1, top - p.trim.y2})
	c.Named(formName(0), "Do")
	c.Op("Q")
	g.marks(c, p, left, top, row, col)
	c.Op("Q")
	j.place(c, g, index, row, col)
	j.add(g.Paper, c, p.form)
}

// marks draws where to cut and where to glue: a tile is cut along its left and
// upper edge, but for those of the sheet, and laid over the strip that its
// neighbour shows too. Ticks at the sheet's corners say where the sheet ends.
func (g Grid) marks(c *pdf.Content, p page, left, top float64, row, col int) {
	const tick = 4 * MM
	c.Op("w", 0.4)
	c.Op("K", 0, 0, 0, 1)
	line := func(x1, y1, x2, y2 float64) { c.Op("m", x1, y1); c.Op("l", x2, y2); c.Op("S") }
	x1, y1, x2, y2 := g.margin, g.margin, g.margin+g.w, g.margin+g.h
	vertical := func(x float64) { line(x, y1, x, y1+tick); line(x, y2-tick, x, y2) }
	horizontal := func(y float64) { line(x1, y, x1+tick, y); line(x2-tick, y, x2, y) }
	if col > 1 {
		vertical(x1 + 0.2)
	}
	if row > 1 {
		horizontal(y2 - 0.2)
	}
	c.Dash([]float64{2, 2}, 0)
	if col < g.Cols {
		vertical(x2 - g.overlap)
	}
	if row < g.Rows {
		horizontal(y1 + g.overlap)
	}
	c.Dash(nil, 0)
	for _, x := range []float64{left, left + p.trim.w()} {
		for _, y := range []float64{top, top - p.trim.h()} {
			out := tick
			if x == left {
				out = -tick
			}
			line(x+out/4, y, x+out, y)
			out = -tick
			if y == top {
				out = tick
			}
			line(x, y+out/4, x, y+out)
		}
	}
}

// place writes the tile's place at its foot: on the strip that the next row
// covers, or on the white below the sheet.
func (j *job) place(c *pdf.Content, g Grid, index, row, col int) {
	text := fmt.Sprintf("tờ %d · hàng %d, cột %d · cắt mép trái và mép trên theo vạch liền, dán đè lên vạch đứt", index+1, row, col)
	if g.Rows*g.Cols == 1 {
		text = fmt.Sprintf("tờ %d", index+1)
	}
	const size = 7.0
	x, y := g.margin+5*MM, g.margin+1.5*MM
	measure := &pdf.Content{}
	width := j.font.draw(measure, text, x, y, size)
	c.Op("g", 1)
	c.Op("re", x-2, y-2, width+4, size+2)
	c.Op("f")
	c.Op("k", 0, 0, 0, 1)
	j.font.draw(c, text, x, y, size)
}
