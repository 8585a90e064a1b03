package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// elementType maps HTML elements to structure types; "" adds no element.
func elementType(b *box.Box) string {
	if b.Style.Float == css.FloatFootnote {
		return "Note"
	}
	switch name := b.Node.Data; name {
	case "article":
		return "Art"
	case "section", "nav", "main", "header", "footer", "aside", "address":
		return "Sect"
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return strings.ToUpper(name)
	case "p", "pre":
		return "P"
	case "ul", "ol", "dl":
		if hasInline(b) {
			return "" // its items stand in lines, as text does
		}
		return "L"
	case "dt":
		return "Lbl"
	case "dd":
		return "LBody"
	case "li":
		return "LI"
	case "blockquote":
		return "BlockQuote"
	case "table":
		return "Table"
	case "tr":
		return "TR"
	case "th":
		return "TH"
	case "td":
		return "TD"
	case "caption", "figcaption":
		return "Caption"
	case "img", "svg":
		if b.Replaced().Alt == "" {
			return ""
		}
		return "Figure"
	case "figure":
		if hasPicture(b, 0) {
			return "Figure"
		}
		return "Sect"
	case "a":
		if b.Href != "" {
			return "Link"
		}
	case "div":
		if isElement(b.Node.Parent, "dl") {
			return "LI"
		}
		if b.Kind == box.BlockBox && b.ID != "" {
			return "Div"
		}
	}
	return ""
}

func isElement(n *html.Node, name string) bool {
	return n != nil && n.Type == html.ElementNode && n.Data == name
}

func hasPicture(b *box.Box, depth int) bool {
	if b.Kind == box.ReplacedBox {
		return true
	}
	if depth < 8 {
		for _, c := range b.Children {
			if hasPicture(c, depth+1) {
				return true
			}
		}
	}
	return false
}
