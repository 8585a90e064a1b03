package docx

import (
	"slices"
	"strconv"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

func sorted(s []string) []string { return slices.Sorted(slices.Values(s)) }

// blocks reads the paragraphs and tables of a body, cell, note or text box.
func (r *reader) blocks(n *ooxml.Node) (out []manuscript.Block) {
	for _, c := range n.Children {
		switch c.Name {
		case "w:p":
			if p := r.paragraph(c); p != nil {
				out = append(out, p)
			}
			out, r.after = append(out, r.after...), nil
		case "w:tbl":
			out = append(out, r.table(c))
		case "w:sdt":
			if content := r.control(c); content != nil {
				out = append(out, r.blocks(content)...)
			}
		case "w:ins", "w:moveTo", "w:customXml", "w:smartTag":
			out = append(out, r.blocks(c)...)
		case "w:del", "w:moveFrom":
			r.drop(manuscript.Deleted, c)
		case "mc:AlternateContent":
			if choice := chosen(c); choice != nil {
				out = append(out, r.blocks(choice)...)
			}
		case "m:oMathPara", "m:oMath":
			out = append(out, &manuscript.Paragraph{Runs: []manuscript.Run{{Text: r.formula(c)}}})
		case "w:altChunk":
			r.m.Leave(manuscript.Object, "altChunk")
		}
	}
	return out
}

// control is the content of a content control (a form's field or an automatic
// part), nil when nobody filled it.
func (r *reader) control(sdt *ooxml.Node) *ooxml.Node {
	content := sdt.Child("w:sdtContent")
	pr := sdt.Child("w:sdtPr")
	switch {
	case content == nil:
	case pr.Child("w:docPartObj", "w:docPartGallery").Attr("w:val") == "Table of Contents":
		r.m.Leave(manuscript.Contents, "")
		return nil
	case on(pr.Child("w:showingPlcHdr")):
		r.m.Leave(manuscript.Field, r.aside(r.part, content))
		return nil
	}
	return content
}

// chosen is the branch of alternative content to read: exactly one.
func chosen(n *ooxml.Node) *ooxml.Node {
	choice, fallback := n.Child("mc:Choice"), n.Child("mc:Fallback")
	for _, name := range []string{"w:txbxContent", "a:blip", "c:chart", "dgm:relIds", "w:t", "w:p"} {
		if choice.First(name) != nil {
			return choice
		}
	}
	if fallback != nil {
		return fallback
	}
	return choice
}

// on reads a property that is on when it is there without a value.
func on(n *ooxml.Node) bool {
	if n == nil {
		return false
	}
	switch n.Attr("w:val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return 0
	}
	return n
}

// paragraph reads one paragraph; nil when it goes on in the next one.
func (r *reader) paragraph(n *ooxml.Node) *manuscript.Paragraph {
	pr := n.Child("w:pPr")
	style := r.styles.paragraph(pr)
	p := &manuscript.Paragraph{Heading: style.heading, Role: style.role, Quote: style.quote, Align: style.align}
	if a, ok := aligns[pr.Child("w:jc").Attr("w:val")]; ok {
		p.Align = a
	}
	if pr.Child("w:pPrChange") != nil {
		r.reformat++
	}
	line := &line{reader: r, style: pr.Child("w:pStyle").Attr("w:val")}
	line.read(n, manuscript.Format{})
	p.Size = line.size
	p.Runs = manuscript.Join(append(r.pending, line.runs...))
	r.pending = nil
	mark := pr.Child("w:rPr")
	dropCap := pr.Child("w:framePr").Attr("w:dropCap")
	if mark.Child("w:del") != nil || mark.Child("w:moveFrom") != nil && len(line.runs) > 0 || dropCap == "drop" || dropCap == "margin" {
		r.pending = p.Runs
		return nil
	}
	if !p.Empty() {
		p.List = r.numbers.item(pr, style)
	}
	return p
}

var aligns = map[string]manuscript.Align{
	"left": manuscript.Start, "start": manuscript.Start, "center": manuscript.Center,
	"right": manuscript.Right, "end": manuscript.Right, "both": manuscript.Justify, "distribute": manuscript.Justify,
}
