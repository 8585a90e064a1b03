package docx

import (
	"path"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// drawing reads what a drawing holds: pictures where they stand, text boxes
// after the paragraph.
func (l *line) drawing(n *ooxml.Node) {
	alt := ""
	if d := n.First("wp:docPr"); d != nil {
		alt = described(d.Attr("descr"))
	}
	l.figures(n, alt)
}

func (l *line) figures(n *ooxml.Node, alt string) {
	for _, c := range n.Children {
		switch c.Name {
		case "w:txbxContent":
			l.after = append(l.after, seen(l.box(c))...)
		case "pic:pic":
			if own := described(c.First("pic:cNvPr").Attr("descr")); alt == "" {
				l.figures(c, own)
				continue
			}
			l.figures(c, alt)
		case "a:blip":
			l.picture(c.Attr("r:embed"), c.Attr("r:link"), alt)
		case "v:imagedata":
			l.picture(c.Attr("r:id"), c.Attr("r:href"), described(c.Attr("o:title")))
		case "o:OLEObject":
			l.m.Leave(manuscript.Object, c.Attr("ProgID"))
		case "c:chart":
			l.m.Leave(manuscript.Object, "Chart")
		case "dgm:relIds":
			l.m.Leave(manuscript.Object, "SmartArt")
		case "w:control":
			l.m.Leave(manuscript.Script, c.Attr("w:name"))
		case "mc:AlternateContent":
			if choice := chosen(c); choice != nil {
				l.figures(choice, alt)
			}
		default:
			l.figures(c, alt)
		}
	}
}

// box reads a text box, apart from the field and paragraph around it.
func (r *reader) box(n *ooxml.Node) []manuscript.Block {
	fields, pending, after := r.fields, r.pending, r.after
	r.fields, r.pending, r.after = nil, nil, nil
	blocks := r.blocks(n)
	r.fields, r.pending, r.after = fields, pending, after
	return blocks
}

// described is an alternative text that a person wrote.
func described(s string) string {
	first, _, _ := strings.Cut(s, "\n")
	low := strings.ToLower(s)
	if strings.Contains(low, "automatically generated") || strings.Contains(low, "được tạo tự động") || path.Ext(first) != "" && !strings.Contains(first, " ") {
		return ""
	}
	return strings.Join(strings.Fields(s), " ")
}

// picture takes a picture over, once for every place where it stands.
func (l *line) picture(embed, link, alt string) {
	rel, ok := l.rels[embed]
	if !ok || rel.External || !l.pkg.Has(rel.Target) {
		if out, named := l.rels[link]; named && out.External {
			l.m.Leave(manuscript.Outside, out.Target)
		} else if ok {
			l.m.Leave(manuscript.Outside, rel.Target)
		}
		return
	}
	data, err := l.pkg.Read(rel.Target)
	if err != nil {
		if l.err == nil {
			l.err = err
		}
		return
	}
	p := l.pictures[rel.Target]
	if p == nil {
		p = &manuscript.Picture{Name: path.Base(rel.Target), Data: data, Alt: alt}
		l.pictures[rel.Target] = p
	}
	l.add(manuscript.Run{Picture: p})
}
