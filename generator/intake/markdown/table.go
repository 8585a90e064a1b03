package markdown

import (
	"strings"

	"bantin/generator/intake/manuscript"
)

// table writes a table with one row of headers.
func (w *writer) table(t *manuscript.Table) {
	if len(t.Rows) == 0 {
		return
	}
	var lines []string
	for i, row := range t.Rows {
		lines = append(lines, w.row(row))
		if i == 0 {
			lines = append(lines, rule(t))
		}
	}
	w.block(strings.Join(lines, "\n"))
}

func (w *writer) row(row []manuscript.Cell) string {
	var b strings.Builder
	for _, c := range row {
		if text := w.cell(c); text != "" {
			b.WriteString("| " + text + " ")
		} else {
			b.WriteString("| ")
		}
	}
	return b.String() + "|"
}

// cell writes the paragraphs of a cell one after the other.
func (w *writer) cell(c manuscript.Cell) string {
	var parts []string
	for _, p := range manuscript.Paragraphs(c.Blocks) {
		runs := p.Runs
		if p.List != nil && p.List.Label != "" && !p.List.More {
			runs = append([]manuscript.Run{{Text: p.List.Label + " "}}, runs...)
		}
		if text := w.inline(runs, inCell); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " ")
}

// rule is the line below the headers: a column whose cells are all set right is
// set right.
func rule(t *manuscript.Table) string {
	var b strings.Builder
	for column := range t.Rows[0] {
		switch alignOf(t, column) {
		case manuscript.Right:
			b.WriteString("|--:")
		case manuscript.Center:
			b.WriteString("|:-:")
		default:
			b.WriteString("|---")
		}
	}
	return b.String() + "|"
}

func alignOf(t *manuscript.Table, column int) manuscript.Align {
	all, seen := manuscript.Start, false
	for _, row := range t.Rows[1:] {
		for _, b := range row[column].Blocks {
			p, ok := b.(*manuscript.Paragraph)
			if !ok {
				return manuscript.Start
			}
			if seen && p.Align != all {
				return manuscript.Start
			}
			all, seen = p.Align, true
		}
	}
	return all
}
