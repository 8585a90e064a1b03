package fit

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// Fault is something that no plan could mend, with what an editor can do.
type Fault struct {
	Page    int // 1-based
	Article string
	Title   string
	Kind    FaultKind
	Percent int // of the page that stays empty
	Words   int // to write more, or fewer, for the fault to go
	gain    float64
}

// FaultKind says what is wrong.
type FaultKind string

const (
	EmptyFoot FaultKind = "chan-trong" // the page's foot stays empty
	Drifting  FaultKind = "roi-bai"    // a box or picture stands without its article's text
	LongCover FaultKind = "bia-dai"    // the cover does not fit on its page
	Multiple  FaultKind = "gap-doi"    // the pages are no multiple
)

// wordsALine is how many words stand on a line of both columns.
const wordsALine = 18

// faults lists what is left on the pages of a tree, what gains most first.
func (f *fitter) faults(tree *html.Node, l laid) (all []Fault) {
	stories := articles(tree)
	first, last := 1, len(l.pages.Pages)-1
	if len(stories) > 0 {
		first = l.pages.Anchors[attr(stories[0], "id")].Page
	}
	if n := find(tree, "trang-cuoi"); n == nil {
		last = len(l.pages.Pages) - 1
	}
	front := 1
	if find(tree, "loi-toa-soan") != nil {
		front++
	}
	if len(stories) > 0 && first > front {
		all = append(all, Fault{Page: 1, Kind: LongCover, gain: 1000})
	}
	for i := first; i < last; i++ {
		p := l.pages.Pages[i]
		ft := feetOf(p)
		if slack := p.Area.H - ft.low() - ft.notes; slack > emptyFoot*p.Area.H {
			a := lastOn(p, stories)
			if a == nil {
				continue
			}
			all = append(all, Fault{Page: i + 1, Kind: EmptyFoot, Article: attr(a, "id"), Title: titleOf(a),
				Percent: int(math.Round(100 * slack / p.Area.H)), Words: int(math.Ceil((slack-twoLines)/13.5)) * wordsALine, gain: slack})
		}
	}
	for _, d := range drifting(tree, l.pages) {
		p := l.pages.Pages[d.page]
		all = append(all, Fault{Page: d.page + 1, Kind: Drifting, Article: attr(d.article, "id"), Title: titleOf(d.article),
			Words: max(2, int((feetOf(p).low())/13.5/3)) * wordsALine, gain: 300})
	}
	if m := f.opt.Multiple; m > 1 && len(l.pages.Pages)%m != 0 {
		all = append(all, Fault{Page: len(l.pages.Pages), Kind: Multiple, gain: 500})
	}
	slices.SortStableFunc(all, func(a, b Fault) int { return cmp.Compare(b.gain, a.gain) })
	return all
}

// lastOn is the article whose text stands lowest on a page.
func lastOn(p *display.Page, stories []*html.Node) (last *html.Node) {
	low := -1.0
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		_, _, _, y2, e, ok := ink(it)
		if !ok || y2 <= low || isNote(e) {
			continue
		}
		for _, a := range stories {
			if within(e, attr(a, "id")) {
				low, last = y2, a
			}
		}
	}
	return last
}

func titleOf(a *html.Node) string {
	for n := range a.Descendants() {
		if n.Data == "h2" {
			return strings.Join(strings.Fields(text(n)), " ")
		}
	}
	return attr(a, "id")
}
