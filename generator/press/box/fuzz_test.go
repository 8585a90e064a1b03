package box

import (
	"strings"
	"testing"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// fuzzSheet brings all kinds of boxes to single letters of elements.
const fuzzSheet = `a{float:left}b{display:table-cell}i{display:inline-table}s{display:table-row}u{display:flex}q{float:footnote}
em{display:inline-flex}tt{display:contents}big{position:running(x)}small{display:list-item;list-style:inside}sub{display:inline-block}
sup{display:block}code{display:table-caption}kbd{display:table-column}p::first-letter{float:left}div::before{content:counter(page) open-quote}
ul{counter-reset:a;counter-increment:a b}dfn{display:table}var{display:table-header-group}h1{string-set:a content() counter(a)}`

// FuzzBuild feeds HTML to Build and checks what it promises of every tree,
// and that no text is lost.
func FuzzBuild(f *testing.F) {
	for _, s := range []string{"<p>Đảng <a>b<b>c<i>d<s>e<u>f<q>g<em>h", "<table><b>x<td>y<caption>z<tr>w", "<dfn> <kbd></kbd> <code>a</code> t <var>h</var> <s>r</s>",
		"<q><sup>a</sup>b<small>c<sup>d", "<i>a<sup>b</sup>c</i><i><code>k</code> </i>", "<em>a<em>b<sup>c", "<ul><li>a<ol reversed><li value=-9>b", "<h1>a<big>b</big></h1><pre>\na\tb\n</pre>",
		"<b>x</b> <s>y</s> z <var>v", "<p> “<a>”</a> ấ", "<tt><b>x<tt>y", "<svg><p>x", "<table><tr><td rowspan=0 colspan=99999>a<tr><td rowspan=-3>"} {
		f.Add(s)
	}
	sheet, _ := css.Parse("f.css", []byte(fuzzSheet))
	f.Fuzz(func(t *testing.T, src string) {
		doc, err := html.Parse(strings.NewReader(src))
		if err != nil {
			return
		}
		root, _ := Build(doc, css.NewCascade(doc, []*css.Sheet{sheet}, css.Options{}), Options{})
		check(t, root)
		if want := letters(norm.NFC.String(shown(doc))); root != nil && !strings.Contains(src, "\u00ad") && len(all(root)) < want {
			t.Fatalf("%d letters of %d are left", len(all(root)), want)
		}
	})
}

// shown is the text under n that must appear.
func shown(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && (n.Data != "html" && n.Data != "body" && n.Data != "p" && n.Data != "a" && n.Data != "b" && n.Data != "i" && n.Data != "s" &&
			n.Data != "u" && n.Data != "q" && n.Data != "em" && n.Data != "sup" && n.Data != "dfn" && n.Data != "small") {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			walk(k)
		}
	}
	walk(n)
	return b.String()
}

// letters counts ASCII letters, which no processing changes.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			n++
		}
	}
	return n
}

// all joins the letters of every text box.
func all(x *Box) string {
	s := ""
	if x.Kind == TextBox {
		for _, r := range x.Text {
			if r >= 'a' && r <= 'z' {
				s += string(r)
			}
		}
	}
	for _, k := range x.Children {
		s += all(k)
	}
	return s
}
