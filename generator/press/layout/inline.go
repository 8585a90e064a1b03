package layout

import (
	"strings"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/para"
)

// inl is what one paragraph item comes from: text, the edge of an inline box or
// an atomic inline box, with its place against the line's baseline.
type inl struct {
	b           *box.Box
	parent      *inl // inline box around it, nil directly in the block
	f           *font
	raise       float64 // its baseline above the line's
	asc, desc   float64 // of its inline box for the line's height, from its own baseline
	atom        *atom
	ed          *edges   // of an inline box, else nil
	float       *box.Box // a float or another out-of-flow box met here
	abs         *absolute
	dx, dy      float64 // position: relative
	align       css.VAlign
	open, close bool
}

// content is a block's inline content as items for breaking.
type content struct {
	items   []para.Item // nil again when lines that serve all have been made of them
	lead    []*box.Box  // floats before any text
	floats  []*inl      // floats after text, at their place
	marks   []drawer
	abs     []*absolute // which are items, and marks when there is no line
	text    bool
	initial *box.Box // ::first-letter with initial-letter
	notes   bool     // some line calls a footnote
	multi   bool     // some inline box is higher or lower than the strut
}

// collector walks inline content.
type collector struct {
	e    *engine
	n    *box.Box // the block container
	w    float64
	c    *content
	root *inl
}

// collect turns the inline content of n at width w into items.
func (e *engine) collect(n *box.Box, w float64) *content {
	k := collector{e: e, n: n, w: w, c: &content{}}
	f := e.font(n.Style)
	k.root = &inl{b: n, f: f}
	k.root.asc, k.root.desc = f.strut()
	for _, b := range n.Children {
		if b.Kind != box.MarkerBox {
			k.visit(b, k.root, 0)
		}
	}
	if !k.c.text {
		for _, a := range k.c.abs {
			k.c.marks = append(k.c.marks, a)
		}
	}
	return k.c
}

// visit adds one inline-level box.
func (k *collector) visit(b *box.Box, parent *inl, depth int) {
	if depth > maxNesting {
		return
	}
	switch {
	case outOfFlow(b):
		k.aside(b, parent)
	case b.Pseudo == "first-letter" && b.Style.InitialLetter.Lines > 0 && !k.c.text:
		k.c.initial = b
		k.c.text = true
	case b.Kind == box.TextBox || b.Kind == box.LeaderBox:
		k.text(b, parent)
	case b.Kind == box.LineBreak:
		k.c.items = append(k.c.items, para.Item{Break: true, Data: &inl{b: b, parent: parent, f: parent.f, asc: parent.asc, desc: parent.desc, raise: parent.raise}})
		k.c.text = true
	case b.Kind == box.InlineBox || b.Kind == box.FootnoteCall:
		k.inline(b, parent, depth)
	default:
		k.atomic(b, parent)
	}
}

// aside notes a box that is out of flow.
func (k *collector) aside(b *box.Box, parent *inl) {
	s := b.Style
	switch {
	case s.Position == css.Absolute:
		a := &absolute{e: k.e, n: b}
		k.c.abs = append(k.c.abs, a)
		d := k.textInl(b, parent)
		d.abs = a
		k.c.items = append(k.c.items, para.Item{Kern: true, Data: d})
	case s.Position == css.Running:
		k.c.marks = append(k.c.marks, running{b})
	case s.Float == css.FloatFootnote:
	case pageFloated(s):
		k.c.marks = append(k.c.marks, &pageFloat{b})
	case columnFloated(b):
		k.c.marks = append(k.c.marks, &columnFloat{n: b})
	case !k.c.text:
		k.c.lead = append(k.c.lead, b)
	default:
		f := &inl{b: b, parent: parent, f: parent.f, float: b, asc: parent.asc, desc: parent.desc, raise: parent.raise}
		k.c.floats = append(k.c.floats, f)
		k.c.items = append(k.c.items, para.Item{Kern: true, Data: f})
	}
}

// box makes the inl of an inline box: where its baseline is.
func (k *collector) box(b *box.Box, parent *inl) *inl {
	s := b.Style
	f := k.e.font(s)
	ed := edgesOf(s, k.w)
	i := &inl{b: b, parent: parent, f: f, raise: parent.raise, align: parent.align, ed: &ed, dx: parent.dx, dy: parent.dy}
	i.asc, i.desc = f.strut()
	if s.Position == css.Relative {
		dx, dy := relativeOffset(s, k.w, -1)
		i.dx, i.dy = i.dx+dx, i.dy+dy
	}
	switch va := s.VerticalAlign; va.Key {
	case css.VATop, css.VABottom:
		i.align = va.Key
	default:
		i.raise += raise(va, f.asc, f.desc, parent.f)
	}
	return i
}

// raise is how far a box with the given extent is raised above its parent's
// baseline (CSS 2.2, 10.8.1).
func raise(va css.VerticalAlign, asc, desc float64, p *font) float64 {
	size := p.asc + p.desc
	switch va.Key {
	case css.VASub:
		return -size * 0.15
	case css.VASuper:
		return size * 0.28
	case css.VAMiddle:
		return p.xHeight/2 - (asc-desc)/2
	case css.VATextTop:
		return p.asc - asc
	case css.VATextBottom:
		return desc - p.desc
	case css.VARaise:
		return va.Raise
	}
	return 0
}

// inline adds an inline box with its edges.
func (k *collector) inline(b *box.Box, parent *inl, depth int) {
	i := k.box(b, parent)
	if b.Kind == box.FootnoteCall {
		k.c.text = true
		k.c.notes = k.c.notes || b.Note != nil
	}
	if noteworthy(b) {
		k.c.marks = append(k.c.marks, note{b})
	}
	k.edge(i, i.ed.ml+i.ed.bl+i.ed.pl, true)
	for _, c := range b.Children {
		k.visit(c, i, depth+1)
	}
	if b.Text != "" && len(b.Children) == 0 {
		k.run(b, b.Text, i)
	}
	k.edge(i, i.ed.pr+i.ed.br+i.ed.mr, false)
}

func (k *collector) edge(i *inl, w float64, open bool) {
	if w == 0 {
		return
	}
	k.c.text = k.c.text || i.ed.horizontal() > 0 || i.ed.ml != 0 || i.ed.mr != 0
	e := *i
	e.open, e.close, e.parent = open, !open, i
	k.c.items = append(k.c.items, para.Item{Kern: true, Width: w, Data: &e})
}

// text adds a text box, whose generated content may depend on the pages.
func (k *collector) text(b *box.Box, parent *inl) {
	if b.Kind == box.LeaderBox {
		k.leader(b, b.Text, parent)
		return
	}
	if len(b.Content) == 0 {
		k.run(b, b.Text, parent)
		return
	}
	for _, it := range b.Content {
		if it.Kind == css.ContentLeader {
			k.leader(b, it.Text, parent)
		} else {
			k.run(b, k.e.contentText(b, it), parent)
		}
	}
}

func (k *collector) leader(b *box.Box, pattern string, parent *inl) {
	it := k.item(parent)
	it.Leader, it.Data = pattern, k.textInl(b, parent)
	k.c.items = append(k.c.items, it)
	k.c.text = true
}

// item is a text item in the style of the inline box i.
func (k *collector) item(i *inl) para.Item {
	s := i.b.Style
	return para.Item{
		Face: i.f.faces, Size: s.FontSize, Features: i.f.features, Lang: s.Lang,
		Letter: s.LetterSpacing, Word: s.WordSpacing,
		NoWrap: s.WhiteSpace == css.WSNowrap || s.WhiteSpace == css.WSPre || s.TextWrap == css.WrapNone,
		Pre:    s.WhiteSpace == css.WSPre || s.WhiteSpace == css.WSPreWrap || k.n.Kind == box.MarkerBox,
	}
}

func (k *collector) textInl(b *box.Box, parent *inl) *inl {
	return &inl{b: b, parent: parent, f: parent.f, raise: parent.raise, asc: parent.asc, desc: parent.desc, align: parent.align, dx: parent.dx, dy: parent.dy}
}

// run adds text, cut at newlines that white-space preserves.
func (k *collector) run(b *box.Box, text string, parent *inl) {
	if text == "" {
		return
	}
	d := k.textInl(b, parent)
	base := k.item(parent)
	base.Data = d
	ws := parent.b.Style.WhiteSpace
	keep := ws == css.WSPre || ws == css.WSPreWrap || ws == css.WSPreLine
	for keep {
		line, rest, cut := strings.Cut(text, "\n")
		if !cut {
			break
		}
		if line != "" {
			it := base
			it.Text = line
			k.c.items = append(k.c.items, smallCaps(it, parent.f)...)
		}
		k.c.items = append(k.c.items, para.Item{Break: true, Data: d})
		k.c.text, text = true, rest
	}
	if text == "" {
		return
	}
	base.Text = text
	k.c.items = append(k.c.items, smallCaps(base, parent.f)...)
	if keep || strings.Trim(text, " \t\n\u200b") != "" {
		k.c.text = true
	}
	if parent != k.root {
		k.c.multi = true
	}
}

// atomic adds an inline block, an inline table or a picture in the line.
func (k *collector) atomic(b *box.Box, parent *inl) {
	a := k.e.atom(b, k.w, -1)
	i := &inl{b: b, parent: parent, f: parent.f, atom: a, align: parent.align, dx: parent.dx, dy: parent.dy}
	i.asc, i.desc = a.outerH(), 0
	l := a.frag.last
	if tableOf(b) != nil {
		l = a.frag.first
	}
	if l >= 0 && b.Kind != box.ReplacedBox && b.Style.Overflow == css.OverflowVisible {
		i.asc, i.desc = a.mt+l, a.outerH()-a.mt-l
	}
	switch va := b.Style.VerticalAlign; va.Key {
	case css.VATop, css.VABottom:
		i.align = va.Key
	case css.VAMiddle:
		i.raise = parent.raise + parent.f.xHeight/2 - (i.asc-i.desc)/2
	default:
		i.raise = parent.raise + raise(va, i.asc, i.desc, parent.f)
	}
	k.c.items = append(k.c.items, para.Item{Atomic: true, Width: a.outerW(), Data: i})
	k.c.text, k.c.multi = true, true
}
