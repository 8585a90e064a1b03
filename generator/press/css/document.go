package css

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// DocumentSheets parses the style sheets that a document names, in order:
// style elements, and link elements through load, which gets the address
// resolved against base. Sheets for other media than print are left out.
func DocumentSheets(doc *html.Node, base string, load func(name string) ([]byte, error)) ([]*Sheet, []Warning) {
	var sheets []*Sheet
	var warnings []Warning
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Namespace != "" || n.Data != "style" && n.Data != "link" {
			continue
		}
		if q := &(Sheet{warned: map[string]bool{}}); !q.media(scan([]byte(attr(n, "media")))) {
			continue
		}
		if n.Data == "style" {
			var src strings.Builder
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				src.WriteString(c.Data)
			}
			s, _ := Parse(base, []byte(src.String()))
			sheets = append(sheets, s)
			continue
		}
		if !hasWord(attr(n, "rel"), "stylesheet") || hasWord(attr(n, "rel"), "alternate") || attr(n, "href") == "" {
			continue
		}
		name := Resolve(base, attr(n, "href"))
		if load == nil {
			warnings = append(warnings, Warning{File: base, Message: "style sheet " + name + ": no files can be read here"})
			continue
		}
		src, err := load(name)
		if err != nil {
			warnings = append(warnings, Warning{File: base, Message: "style sheet " + name + ": " + err.Error()})
			continue
		}
		s, _ := Parse(name, src)
		sheets = append(sheets, s)
	}
	return sheets, warnings
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// Resolve makes an address relative to the file or URL it stands in. Fragments,
// data: and absolute addresses stay as they are.
func Resolve(base, ref string) string {
	if ref == "" || ref[0] == '#' || strings.HasPrefix(ref, "data:") {
		return ref
	}
	u, err := url.Parse(ref)
	if err != nil || u.IsAbs() {
		return ref
	}
	if b, err := url.Parse(base); err == nil && b.IsAbs() {
		return b.ResolveReference(u).String()
	}
	if dir := path.Dir(base); dir != "." && ref[0] != '/' {
		return path.Join(dir, ref)
	}
	return ref
}
