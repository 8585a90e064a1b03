package fit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"bantin/generator/press"
	"bantin/generator/press/display"
	"bantin/generator/press/layout"

	"golang.org/x/net/html"
)

// Meter counts what a reader would find wrong with the pages of an issue.
type Meter struct {
	Pages    int
	Inner    int // pages between the cover and the last page: those that are judged
	Empty    int // of these, with more than 15 % of the page area empty at the foot
	Spreads  int
	Uneven   int // spreads whose columns end more than two lines apart
	Adrift   int // boxes, pictures and notes away from the text of their article
	Overflow int // cover on two pages, imprint alone on one
	Cut      int // pictures that lose more than 12 % of their area
	Heads    int // upright pictures that lose their upper part
	Holes    int // white space inside of pages, stranded headings, broken boxes
}

// Add sums two issues.
func (m *Meter) Add(o Meter) {
	m.Pages, m.Inner, m.Empty = m.Pages+o.Pages, m.Inner+o.Inner, m.Empty+o.Empty
	m.Spreads, m.Uneven, m.Adrift = m.Spreads+o.Spreads, m.Uneven+o.Uneven, m.Adrift+o.Adrift
	m.Overflow, m.Cut, m.Heads, m.Holes = m.Overflow+o.Overflow, m.Cut+o.Cut, m.Heads+o.Heads, m.Holes+o.Holes
}

func (m Meter) String() string {
	return fmt.Sprintf("%d pages; of %d inner ones %d with an empty foot (%.1f %%); %d of %d spreads uneven; %d adrift, %d overflows, %d pictures cut, %d heads, %d holes",
		m.Pages, m.Inner, m.Empty, 100*float64(m.Empty)/float64(max(1, m.Inner)), m.Uneven, m.Spreads, m.Adrift, m.Overflow, m.Cut, m.Heads, m.Holes)
}

// twoLines is how far the columns of a spread may end apart, pt.
const twoLines = 27.5

// emptyFoot is how much of a page area may stay empty at its foot.
const emptyFoot = 0.15

// feet is where the left and the right half of a page end; notes is what its
// footnotes take at the very foot.
type feet struct{ left, right, notes float64 }

func (f feet) low() float64 { return max(f.left, f.right) }

// ink is where an item begins and ends on its page; decoration without text
// counts too: a tinted box ends where its colour ends.
func ink(it display.Item) (x1, y1, x2, y2 float64, e *display.Elem, ok bool) {
	switch it := it.(type) {
	case *display.Text:
		return it.X, it.Y - it.Face.Ascent*it.Size/1000, it.X + it.Width(), it.Y - it.Face.Descent*it.Size/1000, it.Elem, strings.TrimSpace(it.Text) != ""
	case *display.Image:
		if c := it.Clip; c != nil {
			return c.X, c.Y, c.X + c.W, c.Y + c.H, it.Elem, true
		}
		return it.X, it.Y, it.X + it.W, it.Y + it.H, it.Elem, true
	case *display.Rect:
		return it.X, it.Y, it.X + it.W, it.Y + it.H, it.Elem, true
	}
	return
}

// feetOf finds where the halves of a page end, from the top of its area.
func feetOf(p *display.Page) (f feet) {
	middle := p.Area.X + p.Area.W/2
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		x1, y1, x2, y2, e, ok := ink(it)
		if !ok {
			continue
		}
		y2 -= p.Area.Y
		if isNote(e) {
			f.notes = max(f.notes, p.Area.H-(y1-p.Area.Y)+12.5)
			continue
		}
		if x1 < middle-12 {
			f.left = max(f.left, y2)
		}
		if x2 > middle+12 {
			f.right = max(f.right, y2)
		}
	}
	return f
}

func isNote(e *display.Elem) bool {
	for ; e != nil; e = e.Parent {
		if e.Type == "Note" {
			return true
		}
	}
	return false
}

// measure judges the pages that tree was set on.
func measure(tree *html.Node, pages *display.Document, findings []press.Finding) Meter {
	m := Meter{Pages: len(pages.Pages)}
	first := m.firstInner(tree, pages)
	last := m.lastInner(tree, pages)
	all := make([]feet, len(pages.Pages))
	for i, p := range pages.Pages {
		all[i] = feetOf(p)
		if i < first || i >= last {
			continue
		}
		m.Inner++
		if all[i].low()+all[i].notes < (1-emptyFoot)*p.Area.H {
			m.Empty++
		}
	}
	m.spreads(all, first, last)
	m.adrift(tree, pages)
	m.cuts(pages)
	for _, f := range findings {
		switch f.Code {
		case layout.BadBreak, layout.Clipped, layout.OverfullLine:
			m.Holes++
		case layout.TrappedSpace:
			if f.Column > 0 || f.H > 0 && f.Page > first && f.Page <= last && !strings.Contains(f.Message, "page's last") {
				m.Holes++
			}
		}
	}
	return m
}

// firstInner is the page of the first article; what stands before on too many
// pages is an overflow.
func (m *Meter) firstInner(tree *html.Node, pages *display.Document) int {
	for n := range tree.Descendants() {
		if has(n, "bai") && n.Data == "article" {
			first := pages.Anchors[attr(n, "id")].Page
			front := 1
			if find(tree, "loi-toa-soan") != nil {
				front++
			}
			if first > front {
				m.Overflow++
			}
			return first
		}
	}
	return 1
}

// lastInner is the page after the last one that is judged: the last page of an
// issue may end as it likes.
func (m *Meter) lastInner(tree *html.Node, pages *display.Document) int {
	last := len(pages.Pages) - 1
	imprint := find(tree, "an-hanh")
	if imprint == nil {
		return last
	}
	text, own := 0, 0
	p := pages.Pages[last]
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		if t, ok := it.(*display.Text); ok {
			if text++; within(t.Elem, attr(imprint, "id")) {
				own++
			}
		}
	}
	if text == own {
		m.Overflow++
		return last - 1
	}
	if find(tree, "trang-cuoi") != nil {
		return last
	}
	return last
}

func (m *Meter) spreads(all []feet, first, last int) {
	n, bad := spreads(all, first, last)
	m.Spreads, m.Uneven = m.Spreads+n, m.Uneven+len(bad)
}

// lopsided is a page whose foot ends above the others of its spread.
type lopsided struct {
	page  int     // index
	slack float64 // pt
	left  bool    // only its left column does; both when neither is set
	right bool
}

// spreads counts the spreads and lists the worst page of those whose columns end
// more than two lines apart.
func spreads(all []feet, first, last int) (n int, bad []lopsided) {
	for i := first; i < last; i++ {
		pages := []int{i}
		if i%2 == 1 && i+1 < last { // a spread begins on an even page number
			pages = append(pages, i+1)
		}
		i = pages[len(pages)-1]
		n++
		low, high := math.Inf(1), 0.0
		var worst lopsided
		for _, k := range pages {
			left, right := all[k].left+all[k].notes, all[k].right+all[k].notes
			high = max(high, left, right)
			if l := min(left, right); l < low {
				low = l
				worst = lopsided{page: k, left: right-left > twoLines, right: left-right > twoLines}
			}
		}
		if worst.slack = high - low; worst.slack > twoLines {
			bad = append(bad, worst)
		}
	}
	return n, bad
}

// adrift counts boxes and pictures on pages that have no other text of their
// article.
func (m *Meter) adrift(tree *html.Node, pages *display.Document) {
	m.Adrift += len(drifting(tree, pages))
}

// drift is a part of an article without its text.
type drift struct {
	article *html.Node
	part    string
	page    int // index
}

func drifting(tree *html.Node, pages *display.Document) (all []drift) {
	for _, a := range articles(tree) {
		var parts []string
		for n := range a.Descendants() {
			if apart(n) {
				parts = append(parts, attr(n, "id"))
			}
		}
		for i, p := range pages.Pages {
			for _, part := range aloneOn(p, attr(a, "id"), parts) {
				all = append(all, drift{a, part, i})
			}
		}
	}
	return all
}

// aloneOn lists the parts of an article on a page that has nothing else of it.
func aloneOn(p *display.Page, id string, parts []string) (seen []string) {
	for _, it := range p.Items[:len(p.Items)-p.Furniture] {
		_, _, _, _, e, ok := ink(it)
		if !ok || !within(e, id) {
			continue
		}
		k := slices.IndexFunc(parts, func(part string) bool { return within(e, part) })
		switch {
		case k < 0:
			return nil
		case !slices.Contains(seen, parts[k]):
			seen = append(seen, parts[k])
		}
	}
	return seen
}

// apart reports the parts of an article that may not stand alone.
func apart(n *html.Node) bool {
	return n.Type == html.ElementNode && (n.Data == "figure" || has(n, "hop") || has(n, "footnotes") || has(n, "van-ban-dan"))
}

// cuts counts the photos that lose more than they may.
func (m *Meter) cuts(pages *display.Document) {
	for _, p := range pages.Pages[min(1, len(pages.Pages)):] {
		for _, it := range p.Items {
			img, ok := it.(*display.Image)
			if !ok || img.Clip == nil || img.W <= 0 || img.H <= 0 {
				continue
			}
			c := img.Clip
			w := min(img.X+img.W, c.X+c.W) - max(img.X, c.X)
			h := min(img.Y+img.H, c.Y+c.H) - max(img.Y, c.Y)
			if 1-w*h/(img.W*img.H) > 0.125 {
				m.Cut++
			}
			if img.H > img.W*1.05 && c.Y-img.Y > 0.05*img.H {
				m.Heads++
			}
		}
	}
}

func within(e *display.Elem, id string) bool {
	for ; e != nil && id != ""; e = e.Parent {
		if e.ID == id {
			return true
		}
	}
	return false
}
