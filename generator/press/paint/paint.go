// Package paint writes a finished layout (package display) as a PDF file. It
// decides what goes into the file: K-only black, subsets of the faces, each
// picture once, the structure tree in reading order, links, outline, page boxes
// and printers' marks. The bytes depend on the document and the options alone.
package paint

import (
	"fmt"
	"io"
	"time"

	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/pdf"
)

// Options are what the file says of its making.
type Options struct {
	Created  time.Time // left out when zero; the clock is never read
	Creator  string    // program that made the document
	Producer string    // program that made the PDF
	// Warn is told of links to nowhere and the like; nil ignores them.
	Warn func(message string)
}

// painter is the state of one file.
type painter struct {
	w      *pdf.Writer
	doc    *display.Document
	opt    Options
	fonts  []*font // in the order of first use
	byFace map[*face.Face]*font
	images map[string]pdf.Ref
	sizes  map[string][2]float64 // largest use of a picture, pt
	states map[float64]pdf.Ref   // ExtGState by opacity
	all    pdf.Ref               // the colour space All of registration marks
	tags   *tags                 // nil when the document has no structure
	pages  []pdf.Ref
	dicts  []pdf.Dict

	programs map[*face.Face]chan program
	longest  int      // content of a page so far, in bytes
	streams  []stream // pages that are being compressed
	rooms    [][]byte // of the contents of pages that are written
}

// PDF writes doc to w.
func PDF(w io.Writer, doc *display.Document, opt Options) error {
	if len(doc.Pages) == 0 {
		return fmt.Errorf("paint: the document has no pages")
	}
	p := &painter{
		w: pdf.NewWriter(w), doc: doc, opt: opt,
		byFace: map[*face.Face]*font{}, images: map[string]pdf.Ref{}, states: map[float64]pdf.Ref{}, sizes: map[string][2]float64{},
	}
	p.cutFonts()
	p.encodePictures()
	for range doc.Pages {
		p.pages = append(p.pages, p.w.Alloc())
	}
	if doc.Root != nil {
		p.tags = newTags(p.w, doc.Root, p.pages)
	}
	for i, page := range doc.Pages {
		dict, err := p.page(i, page)
		if err != nil {
			return fmt.Errorf("paint page %d: %w", page.Number, err)
		}
		p.dicts = append(p.dicts, dict)
	}
	p.writeStreams(len(p.streams))
	for _, f := range p.fonts {
		if err := p.embed(f); err != nil {
			return fmt.Errorf("paint: embed font %s: %w", f.face.PostName, err)
		}
	}
	return p.finish()
}

// finish writes what stands over the pages.
func (p *painter) finish() error {
	info, xmp := p.w.AddInfo(pdf.Info{
		Title: p.doc.Title, Author: p.doc.Author, Subject: p.doc.Subject, Keywords: p.doc.Keywords,
		Creator: p.opt.Creator, Producer: p.opt.Producer, Lang: p.doc.Lang, Created: p.opt.Created,
	})
	catalog := pdf.Dict{
		{Key: "Type", Value: pdf.Name("Catalog")},
		{Key: "Pages", Value: p.w.AddPages(p.pages, p.dicts)},
		{Key: "Metadata", Value: xmp},
		{Key: "ViewerPreferences", Value: pdf.Dict{{Key: "DisplayDocTitle", Value: true}}},
		{Key: "PageLabels", Value: p.w.AddTree("Nums", pageLabels(p.doc.Pages))},
	}
	add := func(key pdf.Name, v any) { catalog = append(catalog, pdf.Entry{Key: key, Value: v}) }
	if p.doc.Lang != "" {
		add("Lang", p.doc.Lang)
	}
	if outline := p.w.AddOutline(p.bookmarks()); outline != 0 {
		add("Outlines", outline)
		add("PageMode", pdf.Name("UseOutlines"))
	}
	if dests := p.destinations(); len(dests) > 0 {
		add("Names", pdf.Dict{{Key: "Dests", Value: p.w.AddTree("Names", dests)}})
	}
	if p.tags != nil {
		add("MarkInfo", pdf.Dict{{Key: "Marked", Value: true}})
		add("StructTreeRoot", p.tags.write())
	}
	return p.w.Close(p.w.Add(catalog), info)
}

func (p *painter) warn(format string, args ...any) {
	if p.opt.Warn != nil {
		p.opt.Warn(fmt.Sprintf(format, args...))
	}
}
