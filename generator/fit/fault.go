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
	Percent int    // of the page that stays empty
	Words   int    // to write more for the fault to go; fewer when below 0
	Part    string // "anh" or "bang": what a column had no room for
	Gain    float64
}

// Small reports whether a reader hardly sees the fault: columns that end less
// than four and a half lines apart.
func (f Fault) Small() bool { return f.Kind == Lopsided && f.Gain < 15 }

// FaultKind says what is wrong.
type FaultKind string

const (
	EmptyFoot FaultKind = "chan-trong" // the page's foot stays empty
	Lopsided  FaultKind = "chan-lech"  // columns of a spread end apart
	Trailing  FaultKind = "duoi-bai"   // some lines of an article alone on a page
	Imprint   FaultKind = "an-hanh"    // the imprint alone on the last page
	Drifting  FaultKind = "roi-bai"    // a box or picture stands without its article's text
	LongCover FaultKind = "bia-dai"    // the cover does not fit on its page
	Multiple  FaultKind = "gap-doi"    // the pages are no multiple
)

// wordsALine is how many words stand on a line of both columns.
const wordsALine = 18

// faults lists what is left on the pages of a tree, what gains most first.
func (f *fitter) faults(tree *html.Node, l laid) (all []Fault) {
	stories := articles(tree)
	if len(stories) == 0 {
		return nil
	}
	var m Meter
	first, last := m.firstInner(tree, l.pages), m.lastInner(tree, l.pages)
	if f.longFront(tree, l) {
		all = append(all, Fault{Page: 1, Kind: LongCover, Gain: 1000})
	}
	end := len(l.pages.Pages)
	if last < end-1 {
		a := stories[len(stories)-1]
		all = append(all, Fault{Page: end, Kind: Imprint, Article: attr(a, "id"), Title: titleOf(a), Words: -6 * wordsALine, Gain: 900})
	}
	empty := map[int]bool{}
	ends := make([]feet, end)
	for i, p := range l.pages.Pages {
		ends[i] = feetOf(p)
		if slack := p.Area.H - ends[i].low() - ends[i].notes; i >= first && i < last && slack > emptyFoot*p.Area.H {
			empty[i] = true
			all = append(all, f.short(EmptyFoot, i, slack, p, stories))
		}
	}
	_, bad := spreads(ends, first, last)
	for _, b := range bad {
		if !empty[b.page] {
			all = append(all, f.lopsided(b, l.pages.Pages[b.page], stories))
		}
	}
	for _, d := range drifting(tree, l.pages) {
		p := l.pages.Pages[d.page]
		all = append(all, Fault{Page: d.page + 1, Kind: Drifting, Article: attr(d.article, "id"), Title: titleOf(d.article),
			Words: -max(2, int((feetOf(p).low())/linePitch/3)) * wordsALine, Gain: 300})
	}
	if m := f.opt.Multiple; m > 1 && end%m != 0 {
		all = append(all, Fault{Page: end, Kind: Multiple, Gain: 500})
	}
	slices.SortStableFunc(all, func(a, b Fault) int { return cmp.Compare(b.Gain, a.Gain) })
	return all
}

// longFront reports whether what stands before the first article takes more
// pages than it has.
func (f *fitter) longFront(tree *html.Node, l laid) bool {
	front := 1
	if find(tree, "loi-toa-soan") != nil {
		front++
	}
	return l.pages.Anchors[attr(articles(tree)[0], "id")].Page > front
}

// short is a page that ends too early. Where little stands on it the article
// shall lose that, else gain what is missing.
func (f *fitter) short(kind FaultKind, i int, slack float64, p *display.Page, stories []*html.Node) Fault {
	fault := Fault{Page: i + 1, Kind: kind, Percent: int(math.Round(100 * slack / p.Area.H)), Gain: slack}
	a := lastOn(p, stories)
	if a == nil {
		a = stories[len(stories)-1]
	}
	fault.Article, fault.Title = attr(a, "id"), titleOf(a)
	fault.Words = int(math.Ceil(max(1, (slack-twoLines)/linePitch))) * wordsALine
	if used := p.Area.H - slack; used < slack {
		fault.Kind, fault.Words = Trailing, -int(math.Ceil(used/linePitch))*wordsALine
	}
	return fault
}

// lopsided is a page that ends above the others of its spread: all of it, or one
// column that had no room for what heads the next.
func (f *fitter) lopsided(b lopsided, p *display.Page, stories []*html.Node) Fault {
	fault := f.short(Lopsided, b.page, b.slack, p, stories)
	fault.Kind, fault.Gain = Lopsided, b.slack/4
	fault.Words = int(math.Ceil(max(1, (b.slack-twoLines)/linePitch))) * wordsALine
	if !b.left && !b.right {
		return fault
	}
	fault.Words = max(1, fault.Words/2)
	if b.left {
		fault.Part = headOfColumn(p)
	}
	return fault
}

// headOfColumn says what heads the right column of a page: a picture, a table or
// "" for anything else.
func headOfColumn(p *display.Page) (part string) {
	low := math.Inf(1)
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		x1, y1, _, _, e, ok := ink(it)
		if !ok || x1 < p.Area.X+p.Area.W/2 || y1 >= low {
			continue
		}
		low, part = y1, ""
		for ; e != nil; e = e.Parent {
			switch e.Type {
			case "Figure":
				part = "anh"
			case "Table":
				part = "bang"
			}
		}
	}
	return part
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
