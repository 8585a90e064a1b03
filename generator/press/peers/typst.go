package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/net/html"
)

// typstHead is the design: the page, the sizes and the line height of the
// press's own, headings and pictures across the page, text in two justified
// columns that Typst breaks with all the care that it can.
const typstHead = `#set page(paper: "a4", margin: (top: 58pt, right: 48pt, bottom: 54.89pt, left: 52pt), numbering: "1")
#set columns(gutter: 20pt)
#set text(font: "STIX Two Text", size: %gpt, lang: "vi", hyphenate: false, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, first-line-indent: 13.5pt, leading: 3pt, linebreaks: "optimized")
#show par: set block(spacing: 3pt)
#set par(spacing: 3pt) if sys.version >= version(0, 12, 0)
#show heading: set par(justify: false)
#show heading.where(level: 1): set text(size: 34pt)
#show heading.where(level: 2): set text(size: 29pt)
#show heading.where(level: 3): set text(size: 11pt)
#let small(it) = { set text(font: "Liberation Sans", size: 8.75pt); set par(justify: false, first-line-indent: 0pt); it }
#show table: small
#set table(stroke: 0.5pt + gray, inset: 3pt)
`

// writeTypst writes the text and pictures of a document as a Typst file, the body
// at size pt: like work, not the same design. What stands beside main begins a
// page and ends one; a division of an article has two columns; a section in an
// article is a box.
func writeTypst(tree *html.Node, name string, size float64) error {
	t := &typst{}
	fmt.Fprintf(&t.sb, typstHead, size)
	if body := named(tree, "body"); len(body) > 0 {
		t.children(body[0])
	}
	return os.WriteFile(name, []byte(t.sb.String()), 0o644)
}

// inside reports whether n stands in an element of that name.
func inside(n *html.Node, name string) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.Data == name {
			return true
		}
	}
	return false
}

type typst struct{ sb strings.Builder }

func (t *typst) children(n *html.Node) {
	for k := range n.ChildNodes() {
		if k.Type == html.ElementNode {
			t.block(k)
		}
	}
}

// within writes the children of n as the content of a Typst function.
func (t *typst) within(function string, n *html.Node) {
	t.sb.WriteString("\n" + function + "[\n")
	t.children(n)
	t.sb.WriteString("]\n")
}

// block writes an element that is a block of its own.
func (t *typst) block(n *html.Node) {
	switch n.Data {
	case "h1", "h2", "h3", "h4":
		fmt.Fprintf(&t.sb, "\n%s %s\n", strings.Repeat("=", int(n.Data[1]-'0')), inline(n))
	case "p", "figcaption", "dt", "dd":
		fmt.Fprintf(&t.sb, "\n%s\n", inline(n))
	case "ul", "ol":
		fmt.Fprintf(&t.sb, "\n#%s(", map[string]string{"ul": "list", "ol": "enum"}[n.Data])
		for _, item := range named(n, "li") {
			fmt.Fprintf(&t.sb, "[%s], ", inline(item))
		}
		t.sb.WriteString(")\n")
	case "img":
		height := ""
		if !inside(n, "div") { // the lead picture of an article
			height = `, height: 216pt, fit: "cover"`
		}
		fmt.Fprintf(&t.sb, "\n#image(%q, width: 100%%%s)\n", attr(n, "src"), height)
	case "blockquote":
		t.within("#quote(block: true)", n)
	case "table":
		t.table(n)
	case "svg", "script", "style":
	case "section", "div":
		switch {
		case n.Parent.Data == "article" && n.Data == "section":
			t.within("#block(width: 100%, fill: luma(240), stroke: (top: 2pt + red), inset: 10pt, breakable: false)[#small", n)
			t.sb.WriteString("]\n")
		case n.Parent.Data == "dl": // a term with what it means
			fmt.Fprintf(&t.sb, "\n%s\n", inline(n))
		case n.Parent.Data == "article" && len(named(n, "p")) > 1:
			t.within("#columns(2)", n)
		case n.Parent.Data == "body":
			t.sb.WriteString("\n#pagebreak(weak: true)\n")
			t.children(n)
			t.sb.WriteString("\n#pagebreak(weak: true)\n")
		default:
			t.children(n)
		}
	default:
		t.children(n)
	}
}

// table writes a table, cells row by row; older versions know no wide cells, so
// that empty ones stand beside.
func (t *typst) table(n *html.Node) {
	span := func(cell *html.Node) int {
		k := 1
		fmt.Sscan(attr(cell, "colspan"), &k)
		return k
	}
	columns := 0
	var cells strings.Builder
	for _, row := range named(n, "tr") {
		width := 0
		for k := range row.ChildNodes() {
			if k.Data == "td" || k.Data == "th" {
				width += span(k)
				fmt.Fprintf(&cells, "[%s], %s", inline(k), strings.Repeat("[], ", span(k)-1))
			}
		}
		columns = max(columns, width)
		cells.WriteString("\n")
	}
	fmt.Fprintf(&t.sb, "\n#table(columns: %d, %s)\n", columns, cells.String())
}
