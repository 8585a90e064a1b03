package fit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// filler is a short text of the bulletin that may take an empty foot.
type filler struct {
	id     string
	about  string // the article that it speaks of
	node   *html.Node
	height float64
}

// fillerGap is the white space above a filler, at least.
const fillerGap = 20

// pinnedTo is the article that the plan wants a filler below, "" for any.
func (s *searcher) pinnedTo(filler string) string {
	for _, st := range s.stories {
		if st.pinned != nil && len(st.pinned.Fillers) > 0 && st.pinned.Fillers[0].Filler == filler {
			return st.id
		}
	}
	return ""
}

// fillers measures what the print page offers.
func (s *sheets) fillers(tree *html.Node) (all []*filler, err error) {
	store := find(tree, "kho-lap")
	if store == nil {
		return nil, nil
	}
	var nodes []*html.Node
	for n := store.FirstChild; n != nil; n = n.NextSibling {
		if !has(n, "lap") {
			continue
		}
		f := &filler{id: attr(n, "id"), about: attr(n, "data-bai"), node: n}
		all = append(all, f)
		frame := element("div", "style", "break-inside: avoid; display: flow-root")
		frame.AppendChild(element("div", "id", f.id+"--dau"))
		c := clone(n)
		set(c, "style", "--tren: 0pt")
		frame.AppendChild(c)
		frame.AppendChild(element("div", "id", f.id+"--cuoi"))
		nodes = append(nodes, frame)
	}
	if len(all) == 0 {
		return nil, nil
	}
	pages, _, err := s.bench.Layout(s.document(nodes...))
	if err != nil {
		return nil, fmt.Errorf("fit: %w", err)
	}
	for _, f := range all {
		f.height = pages.Anchors[f.id+"--cuoi"].Y - pages.Anchors[f.id+"--dau"].Y
	}
	return slices.DeleteFunc(all, func(f *filler) bool { return f.height < 10 }), nil
}

// fillerMark ends the ids of fillers that were placed.
const fillerMark = "--o-day"

// misplaced lists the fillers that came to stand at the head of a page.
func misplaced(tree *html.Node, pages *display.Document) (out []string) {
	for n := range tree.Descendants() {
		if !has(n, "lap") || !strings.HasSuffix(attr(n, "id"), fillerMark) || has(n.Parent, "trang-cuoi") {
			continue
		}
		at := pages.Anchors[attr(n, "id")]
		if p := pages.Pages[at.Page]; at.Y < p.Area.Y+10 {
			out = append(out, strings.TrimSuffix(attr(n, "id"), fillerMark))
		}
	}
	return out
}

// without is a plan without some fillers.
func without(plan []Line, out []string) []Line {
	plan = slices.Clone(plan)
	for i := range plan {
		plan[i].Fillers = slices.DeleteFunc(slices.Clone(plan[i].Fillers), func(f Filled) bool { return slices.Contains(out, f.Filler) })
	}
	return plan
}

// fillAfter puts fillers of the store below a part of the page.
func fillAfter(last *html.Node, all []Filled, store *html.Node) {
	for _, f := range all {
		if store == nil {
			return
		}
		for n := store.FirstChild; n != nil; n = n.NextSibling {
			if attr(n, "id") != f.Filler {
				continue
			}
			n = clone(n)
			set(n, "style", fmt.Sprintf("--tren: %gpt", round(f.Gap)))
			set(n, "id", f.Filler+fillerMark)
			last.Parent.InsertBefore(n, last.NextSibling)
			last = n
			break
		}
	}
}

// fill puts fillers at the feet that stay empty, the emptiest first.
func (s *searcher) fill(way *label, plan []Line) []Line {
	type hole struct {
		after int
		slack float64
	}
	var holes []hole
	for i, st := range way.steps[1:] {
		if st.fresh && st.slack > fillerGap+30 {
			holes = append(holes, hole{i, st.slack})
		}
	}
	if end := way.steps[len(way.steps)-1].p; !s.free && s.tail == 0 {
		holes = append(holes, hole{len(way.steps) - 1, s.w.height - end.end - end.notes})
	} else if !s.free {
		rest := s.w.height - end.end - end.notes - s.tail
		if rest < 0 { // it goes to a page of its own
			rest = s.w.height - s.tail
		}
		if rest > fillerGap+30 {
			holes = append(holes, hole{len(way.steps), rest})
		}
	}
	slices.SortStableFunc(holes, func(a, b hole) int { return cmp.Compare(b.slack, a.slack) })
	free := slices.Clone(s.fillers)
	plan = append(plan, Line{Article: documentsID})
	pinned := func(h hole) bool {
		return h.after < len(s.stories) && s.stories[h.after].pinned != nil && len(s.stories[h.after].pinned.Fillers) > 0
	}
	slices.SortStableFunc(holes, func(a, b hole) int {
		return cmp.Compare(map[bool]int{true: 0, false: 1}[pinned(a)], map[bool]int{true: 0, false: 1}[pinned(b)])
	})
	for _, h := range holes {
		best := -1
		for k, f := range free {
			later := f.about == ""
			for _, st := range s.stories[min(h.after+1, len(s.stories)):] {
				later = later || st.id == f.about
			}
			asked := plan[h.after].Article == s.pinnedTo(f.id)
			if later && f.height+fillerGap <= h.slack && (best < 0 || asked || f.height > free[best].height) {
				if best = k; asked {
					break
				}
			}
		}
		if best < 0 {
			continue
		}
		gap := math.Floor(h.slack-free[best].height) - 3
		if gap > 150 {
			gap = 27
		}
		plan[h.after].Fillers = append(plan[h.after].Fillers, Filled{free[best].id, round(gap)})
		free = slices.Delete(free, best, best+1)
	}
	return plan
}

// gaps spreads what is left of a page, up to some lines, over the white space
// above the articles that begin on it, and above the box that ends it.
func (s *searcher) gaps(way *label, i int) (gap, box float64) {
	end := i + 1 // the article that begins the next page
	for end < len(way.steps) && !way.steps[end].fresh {
		if way.steps[end-1].p.pages > 0 && end-1 >= i {
			return 0, 0 // this page goes on inside of an article
		}
		end++
	}
	if end >= len(way.steps) || way.steps[end-1].p.pages > 0 && end-1 > i {
		return 0, 0
	}
	slack := way.steps[end].slack
	from := end - 1 // the first article that begins in the middle of the same page
	for from > 0 && !way.steps[from].fresh && way.steps[from].p.pages == 0 && way.steps[from].from > 0 && from-1 >= 0 {
		if way.steps[from-1].p.pages > 0 {
			break
		}
		from--
	}
	if way.steps[from].fresh || from == 0 {
		from++
	}
	places := end - from
	boxEnd := s.stories[end-1].box && way.steps[end-1].c.Box == BoxEnd
	most := gapLines * places
	if boxEnd {
		most++
	}
	lines := spare(slack)
	if lines < 1 || slack-float64(most)*linePitch > twoLines {
		return 0, 0
	}
	lines = min(lines, most)
	extra := 0.0
	if lines > gapLines*places {
		extra, lines = linePitch, gapLines*places
	}
	if i == end-1 && boxEnd {
		box = extra
	}
	if i < from || way.steps[i].fresh || i == end-1 && way.steps[i].p.pages > 0 {
		return 0, box
	}
	mine := lines / places
	if i-from < lines-mine*places {
		mine++
	}
	return float64(mine) * linePitch, box
}

// documents is the list of documents below the last article, if it is there.
func documents(tree *html.Node) *html.Node {
	n := find(tree, "van-ban-so")
	if n != nil && has(n.Parent, "trang-cuoi") {
		return nil
	}
	return n
}

// after measures what follows the last article on its page.
func (s *sheets) after(tree *html.Node) (float64, error) {
	var nodes []*html.Node
	if n := documents(tree); n != nil {
		nodes = append(nodes, clone(n))
	}
	if n := find(tree, "an-hanh"); n != nil && find(tree, "trang-cuoi") == nil {
		nodes = append(nodes, clone(n))
	}
	if nodes == nil {
		return 0, nil
	}
	nodes = append([]*html.Node{spacer(1, 0)}, append(nodes, element("div", "id", endID))...)
	pages, _, err := s.bench.Layout(s.document(nodes...))
	if err != nil {
		return 0, fmt.Errorf("fit: %w", err)
	}
	at := pages.Anchors[endID]
	return float64(at.Page)*pages.Pages[0].Area.H + at.Y - pages.Pages[0].Area.Y - 1, nil
}
