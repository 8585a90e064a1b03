package layout

import (
	"slices"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// itemKind says what an item of a vertical list is.
type itemKind uint8

const (
	itBox     itemKind = iota // unbreakable: a line, a picture, a flex row
	itGlue                    // collapsed margin, discarded at an unforced break
	itSpace                   // room that stays and may be cut anywhere: fills a given height
	itBack                    // back over content that overflows its box
	itFit                     // itSpace or itBack, as the height of the columns within asks for
	itOpen                    // top edge of a box whose content follows
	itClose                   // its bottom edge
	itBreak                   // break opportunity, or forced break
	itFloat                   // float anchored here
	itClear                   // move below floats
	itMark                    // something to note at this position, without size
	itColumns                 // multi-column container
	itRow                     // table row
	itSpan                    // column-span: all, only in the flow of a multi-column container
)

// Violation levels of a break opportunity (CSS Break 3, section 4.4). A walk
// takes the last opportunity of the lowest level that fits.
const (
	breakFree   uint8 = iota // no rule is violated
	breakAvoid               // rules 1, 2, 4: break-before, -after, -inside: avoid
	breakOrphan              // rule 3: orphans and widows
	breakNever               // only when nothing else fits
)

// item is one piece of a vertical list. x is from the left edge of the flow.
type item struct {
	kind  itemKind
	level uint8 // itBreak: violation when breaking columns
	pages uint8 // itBreak: violation when breaking pages
	force css.Break
	snap  css.LineSnap
	side  css.Clear // itClear
	// level and pages without what the boxes around avoid.
	own, ownPages uint8

	x, h  float64
	asc   float64 // itBox: first baseline from the top; itFit: the largest height of the content
	after float64 // itGlue: the part that survives a forced break before it; itFit: the smallest height
	draw  drawer
	// What else an item of its kind has: *openBox (itOpen, itClose, itBack, itFit), *floatItem,
	// *columns, *tableRow, *flow (itSpan), the name of the page that follows
	// (itBreak; nil for ""), what is painted below floats and text, as backgrounds
	// are (itBox; a drawer or nil).
	part any
}

func (it *item) open() *openBox    { return it.part.(*openBox) }
func (it *item) float() *floatItem { return it.part.(*floatItem) }
func (it *item) columns() *columns { return it.part.(*columns) }
func (it *item) row() *tableRow    { return it.part.(*tableRow) }
func (it *item) span() *flow       { return it.part.(*flow) }

// pageName is the name of the page that follows a break.
func (it *item) pageName() string {
	name, _ := it.part.(string)
	return name
}

// setPageName names the page that follows a break.
func (it *item) setPageName(name string) {
	if name != "" {
		it.part = name
	}
}

// openBox is a box around items: its edges and what it paints.
type openBox struct {
	box         *box.Box
	x, w        float64 // border box
	top, bottom float64 // border + padding
	dx, dy      float64 // position: relative, with that of the boxes around
	clone       bool    // box-decoration-break: clone
	avoid       bool    // break-inside: avoid, for columns
	avoidPage   bool
	table       *tableGrid // repeats its header and footer in every fragment
	depth       int
	last        float64 // bottom edge to reserve when cloned

	guesses int       // of its builder before it
	y       float64   // top of its content in the flow, once it is open
	waiting []waiting // until it is open
}

// floatItem is a float laid out already.
type floatItem struct {
	a    *atom
	x    float64 // margin edge
	dy   float64 // from the position it is anchored at
	h    float64 // margin box
	left bool
}

// flow is a vertical list with its width.
type flow struct {
	items []item
	width float64
	start css.Break // forced break asked for before the first box
	name  string    // named page of the first box
}

// cursor is a position in a flow where a fragment starts.
type cursor struct {
	i      int
	sub    *subCursor     // inside a breakable item
	rest   float64        // what is left of an itSpace, 0 when none of it is placed
	floats []*columnFloat // of the columns before, that found no room there
	open   []*openBox     // boxes open here, outermost first
	forced bool           // the break was forced: margins after it are kept
	forcer css.Break
	name   string
}

// same reports whether two cursors are at one place of one flow.
func (c cursor) same(o cursor) bool {
	return c.i == o.i && c.rest == o.rest && c.forced == o.forced && len(c.floats) == len(o.floats) && c.sub.same(o.sub)
}

// subCursor is the position inside a multi-column container or a table row.
type subCursor struct {
	cur   cursor     // multi-column: in its flow
	span  *cursor    // inside a spanning box, nil when not
	row   int        // table rows: where they go on
	begun bool       // within that row
	cells []cellRest // that began above
}

func (c *subCursor) same(o *subCursor) bool {
	if c == nil || o == nil || c == o {
		return c == o
	}
	if !c.cur.same(o.cur) || (c.span == nil) != (o.span == nil) || c.span != nil && !c.span.same(*o.span) {
		return false
	}
	return c.row == o.row && c.begun == o.begun && slices.EqualFunc(c.cells, o.cells, func(a, b cellRest) bool {
		return a.c == b.c && a.cur.same(b.cur)
	})
}
