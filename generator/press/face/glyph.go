package face

// Glyph is the glyph that the font's character map gives for a character,
// before any shaping; ok is false when it gives none.
func (f *Face) Glyph(r rune) (id uint16, ok bool) {
	if f.load() != nil {
		return 0, false
	}
	g, ok := f.impl.glyph(r)
	return uint16(g), ok && g != 0 && g <= 0xffff
}
