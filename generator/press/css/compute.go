package css

import (
	"slices"

	"golang.org/x/net/html"
)

// comp is the state while one style is computed.
type comp struct {
	s, parent, root *Style
	metrics         Metrics
	view            [2]float64 // page area, pt, for vw and vh
	parentFont      bool       // em, ex and ch are the parent's
}

// initial holds the initial values of all properties.
var initial = Style{
	Visible: true, ImageFromOrientation: true, Color: Black,
	Inset: Edges[Size]{}, ZIndex: ZAuto, Opacity: 1,
	Margin:  Edges[Size]{Pt(0), Pt(0), Pt(0), Pt(0)},
	Padding: Edges[Size]{Pt(0), Pt(0), Pt(0), Pt(0)},
	Border:  Edges[Border]{mediumBorder, mediumBorder, mediumBorder, mediumBorder},
	Radius:  [4]Size{Pt(0), Pt(0), Pt(0), Pt(0)}, ColumnRule: mediumBorder, Outline: mediumBorder, TabSize: 8, decoration: TextLine{Style: BorderSolid},
	MaxWidth: Size{Kind: None}, MaxHeight: Size{Kind: None},
	ObjectPosition: [2]Size{{Kind: Length, Percent: 50}, {Kind: Length, Percent: 50}},
	FontFamily:     []string{"serif"}, FontSize: 12, FontWeight: 400,
	TextAlignLast: AlignLastAuto, TextIndent: Pt(0), ListStyleType: "disc",
	Quotes: []string{"“", "”", "‘", "’"}, Orphans: 2, Widows: 2, FlexShrink: 1, AlignSelf: AlignSelfAuto,
}

var mediumBorder = Border{Width: 2.25, Color: Black}

// Style returns the computed style of an element. Text nodes have none: they
// are set in their parent's.
func (c *Cascade) Style(n *html.Node) *Style {
	if s := c.styles[n]; s != nil {
		return s
	}
	// Ancestors first, without recursion: the tree may be deep.
	var path []*html.Node
	for e := n; e != nil && e.Type == html.ElementNode && c.styles[e] == nil; e = e.Parent {
		path = append(path, e)
	}
	for i := len(path) - 1; i >= 0; i-- {
		e := path[i]
		c.styles[e] = c.element(e)
		if e == c.root {
			c.rootSt = c.styles[e]
		}
	}
	if s := c.styles[n]; s != nil {
		return s
	}
	return &initial
}

func (c *Cascade) parentStyle(n *html.Node) *Style {
	if n.Parent != nil {
		if s := c.styles[n.Parent]; s != nil {
			return s
		}
	}
	return &initial
}

func (c *Cascade) element(n *html.Node) *Style {
	parent := c.parentStyle(n)
	var inline, lang string
	for _, a := range n.Attr {
		switch a.Key {
		case "style":
			inline = a.Val
		case "lang":
			lang = a.Val
		}
	}
	if lang == "" {
		lang = parent.Lang
	}
	hint := hints(n)
	rs := c.candidates(&c.elements, n)
	keyed := inline
	if hint != "" {
		keyed += "\x00hint " + hint
	}
	key := c.shareKeyOf(parent, rs, lang, keyed)
	if s := c.shared[key]; s != nil && n != c.root {
		return s
	}
	var own *block
	if inline != "" {
		own = c.inlineBlock(inline)
	}
	root := c.rootSt
	if n == c.root {
		root = nil
	}
	blocks := orderBlocks(rs, own)
	if hint != "" { // above the user agent's sheet, below all of the author's
		k := 0
		for k < len(rs) && !rs[k].author {
			k++
		}
		blocks = slices.Insert(blocks, k, c.hintBlock(hint).normal)
	}
	s := c.computeDecls(parent, root, blocks, lang, nil)
	c.shared[key] = s
	return s
}

// inlineBlock parses a style attribute (CSS Style Attributes, section 3).
func (c *Cascade) inlineBlock(text string) *block {
	sheet := &Sheet{Name: c.inline.Name, src: []byte(text), lines: []int{0}, warned: c.inline.warned}
	var b block
	sheet.declarations(scan(sheet.src), &b, nil)
	for _, w := range sheet.warnings {
		w.Line, w.Col = 0, 0
		w.Message = "in a style attribute: " + w.Message
		c.warn(w)
	}
	return &b
}

// Pseudo returns the style of a pseudo-element of n: "before", "after",
// "marker", "first-letter", "footnote-call" or "footnote-marker". It is nil
// when the pseudo-element does not exist: no rule matches, or, for before and
// after, content is normal or none.
func (c *Cascade) Pseudo(n *html.Node, name string) *Style {
	ix := c.pseudos[name]
	if ix == nil {
		return nil
	}
	parent := c.Style(n)
	rs := c.candidates(ix, n)
	if len(rs) == 0 {
		return nil
	}
	share := c.shareKeyOf(parent, rs, name, "\x00")
	s := c.shared[share]
	if s == nil {
		s = c.compute(parent, c.rootSt, rs, nil, parent.Lang)
		c.shared[share] = s
	}
	if (name == "before" || name == "after") && s.Content == nil || s.Display == DisplayNone {
		return nil
	}
	return s
}

// Anonymous returns the style of an anonymous box: inherited properties from
// parent, initial values for the rest (CSS 2.2, 9.2.1.1).
func (c *Cascade) Anonymous(parent *Style, display Display) *Style {
	key := anonKey{parent, display}
	if s := c.anon[key]; s != nil {
		return s
	}
	s := inherit(parent)
	s.Display = display
	s.Lang = parent.Lang
	cp := &comp{s: s, parent: parent, root: c.rootSt}
	cp.finish(nil)
	c.anon[key] = s
	return s
}

func inherit(parent *Style) *Style {
	s := new(Style)
	*s = initial
	for _, p := range longhands {
		if p.inherited {
			p.copy(s, parent)
		}
	}
	s.custom, s.Custom = parent.custom, parent.Custom
	return s
}

// compute runs the cascade over the matching rules, in ascending order, and
// resolves the winners to computed values.
func (c *Cascade) compute(parent, root *Style, rs []*ranked, own *block, lang string) *Style {
	return c.computeDecls(parent, root, orderBlocks(rs, own), lang, nil)
}

// computeDecls computes a style from declarations in ascending order, over
// what defaults sets.
func (c *Cascade) computeDecls(parent, root *Style, blocks [][]decl, lang string, defaults func(*Style)) *Style {
	s := inherit(parent)
	s.Lang = lang
	if defaults != nil {
		defaults(s)
	}
	c.customs(s, parent, blocks)
	won := c.won
	clear(won)
	for _, b := range blocks {
		for i := range b {
			switch d := &b[i]; {
			case d.prop != nil:
				won[d.prop.id] = *d
			case d.pending != nil:
				for _, l := range c.substitute(d.pending, s.custom) {
					won[l.prop.id] = l
				}
			}
		}
	}
	cp := &comp{s: s, parent: parent, root: root, metrics: c.opt.Metrics, view: c.view}
	for _, p := range longhands {
		cp.apply(p, &won[p.id])
	}
	cp.finish(won)
	return s
}

// orderBlocks lines the declarations up in the order of CSS Cascade 4, 6.1:
// rules, style attribute, then what is important in the same order.
func orderBlocks(rs []*ranked, own *block) [][]decl {
	out := make([][]decl, 0, 2*len(rs)+2)
	for _, r := range rs {
		out = append(out, r.block.normal)
	}
	if own != nil {
		out = append(out, own.normal)
	}
	for _, r := range rs {
		if len(r.block.important) > 0 {
			out = append(out, r.block.important)
		}
	}
	if own != nil {
		out = append(out, own.important)
	}
	return out
}

func (cp *comp) apply(p *property, d *decl) {
	switch {
	case d.set != nil:
		d.set(cp)
	case d.wide == wideInherit:
		p.copy(cp.s, cp.parent)
	case d.wide == wideInitial:
		p.copy(cp.s, &initial)
	case d.wide == wideUnset && p.inherited:
		p.copy(cp.s, cp.parent)
	}
	if p.name == "line-height" && cp.s.lineFactor > 0 {
		cp.s.LineHeight = cp.s.lineFactor * cp.s.FontSize
	}
}

// finish computes what depends on several properties at once.
func (cp *comp) finish(won []decl) {
	s := cp.s
	borders := [6]*Border{&s.Border.Top, &s.Border.Right, &s.Border.Bottom, &s.Border.Left, &s.ColumnRule, &s.Outline}
	for i, b := range borders {
		if won == nil || !coloured(&won[borderColors[i].id]) {
			b.Color = s.Color // currentColor is the initial value
		}
		if b.Style == BorderNone || b.Style == BorderHidden {
			b.Width = 0
		}
	}
	s.Features = nil
	for i := range s.variants {
		s.Features = append(s.Features, s.variants[i]...)
	}
	if (s.Float == FloatLeft || s.Float == FloatRight) && cp.flexItem() {
		s.Float, s.Clear = FloatNone, ClearNone // CSS Flexbox 1, section 3
	}
	if s.Position == Absolute {
		s.Float = FloatNone // CSS 2.2, 9.7
	}
	outOfFlow := s.Float != FloatNone || s.Position == Absolute || s.Position == Running
	cp.decorate(won, outOfFlow)
	cp.blockify(outOfFlow)
}

func (cp *comp) flexItem() bool {
	return cp.parent.Display == Flex || cp.parent.Display == InlineFlex
}

func coloured(d *decl) bool { return d.set != nil || d.wide == wideInherit }

// They are looked up once, when the table of properties is complete.
var (
	borderColors    [6]*property
	decorationColor *property
)

// blockify turns inline-level displays into block-level ones where the box is
// taken out of flow, is a flex item or the root (CSS Display 3, section 2.7).
func (cp *comp) blockify(outOfFlow bool) {
	s := cp.s
	if !outOfFlow && !cp.flexItem() && cp.root != nil {
		return
	}
	switch s.Display {
	case Inline, InlineBlock, InlineTable, InlineFlex:
		s.Inline = outOfFlow
	}
	switch s.Display {
	case Inline, InlineBlock, TableRowGroup, TableHeaderGroup, TableFooterGroup, TableRow, TableCell, TableColumn, TableColumnGroup, TableCaption:
		s.Display = Block
	case InlineTable:
		s.Display = Table
	case InlineFlex:
		s.Display = Flex
	}
}
