package fit

import (
	"fmt"
	"math"

	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/press/layout"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// placed is how an article came out from a given start.
type placed struct {
	moved bool    // it does not fit below the start
	pages int     // pages that it ends behind the one of its start
	end   float64 // where it ends on its last page, from the top of the area
	notes float64 // what footnotes take at the foot of that page
	cost  float64 // of what is wrong within it, without the foot of its last page
}

// press sets single articles. It is not for concurrent use.
type sheets struct {
	bench  *press.Bench
	head   *html.Node
	root   *html.Node
	height float64 // of a page area
}

func newSheets(b *press.Bench) *sheets {
	s := &sheets{bench: b}
	for n := range b.Tree().Descendants() {
		switch n.Data {
		case "html":
			s.root = n
		case "head":
			s.head = n
		}
	}
	return s
}

// document is a print page with some nodes in its main part.
func (s *sheets) document(nodes ...*html.Node) *html.Node {
	doc := &html.Node{Type: html.DocumentNode}
	root := &html.Node{Type: html.ElementNode, Data: "html", DataAtom: atom.Html, Attr: s.root.Attr}
	body := element("body")
	main := element("main")
	doc.AppendChild(root)
	root.AppendChild(clone(s.head))
	root.AppendChild(body)
	body.AppendChild(main)
	for _, n := range nodes {
		main.AppendChild(n)
	}
	return doc
}

func element(tag string, attrs ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: tag, DataAtom: atom.Lookup([]byte(tag))}
	for i := 0; i+1 < len(attrs); i += 2 {
		set(n, attrs[i], attrs[i+1])
	}
	return n
}

const endID = "_het"

// noteLine is the height of a line in a footnote, pt.
const noteLine = 10.5

// spacer takes the place of what stands on the page before an article, with its
// footnotes.
func spacer(y, notes float64) *html.Node {
	n := element("div", "style", fmt.Sprintf("height: %.2fpt", y))
	if lines := int((notes-12.5)/noteLine + 0.5); lines > 0 {
		note := element("span", "class", "ghi-chu")
		for i := range lines {
			if i > 0 {
				note.AppendChild(element("br"))
			}
			note.AppendChild(&html.Node{Type: html.TextNode, Data: "x"})
		}
		n.AppendChild(note)
	}
	return n
}

// judge says how a text came out. What stands above it is not there; where none
// of it stands on its first page the article would move to the next.
func (s *sheets) judge(a *html.Node, pages *display.Document, findings []press.Finding) placed {
	end := pages.Anchors[endID]
	area := pages.Pages[0].Area
	p := placed{moved: s.lines(a, pages, 0) == 0 && end.Page > 0, pages: end.Page, end: min(area.H, max(0, end.Y-area.Y))}
	for i := 0; i < len(pages.Pages) && i <= end.Page; i++ {
		f := feetOf(pages.Pages[i])
		if i == end.Page {
			p.end, p.notes = max(p.end, min(area.H, f.low())), f.notes
			p.cost += uneven(f)
			break
		}
		p.cost += foot(area.H-f.low()-f.notes) + uneven(f)
	}
	var m Meter
	m.adrift(a.Parent, &display.Document{Pages: pages.Pages[min(1, len(pages.Pages)):]})
	p.cost += driftCost*float64(m.Adrift) + s.thin(a, pages, 0) + s.left(a, pages, 0, end.Page)
	for _, f := range findings {
		switch f.Code {
		case layout.BadBreak, layout.LooseBreak:
			p.cost += 60
		case layout.TrappedSpace:
			if f.Column > 0 {
				p.cost += 60 + f.H
			}
		case layout.Clipped, layout.PictureShrunk:
			p.cost += 300
		}
	}
	return p
}

// left is what it costs that only some lines of an article stand on its last page.
func (s *sheets) left(a *html.Node, pages *display.Document, first, last int) float64 {
	if first == last || last >= len(pages.Pages) {
		return 0
	}
	switch lines := s.lines(a, pages, last); {
	case lines == 0: // the box alone: adrift
		return 0
	case lines < 4:
		return 90
	}
	return 0
}

// lines is how many lines of an article's text the longest column of a page has.
func (s *sheets) lines(a *html.Node, pages *display.Document, page int) float64 {
	id, low, high := attr(a, "id"), math.Inf(1), 0.0
	p := pages.Pages[page]
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		t, ok := it.(*display.Text)
		if ok && t.Size > 10.2 && t.Size < 10.8 && within(t.Elem, id) {
			low, high = min(low, t.Y), max(high, t.Y)
		}
	}
	if high == 0 {
		return 0
	}
	return (high-low)/linePitch + 1
}

// thin is what it costs to open an article with too little text below its head.
func (s *sheets) thin(a *html.Node, pages *display.Document, page int) float64 {
	if find(a, "than") == nil {
		return 0
	}
	switch lines := s.lines(a, pages, page); {
	case lines == 0:
		return 250
	case lines < 4:
		return 60
	}
	return 0
}

// foot is what an empty foot of a page costs: nothing up to a line and a half,
// then ever more; from 15 % of a page on it is a fault.
func foot(slack float64) float64 {
	switch {
	case slack <= 20:
		return 0
	case slack <= twoLines:
		return slack / 10
	}
	c := 80 + slack*slack/60
	if slack > 100 {
		c += 400
	}
	return c
}

func uneven(f feet) float64 {
	if d := math.Abs(f.left - f.right); d > twoLines {
		return 60 + 2*d
	}
	return 0
}
