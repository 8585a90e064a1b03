package layout

import (
	"math"
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/para"
)

// minMax are the min-content and max-content widths of a box's content, pt
// (CSS Sizing 3, section 4).
type minMax struct{ min, max float64 }

// huge stands for an unbounded width where infinity would spoil arithmetic.
const huge = 1e6

// minMax returns the intrinsic content widths of n, from the cache when known.
func (e *engine) minMax(n *box.Box) minMax {
	if m, ok := e.widths[n]; ok {
		return m
	}
	e.widths[n] = minMax{} // ends a cycle
	m := e.intrinsic(n)
	if m.max < m.min {
		m.max = m.min
	}
	e.widths[n] = m
	return m
}

func (e *engine) intrinsic(n *box.Box) minMax {
	switch {
	case n.Kind == box.ReplacedBox:
		w, _ := e.replacedSize(n, -1, -1)
		m := minMax{w, w}
		if n.Style.Width.Percent != 0 || n.Style.MaxWidth.Percent != 0 {
			m.min = 0
		}
		return m
	case n.Style.AspectRatio > 0 && n.Style.Height.Kind == css.Length && n.Style.Height.Percent == 0 && n.Kind != box.TableBox:
		w := e.acrossRatio(n) // CSS Sizing 4, 4.1: a definite height gives the width
		return minMax{w, w}
	case n.Kind == box.TableBox:
		return e.tableMinMax(n)
	case n.Kind == box.FlexBox:
		return e.flexMinMax(n)
	case hasInline(n):
		return e.inlineMinMax(n)
	}
	if isMulticol(n) {
		return e.columnsMinMax(n)
	}
	return e.blocksMinMax(n, nil)
}

// columnsMinMax measures a multi-column container: its columns as wide as what is
// in them, and the boxes that span them.
func (e *engine) columnsMinMax(n *box.Box) minMax {
	s := n.Style
	var across minMax
	m := e.blocksMinMax(n, &across)
	k := float64(max(s.ColumnCount, 1))
	gap := s.ColumnGap.Or(0, s.FontSize)
	m.max = math.Max(m.max, s.ColumnWidth.Or(0, 0))*k + gap*(k-1)
	if s.ColumnCount > 0 {
		m.min = m.min*k + gap*(k-1)
	}
	return minMax{math.Max(m.min, across.min), math.Max(m.max, across.max)}
}

// acrossRatio is the content width that a definite height and aspect-ratio give;
// the ratio is that of the box that box-sizing names.
func (e *engine) acrossRatio(n *box.Box) float64 {
	ed := e.edgesOf(n, 0)
	h, _ := e.tall(n.Style.Height, n, -1, ed.vertical())
	h = e.clampHeight(n, h, -1, ed)
	if n.Style.BoxSizing == css.BorderBox {
		return math.Max(0, (h+ed.vertical())*n.Style.AspectRatio-ed.horizontal())
	}
	return h * n.Style.AspectRatio
}

// spanning measures the boxes below n that span all columns.
func (e *engine) spanning(n *box.Box, m *minMax) (found bool) {
	if formattingRoot(n) || n.Style.Float != css.FloatNone || n.Style.Position == css.Absolute {
		return false
	}
	for _, c := range n.Children {
		if c.Style.ColumnSpanAll && c.Kind == box.BlockBox {
			o := e.outerMinMax(c)
			m.min, m.max, found = math.Max(m.min, o.min), math.Max(m.max, o.max), true
		} else if c.Kind == box.BlockBox {
			found = e.spanning(c, m) || found
		}
	}
	return found
}

// blocksMinMax measures block-level children. Floats stand side by side, and
// formatting contexts beside them (CSS 2.2, 10.3.5). Boxes that span all columns
// are measured apart, into across, when n is a multi-column container.
func (e *engine) blocksMinMax(n *box.Box, across *minMax) (m minMax) {
	row := [2]float64{} // floats on the sides
	for _, c := range n.Children {
		s := c.Style
		if c.Kind == box.MarkerBox || s.Position == css.Absolute || s.Position == css.Running {
			continue
		}
		if across != nil && c.Kind == box.BlockBox && (s.ColumnSpanAll || e.spanning(c, across)) {
			if s.ColumnSpanAll {
				o := e.outerMinMax(c)
				across.min, across.max = math.Max(across.min, o.min), math.Max(across.max, o.max)
			}
			continue
		}
		if s.Clear == css.ClearLeft || s.Clear == css.ClearBoth {
			row[0] = 0
		}
		if s.Clear == css.ClearRight || s.Clear == css.ClearBoth {
			row[1] = 0
		}
		o := e.outerMinMax(c)
		m.min = math.Max(m.min, o.min)
		switch {
		case s.Float == css.FloatLeft:
			row[0] += o.max
			o.max = row[0] + row[1]
		case s.Float == css.FloatRight:
			row[1] += o.max
			o.max = row[0] + row[1]
		case formattingRoot(c):
			o.max += row[0] + row[1]
			row = [2]float64{}
		default:
			row = [2]float64{}
		}
		m.max = math.Max(m.max, o.max)
	}
	return m
}

// inlineMinMax measures inline content.
func (e *engine) inlineMinMax(n *box.Box) minMax {
	c := e.collect(n, huge)
	lo, hi := e.itemsMinMax(c)
	indent := n.Style.TextIndent.Or(0, 0)
	m := minMax{lo, hi + math.Max(0, indent)}
	side := 0.0
	for _, f := range c.lead {
		o := e.outerMinMax(f)
		m.min = math.Max(m.min, o.min)
		side += o.max
	}
	for _, f := range c.floats {
		o := e.outerMinMax(f.float)
		m.min = math.Max(m.min, o.min)
		side += o.max
	}
	m.max += side
	if ws := n.Style.WhiteSpace; ws == css.WSNowrap || ws == css.WSPre {
		m.min = m.max
	}
	return m
}

// itemsMinMax measures text and the atoms in it. An atom is as wide as it asks
// for by itself: of a percentage nothing is known yet (CSS Sizing 3, 5.2.1).
func (e *engine) itemsMinMax(c *content) (lo, hi float64) {
	lo, hi = para.MinMax(c.items)
	var narrow, wide []para.Item
	for k := range c.items {
		d, _ := c.items[k].Data.(*inl)
		if d == nil || d.atom == nil {
			continue
		}
		if narrow == nil {
			narrow, wide = slices.Clone(c.items), slices.Clone(c.items)
		}
		m := e.outerMinMax(d.b)
		narrow[k].Width, wide[k].Width = m.min, m.max
	}
	if narrow != nil {
		lo, _ = para.MinMax(narrow)
		_, hi = para.MinMax(wide)
	}
	return lo, hi
}

// outerMinMax is the contribution of a box with its edges.
func (e *engine) outerMinMax(n *box.Box) minMax {
	ed := e.edgesOf(n, 0)
	extra := ed.horizontal()
	m := e.minMax(n)
	if t := tableOf(n); t != nil && t.Style.Width.Kind == css.Length && t.Style.Width.Percent == 0 {
		w := e.tableWidth(t, 0)
		m = minMax{w, w}
	}
	if n.Style.Width.Kind == css.Length && n.Style.Width.Percent == 0 {
		if w, ok := e.sized(n.Style.Width, n, 0, extra); ok {
			m = minMax{w, w}
		}
	}
	if v := n.Style.MaxWidth; v.Kind == css.Length && v.Percent == 0 {
		w, _ := e.sized(v, n, 0, extra)
		m.min, m.max = math.Min(m.min, w), math.Min(m.max, w)
	}
	if v := n.Style.MinWidth; v.Kind == css.Length && v.Percent == 0 {
		w, _ := e.sized(v, n, 0, extra)
		m.min, m.max = math.Max(m.min, w), math.Max(m.max, w)
	}
	extra += ed.ml + ed.mr
	return minMax{m.min + extra, m.max + extra}
}
