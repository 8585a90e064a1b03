package para

import (
	"math"

	"bantin/generator/press/face"
)

// leaderGlyphs shapes one copy of a leader's pattern (CSS Generated Content for
// Paged Media, section 6).
func leaderGlyphs(it *Item) ([]face.Glyph, *face.Face) {
	f := chooseFace(it.Face, it.Leader)
	if f == nil {
		return nil, nil
	}
	return f.Shape(it.Leader, it.Features, it.Lang), f
}

// maxCopies bounds the copies of a pattern on one line.
const maxCopies = 10000

// leaderPiece fills the line from x over w pt. Copies stand at whole numbers of
// pattern widths from the right edge of the line, so that the dots of lines
// above each other meet.
func (o *output) leaderPiece(a *atom, it *Item, x, w, room float64) {
	p := Piece{Item: a.item, Data: it.Data, X: x, Width: w, Face: a.face, Size: it.Size}
	step := a.w
	if step > 0 && w > 0 {
		right := math.Floor((room-x)/step+slop) * step // distance of the first copy from the right edge
		first := room - right
		copies := int((x + w - first + slop) / step)
		copies = min(max(copies, 0), maxCopies)
		if copies > 0 {
			p.X, p.Width = first, float64(copies)*step
		}
		from := len(o.glyphs)
		o.told, o.cluster = 0, -1
		for k := range copies {
			for _, g := range a.glyphs {
				at := int32(k * len(it.Leader))
				o.put(&g, g.Start+at, g.End+at, it.Size, float64(g.Advance)*it.Size/1000)
			}
			p.Text += it.Leader
		}
		o.show(&p, from)
	}
	o.pieces = append(o.pieces, p)
}
