package fit

import (
	"fmt"

	"golang.org/x/net/html"
)

// model measures all heads of an article at once, and its text once.
func (s *sheets) model(st *story, w widths) (*model, error) {
	m := &model{s: st, w: w, gap: 27, known: map[body]map[line]placed{}}
	var err error
	if m.heads, err = s.heads(st); err != nil {
		return nil, err
	}
	c := st.choices[len(st.choices)/2]
	for _, k := range st.choices {
		if f := st.choices[0]; k.Opening == f.Opening && k.Box == f.Box && k.Inside == f.Inside && k.Quotes == f.Quotes {
			c = k
		}
	}
	m.base = c.body()
	text, _ := m.below(c, 0, 0)
	at := lineAt(text, 0)
	p, tail, err := s.text(st.node, m.base, at)
	if err != nil {
		return nil, err
	}
	if m.tail = tail; tail == 0 && movable(st.node) != nil {
		m.tail = 150 // the box is not at the end of what was measured
	}
	m.learn(m.base, at, p)
	return m, nil
}

// text sets the text of an article with what stands below it, from a line on.
// tail is the height of a box at its end, with the space above.
func (s *sheets) text(a *html.Node, b body, at line) (p placed, tail float64, err error) {
	a = clone(a)
	c := Choice{Opening: Plain, Height: b.picture, Box: b.box, Inside: b.inside, Quotes: b.quotes}
	if b.picture > 0 {
		c.Opening = Column
	}
	c.apply(a)
	set(a, "style", c.style()+"; margin: 0; padding: 0; border: 0; break-before: auto")
	than := find(a, "than")
	for k := a.FirstChild; k != nil && than != nil && k != than; k = a.FirstChild {
		a.RemoveChild(k)
	}
	pages, findings, err := s.bench.Layout(s.document(spacer(float64(at.n)*linePitch, at.notes), a, element("div", "id", endID)))
	if err != nil {
		return placed{}, 0, err
	}
	p = s.judge(a, pages, findings)
	if box := movable(a); box != nil && b.box == BoxEnd {
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
	c.Box, c.Fresh, c.Quotes = BoxEnd, false, 0
	c.apply(a)
	set(a, "style", c.style()+"; --tren: 0pt")
	if box := movable(a); box != nil {
		box.Parent.RemoveChild(box)
	}
	if than := find(a, "than"); than != nil {
		than.Parent.RemoveChild(than)
	}
	f := element("div", "style", "break-before: page; break-inside: avoid; display: flow-root") // one a page: nothing is pushed
	f.AppendChild(element("div", "id", fmt.Sprintf("_dau-%d", i)))
	f.AppendChild(a)
	f.AppendChild(element("div", "id", fmt.Sprintf("_cuoi-%d", i), "style", "height: 2pt")) // without a height it would go with the next frame
	return f
}
