package paint

import (
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/pdf"
	"bantin/generator/press/picture"
	"bantin/generator/press/sfnt"
	"bantin/generator/press/svg"
)

// program is a face cut down to its used glyphs, compressed.
type program struct {
	ids  []uint16
	name string
	data pdf.Program
	err  error
}

// cutFonts begins to cut down the faces of all text, several at a time, while
// the pages are painted: their glyphs are known as soon as the layout is.
func (p *painter) cutFonts() {
	used := map[*face.Face]*glyphSet{}
	text := func(t *display.Text) {
		if len(t.Glyphs) == 0 || t.Size <= 0 {
			return
		}
		set := used[t.Face]
		if set == nil {
			set = new(glyphSet)
			used[t.Face] = set
		}
		for i := range t.Glyphs {
			set.add(t.Glyphs[i].ID)
		}
	}
	seen := map[*picture.Vector]bool{}
	for _, page := range p.doc.Pages {
		for _, it := range page.Items {
			switch it := it.(type) {
			case *display.Text:
				text(it)
			case *display.Image:
				inDrawing(it.Picture, seen, func(part svg.Item) {
					if t, ok := part.(*svg.Text); ok {
						text(&t.Run)
					}
				})
			}
		}
	}
	p.programs = make(map[*face.Face]chan program, len(used))
	for f, set := range used {
		done := make(chan program, 1)
		p.programs[f] = done
		go func() { done <- cut(f, set.ids()) }()
	}
}

// inDrawing visits the items of a drawing, and of those in it, each once.
func inDrawing(pic display.Picture, seen map[*picture.Vector]bool, visit func(svg.Item)) {
	v, ok := pic.(*picture.Vector)
	if !ok || seen[v] {
		return
	}
	seen[v] = true
	svg.All(v.Drawing.Items, func(it svg.Item) {
		visit(it)
		if im, ok := it.(*svg.Image); ok {
			inDrawing(im.Picture, seen, visit)
		}
	})
}

// cut makes the program of a face.
func cut(f *face.Face, ids []uint16) program {
	out := program{ids: ids, name: subsetName(f, ids)}
	font, err := sfnt.Parse(f.Data)
	if err != nil {
		out.err = err
		return out
	}
	sub, err := font.Subset(out.name, ids)
	if err != nil {
		out.err = err
		return out
	}
	out.data = pdf.PackProgram(sub.Data, sub.CFF)
	return out
}

// glyphSet is a set of glyph ids.
type glyphSet [1 << 10]uint64

func (s *glyphSet) add(id uint16) { s[id>>6] |= 1 << (id & 63) }

// ids are in rising order.
func (s *glyphSet) ids() (out []uint16) {
	for i, bits := range s {
		for b := range 64 {
			if bits&(1<<b) != 0 {
				out = append(out, uint16(i<<6+b))
			}
		}
	}
	return out
}
