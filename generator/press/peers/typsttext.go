package main

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// inline is the text in n with its emphasis, links and footnotes.
func inline(n *html.Node) string {
	var sb strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		for k := range n.ChildNodes() {
			function := map[string]string{"strong": "#strong", "b": "#strong", "dt": "#strong", "em": "#emph", "i": "#emph", "cite": "#emph"}[k.Data]
			if href := attr(k, "href"); k.Data == "a" && strings.HasPrefix(href, "http") {
				function = fmt.Sprintf("#link(%q)", href)
			}
			switch {
			case k.Type == html.TextNode:
				sb.WriteString(escape(oneSpace(k.Data)))
			case function != "":
				sb.WriteString(function + "[")
				write(k)
				sb.WriteString("]")
			default:
				write(k)
			}
		}
	}
	write(n)
	return strings.TrimSpace(sb.String())
}

// oneSpace makes one space of each run of white space.
func oneSpace(s string) string {
	out := strings.Join(strings.Fields(s), " ")
	if out == "" && s != "" {
		return " "
	}
	if strings.TrimLeft(s, " \n\t") != s {
		out = " " + out
	}
	if strings.TrimRight(s, " \n\t") != s {
		out += " "
	}
	return out
}

// escape keeps Typst from reading marks in text: its syntax takes a backslash
// before any character, and lists and headings begin a line.
func escape(s string) string {
	var sb strings.Builder
	for i, r := range s {
		if strings.ContainsRune("\\#*_`$<>@[]~/'\"();", r) || i == 0 && strings.ContainsRune("=+-", r) || r == '.' && i < 4 {
			sb.WriteByte('\\')
		}
		sb.WriteRune(r)
	}
	return sb.String()
}
