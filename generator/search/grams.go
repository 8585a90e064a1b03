package search

import (
	"bytes"
	"runtime"
	"slices"
	"sync"
)

// often is on how many pages more than which a gram is common. The pages of
// two common pairs say little about where the two meet.
const often = 600

// parts is into how many parts the grams are divided, so that only the places
// of a few parts are in memory at a time.
const parts = 16

// grams lists the grams of n words, sorted by nothing yet, and says which are
// common. Common ones have the number of a list of their own:
//
//	xay dung<TAB>pages
//	hoc sinh<TAB>=7
//
// A triple with one common pair stands with its other pair, which a query has
// read already: what is before that pair, or after it.
//
//	sinh gioi<TAB>{hoc pages
//	thi hoc<TAB>}sinh pages
func (c *corpus) grams(out *output, n int, shorter map[gram]bool) (entries []entry, common map[gram]bool) {
	common = map[gram]bool{}
	var apart []entry
	var mu sync.Mutex
	c.each(func(part uint32, f *found) {
		c.collect(f, n, part, shorter)
		lines, long, grams := c.lines(n, f, shorter)
		mu.Lock()
		defer mu.Unlock()
		entries, apart = append(entries, lines...), append(apart, long...)
		for _, g := range grams {
			common[g] = true
		}
	})
	slices.SortFunc(apart, func(a, b entry) int { return bytes.Compare(a, b) })
	for _, e := range apart {
		entries = append(entries, out.alone(e))
	}
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

// found is the pages of each gram of a part, in their order.
type found struct {
	grams []gram
	ends  []int // of each gram's pages
	all   []uint32

	index map[gram]uint32
	last  []uint32 // page + 1 where each gram was met last
	which []uint32 // gram of each of the pages, which are in their order
	pages []uint32
}

// collect finds the grams of n words whose first word is of the part, once a
// page.
func (c *corpus) collect(f *found, n int, part uint32, shorter map[gram]bool) {
	if f.index == nil {
		f.index = map[gram]uint32{}
	}
	clear(f.index)
	f.grams, f.ends, f.last, f.which, f.pages = f.grams[:0], f.ends[:0], f.last[:0], f.which[:0], f.pages[:0]
	for i, t := range c.texts {
		for at := range len(t.forms) - n + 1 {
			if first := c.foldOf[t.forms[at]]; first%parts != part || first == 0 {
				continue
			}
			if g, ok := c.gramAt(t.forms[at:], n, shorter); ok {
				f.add(g, uint32(i))
			}
		}
	}
	f.sort()
}

func (f *found) add(g gram, page uint32) {
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
	f.which, f.pages = append(f.which, number), append(f.pages, page)
}

// sort puts the pages of each gram together.
func (f *found) sort() {
	sum := 0
	for i, n := range f.ends {
		f.ends[i] = sum
		sum += n
	}
	f.all = slices.Grow(f.all[:0], sum)[:sum]
	for i, page := range f.pages {
		number := f.which[i]
		f.all[f.ends[number]] = page
		f.ends[number]++
	}
}

// lines writes a part's grams, the common ones apart.
func (c *corpus) lines(n int, f *found, shorter map[gram]bool) (entries, apart []entry, common []gram) {
	entries = make([]entry, 0, len(f.ends))
	var all []byte // the lines share one allocation
	ends, start := make([]int, 0, len(f.ends)), 0
	for i, g := range f.grams {
		pages := f.all[start:f.ends[i]]
		start = f.ends[i]
		end := len(all)
		words := g.words(n)
		own, beside := words, ""
		if n == 3 {
			first, second := g.pairs()
			if !shorter[second] {
				own, beside = words[1:], "{"+c.folds[words[0]]+" "
			} else if !shorter[first] {
				own, beside = words[:2], "}"+c.folds[words[2]]+" "
			}
		}
		for k, f := range own {
			if k > 0 {
				all = append(all, ' ')
			}
			all = append(all, c.folds[f]...)
		}
		all = appendList(append(append(all, '\t'), beside...), pages)
		if len(pages) > often {
			apart, common = append(apart, slices.Clone(all[end:])), append(common, g)
			all = all[:end]
			continue
		}
		ends = append(ends, len(all))
	}
	all = slices.Clip(slices.Clone(all))
	start = 0
	for _, end := range ends {
		entries = append(entries, all[start:end:end])
		start = end
	}
	return entries, apart, common
}
