package paint

import (
	"bytes"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// asciiURL escapes what a URI may not hold: PDF wants seven bits.
func asciiURL(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}

// destinations are the anchors as named destinations, sorted as name trees are.
func (p *painter) destinations() pdf.Array {
	var out pdf.Array
	for _, id := range slices.Sorted(maps.Keys(p.doc.Anchors)) {
		a := p.doc.Anchors[id]
		if a.Page < 0 || a.Page >= len(p.pages) {
			p.warn("anchor %s is on page %d of %d", id, a.Page+1, len(p.pages))
			a.Page = 0
		}
		out = append(out, pdf.Bytes(id), p.dest(a.Page, a.X, a.Y))
	}
	return out
}

// dest shows a place at the top left of the window, the zoom unchanged.
func (p *painter) dest(page int, x, y float64) pdf.Array {
	src := p.doc.Pages[page]
	return pdf.Array{p.pages[page], pdf.Name("XYZ"), src.Slug + x, src.Slug + src.Height - y, 0}
}

func (p *painter) bookmarks() []pdf.Bookmark {
	var out []pdf.Bookmark
	for _, b := range p.doc.Outline {
		if b.Page >= 0 && b.Page < len(p.pages) {
			out = append(out, pdf.Bookmark{Title: strings.Join(strings.Fields(b.Title), " "), Level: b.Level, Dest: p.dest(b.Page, 0, b.Y)})
		}
	}
	return out
}

// pageLabels tells readers what is printed on the pages (ISO 32000-1, 12.4.2):
// runs of rising numbers as one entry, other labels each by itself.
func pageLabels(pages []*display.Page) pdf.Array {
	var out pdf.Array
	next := -1
	for i, p := range pages {
		n, err := strconv.Atoi(p.Label)
		switch {
		case err != nil || n < 1 || strconv.Itoa(n) != p.Label:
			out = append(out, i, pdf.Dict{{Key: "P", Value: p.Label}})
			next = -1
		case n != next:
			out = append(out, i, pdf.Dict{{Key: "S", Value: pdf.Name("D")}, {Key: "St", Value: n}})
			next = n + 1
		default:
			next++
		}
	}
	return out
}

// sortPairs sorts a flat list of byte-string keys and values by key.
func sortPairs(pairs pdf.Array) {
	sort.Sort(byKey(pairs))
}

type byKey pdf.Array

func (b byKey) Len() int { return len(b) / 2 }
func (b byKey) Less(i, j int) bool {
	return bytes.Compare(b[2*i].(pdf.Bytes), b[2*j].(pdf.Bytes)) < 0
}
func (b byKey) Swap(i, j int) {
	b[2*i], b[2*j] = b[2*j], b[2*i]
	b[2*i+1], b[2*j+1] = b[2*j+1], b[2*i+1]
}
