package para

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
