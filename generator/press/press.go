// Package press sets HTML with the W3C's style sheets for paged media as pages
// and writes them as PDF. It knows nothing of what it sets.
//
// Contract: Open reads a document and everything it names from one file system
// and nothing else: no network, no clock, no fonts of the machine. The same
// files and options give the same bytes. What a style sheet asks for and press
// does not support is reported once through Options.Warn and never breaks a
// page; a document that cannot be read is an error that names its file.
//
//	doc, err := press.Open(os.DirFS("public"), "so/2023-10/in.html", press.Options{})
//	…
//	err = doc.WritePDF(w)
//
// A Document is not for concurrent use; it may read several files at once.
package press

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/layout"
	"bantin/generator/press/paint"

	"golang.org/x/net/html"
)

// Warning is something in the input that is left out; it never stops the work.
type Warning = css.Warning

// Finding is one fault of the finished pages, as an overfull line.
type Finding = layout.Finding

// Font is a font file offered besides the embedded faces and @font-face.
type Font struct {
	Family  string
	Weights [2]int // lowest and highest weight it serves
	Italic  bool
	Data    []byte
}

// Options of Open. The zero value is usable.
type Options struct {
	// BasePath is what absolute addresses start with when the site lives below
	// the root of its host: "/bantin/". It is taken off before a file is opened.
	BasePath string
	Fonts    []Font
	// SourceAttr is the attribute that says where an element was written, for
	// who wants to lead from a page back to the source.
	SourceAttr string
	// Warn is told of every Warning, in order; nil ignores them.
	Warn func(Warning)
	// Created is the creation date in the PDF; left out when zero.
	Created time.Time
	Creator string // program that made the document, for the PDF
}

// Document is a parsed and styled document.
type Document struct {
	name  string
	opt   Options
	files files
	tree  *html.Node
	root  *box.Box
	style *css.Cascade
	fonts *face.Set
	meta  meta

	pictures map[string]display.Picture // by address
	told     map[*html.Node]bool        // inline drawings whose warnings are told
	loading  map[string]*loading        // while the pages are set

	pages    *display.Document
	findings []Finding
	memory   *memory // of the session; nil without one
}

// maxHTML bounds the size of a document, in bytes.
const maxHTML = 64 << 20

// Open parses the HTML file name of fsys with its style sheets and fonts.
func Open(fsys fs.FS, name string, opt Options) (*Document, error) {
	return open(fsys, name, opt, nil)
}

func open(fsys fs.FS, name string, opt Options, m *memory) (*Document, error) {
	d := &Document{name: path.Clean(name), opt: opt, files: files{fsys: fsys, base: opt.BasePath}, fonts: face.NewSet(), pictures: map[string]display.Picture{}, told: map[*html.Node]bool{}, memory: m}
	src, err := d.files.read(d.name, maxHTML)
	if err != nil {
		return nil, fmt.Errorf("press: read document: %w", err)
	}
	d.tree, err = d.parse(src)
	if err != nil {
		return nil, fmt.Errorf("press: parse %s: %w", d.name, err)
	}
	d.meta = readMeta(d.tree)
	for _, f := range opt.Fonts {
		if err := d.fonts.Add(f.Family, f.Weights, f.Italic, f.Data); err != nil {
			return nil, fmt.Errorf("press: font %s: %w", f.Family, err)
		}
	}
	d.cascade()
	if err := d.boxes(); err != nil {
		return nil, fmt.Errorf("press: %s: %w", d.name, err)
	}
	return d, nil
}

// Layout sets the pages. The result is kept: later calls return it again.
func (d *Document) Layout() (*display.Document, []Finding, error) {
	if d.pages != nil {
		return d.pages, d.findings, nil
	}
	defer d.loadPictures()()
	pages, findings, err := layout.Layout(d.root, layout.Input{Page: d.style.Page, SourceAttr: d.opt.SourceAttr, Lines: d.memory.paragraphs(), Fonts: d.fonts, Picture: d.picture})
	if err != nil {
		return nil, nil, fmt.Errorf("press: lay out %s: %w", d.name, err)
	}
	pages.Title, pages.Author, pages.Subject = d.meta.title, d.meta.author, d.meta.subject
	pages.Keywords, pages.Lang = d.meta.keywords, d.meta.lang
	d.pages, d.findings = pages, findings
	d.tree, d.root, d.style = nil, nil, nil // half of what a document weighs; the pages need nothing of them
	return pages, findings, nil
}

// WritePDF sets the pages if need be and writes them as PDF.
func (d *Document) WritePDF(w io.Writer) error {
	pages, _, err := d.Layout()
	if err != nil {
		return err
	}
	opt := paint.Options{Created: d.opt.Created, Creator: d.opt.Creator, Producer: "press", Warn: func(m string) {
		d.warn(Warning{File: d.name, Message: m})
	}}
	if err := paint.PDF(w, pages, opt); err != nil {
		return fmt.Errorf("press: write %s: %w", d.name, err)
	}
	return nil
}

func (d *Document) warn(w Warning) {
	if d.opt.Warn != nil {
		d.opt.Warn(w)
	}
}
