package layout

import (
	"math"

	"bantin/generator/press/box"
	"bantin/generator/press/para"
)

// lineFloat is a float that stands beside line i of the paragraph.
type lineFloat struct {
	i  int
	it item
}

// beside breaks one paragraph beside floats (CSS 2.2, 9.5), of which those met in
// its text are placed on the way: at the top of the line that holds them when
// they fit there, else below it.
type beside struct {
	b     *builder
	n     *box.Box
	c     *content
	x, w  float64
	lh    float64
	style para.Style

	items []para.Item     // still to be set
	y     float64         // top of the first line of them
	tops  []float64       // of the lines, as far as known
	high  map[int]float64 // lines that are higher than the font's, and how high
	lines []*lineBox
	low   map[int]float64 // lines that are moved down, and to where

	done   []*lineBox
	placed []lineFloat
}

// maxTogether is how many floats are settled with all their text in sight; a
// paragraph of more is set part by part, which takes time in proportion.
const (
	maxTogether = 12
	perPart     = 3
)

// breakBeside sets the content c of n.
func (b *builder) breakBeside(n *box.Box, c *content, x, w float64) []*lineBox {
	s := &beside{b: b, n: n, c: c, x: x, w: w, lh: math.Max(b.e.font(n.Style).line, 0.5), style: paraStyle(n.Style, w), items: c.items, y: b.y}
	at := 0 // floats settled
	for {
		to, end := len(c.floats), len(s.items)
		if to-at > maxTogether {
			to = at + perPart
			end = s.index(c.floats[to-1]) + 1
		}
		at += s.part(c.floats[at:to], s.items[:end], end == len(s.items))
		if s.items == nil {
			break
		}
	}
	for i, l := range s.done {
		l.more = i+1 < len(s.done)
	}
	b.beside = s.placed
	return s.done
}

// index is that of a float among the items.
func (s *beside) index(f *inl) int {
	for i := range s.items {
		if s.items[i].Data == any(f) {
			return i
		}
	}
	return len(s.items) - 1
}

// part sets items with their floats. Unless they are the last, its last line
// stays for the next part; it returns how many floats are settled.
func (s *beside) part(floats []*inl, items []para.Item, last bool) int {
	start := s.b.floats.clone()
	before, late := make([]floatSet, len(floats)), s.b.late
	s.tops, s.low, s.high = nil, nil, nil
	s.set(items)
	var put []lineFloat
	for k, f := range floats {
		before[k] = s.b.floats.clone()
		put = append(put, s.place(f, items))
	}
	if last {
		s.keep(len(s.lines), put)
		s.items = nil
		return len(floats)
	}
	n := len(s.lines) - 1
	for n > 0 && s.lines[n].line.Item == 0 && s.lines[n].line.At == 0 {
		n--
	}
	if n < 1 { // one line: it is set with what follows
		s.b.floats, s.b.late = start, late
		return s.wider(floats, items)
	}
	settled := 0
	for settled < len(floats) && put[settled].i < n {
		settled++
	}
	if settled < len(floats) {
		s.b.floats = before[settled]
	}
	l := &s.lines[n].line
	rest := s.items[l.Item:]
	y := s.tops[n]
	s.keep(n, put[:settled])
	if l.At > 0 {
		rest = append([]para.Item(nil), rest...)
		rest[0].Text = rest[0].Text[l.At:]
	}
	s.items, s.y = rest, y
	s.style.Indent, s.style.HangFirst, s.style.Balance = 0, false, false
	return settled
}

// wider sets a part whose lines are all one together with everything after it.
func (s *beside) wider(floats []*inl, items []para.Item) int {
	all := floats
	for i := range s.c.floats {
		if s.c.floats[i] == floats[0] {
			all = s.c.floats[i:]
		}
	}
	to := min(len(all), 2*len(floats))
	end := len(s.items)
	if to < len(all) {
		end = s.index(all[to-1]) + 1
	}
	return s.part(all[:to], s.items[:end], end == len(s.items))
}

// keep settles the first n lines and the floats among them.
func (s *beside) keep(n int, put []lineFloat) {
	for _, f := range put {
		if f.it.part != nil {
			s.placed = append(s.placed, lineFloat{len(s.done) + f.i, f.it})
		}
	}
	s.done = append(s.done, s.lines[:n]...)
}

// measure is the room of line i beside the floats.
func (s *beside) measure(i int) (float64, float64) {
	_, l, r := s.room(i, s.top(i))
	return l - s.x, r - l
}

// room is the place of line i at y or, where floats leave nothing, below it.
func (s *beside) room(i int, y float64) (at, l, r float64) {
	for at = y; ; {
		l, r = s.b.floats.edges(s.x, s.x+s.w, at, at+math.Max(s.lh, s.high[i]))
		next := s.b.floats.next(at)
		if r-l >= 1 || next <= at || s.w < 1 {
			return at, l, r
		}
		at = next
	}
}

// top is that of line i: as the lines were broken last, or as high as a line is.
func (s *beside) top(i int) float64 {
	y := s.y
	if k := len(s.tops); i < k {
		y = s.tops[i]
	} else if k > 0 {
		y = s.tops[k-1] + float64(i-k+1)*s.lh
	} else {
		y += float64(i) * s.lh
	}
	return math.Max(y, s.low[i])
}

// maxSettings bounds how often one paragraph is broken for one float.
const maxSettings = 60

// set breaks the items until lines and tops agree: lines may be higher than the
// font's, and one too wide for its place moves down to where it fits.
func (s *beside) set(items []para.Item) {
	var held floatSet
	if len(s.b.late) > 0 {
		held = s.b.floats.clone()
	}
	for range maxSettings {
		late := s.b.foresee(s.y, s.lh, math.MaxInt)
		s.lines = s.b.e.lineBoxes(s.n, s.c, para.Break(items, s.style, s.measure))
		if moved := s.stack(); !moved {
			if len(late) > 0 {
				s.takeLate(held)
			}
			return
		}
		if len(late) > 0 {
			s.b.floats = held.clone()
		}
	}
}

// stack finds the tops of the lines anew; it reports whether some line must be
// broken again.
func (s *beside) stack() bool {
	y, again := s.y, false
	tops := make([]float64, 0, len(s.lines))
	for i, l := range s.lines {
		at, _, _ := s.room(i, math.Max(y, s.low[i]))
		l.down = at - y
		h := l.asc + l.desc
		if a, b := s.b.floats.edges(s.x, s.x+s.w, at, at+h); !again && (math.Abs(a-s.x-l.line.Left) > tolerance || math.Abs(b-a-l.line.Width) > tolerance) {
			again = true
			if h > s.lh+tolerance {
				if s.high == nil {
					s.high = map[int]float64{}
				}
				s.high[i] = math.Max(s.high[i], h)
			}
		}
		tops = append(tops, at)
		if l.line.Overfull > tolerance && l.line.Width < s.w-tolerance && !again {
			if next := s.b.floats.next(at); next > at {
				if s.low == nil {
					s.low = map[int]float64{}
				}
				s.low[i] = next
				for k := range s.low {
					if k > i {
						delete(s.low, k)
					}
				}
				s.tops = tops
				return true
			}
		}
		y = at + h
	}
	s.tops = tops
	return again
}

// takeLate settles the late floats that the lines reach; the others stay.
func (s *beside) takeLate(held floatSet) {
	s.b.floats = held
	reached := s.b.foresee(s.y, s.lh, len(s.lines))
	s.placed = append(s.placed, reached...)
	s.b.late = s.b.late[len(reached):]
}

// place puts a float met in the text beside its line or below it, and breaks the
// text again.
func (s *beside) place(f *inl, items []para.Item) lineFloat {
	at, taken := s.lineOf(f)
	a := s.b.e.atom(f.float, s.w, s.b.cbh)
	if len(s.lines) == 0 {
		return lineFloat{i: 0}
	}
	l := s.lines[at]
	top := s.top(at)
	_, width := s.measure(at)
	y := top
	if taken > tolerance && taken+a.outerW() > width+tolerance {
		y = top + l.asc + l.desc
	}
	held := s.b.floats.clone()
	n := len(s.b.late)
	s.b.putFloatAt(f.float, a, s.x, s.w, y, top)
	if len(s.b.late) > n {
		s.set(items)
		return lineFloat{i: at}
	}
	it := s.b.placed
	s.set(items)
	if k, _ := s.lineOf(f); k > at && y == top { // its line went below it
		s.b.floats = held
		s.b.putFloatAt(f.float, a, s.x, s.w, top+l.asc+l.desc, top)
		it = s.b.placed
		s.set(items)
	}
	return lineFloat{at, it}
}

// lineOf is the line that holds what precedes a float in the text, and where that
// ends on it.
func (s *beside) lineOf(f *inl) (at int, end float64) {
	for i, l := range s.lines {
		for k := range l.line.Pieces {
			p := &l.line.Pieces[k]
			d, _ := p.Data.(*inl)
			if d == f {
				return at, end
			}
			if d != nil && d.float == nil && (d.atom != nil || len(p.Glyphs) > 0) {
				at, end = i, p.X+p.Width
			}
		}
		if l.line.Last { // a forced break ends it
			at, end = min(i+1, len(s.lines)-1), 0
		}
	}
	return 0, 0
}
