package screen

import (
	"bytes"
	"strings"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
)

// text paints one run: each character with its own place. A character outside
// the basic plane, which takes two places, gets an element of its own.
func (s *sheet) text(t *display.Text) {
	if len(t.Glyphs) == 0 || t.Size <= 0 || t.Face == nil || t.Color.A <= 0 {
		return
	}
	s.cover(t)
	f := s.painter.font(t.Face)
	var run run
	x := t.X
	end, text, next := 0, "", 0
	for i := range t.Glyphs {
		g, off, alone := &t.Glyphs[i], t.Offset(i), ""
		if i == end {
			if end, text, next = t.Cluster(i, next); end == i+1 && g.Len != face.Soft {
				alone = text // else it is one of several, or an added hyphen
			}
		}
		c := f.char(g, alone)
		if c > 0xffff && run.n > 0 {
			s.run(t, f, &run)
		}
		run.add(s, c, x+float64(off.X), t.Y-float64(off.Y))
		if c > 0xffff {
			s.run(t, f, &run)
		}
		x += float64(g.Adv)
	}
	if run.n > 0 {
		s.run(t, f, &run)
	}
}

// run collects the characters of one element.
type run struct {
	chars strings.Builder
	xs    bytes.Buffer
	ys    bytes.Buffer
	n     int
	bent  bool // the glyphs stand at different heights
	y     float64
}

func (r *run) add(s *sheet, c rune, x, y float64) {
	if r.n > 0 {
		r.xs.WriteByte(' ')
		r.ys.WriteByte(' ')
		r.bent = r.bent || y != r.y
	}
	s.num(&r.xs, x)
	s.num(&r.ys, y)
	r.y = y
	r.n++
	switch c {
	case '&':
		r.chars.WriteString("&amp;")
	case '<':
		r.chars.WriteString("&lt;")
	case '>':
		r.chars.WriteString("&gt;")
	default:
		r.chars.WriteRune(c)
	}
}

// run writes the element and empties r.
func (s *sheet) run(t *display.Text, f *font, r *run) {
	b := &s.inside
	b.WriteString(`<text font-family="` + f.family + `"`)
	s.attr(b, "font-size", t.Size)
	s.fill(b, t.Color)
	b.WriteString(` x="`)
	b.Write(r.xs.Bytes())
	if r.bent {
		b.WriteString(`" y="`)
		b.Write(r.ys.Bytes())
		b.WriteString(`">`)
	} else {
		b.WriteByte('"')
		s.attr(b, "y", r.y)
		b.WriteByte('>')
	}
	b.WriteString(r.chars.String())
	b.WriteString("</text>")
	*r = run{}
}

// link paints a clickable area. Script addresses are no links.
func (s *sheet) link(l *display.Link) {
	address := l.URL
	switch {
	case l.Anchor != "" && l.URL == "":
		at, ok := s.doc.Anchors[l.Anchor]
		if !ok || s.painter.opt.Sheet == nil {
			return
		}
		address = s.painter.opt.Sheet(at.Page)
	case !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") && !strings.HasPrefix(address, "mailto:"):
		return
	}
	if address == "" {
		return
	}
	s.begin(l.Elem)
	b := &s.inside
	b.WriteString(`<a href="` + escape(address) + `"`)
	if l.URL != "" {
		b.WriteString(` target="_blank" rel="noopener"`)
	}
	b.WriteString(`><rect fill="none" pointer-events="all"`)
	s.box(b, l.X, l.Y, l.W, l.H)
	b.WriteString("/></a>")
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

func escape(s string) string { return escaper.Replace(s) }
