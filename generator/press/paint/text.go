package paint

import (
	"math"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// text paints one run of glyphs.
func (g *page) text(t *display.Text) error {
	if len(t.Glyphs) == 0 || t.Color.A <= 0 && t.Elem == nil {
		return nil
	}
	f, err := g.font(t.Face)
	if err != nil {
		return err
	}
	g.mark(t.Elem)
	g.fillColor(t.Color)
	g.beginText()
	if name := g.res.use("Font", "F", f.ref); g.state.font != f || g.state.size != t.Size {
		g.c.Font(name, t.Size)
		g.state.font, g.state.size = f, t.Size
	}
	g.moveTo(g.x(t.X), g.y(t.Y))
	if t.ActualText != "" {
		f.use(t.Glyphs)
		g.c.Marked("Span", pdf.Dict{{Key: "ActualText", Value: t.ActualText}})
		g.show(f, t, t.Glyphs, 0, 0)
		g.c.Op("EMC")
		return nil
	}
	g.clusters(f, t)
	return nil
}

// moveTo starts a line at (x, y). The operator moves from the last line's
// start, so that is kept as it was written, lest rounding adds up.
func (g *page) moveTo(x, y float64) {
	dx, dy := round(x-g.originX), round(y-g.originY)
	g.c.Op("Td", dx, dy)
	g.originX, g.originY = g.originX+dx, g.originY+dy
}

func round(v float64) float64 { return math.Round(v*1000) / 1000 }

// clusters shows the glyphs, and wraps those whose own text would be extracted
// wrongly: several glyphs that stand for one cluster, or a glyph that stands
// for something else elsewhere in the document.
func (g *page) clusters(f *font, t *display.Text) {
	plain := 0 // start of the glyphs not yet shown
	pos, shown := 0.0, 0.0
	for i := 0; i < len(t.Glyphs); {
		end := i + 1
		for end < len(t.Glyphs) && t.Glyphs[end].Text == "" {
			end++
		}
		width := 0.0
		for _, gl := range t.Glyphs[i:end] {
			width += gl.Adv
		}
		if !f.stands(t.Glyphs[i:end]) {
			shown = g.show(f, t, t.Glyphs[plain:i], shown, posBefore(t.Glyphs[plain:i], pos))
			g.c.Marked("Span", pdf.Dict{{Key: "ActualText", Value: t.Glyphs[i].Text}})
			shown = g.show(f, t, t.Glyphs[i:end], shown, pos)
			g.c.Op("EMC")
			plain = end
		}
		pos += width
		i = end
	}
	g.show(f, t, t.Glyphs[plain:], shown, posBefore(t.Glyphs[plain:], pos))
}

// posBefore is where glyphs start that end at pos.
func posBefore(glyphs []display.Glyph, pos float64) float64 {
	for _, gl := range glyphs {
		pos -= gl.Adv
	}
	return pos
}

// show writes glyphs. The reader's pen stands at shown, the first glyph belongs
// at pos, both in pt from the start of the line; it returns where the pen stands
// afterwards. Advances that differ from the font's own become adjustments,
// measured from where the pen really is, so that rounding never adds up.
func (g *page) show(f *font, t *display.Text, glyphs []display.Glyph, shown, pos float64) float64 {
	if len(glyphs) == 0 || t.Size == 0 {
		return shown
	}
	perMille := t.Size / 1000
	line := g.c.BeginLine()
	rise := 0.0
	for _, gl := range glyphs {
		if gl.YOff != rise {
			line.End()
			g.c.Op("Ts", gl.YOff)
			rise = gl.YOff
			line = g.c.BeginLine()
		}
		shown -= line.Adjust((shown-pos-gl.XOff)/perMille) * perMille
		line.Glyph(gl.ID)
		shown += f.width(gl.ID) * perMille
		pos += gl.Adv
	}
	line.End()
	if rise != 0 {
		g.c.Op("Ts", 0)
	}
	return shown
}
