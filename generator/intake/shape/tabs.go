package shape

import (
	"strings"

	"bantin/generator/intake/manuscript"
)

// tabbed makes tables of neighbours whose fields tabs part: three lines with
// one tab, or two with more.
func tabbed(blocks []manuscript.Block) (out []manuscript.Block) {
	for i := 0; i < len(blocks); {
		n, columns := tabRows(blocks[i:])
		if n >= 2 && (columns > 2 || n >= 3 || head(blocks[i])) {
			out = append(out, tabTable(blocks[i:i+n], columns))
			i += n
			continue
		}
		out = append(out, blocks[i])
		i++
	}
	return out
}

// head reports a line of a letterhead or signature that tabs set in columns.
func head(b manuscript.Block) bool {
	p, ok := b.(*manuscript.Paragraph)
	return ok && (motto(p.Text()) || strings.Contains(fold(p.Text()), "noi nhan"))
}

// tabRows counts the lines at the front of blocks with the same number of
// fields.
func tabRows(blocks []manuscript.Block) (n, columns int) {
	for _, b := range blocks {
		p := plain(b)
		if p == nil || p.Quote || strings.Contains(strings.Trim(p.Text(), "\n\t "), "\n") {
			break
		}
		fields := tabFields(p)
		if len(fields) < 2 || n > 0 && len(fields) != columns {
			break
		}
		if size, _, _ := mark(p.Text()); size > 0 && strings.Count(p.Text(), "\t") == 1 && strings.Contains(p.Text()[:size], "\t") {
			break // a bullet and a tab
		}
		columns = len(fields)
		n++
	}
	return n, columns
}

// tabFields parts a paragraph at its tabs; several tabs are one, those at the
// ends none.
func tabFields(p *manuscript.Paragraph) (fields []*manuscript.Paragraph) {
	field := &manuscript.Paragraph{Align: p.Align}
	flush := func() {
		if field.Runs = manuscript.Join(field.Runs); !field.Empty() {
			fields = append(fields, field)
		}
		field = &manuscript.Paragraph{Align: p.Align}
	}
	for _, r := range p.Runs {
		for i, part := range strings.Split(r.Text, "\t") {
			if i > 0 {
				flush()
			}
			piece := r
			piece.Text = part
			field.Runs = append(field.Runs, piece)
		}
	}
	flush()
	return fields
}

func tabTable(blocks []manuscript.Block, columns int) *manuscript.Table {
	t := &manuscript.Table{}
	for _, b := range blocks {
		var row []manuscript.Cell
		for _, f := range tabFields(b.(*manuscript.Paragraph)) {
			row = append(row, manuscript.Cell{Columns: 1, Rows: 1, Blocks: []manuscript.Block{f}})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
