package css

import "math"

// Style is the computed style of one element or pseudo-element (CSS Cascade 4,
// section 4.4): absolute lengths are resolved to points (pt, 1/72 in; 1 CSS px =
// 0.75 pt), em, rem, ex and ch against the fonts, colours to their components.
// Only percentages and calc() of percentages stay open, for layout to resolve.
//
// A Style is immutable once the cascade has handed it out; layout may share it.
type Style struct {
	// Box generation (CSS Display 3, CSS 2.2 chapter 9)
	Display   Display
	Position  Position
	Float     Float
	FloatPage bool   // float-reference: page; else a top or bottom float goes to its column
	Running   string // name of position: running(name)
	Clear     Clear
	Inset     Edges[Size] // top, right, bottom, left
	ZIndex    int         // ZAuto when auto
	Fixed     bool        // position: fixed, which is Absolute also
	Inline    bool        // it would be inline level were it not out of the flow
	Opacity   float64     // 0 to 1
	Order     int         // of a flex item
	BoxSizing BoxSizing
	Overflow  Overflow
	Visible   bool // visibility

	// Box model (CSS 2.2 chapters 8 and 10)
	Margin, Padding      Edges[Size] // padding is never auto
	Border               Edges[Border]
	Radius               [4]Size // top-left, top-right, bottom-right, bottom-left
	Width, Height        Size    // Auto when unset
	MinWidth, MinHeight  Size    // Auto (= 0) when unset
	MaxWidth, MaxHeight  Size    // None when unset
	Background           Color
	BackgroundImage      []Image // layers, the top one first; nil for none
	BackgroundPosition   [][2]Size
	BackgroundSize       []BackgroundSize
	BackgroundRepeat     [][2]Repetition
	BackgroundOrigin     []BoxEdge
	BackgroundClip       []BoxEdge // nil is the border box
	BoxDecorationClone   bool      // box-decoration-break: clone
	Shadows              []Shadow  // box-shadow, the top one first
	Outline              Border
	OutlineOffset        float64 // pt
	ObjectFit            ObjectFit
	ObjectPosition       [2]Size // x, y
	ImageFromOrientation bool    // image-orientation: from-image (initial true)
	AspectRatio          float64 // 0 when auto

	// Fonts and text (CSS Fonts 4, CSS Text 3 and 4, CSS 2.2 chapter 16)
	Color              Color
	FontFamily         []string // as written, without quotes; generic names kept
	FontSize           float64  // pt
	FontWeight         int      // 1..1000
	FontItalic         bool
	Features           []Feature // from font-variant-*, font-kerning, font-feature-settings, in this order
	LineHeight         float64   // pt; 0 for normal (a written 0 computes to a millionth)
	TextAlign          TextAlign
	TextAlignLast      TextAlign // AlignLastAuto when unset
	TextIndent         Size
	TextTransform      TextTransform
	TextWrap           TextWrap
	TextDecoration     []TextLine // with what the ancestors propagate (CSS Text Decoration 3, section 2)
	TabSize            int        // in spaces
	LetterSpacing      float64    // pt
	WordSpacing        float64    // pt
	WhiteSpace         WhiteSpace
	OverflowWrap       bool // overflow-wrap: break-word or anywhere
	WordBreakPhrase    bool // word-break: auto-phrase
	Hyphens            Hyphens
	HangingPunctuation HangingPunctuation
	VerticalAlign      VerticalAlign
	Lang               string // content language from lang attributes, "" when unknown
	InitialLetter      InitialLetter
	LineSnap           LineSnap // CSS Line Grid 1
	LineGridCreate     bool

	// Lists, generated content (CSS Lists 3, CSS Content 3, GCPM 3)
	ListStyleType    string // "disc", "decimal", "none", a quoted string as "\"– \""
	ListInside       bool
	Content          []ContentItem // nil: normal; see ContentNone
	ContentNone      bool
	Quotes           []string // pairs open, close
	CounterReset     []Counter
	CounterIncrement []Counter
	CounterSet       []Counter
	StringSet        []StringSet
	BookmarkLevel    int // 0 none (GCPM bookmark-level; the user agent sheet sets h1-h6)
	BookmarkLabel    []ContentItem

	// Fragmentation and columns (CSS Break 3, CSS Multicol 1, CSS Page 3)
	BreakBefore, BreakAfter Break
	BreakInside             Break // BreakAuto, BreakAvoid, BreakAvoidPage, BreakAvoidColumn
	Orphans, Widows         int
	Page                    string // named page, "" for auto
	ColumnCount             int    // 0 for auto
	ColumnWidth             Size   // Auto when unset
	ColumnGap               Size   // Auto is normal (1 em)
	ColumnRule              Border
	ColumnFill              ColumnFill
	ColumnSpanAll           bool
	RowGap                  Size

	// Tables (CSS 2.2 chapter 17)
	TableFixed     bool
	BorderCollapse bool
	BorderSpacing  [2]float64 // pt, horizontal and vertical
	CaptionBottom  bool
	EmptyCellsHide bool

	// Single-line flex row (CSS Flexbox 1, only what layout supports)
	FlexGrow, FlexShrink float64
	FlexBasis            Size // Auto when unset
	JustifyContent       Justify
	AlignItems           Align
	AlignSelf            Align // AlignSelfAuto when unset
	FlexColumn           bool

	// Custom holds the custom properties (--x) after inheritance, unparsed.
	Custom map[string]string

	decoration TextLine // of the element itself
	custom     *customEnv
	lineFactor float64 // line-height given as a number, which inherits as such
	variants   [nVariants][]Feature
}

// SizeKind says how to read a Size.
type SizeKind uint8

const (
	Auto   SizeKind = iota // the keyword auto, or normal
	None                   // the keyword none (max-width, max-height)
	Length                 // Pt plus Percent of the reference length
	MinContent
	MaxContent
	FitContent
)

// Size is a computed length that may depend on a reference length.
type Size struct {
	Kind    SizeKind
	Pt      float64 // absolute part, pt
	Percent float64 // part of the reference length: 50 for 50%
}

// Resolve returns the length in pt against the reference length ref, and
// whether s is a length at all.
func (s Size) Resolve(ref float64) (float64, bool) {
	if s.Kind != Length {
		return 0, false
	}
	return s.Pt + s.Percent*ref/100, true
}

// Or returns the length in pt against ref, or def when s is a keyword.
func (s Size) Or(ref, def float64) float64 {
	if v, ok := s.Resolve(ref); ok {
		return v
	}
	return def
}

// Pt makes an absolute Size.
func Pt(v float64) Size { return Size{Kind: Length, Pt: v} }

// Edges holds one value a side, in the CSS order.
type Edges[T any] struct{ Top, Right, Bottom, Left T }

// ColumnFill says which rows of columns are made equally tall.
type ColumnFill uint8

const (
	FillBalance    ColumnFill = iota // the last, and those before spanning boxes
	FillBalanceAll                   // also those that a page ends
	FillAuto                         // those before spanning boxes
)

// BorderStyle is a border-style value; only these are painted.
type BorderStyle uint8

const (
	BorderNone BorderStyle = iota
	BorderHidden
	BorderSolid
	BorderDashed
	BorderDotted
	BorderDouble
)

// Border is one border edge or rule. Width is 0 when the style is none.
type Border struct {
	Width float64 // pt
	Style BorderStyle
	Color Color
}

// ColorSpace names how the components of a Color are read.
type ColorSpace uint8

const (
	Gray ColorSpace = iota // C[0]: 0 black .. 1 white; printed as K only
	RGB                    // sRGB, 0..1
	CMYK                   // device-cmyk() of CSS Color 5, 0..1
)

// Color is a colour with alpha. The zero Color is transparent. Colours written
// as pure greys (#000, black, #999, rgb with equal parts) compute to Gray, so
// that black text and rules print in K only.
type Color struct {
	Space ColorSpace
	C     [4]float64
	A     float64 // 0 transparent .. 1 opaque
}

// Black is the initial colour.
var Black = Color{Space: Gray, A: 1}

// Feature is an OpenType feature setting.
type Feature struct {
	Tag   string // four letters
	Value int
}

type Display uint8

const (
	Inline Display = iota
	Block
	InlineBlock
	ListItem
	FlowRoot
	Flex
	InlineFlex
	Table
	InlineTable
	TableRowGroup
	TableHeaderGroup
	TableFooterGroup
	TableRow
	TableCell
	TableColumn
	TableColumnGroup
	TableCaption
	Contents
	DisplayNone
)

type Position uint8

const (
	Static Position = iota
	Relative
	Absolute
	Running // position: running(name), GCPM; the name is Style.Running
)

// ZAuto is z-index: auto.
const ZAuto = math.MinInt32

type Float uint8

const (
	FloatNone Float = iota
	FloatLeft
	FloatRight
	FloatTop      // page or column float (CSS Page Floats)
	FloatBottom   // likewise
	FloatFootnote // GCPM footnote
)

type Clear uint8

const (
	ClearNone Clear = iota
	ClearLeft
	ClearRight
	ClearBoth
)

type BoxSizing uint8

const (
	ContentBox BoxSizing = iota
	BorderBox
)

type Overflow uint8

const (
	OverflowVisible Overflow = iota
	OverflowHidden           // also clip
)

type ObjectFit uint8

const (
	FitFill ObjectFit = iota
	FitContain
	FitCover
	FitNone
	FitScaleDown
)

type TextAlign uint8

const (
	AlignStart TextAlign = iota
	AlignLeft
	AlignRight
	AlignEnd
	AlignCenter
	AlignJustify
	AlignLastAuto // only for TextAlignLast
)

type TextTransform uint8

const (
	TransformNone TextTransform = iota
	Uppercase
	Lowercase
	Capitalize
)

type TextWrap uint8

const (
	WrapNormal TextWrap = iota
	WrapBalance
	WrapPretty
	WrapNone
)

// Decoration is a bit set of text-decoration-line values.
type Decoration uint8

const (
	Underline Decoration = 1 << iota
	Overline
	LineThrough
)

// TextLine is a line that an element draws through all text in it.
type TextLine struct {
	Line      Decoration
	Style     BorderStyle
	Color     Color
	Thickness Size // Auto is the font's; a percentage is of 1 em
	Offset    Size // of an underline below the baseline; Auto is the font's
}

// Shadow is one shadow of a box.
type Shadow struct {
	X, Y, Blur, Spread float64 // pt
	Color              Color
	Inset              bool
}

type WhiteSpace uint8

const (
	WSNormal WhiteSpace = iota
	WSNowrap
	WSPre
	WSPreWrap
	WSPreLine
)

type Hyphens uint8

const (
	HyphensManual Hyphens = iota
	HyphensNone
)

// HangingPunctuation is a bit set (CSS Text 4, section 8.2).
type HangingPunctuation uint8

const (
	HangFirst HangingPunctuation = 1 << iota
	HangLast
	HangAllowEnd
	HangForceEnd
)

// VerticalAlign is a keyword, or a raise above the baseline.
type VerticalAlign struct {
	Key   VAlign
	Raise float64 // pt, for VARaise; positive is up
}

type VAlign uint8

const (
	VABaseline VAlign = iota
	VASub
	VASuper
	VATop
	VABottom
	VAMiddle
	VATextTop
	VATextBottom
	VARaise
)

// InitialLetter is initial-letter of CSS Inline 3: Lines 0 means normal.
type InitialLetter struct {
	Lines float64
	Sink  int
}

type LineSnap uint8

const (
	SnapNone LineSnap = iota
	SnapBaseline
	SnapContain
)

type Break uint8

const (
	BreakAuto Break = iota
	BreakAvoid
	BreakAvoidPage
	BreakAvoidColumn
	BreakPage // also always
	BreakColumn
	BreakLeft
	BreakRight
	BreakRecto
	BreakVerso
)

type Justify uint8

const (
	JustifyStart Justify = iota
	JustifyEnd
	JustifyCenter
	JustifyBetween
	JustifyAround
	JustifyEvenly
)

type Align uint8

const (
	AlignStretch Align = iota
	AlignItemStart
	AlignItemEnd
	AlignItemCenter
	AlignItemBaseline
	AlignSelfAuto // only for AlignSelf
)

// Counter is one name with its number in counter-reset, -increment or -set.
type Counter struct {
	Name  string
	Value int
}

// ContentKind is the kind of one item of a content list.
type ContentKind uint8

const (
	ContentText           ContentKind = iota // Text
	ContentAttr                              // resolved by box building: Text holds the value
	ContentCounter                           // counter(Name, Style)
	ContentCounters                          // counters(Name, Text, Style)
	ContentString                            // string(Name, Arg): Arg first, start, last, first-except
	ContentLeader                            // leader(Text)
	ContentTargetCounter                     // target-counter(Target, Name, Style)
	ContentTargetCounters                    // target-counters(Target, Name, Text, Style)
	ContentTargetText                        // target-text(Target, Arg)
	ContentElement                           // element(Name), running elements
	ContentSelf                              // content(Arg) in string-set: text, before, after, first-letter
	ContentOpenQuote
	ContentCloseQuote
	ContentURL // url(): an image; Text holds the address
)

// ContentItem is one part of generated content. Counters, strings and targets
// are left to layout, which alone knows the pages.
type ContentItem struct {
	Kind   ContentKind
	Text   string
	Name   string
	Style  string // counter style
	Arg    string
	Target string // "attr(href)" or an address
}

// StringSet is one pair of string-set.
type StringSet struct {
	Name  string
	Value []ContentItem
}

// PageStyle is what @page rules compute to for one page (CSS Page 3). Margins
// and margin boxes are keyed as the specification names them: "top-left", …
type PageStyle struct {
	Width, Height float64 // trimmed size, pt
	Margin        Edges[Size]
	Padding       Edges[Size]
	Border        Edges[Border]
	Background    Color
	Bleed         float64 // pt; bleed auto is 6 pt with crop marks, else 0
	CropMarks     bool
	CrossMarks    bool
	Boxes         map[string]*Style // margin boxes that have content
	Footnote      *Style            // @footnote area
	Style         *Style            // the page context itself: font, colour, counters
}

// PageSelector says which page a PageStyle is wanted for.
type PageSelector struct {
	Name               string // named page, "" for auto
	First, Left, Blank bool   // Left false means a right page
	Number             int    // 1-based, for :nth()
}

// FontFace is one @font-face rule.
type FontFace struct {
	Family  string
	Weights [2]int // lowest and highest weight
	Italic  bool
	Src     []FontSource // in order of preference
	File    string       // style sheet, for messages
	Line    int
}

// FontSource is one entry of src: either Local or URL is set.
type FontSource struct{ Local, URL, Format string }

// Warning is one thing in the input that is not supported or not understood.
// It never stops a build; each is reported once.
type Warning struct {
	File      string
	Line, Col int // 1-based; 0 unknown
	Message   string
}
