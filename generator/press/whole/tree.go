package main

import (
	"fmt"
	"slices"
	"strings"
)

// document is a page's style and a tree of elements.
type document struct {
	page []string // declarations of @page and html
	body *node
}

// node is an element, or text when it has no tag.
type node struct {
	tag   string
	attr  string   // as written
	style []string // declarations
	words []string
	kids  []*node

	before, after, marker string // generated text
	first                 bool   // begins with a large initial
}

// sheet is common to all documents: every line is 10 pt high.
const sheet = `html{font:8pt/10pt "Liberation Sans"}body{margin:0}p,ul,ol,dl,figure,h2,h3{margin:0 0 5pt}h2,h3{font-size:10pt;break-after:avoid}
.n{float:footnote}.n p{margin:0}td,th{border:1pt solid;padding:1pt}table{border-spacing:1pt}thead,tfoot{background:#eee}img{background:#ccc}
[data-b]::before{content:attr(data-b) " "}[data-a]::after{content:" " attr(data-a)}.i::first-letter{initial-letter:3}@page b{size:250pt 300pt}`

func (d *document) html() string {
	var sb strings.Builder
	sb.WriteString("<!doctype html><html lang=vi><style>" + sheet + "\n@page{" + strings.Join(d.page, ";") + "}</style>\n<body>")
	d.body.write(&sb)
	sb.WriteString("\n")
	return sb.String()
}

// initial is the letter that large initials show: they are counted.
const initial = "Q"

var void = map[string]bool{"img": true, "br": true}

func (n *node) write(sb *strings.Builder) {
	if n.tag == "" {
		sb.WriteString(strings.Join(n.words, " ") + " ")
		return
	}
	if n.tag != "body" {
		fmt.Fprintf(sb, "<%s", n.tag)
		if n.attr != "" {
			sb.WriteString(" " + n.attr)
		}
		for _, a := range [...][2]string{{"data-b", n.before}, {"data-a", n.after}} {
			if a[1] != "" {
				fmt.Fprintf(sb, " %s=%s", a[0], a[1])
			}
		}
		style := n.style
		if n.marker != "" {
			style = append(style[:len(style):len(style)], "list-style-type:'"+n.marker+" '")
		}
		if len(style) > 0 {
			fmt.Fprintf(sb, ` style="%s"`, strings.Join(style, ";"))
		}
		sb.WriteString(">")
		if n.first {
			sb.WriteString(initial + " ")
		}
	}
	for _, k := range n.kids {
		k.write(sb)
	}
	if n.tag != "body" && !void[n.tag] {
		fmt.Fprintf(sb, "</%s>", n.tag)
	}
	if n.tag != "body" && n.tag != "span" && n.tag != "td" && n.tag != "b" && n.tag != "i" {
		sb.WriteString("\n")
	}
}

func (n *node) clone() *node {
	c := *n
	c.style, c.words = slices.Clone(n.style), slices.Clone(n.words)
	c.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		c.kids[i] = k.clone()
	}
	return &c
}

func (d *document) clone() *document {
	return &document{page: slices.Clone(d.page), body: d.body.clone()}
}

// each visits a node and all below it.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.each(visit)
	}
}
