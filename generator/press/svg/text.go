package svg

import (
	"strings"
	"unicode/utf8"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
	"bantin/generator/press/para"
)

// span is a stretch of text of one style, without a place of its own but at its
// beginning.
type span struct {
	text   string
	style  style
	e      *element
	x, y   *float64 // absolute
	dx, dy float64
	pieces []para.Piece
	width  float64
	drop   float64 // of dy, from the chunk's baseline
	at     float64 // from the chunk's beginning
}

// writer gathers the characters of a text element with their places (SVG 2,
// section 11.4: the addressable characters).
type writer struct {
	*parser
	chars  []rune
	styles []style
	elems  []*element
	places [4]map[int]float64 // x, y, dx, dy
	space  bool               // the last character is one that collapses
}

var placing = [4]string{"x", "y", "dx", "dy"}

// text sets a text element.
func (p *parser) text(e *element, s style) error {
	w := &writer{parser: p, space: true}
	for i := range w.places {
		w.places[i] = map[int]float64{}
	}
	if err := w.read(e, s); err != nil {
		return err
	}
	if n := len(w.chars); n > 0 && w.space && w.chars[n-1] == ' ' && !w.styles[n-1].preserve {
		w.chars = w.chars[:n-1]
	}
	var from int
	spans := w.spans()
	x, y := 0.0, 0.0
	for i := range spans {
		if i > 0 && (spans[i].x != nil || spans[i].y != nil) {
			x, y = p.chunk(spans[from:i], x, y)
			from = i
		}
	}
	if from < len(spans) {
		if from == 0 {
			p.stretch(e, spans)
		}
		p.chunk(spans[from:], x, y)
	}
	return nil
}

// read takes in the characters below e, whose style is s.
func (w *writer) read(e *element, s style) error {
	first := len(w.chars)
	for i, name := range placing {
		for k, f := range strings.FieldsFunc(e.attrs[name], func(r rune) bool { return r == ',' || r <= ' ' }) {
			if n, ok := w.length(f, w.view[i%2]); ok && e.name != "a" && k < maxElements {
				w.places[i][first+k] = n
			}
		}
	}
	if r := strings.Trim(e.attrs["rotate"], "0, "); r != "" && e.name != "a" {
		w.warn(e, "rotate of single characters is not supported and is ignored")
	}
	for _, k := range e.kids {
		switch k.name {
		case "":
			w.write(k.text, s, e)
		case "tspan", "a", "textPath":
			if k.name == "textPath" {
				w.warn(k, "<textPath> is not supported: its text is set straight")
			}
			em := w.em
			if t := w.inherit(s, k); !t.hidden {
				if err := w.read(k, t); err != nil {
					return err
				}
			}
			w.em = em
		default:
			if !passive[k.name] {
				w.warn(k, "<%s> is not supported and is left out", k.name)
			}
		}
	}
	for i := range w.places { // places for more characters than there are
		for k := range w.places[i] {
			if k >= len(w.chars) {
				delete(w.places[i], k)
			}
		}
	}
	if len(w.chars) > maxElements {
		return ErrHuge
	}
	return nil
}

// write takes in characters; white space becomes one space.
func (w *writer) write(text string, s style, e *element) {
	for _, r := range text {
		if r == '\n' || r == '\t' || r == '\r' {
			r = ' '
		}
		if r == ' ' && w.space && !s.preserve {
			continue
		}
		w.space = r == ' '
		w.chars, w.styles, w.elems = append(w.chars, r), append(w.styles, s), append(w.elems, e)
	}
}

// spans cuts the characters where the style changes and where one has a place.
func (w *writer) spans() []span {
	var out []span
	for i, r := range w.chars {
		_, px := w.places[0][i]
		_, py := w.places[1][i]
		dx, pdx := w.places[2][i]
		dy, pdy := w.places[3][i]
		if i == 0 || px || py || pdx && dx != 0 || pdy && dy != 0 || w.elems[i] != w.elems[i-1] {
			s := span{style: w.styles[i], e: w.elems[i], dx: dx, dy: dy}
			if v := w.places[0][i]; px {
				s.x = &v
			}
			if v := w.places[1][i]; py {
				s.y = &v
			}
			out = append(out, s)
		}
		out[len(out)-1].text += string(r)
	}
	return out
}

// chunk sets spans that go on from one place and are anchored together; it
// returns where they end.
func (p *parser) chunk(spans []span, x, y float64) (float64, float64) {
	first := &spans[0]
	if first.x != nil {
		x = *first.x
	}
	if first.y != nil {
		y = *first.y
	}
	pen, drop := 0.0, 0.0
	for i := range spans {
		s := &spans[i]
		if s.pieces == nil {
			p.shaped(s)
		}
		pen, drop = pen+s.dx, drop+s.dy
		s.at, s.drop = pen, drop
		pen += s.width
	}
	shift := 0.0
	switch first.style.anchor {
	case "middle":
		shift = -pen / 2
	case "end":
		shift = -pen
	}
	for i := range spans {
		if s := &spans[i]; s.style.visible {
			p.written(s, x+shift+s.at, y+s.drop)
		}
	}
	return x + shift + pen, y + drop
}

// shaped finds the glyphs of a span.
func (p *parser) shaped(s *span) {
	t := &s.style
	it := para.Item{Text: s.text, Face: p.opt.Fonts.Match(t.families, t.weight, t.italic), Size: t.size, Letter: t.letter, Word: t.word,
		NoWrap: true, Pre: true}
	if t.size <= 0 {
		return
	}
	for _, line := range para.Break([]para.Item{it}, para.Style{MaxScale: -1}, func(int) (float64, float64) { return 0, 1e9 }) {
		s.pieces = append(s.pieces, line.Pieces...)
	}
	for i := range s.pieces {
		s.width = max(s.width, s.pieces[i].X+s.pieces[i].Width)
	}
}

// stretch makes a text of one chunk as long as textLength says, by spaces between
// its letters (SVG 2, section 11.5).
func (p *parser) stretch(e *element, spans []span) {
	want, ok := p.length(e.attrs["textLength"], p.view[0])
	if !ok && len(e.kids) == 1 { // LibreOffice and Inkscape write it on the line
		want, ok = p.length(e.kids[0].attrs["textLength"], p.view[0])
	}
	if !ok || want <= 0 {
		return
	}
	total, letters := 0.0, 0
	for i := range spans {
		p.shaped(&spans[i])
		total += spans[i].dx + spans[i].width
		letters += utf8.RuneCountInString(spans[i].text)
	}
	if letters < 2 || total <= 0 {
		return
	}
	for i := range spans {
		s := &spans[i]
		s.style.letter += (want - total) / float64(letters-1)
		s.pieces, s.width = nil, 0
	}
}

// baselines of CSS Inline 3, above the alphabetic one, in 1/1000 em.
func baselineOf(f *face.Face, name string) float64 {
	switch name {
	case "middle":
		return f.XHeight / 2
	case "central":
		return (f.Ascent + f.Descent) / 2
	case "mathematical":
		return 500
	case "hanging":
		return 0.8 * f.Ascent
	case "text-before-edge", "before-edge", "text-top", "top":
		return f.Ascent
	case "text-after-edge", "after-edge", "ideographic", "text-bottom", "bottom":
		return f.Descent
	}
	return 0
}

// written draws a span with its first glyph at (x, y).
func (p *parser) written(s *span, x, y float64) {
	t := &s.style
	fill, stroke := p.flat(s, t.fill), (*Paint)(nil)
	if t.width > 0 {
		stroke = p.flat(s, t.stroke)
	}
	if len(s.pieces) == 0 {
		return
	}
	y += baselineOf(s.pieces[0].Face, t.baseline) * t.size / 1000
	y -= t.raise
	p.line(s, fill, x, y)
	for i := range s.pieces {
		pc := &s.pieces[i]
		if pc.Face == nil || len(pc.Glyphs) == 0 || fill == nil && stroke == nil {
			continue
		}
		it := &Text{Matrix: t.matrix, Fill: fill != nil, Stroke: stroke, Width: t.width, Join: t.join, FillOpacity: t.fillOpacity, StrokeOpacity: t.strokeOpacity}
		it.Run = display.Text{X: x + pc.X, Y: y, Face: pc.Face, Size: pc.Size, Glyphs: pc.Glyphs, Offsets: pc.Offsets, Text: pc.Text}
		if fill != nil {
			it.Run.Color = fill.Color
		}
		p.missing(s, it)
		if stroke != nil && fill != nil && t.strokeFirst {
			below := *it
			below.Fill = false
			it.Stroke = nil
			*p.out = append(*p.out, &below)
		}
		*p.out = append(*p.out, it)
	}
}

// flat is the one colour of a paint of text.
func (p *parser) flat(s *span, written string) *Paint {
	paint := p.paint(s.e, written, s.style.color, []Seg{{'M', [6]float64{0, 0}}, {'L', [6]float64{1, 1}}})
	if paint != nil && paint.Gradient != nil {
		p.warn(s.e, "a gradient on text is not supported; its first colour is used")
		return &Paint{Color: paint.Gradient.Stops[0].Color}
	}
	return paint
}

// missing tells of signs that no font has.
func (p *parser) missing(s *span, it *Text) {
	for i, from := 0, 0; i < len(it.Run.Glyphs); {
		end, sign, next := it.Run.Cluster(i, from)
		if it.Run.Glyphs[i].ID == 0 && strings.TrimSpace(sign) != "" {
			p.warn(s.e, "no font has the sign %s", sign)
		}
		i, from = end, next
	}
}

// line draws underlines and the like below the letters.
func (p *parser) line(s *span, fill *Paint, x, y float64) {
	if s.style.lines == 0 || fill == nil {
		return
	}
	f, k := s.pieces[0].Face, s.style.size/1000
	at := func(bit css.Decoration, up, thick float64) {
		if s.style.lines&bit == 0 {
			return
		}
		var n pen
		n.rect(x, y-up*k-thick*k/2, s.width, thick*k, [2]float64{})
		*p.out = append(*p.out, &Path{Segs: n.segs, Matrix: s.style.matrix, Fill: fill, FillOpacity: s.style.fillOpacity})
	}
	at(css.Underline, f.UnderlinePos-f.UnderlineSz/2, f.UnderlineSz)
	at(css.Overline, f.Ascent, f.UnderlineSz)
	at(css.LineThrough, f.StrikePos, f.StrikeSz)
}
