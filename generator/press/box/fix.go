package box

import (
	"strings"

	"bantin/generator/press/css"
)

// fix makes the tree keep what Build promises, from the leaves up; it returns
// the box that stands in the place of x, the wrapper when x is a table.
func (b *builder) fix(x *Box) *Box {
	isTable := x.Kind == TableBox || x.Style.Display == css.InlineTable && x.Kind == AtomicBox
	if !isTable && x.Kind != RowGroup && x.Kind != Row {
		x.Children = b.orphans(x)
	}
	var wrap *Box
	switch {
	case isTable:
		wrap = b.table(x)
	case x.Style.Display == css.InlineFlex && x.Kind == AtomicBox:
		b.inlineFlex(x)
	}
	for i, k := range x.Children {
		x.Children[i] = b.fix(k)
	}
	switch x.Kind {
	case BlockBox, AtomicBox, Cell:
		x.Children = b.blocks(x)
	case FlexBox:
		x.Children = b.runs(x.Children, x.Style)
	}
	if wrap == nil {
		return x
	}
	for i, k := range wrap.Children {
		if k != x {
			wrap.Children[i] = b.fix(k)
		}
	}
	return wrap
}

// inlineFlex puts a flex container inside the atomic inline box.
func (b *builder) inlineFlex(x *Box) {
	if len(x.Children) == 1 && x.Children[0].Kind == FlexBox && x.Children[0].Node == nil {
		return
	}
	st := *b.c.Anonymous(x.Style, css.Flex)
	from := x.Style
	st.FlexColumn, st.JustifyContent, st.AlignItems, st.ColumnGap, st.RowGap = from.FlexColumn, from.JustifyContent, from.AlignItems, from.ColumnGap, from.RowGap
	x.Children = []*Box{{Kind: FlexBox, Style: &st, Children: x.Children}}
}

// outOfFlow tells whether a box is no part of the flow around it.
func outOfFlow(x *Box) bool {
	return x.Style.Float != css.FloatNone || x.Style.Position == css.Absolute || x.Style.Position == css.Running
}

// blockLevel tells whether an in-flow box is block level.
func blockLevel(x *Box) bool {
	switch x.Kind {
	case BlockBox, TableBox, FlexBox, RowGroup, Row, Cell:
		return true
	case ReplacedBox:
		d := x.Style.Display
		return d == css.Block || d == css.ListItem || d == css.FlowRoot || d == css.Flex
	}
	return false
}

// blank tells whether x is only collapsible white space.
func blank(x *Box) bool {
	switch {
	case x.Kind != TextBox || x.Content != nil:
		return false
	case x.Style.WhiteSpace == css.WSPre || x.Style.WhiteSpace == css.WSPreWrap:
		return x.Text == ""
	case x.Style.WhiteSpace == css.WSPreLine && strings.Contains(x.Text, "\n"):
		return false
	}
	return strings.Trim(x.Text, " \t\n\r\f") == ""
}

// blocks makes the children of a block container all block level or all inline
// level (CSS 2.2, section 9.2.1.1): inline boxes are split round blocks, runs
// of inline boxes beside blocks get anonymous block boxes.
func (b *builder) blocks(x *Box) []*Box {
	var flat []*Box
	mixed := false
	for _, k := range x.Children {
		if k.Kind == InlineBox && holdsBlock(k) {
			flat = append(flat, b.split(k)...)
			mixed = true
			continue
		}
		mixed = mixed || blockLevel(k) && !outOfFlow(k)
		flat = append(flat, k)
	}
	if !mixed {
		return flat
	}
	return b.runs(flat, x.Style)
}

// runs puts each run of inline-level boxes into an anonymous block. Boxes out
// of flow stay in their run when it has text, else they stand for themselves.
func (b *builder) runs(kids []*Box, parent *css.Style) []*Box {
	var out, run []*Box
	flush := func() {
		inline := false
		for _, k := range run {
			inline = inline || !blank(k) && !outOfFlow(k) && k.Kind != MarkerBox
		}
		var in []*Box
		for _, k := range run {
			if k.Kind == MarkerBox || !inline && !blank(k) {
				out = append(out, k)
			} else if inline {
				in = append(in, k)
			}
		}
		if inline {
			out = append(out, &Box{Kind: BlockBox, Style: b.c.Anonymous(parent, css.Block), Children: in})
		}
		run = nil
	}
	for _, k := range kids {
		if blockLevel(k) && !outOfFlow(k) {
			flush()
			out = append(out, k)
		} else {
			run = append(run, k)
		}
	}
	flush()
	return out
}

// holdsBlock tells whether a block-level box stands in an inline box.
func holdsBlock(x *Box) bool {
	for _, k := range x.Children {
		if blockLevel(k) && !outOfFlow(k) || k.Kind == InlineBox && holdsBlock(k) {
			return true
		}
	}
	return false
}

// moved is a block in the inline box x, with whose relative position it moves
// (CSS 2.2, 9.2.1.1).
func (b *builder) moved(x, k *Box) *Box {
	if x.Style.Position != css.Relative && x.Style.Opacity == 1 {
		return k
	}
	st := *b.c.Anonymous(x.Style, css.Block)
	from := x.Style
	st.Position, st.Inset, st.ZIndex, st.Opacity = from.Position, from.Inset, from.ZIndex, from.Opacity
	return &Box{Kind: BlockBox, Style: &st, Children: []*Box{k}}
}

// split breaks an inline box round the blocks in it. Of the pieces only the
// first keeps the left edge and only the last the right edge.
func (b *builder) split(x *Box) []*Box {
	var kids []*Box
	for _, k := range x.Children {
		if k.Kind == InlineBox && holdsBlock(k) {
			kids = append(kids, b.split(k)...)
		} else {
			kids = append(kids, k)
		}
	}
	var out []*Box
	id := x.ID
	piece := *x
	piece.Children, piece.Style = nil, b.part(x.Style, partFirst)
	end := func() {
		for _, k := range piece.Children {
			if !blank(k) {
				p := piece
				out = append(out, &p)
				id = ""
				break
			}
		}
		piece.Children, piece.ID = nil, id
		if piece.named != nil {
			piece.named = &named{label: x.named.label}
		}
	}
	for _, k := range kids {
		if !blockLevel(k) || outOfFlow(k) {
			piece.Children = append(piece.Children, k)
			continue
		}
		end()
		if k.Href == "" {
			k.Href = x.Href
		}
		if id != "" && k.ID == "" { // an anchor must not be lost with an empty piece
			k.ID, id = id, ""
			k.name().Counters = x.Named().Counters
		}
		piece.ID, piece.Style = id, b.part(x.Style, partMiddle)
		out = append(out, b.moved(x, k))
	}
	piece.Style = b.part(x.Style, partLast)
	end()
	return out
}
