package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/net/html"
)

// writeTypst writes the text and pictures of a document as a Typst file of two
// justified columns, the body at size pt: like work, not the same design.
func writeTypst(tree *html.Node, name string, size float64) error {
	var sb strings.Builder
	fmt.Fprintf(&sb, "#set page(paper: \"a4\", columns: 2, margin: (x: 49pt, y: 57pt), numbering: \"1\")\n#set columns(gutter: 17pt)\n"+
		"#set text(font: \"STIX Two Text\", size: %gpt, lang: \"vi\", hyphenate: false)\n#set par(justify: true, first-line-indent: 12pt, linebreaks: \"optimized\")\n"+
		"#set heading(numbering: none)\n", size)
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "h1", "h2", "h3", "h4":
			if t := text(n); t != "" {
				fmt.Fprintf(&sb, "\n%s %s\n", strings.Repeat("=", int(n.Data[1]-'0')), escape(t))
			}
		case "p", "li", "figcaption", "dd", "td":
			if t := text(n); t != "" && !inside(n.Parent, "p", "li", "figcaption", "dd", "td") {
				fmt.Fprintf(&sb, "\n%s\n", escape(t))
			}
		case "img":
			fmt.Fprintf(&sb, "\n#image(%q, width: 100%%)\n", attr(n, "src"))
		}
	}
	return os.WriteFile(name, []byte(sb.String()), 0o644)
}

func inside(n *html.Node, names ...string) bool {
	for ; n != nil; n = n.Parent {
		for _, name := range names {
			if n.Type == html.ElementNode && n.Data == name {
				return true
			}
		}
	}
	return false
}

// escape keeps Typst from reading marks in text: its syntax takes a backslash
// before any character, and lists and headings begin a line.
func escape(s string) string {
	var sb strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\#*_`$<>@[]~/'\"", r) || i == 0 && strings.ContainsRune("=+-", r) || r == '.' && i > 0 && i < 4 {
			sb.WriteByte('\\')
		}
		sb.WriteRune(r)
	}
	return sb.String()
}
