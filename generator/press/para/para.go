// Package para breaks one paragraph into lines. It knows fonts but no boxes:
// the layout hands it runs of text and atomic inline boxes, and gets lines of
// positioned glyph runs back. Breaking is paragraph-wide (Knuth and Plass,
// "Breaking Paragraphs into Lines", 1981) for justified and ragged text alike.
package para

import "bantin/generator/press/face"

// Item is one piece of a paragraph, in reading order.
type Item struct {
	// Text, for a text run; shaped with Face at Size.
	Text     string
	Face     []*face.Face // best first; later ones cover missing characters
	Size     float64      // pt
	Features []face.Feature
	Lang     string
	Letter   float64 // letter-spacing, pt
	Word     float64 // word-spacing, pt
	NoWrap   bool    // white-space: nowrap
	Pre      bool    // keep white space: pre, pre-wrap

	// Atomic, for an inline box of this advance (pt, margins included). Kern is
	// the same without break opportunities: padding and borders of inline boxes.
	Atomic bool
	Kern   bool
	Close  bool // Kern: the end edge of an inline box, which stays with the text before it
	Width  float64

	Break  bool   // forced line break (br, preserved newline)
	Leader string // leader(): pattern repeated to fill what is left of the line

	Data any // given back with every piece of the item
}

// Style holds the paragraph's own settings. Lengths are pt.
type Style struct {
	Justify      bool
	Balance      bool // text-wrap: balance
	Pretty       bool // text-wrap: pretty
	LastJustify  bool
	Indent       float64 // first line, may be negative
	HangFirst    bool    // hanging-punctuation
	HangLast     bool
	HangAllowEnd bool
	Hyphens      bool // soft hyphens break
	BreakWord    bool // overflow-wrap: break-word
	Phrases      bool // word-break: auto-phrase
	// Word spaces of justified lines, as shares of the natural space.
	// Zero values mean the defaults of the package.
	MaxStretch, MaxShrink float64
	// MaxScale is how far glyphs of justified lines may be widened or narrowed,
	// as a share of their advance; letters move apart or together with it, by 0.15
	// em for every 1. 0 means the default of the package, a negative value none.
	MaxScale float64
}

// Measure returns the left offset and the width (pt) that line i, 0-based, of
// the paragraph has. Floats and drop caps make it differ between lines.
type Measure func(line int) (left, width float64)

// Piece is what a line has of an item: glyphs of one face, or an atomic box.
type Piece struct {
	Item    int32 // index of the item
	Hyphen  bool  // a hyphen was added that the text does not have
	Data    any
	X       float64 // pt from the line's left edge, after alignment left; the layout shifts for other alignments
	Width   float64 // pt
	Text    string  // what the glyphs stand for, in reading order
	Face    *face.Face
	Size    float64
	Glyphs  []face.Placed // advances with justification, letter- and word-spacing
	Offsets []face.Offset // of the glyphs; nil when all are 0
}

// Line is one broken line.
type Line struct {
	Pieces   []Piece
	Left     float64 // pt, from Measure
	Width    float64 // pt, what Measure gave
	Natural  float64 // pt, width of the pieces as placed, hanging punctuation left out
	HangL    float64 // pt that the first character hangs into the left margin
	HangR    float64
	Last     bool // last line of the paragraph, or before a forced break
	Ratio    float64
	Overfull float64 // pt by which an unbreakable line exceeds Width
	Item, At int32   // item, and byte of its text, that the line begins with
}
