package para

import (
	"strings"

	"bantin/generator/press/face"
)

// pieces sets the atoms of one line from x on and returns where they end.
func (b *breaker) pieces(items []Item, from, to *opportunity, sp spacing, x, edge float64) ([]Piece, float64) {
	o := &b.out
	first := len(o.pieces)
	for i := from.at; i < to.at; i++ {
		a := &b.atoms[i]
		dropped := a.kind == glue && !a.keep && (i < from.head || i >= to.tail)
		if dropped {
			if i == to.tail && to.chance.behindSpace() && int(to.at) < len(b.atoms) && len(o.pieces) > first {
				o.unseenSpace(&items[o.pieces[len(o.pieces)-1].Item])
			}
			continue
		}
		it := &items[a.item]
		switch a.kind {
		case box:
			o.begin(a, it, x, first)
			x = o.boxPiece(a, it, sp.bend, x)
			if to.chance == atShy && i == to.tail-1 {
				x = o.addHyphen(a, it, x)
			}
		case glue:
			o.begin(a, it, x, first)
			x = o.spacePiece(a, it, sp, x)
		case leader:
			o.leaderPiece(a, it, x, a.w+sp.leaders, edge)
			x += a.w + sp.leaders
		default:
			o.pieces = append(o.pieces, Piece{Item: a.item, Data: it.Data, X: x, Width: a.w})
			x += a.w
		}
	}
	return o.pieces[first:len(o.pieces):len(o.pieces)], x
}

// begin starts the piece that atom a belongs to, unless it goes on with the text
// of the last one of the line, whose pieces begin at first.
func (o *output) begin(a *atom, it *Item, x float64, first int) {
	n := len(o.pieces)
	if n == first || !o.follows(a, &o.pieces[n-1]) {
		o.pieces = append(o.pieces, Piece{Item: a.item, Data: it.Data, X: x, Face: a.face, Size: it.Size})
		o.told, o.cluster = 0, -1
	}
}

// follows reports whether atom a goes on with the text of p in the same face.
func (o *output) follows(a *atom, p *Piece) bool {
	return len(p.Text) > 0 && p.Item == a.item && p.Face == a.face && o.end == a.from && !p.Hyphen
}

func (o *output) boxPiece(a *atom, it *Item, bend, x float64) float64 {
	p := &o.pieces[len(o.pieces)-1]
	text := int(a.from) - len(p.Text) // where the piece's text begins in the item's
	p.Text, o.end = it.Text[text:a.to], a.to
	shift, track := a.base-int32(text), it.Letter+trackShare*bend*it.Size
	from := len(o.glyphs) - len(p.Glyphs)
	for i, g := range a.glyphs {
		adv := float64(g.Advance) * it.Size / 1000 * (1 + bend)
		if track != 0 && (i+1 == len(a.glyphs) || a.glyphs[i+1].Start != g.Start) {
			adv += track
		}
		o.put(&g, max(g.Start+shift, 0), min(g.End+shift, int32(len(p.Text))), it.Size, adv)
		x += adv
	}
	o.show(p, from)
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
	p := &o.pieces[len(o.pieces)-1]
	at := int32(len(p.Text))
	p.Text, o.end = it.Text[int(a.from)-len(p.Text):a.to], a.to
	from := len(o.glyphs) - len(p.Glyphs)
	for i, g := range a.glyphs {
		adv := 0.0
		if i == 0 {
			adv = w
		}
		o.put(&g, at, int32(len(p.Text)), it.Size, adv)
	}
	o.show(p, from)
	p.Width = x + w - p.X
	return x + w
}

// unseenSpace ends a line with the space that it broke at, without width: what
// reads the text of a PDF by its structure would join the words otherwise.
func (o *output) unseenSpace(it *Item) {
	p := &o.pieces[len(o.pieces)-1]
	if p.Face == nil || len(p.Glyphs) == 0 {
		return
	}
	glyphs := p.Face.Shape(" ", it.Features, it.Lang)
	if len(glyphs) != 1 {
		return
	}
	from, at := len(o.glyphs)-len(p.Glyphs), int32(len(p.Text))
	if n := int(o.end); n < len(it.Text) && it.Text[n] == ' ' && strings.HasSuffix(it.Text[:n], p.Text) {
		p.Text = it.Text[n-len(p.Text) : n+1]
	} else {
		p.Text += " "
	}
	o.put(&glyphs[0], at, at+1, it.Size, 0)
	o.show(p, from)
}

func (o *output) addHyphen(a *atom, it *Item, x float64) float64 {
	p := &o.pieces[len(o.pieces)-1]
	from := len(o.glyphs) - len(p.Glyphs)
	for _, g := range hyphen(a, it) {
		adv := float64(g.Advance) * it.Size / 1000
		o.put(&g, -1, -1, it.Size, adv)
		x += adv
	}
	o.show(p, from)
	if k := len(p.Glyphs) - 1; k >= 0 { // soft, so that words extract whole
		p.Glyphs[k].Len = face.Soft
	}
	p.Width, p.Hyphen = x-p.X, true
	return x
}
