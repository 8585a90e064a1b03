package layout

import (
	"fmt"
	"math"
	"strings"

	"bantin/generator/press/display"
)

// Lines writes where every line of text stands, in reading order as painted:
// for golden tests of whole documents, that a person can compare. Lengths are
// pt from the top left corner of the page; y is the baseline.
//
//	page 4 "4" 595.28x841.89
//	    53.0   120.5   318.2  Nghị quyết số 21-NQ/TW ngày 16 tháng 6 năm 2022
//	    (x)     (y)  (width)
func Lines(doc *display.Document) string {
	var sb strings.Builder
	for _, p := range doc.Pages {
		fmt.Fprintf(&sb, "page %d %q %.2fx%.2f\n", p.Number, p.Label, p.Width, p.Height)
		var l textLine
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok && !l.add(t) {
				l.write(&sb)
				l = textLine{}
				l.add(t)
			}
		}
		l.write(&sb)
	}
	return sb.String()
}

// textLine is a line put together again from its runs.
type textLine struct {
	x, y, end, size float64
	text            string
}

// add takes a run that goes on where the line ends; it says whether it did.
func (l *textLine) add(t *display.Text) bool {
	width := t.Width()
	gap := t.X - l.end
	switch {
	case l.text == "":
		l.x, l.y = t.X, t.Y
	case math.Abs(t.Y-l.y) > 0.01 || gap < -0.5 || gap > max(l.size, t.Size):
		return false
	case gap > 0.1*t.Size && !strings.HasSuffix(l.text, " ") && !strings.HasPrefix(t.Text, " "):
		l.text += " "
	}
	l.text += t.Text
	l.end, l.size = t.X+width, t.Size
	return true
}

func (l *textLine) write(sb *strings.Builder) {
	if text := strings.TrimSpace(l.text); text != "" {
		fmt.Fprintf(sb, "%8.1f %7.1f %7.1f  %s\n", l.x, l.y, l.end-l.x, text)
	}
}
