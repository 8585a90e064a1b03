package search_test

import (
	"slices"
	"strings"
	"unicode"

	"bantin/generator/viet"
)

// oracle answers queries the slow way, from the texts, with none of the
// index's code.
type oracle struct {
	articles []article
	exact    [][][]string // article -> block -> words with their marks, NFC
	folded   [][][]string
}

func newOracle(all []article) *oracle {
	o := &oracle{articles: all, exact: make([][][]string, len(all)), folded: make([][][]string, len(all))}
	for i, a := range all {
		for _, block := range append([]string{a.Title, a.Summary}, a.blocks...) {
			o.exact[i] = append(o.exact[i], split(strings.ToLower(viet.NFC(block))))
			o.folded[i] = append(o.folded[i], split(viet.Fold(block)))
		}
	}
	return o
}

func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// all are the articles that hold every word of the query, whatever its marks.
func (o *oracle) all(query string) (found []int) {
	words := split(viet.Fold(query))
	for i, blocks := range o.folded {
		missing := slices.ContainsFunc(words, func(w string) bool {
			return !slices.ContainsFunc(blocks, func(b []string) bool { return slices.Contains(b, w) })
		})
		if !missing {
			found = append(found, i)
		}
	}
	return found
}

// phrase are the articles with the words next to each other, exact or folded.
func (o *oracle) phrase(query string, exact bool) (found []int) {
	words, texts := split(viet.Fold(query)), o.folded
	if exact {
		words, texts = split(strings.ToLower(viet.NFC(query))), o.exact
	}
	for i, blocks := range texts {
		if slices.ContainsFunc(blocks, func(b []string) bool { return within(b, words) }) {
			found = append(found, i)
		}
	}
	return found
}

func within(text, words []string) bool {
	for i := range len(text) - len(words) + 1 {
		if slices.Equal(text[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
