package offline

import (
	"bytes"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// enough is how wide in pixels a kept picture is at most, where a page offers
// several: a phone's screen needs no more, and its owner pays for each byte.
const enough = 800

// shownPage is what a page is called and the addresses of what it shows.
type shownPage struct {
	title string
	shown []string
}

func readPage(data []byte) (shownPage, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return shownPage{}, err
	}
	var p shownPage
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		switch n.DataAtom {
		case atom.H1:
			p.title = strings.Join(strings.Fields(text(n)), " ")
		case atom.Link:
			if rel := attr(n, "rel"); rel == "stylesheet" || rel == "icon" || rel == "preload" {
				p.shown = append(p.shown, attr(n, "href"))
			}
		case atom.Script:
			p.shown = append(p.shown, attr(n, "src"))
		case atom.Picture:
			p.shown = append(p.shown, pictureOf(n))
			return
		case atom.Img:
			// The code that a browser prints under an article leads to the network.
			if n.Parent == nil || attr(n.Parent, "class") != "ma-in" {
				p.shown = append(p.shown, attr(n, "src"))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(doc)
	return p, nil
}

// pictureOf chooses one of a picture's sizes: the widest that is narrow enough,
// else the narrowest.
func pictureOf(n *html.Node) (chosen string) {
	best := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Img && chosen == "" {
			chosen = attr(c, "src")
		}
		for _, candidate := range strings.Split(attr(c, "srcset"), ",") {
			fields := strings.Fields(candidate)
			if c.DataAtom != atom.Source || len(fields) != 2 {
				continue
			}
			width, err := strconv.Atoi(strings.TrimSuffix(fields[1], "w"))
			if err == nil && (best == 0 || width <= enough && width > best || best > enough && width < best) {
				best, chosen = width, fields[0]
			}
		}
	}
	return chosen
}

// file is the file of the site that a link in one of its files means; ok is
// false for what lies elsewhere.
func (s Site) file(from, link string) (name string, ok bool) {
	base, err := url.Parse(s.address(from))
	if err != nil || link == "" {
		return "", false
	}
	u, err := base.Parse(link)
	if err != nil || u.Host != "" || u.Scheme != "" {
		return "", false
	}
	rel, ok := strings.CutPrefix(u.Path, s.Base)
	if !ok || rel == "" {
		return "", false
	}
	if strings.HasSuffix(rel, "/") {
		rel += "index.html"
	}
	return path.Clean(rel), true
}

var styleURL = regexp.MustCompile(`url\(\s*["']?([^"')]+)["']?\s*\)`)

// readStyles finds the files that a style sheet names: its faces.
func readStyles(data []byte) (sheet shownPage, err error) {
	for _, m := range styleURL.FindAllSubmatch(data, -1) {
		if address := string(m[1]); !strings.HasPrefix(address, "data:") {
			sheet.shown = append(sheet.shown, address)
		}
	}
	return sheet, nil
}

func escape(name string) string { return (&url.URL{Path: name}).EscapedPath() }

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
