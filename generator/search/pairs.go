package search

import (
	"runtime"
	"slices"
	"sync"
)

// gram is two or three folded words in a row, 21 bits each.
type gram uint64

func (c *corpus) key(g gram) string {
	s := c.folds[g>>21&(1<<21-1)] + " " + c.folds[g&(1<<21-1)]
	if first := g >> 42; first != 0 {
		s = c.folds[first] + " " + s
	}
	return s
}

// place is where a gram occurs.
type place struct {
	page  uint32
	at    uint32 // number of the first word in the page's text
	title bool
}

// parts is into how many parts the grams are divided, so that only the places
// of a few parts are in memory at a time.
const parts = 32

// pairs lists the pairs of neighbouring words, sorted by nothing yet:
//
//	xay dung<TAB>pages with it in the title<TAB>pages
//	xay dung<TAB>pages with it in the title<TAB><TAB>pages with positions
//
// The pages with positions are for each page its gap, the number of positions
// less one, and the positions as a list. common are the pairs without.
func (c *corpus) pairs() (entries []entry, common map[gram]bool) {
	common = map[gram]bool{}
	var mu sync.Mutex
	c.each(func(part uint64) {
		found := c.collect(func(visit func(gram, place)) { c.eachPair(part, visit) })
		lines, often := c.lines(found)
		mu.Lock()
		defer mu.Unlock()
		entries = append(entries, lines...)
		for _, g := range often {
			common[g] = true
		}
	})
	return entries, common
}

// triples lists the triples of which a pair is common: its positions do not say
// whether it touches the other.
func (c *corpus) triples(common map[gram]bool) (entries []entry) {
	if len(common) == 0 {
		return nil
	}
	var mu sync.Mutex
	c.each(func(part uint64) {
		lines, _ := c.lines(c.collect(func(visit func(gram, place)) { c.eachTriple(part, common, visit) }))
		mu.Lock()
		defer mu.Unlock()
		entries = append(entries, lines...)
	})
	return entries
}

// each runs work for every part on all processors.
func (c *corpus) each(work func(part uint64)) {
	var workers sync.WaitGroup
	next := make(chan uint64)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for part := range next {
				work(part)
			}
		})
	}
	for part := range uint64(parts) {
		next <- part
	}
	close(next)
	workers.Wait()
}

// eachPair visits the pairs whose first word is of the part.
func (c *corpus) eachPair(part uint64, visit func(gram, place)) {
	for i, t := range c.texts {
		for at := 1; at < len(t.forms); at++ {
			a := c.foldOf[t.forms[at-1]]
			if uint64(a)%parts != part || a == 0 {
				continue
			}
			if b := c.foldOf[t.forms[at]]; b != 0 {
				visit(gram(a)<<21|gram(b), place{uint32(i), uint32(at - 1), at < t.title})
			}
		}
	}
}

func (c *corpus) eachTriple(part uint64, common map[gram]bool, visit func(gram, place)) {
	for i, t := range c.texts {
		for at := 2; at < len(t.forms); at++ {
			first := c.foldOf[t.forms[at-2]]
			if uint64(first)%parts != part || first == 0 {
				continue
			}
			second, third := c.foldOf[t.forms[at-1]], c.foldOf[t.forms[at]]
			if second == 0 || third == 0 {
				continue
			}
			a, b := gram(first)<<21|gram(second), gram(second)<<21|gram(third)
			if common[a] || common[b] {
				visit(gram(first)<<42|b, place{uint32(i), uint32(at - 2), at < t.title})
			}
		}
	}
}

// found is the places of each gram of a part, in the texts' order.
type found struct {
	index map[gram]int
	ends  []int // of each gram's places
	all   []place
}

// collect runs over a part twice: to count, then to fill.
func (c *corpus) collect(run func(visit func(gram, place))) found {
	f := found{index: map[gram]int{}}
	run(func(g gram, _ place) {
		i, ok := f.index[g]
		if !ok {
			i = len(f.ends)
			f.index[g] = i
			f.ends = append(f.ends, 0)
		}
		f.ends[i]++
	})
	sum := 0
	for i, n := range f.ends {
		f.ends[i] = sum
		sum += n
	}
	f.all = make([]place, sum)
	run(func(g gram, p place) {
		i := f.index[g]
		f.all[f.ends[i]] = p
		f.ends[i]++
	})
	return f
}

// lines writes a part's grams; often are those without positions.
func (c *corpus) lines(f found) (entries []entry, often []gram) {
	entries = make([]entry, 0, len(f.ends))
	var all []byte // the lines share one allocation
	ends := make([]int, 0, len(f.ends))
	for g, i := range f.index {
		start := 0
		if i > 0 {
			start = f.ends[i-1]
		}
		places := f.all[start:f.ends[i]]
		all = append(append(all, c.key(g)...), '\t')
		all = append(appendList(all, pagesOf(places, true)), '\t')
		if len(places) > positionLimit {
			often = append(often, g)
			all = appendList(all, pagesOf(places, false))
		} else {
			all = appendPlaces(append(all, '\t'), places)
		}
		ends = append(ends, len(all))
	}
	all = slices.Clip(slices.Clone(all))
	for i, end := range ends {
		start := 0
		if i > 0 {
			start = ends[i-1]
		}
		entries = append(entries, all[start:end:end])
	}
	return entries, often
}

func pagesOf(places []place, titles bool) (pages []uint32) {
	for _, p := range places {
		if (p.title || !titles) && (len(pages) == 0 || pages[len(pages)-1] != p.page) {
			pages = append(pages, p.page)
		}
	}
	return pages
}

func appendPlaces(b []byte, places []place) []byte {
	next := uint32(0)
	for len(places) > 0 {
		n := 1
		for n < len(places) && places[n].page == places[0].page {
			n++
		}
		b = appendNumber(b, places[0].page-next)
		next = places[0].page + 1
		b = appendNumber(b, uint32(n-1))
		at := uint32(0)
		for _, p := range places[:n] {
			b = appendNumber(b, p.at-at)
			at = p.at + 1
		}
		places = places[n:]
	}
	return b
}
