package spec

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/press"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// FuzzSet feeds documents and style sheets through the whole press: it ends
// with pages or an error, and plain text comes out whole.
func FuzzSet(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range a.Files {
			src, _, _ := strings.Cut(string(c.Data), "\n=\n")
			_, src, _ = strings.Cut(src, "\n")
			sheet := ""
			if rest, ok := strings.CutPrefix(src, "<style>"); ok {
				sheet, src, _ = strings.Cut(rest, "</style>")
			}
			f.Add(src, sheet)
		}
	}
	f.Add(strings.Repeat("<div>", 400)+"deep", "div{padding:1px;display:flex}")
	f.Add("<section><p>abc def<p>ghi</section>", "section{columns:40 0.001pt;height:0}@page{size:1pt 1pt}")
	f.Add("<p>"+strings.Repeat("word ", 300), "p{text-align:justify;width:0;letter-spacing:-9em}")
	f.Fuzz(func(t *testing.T, body, sheet string) {
		if len(body)+len(sheet) > 1<<16 {
			return
		}
		src := "<!doctype html><body>" + body
		fsys := fstest.MapFS{"t.html": {Data: []byte(src)}, "t.css": {Data: []byte(sheet)}}
		link := strings.Replace(src, "<body>", "<link rel=stylesheet href=t.css><body>", 1)
		fsys["t.html"].Data = []byte(link)
		doc, err := press.Open(fsys, "t.html", press.Options{})
		if err != nil {
			return
		}
		pages, _, err := doc.Layout()
		if err != nil {
			return
		}
		if err := doc.WritePDF(io.Discard); err != nil {
			t.Fatal(err)
		}
		if want := plain(t, src); sheet == "" && set(pages) < want {
			t.Fatalf("%d letters of %d are on the pages", set(pages), want)
		}
	})
}

// plain counts the letters of a document that has only elements which show all
// their text, else 0.
func plain(t *testing.T, src string) (n int) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Skip(err)
	}
	for e := range doc.Descendants() {
		switch {
		case e.Type == html.TextNode:
			n += letters(e.Data)
		case e.Type != html.ElementNode:
		case e.Namespace != "" || len(e.Attr) > 0 || !strings.Contains(" html head body p div section b i em span h1 h2 ul ol li table tbody tr td br ", " "+e.Data+" "):
			return 0
		}
	}
	return n
}

func letters(s string) (n int) {
	for _, r := range s {
		if r >= 'a' && r <= 'z' {
			n++
		}
	}
	return n
}

// set counts the letters on the pages.
func set(doc *display.Document) (n int) {
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if t, ok := it.(*display.Text); ok {
				n += letters(t.Text)
			}
		}
	}
	return n
}
