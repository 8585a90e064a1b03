// Package board fits the sheets of a print page to their paper. A sheet is an
// element with the attribute data-to and an id; a style sheet puts each on a
// new page. What may give way on a sheet, and in which order, the template
// says:
//
//	data-bot="2"      the element may be left out; small numbers go first
//	data-bot-con="1"  its children may be left out, from the last
//	data-lon-nhat="--cao-anh 120 400"
//	                  on a sheet: the custom property takes the largest value,
//	                  pt, between the two with which the sheet still fits;
//	                  several, with ";" between, in order
//	data-tam-nhin="2"  the distance in metres that the sheets are read from
//	data-muc="tom_tat"  the front matter field that the element shows
//	data-tep="guong/a/index.md"  the article's file, below the content folder
//	data-trang="bai-a" data-mau="trang %s"
//	                  becomes the text of data-mau with the printed page of
//	                  that anchor; without a known page the element stays as it is
//
// Contract: a sheet keeps as much as fits on one page; type is never made
// smaller. A sheet that is too long even with nothing left to leave out says by
// how much (Sheet.Over). The same files and options give the same pages.
package board

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"

	"bantin/generator/press"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// Options of Open.
type Options struct {
	Press press.Options
	// Printed is the printed page of each anchor that data-trang names.
	Printed map[string]string
}

// Set is a fitted set of sheets.
type Set struct {
	Doc      *press.Document
	Pages    *display.Document
	Findings []press.Finding
	Sheets   []Sheet
	// Metres is the distance that the sheets shall be read from, as the template
	// says by data-tam-nhin="2" on some element; 0 when it says nothing.
	Metres float64
}

// Sheet is one sheet of a Set.
type Sheet struct {
	ID    string
	Page  int      // 1-based
	Pages int      // 1 when it fits
	Files []string // the articles on it, below the content folder
	// Left counts the parts that were left out, of Parts that may be.
	Left, Parts int
	// Over is by how much a sheet that does not fit is too long, pt.
	Over float64
	// Fields are the front matter fields on the sheet, the tallest first.
	Fields []Field
	// Grown are the values found for data-lon-nhat, pt.
	Grown []float64

	faulty bool // a line or box on it is too long
}

// Field is a front matter field as it stands on a sheet.
type Field struct {
	File, Name string
	Height     float64 // pt
	Runes      int
}

// Open reads the print page name of fsys and fits its sheets.
func Open(fsys fs.FS, name string, opt Options) (*Set, error) {
	name = path.Clean(name)
	src, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("board: read %s: %w", name, err)
	}
	tree, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return nil, fmt.Errorf("board: parse %s: %w", name, err)
	}
	f := &fitter{fsys: fsys, name: name, opt: opt, tree: tree}
	f.read()
	printed(tree, opt.Printed)
	return f.fit()
}

// printed writes the printed pages that data-trang asks for.
func printed(tree *html.Node, pages map[string]string) {
	for n := range tree.Descendants() {
		anchor, ok := attr(n, "data-trang")
		if !ok {
			continue
		}
		pattern, _ := attr(n, "data-mau")
		if page := pages[anchor]; page != "" && pattern != "" {
			for n.FirstChild != nil {
				n.RemoveChild(n.FirstChild)
			}
			n.AppendChild(&html.Node{Type: html.TextNode, Data: fmt.Sprintf(pattern, page)})
		}
	}
}

func attr(n *html.Node, key string) (string, bool) {
	if n.Type == html.ElementNode {
		for _, a := range n.Attr {
			if a.Namespace == "" && a.Key == key {
				return a.Val, true
			}
		}
	}
	return "", false
}
