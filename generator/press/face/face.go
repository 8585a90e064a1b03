// Package face knows fonts: it loads OpenType files, finds the face for a
// family, weight and slant, and shapes text into positioned glyphs. It is the
// only package that imports go-text. Lengths are in 1/1000 of the em, so that
// they become pt when multiplied by the font size / 1000.
package face

// Face is one font file, ready to shape. Faces are safe for concurrent use.
type Face struct {
	Family   string
	Weight   int
	Italic   bool
	PostName string // PostScript name, for PDF
	Data     []byte // the font file

	// Metrics, 1/1000 em. Descent is negative.
	Ascent, Descent, LineGap  float64
	CapHeight, XHeight        float64
	UnderlinePos, UnderlineSz float64
	StrikePos, StrikeSz       float64

	impl impl // shaping state and caches
}

// Glyph is one shaped glyph. Advance includes kerning (GPOS).
type Glyph struct {
	ID         uint16
	Advance    float64 // 1/1000 em, shaped
	Nominal    float64 // 1/1000 em, the font's own advance: what a PDF viewer moves by
	XOff, YOff float64 // 1/1000 em
	Start, End int     // byte range in the shaped text that this glyph stands for; a ligature or mark cluster covers several characters
}

// Feature is an OpenType feature setting (tag of four letters).
type Feature struct {
	Tag   string
	Value int
}

// Shape shapes text as one run of this face, left to right, language lang
// ("vi" when empty). Results are cached by word and features; the caller must
// not change them.
//
//	func (f *Face) Shape(text string, features []Feature, lang string) []Glyph
//
// Has reports whether the face maps the rune.
//
//	func (f *Face) Has(r rune) bool

// Set is a collection of faces that font-family lists are matched against (CSS
// Fonts 4, section 5.2). A Set never looks at the machine's own fonts.
//
//	func NewSet() *Set                      // with the embedded STIX Two Text and Liberation Sans, Serif, Mono
//	func (s *Set) Add(family string, weights [2]int, italic bool, data []byte) error
//	func (s *Set) Match(families []string, weight int, italic bool) []*Face // best first; then fallbacks that cover what the first lacks
