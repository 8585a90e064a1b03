package face

import (
	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// nominal is shaping for fonts whose layout tables are broken: one glyph a
// character, no kerning.
func (m *impl) nominal(text string) []Glyph {
	var glyphs []Glyph
	for i, r := range text {
		id, _ := m.glyph(r)
		adv := float32(m.advance(id))
		glyphs = append(glyphs, Glyph{ID: uint16(id), Advance: adv, Nominal: adv, Start: int32(i)})
	}
	closeClusters(glyphs, len(text))
	return glyphs
}

// glyph is the glyph that the character map gives, 0 when the map is broken.
func (m *impl) glyph(r rune) (id font.GID, ok bool) {
	defer func() {
		if recover() != nil {
			id, ok = 0, false
		}
	}()
	return m.font.Font.NominalGlyph(r)
}

// advance is a glyph's own advance, half an em when the table is broken.
func (m *impl) advance(id font.GID) (w float64) {
	defer func() {
		if recover() != nil {
			w = 500
		}
	}()
	return m.units(m.font.HorizontalAdvance(id))
}

func harfbuzzFeatures(features []Feature) []harfbuzz.Feature {
	out := make([]harfbuzz.Feature, 0, len(features))
	for _, f := range features {
		if len(f.Tag) == 4 && f.Value >= 0 {
			out = append(out, harfbuzz.Feature{Tag: ot.MustNewTag(f.Tag), Value: uint32(f.Value), End: harfbuzz.FeatureGlobalEnd})
		}
	}
	return out
}

// invisible reports the characters that Unicode calls default ignorable.
func invisible(r rune) bool { return harfbuzz.IsDefaultIgnorable(r) }
