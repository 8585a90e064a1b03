package search

import (
	"runtime"
	"slices"
	"sync"
)

// commonPair is on how many pages more than which a pair is common. The pages
// of two common pairs say little about where the two meet.
const commonPair = 600

// parts is into how many parts the grams are divided, so that only the places
// of a few parts are in memory at a time.
const parts = 16

// grams lists the grams of n words, sorted by nothing yet, and those of them
// that are common:
//
//	xay dung<TAB>pages with it in the title<TAB>pages
func (c *corpus) grams(n int, shorter map[gram]bool) (entries []entry, common map[gram]bool) {
	common = map[gram]bool{}
	var mu sync.Mutex
	c.each(func(part uint32, f *found) {
		c.collect(f, n, part, shorter)
		lines, often := c.lines(n, f)
		mu.Lock()
		defer mu.Unlock()
		entries = append(entries, lines...)
		for _, g := range often {
			common[g] = true
		}
	})
	return entries, common
}

// each runs work for every part on all processors, each with its own space.
func (c *corpus) each(work func(part uint32, f *found)) {
	var workers sync.WaitGroup
	next := make(chan uint32)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var f found
			for part := range next {
				work(part, &f)
			}
		})
	}
	for part := range uint32(parts) {
		next <- part
	}
	close(next)
	workers.Wait()
}

// place is a page, doubled, and 1 for its title.
type place uint32

// found is the places of each gram of a part, in the pages' order.
type found struct {
	grams []gram
	ends  []int // of each gram's places
	all   []place

	index  map[gram]uint32
	last   []uint32 // page + 1 where each gram was met last
	which  []uint32 // gram of each of the places, which are in the pages' order
	places []place
}

// collect finds the grams of n words whose first word is of the part, once a
// page: a title comes first in a text.
func (c *corpus) collect(f *found, n int, part uint32, shorter map[gram]bool) {
	if f.index == nil {
		f.index = map[gram]uint32{}
	}
	clear(f.index)
	f.grams, f.ends, f.last, f.which, f.places = f.grams[:0], f.ends[:0], f.last[:0], f.which[:0], f.places[:0]
	for i, t := range c.texts {
		for at := range len(t.forms) - n + 1 {
			if first := c.foldOf[t.forms[at]]; first%parts != part || first == 0 {
				continue
			}
			if g, ok := c.gramAt(t.forms[at:], n, shorter); ok {
				f.add(g, uint32(i), at < t.title)
			}
		}
	}
	f.sort()
}

func (f *found) add(g gram, page uint32, title bool) {
	number, ok := f.index[g]
	if !ok {
		number = uint32(len(f.grams))
		f.index[g] = number
		f.grams, f.ends, f.last = append(f.grams, g), append(f.ends, 0), append(f.last, 0)
	}
	if f.last[number] == page+1 {
		return
	}
	f.last[number] = page + 1
	f.ends[number]++
	p := place(page * 2)
	if title {
		p++
	}
	f.which, f.places = append(f.which, number), append(f.places, p)
}

// sort puts the places of each gram together.
func (f *found) sort() {
	sum := 0
	for i, n := range f.ends {
		f.ends[i] = sum
		sum += n
	}
	f.all = slices.Grow(f.all[:0], sum)[:sum]
	for i, p := range f.places {
		number := f.which[i]
		f.all[f.ends[number]] = p
		f.ends[number]++
	}
}

// lines writes a part's grams; often are the common ones.
func (c *corpus) lines(n int, f *found) (entries []entry, often []gram) {
	entries = make([]entry, 0, len(f.ends))
	var all []byte // the lines share one allocation
	var titles, pages []uint32
	ends, start := make([]int, 0, len(f.ends)), 0
	for i, g := range f.grams {
		titles, pages = titles[:0], pages[:0]
		for _, p := range f.all[start:f.ends[i]] {
			pages = append(pages, uint32(p/2))
			if p%2 == 1 {
				titles = append(titles, uint32(p/2))
			}
		}
		start = f.ends[i]
		for k, f := range g.words(n) {
			if k > 0 {
				all = append(all, ' ')
			}
			all = append(all, c.folds[f]...)
		}
		all = append(appendList(append(all, '\t'), titles), '\t')
		all = appendList(all, pages)
		ends = append(ends, len(all))
		if len(pages) > commonPair {
			often = append(often, g)
		}
	}
	all = slices.Clip(slices.Clone(all))
	start = 0
	for _, end := range ends {
		entries = append(entries, all[start:end:end])
		start = end
	}
	return entries, often
}
