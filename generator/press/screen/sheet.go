package screen

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"bantin/generator/press/display"
)

// sheet paints one page, in pt from the top left corner of the trim.
type sheet struct {
	painter *Painter
	doc     *display.Document
	src     *display.Page
	b       bytes.Buffer
	ids     int
	depth   int // open clips

	raw    string       // source of what is in the open group
	source string       // as it is written
	inside bytes.Buffer // what is in it
	open   bool
	zones  []zone
}

// zone is the area of some lines below each other.
type zone struct{ x0, y0, x1, y1, last float64 }

func (s *sheet) paint() string {
	p := s.src
	s.b.WriteString(`<svg class="press" xmlns="http://www.w3.org/2000/svg" viewBox="`)
	s.nums(&s.b, 0, 0, p.Width, p.Height)
	fmt.Fprintf(&s.b, `" width="%.6gpt" height="%.6gpt">`, p.Width, p.Height)
	for _, item := range p.Items {
		s.item(item)
	}
	s.close()
	for ; s.depth > 0; s.depth-- {
		s.b.WriteString("</g>")
	}
	s.marks()
	s.b.WriteString("</svg>")
	return s.b.String()
}

func (s *sheet) item(item display.Item) {
	switch it := item.(type) {
	case *display.Text:
		s.begin(it.Elem)
		s.text(it)
	case *display.Image:
		s.begin(it.Elem)
		s.image(it)
	case *display.Link:
		s.link(it)
	case *display.Rect:
		s.begin(it.Elem)
		s.rect(it)
	case *display.Rule:
		s.begin(it.Elem)
		s.rule(it)
	case *display.Frame:
		s.begin(nil)
		s.frame(it)
	case *display.Push:
		s.close()
		if it.Group {
			fmt.Fprintf(&s.b, `<g opacity="%.3g">`, it.Opacity)
		} else {
			s.b.WriteString(`<g clip-path="url(#` + s.clip(&s.b, it.Clip) + `)">`)
		}
		s.depth++
	case *display.Pop:
		s.close()
		if s.depth > 0 {
			s.b.WriteString("</g>")
			s.depth--
		}
	}
}

// begin opens the group of what was written where e was, unless it is open.
func (s *sheet) begin(e *display.Elem) {
	raw := e.SourceOf()
	if s.open && raw == s.raw {
		return
	}
	s.close()
	s.open, s.raw, s.source = true, raw, raw
	if s.painter.opt.Source != nil && raw != "" {
		s.source = s.painter.opt.Source(raw)
	}
}

// close writes the open group. Its zones take the clicks beside the letters.
func (s *sheet) close() {
	if !s.open {
		return
	}
	grouped := s.source != "" && s.painter.opt.SourceAttr != ""
	if grouped {
		s.b.WriteString("<g " + s.painter.opt.SourceAttr + `="` + escape(s.source) + `">`)
		for _, z := range s.zones {
			s.b.WriteString(`<rect class="zone" fill="none" pointer-events="all"`)
			s.box(&s.b, z.x0, z.y0, z.x1-z.x0, z.y1-z.y0)
			s.b.WriteString("/>")
		}
	}
	s.b.Write(s.inside.Bytes())
	if grouped {
		s.b.WriteString("</g>")
	}
	s.inside.Reset()
	s.open, s.zones = false, s.zones[:0]
}

// cover makes a run of text part of a zone: of the one whose lines it goes on.
func (s *sheet) cover(t *display.Text) {
	x0, x1, y0, y1 := t.X, t.X+t.Width(), t.Y-0.95*t.Size, t.Y+0.3*t.Size
	if k := len(s.zones) - 1; k >= 0 {
		if z := &s.zones[k]; t.Y >= z.last-t.Size && t.Y-z.last < 2.2*t.Size {
			z.x0, z.x1, z.y0, z.y1 = min(z.x0, x0), max(z.x1, x1), min(z.y0, y0), max(z.y1, y1)
			z.last = t.Y
			return
		}
	}
	s.zones = append(s.zones, zone{x0, y0, x1, y1, t.Y})
}

// id makes an id of this page.
func (s *sheet) id() string {
	s.ids++
	return "p" + strconv.Itoa(s.src.Number) + "-" + strconv.Itoa(s.ids)
}

// num writes a length with two decimals at most. A page has ten thousand of
// them, and the general formatting takes most of the time.
func (s *sheet) num(b *bytes.Buffer, v float64) {
	if !(math.Abs(v) < 1e12) { // also what is no number
		v = 0
	}
	n := int64(math.Round(v * 100))
	out := b.AvailableBuffer()
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	out = strconv.AppendInt(out, n/100, 10)
	if c := n % 100; c != 0 {
		out = append(out, '.', byte('0'+c/10))
		if c%10 != 0 {
			out = append(out, byte('0'+c%10))
		}
	}
	b.Write(out)
}

func (s *sheet) nums(b *bytes.Buffer, list ...float64) {
	for i, v := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		s.num(b, v)
	}
}

// attr writes one numeric attribute.
func (s *sheet) attr(b *bytes.Buffer, name string, v float64) {
	b.WriteString(" " + name + `="`)
	s.num(b, v)
	b.WriteByte('"')
}

func (s *sheet) box(b *bytes.Buffer, x, y, w, h float64) {
	s.attr(b, "x", x)
	s.attr(b, "y", y)
	s.attr(b, "width", max(0, w))
	s.attr(b, "height", max(0, h))
}
