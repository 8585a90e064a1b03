package pdf

import (
	"math"
	"strconv"
)

// TextLine builds one TJ operator: two-byte glyph codes with adjustments.
type TextLine struct {
	c    *Content
	open bool // inside a string
}

// BeginLine starts a TJ array.
func (c *Content) BeginLine() TextLine {
	c.buf = append(c.buf, '[')
	return TextLine{c: c}
}

// Glyph shows a glyph.
func (t *TextLine) Glyph(id uint16) {
	if !t.open {
		t.c.buf = append(t.c.buf, '(')
		t.open = true
	}
	t.c.buf = appendEscaped(t.c.buf, byte(id>>8))
	t.c.buf = appendEscaped(t.c.buf, byte(id))
}

// Adjust moves back by thousandths of the font size and returns how far it
// really moved, since whole numbers are written.
func (t *TextLine) Adjust(thousandths float64) float64 {
	n := math.Round(thousandths)
	if n == 0 {
		return 0
	}
	t.close()
	t.c.buf = strconv.AppendInt(t.c.buf, int64(n), 10)
	return n
}

// End writes the operator.
func (t *TextLine) End() {
	t.close()
	t.c.buf = append(t.c.buf, "]TJ\n"...)
}

func (t *TextLine) close() {
	if t.open {
		t.c.buf = append(t.c.buf, ')')
		t.open = false
	}
}
