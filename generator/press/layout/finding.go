package layout

import (
	"errors"

	"bantin/generator/press/display"
)

var errNoRoot = errors.New("layout: the document has no root box")

// Code names a kind of finding; the texts for readers are made by the caller.
type Code string

const (
	OverfullLine   Code = "overfull-line"   // a line is wider than its column
	LooseBreak     Code = "orphan-widow"    // orphans or widows could not be honoured
	BadBreak       Code = "avoided-break"   // a break where break-*: avoid asked for none (stranded heading)
	PictureShrunk  Code = "picture-shrunk"  // a picture was taller than its page and was scaled down
	PictureMissing Code = "picture-missing" // a picture could not be loaded
	Clipped        Code = "content-clipped" // content is larger than its page or column
	OffSheet       Code = "off-sheet"       // something is drawn beyond the edge of the sheet
	NearlyEmpty    Code = "page-nearly-empty"
	River          Code = "river"            // wide word spaces form a white channel
	TrappedSpace   Code = "trapped-space"    // a hole in the page, or an empty foot that no break asks for
	NestedColumns  Code = "columns-too-deep" // multi-column containers nested too deeply are set in one column
	TargetMissing  Code = "target-missing"   // target-counter() or target-text() names no element
	UnstablePages  Code = "pages-unstable"   // page references did not settle
	TooManyPages   Code = "too-many-pages"
	SignMissing    Code = "sign-missing" // no font has a sign: an empty box is printed
)

// Finding is one fault of a finished page.
type Finding struct {
	Page    int // 1-based
	Column  int // 1-based, 0 outside of columns
	Code    Code
	Message string // English; says what and where
	Line    int    // line in the HTML source, 0 when unknown
	Source  string // where it was written, as Input.SourceAttr says; "" when unknown

	// What it is about: an element of the structure tree, nil when the page shows
	// none, and words of it, or the address of a picture, to look for where it
	// was written.
	Elem *display.Elem
	Text string

	// Where on the page, in pt from the trim's top left corner. Without a size it
	// is a point; all zero is the page as a whole.
	X, Y, W, H float64
}
