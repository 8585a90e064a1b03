package search

import (
	"maps"
	"slices"
	"strings"
)

// neighbours lists for each word what stands before it, and what after, each
// with a digit, the magnitude of the number of pages:
//
//	dung<TAB>ap1chat0xay4
//	dung<TAB>can2dang3
//
// Words with many have a list of their own. A typing error rarely makes a word
// that its neighbours know; what it was meant to be is mostly what often stands
// with them.
func (c *corpus) neighbours(out *output, pairs []entry) (before, after []entry) {
	of := [2]map[string][]string{{}, {}}
	for _, p := range pairs {
		key := p.key()
		pages := often
		if list := p[len(key)+1:]; list[0] != '=' {
			pages = length(list)
		}
		a, b, _ := strings.Cut(string(key), " ")
		if isLetters(a) {
			of[0][b] = append(of[0][b], a+magnitude(pages))
		}
		if isLetters(b) {
			of[1][a] = append(of[1][a], b+magnitude(pages))
		}
	}
	lists := func(kind string, all map[string][]string) []entry {
		entries := make([]entry, 0, len(all))
		for _, word := range slices.Sorted(maps.Keys(all)) {
			slices.Sort(all[word])
			e := entry(word + "\t" + strings.Join(all[word], ""))
			if len(e) > sizes[kind] {
				e = out.alone(e)
			}
			entries = append(entries, e)
		}
		return entries
	}
	return lists("kt", of[0]), lists("ks", of[1])
}
