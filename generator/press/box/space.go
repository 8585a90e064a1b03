package box

import (
	"strings"

	"bantin/generator/press/css"
)

// space processes the white space of every inline formatting context (CSS Text
// 3, section 4.1.1). Removing spaces at the ends of soft-wrapped lines is left
// to layout, which breaks the lines.
func (b *builder) space(x *Box) {
	if x.Kind == MarkerBox {
		return
	}
	s := &spacer{b: b, atSpace: true}
	x.Children = s.run(x.Children)
	s.trim()
	x.Children = prune(x.Children)
}

// spacer walks along one inline formatting context.
type spacer struct {
	b       *builder
	atSpace bool // a space here would collapse: at a line's start or behind a space
	last    *Box // the text that ends with the collapsible space before here
	column  int  // for tab stops
}

// trim removes the collapsible space before a line's end.
func (s *spacer) trim() {
	if s.last != nil {
		s.last.Text = strings.TrimSuffix(s.last.Text, " ")
		s.last = nil
	}
}

func (s *spacer) run(kids []*Box) []*Box {
	out := make([]*Box, 0, len(kids))
	for _, k := range kids {
		switch {
		case k.Kind == TextBox && k.Content == nil:
			out = append(out, s.text(k)...)
			continue
		case k.Kind == MarkerBox:
		case k.Kind != LineBreak && outOfFlow(k), blockLevel(k) && k.Kind != ReplacedBox:
			s.b.space(k)
		case k.Kind == InlineBox || k.Kind == FootnoteCall:
			k.Children = s.run(k.Children)
		case k.Kind == LineBreak:
			s.newline()
		default:
			s.b.space(k)
			s.atSpace, s.last = false, nil
		}
		out = append(out, k)
	}
	return out
}

func (s *spacer) newline() {
	s.trim()
	s.atSpace, s.column = true, 0
}

// text processes one text box; kept line ends cut it into several.
func (s *spacer) text(x *Box) []*Box {
	if x.Style.Hyphens == css.HyphensNone {
		x.Text = strings.ReplaceAll(x.Text, "\u00ad", "")
	}
	ws := x.Style.WhiteSpace
	if ws == css.WSNormal || ws == css.WSNowrap {
		s.collapse(x)
		return []*Box{x}
	}
	var out []*Box
	for i, line := range strings.Split(strings.ReplaceAll(x.Text, "\r\n", "\n"), "\n") {
		if i > 0 {
			s.newline()
			out = append(out, &Box{Kind: LineBreak, Style: x.Style})
		}
		piece := *x
		piece.Text = line
		if ws == css.WSPreLine {
			s.collapse(&piece)
		} else {
			piece.Text = s.tabs(line)
			if line != "" {
				s.atSpace, s.last = false, nil
			}
		}
		out = append(out, &piece)
	}
	return out
}

// collapse makes one space of every run of spaces, tabs and line ends, also
// across boxes.
func (s *spacer) collapse(x *Box) {
	var b strings.Builder
	b.Grow(len(x.Text))
	for _, r := range x.Text {
		switch r {
		case ' ', '\t', '\n', '\r', '\f':
			if !s.atSpace {
				b.WriteByte(' ')
				s.atSpace, s.last = true, x
			}
		default:
			b.WriteRune(r)
			s.atSpace, s.last = false, nil
		}
	}
	x.Text = b.String()
}

// tabs turns tabs into spaces up to the next stop of eight (section 4.2).
func (s *spacer) tabs(line string) string {
	if !strings.Contains(line, "\t") {
		s.column += len([]rune(line))
		return line
	}
	var b strings.Builder
	for _, r := range line {
		if r != '\t' {
			b.WriteRune(r)
			s.column++
			continue
		}
		n := 8 - s.column%8
		b.WriteString(strings.Repeat(" ", n))
		s.column += n
	}
	return b.String()
}

// prune drops text boxes without text.
func prune(kids []*Box) []*Box {
	out := kids[:0]
	for _, k := range kids {
		if k.Kind == TextBox && k.Text == "" && k.Content == nil {
			continue
		}
		if k.Kind == InlineBox || k.Kind == FootnoteCall {
			k.Children = prune(k.Children)
		}
		out = append(out, k)
	}
	return out
}
