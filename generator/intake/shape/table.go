package shape

import (
	"strings"

	"bantin/generator/intake/manuscript"
)

// unwrapped takes tables apart that are none for a reader: a frame round text,
// a grid of pictures. The others get one row of headers and no merged cells,
// which Markdown has not.
func unwrapped(m *manuscript.Manuscript) (out []manuscript.Block) {
	for _, b := range m.Blocks {
		t, ok := b.(*manuscript.Table)
		if !ok {
			out = append(out, b)
			continue
		}
		cells := filled(t)
		switch {
		case len(cells) == 0:
		case len(cells) == 1, columns(t) == 1 && len(t.Rows) == 1:
			out = append(out, deeper(m, cells)...)
		case pictureGrid(t):
			out = append(out, gridBlocks(t)...)
		case columns(t) == 1 && !t.Borders:
			out = append(out, deeper(m, cells)...)
		default:
			flatten(m, t)
			out = append(out, t)
		}
	}
	return out
}

// deeper are the blocks of cells, tables among them taken apart too.
func deeper(m *manuscript.Manuscript, cells []manuscript.Cell) (out []manuscript.Block) {
	inner := *m
	for _, c := range cells {
		inner.Blocks = c.Blocks
		out = append(out, unwrapped(&inner)...)
	}
	m.Left = inner.Left
	return tidy(out)
}

func columns(t *manuscript.Table) int {
	if len(t.Rows) == 0 {
		return 0
	}
	return len(t.Rows[0])
}

// filled are the cells with something in them.
func filled(t *manuscript.Table) (cells []manuscript.Cell) {
	for _, row := range t.Rows {
		for _, c := range row {
			if len(c.Blocks) > 0 {
				cells = append(cells, c)
			}
		}
	}
	return cells
}

// pictureGrid: at least half of the filled cells hold a picture, the others are
// captions.
func pictureGrid(t *manuscript.Table) bool {
	pictures, cells := 0, filled(t)
	for _, c := range cells {
		has := false
		for _, p := range manuscript.Paragraphs(c.Blocks) {
			has = has || len(p.Pictures()) > 0
			if len(words(p.Text())) > 40 {
				return false
			}
		}
		if has {
			pictures++
		}
	}
	return pictures > 0 && pictures*2 >= len(cells)
}

// gridBlocks puts every picture before the words below it.
func gridBlocks(t *manuscript.Table) (out []manuscript.Block) {
	for c := range t.Rows[0] {
		for _, row := range t.Rows {
			if c < len(row) {
				out = append(out, tidy(row[c].Blocks)...)
			}
		}
	}
	for i, b := range out { // words alone below a picture are its caption
		if p, ok := b.(*manuscript.Paragraph); ok && i > 0 && picturesOf(out[i-1]) != nil && len(p.Pictures()) == 0 {
			p.Role = manuscript.Caption
		}
	}
	return out
}

// flatten gives a table one row of headers and no covered cells.
func flatten(m *manuscript.Manuscript, t *manuscript.Table) {
	manyRows(m, t)
	merged := false
	for i, row := range t.Rows {
		for j := range row {
			c := &t.Rows[i][j]
			merged = merged || c.Rows > 1 || c.Columns > 1
			for k, b := range c.Blocks {
				if inner, ok := b.(*manuscript.Table); ok {
					m.Leave(manuscript.Nested, manuscript.PlainText([]manuscript.Block{inner}))
					c.Blocks[k] = inner
				}
			}
		}
	}
	if merged {
		m.Leave(manuscript.Merged, firstLine(t))
	}
	for i, row := range t.Rows { // what was merged holds for every row
		for j := range row {
			c := &t.Rows[i][j]
			for k := 1; k < c.Rows && i+k < len(t.Rows); k++ {
				if below := &t.Rows[i+k][j]; below.Covered && len(below.Blocks) == 0 {
					below.Blocks = c.Blocks
				}
			}
			c.Rows, c.Columns, c.Covered = 1, 1, false
		}
	}
}

// firstLine is the first row of a table, to name it by.
func firstLine(t *manuscript.Table) string {
	var parts []string
	for _, c := range t.Rows[0] {
		if text := clean(manuscript.PlainText(c.Blocks)); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " | ")
}

// manyRows makes one row of headers of several: "Kết quả" above "Trước" and
// "Sau" becomes "Kết quả: Trước" and "Kết quả: Sau".
func manyRows(m *manuscript.Manuscript, t *manuscript.Table) {
	n := max(1, t.Headers)
	for _, c := range t.Rows[0] {
		if t.Headers == 0 && c.Rows > n && c.Rows < len(t.Rows) && spans(t.Rows[0]) {
			n = c.Rows
		}
	}
	if n = min(n, len(t.Rows)); n < 2 {
		return
	}
	head := make([]manuscript.Cell, len(t.Rows[0]))
	for j := range head {
		var parts []string
		for i := range n {
			if text := clean(manuscript.PlainText(owner(t, i, j).Blocks)); text != "" && (len(parts) == 0 || parts[len(parts)-1] != text) {
				parts = append(parts, text)
			}
		}
		head[j] = manuscript.Cell{Columns: 1, Rows: 1, Blocks: []manuscript.Block{manuscript.P(strings.Join(parts, ": "))}}
	}
	t.Rows = append([][]manuscript.Cell{head}, t.Rows[n:]...)
	t.Headers = 1
	m.Leave(manuscript.Merged, firstLine(t))
}

func spans(row []manuscript.Cell) bool {
	for _, c := range row {
		if c.Columns > 1 {
			return true
		}
	}
	return false
}

// owner is the cell that a reader sees at a place.
func owner(t *manuscript.Table, i, j int) *manuscript.Cell {
	for y := i; y >= 0; y-- {
		for x := j; x >= 0; x-- {
			c := &t.Rows[y][x]
			if !c.Covered && y+c.Rows > i && x+c.Columns > j {
				return c
			}
		}
	}
	return &t.Rows[i][j]
}
