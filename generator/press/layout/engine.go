package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	picfile "bantin/generator/press/picture"
)

// maxNesting bounds the nesting of boxes that layout follows; deeper content is
// laid out flat, so that hostile input cannot exhaust the stack.
const maxNesting = 600

// engine holds what is shared by the passes over one document: caches keyed by
// box, which hold results that do not depend on the pages.
type engine struct {
	in      Input
	root    *box.Box
	canvas  *box.Box // whose background is the canvas's; nil when there is none
	fonts   map[*css.Style]*font
	widths  map[*box.Box]minMax
	atoms   map[atomKey]*atom
	paras   map[paraKey]*paragraph
	pics    map[*box.Box]*picture
	tags    *tags
	prev    *pass             // the pass before, for page references; nil in the first
	depends map[*box.Box]bool // the subtree shows page numbers or targets
	pageOf  map[string]*pageSize
	nest    int // current nesting of atoms
	pass    *pass

	delay     map[*box.Box]float64 // how far floats are pushed by the ends of pages
	postponed bool                 // one more in this layout

	backs      map[string]*picture
	hasAreas   bool // some box is a footnote or a page float
	noteBlocks map[*box.Box]*box.Box
	grids      map[*box.Box]*tableGrid
	orders     map[*box.Box]int // of positioned boxes in the document
	ahead      *ahead           // nil when nobody works ahead

	room [][]item // of flows that are finished, for the next ones
}

// takeRoom is an empty list with room from an earlier flow, which a long one
// would otherwise make anew each time that it doubles.
func (e *engine) takeRoom() (list []item) {
	if k := len(e.room); k > 0 {
		list, e.room = e.room[k-1], e.room[:k-1]
	}
	return list
}

// giveRoom takes a list back that nobody looks at any more.
func (e *engine) giveRoom(list []item) {
	clear(list)
	e.room = append(e.room, list[:0])
}

type atomKey struct {
	b    *box.Box
	w, h float64
	kind uint8
}

// font is what a style's text is set with.
type font struct {
	faces     []*face.Face
	features  []face.Feature
	asc, desc float64 // content area, pt, both positive
	line      float64 // used line-height, pt
	xHeight   float64
	capHeight float64
}

func newEngine(root *box.Box, in Input) *engine {
	e := newCaches(root, in)
	e.markDependent(root, 0)
	e.canvas = canvasOf(root)
	e.tags = newTags(root)
	e.tags.sources(in.SourceAttr)
	return e
}

// newCaches is an engine that knows nothing of its document yet.
func newCaches(root *box.Box, in Input) *engine {
	return &engine{
		in: in, root: root,
		fonts:      map[*css.Style]*font{},
		widths:     map[*box.Box]minMax{},
		atoms:      map[atomKey]*atom{},
		paras:      map[paraKey]*paragraph{},
		pics:       map[*box.Box]*picture{},
		noteBlocks: map[*box.Box]*box.Box{},
		depends:    map[*box.Box]bool{},
		pageOf:     map[string]*pageSize{},
		delay:      map[*box.Box]float64{},
		backs:      map[string]*picture{},
		grids:      map[*box.Box]*tableGrid{},
	}
}

// markDependent notes every box whose content changes with the pages.
func (e *engine) markDependent(b *box.Box, depth int) bool {
	dep := len(b.Content) > 0
	e.hasAreas = e.hasAreas || b.Style.Float > css.FloatRight
	if depth < maxNesting {
		for _, c := range b.Children {
			if e.markDependent(c, depth+1) {
				dep = true
			}
		}
	}
	if dep {
		e.depends[b] = true
	}
	return dep
}

// forgetPageDependent drops cached results that show page numbers.
func (e *engine) forgetPageDependent() {
	for b := range e.depends {
		delete(e.widths, b)
	}
	for k := range e.atoms {
		if e.depends[k.b] {
			delete(e.atoms, k)
		}
	}
	for k := range e.paras {
		if e.depends[k.b] {
			delete(e.paras, k)
		}
	}
}

// font returns the faces and metrics of a style.
func (e *engine) font(s *css.Style) *font {
	if f, ok := e.fonts[s]; ok {
		return f
	}
	f := &font{faces: e.in.Fonts.Match(s.FontFamily, s.FontWeight, s.FontItalic)}
	for _, ft := range s.Features {
		f.features = append(f.features, face.Feature{Tag: ft.Tag, Value: ft.Value})
	}
	gap := 0.0
	f.asc, f.desc = 0.8*s.FontSize, 0.2*s.FontSize
	f.xHeight, f.capHeight = 0.5*s.FontSize, 0.7*s.FontSize
	if len(f.faces) > 0 {
		k, p := s.FontSize/1000, f.faces[0]
		f.asc, f.desc, gap = p.Ascent*k, -p.Descent*k, p.LineGap*k
		f.xHeight, f.capHeight = p.XHeight*k, p.CapHeight*k
	}
	f.line = s.LineHeight
	if f.line == 0 {
		f.line = f.asc + f.desc + gap
	}
	e.fonts[s] = f
	return f
}

// strut is the ascent and descent of a line box with only the block's own font
// in it (CSS 2.2, 10.8.1): half the leading on each side.
func (f *font) strut() (asc, desc float64) {
	half := (f.line - f.asc - f.desc) / 2
	return f.asc + half, f.desc + half
}

// picture is a replaced box's picture, or why there is none.
type picture struct {
	pic  display.Picture
	w, h float64 // natural size, 0 when unknown
	err  error
}

// background is a background picture, loaded once.
func (e *engine) background(address string) *picture {
	if p, ok := e.backs[address]; ok {
		return p
	}
	p := &picture{}
	if e.in.Picture != nil {
		if p.pic, p.err = e.in.Picture(address, nil); p.pic != nil {
			p.w, p.h = p.pic.Size()
		}
	}
	e.backs[address] = p
	return p
}

func (e *engine) picture(b *box.Box) *picture {
	if p, ok := e.pics[b]; ok {
		return p
	}
	p := &picture{}
	if e.in.Picture != nil && (b.Replaced().Source != "" || b.Node != nil) {
		p.pic, p.err = e.in.Picture(b.Replaced().Source, b.Node)
		if r, ok := p.pic.(*picfile.Raster); ok && !b.Style.ImageFromOrientation {
			p.pic = r.Upright()
		}
		if p.pic != nil {
			p.w, p.h = p.pic.Size()
		}
	}
	e.pics[b] = p
	return p
}
