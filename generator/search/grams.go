package search

import (
	"runtime"
	"slices"
	"sync"
)

// place is where a gram occurs.
type place struct {
	page  uint32
	at    uint32 // number of the first word in the page's text
	title bool
}

// parts is into how many parts the grams are divided, so that only the places
// of a few parts are in memory at a time.
const parts = 16

// grams lists the grams of n words, sorted by nothing yet, and those of them
// that are common:
//
//	xay dung<TAB>pages with it in the title<TAB>pages
//	xay dung<TAB>pages with it in the title<TAB><TAB>pages with positions
//
// The pages with positions are for each page its gap, the number of positions
// less one, and the positions as a list; a common gram has none. Of more than
// two words it lists only those of which a shorter gram is in common: what that
// touches, its positions do not say.
func (c *corpus) grams(n int, shorter *ranks) (entries []entry, common *ranks) {
	common = &ranks{n: n, of: map[gram]uint64{}}
	if n > 2 && len(shorter.list) == 0 {
		return nil, common
	}
	var mu sync.Mutex
	c.each(func(part uint32, f *found) {
		c.collect(f, n, part, shorter)
		lines, often := c.lines(n, f, shorter)
		mu.Lock()
		defer mu.Unlock()
		entries = append(entries, lines...)
		for _, g := range often {
			common.of[g] = uint64(len(common.list))
			common.list = append(common.list, g)
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

// found is the places of each gram of a part, in the texts' order.
type found struct {
	grams []gram
	ends  []int // of each gram's places
	all   []place

	index  map[gram]uint32
	which  []uint32 // gram of each of the places, which are in the texts' order
	places []place
}

// collect finds the grams of n words whose first word is of the part.
func (c *corpus) collect(f *found, n int, part uint32, shorter *ranks) {
	if f.index == nil {
		f.index = map[gram]uint32{}
	}
	clear(f.index)
	f.grams, f.ends = f.grams[:0], f.ends[:0]
	index, which, places := f.index, f.which[:0], f.places[:0]
	for i, t := range c.texts {
		for at := range len(t.forms) - n + 1 {
			if first := c.foldOf[t.forms[at]]; first%parts != part || first == 0 {
				continue
			}
			g, ok := c.gramAt(t.forms[at:at+n], n, shorter)
			if !ok {
				continue
			}
			number, ok := index[g]
			if !ok {
				number = uint32(len(f.grams))
				index[g] = number
				f.grams, f.ends = append(f.grams, g), append(f.ends, 0)
			}
			f.ends[number]++
			which = append(which, number)
			places = append(places, place{uint32(i), uint32(at), at < t.title})
		}
	}
	sum := 0
	for i, n := range f.ends {
		f.ends[i] = sum
		sum += n
	}
	f.all = slices.Grow(f.all[:0], sum)[:sum]
	f.which, f.places = which, places
	for i, p := range places {
		number := which[i]
		f.all[f.ends[number]] = p
		f.ends[number]++
	}
}

// lines writes a part's grams; often are those without positions.
func (c *corpus) lines(n int, f *found, shorter *ranks) (entries []entry, often []gram) {
	entries = make([]entry, 0, len(f.ends))
	var all []byte // the lines share one allocation
	ends := make([]int, 0, len(f.ends))
	for i, g := range f.grams {
		start := 0
		if i > 0 {
			start = f.ends[i-1]
		}
		places := f.all[start:f.ends[i]]
		for k, f := range g.words(n, shorter) {
			if k > 0 {
				all = append(all, ' ')
			}
			all = append(all, c.folds[f]...)
		}
		all = append(all, '\t')
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
