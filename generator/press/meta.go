package press

import (
	"strings"

	"golang.org/x/net/html"
)

// meta is what the head of a document says of it.
type meta struct {
	title, author, subject, lang string
	keywords                     []string
}

func readMeta(doc *html.Node) meta {
	var m meta
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Namespace != "" {
			continue
		}
		switch n.Data {
		case "html":
			m.lang = attr(n, "lang")
		case "title":
			if m.title == "" {
				m.title = text(n)
			}
		case "meta":
			m.named(strings.ToLower(attr(n, "name")), attr(n, "content"))
		case "body":
			return m
		}
	}
	return m
}

func (m *meta) named(name, content string) {
	content = strings.Join(strings.Fields(content), " ")
	switch name {
	case "author":
		m.author = content
	case "description":
		m.subject = content
	case "keywords":
		for _, k := range strings.Split(content, ",") {
			if k = strings.TrimSpace(k); k != "" {
				m.keywords = append(m.keywords, k)
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// text is the text inside n, white space collapsed.
func text(n *html.Node) string {
	var sb strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			sb.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(sb.String()), " ")
}
