package fit

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

func set(n *html.Node, key, value string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

// has reports whether an element has a class.
func has(n *html.Node, class string) bool {
	return n.Type == html.ElementNode && slices.Contains(strings.Fields(attr(n, "class")), class)
}

// find is the first element of a class.
func find(tree *html.Node, class string) *html.Node {
	for n := range tree.Descendants() {
		if has(n, class) {
			return n
		}
	}
	return nil
}

// articles lists the articles of a print page in order.
func articles(tree *html.Node) (all []*html.Node) {
	for n := range tree.Descendants() {
		if n.Data == "article" && has(n, "bai") {
			all = append(all, n)
		}
	}
	return all
}

// identify gives an id to every part that is looked for on the pages.
func identify(tree *html.Node) {
	for _, a := range articles(tree) {
		k := 0
		if t := find(a, "than"); t != nil && attr(t, "id") == "" {
			set(t, "id", attr(a, "id")+"--than")
		}
		for n := range a.Descendants() {
			if apart(n) && attr(n, "id") == "" {
				k++
				set(n, "id", fmt.Sprintf("%s--phan-%d", attr(a, "id"), k))
			}
		}
	}
	if n := find(tree, "an-hanh"); n != nil && attr(n, "id") == "" {
		set(n, "id", "an-hanh")
	}
}

// clone copies an element with all that is in it.
func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(clone(k))
	}
	return c
}
