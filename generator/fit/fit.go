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

	"bantin/generator/press"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// Options of Fit.
type Options struct {
	Press    press.Options
	Multiple int    // of pages; 0 for any number
	Pinned   []Line // of the plan
}

// Result is a fitted print page.
type Result struct {
	HTML          []byte // the print page with the plan's classes
	CSS           []byte // its custom properties, for the file CSSName beside it
	Plan          []Line
	Meter, Before Meter
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
	return f.fit()
}

type fitter struct {
	fsys    fs.FS
	name    string
	opt     Options
	presses []*sheets
	tree    *html.Node
	w       widths
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
	first := before.pages.Anchors[attr(all[0], "id")].Page
	area := before.pages.Pages[min(first, len(before.pages.Pages)-1)].Area
	f.w = widths{page: area.W, column: (area.W - 20) / 2, height: area.H}
	for _, p := range f.presses {
		p.height = area.H
	}
	given := f.tree
	f.tree = clone(given)
	if err := f.last(); err != nil {
		return nil, err
	}
	way, s, err := f.search(all)
	if err != nil {
		return nil, err
	}
	if err := f.cover(first); err != nil {
		return nil, err
	}
	if err := f.letter(); err != nil {
		return nil, err
	}
	tree := f.write(way, s, true)
	after, err := f.layout(tree)
	if err != nil {
		return nil, err
	}
	// White space that was spread may push out what just fitted.
	plain := f.write(way, s, false)
	other, err := f.layout(plain)
	if err != nil {
		return nil, err
	}
	if other.Pages < after.Pages || other.Pages == after.Pages && other.Weight() < after.Weight() {
		tree, after = plain, other
	}
	if drop(tree, after.pages) {
		if after, err = f.layout(tree); err != nil {
			return nil, err
		}
	}
	if f.pad(tree, after.Meter.Pages) {
		if after, err = f.layout(tree); err != nil {
			return nil, err
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
	res.Plan, res.Faults = s.plan(way), f.faults(tree, after)
	return res, f.render(res, tree)
}

// Weight weighs the faults of an issue.
func (m Meter) Weight() int {
	return 6*m.Empty + 2*m.Uneven + 6*m.Adrift + 8*m.Overflow + 3*m.Cut + 6*m.Heads + 2*m.Holes
}

// laid is a tree after layout.
type laid struct {
	Meter
	pages    *display.Document
	findings []press.Finding
}

func (f *fitter) layout(tree *html.Node) (laid, error) {
	pages, findings, err := f.presses[0].bench.Layout(tree)
	if err != nil {
		return laid{}, fmt.Errorf("fit: %w", err)
	}
	return laid{measure(tree, pages, findings), pages, findings}, nil
}

func (f *fitter) search(all []*html.Node) (*label, *searcher, error) {
	s := &searcher{presses: f.presses, w: f.w, modulus: max(1, f.opt.Multiple), front: 1}
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
	for i, a := range all {
		a = clone(a)
		spread(a)
		uprights(a, f.w)
		st := newStory(a, i == 0)
		st.pinned = pins[st.id]
		if fig := wideOf(a); fig != nil {
			st.across = ratio(fig) * (f.w.page - f.w.column/2)
		}
		st.list(f.w, 13.5)
		if len(st.choices) == 0 { // a line of the plan that cannot be
			st.pinned = nil
			st.list(f.w, 13.5)
		}
		s.stories = append(s.stories, st)
	}
	var err error
	if s.fillers, err = f.presses[0].fillers(f.tree); err != nil {
		return nil, nil, err
	}
	s.free = find(f.tree, "trang-cuoi") == nil
	if s.tail, err = f.presses[0].after(f.tree); err != nil {
		return nil, nil, err
	}
	way, err := s.run()
	return way, s, err
}

// write makes the tree of a plan.
func (f *fitter) write(way *label, s *searcher, gaps bool) *html.Node {
	tree := clone(f.tree)
	for i, a := range articles(tree) {
		n := clone(s.stories[i].node)
		a.Parent.InsertBefore(n, a)
		a.Parent.RemoveChild(a)
		c := way.steps[i].c
		c.Fresh = way.steps[i].fresh || i == 0
		if gaps {
			c.Gap, c.BoxGap = s.gaps(way, i)
		}
		c.apply(n)
		if st := c.style(); st != "" {
			set(n, "style", st)
		}
	}
	s.fill(way, tree)
	if store := find(tree, "kho-lap"); store != nil {
		store.Parent.RemoveChild(store)
	}
	return tree
}

// plan is a way in words.
func (s *searcher) plan(way *label) (all []Line) {
	for i, st := range way.steps {
		fresh, quotes := st.fresh || i == 0, st.c.Quotes
		all = append(all, Line{Article: s.stories[i].id, Opening: st.c.Opening, Picture: st.c.picture(s.stories[i], s.w), Step: st.c.Step, Height: round(st.c.Height), Box: st.c.Box, Inside: st.c.Inside, Quotes: &quotes, Fresh: &fresh})
	}
	return all
}
