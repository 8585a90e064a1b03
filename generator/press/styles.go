package press

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"

	"golang.org/x/net/html"
)

// cascade reads the style sheets, loads their fonts and computes styles.
func (d *Document) cascade() {
	base := "/" + d.name
	sheets, warnings := css.DocumentSheets(d.tree, base, d.files.load)
	for _, w := range warnings {
		d.warn(w)
	}
	d.style = css.NewCascade(d.tree, sheets, css.Options{Metrics: d.metrics, Import: d.files.load, Base: base})
	for _, f := range d.style.FontFaces() {
		d.fontFace(f)
	}
}

// metrics answers what ex, ch and the like need to know of a face.
func (d *Document) metrics(families []string, weight int, italic bool) (xHeight, zero, ascent float64) {
	faces := d.fonts.Match(families, weight, italic)
	if len(faces) == 0 {
		return 0, 0, 0
	}
	f := faces[0]
	for _, g := range f.Shape("0", nil, "") {
		zero += float64(g.Nominal) / 1000
	}
	return f.XHeight / 1000, zero, f.Ascent / 1000
}

// fontFace loads the first source of a @font-face rule that can be read.
func (d *Document) fontFace(f css.FontFace) {
	var reasons []string
	for _, src := range f.Src {
		if src.URL == "" {
			continue // local() would depend on the machine
		}
		data, err := d.files.load(src.URL)
		if err == nil {
			err = d.fonts.Add(f.Family, f.Weights, f.Italic, data)
		}
		if err == nil {
			return
		}
		reasons = append(reasons, err.Error())
	}
	if len(reasons) > 0 {
		d.warn(Warning{File: f.File, Line: f.Line, Message: fmt.Sprintf("@font-face %q: %s", f.Family, strings.Join(reasons, "; "))})
	}
}

// picture loads the picture of a replaced element; each file once. What a
// drawing has that cannot be drawn is told.
func (d *Document) picture(src string, node *html.Node) (display.Picture, error) {
	if p := d.pictures[src]; p != nil {
		return p, nil
	}
	p, err := d.loaded(src, node)
	if err != nil {
		return nil, err
	}
	if src != "" {
		d.pictures[src] = p
	} else if d.told[node] {
		return p, nil
	} else {
		d.told[node] = true
	}
	if v, ok := p.(*picture.Vector); ok {
		for _, w := range v.Drawing.Warnings {
			d.warn(d.placed(w, src))
		}
	}
	return p, nil
}

// placed says where a warning of a drawing belongs: in the drawing's file, or in
// the document.
func (d *Document) placed(w Warning, src string) Warning {
	if src == "" || strings.HasPrefix(src, "data:") {
		return Warning{File: d.name, Message: "in a drawing: " + w.Message}
	}
	w.File = d.files.name(src)
	if u, err := url.Parse(src); err == nil {
		w.File = d.files.name(u.Path)
	}
	return w
}

func (d *Document) decode(src string, node *html.Node) (display.Picture, error) {
	opt := picture.Options{Options: svg.Options{Fonts: d.fonts}, Load: func(href string) ([]byte, error) { return d.files.load(css.Resolve(src, href)) }}
	if src == "" && node != nil && node.Data == "svg" {
		var buf bytes.Buffer
		if err := html.Render(&buf, node); err != nil {
			return nil, fmt.Errorf("%s: svg: %w", d.name, err)
		}
		s := d.style.Style(node)
		opt.Color, opt.Families, opt.Size = s.Color, s.FontFamily, s.FontSize/0.75
		opt.Load = func(href string) ([]byte, error) { return d.files.load(css.Resolve("/"+d.name, href)) }
		return d.memory.picture(fmt.Sprint("svg ", s.Color, s.FontFamily, s.FontSize, d.style.FontFaces()), buf.Bytes(), func() (display.Picture, error) {
			return picture.DecodeInline(d.name+" (svg)", buf.Bytes(), opt)
		})
	}
	if src == "" {
		return nil, fmt.Errorf("%s: a picture without an address", d.name)
	}
	name := src
	if strings.HasPrefix(src, "data:") {
		name = d.name + " (data:)"
	}
	data, err := d.files.load(src)
	if err != nil {
		return nil, fmt.Errorf("picture: %w", err)
	}
	from := "file " + name
	if strings.HasSuffix(name, ".svg") {
		from += fmt.Sprint(d.style.FontFaces())
	}
	return d.memory.picture(from, data, func() (display.Picture, error) { return picture.Decode(name, data, opt) })
}

// boxes builds the box tree and reports what styling came upon.
func (d *Document) boxes() error {
	root, warnings := box.Build(d.tree, d.style, box.Options{Base: "/" + d.name, Text: d.fontLoader()})
	for _, w := range d.style.Warnings() {
		d.warn(w)
	}
	for _, w := range warnings {
		d.warn(w)
	}
	if root == nil {
		return errEmpty
	}
	d.root = root
	return nil
}

// fontLoader lets the faces that text asks for load on their own time, while the
// boxes are made.
func (d *Document) fontLoader() func(*css.Style) {
	type want struct {
		family string
		weight int
		italic bool
	}
	var last *css.Style
	seen := map[want]bool{}
	return func(s *css.Style) {
		if s == last || len(s.FontFamily) == 0 {
			return
		}
		last = s
		if w := (want{s.FontFamily[0], s.FontWeight, s.FontItalic}); !seen[w] {
			seen[w] = true
			d.fonts.Prepare(s.FontFamily, s.FontWeight, s.FontItalic)
		}
	}
}

var errEmpty = errors.New("the document has nothing to set")
