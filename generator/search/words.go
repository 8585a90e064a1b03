package search

import (
	"bytes"
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// entry is one line of a shard, without its end: the key, a tab, the rest.
type entry []byte

func (e entry) key() []byte { return e[:bytes.IndexByte(e, '\t')] }

// apart is from how many pages a form has lists of its own: who types the marks
// need not read those of other marks.
const apart = 100

// recent is how many of the newest pages have lists of their own. A query of
// common words finds enough there, and need not read those of the others, which
// have more pages. A variable for tests.
var recent = 2000

// holders are the pages that hold a form, each under the best field there.
type holders [fields][]uint32

func (h holders) count() (n int) {
	for _, pages := range h {
		n += len(pages)
	}
	return n
}

// body appends the pages that hold the form elsewhere than in their titles.
func (h holders) body(b []byte, sep byte) []byte {
	return appendList(append(appendList(b, h[inSummary]), sep), h[inBody])
}

// lists writes the pages that hold a form elsewhere than in their titles, in
// two files, and returns the number of the first, which has the recent pages.
// The next one has the others, counted from the first of them.
func (h holders) lists(out *output) int {
	var older holders
	for field, pages := range h {
		n, _ := slices.BinarySearch(pages, uint32(recent))
		h[field] = pages[:n]
		for _, page := range pages[n:] {
			older[field] = append(older[field], page-uint32(recent))
		}
	}
	n := out.list(h.body(nil, '\t'))
	out.list(older.body(nil, '\t'))
	return n
}

// words lists, for each folded word, its forms: the pages that have it in
// their titles, those that have it else in their summaries, and the others. In
// the place of the latter two, a form that stands apart has the number of its
// lists. If several do, the first column has the number of the lists of all
// forms together: who types no marks need not read each.
//
//	dang<TAB>=12<TAB>đang`|titles|summaries|pages<TAB>đang'|titles|14<TAB>…
func (c *corpus) words(out *output) (words []entry) {
	lists := c.pagesOfForms(c.forms, func(form uint32) uint32 { return form })
	all := c.pagesOfForms(c.folds, func(form uint32) uint32 { return c.foldOf[form] })
	byFold := make([][]uint32, len(c.folds))
	for n := 1; n < len(c.forms); n++ {
		byFold[c.foldOf[n]] = append(byFold[c.foldOf[n]], uint32(n))
	}
	folds := make([]uint32, len(c.folds)-1)
	for i := range folds {
		folds[i] = uint32(i + 1)
	}
	slices.SortFunc(folds, func(a, b uint32) int { return cmp.Compare(c.folds[a], c.folds[b]) })
	for _, f := range folds {
		slices.SortFunc(byFold[f], func(a, b uint32) int { return cmp.Compare(c.forms[a], c.forms[b]) })
		standing := 0
		for _, n := range byFold[f] {
			if lists[n].count() >= apart {
				standing++
			}
		}
		line := []byte(c.folds[f])
		if standing > 1 {
			line = fmt.Appendf(line, "\t=%d", all[f].lists(out))
		}
		for _, n := range byFold[f] {
			line = append(append(append(line, '\t'), c.forms[n]...), '|')
			line = append(appendList(line, lists[n][inTitle]), '|')
			switch {
			case lists[n].count() < apart:
				line = lists[n].body(line, '|')
			case standing > 1 && c.forms[n] == c.folds[f]:
				// Who types it means the others too: its lists are not asked for.
			default:
				line = strconv.AppendInt(line, int64(lists[n].lists(out)), 10)
			}
		}
		words = append(words, line)
	}
	return words
}

// pagesOfForms finds the pages of what forms stand for: themselves, or their
// folded words.
func (c *corpus) pagesOfForms(names []string, of func(form uint32) uint32) []holders {
	lists := make([]holders, len(names))
	seen := make([]uint32, len(names)) // page + 1
	for i, t := range c.texts {
		for at, form := range t.forms {
			if form == brk {
				continue
			}
			n := of(form)
			if seen[n] == uint32(i)+1 {
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

// magnitude is a digit for a number of pages: half its length in bits.
func magnitude(pages int) string { return string(rune('0' + min(9, bits.Len(uint(pages))/2))) }

// vocabulary lists the folded words of two letters or more, each with the
// magnitude of the number of pages that hold it.
func (c *corpus) vocabulary() []byte {
	pages := make([]int, len(c.folds))
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
			lines = append(lines, c.folds[f]+magnitude(pages[f]))
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
