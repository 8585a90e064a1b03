package docx

import (
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
	"bantin/generator/viet/legacy"
)

// styles are the document's styles, by id.
type styles struct {
	byID     map[string]*ooxml.Node
	defaults *ooxml.Node // rPr
	normal   string      // the default paragraph style
}

func readStyles(root *ooxml.Node) (*styles, error) {
	s := &styles{byID: map[string]*ooxml.Node{}}
	if root == nil {
		return s, nil
	}
	s.defaults = root.Child("w:docDefaults", "w:rPrDefault", "w:rPr")
	for _, n := range root.Children {
		if n.Name != "w:style" {
			continue
		}
		id := n.Attr("w:styleId")
		s.byID[id] = n
		if n.Attr("w:type") == "paragraph" && n.Attr("w:default") == "1" {
			s.normal = id
		}
	}
	return s, nil
}

// chain lists a style and those that it is based on, the base first.
func (s *styles) chain(id string) (all []*ooxml.Node) {
	for range 32 { // a style may be based on itself
		n := s.byID[id]
		if n == nil {
			break
		}
		all = append([]*ooxml.Node{n}, all...)
		id = n.Child("w:basedOn").Attr("w:val")
	}
	return all
}

// paraStyle is what a paragraph's style says.
type paraStyle struct {
	heading      int
	role         manuscript.Role
	quote        bool
	align        manuscript.Align
	numID, level string
}

var headingName = regexp.MustCompile(`^(?:heading|tiêu đề|đề mục) ?([1-9])$`)

func (s *styles) paragraph(pr *ooxml.Node) (p paraStyle) {
	id := pr.Child("w:pStyle").Attr("w:val")
	if id == "" {
		id = s.normal
	}
	for _, n := range s.chain(id) {
		own := n.Child("w:pPr")
		if a, ok := aligns[own.Child("w:jc").Attr("w:val")]; ok {
			p.align = a
		}
		if num := own.Child("w:numPr"); num != nil {
			if v := num.Child("w:numId").Attr("w:val"); v != "" {
				p.numID = v
			}
			if v := num.Child("w:ilvl").Attr("w:val"); v != "" {
				p.level = v
			}
		}
		p.outline(own.Child("w:outlineLvl"))
		p.named(strings.ToLower(n.Child("w:name").Attr("w:val")))
	}
	p.outline(pr.Child("w:outlineLvl"))
	return p
}

func (p *paraStyle) outline(n *ooxml.Node) {
	if v, ok := n.Has("w:val"); ok {
		if p.heading = number(v) + 1; p.heading > 6 {
			p.heading = 0 // 9 is body text
		}
	}
}

func (p *paraStyle) named(name string) {
	switch {
	case headingName.MatchString(name):
		p.heading = min(6, number(headingName.FindStringSubmatch(name)[1]))
	case name == "title":
		p.role = manuscript.Title
	case name == "subtitle":
		p.role = manuscript.Subtitle
	case name == "caption":
		p.role = manuscript.Caption
	case name == "quote", name == "intense quote", name == "quotations", name == "block text":
		p.quote = true
	}
}

// look is how a run looks.
type look struct {
	bold, italic, strike, hidden bool
	vertical, font               string
	size                         int
}

// run resolves the look of a run: defaults, the paragraph's style, the
// character style, its own properties.
func (s *styles) run(paragraph string, pr *ooxml.Node) (l look) {
	if paragraph == "" {
		paragraph = s.normal
	}
	l.apply(s.defaults)
	for _, n := range s.chain(paragraph) {
		l.apply(n.Child("w:rPr"))
	}
	for _, n := range s.chain(pr.Child("w:rStyle").Attr("w:val")) {
		l.apply(n.Child("w:rPr"))
	}
	l.apply(pr)
	return l
}

func (l *look) apply(pr *ooxml.Node) {
	if pr == nil {
		return
	}
	for _, c := range pr.Children {
		switch c.Name {
		case "w:b":
			l.bold = on(c)
		case "w:i":
			l.italic = on(c)
		case "w:strike", "w:dstrike":
			l.strike = on(c)
		case "w:vanish":
			l.hidden = on(c)
		case "w:vertAlign":
			l.vertical = c.Attr("w:val")
		case "w:sz":
			l.size = number(c.Attr("w:val"))
		case "w:rFonts":
			for _, name := range []string{"w:hAnsi", "w:ascii"} {
				if f := c.Attr(name); f != "" {
					l.font = f
					break
				}
				if _, themed := c.Has(name + "Theme"); themed {
					l.font = ""
					break
				}
			}
		}
	}
}

// encoding is what the font promises that the letters are.
func (l look) encoding() legacy.Encoding { return legacy.OfFont(l.font) }

// capitals reports a TCVN3 font that shows small letters as capitals.
func (l look) capitals() bool { return legacy.CapitalFont(l.font) }
