// Package face knows fonts: it loads OpenType files, finds the face for a
// family, weight and slant, and shapes text into positioned glyphs. It is the
// only package that imports go-text. Lengths are in 1/1000 of the em, so that
// they become pt when multiplied by the font size / 1000.
package face

import "math"

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

// Glyph is one shaped glyph. Advance includes kerning (GPOS). Documents have
// millions of them, therefore the short numbers.
type Glyph struct {
	ID         uint16
	Advance    float32 // 1/1000 em, shaped
	Nominal    float32 // 1/1000 em, the font's own advance: what a PDF viewer moves by
	XOff, YOff float32 // 1/1000 em
	Start, End int32   // byte range in the shaped text that this glyph stands for; a ligature or mark cluster covers several characters
}

// Placed is a glyph with its advance on a line. There is one for every letter of
// a document, from breaking its lines to painting its pages, so that it is kept
// small.
type Placed struct {
	Adv float32 // pt to the next glyph's origin
	ID  uint16
	// Len is how many bytes it stands for of the text that the glyphs of its run
	// share, each what follows the others' before, with what shows nothing in front
	// of it; 0 for the later glyphs of a cluster, Soft for an added hyphen, which
	// the text does not have. What shows nothing at the end belongs to no glyph.
	Len uint16
}

// Soft is the Len of an added hyphen.
const Soft = math.MaxUint16

// Bytes is how many bytes of its run's text g stands for.
func (g *Placed) Bytes() int {
	if g.Len == Soft {
		return 0
	}
	return int(g.Len)
}

// Bytes is how much of their text glyphs stand for.
func Bytes(glyphs []Placed) (n int) {
	for i := range glyphs {
		n += glyphs[i].Bytes()
	}
	return n
}

// Offset is how far a glyph is drawn from where its line has it, pt, y up.
type Offset struct{ X, Y float32 }

// Feature is an OpenType feature setting (tag of four letters).
type Feature struct {
	Tag   string
	Value int
}
