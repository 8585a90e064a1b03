package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"bantin/generator/intake/manuscript"
)

// reader is Markdown as the site reads it, without what only changes the form
// of quotation marks.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// readsAs reports whether Markdown at its place is one block of that text.
func readsAs(text, want string, at place, notes []*manuscript.Note) bool {
	switch at {
	case inHeading:
		text = "# " + text
	case inCell:
		text = "| " + text + " |\n|---|"
	}
	if strings.Contains(text, "\n\n") {
		return false
	}
	for i := range notes {
		if call := fmt.Sprintf("[^%d]", i+1); strings.Contains(text, call) {
			text += "\n\n" + call + ": x"
		}
	}
	var out bytes.Buffer
	if err := reader.Convert([]byte(text), &out); err != nil {
		return false
	}
	page, _, _ := strings.Cut(out.String(), `<div class="footnotes"`)
	got, blocks := Text(page)
	return got == want && blocks <= 1
}

// Read is the text of Markdown with single spaces, as a reader of the site sees
// it: what proves a text.
func Read(md string) (string, error) {
	var out bytes.Buffer
	if err := reader.Convert([]byte(md), &out); err != nil {
		return "", err
	}
	text, _ := Text(out.String())
	return text, nil
}

// Text is the text of HTML with single spaces, and how many blocks it has.
func Text(page string) (text string, blocks int) {
	z := html.NewTokenizer(strings.NewReader(page))
	var b strings.Builder
	skip := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), " "), blocks
		case html.TextToken:
			if skip == 0 {
				b.Write(z.Text()) // unescaped
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch string(name) {
			case "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "hr", "blockquote", "table", "dl", "div":
				blocks++
				b.WriteByte(' ')
			case "br", "td", "th", "tr", "dt", "dd":
				b.WriteByte(' ')
			case "sup":
				skip++ // the number of a note
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == "sup" && skip > 0 {
				skip--
			}
		}
	}
}
