package docx

import (
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
	"bantin/generator/viet/legacy"
)

// line reads what stands in a paragraph.
type line struct {
	*reader
	style string // the paragraph's
	runs  []manuscript.Run
	size  int
}

// read reads the children of a paragraph, link, insertion or field.
func (l *line) read(n *ooxml.Node, f manuscript.Format) {
	for _, c := range n.Children {
		switch c.Name {
		case "w:r":
			l.run(c, f)
		case "w:hyperlink":
			l.read(c, l.linked(f, l.target(c)))
		case "w:fldSimple":
			l.simple(c, f)
		case "w:ins", "w:moveTo":
			l.inserted(c, f)
		case "w:del", "w:moveFrom":
			l.drop(manuscript.Deleted, c)
		case "w:smartTag", "w:customXml", "w:bdo", "w:dir":
			l.read(c, f)
		case "w:sdt":
			if content := l.control(c); content != nil {
				l.read(content, f)
			}
		case "mc:AlternateContent":
			if choice := chosen(c); choice != nil {
				l.read(choice, f)
			}
		case "m:oMath", "m:oMathPara":
			l.add(manuscript.Run{Text: l.formula(c), Format: f})
		}
	}
}

// inserted reads a tracked insertion, and tells it.
func (l *line) inserted(n *ooxml.Node, f manuscript.Format) {
	from := len(l.runs)
	l.read(n, f)
	var text strings.Builder
	for _, r := range l.runs[from:] {
		text.WriteString(r.Text)
	}
	kind := manuscript.Inserted
	if n.Name == "w:moveTo" {
		kind = manuscript.Moved
	}
	l.tell(kind, text.String(), n)
}

// drop tells a tracked deletion. What was moved away is told where it went.
func (r *reader) drop(k manuscript.Kind, n *ooxml.Node) {
	if n.Name == "w:moveFrom" {
		return
	}
	var text strings.Builder
	n.Find("w:delText", func(t *ooxml.Node) { text.WriteString(t.Text) })
	n.Find("w:t", func(t *ooxml.Node) { text.WriteString(t.Text) })
	r.tell(k, text.String(), n)
}

func (r *reader) tell(k manuscript.Kind, text string, n *ooxml.Node) {
	if strings.TrimSpace(text) != "" {
		r.m.Left = append(r.m.Left, manuscript.Left{Kind: k, Text: text, Who: n.Attr("w:author")})
	}
}

func (l *line) add(r manuscript.Run) {
	if len(l.fields) > 0 {
		for _, f := range l.fields {
			if !f.shown || f.skip {
				return
			}
			if f.link != "" && r.Link == "" {
				r.Link = f.link
			}
		}
	}
	l.runs = append(l.runs, r)
}

// run reads one run.
func (l *line) run(n *ooxml.Node, f manuscript.Format) {
	pr := n.Child("w:rPr")
	look := l.styles.run(l.style, pr)
	if pr.Child("w:rPrChange") != nil {
		l.reformat++
	}
	if look.hidden {
		if text := l.plain(n); strings.TrimSpace(text) != "" {
			l.m.Leave(manuscript.Hidden, text)
		}
		return
	}
	f.Bold, f.Italic, f.Strike = look.bold, look.italic, look.strike
	f.Super, f.Sub = look.vertical == "superscript", look.vertical == "subscript"
	base := manuscript.Run{Format: f, Old: look.encoding(), Capitals: look.capitals()}
	for _, c := range n.Children {
		l.piece(c, base, look)
	}
}

// piece reads one child of a run.
func (l *line) piece(c *ooxml.Node, base manuscript.Run, look look) {
	text := func(s string) { r := base; r.Text = s; l.add(r) }
	switch c.Name {
	case "w:t":
		if strings.TrimSpace(c.Text) != "" {
			l.size = max(l.size, look.size)
		}
		text(l.letters(c, look))
	case "w:tab", "w:ptab":
		text("\t")
	case "w:br", "w:cr":
		if kind := c.Attr("w:type"); kind == "" || kind == "textWrapping" {
			text("\n")
		}
	case "w:noBreakHyphen":
		text("-")
	case "w:softHyphen":
		if base.Old == legacy.TCVN3 { // the byte of its letter ư
			text("\u00ad")
		}
	case "w:sym":
		text(l.symbol(c.Attr("w:font"), c.Attr("w:char")))
	case "w:fldChar":
		l.fieldChar(c)
	case "w:instrText":
		if last := len(l.fields) - 1; last >= 0 && !l.fields[last].shown {
			l.fields[last].code += c.Text
		}
	case "w:footnoteReference", "w:endnoteReference":
		l.note(strings.TrimSuffix(strings.TrimPrefix(c.Name, "w:"), "Reference")+" "+c.Attr("w:id"), base)
	case "w:drawing", "w:pict", "w:object":
		l.drawing(c)
	case "mc:AlternateContent":
		if choice := chosen(c); choice != nil {
			for _, inner := range choice.Children {
				l.piece(inner, base, look)
			}
		}
	case "w:ruby":
		c.Child("w:rubyBase").Find("w:r", func(r *ooxml.Node) { l.run(r, base.Format) })
	}
}

// letters is the text of a w:t: its outer spaces count only where it says so.
func (l *line) letters(c *ooxml.Node, look look) string {
	s := strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(c.Text)
	if c.Attr("xml:space") != "preserve" {
		s = strings.Trim(s, " \t")
	}
	if look.encoding() == legacy.None {
		s = strings.ReplaceAll(s, "\u00ad", "") // a soft hyphen; in TCVN3 a letter
	}
	return l.symbols(s, look.font)
}

// plain is all text of a run, to tell it.
func (l *line) plain(n *ooxml.Node) string {
	var b strings.Builder
	n.Find("w:t", func(t *ooxml.Node) { b.WriteString(t.Text) })
	return b.String()
}

// note reads the note that a run calls.
func (l *line) note(key string, base manuscript.Run) {
	n := l.notes[key]
	if n == nil {
		return
	}
	part := l.related[strings.Fields(key)[0]+"s"]
	outer, rels, fields, pending, after := l.part, l.rels, l.fields, l.pending, l.after
	l.part, l.fields, l.pending, l.after = part, nil, nil, nil
	l.notes[key] = nil // a note that calls itself
	if r, err := l.pkg.Relations(part); err == nil {
		l.rels = r
	}
	blocks := l.blocks(n)
	l.notes[key] = n
	l.part, l.rels, l.fields, l.pending, l.after = outer, rels, fields, pending, after
	for len(blocks) > 0 {
		p, ok := blocks[0].(*manuscript.Paragraph)
		if !ok || !p.Empty() {
			break
		}
		blocks = blocks[1:]
	}
	l.add(manuscript.Run{Note: &manuscript.Note{Blocks: blocks}})
}
