// Package fit makes up the pages of an issue: it chooses how each article opens,
// how large its picture is, where its box stands, which articles begin a page and
// what fills a foot that stays empty, so that the issue as a whole has the fewest
// faults. What may be chosen the style sheets declare, as classes and custom
// properties (layouts/_css/in-mo-bai.css); words and the size of body type are
// never touched. The package's README has the table of costs.
//
// Contract: the same files and options give the same plan. An issue never gets
// more pages than without a plan, but for the multiple that it asks for; where
// nothing better is found the pages stay as they were. Every line of a plan can
// be pinned.
package fit

import (
	"fmt"
	"io/fs"
	"slices"

	"bantin/generator/press"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// Options of Fit.
type Options struct {
	Press    press.Options
	Multiple int    // of pages; 0 for any number
	Pinned   []Line // of the plan
	Reorder  bool   // articles of one column may change places
	// Keep is a whole plan that stays as it is: nothing is looked for. Where the
	// articles are no longer the same, its lines are pinned.
	Keep []Line
}

// Result is a fitted print page.
type Result struct {
	HTML          []byte // the print page with the plan's classes
	CSS           []byte // its custom properties, for the file CSSName beside it
	Plan          []Line
	Meter, Before Meter
	Kept          bool // the plan that was to be kept
	Better        bool // than without a plan; if not, HTML is the page as it was
	Faults        []Fault

	name string
	tree *html.Node
}

// Fit makes up the print page name of fsys.
func Fit(fsys fs.FS, name string, opt Options) (*Result, error) {
	f := &fitter{fsys: fsys, name: name, opt: opt}
	if err := f.open(); err != nil {
		return nil, err
	}
	if opt.Keep != nil && f.covers(opt.Keep) {
		return f.keep()
	}
	f.opt.Pinned = append(slices.Clip(opt.Pinned), opt.Keep...)
	return f.fit()
}

type fitter struct {
	fsys    fs.FS
	name    string
	opt     Options
	presses []*sheets
	tree    *html.Node
	w       widths
	stories []*story
}

func (f *fitter) open() error {
	errs := make(chan error, 2)
	f.presses = make([]*sheets, 2)
	for i := range f.presses {
		go func() {
			b, err := press.NewBench(f.fsys, f.name, f.opt.Press)
			if err == nil {
				identify(b.Tree())
				f.presses[i] = newSheets(b)
			}
			errs <- err
		}()
	}
	for range f.presses {
		if err := <-errs; err != nil {
			return fmt.Errorf("fit: %w", err)
		}
	}
	f.tree = f.presses[0].bench.Tree()
	return nil
}

func (f *fitter) fit() (*Result, error) {
	before, err := f.layout(f.tree)
	if err != nil {
		return nil, err
	}
	res := &Result{Before: before.Meter, Meter: before.Meter}
	all := articles(f.tree)
	if len(all) == 0 {
		return res, f.render(res, f.tree)
	}
	if err := f.measurePage(); err != nil {
		return nil, err
	}
	given := f.tree
	f.tree = clone(given)
	if err := f.last(); err != nil {
		return nil, err
	}
	f.prepare(all)
	best, s, err := f.search()
	if err != nil {
		return nil, err
	}
	if err := f.cover(); err != nil {
		return nil, err
	}
	if err := f.letter(); err != nil {
		return nil, err
	}
	after, lines, err := f.better(s.plan(best, true), s.plan(best, false))
	if err != nil {
		return nil, err
	}
	for range 2 {
		if after.Adrift == 0 {
			break
		}
		for _, d := range drifting(after.tree, after.pages) {
			s.blame(best, attr(d.article, "id"))
		}
		if best, err = s.once(); err != nil {
			return nil, err
		}
		l, other, err := f.better(s.plan(best, true), s.plan(best, false))
		if err != nil {
			return nil, err
		}
		if l.Weight()+2*l.Pages < after.Weight()+2*after.Pages {
			after, lines = l, other
		}
	}
	most := before.Meter.Pages
	if m := f.opt.Multiple; m > 1 {
		most = (most + m - 1) / m * m
	}
	res.Faults = f.faults(given, before)
	if after.Meter.Pages > most || after.Meter.Weight() > before.Meter.Weight() {
		return res, f.render(res, given)
	}
	res.Better, res.Meter = true, after.Meter
	res.Plan, res.Faults = lines, f.faults(after.tree, after)
	return res, f.render(res, after.tree)
}

// better sets two plans and gives the better one: white space that was spread
// may push out what just fitted.
func (f *fitter) better(plans ...[]Line) (best laid, lines []Line, err error) {
	for i, plan := range plans {
		l, plan, err := f.set(plan)
		if err == nil && l.Adrift > 0 {
			if calm, changed := relaxed(plan, l); changed {
				l, plan, err = f.set(calm)
			}
		}
		if err != nil {
			return best, nil, err
		}
		if i == 0 || l.Pages < best.Pages || l.Pages == best.Pages && l.Weight() < best.Weight() {
			best, lines = l, plan
		}
	}
	return best, lines, nil
}

// relaxed is a plan without the white space around the articles whose boxes it
// pushed to another page.
func relaxed(plan []Line, l laid) (calm []Line, changed bool) {
	calm = slices.Clone(plan)
	for _, d := range drifting(l.tree, l.pages) {
		k := slices.IndexFunc(calm, func(l Line) bool { return l.Article == attr(d.article, "id") })
		for i := max(0, k-3); i <= k; i++ {
			changed = changed || calm[i].Gap > 0 || calm[i].BoxGap > 0
			calm[i].Gap, calm[i].BoxGap = 0, 0
		}
	}
	return calm, changed
}

// set sets a plan, without the fillers that would come to stand on a page of
// their own, and adds what pages are missing.
func (f *fitter) set(plan []Line) (laid, []Line, error) {
	tree := f.write(plan)
	l, err := f.layout(tree)
	if err != nil {
		return l, nil, err
	}
	if out := misplaced(tree, l.pages); len(out) > 0 {
		plan = without(plan, out)
		tree = f.write(plan)
		if l, err = f.layout(tree); err != nil {
			return l, nil, err
		}
	}
	if f.pad(tree, l.Meter.Pages) || f.accompany(tree, l) {
		l, err = f.layout(tree)
	}
	return l, plan, err
}

// covers reports whether a plan has a line for each article, and no others.
func (f *fitter) covers(plan []Line) bool {
	all := map[string]bool{}
	for _, a := range articles(f.tree) {
		all[attr(a, "id")] = true
	}
	n := 0
	for _, l := range plan {
		if l.Article == documentsID {
			continue
		}
		if n++; !all[l.Article] {
			return false
		}
	}
	return n == len(all)
}

// keep sets a plan as it is, without looking for a better one.
func (f *fitter) keep() (*Result, error) {
	if err := f.measurePage(); err != nil {
		return nil, err
	}
	f.tree = clone(f.tree)
	var ids []string
	for _, l := range f.opt.Keep {
		if l.Article != documentsID {
			ids = append(ids, l.Article)
		}
	}
	arrange(f.tree, ids)
	all := articles(f.tree)
	for _, do := range []func() error{f.last, f.cover, f.letter} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	f.prepare(all)
	l, lines, err := f.set(f.opt.Keep)
	if err != nil {
		return nil, err
	}
	res := &Result{Meter: l.Meter, Before: l.Meter, Kept: true, Better: true, Plan: lines, Faults: f.faults(l.tree, l)}
	return res, f.render(res, l.tree)
}

// measurePage finds the size of an ordinary page.
func (f *fitter) measurePage() error {
	pages, _, err := f.presses[0].bench.Layout(f.presses[0].document(element("p")))
	if err != nil {
		return fmt.Errorf("fit: %w", err)
	}
	area := pages.Pages[0].Area
	f.w = widths{page: area.W, column: (area.W - 20) / 2, height: area.H}
	for _, p := range f.presses {
		p.height = area.H
	}
	return nil
}

// prepare makes the articles ready to be set in any way.
func (f *fitter) prepare(all []*html.Node) {
	for i, a := range all {
		a = clone(a)
		spread(a)
		uprights(a, f.w)
		f.stories = append(f.stories, newStory(a, i == 0))
	}
}

// Weight weighs the faults of an issue.
func (m Meter) Weight() int {
	return 6*m.Empty + 2*m.Uneven + 6*m.Adrift + 8*m.Overflow + 3*m.Cut + 6*m.Heads + 2*m.Holes
}

// laid is a tree after layout.
type laid struct {
	Meter
	tree     *html.Node
	pages    *display.Document
	findings []press.Finding
}

func (f *fitter) layout(tree *html.Node) (laid, error) {
	pages, findings, err := f.presses[0].bench.Layout(tree)
	if err != nil {
		return laid{}, fmt.Errorf("fit: %w", err)
	}
	return laid{measure(tree, pages, findings), tree, pages, findings}, nil
}

func (f *fitter) search() (*label, *searcher, error) {
	s := &searcher{presses: f.presses, stories: f.stories, w: f.w, modulus: max(1, f.opt.Multiple), front: 1}
	if find(f.tree, "loi-toa-soan") != nil {
		s.front++
	}
	if find(f.tree, "trang-cuoi") != nil {
		s.back++
	}
	pins := map[string]*Line{}
	for i := range f.opt.Pinned {
		pins[f.opt.Pinned[i].Article] = &f.opt.Pinned[i]
	}
	for _, st := range s.stories {
		st.pinned = pins[st.id]
		if st.list(f.w, linePitch); len(st.choices) == 0 { // a line of the plan that cannot be
			st.pinned = nil
			st.list(f.w, linePitch)
		}
	}
	var err error
	if s.fillers, err = f.presses[0].fillers(f.tree); err != nil {
		return nil, nil, err
	}
	s.free = find(f.tree, "trang-cuoi") == nil
	s.alone = s.free && documents(f.tree) == nil
	if s.tail, err = f.presses[0].after(f.tree); err != nil {
		return nil, nil, err
	}
	way, err := s.run()
	if err == nil && f.opt.Reorder {
		if way, err = s.reorder(way); err == nil {
			f.stories = s.stories
			f.arrange()
		}
	}
	return way, s, err
}

// arrange puts the tree in the order of the stories.
func (f *fitter) arrange() {
	var ids []string
	for _, st := range f.stories {
		ids = append(ids, st.id)
	}
	arrange(f.tree, ids)
}

// write makes the tree of a plan.
func (f *fitter) write(plan []Line) *html.Node {
	tree := clone(f.tree)
	store := find(tree, "kho-lap")
	at := map[string]*Line{}
	for i := range plan {
		at[plan[i].Article] = &plan[i]
	}
	for i, a := range articles(tree) {
		st := f.stories[i]
		n := clone(st.node)
		a.Parent.InsertBefore(n, a)
		a.Parent.RemoveChild(a)
		l := at[st.id]
		if l == nil {
			continue
		}
		c := l.choice()
		c.Quotes = min(c.Quotes, len(st.quotes))
		c.apply(n)
		if style := c.style(); style != "" {
			set(n, "style", style)
		}
		fillAfter(n, l.Fillers, store)
	}
	if docs := documents(tree); docs != nil && at[documentsID] != nil {
		fillAfter(docs, at[documentsID].Fillers, store)
	}
	if store != nil {
		store.Parent.RemoveChild(store)
	}
	return tree
}

// documentsID names the list of documents in a plan.
const documentsID = "van-ban-so"

// plan is a way in words.
func (s *searcher) plan(way *label, gaps bool) (all []Line) {
	for i, st := range way.steps {
		c := st.c
		c.Fresh = st.fresh || i == 0
		if gaps {
			c.Gap, c.BoxGap = s.gaps(way, i)
		}
		all = append(all, c.line(s.stories[i], s.w))
	}
	return s.fill(way, all)
}
