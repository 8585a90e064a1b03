package impose

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"

	"bantin/generator/press/face"
	"bantin/generator/press/pdf"
	"bantin/generator/press/sfnt"
)

// labelFont is the name of the labels' font among a page's resources.
const labelFont pdf.Name = "L"

// label writes short texts: the place of a tile.
type label struct {
	ref    pdf.Ref
	face   *face.Face
	parsed *sfnt.Font
	used   map[uint16]string
}

func newLabel(w *pdf.Writer) (*label, error) {
	f := face.NewSet().Match([]string{"Liberation Sans"}, 400, false)[0]
	parsed, err := sfnt.Parse(f.Data)
	if err != nil {
		return nil, fmt.Errorf("impose: label font: %w", err)
	}
	return &label{ref: w.Alloc(), face: f, parsed: parsed, used: map[uint16]string{}}, nil
}

// draw writes text at a point and returns its width, pt.
func (l *label) draw(c *pdf.Content, text string, x, y, size float64) float64 {
	c.Op("BT")
	c.Font(labelFont, size)
	c.Op("Td", x, y)
	line := c.BeginLine()
	width := 0.0
	for _, g := range l.face.Shape(text, nil, "vi") {
		line.Glyph(g.ID)
		width += float64(g.Nominal)
		if l.used[g.ID] == "" {
			l.used[g.ID] = text[g.Start:g.End]
		}
	}
	line.End()
	c.Op("ET")
	return width * size / 1000
}

// embed writes the font with the glyphs that were drawn.
func (l *label) embed(w *pdf.Writer) error {
	ids := slices.Sorted(maps.Keys(l.used))
	sum := fnv.New64a()
	for _, id := range ids {
		sum.Write(binary.BigEndian.AppendUint16(nil, id))
	}
	name := pdf.SubsetTag(sum.Sum64()) + "+LiberationSans"
	program, err := l.parsed.Subset(name, ids)
	if err != nil {
		return fmt.Errorf("impose: label font: %w", err)
	}
	glyphs := make([]pdf.GlyphInfo, len(ids))
	for i, id := range ids {
		glyphs[i] = pdf.GlyphInfo{ID: id, Width: l.parsed.Advance(id), Text: l.used[id]}
	}
	m := l.parsed.Metrics()
	w.SetFont(l.ref, &pdf.Font{
		Name: name, Program: pdf.PackProgram(program.Data, program.CFF), BBox: m.BBox,
		Ascent: m.Ascent, Descent: m.Descent, CapHeight: m.CapHeight, StemV: 84, Glyphs: glyphs,
	})
	return nil
}
