package paint

import (
	"math"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// text paints one run of glyphs.
func (g *page) text(t *display.Text) error {
	if len(t.Glyphs) == 0 || t.Size <= 0 {
		return nil
	}
	f, err := g.font(t.Face)
	if err != nil {
		return err
	}
	if t.ActualText != "" {
		f.use(t.Glyphs)
		g.piece(f, t, 0, len(t.Glyphs), 0, t.ActualText)
		return nil
	}
	g.clusters(f, t)
	return nil
}

// clusters shows the glyphs, and takes out those whose own text would be
// extracted wrongly: several glyphs that stand for one cluster, or a glyph that
// stands for something else elsewhere in the document.
func (g *page) clusters(f *font, t *display.Text) {
	start, startPos, pos := 0, 0.0, 0.0 // of the glyphs not yet shown, and of the cluster
	for i, from := 0, 0; i < len(t.Glyphs); {
		end, text, byteEnd := t.Cluster(i, from)
		next := pos
		for k := i; k < end; k++ {
			next += float64(t.Glyphs[k].Adv)
		}
		if text = plainText(text); !f.stands(t.Glyphs[i:end], text) {
			g.piece(f, t, start, i, startPos, "")
			g.piece(f, t, i, end, pos, text)
			start, startPos = end, next
		}
		i, pos, from = end, next, byteEnd
	}
	g.piece(f, t, start, len(t.Glyphs), startPos, "")
}

// piece shows the glyphs from..to, which begin pos pt after the run's start.
// actual is what they are to be read as, when their own text is not enough. That stands at the
// element's own marked content, not nested within: some readers lose the rest
// of a sequence after a nested one.
func (g *page) piece(f *font, t *display.Text, from, to int, pos float64, actual string) {
	if from == to {
		return
	}
	inElem := actual != "" && g.tags != nil && !g.untagged && g.tags.knows(t.Elem)
	if inElem {
		g.markActual(t.Elem, actual)
	} else {
		g.mark(t.Elem)
	}
	g.fillColor(t.Color)
	g.beginText()
	if name := g.res.use("Font", "F", f.ref); g.state.font != f || g.state.size != t.Size {
		g.c.Font(name, t.Size)
		g.state.font, g.state.size = f, t.Size
	}
	g.moveTo(g.x(t.X)+pos, g.y(t.Y))
	if actual != "" && !inElem {
		g.c.Marked("Span", pdf.Dict{{Key: "ActualText", Value: actual}})
	}
	showGlyphs(&g.c, f, t, from, to)
	if actual != "" && !inElem {
		g.c.Op("EMC")
	}
	if inElem {
		g.closeMark()
	}
}

// moveTo starts a line at (x, y). The operator moves from the last line's
// start, so that is kept as it was written, lest rounding adds up.
func (g *page) moveTo(x, y float64) {
	dx, dy := round(x-g.originX), round(y-g.originY)
	g.c.Op("Td", dx, dy)
	g.originX, g.originY = g.originX+dx, g.originY+dy
}

func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// showGlyphs writes glyphs. Advances that differ from the font's own become
// adjustments, measured from where the reader's pen really is, so that rounding
// never adds up.
func showGlyphs(c *pdf.Content, f *font, t *display.Text, from, to int) {
	perMille := t.Size / 1000
	line := c.BeginLine()
	rise, pen, pos := 0.0, 0.0, 0.0
	for i := from; i < to; i++ {
		gl, off := &t.Glyphs[i], t.Offset(i)
		if up := float64(off.Y); up != rise {
			line.End()
			c.Op("Ts", up)
			rise = up
			line = c.BeginLine()
		}
		pen -= line.Adjust((pen-pos-float64(off.X))/perMille) * perMille
		line.Glyph(gl.ID)
		pen += f.glyph(gl.ID).width * perMille
		pos += float64(gl.Adv)
	}
	line.End()
	if rise != 0 {
		c.Op("Ts", 0)
	}
}
