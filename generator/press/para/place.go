package para

import (
	"math"
	"slices"

	"bantin/generator/press/face"
)

// output collects lines. Pieces and glyphs of all lines share a few large
// slices.
type output struct {
	lines   []Line
	pieces  []Piece
	glyphs  []face.Placed
	offsets []face.Offset // of the glyphs; empty as long as all are 0
	end     int32         // byte of its item's text where the last text piece ends
	told    int32         // bytes of the last piece's text that its glyphs stand for
	cluster int32         // where the cluster of the last glyph begins in that, or -1
}

// put adds a glyph to the last piece: it stands for what of the piece's text
// comes before byte end, when that is a cluster of its own.
func (o *output) put(g *face.Glyph, start, end int32, size, adv float64) {
	p := face.Placed{ID: g.ID, Adv: float32(adv)}
	if start != o.cluster && start < end && end > o.told {
		p.Len = uint16(min(end-o.told, face.Soft-1))
		o.told += int32(p.Len)
	}
	o.cluster = start
	o.glyphs = append(o.glyphs, p)
	if n := len(o.offsets); n > 0 || g.XOff != 0 || g.YOff != 0 {
		em := float32(size / 1000)
		o.offsets = append(slices.Grow(o.offsets, len(o.glyphs)-n)[:len(o.glyphs)-1], face.Offset{X: g.XOff * em, Y: g.YOff * em})
	}
}

// show gives piece p, which has the glyphs from the given one on, those as far
// as they are placed.
func (o *output) show(p *Piece, from int) {
	n := len(o.glyphs)
	p.Glyphs, p.Offsets = o.glyphs[from:n:n], nil
	if len(o.offsets) > from {
		p.Offsets = o.offsets[from:n:n]
	}
}

func (o *output) empty(s slot, item int) {
	o.lines = append(o.lines, Line{Left: s.left, Width: s.width, Last: true, Item: int32(item)})
}

// place makes the lines that end at the given opportunities.
func (b *breaker) place(items []Item, breaks []int32, line int) {
	o := &b.out
	glyphs, pieces := len(breaks), len(breaks)
	for i := range b.atoms {
		a := &b.atoms[i]
		glyphs += len(a.glyphs)
		if p := &b.atoms[max(i-1, 0)]; a.kind > glue || a.item != p.item || a.face != p.face || i == 0 {
			pieces++
		}
	}
	o.pieces = make([]Piece, 0, pieces)
	o.glyphs, o.offsets = make([]face.Placed, 0, glyphs), nil
	start := opportunity{}
	b.opening(&start)
	from := &start
	for i, k := range breaks {
		to := &b.opps[k]
		b.placeLine(items, from, to, line+i, i == len(breaks)-1)
		from = to
	}
}

// spacing is what justification makes of a line.
type spacing struct {
	bend    float64 // scale of glyphs, less 1; tracking goes with it
	ratio   float64 // of spaces: stretch above 0, shrink below
	perGap  float64 // pt more for every space, when spaces do not stretch
	leaders float64 // pt for every leader, more than its pattern
}

func (b *breaker) placeLine(items []Item, from, to *opportunity, number int, last bool) {
	s := b.slot(number)
	l := Line{Left: s.left, Width: s.width, Last: last}
	if int(from.at) < len(b.atoms) {
		l.Item, l.At = b.atoms[from.at].item, b.atoms[from.at].from
	}
	t := to.end.minus(from.start)
	x := 0.0
	if number == 0 {
		x = b.style.Indent
		if from.at == 0 {
			l.HangL = b.firstHang
		}
	}
	room := s.width - x + l.HangL
	l.HangR = b.hangs(to, t, room)
	sp, ratio := b.spread(t, room+l.HangR, last)
	l.Ratio = ratio
	x -= l.HangL
	l.Pieces, x = b.pieces(items, from, to, sp, x, s.width+l.HangR)
	l.Natural = x - l.HangR
	if over := l.Natural - s.width; over > 1e-3 {
		l.Overfull = over
	}
	b.out.lines = append(b.out.lines, l)
}

// hangs is what really hangs out at the end of a line.
func (b *breaker) hangs(to *opportunity, t totals, room float64) float64 {
	if !b.style.Justify && to.hangCSS && t.w <= room+slop {
		return 0
	}
	return to.hang
}

// spread shares out what is left of a line, or lacks: scaling and spaces take
// their parts, then spaces take the rest. Leaders take all.
func (b *breaker) spread(t totals, room float64, last bool) (spacing, float64) {
	sp := spacing{}
	slack := room - t.w
	if t.leaders > 0 && slack > 0 {
		sp.leaders = slack / float64(t.leaders)
		return sp, 0
	}
	if !b.style.Justify || slack >= 0 && last && !b.style.LastJustify {
		return sp, 0
	}
	glyphs := b.maxScale * t.bend
	if slack < 0 {
		ratio := 0.0
		if shrink := t.sh + glyphs; shrink > 0 {
			ratio = math.Max(-1, slack/shrink)
		}
		sp.bend, sp.ratio = ratio*b.maxScale, ratio
		return sp, ratio
	}
	if t.spaces == 0 {
		return sp, 0
	}
	ratio := slack
	if stretch := t.st + glyphs; stretch > 0 {
		ratio = slack / stretch
	}
	e := math.Min(ratio, 2) * b.maxScale
	sp.bend = e
	if slack -= e * t.bend; t.st > 0 {
		sp.ratio = slack / t.st
	} else {
		sp.perGap = slack / float64(t.spaces)
	}
	return sp, ratio
}
