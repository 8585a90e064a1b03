package box

import "bantin/generator/press/css"

// part says which derived style is wanted of an element that makes several
// boxes.
type part uint8

const (
	partFirst   part = iota // inline box, without its right edge
	partMiddle              // without left and right edge
	partLast                // without its left edge
	partWrapper             // table wrapper: outer properties only
	partGrid                // table grid: without outer properties
)

type partKey struct {
	s *css.Style
	p part
}

// part returns a derived style; equal ones are shared.
func (b *builder) part(s *css.Style, p part) *css.Style {
	key := partKey{s, p}
	if d := b.parts[key]; d != nil {
		return d
	}
	d := *s
	zero := css.Pt(0)
	if p == partFirst || p == partMiddle {
		d.Margin.Right, d.Padding.Right, d.Border.Right = zero, zero, css.Border{}
	}
	if p == partLast || p == partMiddle {
		d.Margin.Left, d.Padding.Left, d.Border.Left = zero, zero, css.Border{}
	}
	switch p {
	case partWrapper:
		wrapperStyle(&d)
	case partGrid:
		gridStyle(&d)
	}
	b.parts[key] = &d
	return &d
}

// wrapperStyle keeps what CSS 2.2, section 17.4 gives to the wrapper: position,
// float, margins, insets, and with them breaks, page and generated names.
func wrapperStyle(d *css.Style) {
	if d.Display == css.InlineTable {
		d.Display = css.InlineBlock
	} else {
		d.Display = css.Block
	}
	zero := css.Pt(0)
	d.Padding = css.Edges[css.Size]{Top: zero, Right: zero, Bottom: zero, Left: zero}
	d.Border = css.Edges[css.Border]{}
	d.Radius = [4]css.Size{zero, zero, zero, zero}
	d.Background, d.BackgroundImage = css.Color{}, nil
	d.Shadows, d.Outline = nil, css.Border{}
	d.Width, d.Height, d.MinWidth, d.MinHeight = css.Size{}, css.Size{}, css.Size{}, css.Size{}
	d.MaxWidth, d.MaxHeight = css.Size{Kind: css.None}, css.Size{Kind: css.None}
}

func gridStyle(d *css.Style) {
	zero := css.Pt(0)
	d.Display = css.Table
	d.Margin = css.Edges[css.Size]{Top: zero, Right: zero, Bottom: zero, Left: zero}
	d.Inset = css.Edges[css.Size]{}
	d.Position, d.Float, d.Clear, d.Running, d.ZIndex = css.Static, css.FloatNone, css.ClearNone, "", css.ZAuto
	d.Opacity, d.Fixed = 1, false
	d.BreakBefore, d.BreakAfter, d.ColumnSpanAll = css.BreakAuto, css.BreakAuto, false
	d.StringSet, d.CounterReset, d.CounterIncrement, d.CounterSet = nil, nil, nil, nil
	d.BookmarkLevel, d.BookmarkLabel = 0, nil
}
