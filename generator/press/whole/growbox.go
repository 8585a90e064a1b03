package main

import (
	"fmt"
	"strings"
)

func (g *grower) list(depth int) *node {
	n := &node{tag: g.pick("ul", "ol")}
	if g.in(3) {
		n.style = append(n.style, "list-style-position:inside")
	}
	for range 1 + g.r.IntN(4) {
		n.kids = append(n.kids, &node{tag: "li", kids: g.liKids(depth)})
	}
	if g.in(4) { // a marker of text, which a list shows once
		n.kids = n.kids[:1]
		n.kids[0].marker = g.token()
	}
	return n
}

// box is a block of some kind of its own.
func (g *grower) box(depth int) *node {
	n := &node{tag: "div"}
	switch g.r.IntN(13) {
	case 0:
		n.style = append(n.style, "break-inside:avoid")
	case 1:
		n.style = append(n.style, g.size("min-height", 20, 300))
	case 2:
		n.style = append(n.style, "display:inline-block")
	case 3:
		n.style = append(n.style, "position:relative")
	case 4:
		n.style = append(n.style, "border:2pt solid", "box-decoration-break:clone", "padding:3pt")
	case 5:
		n.style = append(n.style, "display:flow-root", "background:#eef")
	case 6:
		n.style = append(n.style, g.size("height", 5, 200))
	case 7:
		n.style = append(n.style, g.size("max-height", 5, 200))
	case 8:
		n.style = append(n.style, "overflow:hidden")
	case 9:
		n.style = append(n.style, "overflow:hidden", g.size("height", 5, 600))
	case 10:
		n.style = append(n.style, "display:flow-root", g.size("width", 30, 150), g.size("margin-top", -10, 20))
	case 11:
		n.style = append(n.style, "clear:both", g.size("margin-left", -6, 20))
	case 12:
		n.style = append(n.style, "page:b")
	}
	n.kids = g.blocks(1+g.r.IntN(4), depth+1)
	return n
}

// styled is a paragraph or heading whose text is set in a way of its own.
func (g *grower) styled(depth int) *node {
	n := &node{tag: "p", kids: g.inline(60, depth)}
	switch g.r.IntN(9) {
	case 0:
		n.attr, n.first = "class=i", true
	case 1:
		n.before = g.token()
	case 2:
		n.after = g.token()
	case 3:
		n.style = append(n.style, "white-space:"+g.pick("nowrap", "pre-wrap", "pre-line"))
	case 4:
		n.style = append(n.style, "orphans:4", "widows:4")
	case 5:
		n.style = append(n.style, "text-align:"+g.pick("justify", "right", "center"))
	case 6:
		n.style = append(n.style, "overflow-wrap:break-word", g.size("width", 30, 100))
		n.kids = []*node{{words: []string{strings.Repeat(long, 1+g.r.IntN(200)), long}}}
	case 7:
		n.style = append(n.style, g.size("text-indent", -10, 30))
	case 8:
		n.style = append(n.style, "text-wrap:balance")
	}
	return n
}

// drawn is a box in a layer of its own, or moved.
func (g *grower) drawn(depth int) *node {
	n := &node{tag: "div", kids: g.blocks(1+g.r.IntN(3), depth+1)}
	switch g.r.IntN(6) {
	case 0:
		n.style = append(n.style, "opacity:.5")
	case 1:
		n.style = append(n.style, "position:relative", "z-index:1")
	case 2:
		n.style = append(n.style, "position:relative", g.size(g.pick("top", "left"), -10, 10))
	case 3:
		n.style = append(n.style, "display:contents")
	case 4:
		n.style = append(n.style, "display:inline-flex")
	case 5:
		n.style = append(n.style, "display:table")
	}
	return n
}

// inlineBox is something in a line other than text.
func (g *grower) inlineBox(depth int) *node {
	switch g.r.IntN(4) {
	case 0:
		return &node{tag: "svg", attr: fmt.Sprintf("width=%d height=%d aria-label=%s", 5+g.r.IntN(40), 5+g.r.IntN(90), g.token())}
	case 1:
		return &node{tag: "i", before: g.token(), after: g.token(), kids: []*node{g.text(3)}}
	case 2:
		return &node{tag: "span", style: []string{"display:inline-block", "vertical-align:" + g.pick("top", "bottom", "middle", "-5pt"), g.size("height", 4, 60)}, kids: g.inline(6, depth+1)}
	}
	return &node{tag: "span", style: []string{"position:" + g.pick("relative", "absolute"), g.size("top", -5, 5)}, kids: []*node{g.text(6)}}
}
