package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// atom is a box laid out as one unbreakable piece: a float, an inline block, a
// flex item, an absolutely placed box. frag is its border box.
type atom struct {
	box            *box.Box
	frag           *frag
	w, h           float64 // border box
	mt, mr, mb, ml float64
}

func (a *atom) outerW() float64 { return a.w + a.ml + a.mr }
func (a *atom) outerH() float64 { return a.h + a.mt + a.mb }

// draw paints the atom with its margin box at (x, y).
func (a *atom) draw(p *painter, x, y float64) { a.frag.draw(p, x+a.ml, y+a.mt) }

const (
	atomShrink uint8 = iota // auto width shrinks to fit
	atomExact               // the width given is the border box's
	atomItem                // likewise, with the height of the containing block
)

// atom lays out n in a containing block cbw x cbh (negative when indefinite),
// with shrink-to-fit for an auto width.
func (e *engine) atom(n *box.Box, cbw, cbh float64) *atom {
	key := atomKey{n, cbw, cbh, atomShrink}
	if a, ok := e.atoms[key]; ok {
		return a
	}
	ed := edgesOf(n.Style, cbw)
	extra := ed.horizontal()
	w, ok := e.ownWidth(n, cbw, extra)
	switch {
	case n.Kind == box.ReplacedBox:
		w, _ = e.replacedSize(n, cbw, cbh)
	case !ok:
		w = e.fit(n, math.Max(0, cbw-ed.ml-ed.mr-extra))
	}
	if n.Kind != box.ReplacedBox {
		w = e.clampWidth(n, w, cbw, extra)
	}
	a := e.atomAt(n, ed, w, cbh)
	e.atoms[key] = a
	return a
}

// atomExact lays out n with border box width w, and height h when not negative.
func (e *engine) atomExact(n *box.Box, w, h, cbw float64) *atom {
	key := atomKey{n, w, h, atomExact}
	if a, ok := e.atoms[key]; ok {
		return a
	}
	ed := edgesOf(n.Style, cbw)
	a := e.atomAt(n, ed, math.Max(0, w-ed.horizontal()), -1)
	if h > a.h {
		a = stretch(a, h)
	}
	e.atoms[key] = a
	return a
}

// atomFor is an atom of a given border box width in a containing block cbh high.
func (e *engine) atomFor(n *box.Box, w, cbw, cbh float64) *atom {
	key := atomKey{n, w, cbh, atomItem}
	a, ok := e.atoms[key]
	if !ok {
		ed := e.edgesOf(n, cbw)
		a = e.atomAt(n, ed, math.Max(0, w-ed.horizontal()), cbh)
		e.atoms[key] = a
	}
	return a
}

// resize makes an atom's border box h high: its content is laid out again when
// it shares the height or overflows it.
func (e *engine) resize(a *atom, ed edges, h, cbh float64) *atom {
	switch {
	case math.Abs(h-a.h) < tolerance && !sharesHeight(a.box, 0):
		return a
	case h > a.h && !sharesHeight(a.box, 0) && a.box.Kind != box.FlexBox && a.box.Kind != box.TableBox && tableOf(a.box) == nil:
		return stretch(a, h)
	}
	return e.atomSized(a.box, ed, a.w-ed.horizontal(), math.Max(0, h-ed.vertical()), cbh)
}

// stretch makes an atom's border box taller: its backgrounds and borders grow.
func stretch(a *atom, h float64) *atom {
	f := *a.frag
	f.back = append([]op(nil), f.back...)
	if len(f.back) > 0 {
		if d, ok := f.back[0].d.(*deco); ok && d.box == a.box {
			g := *d
			g.h += h - a.h
			f.back[0].d = &g
		}
	}
	f.h = h
	c := *a
	c.frag, c.h = &f, h
	return &c
}

// atomAt lays out n with content width w.
func (e *engine) atomAt(n *box.Box, ed edges, w, cbh float64) *atom {
	return e.atomSized(n, ed, w, -1, cbh)
}

// atomSized lays out n with content width w and, unless negative, content height
// h, whatever its own width and height say.
func (e *engine) atomSized(n *box.Box, ed edges, w, h, cbh float64) *atom {
	a := &atom{box: n, mt: ed.mt, mr: ed.mr, mb: ed.mb, ml: ed.ml, w: w + ed.horizontal()}
	if e.nest > maxNesting/4 {
		a.frag = newFrag(a.w)
		return a
	}
	e.nest++
	b := e.newBuilder(a.w, cbh)
	b.columns, b.sealH = columnNesting(n), h
	ed.mt, ed.mb = 0, 0
	b.sealed(n, ed, w)
	f := b.finish()
	e.nest--
	a.frag = e.whole(f)
	a.h = a.frag.h
	if n.Style.Overflow == css.OverflowHidden && n.Kind != box.ReplacedBox {
		a.frag = clipped(n, ed, a.frag, a.w, a.h)
	}
	return a
}

// sealed lays n out as a formatting root whatever its kind.
func (b *builder) sealed(n *box.Box, ed edges, w float64) {
	b.begun, b.seal = true, n
	b.boxAt(n, ed, 0, w)
}

// whole places a flow in one fragmentainer without bound.
func (e *engine) whole(f *flow) *frag {
	out := newFrag(f.width)
	w := walker{e: e, f: f, ctx: fillCtx{h: math.Inf(1), fresh: true}}
	r := w.run(cursor{}, out, nil)
	out.h = r.y
	return out
}

// clipped wraps the inside of a fragment in its padding box's clip.
func clipped(n *box.Box, ed edges, f *frag, w, h float64) *frag {
	g := newFrag(w)
	g.h, g.first, g.last = f.h, f.first, f.last
	rest := *f
	if len(f.back) > 0 {
		g.back = f.back[:1]
		rest.back = f.back[1:]
	}
	g.body = []op{{0, 0, &clip{n: n, ed: ed, w: w, h: h, f: &rest}}}
	return g
}
