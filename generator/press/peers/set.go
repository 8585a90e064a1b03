package main

import (
	"fmt"
	"os"
	"path/filepath"

	"bantin/generator/press"
	"bantin/generator/press/display"
)

// set writes one document as PDF with the press.
func set(o options) error {
	collectLater()
	doc, err := open(o.root, o.args[0])
	if err != nil {
		return err
	}
	if _, _, err := doc.Layout(); err != nil {
		return err
	}
	collectOnce()
	w, err := os.Create(o.args[1])
	if err != nil {
		return err
	}
	defer w.Close()
	if err := doc.WritePDF(w); err != nil {
		return err
	}
	return w.Close()
}

// open reads a document below a root folder, its own when root is "".
func open(root, name string) (*press.Document, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	if root == "" {
		root = filepath.Dir(name)
	}
	rel, err := filepath.Rel(root, name)
	if err != nil {
		return nil, fmt.Errorf("%s below %s: %w", name, root, err)
	}
	return press.Open(os.DirFS(root), filepath.ToSlash(rel), press.Options{})
}

// body is the size in pt that most characters have.
func body(doc *display.Document) float64 {
	count := map[float64]int{}
	best := 0.0
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok {
				count[t.Size] += len(t.Glyphs)
				if n := count[t.Size]; n > count[best] || n == count[best] && t.Size < best {
					best = t.Size
				}
			}
		}
	}
	return best
}
