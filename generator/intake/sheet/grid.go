package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"bantin/generator/intake/manuscript"
)

// grid is what a sheet shows, without empty rows and columns at its edges.
type grid struct{ rows [][]manuscript.Cell }

func readGrid(f *excelize.File, name string, m *manuscript.Manuscript) (g grid, err error) {
	rows, err := f.GetRows(name)
	if err != nil {
		return g, err
	}
	width := 0
	for i := range rows {
		width = max(width, len(rows[i]))
	}
	if len(rows) > maxRows || width > maxColumns {
		return g, fmt.Errorf("%s: %d hàng, %d cột: %w", name, len(rows), width, ErrTooBig)
	}
	for y, row := range rows {
		line := make([]manuscript.Cell, width)
		for x := range line {
			line[x] = manuscript.Cell{Columns: 1, Rows: 1}
			if x < len(row) {
				line[x].Blocks = paragraphs(row[x])
			}
			if len(line[x].Blocks) == 0 {
				uncomputed(f, name, x, y, m)
			}
		}
		g.rows = append(g.rows, line)
	}
	g.merge(f, name)
	g.unhide(f, name, m)
	return g, nil
}

func paragraphs(text string) (blocks []manuscript.Block) {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			blocks = append(blocks, manuscript.P(line))
		}
	}
	return blocks
}

// uncomputed tells a formula without a value.
func uncomputed(f *excelize.File, name string, x, y int, m *manuscript.Manuscript) {
	cell, err := excelize.CoordinatesToCellName(x+1, y+1)
	if err != nil {
		return
	}
	if formula, err := f.GetCellFormula(name, cell); err == nil && formula != "" {
		m.Leave(manuscript.Sheet, cell+" ="+formula)
	}
}

// merge lets cells span those that they cover.
func (g *grid) merge(f *excelize.File, name string) {
	merged, err := f.GetMergeCells(name)
	if err != nil {
		return
	}
	for _, c := range merged {
		x1, y1, err1 := excelize.CellNameToCoordinates(c.GetStartAxis())
		x2, y2, err2 := excelize.CellNameToCoordinates(c.GetEndAxis())
		if err1 != nil || err2 != nil || y1 > len(g.rows) || x1 > len(g.rows[0]) {
			continue
		}
		x2, y2 = min(x2, len(g.rows[0])), min(y2, len(g.rows))
		for y := y1 - 1; y < y2; y++ {
			for x := x1 - 1; x < x2; x++ {
				g.rows[y][x].Covered = true
			}
		}
		first := &g.rows[y1-1][x1-1]
		first.Covered, first.Columns, first.Rows = false, max(1, x2-x1+1), max(1, y2-y1+1)
	}
}

// unhide takes hidden rows and columns away, and tells them.
func (g *grid) unhide(f *excelize.File, name string, m *manuscript.Manuscript) {
	var rows [][]manuscript.Cell
	hidden := map[int]bool{}
	for x := 0; len(g.rows) > 0 && x < len(g.rows[0]); x++ {
		if col, err := excelize.ColumnNumberToName(x + 1); err == nil {
			if visible, err := f.GetColVisible(name, col); err == nil && !visible {
				hidden[x] = true
			}
		}
	}
	for y, row := range g.rows {
		if visible, err := f.GetRowVisible(name, y+1); err == nil && !visible {
			m.Leave(manuscript.Hidden, text(row))
			continue
		}
		var kept, gone []manuscript.Cell
		for x, c := range row {
			if hidden[x] {
				gone = append(gone, c)
				continue
			}
			kept = append(kept, c)
		}
		if t := text(gone); t != "" {
			m.Leave(manuscript.Hidden, t)
		}
		rows = append(rows, kept)
	}
	g.rows = rows
}

func text(row []manuscript.Cell) string {
	var parts []string
	for _, c := range row {
		if t := manuscript.PlainText(c.Blocks); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " | ")
}

func (g grid) filled() bool {
	for _, row := range g.rows {
		if text(row) != "" {
			return true
		}
	}
	return false
}

// alone is the one filled cell of a row, or nil.
func alone(row []manuscript.Cell) *manuscript.Cell {
	var found *manuscript.Cell
	for i := range row {
		if len(row[i].Blocks) > 0 {
			if found != nil {
				return nil
			}
			found = &row[i]
		}
	}
	return found
}

// blocks are the lines above, the table, and the lines below.
func (g grid) blocks() (out []manuscript.Block) {
	rows := g.rows
	single := func(row []manuscript.Cell) bool { return text(row) == "" || alone(row) != nil && len(row) > 1 }
	for len(rows) > 0 && single(rows[0]) {
		if c := alone(rows[0]); c != nil {
			out = append(out, c.Blocks...)
		}
		rows = rows[1:]
	}
	var below []manuscript.Block
	for len(rows) > 0 && single(rows[len(rows)-1]) && (text(rows[len(rows)-1]) == "" || alone(rows[len(rows)-1]).Columns > 1 || len(rows[0]) > 2) {
		if c := alone(rows[len(rows)-1]); c != nil {
			below = append(append([]manuscript.Block{}, c.Blocks...), below...)
		}
		rows = rows[:len(rows)-1]
	}
	if t := table(rows); t != nil {
		out = append(out, t)
	}
	return append(out, below...)
}

// table leaves out rows and columns in which nothing stands.
func table(rows [][]manuscript.Cell) *manuscript.Table {
	t := &manuscript.Table{Borders: true}
	if len(rows) == 0 {
		return nil
	}
	used := make([]bool, len(rows[0]))
	for _, row := range rows {
		for x, c := range row {
			used[x] = used[x] || len(c.Blocks) > 0 || c.Covered
		}
	}
	for _, row := range rows {
		if text(row) == "" {
			continue
		}
		var line []manuscript.Cell
		for x, c := range row {
			if used[x] {
				line = append(line, c)
			}
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}
