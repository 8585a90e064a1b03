package search

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// A text is a row of form numbers with brk between its blocks: nothing is
// next to each other across it.
const brk = 0

// The fields of a page, best first.
const (
	inTitle = iota
	inSummary
	inBody
	fields
)

// text is the numbers of one page's forms; title and summary end where said.
type text struct {
	forms          []uint32
	title, summary int
}

// corpus is all texts. Forms and folded words have numbers in the order in
// which some goroutine met them; nothing that is written depends on it.
type corpus struct {
	mu     sync.Mutex
	known  sync.Map // raw run -> form number
	byForm map[string]uint32
	byFold map[string]uint32
	forms  []string
	foldOf []uint32 // form -> folded word
	folds  []string
	texts  []text
}

// newest returns the pages from the newest on; those of a day by address.
func newest(pages []Page) []Page {
	sorted := slices.Clone(pages)
	slices.SortFunc(sorted, func(a, b Page) int {
		return cmp.Or(b.Date.Compare(a.Date), strings.Compare(a.Path, b.Path))
	})
	return sorted
}

// read asks every page for its text, keeps its words and writes it for
// excerpts, in the pages' order.
func read(pages []Page, out *output) (*corpus, error) {
	c := &corpus{byForm: map[string]uint32{}, byFold: map[string]uint32{}, texts: make([]text, len(pages)), forms: []string{""}, foldOf: []uint32{0}, folds: []string{""}}
	type result struct {
		text string
		err  error
	}
	results := make([]chan result, len(pages))
	for i := range results {
		results[i] = make(chan result, 1)
	}
	ahead := make(chan struct{}, 64) // texts that may wait for the writer
	go func() {
		var workers sync.WaitGroup
		next := make(chan int)
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for i := range next {
					text, err := c.page(i, pages[i])
					results[i] <- result{text, err}
				}
			})
		}
		for i := range pages {
			ahead <- struct{}{}
			next <- i
		}
		close(next)
		workers.Wait()
	}()
	var failed error
	for i := range pages {
		r := <-results[i]
		<-ahead
		if r.err != nil && failed == nil {
			failed = fmt.Errorf("%s: %w", pages[i].Path, r.err)
		}
		out.file(fmt.Sprintf("t/%d.txt", i), []byte(r.text))
	}
	return c, failed
}

// page reads one page into the corpus and returns what a result shows of it,
// then its text, a line for each block:
//
//	address<TAB>title<TAB>kind<TAB>2023-10-14<TAB>unit
//	summary
func (c *corpus) page(i int, p Page) (string, error) {
	blocks, err := p.Text()
	if err != nil {
		return "", err
	}
	t := &c.texts[i]
	c.add(t, p.Title)
	t.title = len(t.forms)
	c.add(t, p.Summary)
	t.summary = len(t.forms)
	date := ""
	if !p.Date.IsZero() {
		date = p.Date.Format(time.DateOnly)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n%s", p.Path, line(p.Title), p.Kind, date, line(p.Unit), line(p.Summary))
	for _, block := range blocks {
		c.add(t, block)
		b.WriteString("\n")
		b.WriteString(line(block))
	}
	return b.String(), nil
}

// line is a text without what would part it in a file of lines and columns.
func line(s string) string {
	if plain(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// plain reports whether s surely is a line already: single spaces within.
func plain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c == ' ' && last == ' ' || c == 0xa0 && last == 0xc2 || last == 0xe2 && c <= 0x81 || c == 0x85 && last == 0xc2 {
			return false
		}
		last = c
	}
	return last != ' '
}

func (c *corpus) add(t *text, block string) {
	raw(block, func(run string) { t.forms = append(t.forms, c.number(run)) })
	t.forms = append(t.forms, brk)
}

// number is the number of a run's form.
func (c *corpus) number(run string) uint32 {
	if n, ok := c.known.Load(run); ok {
		return n.(uint32)
	}
	w := parse(strings.Clone(run)) // not the page's whole text
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.byForm[w.Form]
	if !ok {
		f, ok := c.byFold[w.Fold]
		if !ok {
			f = uint32(len(c.folds))
			c.byFold[w.Fold] = f
			c.folds = append(c.folds, w.Fold)
		}
		n = uint32(len(c.forms))
		c.byForm[w.Form] = n
		c.forms = append(c.forms, w.Form)
		c.foldOf = append(c.foldOf, f)
	}
	c.known.Store(strings.Clone(run), n)
	return n
}
