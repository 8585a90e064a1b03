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

// apart is from how many pages a form stands in a file for forms: who types the
// marks need not read those of other marks.
const apart = 100

// holders are the pages that hold a form, and the best field of each.
type holders struct {
	pages  []uint32
	fields []byte
}

func (h holders) append(b []byte, sep byte) []byte {
	b = append(appendList(append(b, sep), h.pages), sep)
	for i := 0; i < len(h.fields); i += 3 {
		n := 0
		for k := i; k < i+3; k++ {
			n *= fields
			if k < len(h.fields) {
				n += int(h.fields[k])
			}
		}
		b = append(b, digits[n])
	}
	return b
}

// words lists, for each folded word, its forms, the pages of each, and the best
// field of each page that holds it; a form that stands apart has only its name
// there:
//
//	dang<TAB>đang`|pages|fields<TAB>đang'<TAB>…
//	đang'<TAB>pages<TAB>fields
//
// A character stands for the fields of three pages: it compresses better than
// a list for each field, each of which would say where the others are not.
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
			if len(lists[n].pages) < apart {
				line = lists[n].append(line, '|')
			} else {
				forms = append(forms, lists[n].append([]byte(c.forms[n]), '\t'))
			}
		}
		words = append(words, line)
	}
	return words, forms
}

func (c *corpus) pagesOfForms() []holders {
	lists := make([]holders, len(c.forms))
	seen := make([]uint32, len(c.forms)) // page + 1
	for i, t := range c.texts {
		for at, n := range t.forms {
			if n == brk || seen[n] == uint32(i)+1 {
				continue
			}
			seen[n] = uint32(i) + 1
			field := byte(inBody)
			if at < t.title {
				field = inTitle
			} else if at < t.summary {
				field = inSummary
			}
			lists[n].pages = append(lists[n].pages, uint32(i))
			lists[n].fields = append(lists[n].fields, field)
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
