package board

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// describe fills in what is known of a sheet after the last round.
func (set *Set) describe(out *Sheet, s *sheet) {
	out.Left, out.Parts = s.left, len(s.parts)
	for _, g := range s.grows {
		out.Grown = append(out.Grown, g.value)
	}
	for n := range s.node.Descendants() {
		if name, ok := attr(n, "data-tep"); ok && !slices.Contains(out.Files, name) {
			out.Files = append(out.Files, name)
		}
	}
	for i := 1; i < out.Pages; i++ {
		_, h := extent(set.Pages.Pages[out.Page-1+i], nil)
		out.Over += h
	}
	out.Fields = set.fields(out, s)
}

// fields measures the front matter fields on the pages of a sheet.
func (set *Set) fields(out *Sheet, s *sheet) (all []Field) {
	for n := range s.node.Descendants() {
		name, ok := attr(n, "data-muc")
		id, named := attr(n, "id")
		if !ok || !named {
			continue
		}
		fd := Field{Name: name, Runes: utf8.RuneCountInString(strings.Join(strings.Fields(text(n)), " "))}
		for up := n; up != nil && fd.File == ""; up = up.Parent {
			fd.File, _ = attr(up, "data-tep")
		}
		for i := range out.Pages {
			_, h := extent(set.Pages.Pages[out.Page-1+i], func(e *display.Elem) bool { return within(e, id) })
			fd.Height += h
		}
		all = append(all, fd)
	}
	slices.SortStableFunc(all, func(a, b Field) int { return cmp.Compare(b.Height, a.Height) })
	return all
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func within(e *display.Elem, id string) bool {
	for ; e != nil; e = e.Parent {
		if e.ID == id {
			return true
		}
	}
	return false
}

// extent is the top and the height, pt, of the text and pictures of a page
// whose element is wanted; nil wants all but running heads and feet.
func extent(page *display.Page, want func(*display.Elem) bool) (top, height float64) {
	top, bottom := math.Inf(1), math.Inf(-1)
	add := func(e *display.Elem, y1, y2 float64) {
		if e != nil && (want == nil || want(e)) {
			top, bottom = min(top, y1), max(bottom, y2)
		}
	}
	for _, it := range page.Items {
		switch it := it.(type) {
		case *display.Text:
			add(it.Elem, it.Y-it.Face.Ascent*it.Size/1000, it.Y-it.Face.Descent*it.Size/1000)
		case *display.Image:
			add(it.Elem, it.Y, it.Y+it.H)
		}
	}
	if bottom < top {
		return 0, 0
	}
	return top, bottom - top
}

// overhang is by how much, pt, the text and pictures of a page reach into its
// foot or beyond its edge: what cannot be divided goes to no other page.
func overhang(page *display.Page) float64 {
	top, height := extent(page, nil)
	edge := page.Height
	for _, it := range page.Items {
		if t, ok := it.(*display.Text); ok && t.Elem == nil && t.Y > page.Height/2 {
			edge = min(edge, t.Y-t.Face.CapHeight*t.Size/1000)
		}
	}
	// Less is the empty part of the last line.
	if over := top + height - edge; over > 1 {
		return over
	}
	return 0
}

// Limits are the least heights of capitals, pt.
type Limits struct{ Headline, Body float64 }

// Readable are the limits for a distance in metres: headlines 8 mm a metre,
// text 1/300 of the distance.
func Readable(metres float64) Limits {
	const mm = 72 / 25.4
	return Limits{Headline: 8 * mm * metres, Body: 1000 * mm * metres / 300}
}

// Small is text whose capitals are lower than the limit.
type Small struct {
	Page      int // 1-based
	Text      string
	Type      string // structure type of the element
	Cap, Need float64
}

// TooSmall measures the finished pages. H1 and H2 are headlines; captions and
// what the style sheet sets outside of the text (heads, feet) are read from
// near and have no limit.
func TooSmall(doc *display.Document, l Limits) (small []Small) {
	for _, page := range doc.Pages {
		for _, it := range page.Items {
			t, ok := it.(*display.Text)
			if !ok || t.Elem == nil || strings.TrimSpace(t.Text) == "" {
				continue
			}
			need, typ := l.Body, role(t.Elem)
			switch typ {
			case "Caption", "Figure":
				continue
			case "H1", "H2":
				need = l.Headline
			}
			// Half a thousandth is rounding, not a fault.
			if c := t.Face.CapHeight * t.Size / 1000; c < need*0.9995 {
				small = append(small, Small{Page: page.Number, Text: t.Text, Type: typ, Cap: c, Need: need})
			}
		}
	}
	return small
}

// role is the nearest structure type that says what a text is.
func role(e *display.Elem) string {
	for ; e != nil; e = e.Parent {
		switch e.Type {
		case "Caption", "Figure", "H1", "H2", "H3", "H4", "H5", "H6", "P", "LI", "TD", "TH":
			return e.Type
		}
	}
	return ""
}
