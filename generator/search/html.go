package search

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ArticleText returns what a reader reads in the article elements of a page,
// block by block. Left out are scripts, drawings, what is hidden from readers
// or from screen readers, and elements with one of the names or classes.
func ArticleText(page io.Reader, without ...string) ([]string, error) {
	s := scanner{tokens: html.NewTokenizer(page), without: without}
	for {
		switch s.tokens.Next() {
		case html.ErrorToken:
			s.end()
			if err := s.tokens.Err(); !errors.Is(err, io.EOF) {
				return nil, err
			}
			return s.blocks, nil
		case html.StartTagToken:
			s.open()
		case html.EndTagToken:
			name, _ := s.tokens.TagName()
			s.close(atom.Lookup(name))
		case html.SelfClosingTagToken:
			name, _ := s.tokens.TagName()
			s.part(atom.Lookup(name))
		case html.TextToken:
			if s.depth > 0 && s.skipped == 0 {
				s.text.Write(s.tokens.Text())
			}
		}
	}
}

// scanner walks over tokens. Templates close what they open, so it needs no
// tree: it counts the articles it is in, and the elements of the name of the
// one it leaves out.
type scanner struct {
	tokens  *html.Tokenizer
	without []string
	depth   int
	skip    atom.Atom
	skipped int
	text    strings.Builder
	blocks  []string
}

func (s *scanner) open() {
	name, attributes := s.tokens.TagName()
	tag := atom.Lookup(name)
	if s.skipped > 0 {
		if tag == s.skip && tag != 0 {
			s.skipped++
		}
		return
	}
	s.part(tag)
	if tag == atom.Article {
		s.depth++
	}
	if s.depth > 0 && !void(tag) && (tag == atom.Svg || tag == atom.Script || tag == atom.Style || slices.Contains(s.without, string(name)) || attributes && s.unwanted()) {
		s.skip, s.skipped = tag, 1
	}
}

// unwanted reads the attributes of an opening tag.
func (s *scanner) unwanted() bool {
	for {
		key, value, more := s.tokens.TagAttr()
		switch string(key) {
		case "hidden":
			return true
		case "aria-hidden":
			if string(value) == "true" {
				return true
			}
		case "class":
			for class := range bytes.FieldsSeq(value) {
				if slices.Contains(s.without, string(class)) {
					return true
				}
			}
		}
		if !more {
			return false
		}
	}
}

func (s *scanner) close(tag atom.Atom) {
	if s.skipped > 0 {
		if tag == s.skip {
			s.skipped--
		}
		return
	}
	s.part(tag)
	if tag == atom.Article && s.depth > 0 {
		s.depth--
	}
}

// part parts the text at elements that are not in a line of text.
func (s *scanner) part(tag atom.Atom) {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Cite, atom.Code, atom.Del, atom.Dfn, atom.Em, atom.I, atom.Ins, atom.Kbd, atom.Mark,
		atom.Q, atom.S, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Wbr, 0:
		return
	}
	s.end()
}

func (s *scanner) end() {
	if text := line(html.UnescapeString(s.text.String())); text != "" && s.depth > 0 {
		s.blocks = append(s.blocks, text)
	}
	s.text.Reset()
}

func void(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}
