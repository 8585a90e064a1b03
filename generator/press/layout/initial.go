package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
	"bantin/generator/press/para"

	"golang.org/x/text/unicode/norm"
)

// initialLetter sets a drop cap (CSS Inline 3, section 7): as large as its
// lines, its cap height on the first line's and its baseline on that of the
// line it sinks to. Lines beside it are shortened as beside a float.
func (b *builder) initialLetter(n, letter *box.Box, x, w float64) {
	e := b.e
	f := e.font(n.Style)
	il := letter.Style.InitialLetter
	sink := il.Sink
	if sink <= 0 {
		sink = int(math.Floor(il.Lines))
	}
	sink = min(max(sink, 1), 50)
	st := e.initialStyle(letter.Style, f, il.Lines)
	ed := edgesOf(letter.Style, w)
	d := &inl{b: letter, f: e.font(st)}
	text := letter.PlainText()
	inner := &inl{b: letter, parent: &inl{b: &box.Box{Kind: box.InlineBox, Style: st, Parent: n}, f: d.f}, f: d.f}
	if len(letter.Children) > 0 {
		inner.b = letter.Children[0]
	}
	items := []para.Item{{Text: text, Face: d.f.faces, Size: st.FontSize, Features: d.f.features, Lang: st.Lang, NoWrap: true, Data: inner}}
	lines := para.Break(items, para.Style{}, func(int) (float64, float64) { return 0, huge })
	if len(lines) == 0 {
		return
	}
	asc, desc := f.strut()
	line := &lineBox{e: e, n: n, line: lines[0], shift: ed.left(), asc: asc + float64(sink-1)*f.line, desc: desc}
	g := newFrag(lines[0].Natural + ed.horizontal())
	g.h = float64(sink) * f.line
	g.body = []op{{0, 0, line}}
	a := &atom{box: letter, frag: g, w: g.w, h: g.h, ml: ed.ml, mr: ed.mr}
	if rise := (il.Lines - float64(sink)) * f.line; rise > tolerance {
		b.add(item{kind: itSpace, h: rise})
	}
	above, below := markRoom(lines[0], f, sink)
	if above -= max(0, n.Style.Margin.Top.Or(w, 0)); above > tolerance {
		b.add(item{kind: itSpace, h: above})
	}
	h := g.h + below - f.line/4
	b.floats.reserve(leftSide, x, x+a.outerW(), b.y, b.y+h)
	b.add(item{kind: itFloat, part: &floatItem{a: a, x: x, h: h, left: true}})
}

// markRoom is the room that the marks of an initial need besides its lines: as
// much above as they rise over the first, and below a line more when a dot hangs
// into the next. The specification leaves them to the author, but no style sheet
// knows which letter will come; setters of Vietnamese make room.
func markRoom(line para.Line, f *font, sink int) (above, below float64) {
	var top, bottom float64
	for i := range line.Pieces {
		pc := &line.Pieces[i]
		if pc.Face == nil || len(norm.NFD.String(pc.Text)) == len(norm.NFC.String(pc.Text)) { // no marks
			continue
		}
		for k, g := range pc.Glyphs {
			t, b := pc.Face.Ink(g.ID)
			if pc.Offsets != nil {
				t, b = t+float64(pc.Offsets[k].Y)*1000/pc.Size, b+float64(pc.Offsets[k].Y)*1000/pc.Size
			}
			top, bottom = max(top, t*pc.Size/1000), min(bottom, b*pc.Size/1000)
		}
	}
	asc, _ := f.strut()
	above = max(0, top-asc-float64(sink-1)*f.line)
	if asc+float64(sink-1)*f.line-bottom > (float64(sink)+0.15)*f.line {
		below = f.line
	}
	return above, below
}

// initialStyle is the letter's style with the size that spans n lines of the
// paragraph's font: from the cap height of the first to the last baseline.
func (e *engine) initialStyle(s *css.Style, f *font, n float64) *css.Style {
	t := *s
	t.FontSize = 1000
	unit := e.fontSized(&t).capHeight / 1000
	if unit <= 0 {
		unit = 0.7
	}
	t.FontSize = ((n-1)*f.line + f.capHeight) / unit
	t.LineHeight = f.line
	return &t
}

// fontSized is font without the cache, for styles made here.
func (e *engine) fontSized(s *css.Style) *font {
	f := e.font(s)
	delete(e.fonts, s)
	return f
}
