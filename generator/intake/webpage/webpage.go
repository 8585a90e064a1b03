// Package webpage reads HTML as people have it: pages saved from a browser,
// mails, and what Word writes as a web page. It uses no other Markdown writer,
// so that a page reads back as its text just as a Word file does.
//
// Contract: what a browser shows of the article comes out, once. Scripts, forms,
// menus and hidden parts are told and left out; nothing is fetched: pictures
// that lie elsewhere are told.
package webpage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"bantin/generator/intake/manuscript"
)

// Limits of a page.
const (
	maxPage  = 32 << 20
	maxDepth = 300
)

// Refusals.
var (
	ErrTooBig  = errors.New("trang quá lớn — chép phần bài viết sang tệp Word rồi nhập")
	ErrTooDeep = errors.New("trang lồng quá nhiều lớp — chép phần bài viết sang tệp Word rồi nhập")
)

// Read reads a page.
func Read(data []byte) (*manuscript.Manuscript, error) {
	if len(data) > maxPage {
		return nil, ErrTooBig
	}
	if err := shallow(data); err != nil {
		return nil, err
	}
	decoded, err := charset.NewReader(bytes.NewReader(data), "text/html")
	if err != nil {
		return nil, err
	}
	root, err := html.Parse(decoded)
	if err != nil { // the parser has a limit of its own
		return nil, fmt.Errorf("%w (%v)", ErrTooDeep, err)
	}
	r := &reader{m: &manuscript.Manuscript{}, notes: map[string]*html.Node{}}
	r.notesOf(root)
	main := article(root)
	r.block(main, look{}, 0)
	r.flush()
	if r.deep {
		return nil, ErrTooDeep
	}
	return r.m, nil
}

// shallow refuses, before anything is parsed, what is nested deeper than people
// write: the parser's time grows with the square of the depth.
func shallow(data []byte) error {
	z := html.NewTokenizer(bytes.NewReader(data))
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				return nil
			}
			return z.Err()
		case html.StartTagToken:
			name, _ := z.TagName()
			if void[atom.Lookup(name)] {
				continue
			}
			if depth++; depth > 20*maxDepth {
				return ErrTooDeep
			}
		case html.EndTagToken:
			depth = max(0, depth-1)
		}
	}
}

var void = map[atom.Atom]bool{atom.Br: true, atom.Img: true, atom.Hr: true, atom.Meta: true, atom.Link: true, atom.Input: true, atom.P: true, atom.Li: true, atom.Td: true, atom.Tr: true, atom.Th: true, atom.Col: true, atom.Source: true, atom.Wbr: true}

// article is the part of a page that holds its text: one element that says so,
// else all.
func article(root *html.Node) *html.Node {
	for _, want := range []atom.Atom{atom.Article, atom.Main, atom.Body} {
		var found []*html.Node
		each(root, func(n *html.Node) {
			if n.DataAtom == want {
				found = append(found, n)
			}
		})
		if len(found) == 1 {
			return found[0]
		}
	}
	return root
}

// each visits the elements of a tree.
func each(n *html.Node, visit func(*html.Node)) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			visit(d)
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

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
