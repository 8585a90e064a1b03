package search

import (
	"maps"
	"slices"
	"strings"
)

// neighbours lists for each word what stands before and what after it:
//
//	dung<TAB>ap chat xay<TAB>can dang
//
// Words with many have a list of their own. A typing error rarely makes a word
// that its neighbours know.
func (c *corpus) neighbours(out *output, pairs []entry) []entry {
	type sides struct{ before, after []string }
	all := map[string]*sides{}
	of := func(word string) *sides {
		s := all[word]
		if s == nil {
			s = &sides{}
			all[word] = s
		}
		return s
	}
	for _, p := range pairs {
		a, b, _ := strings.Cut(string(p.key()), " ")
		if isLetters(b) {
			s := of(a)
			s.after = append(s.after, b)
		}
		if isLetters(a) {
			s := of(b)
			s.before = append(s.before, a)
		}
	}
	entries := make([]entry, 0, len(all))
	for _, word := range slices.Sorted(maps.Keys(all)) {
		s := all[word]
		slices.Sort(s.before)
		slices.Sort(s.after)
		e := entry(word + "\t" + strings.Join(s.before, " ") + "\t" + strings.Join(s.after, " "))
		if len(e) > sizes["k"] {
			e = out.alone(e)
		}
		entries = append(entries, e)
	}
	return entries
}
