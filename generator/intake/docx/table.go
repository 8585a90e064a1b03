package docx

import (
	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// maxColumns is more than Word's own limit of 63.
const maxColumns = 256

// table reads a table into a grid.
func (r *reader) table(n *ooxml.Node) manuscript.Block {
	t := &manuscript.Table{Borders: r.bordered(n)}
	r.rows(n, t)
	width := 0
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	for i := range t.Rows {
		for len(t.Rows[i]) < width {
			t.Rows[i] = append(t.Rows[i], manuscript.Cell{Columns: 1, Rows: 1})
		}
	}
	return t
}

func (r *reader) rows(n *ooxml.Node, t *manuscript.Table) {
	for _, c := range n.Children {
		switch c.Name {
		case "w:tr":
			pr := c.Child("w:trPr")
			if pr.Child("w:del") != nil {
				r.drop(manuscript.Deleted, c)
				continue
			}
			if on(pr.Child("w:tblHeader")) && t.Headers == len(t.Rows) {
				t.Headers++
			}
			row := blank(number(pr.Child("w:gridBefore").Attr("w:val")))
			row = r.cells(c, t, row)
			row = append(row, blank(number(pr.Child("w:gridAfter").Attr("w:val")))...)
			t.Rows = append(t.Rows, row[:min(len(row), maxColumns)])
		case "w:sdt":
			if content := r.control(c); content != nil {
				r.rows(content, t)
			}
		case "w:ins", "w:customXml", "w:smartTag":
			r.rows(c, t)
		}
	}
}

func blank(n int) (row []manuscript.Cell) {
	for range max(0, min(n, maxColumns)) {
		row = append(row, manuscript.Cell{Columns: 1, Rows: 1})
	}
	return row
}

func (r *reader) cells(n *ooxml.Node, t *manuscript.Table, row []manuscript.Cell) []manuscript.Cell {
	for _, c := range n.Children {
		switch c.Name {
		case "w:tc":
			row = r.cell(c, t, row)
		case "w:sdt":
			if content := r.control(c); content != nil {
				row = r.cells(content, t, row)
			}
		case "w:customXml", "w:smartTag":
			row = r.cells(c, t, row)
		}
	}
	return row
}

// cell reads one cell, and makes those that it covers.
func (r *reader) cell(n *ooxml.Node, t *manuscript.Table, row []manuscript.Cell) []manuscript.Cell {
	pr := n.Child("w:tcPr")
	span := max(1, min(number(pr.Child("w:gridSpan").Attr("w:val")), maxColumns))
	cell := manuscript.Cell{Columns: span, Rows: 1, Blocks: seen(r.blocks(n))}
	if merge := pr.Child("w:vMerge"); merge != nil && merge.Attr("w:val") != "restart" && len(cell.Blocks) == 0 {
		cell.Covered = r.cover(t, len(row))
	}
	if merge := pr.Child("w:hMerge"); merge != nil && merge.Attr("w:val") != "restart" && len(cell.Blocks) == 0 && len(row) > 0 {
		cell.Covered = true
		for i := len(row) - 1; i >= 0; i-- {
			if !row[i].Covered {
				row[i].Columns++
				break
			}
		}
	}
	row = append(row, cell)
	for range span - 1 {
		row = append(row, manuscript.Cell{Columns: 1, Rows: 1, Covered: true})
	}
	return row
}

// cover lets the cell above in a column span one row more.
func (r *reader) cover(t *manuscript.Table, column int) bool {
	for i := len(t.Rows) - 1; i >= 0; i-- {
		if column >= len(t.Rows[i]) {
			return false
		}
		if above := &t.Rows[i][column]; !above.Covered {
			above.Rows++
			return true
		}
	}
	return false
}

// seen leaves out empty paragraphs.
func seen(blocks []manuscript.Block) (out []manuscript.Block) {
	for _, b := range blocks {
		if p, ok := b.(*manuscript.Paragraph); ok && p.Empty() {
			continue
		}
		out = append(out, b)
	}
	return out
}

// bordered reports whether lines are drawn between the cells.
func (r *reader) bordered(n *ooxml.Node) bool {
	pr := n.Child("w:tblPr")
	borders := pr.Child("w:tblBorders")
	for _, s := range r.styles.chain(pr.Child("w:tblStyle").Attr("w:val")) {
		if borders == nil {
			borders = s.Child("w:tblPr", "w:tblBorders")
		}
	}
	if drawn(borders) {
		return true
	}
	cells, with := 0, 0
	n.Find("w:tcPr", func(tc *ooxml.Node) {
		if cells++; drawn(tc.Child("w:tcBorders")) {
			with++
		}
	})
	return cells > 0 && with*2 > cells
}

func drawn(borders *ooxml.Node) bool {
	if borders == nil {
		return false
	}
	for _, b := range borders.Children {
		switch b.Attr("w:val") {
		case "", "nil", "none":
		default:
			if b.Name != "w:tl2br" && b.Name != "w:tr2bl" {
				return true
			}
		}
	}
	return false
}
