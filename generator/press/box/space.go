package box

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	out := kids[:0]
	if slices.ContainsFunc(kids, keepsLines) {
		out = make([]*Box, 0, len(kids))
	}
	for _, k := range kids {
		switch {
		case keepsLines(k):
			out = append(out, s.lines(k)...)
			continue
		case k.Kind == TextBox && k.Content == nil:
			k.Text = visibleText(k)
			s.collapse(k)
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

// keepsLines reports whether x is text whose line ends are kept.
func keepsLines(x *Box) bool {
	return x.Kind == TextBox && x.Content == nil && x.Style.WhiteSpace != css.WSNormal && x.Style.WhiteSpace != css.WSNowrap
}

// visibleText is the text of x without the soft hyphens that it may not use.
func visibleText(x *Box) string {
	if x.Style.Hyphens == css.HyphensNone {
		return strings.ReplaceAll(x.Text, "\u00ad", "")
	}
	return x.Text
}

// lines processes a text box whose line ends, which are kept, cut it into
// several.
func (s *spacer) lines(x *Box) []*Box {
	ws := x.Style.WhiteSpace
	var out []*Box
	for i, line := range strings.Split(strings.ReplaceAll(visibleText(x), "\r\n", "\n"), "\n") {
		if i > 0 {
			s.newline()
			out = append(out, &Box{Kind: LineBreak, Style: x.Style})
		}
		piece := *x
		piece.Text = line
		if ws == css.WSPreLine {
			s.collapse(&piece)
		} else {
			piece.Text = s.tabs(line, x.Style.TabSize)
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
	if x.Text != "" && s.collapsed(x.Text) {
		s.atSpace, s.last = false, nil
		if strings.HasSuffix(x.Text, " ") {
			s.atSpace, s.last = true, x
		}
		return
	}
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

// collapsed reports whether nothing of text collapses: most text is written so.
func (s *spacer) collapsed(text string) bool {
	space := s.atSpace
	for i := range len(text) {
		switch text[i] {
		case '\t', '\n', '\r', '\f':
			return false
		case ' ':
			if space {
				return false
			}
			space = true
		default:
			space = false
		}
	}
	return utf8.ValidString(text)
}

// tabs turns tabs into spaces up to the next stop of tab-size (section 4.2).
func (s *spacer) tabs(line string, size int) string {
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
		n := 0
		if size > 0 {
			n = size - s.column%size
		}
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
