package layout

import (
	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/para"
)

// notesOf lists the footnotes that a line calls.
func notesOf(l *para.Line) []*box.Box {
	var notes []*box.Box
	for k := range l.Pieces {
		d, _ := l.Pieces[k].Data.(*inl)
		for ; d != nil; d = d.parent {
			if n := d.b.Note; d.b.Kind == box.FootnoteCall && n != nil && (len(notes) == 0 || notes[len(notes)-1] != n) {
				notes = append(notes, n)
			}
		}
	}
	return notes
}

// eachCall visits the footnotes and page floats that a fragment calls for, also
// from within others and from boxes that are laid out later.
func (f *frag) eachCall(visit func(*box.Box)) {
	f.each(0, func(d drawer) {
		switch v := d.(type) {
		case *pageFloat:
			call(v.n, visit, 0)
		case *lineBox:
			for _, n := range v.notes {
				call(n, visit, 0)
			}
		case *absolute:
			callsIn(v.n, visit, 0)
		}
	})
}

func call(n *box.Box, visit func(*box.Box), depth int) {
	visit(n)
	callsIn(n, visit, depth)
}

// callsIn visits what the content of n calls for.
func callsIn(n *box.Box, visit func(*box.Box), depth int) {
	if depth > maxNesting {
		return
	}
	for _, c := range n.Children {
		switch {
		case c.Kind == box.FootnoteCall && c.Note != nil:
			call(c.Note, visit, depth+1)
		case c.Kind == box.TextBox, c.Style.Float == css.FloatFootnote:
		case pageFloated(c.Style):
			call(c, visit, depth+1)
		default:
			callsIn(c, visit, depth+1)
		}
	}
}

// each visits everything placed in a fragment.
func (f *frag) each(depth int, visit func(drawer)) {
	if depth > maxNesting {
		return
	}
	for _, layer := range [...][]op{f.back, f.floats, f.body, f.over} {
		for _, o := range layer {
			eachDrawer(o.d, depth+1, visit)
		}
	}
}

func eachDrawer(d drawer, depth int, visit func(drawer)) {
	switch v := d.(type) {
	case nil:
	case *frag:
		v.each(depth, visit)
	case columnFrag:
		v.f.each(depth, visit)
	case *atom:
		v.frag.each(depth, visit)
	case *clip:
		v.f.each(depth, visit)
	case *raised:
		v.f.each(depth, visit)
	case *lineBox:
		visit(v)
		for k := range v.line.Pieces {
			if i, _ := v.line.Pieces[k].Data.(*inl); i != nil && i.atom != nil {
				i.atom.frag.each(depth, visit)
			} else if i != nil && i.abs != nil {
				visit(i.abs)
			}
		}
	default:
		visit(v)
	}
}
