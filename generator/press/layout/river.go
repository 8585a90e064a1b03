package layout

import (
	"fmt"
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/para"
)

// A river is a white channel that wide word spaces form where they stand one
// below the other. Even text has some spaces below each other by chance; the
// eye follows them when they are wide and many.
const (
	riverSpace   = 0.38 // em, the narrowest space that takes part
	riverOverlap = 0.20 // em that a space shares with the one above
	riverLines   = 4
)

// river is a channel that reaches the line painted last.
type river struct {
	x0, x1 float64 // its space on that line
	lines  int
}

// stream is the text that the painter is amid: lines of one column, one below
// the other.
type stream struct {
	column int
	x, y   float64
	rivers []river
}

// follow goes on with the rivers of the lines above, and reports one when it
// grows long enough.
func (p *painter) follow(l *lineBox, x, y float64) {
	s := &p.stream
	em := l.n.Style.FontSize
	if s.column != p.column || math.Abs(s.x-x) > 0.5 || y <= s.y || y-s.y > 2*(l.asc+l.desc) {
		s.rivers = nil
	}
	var now []river
	if l.n.Style.TextAlign == css.AlignJustify {
		now = spaces(&l.line, x+l.shift, riverSpace*em)
	}
	for i := range now {
		r := &now[i]
		for _, above := range s.rivers {
			if math.Min(r.x1, above.x1)-math.Max(r.x0, above.x0) >= riverOverlap*em {
				r.lines = max(r.lines, above.lines+1)
			}
		}
		if r.lines == riverLines {
			text := lineText(&l.line)
			p.findAt(River, l.n, fmt.Sprintf("wide word spaces stand one below the other on %d lines; the last is: %s", riverLines, clip40(text)), l.place(x, y)).Text = text
		}
	}
	*s = stream{p.column, x, y, now}
}

// spaces lists the word spaces of a line that are at least wide pt.
func spaces(l *para.Line, x float64, wide float64) (list []river) {
	for k := range l.Pieces {
		pc := &l.Pieces[k]
		at, from := x+pc.X, 0
		for i := range pc.Glyphs {
			g := &pc.Glyphs[i]
			adv := float64(g.Adv)
			if g.Bytes() == 1 && pc.Text[from] == ' ' && adv >= wide {
				list = append(list, river{at, at + adv, 1})
			}
			from += g.Bytes()
			at += adv
		}
	}
	return list
}
