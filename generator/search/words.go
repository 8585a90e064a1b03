package search

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// entry is one line of a shard, without its end: the key, a tab, the rest.
type entry []byte

func (e entry) key() []byte { return e[:bytes.IndexByte(e, '\t')] }

// apart is from how many bytes a form's pages stand in a file for forms: who
// types the marks need not read those of other marks.
const apart = 150

// words lists, for each folded word, its forms and the pages of each, in the
// best field that holds it; a form that stands apart has no lists there:
//
//	dang<TAB>đang`|title|summary|body<TAB>đang'<TAB>…
//	đang'<TAB>title<TAB>summary<TAB>body
func (c *corpus) words() (words, forms []entry) {
	lists := c.pagesOfForms()
	byFold := make([][]uint32, len(c.folds))
	for n := 1; n < len(c.forms); n++ {
		byFold[c.foldOf[n]] = append(byFold[c.foldOf[n]], uint32(n))
	}
	for f := 1; f < len(c.folds); f++ {
		slices.SortFunc(byFold[f], func(a, b uint32) int { return cmp.Compare(c.forms[a], c.forms[b]) })
		line := []byte(c.folds[f])
		for _, n := range byFold[f] {
			line = append(append(line, '\t'), c.forms[n]...)
			var packed []byte
			for _, list := range lists[n] {
				packed = appendList(append(packed, '|'), list)
			}
			if len(packed) < apart {
				line = append(line, packed...)
				continue
			}
			form := append([]byte(c.forms[n]), packed...)
			for i := range form {
				if form[i] == '|' {
					form[i] = '\t'
				}
			}
			forms = append(forms, form)
		}
		words = append(words, line)
	}
	return words, forms
}

func (c *corpus) pagesOfForms() [][fields][]uint32 {
	lists := make([][fields][]uint32, len(c.forms))
	seen := make([]uint32, len(c.forms)) // page + 1
	for i, t := range c.texts {
		for at, n := range t.forms {
			if n == brk || seen[n] == uint32(i)+1 {
				continue
			}
			seen[n] = uint32(i) + 1
			field := inBody
			if at < t.title {
				field = inTitle
			} else if at < t.summary {
				field = inSummary
			}
			lists[n][field] = append(lists[n][field], uint32(i))
		}
	}
	return lists
}

// vocabulary lists the folded words of two letters or more, each with a digit,
// the magnitude of the number of pages that hold it: half the length in bits.
func (c *corpus) vocabulary() []byte {
	pages := make([]uint32, len(c.folds))
	seen := make([]uint32, len(c.folds))
	for i, t := range c.texts {
		for _, n := range t.forms {
			if f := c.foldOf[n]; f != 0 && seen[f] != uint32(i)+1 {
				seen[f] = uint32(i) + 1
				pages[f]++
			}
		}
	}
	var lines []string
	for f := 1; f < len(c.folds); f++ {
		if isLetters(c.folds[f]) {
			lines = append(lines, c.folds[f]+string(rune('0'+min(9, bits.Len32(pages[f])/2))))
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, "\n"))
}

func isLetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) >= 2
}
