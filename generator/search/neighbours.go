package search

import (
	"maps"
	"slices"
	"strings"
)

// neighbours lists for each word what stands before it, and what after:
//
//	dung<TAB>ap chat xay
//	dung<TAB>can dang
//
// Words with many have a list of their own. A typing error rarely makes a word
// that its neighbours know.
func (c *corpus) neighbours(out *output, pairs []entry) (before, after []entry) {
	of := [2]map[string][]string{{}, {}}
	for _, p := range pairs {
		a, b, _ := strings.Cut(string(p.key()), " ")
		if isLetters(a) {
			of[0][b] = append(of[0][b], a)
		}
		if isLetters(b) {
			of[1][a] = append(of[1][a], b)
		}
	}
	lists := func(kind string, all map[string][]string) []entry {
		entries := make([]entry, 0, len(all))
		for _, word := range slices.Sorted(maps.Keys(all)) {
			slices.Sort(all[word])
			e := entry(word + "\t" + strings.Join(all[word], " "))
			if len(e) > sizes[kind] {
				e = out.alone(e)
			}
			entries = append(entries, e)
		}
		return entries
	}
	return lists("kt", of[0]), lists("ks", of[1])
}
