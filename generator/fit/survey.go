package fit

import (
	"fmt"

	"golang.org/x/net/html"
)

// survey sets an article from a fresh page; tail is the height of a box at its
// end, with the space above.
func (s *sheets) survey(a *html.Node, c Choice) (p placed, tail float64, err error) {
	a = clone(a)
	c.Fresh = true
	c.apply(a)
	set(a, "style", c.style())
	pages, findings, err := s.bench.Layout(s.document(a, element("div", "id", endID)))
	if err != nil {
		return placed{}, 0, err
	}
	p = s.judge(a, pages, findings)
	if box := movable(a); box != nil {
		if at, ok := pages.Anchors[attr(box, "id")]; ok && at.Page == p.pages {
			tail = p.end - (at.Y - pages.Pages[0].Area.Y) + 13.5
		}
	}
	return p, tail, nil
}

// heads measures all heads of an article at once: headline and boxes, and what
// pictures need besides their own height.
func (s *sheets) heads(st *story) (map[head]float64, error) {
	var keys []Choice
	seen := map[head]bool{}
	var nodes []*html.Node
	for _, c := range st.choices {
		if seen[c.head()] {
			continue
		}
		seen[c.head()] = true
		nodes = append(nodes, s.frame(st, c, len(keys)))
		keys = append(keys, c)
	}
	pages, _, err := s.bench.Layout(s.document(nodes...))
	if err != nil {
		return nil, fmt.Errorf("fit: %w", err)
	}
	heights := map[head]float64{}
	for i, c := range keys {
		top, bottom := pages.Anchors[fmt.Sprintf("_dau-%d", i)], pages.Anchors[fmt.Sprintf("_cuoi-%d", i)]
		heights[c.head()] = float64(bottom.Page-top.Page)*s.height + bottom.Y - top.Y - c.ownHeight()
	}
	return heights, nil
}

// frame is the head of an article without its text, between two marks.
func (s *sheets) frame(st *story, c Choice, i int) *html.Node {
	a := clone(st.node)
	c.Box, c.Fresh = BoxEnd, false
	c.apply(a)
	set(a, "style", c.style()+"; --tren: 0pt")
	if box := movable(a); box != nil {
		box.Parent.RemoveChild(box)
	}
	if than := find(a, "than"); than != nil {
		than.Parent.RemoveChild(than)
	}
	f := element("div", "style", "break-inside: avoid; display: flow-root")
	f.AppendChild(element("div", "id", fmt.Sprintf("_dau-%d", i)))
	f.AppendChild(a)
	f.AppendChild(element("div", "id", fmt.Sprintf("_cuoi-%d", i)))
	return f
}
