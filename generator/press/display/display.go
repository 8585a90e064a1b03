// Package display is the finished layout: pages with everything on them at its
// place, in points from the top left corner of the trimmed page, y downwards.
// Painters (PDF, and SVG for a browser) read it, tests print it, and nothing in it refers back to
// HTML or CSS. Its structure tree gives the reading order.
package display

import (
	"strings"

	"bantin/generator/press/css"
	"bantin/generator/press/face"
)

// Document is a whole laid-out document.
type Document struct {
	Pages    []*Page
	Outline  []Bookmark
	Anchors  map[string]Anchor // link targets by element id
	Root     *Elem             // structure tree: the Document element
	Title    string
	Author   string
	Subject  string
	Keywords []string
	Lang     string // BCP 47
}

// Page is one sheet.
type Page struct {
	Number        int     // 1-based position in the document
	Label         string  // what counter(page) prints on it
	Width, Height float64 // trimmed size, pt
	Bleed         float64 // pt outside the trim
	Slug          float64 // pt outside the trim that marks need; the media box is trim + Slug each side
	CropMarks     bool
	CrossMarks    bool
	Area          Clip    // page area: what the margins leave
	GridPitch     float64 // pt between the lines of the baseline grid
	GridStart     float64 // pt from the trim's top to the first baseline
	Items         []Item
	Furniture     int // how many of the last items are running heads, page numbers and the like
}

// Item is one thing on a page, painted in order.
type Item interface{ item() }

// Text is one run of glyphs on a baseline.
type Text struct {
	X, Y       float64 // origin of the first glyph on the baseline, pt
	Face       *face.Face
	Size       float64 // pt
	Glyphs     []Glyph
	Offsets    []face.Offset // of the glyphs; nil when all are 0
	Text       string        // the run's characters, NFC
	Color      css.Color
	Elem       *Elem  // nil: artifact (running heads, page numbers)
	ActualText string // set when the glyphs alone extract wrongly (drop caps, added hyphens: "\u00ad")
}

// Glyph is a glyph with its advance on the page.
type Glyph = face.Placed

// Cluster is what the glyphs of a run from i on show together: the end of the
// cluster that begins there, and what it stands for; from is the byte of the
// run's Text where that begins, next that of the next cluster. Places to break a
// word that stand before a letter, which have no glyph, are left out.
func (t *Text) Cluster(i, from int) (end int, text string, next int) {
	for end = i + 1; end < len(t.Glyphs) && t.Glyphs[end].Len == 0; end++ {
	}
	if t.Glyphs[i].Len == face.Soft {
		return end, "\u00ad", from
	}
	next = from + t.Glyphs[i].Bytes()
	for text = t.Text[from:next]; strings.HasPrefix(text, "\u200b"); {
		text = text[len("\u200b"):]
	}
	return end, text, next
}

// Offset is the offset of glyph i.
func (t *Text) Offset(i int) (o face.Offset) {
	if t.Offsets != nil {
		o = t.Offsets[i]
	}
	return o
}

// Width is the sum of the advances, in pt.
func (t *Text) Width() (w float64) {
	for i := range t.Glyphs {
		w += float64(t.Glyphs[i].Adv)
	}
	return w
}

// Rect is a filled rectangle with optional rounded corners.
type Rect struct {
	X, Y, W, H float64
	Radius     [4]float64
	Fill       css.Color
	Hole       *Clip // within it nothing is painted
	Elem       *Elem
}

// Rule is a straight line: a border edge, a column rule, an underline.
type Rule struct {
	X1, Y1, X2, Y2 float64
	Width          float64 // pt
	Style          css.BorderStyle
	Color          css.Color
	Elem           *Elem
}

// Frame is a stroked rectangle with rounded corners: a uniform border.
type Frame struct {
	X, Y, W, H float64 // centre line of the stroke
	Radius     [4]float64
	Width      float64
	Style      css.BorderStyle
	Color      css.Color
}

// Image is a picture, scaled to W x H pt; Clip is the visible part (object-fit,
// overflow) in page coordinates.
type Image struct {
	X, Y, W, H float64
	Clip       *Clip
	Picture    Picture
	Elem       *Elem
}

// Picture is a decoded picture: exactly one of the concrete types of package
// picture. The painter switches on it.
type Picture interface {
	// Size is the natural size in pt (CSS px * 0.75 for rasters at 96 dpi).
	Size() (w, h float64)
	// Key is equal for equal pictures, so that a painter embeds each once.
	Key() string
}

// Clip is a rectangle with rounded corners.
type Clip struct {
	X, Y, W, H float64
	Radius     [4]float64
}

// Push starts clipping, or a group; Pop ends the innermost one.
type Push struct {
	Clip    Clip
	Group   bool // what follows shows with Opacity as a whole; there is no clip
	Opacity float64
}
type Pop struct{}

// Link is a clickable area: URL, or Anchor within the document.
type Link struct {
	X, Y, W, H  float64
	URL, Anchor string
	Elem        *Elem // its Link structure element
	Text        string
}

// Anchor is a position to jump to.
type Anchor struct {
	Page int // index into Pages
	X, Y float64
}

// Bookmark is one entry of the outline.
type Bookmark struct {
	Title string
	Level int // 1-based
	Page  int
	Y     float64
}

// Elem is an element of the structure tree (ISO 32000-1, 14.7; standard types
// of 14.8.4: Document, Sect, Art, H1…H6, P, L, LI, Lbl, LBody, Table, TR, TH,
// TD, Figure, Caption, BlockQuote, Link, Note, Span, TOC, TOCI, Div).
type Elem struct {
	Type             string
	Kids             []*Elem
	Parent           *Elem
	Alt              string // Figure
	Lang             string // when it differs from the parent
	ColSpan, RowSpan int
	Scope            string // TH: Row or Column
	ID               string
	Source           string // where its text was written, as layout.Input.SourceAttr says
}

// SourceOf is where what belongs to e was written: the Source of the nearest
// element around it that has one.
func (e *Elem) SourceOf() string {
	for ; e != nil; e = e.Parent {
		if e.Source != "" {
			return e.Source
		}
	}
	return ""
}

// Add appends a child element and returns it.
func (e *Elem) Add(typ string) *Elem {
	k := &Elem{Type: typ, Parent: e}
	e.Kids = append(e.Kids, k)
	return k
}

func (*Text) item()  {}
func (*Rect) item()  {}
func (*Rule) item()  {}
func (*Frame) item() {}
func (*Image) item() {}
func (*Push) item()  {}
func (*Pop) item()   {}
func (*Link) item()  {}
