package fit

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// Inside is where the pictures and tables within the text of an article stand.
type Inside string

const (
	Heads  Inside = "noi"   // at the heads of columns, text flows past them
	InText Inside = "dong"  // where they were written
	Across Inside = "ngang" // the last flat picture across both columns
)

// flat is the greatest height over width of a picture that goes across.
const flat = 0.62

// insides lists what an article can do with what stands in its text.
func insides(a *html.Node) []Inside {
	all := []Inside{Heads}
	if than := find(a, "than"); than != nil {
		if len(loose(than)) == 0 {
			return all
		}
		all = append(all, InText)
		if wide(than) != nil {
			all = append(all, Across)
		}
	}
	return all
}

// within writes into the text of an article how its pictures stand and which of
// its sentences stand out.
func (c Choice) within(than *html.Node) {
	if than == nil {
		return
	}
	if c.Quotes > 0 {
		for _, q := range placesOf(than)[:c.Quotes] {
			than.InsertBefore(q.node(), q.before)
		}
	}
	across := wide(than)
	for _, n := range loose(than) {
		switch {
		case c.Inside == Across && n == across:
			class(n, "rong")
		case c.Inside != InText:
			class(n, "noi")
		}
	}
}

func class(n *html.Node, name string) {
	set(n, "class", strings.TrimSpace(attr(n, "class")+" "+name))
}

func wideOf(a *html.Node) *html.Node {
	if than := find(a, "than"); than != nil {
		return wide(than)
	}
	return nil
}

// wide is the last picture of a text that may go across it.
func wide(than *html.Node) (last *html.Node) {
	for _, n := range loose(than) {
		if n.Data == "figure" && ratio(n) <= flat {
			last = n
		}
	}
	return last
}

// loose lists the parts of a text that may move by some lines: pictures, tables
// and what somebody said. What a colon announces stays where it is.
func loose(than *html.Node) (all []*html.Node) {
	before := ""
	for n := than.FirstChild; n != nil; n = n.NextSibling {
		if n.Type != html.ElementNode {
			continue
		}
		free := n.Data == "figure" && !has(n, "rong") && !has(n, "anh-dau") || has(n, "bang") && !has(n, "bang-rong") || n.Data == "blockquote" && said(n)
		if free && before != "" && !strings.HasSuffix(before, ":") {
			all = append(all, n)
		}
		before = strings.TrimSpace(text(n))
	}
	return all
}

// said reports whether a quotation names who said it, in a last paragraph.
func said(n *html.Node) bool {
	paragraphs, signed := 0, false
	for p := n.FirstChild; p != nil; p = p.NextSibling {
		if p.Data == "p" {
			paragraphs++
			signed = p.FirstChild != nil && p.FirstChild.Data == "em" && p.FirstChild.NextSibling == nil
		}
	}
	return paragraphs > 1 && signed
}

// beside puts the summary and the name of the writer beside the picture.
func beside(fig, head *html.Node) {
	frame, side := element("div", "class", "dau-anh"), element("div", "class", "ben-anh")
	fig.Parent.InsertBefore(frame, fig)
	move(fig, frame, nil)
	frame.AppendChild(side)
	for _, name := range []string{"sapo", "ky-ten"} {
		if n := find(head, name); n != nil {
			move(n, side, nil)
		}
	}
}

// spread puts the pictures that stand after the text of an article between its
// paragraphs, at equal distances; upright ones lose a little of their foot.
func spread(a *html.Node) {
	than := find(a, "than")
	if than == nil {
		return
	}
	var figures, paragraphs []*html.Node
	for n := than.FirstChild; n != nil; n = n.NextSibling {
		switch {
		case n.Data == "figure" && !has(n, "rong"):
			if last := lastText(n); last {
				figures = append(figures, n)
			}
		case n.Data == "p" && !has(n, "van-ban-dan"):
			paragraphs = append(paragraphs, n)
		}
	}
	if len(paragraphs) < 3 {
		return
	}
	for i, f := range figures {
		at := paragraphs[max(1, (i+1)*len(paragraphs)/(len(figures)+1))-1]
		move(f, than, at.NextSibling)
	}
}

// lastText reports whether no text of the article follows a figure.
func lastText(n *html.Node) bool {
	for k := n.NextSibling; k != nil; k = k.NextSibling {
		if k.Type == html.ElementNode && k.Data != "figure" && !has(k, "van-ban-dan") && !has(k, "footnotes") {
			return false
		}
	}
	return true
}

// uprights trims the upright pictures within the text, whose columns they would
// fill from top to bottom, and keeps the upper part of every upright picture.
func uprights(a *html.Node, w widths) {
	for n := range a.Descendants() {
		if n.Data != "figure" || ratio(n) <= 1.1 {
			continue
		}
		keepHead(n)
		if !has(n, "anh-dau") && n.Parent != nil && has(n.Parent, "than") {
			class(n, "anh-xen")
			set(n, "style", fmt.Sprintf("--cao: %gpt", round(ratio(n)*w.column*(1-maxCut))))
		}
	}
}

// keepHead has an upright picture cut at its foot rather than at its head,
// wherever its focus is.
func keepHead(fig *html.Node) {
	for n := range fig.Descendants() {
		if n.Data != "img" {
			continue
		}
		classes := strings.Fields(attr(n, "class"))
		kept := []string{"ty-4"}
		for _, c := range classes {
			if c >= "ty-0" && c <= "ty-3" && len(c) == 4 {
				kept[0] = c
			}
			if !strings.HasPrefix(c, "ty-") {
				kept = append(kept, c)
			}
		}
		set(n, "class", strings.Join(kept, " "))
	}
}
