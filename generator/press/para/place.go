package para

import "math"

// output collects lines. Pieces and glyphs of all lines share a few large
// slices.
type output struct {
	lines  []Line
	pieces []Piece
	glyphs []Placed
}

func (o *output) empty(s slot) {
	o.lines = append(o.lines, Line{Left: s.left, Width: s.width, Last: true})
}

// place makes the lines that end at the given opportunities.
func (b *breaker) place(items []Item, breaks []int32, line int) {
	o := &b.out
	glyphs := len(breaks)
	for i := range b.atoms {
		glyphs += len(b.atoms[i].glyphs)
	}
	o.pieces = make([]Piece, 0, len(b.atoms))
	o.glyphs = make([]Placed, 0, glyphs)
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
	e := math.Min(ratio, 1) * b.maxScale
	sp.bend = e
	if slack -= e * t.bend; t.st > 0 {
		sp.ratio = slack / t.st
	} else {
		sp.perGap = slack / float64(t.spaces)
	}
	return sp, ratio
}

// pieces sets the atoms of one line from x on and returns where they end.
func (b *breaker) pieces(items []Item, from, to *opportunity, sp spacing, x, edge float64) ([]Piece, float64) {
	o := &b.out
	first := len(o.pieces)
	for i := from.at; i < to.at; i++ {
		a := &b.atoms[i]
		dropped := a.kind == glue && !a.keep && (i < from.head || i >= to.tail)
		if dropped {
			continue
		}
		it := &items[a.item]
		switch a.kind {
		case box:
			merged := i > from.at && len(o.pieces) > first && b.continues(i)
			x = o.boxPiece(a, it, sp.bend, x, merged)
			if to.chance == atShy && i == to.tail-1 {
				x = o.addHyphen(a, it, x)
			}
		case glue:
			x = o.spacePiece(a, it, sp, x)
		case leader:
			o.leaderPiece(a, it, x, a.w+sp.leaders, edge)
			x += a.w + sp.leaders
		default:
			o.pieces = append(o.pieces, Piece{Item: int(a.item), Data: it.Data, X: x, Width: a.w, ScaleX: 1})
			x += a.w
		}
	}
	return o.pieces[first:len(o.pieces):len(o.pieces)], x
}

// continues reports whether atom i and the one before it are one word in one
// face: two fragments that the line did not break between.
func (b *breaker) continues(i int32) bool {
	a, p := &b.atoms[i], &b.atoms[i-1]
	return p.kind == box && p.item == a.item && p.face == a.face && p.to == a.from
}

func (o *output) boxPiece(a *atom, it *Item, bend, x float64, merge bool) float64 {
	if !merge {
		o.pieces = append(o.pieces, Piece{Item: int(a.item), Data: it.Data, X: x, Face: a.face, Size: it.Size, ScaleX: 1 + bend})
	}
	p := &o.pieces[len(o.pieces)-1]
	text := int(a.from) - len(p.Text) // where the piece's text begins in the item's
	p.Text = it.Text[text:a.to]
	shift, track := int(a.base)-text, it.Letter+trackShare*bend*it.Size
	from := len(o.glyphs) - len(p.Glyphs)
	for i, g := range a.glyphs {
		adv := g.Advance * it.Size / 1000 * (1 + bend)
		if track != 0 && (i+1 == len(a.glyphs) || a.glyphs[i+1].Start != g.Start) {
			adv += track
		}
		g.Start = max(g.Start+shift, 0)
		g.End = min(g.End+shift, len(p.Text))
		o.glyphs = append(o.glyphs, Placed{Glyph: g, Adv: adv})
		x += adv
	}
	p.Glyphs = o.glyphs[from:len(o.glyphs):len(o.glyphs)]
	p.Width = x - p.X
	return x
}

func (o *output) spacePiece(a *atom, it *Item, sp spacing, x float64) float64 {
	w := a.w + sp.perGap
	if sp.ratio > 0 {
		w += sp.ratio * a.st
	} else {
		w += sp.ratio * a.sh
	}
	from := len(o.glyphs)
	for i, g := range a.glyphs {
		g.Start, g.End = 0, int(a.to-a.from)
		adv := 0.0
		if i == 0 {
			adv = w
		}
		o.glyphs = append(o.glyphs, Placed{Glyph: g, Adv: adv})
	}
	o.pieces = append(o.pieces, Piece{
		Item: int(a.item), Data: it.Data, X: x, Width: w, Text: it.Text[a.from:a.to], Face: a.face,
		Size: it.Size, Glyphs: o.glyphs[from:len(o.glyphs):len(o.glyphs)], Space: true, ScaleX: 1 + sp.bend,
	})
	return x + w
}

func (o *output) addHyphen(a *atom, it *Item, x float64) float64 {
	p := &o.pieces[len(o.pieces)-1]
	from := len(o.glyphs) - len(p.Glyphs)
	for _, g := range hyphen(a, it) {
		g.Start, g.End = len(p.Text), len(p.Text)
		adv := g.Advance * it.Size / 1000
		o.glyphs = append(o.glyphs, Placed{Glyph: g, Adv: adv})
		x += adv
	}
	p.Glyphs = o.glyphs[from:len(o.glyphs):len(o.glyphs)]
	p.Width, p.Hyphen = x-p.X, true
	return x
}
