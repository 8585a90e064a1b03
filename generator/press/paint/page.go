package paint

import (
	"fmt"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// page paints one page. Layout counts from the top left corner of the trim,
// downwards; PDF from the bottom left corner of the media, upwards.
type page struct {
	*painter
	index    int
	src      *display.Page
	c        pdf.Content
	res      resources
	annots   pdf.Array
	links    []*area       // their annotations are written when all their parts are known
	marked   bool          // a marked-content sequence is open
	elem     *display.Elem // its element, nil for an artifact
	kind     furniture     // of artifacts
	open     furniture     // of the open one
	inText   bool
	untagged bool    // a group: its marks stand around it
	originX  float64 // of the current text line, as written
	originY  float64
	state    state
	stack    []state
}

// state is the part of the graphics state that is only written when it changes.
type state struct {
	fill, stroke css.Color
	filled       bool // fill is known
	stroked      bool
	alpha        float64
	font         *font
	size         float64
}

func (g *page) x(x float64) float64 { return g.src.Slug + x }
func (g *page) y(y float64) float64 { return g.src.Slug + g.src.Height - y }

// page writes the content of page i and returns its dictionary.
func (p *painter) page(i int, src *display.Page) (pdf.Dict, error) {
	g := &page{painter: p, index: i, src: src, state: state{alpha: 1}}
	g.c.Reuse(p.room(), p.longest+p.longest/8)
	if err := g.items(src.Items, len(src.Items)-src.Furniture); err != nil {
		return nil, err
	}
	g.closeMark()
	for range g.stack { // a Push without its Pop must not leak into the marks
		g.c.Op("Q")
	}
	g.state, g.stack = state{alpha: 1}, nil
	g.printersMarks()
	dict := g.boxes()
	dict = append(dict,
		pdf.Entry{Key: "Resources", Value: g.res.dict()},
		pdf.Entry{Key: "Contents", Value: p.content(g.c.Bytes())})
	p.longest = max(p.longest, len(g.c.Bytes()))
	g.writeLinks()
	if len(g.annots) > 0 {
		dict = append(dict, pdf.Entry{Key: "Annots", Value: g.annots})
	}
	if p.tags != nil {
		dict = append(dict,
			pdf.Entry{Key: "StructParents", Value: i},
			pdf.Entry{Key: "Tabs", Value: pdf.Name("S")})
	}
	return dict, nil
}

// boxes are the page boundaries (ISO 32000-1, 14.11.2): the sheet with its
// marks, what may be cut into, what is left after cutting.
func (g *page) boxes() pdf.Dict {
	s, w, h := g.src.Slug, g.src.Width, g.src.Height
	bleed := min(g.src.Bleed, s)
	media := pdf.Array{0.0, 0.0, w + 2*s, h + 2*s}
	return pdf.Dict{
		{Key: "MediaBox", Value: media},
		{Key: "CropBox", Value: media},
		{Key: "BleedBox", Value: pdf.Array{s - bleed, s - bleed, s + w + bleed, s + h + bleed}},
		{Key: "TrimBox", Value: pdf.Array{s, s, s + w, s + h}},
	}
}

func (g *page) item(item display.Item) error {
	switch it := item.(type) {
	case *display.Text:
		return g.text(it)
	case *display.Rect:
		g.mark(it.Elem)
		g.rect(it)
	case *display.Rule:
		g.mark(it.Elem)
		g.rule(it)
	case *display.Frame:
		g.mark(nil)
		g.frame(it)
	case *display.Image:
		g.mark(it.Elem)
		return g.image(it)
	case *display.Push:
		g.closeMark()
		g.push()
		g.clip(it.Clip)
	case *display.Pop:
		g.closeMark()
		g.pop()
	case *display.Link:
		g.link(it)
	default:
		return fmt.Errorf("unknown item %T", item)
	}
	return nil
}

// push saves the graphics state.
func (g *page) push() {
	g.endText()
	g.c.Op("q")
	g.stack = append(g.stack, g.state)
}

// pop restores it; one without a push does nothing.
func (g *page) pop() {
	if len(g.stack) == 0 {
		return
	}
	g.endText()
	g.c.Op("Q")
	g.state = g.stack[len(g.stack)-1]
	g.stack = g.stack[:len(g.stack)-1]
}

// mark opens the marked content of e, unless that is open already. Elements
// that are not in the structure tree count as artifacts.
func (g *page) mark(e *display.Elem) {
	if g.tags == nil || g.untagged {
		return
	}
	if !g.tags.knows(e) {
		e = nil
	}
	if g.marked && g.elem == e && (e != nil || g.kind == g.open) {
		return
	}
	g.closeMark()
	if e == nil {
		g.c.Marked("Artifact", g.kind.dict())
		g.open = g.kind
	} else {
		g.c.Tagged(pdf.Name(e.Type), g.tags.content(e, g.index))
	}
	g.marked, g.elem = true, e
}

// markActual opens marked content of e that is to be read as text.
func (g *page) markActual(e *display.Elem, text string) {
	g.closeMark()
	g.c.Marked("Span", pdf.Dict{{Key: "MCID", Value: g.tags.content(e, g.index)}, {Key: "ActualText", Value: text}})
	g.marked, g.elem = true, e
}

func (g *page) closeMark() {
	g.endText()
	if g.marked {
		g.c.Op("EMC")
		g.marked = false
	}
}

func (g *page) beginText() {
	if !g.inText {
		g.c.Op("BT")
		g.inText, g.originX, g.originY = true, 0, 0
	}
}

func (g *page) endText() {
	if g.inText {
		g.c.Op("ET")
		g.inText = false
	}
}
