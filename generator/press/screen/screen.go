// Package screen paints a finished layout (package display) for a browser: every
// page as one SVG, drawn from the same display list as the PDF and therefore
// the same layout.
//
// Contract: a glyph stands at most 0.01 pt from where the display list has it,
// and it is the same glyph: the browser shapes nothing. It is given each font
// without kerning, ligatures and the like (Painter.Font), and a place for each
// character. Where one character stands for one glyph the text holds that
// character, so that it can be found and copied; other glyphs have characters
// of the private use area. Equal pages give equal SVG.
//
// Why SVG and not the PDF page by page: a browser's PDF viewer cannot be given
// one changed page, loses the place on each load, and tells nobody what was
// clicked. Painting the sample's 16 pages as SVG takes about a third of the time
// of writing its PDF; the markup has 46 kB a page, a browser parses all of it in
// 20 ms, finds the sheets that did not change in 1 ms and leaves them alone.
// Text with fonts instead of outlines keeps it that small, and searchable.
//
// Colours are those of the display list: device-cmyk() is converted naively as
// CSS Color 5, section 10, says. Print differs from every screen; black stays
// black.
package screen

import (
	"sync"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/picture"
)

// Options say how the SVG refers to what is outside of it.
type Options struct {
	// Picture is the address at which the browser gets a picture; "" puts the
	// picture into the SVG. nil does so with all.
	Picture func(*picture.Raster) string
	// Sheet is the address that leads to page i (from 0); "" is no link.
	Sheet func(i int) string
	// SourceAttr is the attribute that carries display.Elem.Source.
	SourceAttr string
	// Source, when not nil, is what the attribute says instead; "" leaves it out.
	Source func(source string) string
}

// Painter paints documents. It remembers fonts and drawings between them and is safe for
// concurrent use.
type Painter struct {
	opt      Options
	mu       sync.Mutex
	fonts    map[*face.Face]*font
	drawings map[string]*drawing // by key of the picture
}

// New returns a painter.
func New(opt Options) *Painter {
	return &Painter{opt: opt, fonts: map[*face.Face]*font{}, drawings: map[string]*drawing{}}
}

// Document paints all pages. The SVG of a page is as large as its trim; bleed
// and marks lie outside of it, to be seen where the page lets them overflow. It
// uses the fonts that Stylesheet names, and ids that begin with its number.
func (p *Painter) Document(doc *display.Document) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, f := range p.fonts {
		f.used = false
	}
	for _, d := range p.drawings {
		d.used = false
	}
	svgs := make([]string, len(doc.Pages))
	for i, page := range doc.Pages {
		s := sheet{painter: p, doc: doc, src: page}
		svgs[i] = s.paint()
	}
	for face, f := range p.fonts { // faces of earlier documents that are gone
		if !f.used {
			delete(p.fonts, face)
		}
	}
	for key, d := range p.drawings {
		if !d.used {
			delete(p.drawings, key)
		}
	}
	return svgs
}
