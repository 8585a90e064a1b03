package box

import "bantin/generator/press/css"

// tablePart tells which part of a table a box is by itself; 0 (Inline) is none.
func tablePart(x *Box) css.Display {
	switch x.Kind {
	case BlockBox, RowGroup, Row, Cell:
	default:
		return css.Inline
	}
	if outOfFlow(x) {
		return css.Inline
	}
	switch d := x.Style.Display; d {
	case css.TableRowGroup, css.TableHeaderGroup, css.TableFooterGroup, css.TableRow, css.TableCell, css.TableColumn, css.TableColumnGroup, css.TableCaption:
		return d
	}
	return css.Inline
}

// orphans wraps runs of table parts that stand outside a table into anonymous
// tables (CSS 2.2, section 17.2.1, stage 3).
func (b *builder) orphans(x *Box) []*Box {
	found := false
	for _, k := range x.Children {
		found = found || tablePart(k) != css.Inline
	}
	if !found {
		return x.Children
	}
	d := css.Table
	if x.Kind == InlineBox {
		d = css.InlineTable
	}
	return gather(x.Children, func(k *Box) bool { return tablePart(k) == css.Inline }, func(run []*Box) *Box {
		return &Box{Kind: TableBox, Style: b.c.Anonymous(x.Style, d), Children: run}
	})
}

// gather passes on the boxes that keep holds for, and wraps each run of others;
// blank text at the ends of a run is dropped, and blank text between kept boxes.
func gather(kids []*Box, keep func(*Box) bool, wrap func([]*Box) *Box) []*Box {
	var out, run []*Box
	flush := func() {
		for len(run) > 0 && blank(run[0]) {
			run = run[1:]
		}
		for len(run) > 0 && blank(run[len(run)-1]) {
			run = run[:len(run)-1]
		}
		if len(run) > 0 {
			out = append(out, wrap(run))
		}
		run = nil
	}
	for _, k := range kids {
		if keep(k) && !(blank(k) && len(run) > 0) {
			flush()
			out = append(out, k)
		} else {
			run = append(run, k)
		}
	}
	flush()
	return out
}

// maxColumns bounds what col elements may ask for.
const maxColumns = 1000

// table brings the children of a table into groups, rows and cells (section
// 17.2.1), and returns its wrapper with the captions.
func (b *builder) table(x *Box) *Box {
	var top, bottom, rest []*Box
	for _, k := range x.Children {
		switch tablePart(k) {
		case css.TableCaption:
			k.Kind = BlockBox
			if k.Style.CaptionBottom {
				bottom = append(bottom, k)
			} else {
				top = append(top, k)
			}
		case css.TableColumn, css.TableColumnGroup:
			x.columns(k, nil)
		default:
			rest = append(rest, k)
		}
	}
	isGroup := func(k *Box) bool { return k.Kind == RowGroup }
	groups := gather(rest, isGroup, func(run []*Box) *Box {
		return &Box{Kind: RowGroup, Style: b.c.Anonymous(x.Style, css.TableRowGroup), Children: run}
	})
	for _, g := range groups {
		b.rows(g)
	}
	x.Children = orderGroups(groups)
	wrap := &Box{Kind: BlockBox, Style: b.part(x.Style, partWrapper), ID: x.ID, named: x.named, Pseudo: x.Pseudo}
	if x.Style.Display == css.InlineTable {
		wrap.Kind = AtomicBox
	}
	x.Kind, x.Style = TableBox, b.part(x.Style, partGrid)
	x.ID, x.named = "", nil
	wrap.Children = append(append(top, x), bottom...)
	return wrap
}

func (x *Box) columns(k *Box, group *css.Style) {
	cols := 0
	for _, c := range k.Children {
		if tablePart(c) == css.TableColumn {
			x.columns(c, k.Style)
			cols++
		}
	}
	for i := 0; cols == 0 && i < int(max(k.ColSpan, 1)) && len(x.Columns) < maxColumns; i++ {
		x.Columns = append(x.Columns, Column{k.Style, group})
	}
}

// orderGroups moves the first header group to the front and the first footer
// group to the end (section 17.2).
func orderGroups(groups []*Box) []*Box {
	var head, foot, body []*Box
	for _, g := range groups {
		switch {
		case g.Style.Display == css.TableHeaderGroup && head == nil:
			head = append(head, g)
		case g.Style.Display == css.TableFooterGroup && foot == nil:
			foot = append(foot, g)
		default:
			body = append(body, g)
		}
	}
	return append(append(head, body...), foot...)
}

// rows completes a row group.
func (b *builder) rows(g *Box) {
	g.Children = gather(g.Children, func(k *Box) bool { return k.Kind == Row }, func(run []*Box) *Box {
		return &Box{Kind: Row, Style: b.c.Anonymous(g.Style, css.TableRow), Children: run}
	})
	for i, r := range g.Children {
		r.Children = gather(r.Children, func(k *Box) bool { return k.Kind == Cell }, func(run []*Box) *Box {
			return &Box{Kind: Cell, Style: b.c.Anonymous(r.Style, css.TableCell), Children: run}
		})
		left := len(g.Children) - i
		for _, c := range r.Children {
			c.ColSpan = max(c.ColSpan, 1)
			if c.Node == nil || c.Node.Data != "td" && c.Node.Data != "th" {
				c.RowSpan = max(c.RowSpan, 1)
			}
			if c.RowSpan == 0 || int(c.RowSpan) > left { // 0 asks for all rows of the group
				c.RowSpan = int32(left)
			}
		}
	}
}
