package face

import (
	"bytes"

	"github.com/go-text/typesetting/font"
)

// Ink is how far the outline of a glyph reaches above the baseline and below it
// (negative), 1/1000 em; both are 0 when the font does not tell. Outlines are no
// part of what shaping loads: this reads the whole file, for few glyphs.
func (f *Face) Ink(id uint16) (top, bottom float64) {
	if f.load() != nil {
		return 0, 0
	}
	m := &f.impl
	m.shaping.Lock()
	defer m.shaping.Unlock()
	if v, ok := m.ink[id]; ok {
		return v[0], v[1]
	}
	if m.ink == nil {
		m.ink = map[uint16][2]float64{}
	}
	defer func() {
		recover() // foreign fonts may have broken outlines
		m.ink[id] = [2]float64{top, bottom}
	}()
	whole, err := font.ParseTTF(bytes.NewReader(f.Data))
	if err != nil {
		return 0, 0
	}
	if e, ok := whole.GlyphExtents(font.GID(id)); ok {
		top, bottom = m.units(e.YBearing), m.units(e.YBearing+e.Height)
	}
	return top, bottom
}
