package css

import (
	"sort"
)

// Page computes what the @page rules give for one page. Style is that of the
// page context, which inherits from the root element; margin boxes inherit
// from the page context (CSS Page 3, section 6). Results are shared.
func (c *Cascade) Page(sel PageSelector) *PageStyle {
	if !c.usesNth() {
		sel.Number = 0
	}
	if p := c.pageSt[sel]; p != nil {
		return p
	}
	var rules []*pageRule
	for _, p := range c.pages {
		if p.matches(sel) {
			rules = append(rules, p)
		}
	}
	sort.SliceStable(rules, func(i, j int) bool { return rules[i].specificity() < rules[j].specificity() })
	st := &pageState{w: 210 * mm, h: 297 * mm, bleedAuto: true}
	var blocks []*block
	boxes := map[string][]*block{}
	for _, p := range rules {
		if p.size != nil {
			p.size(st)
		}
		blocks = append(blocks, &p.block)
		for name, b := range p.boxes {
			boxes[name] = append(boxes[name], b)
		}
	}
	out := c.pageStyle(st, blocks, boxes)
	c.pageSt[sel] = out
	return out
}

// ResetsOnPages tells whether pages start a counter anew (CSS GCPM 3, section
// 2.4): what it counts is then known only when pages are.
func (c *Cascade) ResetsOnPages(name string) bool {
	for _, sel := range [...]PageSelector{{First: true, Number: 1}, {Left: true, Number: 2}, {Number: 3}} {
		for _, r := range c.Page(sel).Style.CounterReset {
			if r.Name == name {
				return true
			}
		}
	}
	return false
}

func (c *Cascade) usesNth() bool {
	for _, p := range c.pages {
		if p.nth {
			return true
		}
	}
	return false
}

func (c *Cascade) pageStyle(st *pageState, blocks []*block, boxes map[string][]*block) *PageStyle {
	root := c.rootSt
	if root == nil {
		root = &initial
	}
	page := c.computeBlocks(root, blocks, marginDefault)
	out := &PageStyle{Width: st.w, Height: st.h, Margin: page.Margin, Padding: page.Padding, Border: page.Border,
		Background: page.Background, Bleed: st.bleed, CropMarks: st.crop, CrossMarks: st.cross, Style: page, Boxes: map[string]*Style{}}
	if st.bleedAuto && st.crop {
		out.Bleed = 6
	}
	for name, bs := range boxes {
		if name == "footnote" {
			out.Footnote = c.computeBlocks(page, bs, nil)
			continue
		}
		s := c.computeBlocks(page, bs, func(s *Style) {
			s.TextAlign, s.VerticalAlign = marginBoxes[name], VerticalAlign{Key: marginVertical(name)}
		})
		if s.Content != nil && s.Display != DisplayNone {
			out.Boxes[name] = s
		}
	}
	return out
}

// marginVertical is how the content of a margin box stands in it: the upper and
// lower boxes of the sides keep to their ends (CSS Page 3, section 5.3.1).
func marginVertical(name string) VAlign {
	switch name {
	case "left-top", "right-top":
		return VATop
	case "left-bottom", "right-bottom":
		return VABottom
	}
	return VAMiddle
}

// marginDefault is the user agent's margin of a page.
func marginDefault(s *Style) {
	m := Pt(54)
	s.Margin = Edges[Size]{m, m, m, m}
}

// computeBlocks computes a style that no element has, over defaults.
func (c *Cascade) computeBlocks(parent *Style, blocks []*block, defaults func(*Style)) *Style {
	rs := make([]*ranked, len(blocks))
	for i, b := range blocks {
		rs[i] = &ranked{block: b}
	}
	return c.computeDecls(parent, c.rootSt, orderBlocks(rs, nil), parent.Lang, func(s *Style) {
		s.Display = Block
		if defaults != nil {
			defaults(s)
		}
	})
}

// setView takes the page area of the first page as what vw and vh measure
// (CSS Values 4, section 6.1.2).
func (c *Cascade) setView() {
	if len(c.pages) == 0 {
		c.view = [2]float64{210*mm - 108, 297*mm - 108}
		return
	}
	p := c.Page(PageSelector{First: true})
	w := p.Width - p.Margin.Left.Or(p.Width, 0) - p.Margin.Right.Or(p.Width, 0)
	h := p.Height - p.Margin.Top.Or(p.Height, 0) - p.Margin.Bottom.Or(p.Height, 0)
	c.view = [2]float64{max(w, 0), max(h, 0)}
}
