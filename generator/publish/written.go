package publish

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/generator/content"
	"bantin/generator/press"

	"golang.org/x/text/unicode/norm"
)

// written is the file and the line in which what a fault is about was written.
// A preview's pages say it of every paragraph. Published pages must not: there
// the element around the place says which article it is, and its words are
// looked for in the article's file. The line is 0 when they stand nowhere.
func (j printJob) written(f press.Finding) (file string, line int) {
	if i := strings.LastIndexByte(f.Source, ':'); i > 0 {
		line, _ = strconv.Atoi(f.Source[i+1:])
		if file = f.Source[:i]; line > 1 {
			return file, line
		}
	}
	file, line = j.issue.File(), lineOf(j.issue.Raw, f.Text)
	for e := f.Elem; e != nil; e = e.Parent {
		for k, p := range j.articles(e.ID) {
			if at := lineOf(p.Raw, f.Text); k == 0 || at > 0 && line == 0 {
				file, line = p.File(), at
			}
		}
	}
	return file, line
}

// articles are the pages that an element of a print page may show: its ID is
// bai-<name>, or bai-<section>-<name> where two of the issue have one name.
func (j printJob) articles(id string) (found []*content.Page) {
	name, ok := strings.CutPrefix(id, "bai-")
	if !ok || j.tree == nil {
		return nil
	}
	for _, p := range j.tree.In(content.Article) {
		if a := strings.Trim(p.Address(), "/"); path.Base(a) == name || strings.ReplaceAll(a, "/", "-") == name {
			found = append(found, p)
		}
	}
	key := func(p *content.Page) int {
		if p.Article != nil && p.Article.Issue == j.issue.Key {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(found, func(a, b *content.Page) int { return key(a) - key(b) })
	return found
}

// lineOf is the line of a file on which words stand that were printed, 0 when
// they stand nowhere. Only letters and digits count, for the rest is Markdown's.
// Of words that a link or a mark interrupts the longest beginning counts.
func lineOf(raw []byte, words string) int {
	if path.Ext(words) != "" && !strings.Contains(words, " ") { // a picture's address
		words, _, _ = strings.Cut(path.Base(strings.TrimSuffix(words, path.Ext(words))), "_hu")
	}
	want := plain(words)
	have := plain(string(raw))
	for n := len(want); n > 0; n = n / 2 {
		for n < len(want) && !utf8.RuneStart(want[n]) {
			n--
		}
		if at := strings.Index(have, want[:n]); at >= 0 {
			return lineAt(raw, at)
		}
		if n < 16 {
			break // so few letters stand anywhere
		}
	}
	if at := bytes.Index(raw, []byte(strings.TrimSpace(words))); want == "" && at >= 0 && words != "" {
		return 1 + bytes.Count(raw[:at], []byte("\n"))
	}
	return 0
}

// plain is a text's letters and digits alone, all small.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFC.String(s))
}

// lineAt is the line of the text whose plain form holds the byte at.
func lineAt(raw []byte, at int) int {
	line := 0
	for text := range strings.Lines(string(raw)) {
		line++
		if at -= len(plain(text)); at < 0 {
			break
		}
	}
	return line
}
