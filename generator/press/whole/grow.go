package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// grower makes one document.
type grower struct {
	r     *rand.Rand
	word  int
	left  int  // blocks that may still be made
	wild  bool // inside an absolute box, which may leave the sheet
	notes bool // inside a footnote
	cols  int  // multi-column containers around
	table int  // tables around
	quiet bool // inside of what must not call notes
}

// grow makes the document of a seed.
func grow(seed uint64) *document {
	g := &grower{r: rand.New(rand.NewPCG(seed, 20)), left: 40}
	d := &document{body: &node{tag: "body"}}
	w, h := 120+20*g.r.IntN(15), 100+20*g.r.IntN(20)
	d.page = []string{fmt.Sprintf("size:%dpt %dpt", w, h), fmt.Sprintf("margin:%dpt", g.r.IntN(4)*6)}
	if g.in(5) {
		d.page = append(d.page, "@footnote{border-top:1pt solid;padding-top:4pt}")
	}
	if g.in(8) {
		d.page = append(d.page, `@top-left{content:counter(page) " / " counter(pages)}`)
	}
	if g.in(10) {
		d.body.kids = []*node{{tag: "div", style: []string{"line-grid:create", "line-snap:baseline"}, kids: g.blocks(1+g.r.IntN(8), 0)}}
		return d
	}
	d.body.kids = g.blocks(1+g.r.IntN(8), 0)
	return d
}

// in is true once in n times.
func (g *grower) in(n int) bool { return g.r.IntN(n) == 0 }

func (g *grower) pickN(list ...int) int { return list[g.r.IntN(len(list))] }

func (g *grower) pick(list ...string) string { return list[g.r.IntN(len(list))] }

// token is a word that is nowhere else. Those that the document may put beyond
// the sheet begin with x.
func (g *grower) token() string {
	g.word++
	if g.wild {
		return fmt.Sprintf("x%d", g.word)
	}
	return fmt.Sprintf("w%d", g.word)
}

func (g *grower) text(most int) *node {
	n := &node{}
	for range 1 + g.r.IntN(most) {
		n.words = append(n.words, g.token())
		if g.in(60) {
			n.words = append(n.words, strings.Repeat(long, 1+g.r.IntN(60)))
		}
	}
	return n
}

// long is the sign of words that have no place to break but may be broken
// anywhere: of these every sign counts.
const long = "z"

// inline is text with what may stand in it.
func (g *grower) inline(most, depth int) (kids []*node) {
	kids = append(kids, g.text(most))
	for g.in(3) {
		switch k := g.r.IntN(12); {
		case k < 4 && !g.notes && !g.quiet && g.table < 3:
			kids = append(kids, g.note(depth))
		case k > 9:
			kids = append(kids, g.inlineBox(depth))
		case k < 5:
			kids = append(kids, &node{tag: "span", style: []string{"display:inline-block", g.size("width", 20, 80)}, kids: []*node{g.text(6)}})
		case k < 6:
			kids = append(kids, g.float(depth))
		case k < 7:
			kids = append(kids, g.picture())
		default:
			kids = append(kids, &node{tag: "b", kids: []*node{g.text(5)}})
		}
		kids = append(kids, g.text(most))
	}
	return kids
}

func (g *grower) size(name string, low, high int) string {
	return fmt.Sprintf("%s:%dpt", name, low+g.r.IntN(high-low+1))
}

func (g *grower) note(depth int) *node {
	g.notes = true
	defer func() { g.notes = false }()
	n := &node{tag: "span", attr: "class=n"}
	switch g.r.IntN(8) {
	case 0:
		n.kids = []*node{g.text(400)}
	case 1, 2:
		n.kids = []*node{g.text(80)}
	default:
		n.kids = []*node{g.text(12)}
	}
	return n
}

func (g *grower) picture() *node {
	n := &node{tag: "img", attr: fmt.Sprintf(`src=p.svg alt=%s`, g.token())}
	h := 10 + g.r.IntN(60)
	if g.in(8) {
		h = 100 + g.r.IntN(900)
	}
	n.style = []string{fmt.Sprintf("width:%dpt", 10+g.r.IntN(50)), fmt.Sprintf("height:%dpt", h)}
	return n
}

func (g *grower) float(depth int) *node {
	n := &node{tag: "span", style: []string{"float:" + g.pick("left", "right")}}
	n.style = append(n.style, g.size("width", 20, 100))
	switch g.r.IntN(4) {
	case 0:
		n.style[0] = "float:" + g.pick("top", "bottom")
		n.style = append(n.style, "float-reference:"+g.pick("column", "page"))
	case 1:
		n.tag = "div"
	}
	most := 20
	if g.in(6) {
		most = 300
	}
	n.kids = []*node{g.text(most)}
	if n.tag == "div" && depth < 5 {
		n.kids = g.blocks(1+g.r.IntN(3), depth+1)
	}
	return n
}

// blocks are n siblings.
func (g *grower) blocks(n, depth int) (kids []*node) {
	for range n {
		if g.left--; g.left < 0 {
			break
		}
		kids = append(kids, g.block(depth))
	}
	if len(kids) == 0 {
		kids = append(kids, &node{tag: "p", kids: []*node{g.text(5)}})
	}
	return kids
}

// block is any block.
func (g *grower) block(depth int) *node {
	n := g.blockOf(depth)
	if g.in(12) {
		n.style = append(n.style, "break-inside:avoid")
	}
	if g.in(25) {
		n.style = append(n.style, "break-before:"+g.pick("page", "column", "avoid", "right"))
	}
	if g.in(25) {
		n.style = append(n.style, "break-after:"+g.pick("page", "column", "avoid"))
	}
	if g.cols > 0 && g.in(8) {
		n.style = append(n.style, "column-span:all")
	}
	return n
}

func (g *grower) blockOf(depth int) *node {
	if depth > 5 {
		return &node{tag: "p", kids: []*node{g.text(30)}}
	}
	switch g.r.IntN(20) {
	case 0, 1:
		return g.tableOf(depth)
	case 2, 3:
		return g.columns(depth)
	case 4:
		return &node{tag: g.pick("h2", "h3"), kids: g.inline(6, depth)}
	case 5:
		return g.list(depth)
	case 6, 7:
		return g.box(depth)
	case 8:
		n := g.picture()
		n.style = append(n.style, "display:block")
		return n
	case 9:
		return g.float(depth)
	case 10:
		return g.absolute(depth)
	case 11:
		return g.flex(depth)
	case 12:
		return &node{tag: "div", style: []string{g.size("padding", 0, 8), "border:1pt solid"}, kids: g.blocks(1+g.r.IntN(4), depth+1)}
	case 13:
		return g.drawn(depth)
	case 14:
		return g.styled(depth)
	}
	return &node{tag: "p", kids: g.inline(80, depth)}
}

func (g *grower) liKids(depth int) []*node {
	if g.in(3) {
		return g.blocks(1+g.r.IntN(2), depth+1)
	}
	return g.inline(15, depth)
}

func (g *grower) absolute(depth int) *node {
	was := g.wild
	g.wild = true
	defer func() { g.wild = was }()
	n := &node{tag: "div", style: []string{"position:absolute", g.size("width", 20, 90)}}
	if g.in(2) {
		n.style = append(n.style, g.size(g.pick("top", "bottom"), 0, 60), g.size(g.pick("left", "right"), 0, 60))
	}
	if n.kids = []*node{g.text(12)}; g.in(3) {
		n.kids = g.inline(8, depth+2)
	}
	return n
}

func (g *grower) flex(depth int) *node {
	n := &node{tag: "div", style: []string{"display:flex", g.size("gap", 0, 5)}}
	if g.in(3) {
		n.style = append(n.style, "flex-direction:column")
	}
	if g.in(4) {
		n.style = append(n.style, "align-items:"+g.pick("center", "flex-end", "stretch"))
	}
	if g.in(6) {
		n.style = append(n.style, g.size("height", 10, 120))
	}
	for range 1 + g.r.IntN(3) {
		n.kids = append(n.kids, &node{tag: "div", kids: g.blocks(1+g.r.IntN(2), depth+2)})
	}
	return n
}

func (g *grower) columns(depth int) *node {
	g.cols++
	defer func() { g.cols-- }()
	n := &node{tag: "div", style: []string{fmt.Sprintf("columns:%d", 2+g.r.IntN(2)), g.size("column-gap", 2, 8)}}
	if g.in(3) {
		n.style = append(n.style, "column-fill:"+g.pick("auto", "balance-all"))
	}
	if g.in(4) {
		n.style = append(n.style, g.size("height", 20, 300))
	}
	n.kids = g.blocks(1+g.r.IntN(6), depth+1)
	return n
}

func (g *grower) tableOf(depth int) *node {
	g.table++
	cols := g.cols
	g.cols = 0
	defer func() { g.table--; g.cols = cols }()
	t := &node{tag: "table"}
	if g.in(2) {
		t.style = append(t.style, "border-collapse:collapse")
	}
	if g.in(6) {
		t.style = append(t.style, g.size("height", 50, 500))
	}
	if g.in(4) {
		t.kids = append(t.kids, &node{tag: "caption", kids: g.inline(8, depth)})
	}
	n := 1 + g.r.IntN(4)
	group := func(tag, cell string, rows int) {
		part := &node{tag: tag}
		for range rows {
			part.kids = append(part.kids, g.row(cell, n, depth))
		}
		t.kids = append(t.kids, part)
	}
	if g.in(3) {
		group("thead", "th", 1+g.r.IntN(2))
	}
	if g.in(5) {
		group("tfoot", "td", 1)
	}
	for range 1 + g.r.IntN(2) {
		group("tbody", "td", 1+g.r.IntN(g.pickN(8, 8, 30)))
	}
	return t
}

func (g *grower) row(cell string, n, depth int) *node {
	tr := &node{tag: "tr"}
	for range 1 + g.r.IntN(n) {
		c := &node{tag: cell}
		if g.in(5) {
			c.attr = fmt.Sprintf("rowspan=%d", 2+g.r.IntN(4))
		} else if g.in(6) {
			c.attr = "colspan=2"
		} else if g.in(20) {
			c.attr = fmt.Sprintf("rowspan=%d colspan=2", 2+g.r.IntN(4))
		}
		if g.in(10) {
			c.style = append(c.style, g.pick("position:relative", "vertical-align:bottom", "vertical-align:middle", "height:40pt", "width:50%"))
		}
		switch {
		case depth < 4 && g.in(6):
			c.kids = g.blocks(1+g.r.IntN(3), depth+1)
		case g.in(12):
			c.kids = []*node{g.text(300)}
		default:
			c.kids = g.inline(10, depth+2)
		}
		tr.kids = append(tr.kids, c)
	}
	return tr
}
