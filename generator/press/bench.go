package press

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"io/fs"
	"path"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"

	"golang.org/x/net/html"
)

// Bench sets many changed trees of one document: parts of it, with other classes
// or custom properties, one after the other. Style sheets and fonts are read
// once, pictures and the breaking of paragraphs are remembered from tree to tree.
// What Layout gives is what Open and Layout of the tree as a file would give. A
// Bench is not for concurrent use; several of one document are.
type Bench struct {
	doc    *Document
	tree   *html.Node
	sheets []*css.Sheet
}

// NewBench reads the HTML file name of fsys with its style sheets and fonts.
func NewBench(fsys fs.FS, name string, opt Options) (*Bench, error) {
	d := &Document{name: path.Clean(name), opt: opt, files: files{fsys: fsys, base: opt.BasePath}, fonts: face.NewSet(), pictures: map[string]display.Picture{}}
	d.memory = &memory{lines: para.NewMemory(), seed: maphash.MakeSeed(), now: map[pictureKey]display.Picture{}}
	d.opt.Warn = nil // who prints the document is told
	src, err := d.files.read(d.name, maxHTML)
	if err != nil {
		return nil, fmt.Errorf("press: read document: %w", err)
	}
	b := &Bench{doc: d}
	if b.tree, err = html.Parse(bytes.NewReader(src)); err != nil {
		return nil, fmt.Errorf("press: parse %s: %w", d.name, err)
	}
	for _, f := range opt.Fonts {
		if err := d.fonts.Add(f.Family, f.Weights, f.Italic, f.Data); err != nil {
			return nil, fmt.Errorf("press: font %s: %w", f.Family, err)
		}
	}
	base := "/" + d.name
	b.sheets, _ = css.DocumentSheets(b.tree, base, d.files.load)
	for _, f := range css.NewCascade(b.tree, b.sheets, css.Options{Metrics: d.metrics, Import: d.files.load, Base: base}).FontFaces() {
		d.fontFace(f)
	}
	return b, nil
}

// Tree is the document as it was read, to be copied from. It must not change.
func (b *Bench) Tree() *html.Node { return b.tree }

// Layout sets a tree in the document's styles. The tree may be laid out again.
func (b *Bench) Layout(tree *html.Node) (*display.Document, []Finding, error) {
	d := *b.doc
	d.tree, d.pages, d.findings = tree, nil, nil
	d.style = css.NewCascade(tree, b.sheets, css.Options{Metrics: d.metrics, Import: d.files.load, Base: "/" + d.name})
	if err := d.boxes(); err != nil {
		return nil, nil, fmt.Errorf("press: %s: %w", d.name, err)
	}
	return d.Layout()
}
