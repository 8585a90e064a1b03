package fit

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// searcher looks for the best choices of all articles of an issue together.
type searcher struct {
	presses  []*sheets // set articles at the same time
	stories  []*story
	models   []*model
	w        widths
	modulus  int       // the number of pages shall be a multiple; 1 for any
	front    int       // pages before the first article
	back     int       // pages after the last one
	fillers  []*filler // what may fill a foot
	fillCost float64   // of a filler: more when there are not enough of them
	known    []map[start]placed
	ahead    [][]float64 // cost to go: by article, by line and remainder
	tail     float64     // height of what follows the last article on its page, with the space above
	free     bool        // that page is the last of the issue: its foot does not count
}

// start is what a measured setting depends on.
type start struct {
	c        Choice
	y, notes float64
}

// step is one decision on the way.
type step struct {
	c     Choice
	fresh bool
	from  float64 // where the article begins
	slack float64 // left at the foot of the page before it
	p     placed
}

// label is a way through the first articles.
type label struct {
	cost  float64
	page  int
	y     float64
	notes float64 // of the page that it ends on
	steps []step
}

const (
	cells    = 120 // of the height of a page, in the table of costs to go
	beam     = 10  // ways kept after each article
	rounds   = 2
	tries    = 11  // settings measured for each article in a round
	pageCost = 250 // of one page more
)

// run finds the best way. Where it asks for more fillers than there are, they
// become dearer and it looks again; what was measured stays known.
func (s *searcher) run() (best *label, err error) {
	if err := s.survey(); err != nil {
		return nil, err
	}
	s.fillCost = 45
	for range 3 {
		if best, err = s.once(); err != nil {
			return nil, err
		}
		holes := 0
		for _, st := range best.steps[1:] {
			if st.fresh && st.slack > 60 {
				holes++
			}
		}
		if holes <= len(s.fillers)*2/3 {
			break
		}
		s.fillCost *= 4
	}
	return best, nil
}

// once goes through the articles in order.
func (s *searcher) once() (*label, error) {
	s.lookAhead()
	ways := []*label{{page: s.front}}
	for i := range s.stories {
		var err error
		if ways, err = s.advance(i, ways); err != nil {
			return nil, err
		}
	}
	return slices.MinFunc(ways, func(a, b *label) int { return cmp.Compare(s.final(a), s.final(b)) }), nil
}

func (s *searcher) final(l *label) float64 {
	return l.cost + s.close(l.y+l.notes) + s.remainder(l.page+1+s.back)
}

// close is the cost of the page that the last article ends on, with what follows
// it there.
func (s *searcher) close(y float64) float64 {
	cost := 0.0
	rest := s.w.height - y
	if s.tail > 0 {
		if rest < s.tail {
			cost, rest = s.leave(rest)+pageCost, s.w.height
		}
		rest -= s.tail
	}
	if s.free {
		return cost
	}
	return cost + s.leave(rest)
}

func (s *searcher) remainder(pages int) float64 {
	if pages%s.modulus != 0 {
		return 20000
	}
	return 0
}

// survey measures every article once, from a fresh page.
func (s *searcher) survey() error {
	s.models = make([]*model, len(s.stories))
	s.known = make([]map[start]placed, len(s.stories))
	return s.each(len(s.stories), func(p *sheets, i int) error {
		st := s.stories[i]
		m := &model{s: st, w: s.w, gap: 27, base: st.choices[len(st.choices)/2], offset: map[kind]float64{}}
		m.base.Box = BoxEnd
		for _, c := range st.choices {
			if c.Opening == st.choices[0].Opening && c.Box == st.choices[0].Box {
				m.base = c
			}
		}
		real, tail, err := p.survey(st.node, m.base)
		if err != nil {
			return err
		}
		if m.heads, err = p.heads(st); err != nil {
			return err
		}
		m.tail = tail
		m.body = 0
		head, body, _ := m.parts(m.base)
		m.body = max(0, float64(real.pages)*s.w.height+real.end-head-tail-body)
		s.models[i] = m
		s.known[i] = map[start]placed{{m.base, 0, 0}: real}
		return nil
	})
}

// each does n pieces of work with all presses.
func (s *searcher) each(n int, do func(p *sheets, i int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for k, p := range s.presses {
		wg.Go(func() {
			for i := k; i < n; i += len(s.presses) {
				errs[i] = do(p, i)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// leave is the cost of an empty foot that a filler may take.
func (s *searcher) leave(slack float64) float64 {
	c := foot(slack)
	for _, f := range s.fillers {
		if over := slack - f.height - fillerGap; over >= 0 {
			c = min(c, s.fillCost+over+over*over/200)
		}
	}
	return c
}

// lookAhead fills the table of foretold costs to go, from the last article back.
func (s *searcher) lookAhead() {
	n := len(s.stories)
	s.ahead = make([][]float64, n+1)
	end := make([]float64, cells*s.modulus)
	for c := range cells {
		for r := range s.modulus {
			end[c*s.modulus+r] = s.close(s.at(c)) + s.remainder(r+1+s.back)
		}
	}
	s.ahead[n] = end
	for i := n - 1; i >= 0; i-- {
		row := make([]float64, cells*s.modulus)
		fresh := s.options(i, 0)
		for c := range cells {
			y := s.at(c)
			below := s.options(i, y)
			for r := range s.modulus {
				best := math.Inf(1)
				for _, p := range fresh {
					best = min(best, s.leave(s.w.height-y)+p.cost+pageCost*float64(p.pages+1)+s.toGo(i+1, p.end, r+p.pages+1))
				}
				for _, p := range below {
					if !p.moved {
						best = min(best, p.cost+pageCost*float64(p.pages)+s.toGo(i+1, p.end, r+p.pages))
					}
				}
				row[c*s.modulus+r] = best
			}
		}
		s.ahead[i] = row
	}
}

func (s *searcher) options(i int, y float64) []placed {
	all := make([]placed, len(s.stories[i].choices))
	for k, c := range s.stories[i].choices {
		all[k] = s.models[i].foretell(c, y)
		all[k].cost += s.taste(i, c)
	}
	return all
}

func (s *searcher) at(cell int) float64 { return float64(cell) * s.w.height / (cells - 1) }

// toGo is the foretold cost of the articles from i on.
func (s *searcher) toGo(i int, y float64, page int) float64 {
	cell := int(math.Round(y / s.w.height * (cells - 1)))
	return s.ahead[i][min(max(cell, 0), cells-1)*s.modulus+page%s.modulus]
}

// taste is what a choice costs although nothing is wrong with it: the first
// article shall look like one, and a page with pictures is worth more.
func (s *searcher) taste(i int, c Choice) float64 {
	st, cost := s.stories[i], 0.0
	if st.ratio > 0 {
		whole := st.ratio * s.w.of(c.Opening)
		cost += 60 * math.Abs(c.Height/whole-1)
	}
	switch {
	case c.Opening == Short || c.Opening == Plain, c.Opening == Lead:
	case st.first:
		cost += 25
	case st.words > 700 && (c.Opening == Beside || c.Opening == Column && st.ratio < 1):
		cost += 12
	}
	if c.Box == BoxTop {
		cost += 18
	}
	if c.Step >= 3 && st.words >= 260 {
		cost += 6 + 12*float64(c.Step-3)
	}
	return cost
}

// trial is a setting to be measured.
type trial struct {
	from  *label
	c     Choice
	fresh bool
	guess float64
}

// advance sets article i after each of the ways in the most promising manners.
// What the first half of the settings teaches chooses the second.
func (s *searcher) advance(i int, ways []*label) ([]*label, error) {
	done := map[trial]bool{}
	var next []*label
	for range rounds {
		all := s.promising(i, ways, done)
		reals := make([]placed, len(all))
		err := s.each(len(all), func(p *sheets, k int) (err error) {
			reals[k], err = s.measured(p, i, all[k])
			return err
		})
		if err != nil {
			return nil, err
		}
		for k, t := range all {
			s.known[i][start{t.c, t.y(), t.notes()}] = reals[k]
			s.models[i].learn(t.c, t.y()+t.notes(), reals[k])
			next = append(next, s.follow(i, t, reals[k]))
			t.guess = 0
			done[t] = true
		}
	}
	rank := func(l *label) float64 { return l.cost + s.toGo(i+1, l.y+l.notes, l.page) }
	slices.SortStableFunc(next, func(a, b *label) int { return cmp.Compare(rank(a), rank(b)) })
	return distinct(next), nil
}

// promising are the best settings that were not measured yet.
func (s *searcher) promising(i int, ways []*label, done map[trial]bool) (all []trial) {
	for _, l := range ways {
		for _, c := range s.stories[i].choices {
			for _, fresh := range []bool{false, true} {
				if done[trial{from: l, c: c, fresh: fresh}] {
					continue
				}
				if t, ok := s.trial(i, l, c, fresh); ok {
					all = append(all, t)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b trial) int { return cmp.Compare(a.guess, b.guess) })
	return s.varied(all)
}

func (t trial) y() float64 {
	if t.fresh {
		return 0
	}
	return t.from.y
}

func (t trial) notes() float64 {
	if t.fresh {
		return 0
	}
	return t.from.notes
}

// trial foretells a setting; an article below another one must fit there.
func (s *searcher) trial(i int, l *label, c Choice, fresh bool) (trial, bool) {
	if i == 0 && !fresh {
		return trial{}, false
	}
	if pin := s.stories[i].pinned; pin != nil && pin.Fresh != nil && *pin.Fresh != fresh && i > 0 {
		return trial{}, false
	}
	t := trial{from: l, c: c, fresh: fresh}
	p, ok := s.known[i][start{c, t.y(), t.notes()}]
	if !ok {
		p = s.models[i].foretell(c, t.y()+t.notes())
	}
	if p.moved {
		return trial{}, false
	}
	next := s.follow(i, t, p)
	t.guess = next.cost + s.toGo(i+1, next.y+next.notes, next.page)
	return t, true
}

// varied keeps the best trials, not many of one kind from one way.
func (s *searcher) varied(all []trial) (some []trial) {
	type key struct {
		l     *label
		fresh bool
		o     Opening
		box   Box
	}
	count := map[key]int{}
	for _, t := range all {
		k := key{t.from, t.fresh, t.c.Opening, t.c.Box}
		if t.fresh {
			k.l = nil // where a fresh page comes from makes no difference to it
		}
		if count[k] >= 2 {
			continue
		}
		count[k]++
		if some = append(some, t); len(some) == tries {
			break
		}
	}
	return some
}

func (s *searcher) measured(p *sheets, i int, t trial) (placed, error) {
	if known, ok := s.known[i][start{t.c, t.y(), t.notes()}]; ok {
		return known, nil
	}
	return p.place(s.stories[i].node, t.c, t.y(), t.notes())
}

// follow is the way after one more article.
func (s *searcher) follow(i int, t trial, p placed) *label {
	l := &label{cost: t.from.cost + p.cost + s.taste(i, t.c), page: t.from.page, y: p.end, notes: p.notes}
	st := step{c: t.c, fresh: t.fresh, from: t.y(), p: p}
	first := i == 0
	if (t.fresh || p.moved) && !first {
		st.fresh = true
		st.slack = s.w.height - t.from.y - t.from.notes
		l.cost += s.leave(st.slack) + pageCost
		l.page++
	}
	if p.moved && !t.fresh {
		st.from, st.p.pages = 0, p.pages-1
	}
	l.page += st.p.pages
	l.cost += pageCost * float64(st.p.pages)
	l.steps = append(slices.Clone(t.from.steps), st)
	return l
}

// distinct keeps the best ways that end at different places.
func distinct(all []*label) (some []*label) {
	type place struct{ page, line int }
	seen := map[place]bool{}
	for _, l := range all {
		k := place{l.page, int(l.y / 7)}
		if !seen[k] && len(some) < beam {
			seen[k] = true
			some = append(some, l)
		}
	}
	return some
}
