package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// photos is how many photographs stand on 12 pages.
const photos = 8

// growFile makes a document of about so many pages of a smaller one: "grow
// in.html pages". It prints the size of the body text. measure runs it as a
// process of its own, since what a process forked has weighed counts as the
// peak of its children too.
func growFile(o options) error {
	pages, err := strconv.Atoi(o.args[1])
	if err != nil {
		return fmt.Errorf("pages: %w", err)
	}
	dir, err := o.folder()
	if err != nil {
		return err
	}
	doc, err := open(o.root, o.args[0])
	if err != nil {
		return err
	}
	laid, _, err := doc.Layout()
	if err != nil {
		return err
	}
	tree, err := selfContained(o.args[0])
	if err != nil {
		return err
	}
	grow(tree, float64(pages)/float64(len(laid.Pages)))
	if err := illustrate(tree, dir); err != nil {
		return err
	}
	if err := writeTypst(tree, filepath.Join(dir, "in.typ"), body(laid)); err != nil {
		return err
	}
	var buf bytes.Buffer
	if err := html.Render(&buf, tree); err != nil {
		return err
	}
	fmt.Println(body(laid))
	return os.WriteFile(filepath.Join(dir, "in.html"), buf.Bytes(), 0o644)
}

// selfContained parses a document and puts its style sheets into it.
func selfContained(name string) (*html.Node, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	tree, err := html.Parse(bytes.NewReader(src))
	if err != nil {
		return nil, err
	}
	for n := range tree.Descendants() {
		if n.Data == "link" && attr(n, "rel") == "stylesheet" {
			sheet, err := os.ReadFile(filepath.Join(filepath.Dir(name), filepath.FromSlash(attr(n, "href"))))
			if err != nil {
				return nil, err
			}
			n.Data, n.DataAtom, n.Attr = "style", 0, nil
			n.AppendChild(&html.Node{Type: html.TextNode, Data: string(sheet)})
		}
	}
	return tree, nil
}

// grow repeats or drops the articles until there are factor times as many.
func grow(tree *html.Node, factor float64) {
	articles := named(tree, "article")
	if len(articles) == 0 {
		return
	}
	want := max(1, int(math.Round(factor*float64(len(articles)))))
	parent := articles[len(articles)-1].Parent
	for i := want; i < len(articles); i++ {
		articles[i].Parent.RemoveChild(articles[i])
	}
	for i := len(articles); i < want; i++ {
		parent.AppendChild(clone(articles[i%len(articles)], fmt.Sprintf("-%d", i)))
	}
}

// clone copies a tree; ids and what points to them get a suffix.
func clone(n *html.Node, suffix string) *html.Node {
	c := &html.Node{Type: n.Type, Data: n.Data, DataAtom: n.DataAtom, Namespace: n.Namespace}
	for _, a := range n.Attr {
		if a.Key == "id" || a.Key == "for" || a.Key == "aria-labelledby" {
			a.Val += suffix
		}
		c.Attr = append(c.Attr, a)
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(clone(k, suffix))
	}
	return c
}

// illustrate makes the photographs and lets every picture show one.
func illustrate(tree *html.Node, dir string) error {
	for i := range photos {
		if err := os.WriteFile(filepath.Join(dir, photo(i)), photograph(uint64(i)), 0o644); err != nil {
			return err
		}
	}
	for i, n := range named(tree, "img") {
		for k := range n.Attr {
			if n.Attr[k].Key == "src" {
				n.Attr[k].Val = photo(i % photos)
			}
		}
	}
	return nil
}

func photo(i int) string { return fmt.Sprintf("photo-%d.jpg", i) }

// photograph is a JPEG of 1600 x 1200 pixels, about as hard to compress as one
// taken with a camera: soft shapes with a little grain.
func photograph(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 7))
	m := image.NewRGBA(image.Rect(0, 0, 1600, 1200))
	p := [6]float64{}
	for i := range p {
		p[i] = 2 + 20*r.Float64()
	}
	for y := range 1200 {
		for x := range 1600 {
			u, v := float64(x)/1600, float64(y)/1200
			grain := 14 * (r.Float64() - .5)
			at := func(a, b float64) uint8 {
				return uint8(128 + 100*math.Sin(a*u+p[0])*math.Cos(b*v+p[1]) + grain)
			}
			m.SetRGBA(x, y, color.RGBA{at(p[2], p[3]), at(p[3], p[4]), at(p[4], p[5]), 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 82}); err != nil {
		panic(err) // the encoder writes to memory
	}
	return b.Bytes()
}

func named(tree *html.Node, name string) (out []*html.Node) {
	for n := range tree.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is all text below n with single spaces.
func text(n *html.Node) string {
	var sb strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			sb.WriteString(k.Data)
		}
	}
	return strings.Join(strings.Fields(sb.String()), " ")
}
