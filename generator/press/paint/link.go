package paint

import (
	"strings"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// area is where one link of a page may be clicked: a rectangle on each of its
// lines, of which a reader still makes one stop.
type area struct {
	ref   pdf.Ref
	annot pdf.Dict
	of    *display.Link // its first part
	parts []*display.Link
}

// link notes a part of a link: of one that goes on, or a new one.
func (g *page) link(l *display.Link) {
	for k := len(g.links) - 1; k >= 0 && l.Elem != nil; k-- {
		if a := g.links[k]; a.of.Elem == l.Elem && a.of.URL == l.URL && a.of.Anchor == l.Anchor {
			a.parts = append(a.parts, l)
			return
		}
	}
	annot := pdf.Dict{
		{Key: "Type", Value: pdf.Name("Annot")}, {Key: "Subtype", Value: pdf.Name("Link")},
		{Key: "Border", Value: pdf.Array{0, 0, 0}},
		{Key: "F", Value: 4}, // printed; PDF/UA-1 and PDF/A ask for it
	}
	switch {
	case l.URL != "":
		annot = append(annot, pdf.Entry{Key: "A", Value: pdf.Dict{
			{Key: "S", Value: pdf.Name("URI")}, {Key: "URI", Value: pdf.Bytes(asciiURL(l.URL))}}})
	default:
		if _, ok := g.doc.Anchors[l.Anchor]; !ok {
			g.warn("link to #%s: the document has no such place", l.Anchor)
			return
		}
		annot = append(annot, pdf.Entry{Key: "Dest", Value: pdf.Bytes(l.Anchor)})
	}
	ref := g.w.Alloc()
	if g.tags != nil && g.tags.knows(l.Elem) {
		annot = append(annot, pdf.Entry{Key: "StructParent", Value: g.tags.annotation(l.Elem, g.index, ref)})
	}
	g.links = append(g.links, &area{ref: ref, annot: annot, of: l, parts: []*display.Link{l}})
}

// writeLinks writes the link annotations (ISO 32000-1, 12.5.6.5).
func (g *page) writeLinks() {
	for _, a := range g.links {
		x0, y0, x1, y1 := a.of.X, a.of.Y, a.of.X+a.of.W, a.of.Y+a.of.H
		var quads pdf.Array
		for _, l := range a.parts {
			x0, y0, x1, y1 = min(x0, l.X), min(y0, l.Y), max(x1, l.X+l.W), max(y1, l.Y+l.H)
			left, right, top, bottom := g.x(l.X), g.x(l.X+l.W), g.y(l.Y), g.y(l.Y+l.H)
			// The order of the corners that readers expect, not the standard's.
			quads = append(quads, left, top, right, top, left, bottom, right, bottom)
		}
		annot := append(a.annot, pdf.Entry{Key: "Rect", Value: pdf.Array{g.x(x0), g.y(y1), g.x(x1), g.y(y0)}})
		if len(a.parts) > 1 {
			annot = append(annot, pdf.Entry{Key: "QuadPoints", Value: quads})
		}
		if text := firstOf(a.text(), a.of.URL, a.of.Anchor); text != "" {
			annot = append(annot, pdf.Entry{Key: "Contents", Value: text})
		}
		g.w.Set(a.ref, annot)
		g.annots = append(g.annots, a.ref)
	}
	g.links = nil
}

// text is what the link says on all its lines. Where a line ends there is a word
// space, but not within an address, which may break anywhere.
func (a *area) text() string {
	var b strings.Builder
	for _, l := range a.parts {
		b.WriteString(l.Text)
	}
	if whole := b.String(); strings.Contains(a.of.URL, whole) {
		return whole
	}
	b.Reset()
	for _, l := range a.parts {
		b.WriteString(l.Text)
		if !strings.HasSuffix(l.Text, "-") {
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
