// Package manuscript is a text as people bring it, whatever file it came in:
// blocks of runs, tables, notes and pictures, and the list of what could not be
// taken over. Readers of foreign formats make one, package shape finds out what
// its parts are, package markdown writes it. It does no I/O.
package manuscript

import (
	"strings"

	"bantin/generator/viet/legacy"
)

// Manuscript is one text.
type Manuscript struct {
	Blocks []Block
	Left   []Left // what was left out or changed, in the order of the text
}

// Block is a *Paragraph or a *Table.
type Block interface{ isBlock() }

// Paragraph is one paragraph, heading or item of a list.
type Paragraph struct {
	Heading int   // level from 1; 0 for none
	Role    Role  // what its style says it is
	List    *Item // nil outside lists
	Align   Align // as set
	Quote   bool  // set as a quotation
	Size    int   // of its largest letters, half points; 0 unknown
	Runs    []Run // neighbours differ in more than their text
}

// Role is what a style says a paragraph is.
type Role int

const (
	Body Role = iota
	Title
	Subtitle
	Caption
	Lead // the paragraph that sums the article up
)

// Align is how lines are set.
type Align int

const (
	Start Align = iota
	Center
	Right
	Justify
)

// Item is a paragraph's place in a list.
type Item struct {
	Level  int    // from 0
	Label  string // as the reader saw it: "a)", "1.", "•"
	Bullet bool
	Number int  // of a decimal label with nothing else in it; 0 for others
	More   bool // a further paragraph of the item before it
}

// Run is text of one look.
type Run struct {
	Text string // "\n" is a line break
	Format
	Note     *Note           // a call to a note, then without text
	Picture  *Picture        // then without text
	Old      legacy.Encoding // what its font promises that the text is in
	Capitals bool            // the font shows small letters as capitals
}

// Format is how a run looks, as far as Markdown can say it.
type Format struct {
	Bold, Italic, Strike bool
	Super, Sub           bool
	Link                 string
}

// Note is a footnote or endnote.
type Note struct{ Blocks []Block }

// Picture is one picture of the text.
type Picture struct {
	Name    string // as its source calls it
	Data    []byte
	Alt     string
	Caption string // found beside it
	Credit  string
	File    string // its name in the bundle, once it has one
	Own     bool   // it came as a file of its own, whose name somebody gave
}

// Table is a grid of cells. Every row has the same number of columns.
type Table struct {
	Rows    [][]Cell
	Headers int  // rows that its author marked as headers
	Borders bool // lines are drawn: readers see a table
}

// Cell is one cell; those that another one covers are Covered.
type Cell struct {
	Blocks  []Block
	Columns int // that it spans; 1 for one
	Rows    int
	Covered bool
}

func (*Paragraph) isBlock() {}
func (*Table) isBlock()     {}

// Kind is why something was left out or changed.
type Kind int

const (
	Inserted    Kind = iota // a tracked insertion that was kept
	Deleted                 // a tracked deletion that was carried out
	Moved                   // a tracked move that was carried out
	Reformatted             // tracked changes of looks
	Comment
	Hidden    // hidden text
	Object    // charts, drawings, embedded files
	Outside   // a picture or file that is elsewhere
	Unread    // a picture that cannot be read
	Contents  // an automatic table of contents
	Header    // running heads and feet
	Symbol    // a character of a symbol font that is not known
	Formula   // turned into text
	Script    // active content
	Layout    // what the letterhead and signature said and no field holds
	Merged    // cells that spanned several
	Nested    // a table within a table
	Message   // names and times of messages
	Emoji     // characters that cannot be printed
	Converted // text in the fonts of old encodings
	Sheet     // a hidden sheet, or a formula without value
	Field     // the prompt of a form's empty field
)

// Left is one thing that was left out or changed.
type Left struct {
	Kind  Kind
	Text  string // of the thing itself
	Count int    // of things that are only counted
	Who   string // who made it, where known
}

// Leave notes something that was left out.
func (m *Manuscript) Leave(k Kind, text string) {
	m.Left = append(m.Left, Left{Kind: k, Text: strings.TrimSpace(text)})
}
