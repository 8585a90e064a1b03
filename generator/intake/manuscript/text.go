package manuscript

import "strings"

// P makes a paragraph of plain text.
func P(text string) *Paragraph { return &Paragraph{Runs: []Run{{Text: text}}} }

// Text is what a reader reads of a paragraph, without its label.
func (p *Paragraph) Text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Empty reports whether nothing is to be seen of a paragraph.
func (p *Paragraph) Empty() bool {
	for _, r := range p.Runs {
		if r.Picture != nil || r.Note != nil || strings.TrimSpace(r.Text) != "" {
			return false
		}
	}
	return true
}

// Pictures are the pictures of a paragraph.
func (p *Paragraph) Pictures() (all []*Picture) {
	for _, r := range p.Runs {
		if r.Picture != nil {
			all = append(all, r.Picture)
		}
	}
	return all
}

// All reports whether every visible run has what has says.
func (p *Paragraph) All(has func(Format) bool) bool {
	seen := false
	for _, r := range p.Runs {
		if strings.TrimSpace(r.Text) == "" {
			continue
		}
		if seen = true; !has(r.Format) {
			return false
		}
	}
	return seen
}

// Bold and Italic are looks for All.
func Bold(f Format) bool   { return f.Bold }
func Italic(f Format) bool { return f.Italic }

// Join makes one run of neighbours that look alike, and drops empty ones.
func Join(runs []Run) []Run {
	var out []Run
	for _, r := range runs {
		plain := r.Note == nil && r.Picture == nil
		if plain && r.Text == "" {
			continue
		}
		if last := len(out) - 1; plain && last >= 0 && out[last].alike(r) {
			out[last].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

func (r Run) alike(o Run) bool {
	return r.Format == o.Format && r.Old == o.Old && r.Capitals == o.Capitals && r.Note == nil && r.Picture == nil
}

// CutPrefix takes n bytes of text away from the front of a paragraph.
func (p *Paragraph) CutPrefix(n int) {
	for i := range p.Runs {
		take := min(n, len(p.Runs[i].Text))
		p.Runs[i].Text = p.Runs[i].Text[take:]
		if n -= take; n == 0 {
			break
		}
	}
	p.Runs = Join(p.Runs)
}

// Walk visits every paragraph, those in cells and notes too.
func Walk(blocks []Block, visit func(*Paragraph)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			visit(b)
			for _, r := range b.Runs {
				if r.Note != nil {
					Walk(r.Note.Blocks, visit)
				}
			}
		case *Table:
			for _, row := range b.Rows {
				for _, c := range row {
					Walk(c.Blocks, visit)
				}
			}
		}
	}
}

// Paragraphs are the paragraphs of blocks, those in cells too, without notes.
func Paragraphs(blocks []Block) (all []*Paragraph) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			all = append(all, b)
		case *Table:
			for _, row := range b.Rows {
				for _, c := range row {
					all = append(all, Paragraphs(c.Blocks)...)
				}
			}
		}
	}
	return all
}

// PlainText is the text of blocks, a paragraph a line.
func PlainText(blocks []Block) string {
	var lines []string
	Walk(blocks, func(p *Paragraph) {
		if t := strings.TrimSpace(p.Text()); t != "" {
			lines = append(lines, t)
		}
	})
	return strings.Join(lines, "\n")
}
