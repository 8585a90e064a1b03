package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/generator/intake/manuscript"
)

// look is what holds for the text within an element.
type look struct {
	manuscript.Format
	font    string
	align   manuscript.Align
	heading int
	quote   bool
	role    manuscript.Role
	item    *manuscript.Item
	pre     bool
}

// styled adds what an element and its style say.
func (l look) styled(n *html.Node) look {
	switch n.DataAtom {
	case atom.B, atom.Strong:
		l.Bold = true
	case atom.I, atom.Em, atom.Cite:
		l.Italic = true
	case atom.S, atom.Del, atom.Strike:
		l.Strike = true
	case atom.Sup:
		l.Super, l.Sub = true, false
	case atom.Sub:
		l.Sub, l.Super = true, false
	case atom.Font:
		l.font = attr(n, "face")
	case atom.Figcaption, atom.Caption:
		l.role = manuscript.Caption
	case atom.Blockquote:
		l.quote = true
	case atom.Pre:
		l.pre = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		l.heading = int(n.Data[1] - '0')
	}
	if a := attr(n, "align"); a != "" {
		l.align = aligns[strings.ToLower(a)]
	}
	if class := attr(n, "class"); strings.Contains(class, "MsoTitle") {
		l.role = manuscript.Title
	} else if strings.Contains(class, "MsoCaption") {
		l.role = manuscript.Caption
	}
	for key, value := range style(n) {
		switch key {
		case "font-weight":
			l.Bold = value == "bold" || value == "bolder" || len(value) == 3 && value >= "600"
		case "font-style":
			l.Italic = value == "italic" || value == "oblique"
		case "text-decoration", "text-decoration-line":
			l.Strike = strings.Contains(value, "line-through")
		case "vertical-align":
			l.Super, l.Sub = value == "super", value == "sub"
		case "font-family":
			l.font = value
		case "text-align":
			l.align = aligns[value]
		}
	}
	return l
}

var aligns = map[string]manuscript.Align{"center": manuscript.Center, "right": manuscript.Right, "end": manuscript.Right, "justify": manuscript.Justify}

var declaration = regexp.MustCompile(`([\w-]+)\s*:\s*([^;]*)`)

// style are the declarations of an element.
func style(n *html.Node) map[string]string {
	text := attr(n, "style")
	if text == "" {
		return nil
	}
	all := map[string]string{}
	for _, m := range declaration.FindAllStringSubmatch(text, 200) {
		value := strings.Trim(strings.ToLower(strings.TrimSpace(m[2])), `"'`)
		if key := strings.ToLower(m[1]); key == "font-family" {
			all[key] = strings.Trim(strings.TrimSpace(m[2]), `"'`)
		} else {
			all[key] = value
		}
	}
	return all
}

// hidden reports an element that a browser does not show.
func hidden(n *html.Node) bool {
	s := style(n)
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return s["display"] == "none" || s["visibility"] == "hidden" || s["mso-hide"] == "all"
}
