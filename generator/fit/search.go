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
	modulus  int         // the number of pages shall be a multiple; 1 for any
	front    int         // pages before the first article
	back     int         // pages after the last one
	fillers  []*filler   // what may fill a foot
	fillCost float64     // of a filler: more when there are not enough of them
	ahead    [][]float64 // cost to go: by article, by line and remainder
	tail     float64     // height of what follows the last article on its page, with the space above
	free     bool        // that page is the last of the issue: its foot does not count
	alone    bool        // only the imprint follows, which shall not have a page to itself
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
	room  int     // lines of white space that may be spread over that page
	steps []step
}

const (
	cells    = 60 // of the height of a page, in the table of costs to go
	beam     = 10 // ways kept after each article
	rounds   = 5
	tries    = 6   // texts measured for each article in a round
	sure     = 12  // settings that must be measured, of those that promise most
	pageCost = 250 // of one page more

	driftCost = 900 // of a part that stands without its article's text
	linePitch = 13.5
	gapLines  = 2 // of white space that an article may have above itself
	usualRoom = 1 // lines that a page not yet known may be stretched by
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

// blame remembers that a way made an article's parts drift after all, so that
// the next search goes another way.
func (s *searcher) blame(way *label, id string) {
	for i, st := range way.steps {
		if s.stories[i].id != id {
			continue
		}
		m, notes := s.models[i], 0.0
		if !st.fresh && i > 0 {
			notes = way.steps[i-1].p.notes
		}
		text, _ := m.below(st.c, st.from, notes)
		b, at := st.c.body(), lineAt(text, notes)
		if p, ok := m.known[b][at]; ok {
			p.cost += driftCost
			m.known[b][at] = p
		}
	}
}

func (s *searcher) final(l *label) float64 {
	return l.cost + s.close(l.y+l.notes, l.room) + s.remainder(l.page+1+s.back)
}

// close is the cost of the page that the last article ends on, with what follows
// it there.
func (s *searcher) close(y float64, room int) float64 {
	cost := 0.0
	rest := s.w.height - y
	if s.tail > 0 {
		if rest < s.tail {
			cost, rest, room = s.leave(rest, room)+pageCost, s.w.height, 0
			if s.alone {
				cost += 3000
			}
		}
		rest -= s.tail
	}
	if s.free {
		return cost
	}
	return cost + s.leave(rest, room)
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
	return s.each(len(s.stories), func(p *sheets, i int) (err error) {
		s.models[i], err = p.model(s.stories[i], s.w)
		return err
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

// leave is the cost of an empty foot that white space between articles, or a
// filler, may take.
func (s *searcher) leave(slack float64, room int) float64 {
	if slack > twoLines && slack-float64(room)*linePitch <= twoLines {
		return 2
	}
	c := foot(slack)
	for _, f := range s.fillers {
		if over := slack - f.height - fillerGap; over >= 0 {
			c = min(c, s.fillCost+over+over*over/200)
		}
	}
	return c
}

// spare are the lines of white space that would fill a foot.
func spare(slack float64) int { return int(math.Floor((slack - 2) / linePitch)) }

// lookAhead fills the table of foretold costs to go, from the last article back.
func (s *searcher) lookAhead() {
	n := len(s.stories)
	s.ahead = make([][]float64, n+1)
	end := make([]float64, cells*s.modulus)
	for c := range cells {
		for r := range s.modulus {
			end[c*s.modulus+r] = s.close(s.at(c), usualRoom) + s.remainder(r+1+s.back)
		}
	}
	s.ahead[n] = end
	for i := n - 1; i >= 0; i-- {
		row := make([]float64, cells*s.modulus)
		some := s.unlike(i)
		fresh := s.options(i, some, 0)
		for c := range cells {
			y := s.at(c)
			leave := s.leave(s.w.height-y, usualRoom)
			below := s.options(i, some, y)
			for r := range s.modulus {
				best := math.Inf(1)
				for _, p := range fresh {
					best = min(best, leave+p.cost+pageCost*float64(p.pages+1)+s.toGo(i+1, p.end, r+p.pages+1))
				}
				for _, p := range below {
					best = min(best, p.cost+pageCost*float64(p.pages)+s.toGo(i+1, p.end, r+p.pages))
				}
				row[c*s.modulus+r] = best
			}
		}
		s.ahead[i] = row
	}
}

// unlike are the choices of an article that differ in what comes of them, of
// those alike the one of best taste.
func (s *searcher) unlike(i int) (some []Choice) {
	type like struct {
		b    body
		head int
	}
	at := map[like]int{}
	for _, c := range s.stories[i].choices {
		k := like{c.body(), int(s.models[i].headHeight(c) / linePitch)}
		switch n, ok := at[k]; {
		case !ok:
			at[k] = len(some)
			some = append(some, c)
		case s.taste(i, c) < s.taste(i, some[n]):
			some[n] = c
		}
	}
	return some
}

// options foretells choices from y; those that do not fit there are left out.
func (s *searcher) options(i int, some []Choice, y float64) (all []placed) {
	for _, c := range some {
		if p, _ := s.models[i].foretell(c, y, 0); !p.moved {
			p.cost += s.taste(i, c)
			all = append(all, p)
		}
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
	if plain, ok := s.models[i].heads[head{o: Column, step: c.Step}]; ok && c.Opening == Beside {
		cost += 0.2 * max(0, s.models[i].heads[c.head()]-1.2*plain-20) // white below the summary
	}
	if c.Box == BoxTop {
		cost += 18
	}
	if c.Inside == InText {
		cost += 5
	}
	cost += 8 * float64(c.Quotes)
	if c.Step >= 3 && st.words >= 260 {
		cost += 6 + 12*float64(c.Step-3)
	}
	return cost
}

// trial is a setting of an article after a way, and how it comes out.
type trial struct {
	from  *label
	c     Choice
	fresh bool
	p     placed
	exact bool // p is measured
	guess float64
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

// advance sets article i after each of the ways in every manner. What promises
// most is measured, until what still does is known.
func (s *searcher) advance(i int, ways []*label) ([]*label, error) {
	var all []trial
	for n := 0; ; n++ {
		all = s.trials(i, ways)
		unknown := s.unknown(i, all)
		if len(unknown) == 0 || n == rounds {
			break
		}
		reals := make([]placed, len(unknown))
		err := s.each(len(unknown), func(p *sheets, k int) (err error) {
			reals[k], _, err = p.text(s.stories[i].node, unknown[k].body, unknown[k].line)
			return err
		})
		if err != nil {
			return nil, err
		}
		for k, u := range unknown {
			s.models[i].learn(u.body, u.line, reals[k])
		}
	}
	return s.best(i, all), nil
}

// trials lists all settings, what promises most first.
func (s *searcher) trials(i int, ways []*label) (all []trial) {
	for _, l := range ways {
		for _, c := range s.stories[i].choices {
			if i > 0 && s.may(i, false) {
				if t, ok := s.trial(i, l, c, false); ok {
					all = append(all, t)
				}
			}
			if s.may(i, true) {
				if t, ok := s.trial(i, l, c, true); ok {
					all = append(all, t)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b trial) int { return cmp.Compare(a.guess, b.guess) })
	return all
}

// may reports whether the plan lets an article begin a page, or not.
func (s *searcher) may(i int, fresh bool) bool {
	pin := s.stories[i].pinned
	return i == 0 || pin == nil || pin.Fresh == nil || *pin.Fresh == fresh
}

// trial foretells a setting; an article below another one must fit there.
func (s *searcher) trial(i int, l *label, c Choice, fresh bool) (trial, bool) {
	t := trial{from: l, c: c, fresh: fresh}
	t.p, t.exact = s.models[i].foretell(c, t.y(), t.notes())
	if t.p.moved && !fresh {
		return trial{}, false
	}
	next := s.after(i, t)
	t.guess = next.cost + s.toGo(i+1, next.y+next.notes, next.page)
	return t, true
}

// unknown are the texts to be measured next: those of the most promising
// settings that are not known.
func (s *searcher) unknown(i int, all []trial) (some []asked) {
	for k, t := range all {
		if k >= sure && len(some) == 0 || len(some) == tries || k >= 4*sure {
			break
		}
		if t.exact {
			continue
		}
		text, _ := s.models[i].below(t.c, t.y(), t.notes())
		if a := (asked{t.c.body(), lineAt(text, t.notes())}); !slices.Contains(some, a) {
			some = append(some, a)
		}
	}
	return some
}

type asked struct {
	body
	line
}

// best are the ways after article i that end at different places.
func (s *searcher) best(i int, all []trial) (some []*label) {
	type place struct{ page, line int }
	seen := map[place]bool{}
	for _, exact := range []bool{true, false} {
		for _, t := range all {
			if t.exact != exact {
				continue
			}
			l := s.after(i, t)
			if k := (place{l.page, int(l.y / 7)}); !seen[k] {
				seen[k] = true
				if some = append(some, s.follow(i, t)); len(some) == beam {
					return some
				}
			}
		}
		if len(some) > 0 {
			break
		}
	}
	return some
}

// follow is the way after one more article.
func (s *searcher) follow(i int, t trial) *label {
	l := s.after(i, t)
	st := step{c: t.c, fresh: t.fresh && i > 0, from: t.y(), p: t.p}
	if st.fresh {
		st.slack = s.w.height - t.from.y - t.from.notes
	}
	l.steps = append(slices.Clone(t.from.steps), st)
	return &l
}

// after is where the way stands after one more article, and its cost.
func (s *searcher) after(i int, t trial) label {
	l := label{cost: t.from.cost + t.p.cost + s.taste(i, t.c) + monotony(t), page: t.from.page + t.p.pages, y: t.p.end, notes: t.p.notes, room: t.from.room + gapLines}
	l.cost += pageCost * float64(t.p.pages)
	if t.fresh && i > 0 {
		l.cost += s.leave(s.w.height-t.from.y-t.from.notes, t.from.room) + pageCost
		l.page++
	}
	if t.fresh || t.p.pages > 0 {
		l.room = 0
	}
	if s.stories[i].box && t.c.Box == BoxEnd {
		l.room++
	}
	return l
}

// monotony is what it costs to open an article as the ones before it.
func monotony(t trial) (cost float64) {
	steps := t.from.steps
	for k := len(steps) - 1; k >= max(0, len(steps)-2) && steps[k].c.Opening == t.c.Opening; k-- {
		switch t.c.Opening {
		case Short, Plain:
		case Beside:
			cost += 16
		default:
			cost += 6
		}
	}
	return cost
}
