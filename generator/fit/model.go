package fit

import "math"

// model is what is known of how one article comes out. Its head, that is all
// above the text, is of a known height for every choice. How the text comes out
// below depends on few of the choices and on the line that it begins on: what
// was measured of that is remembered, the rest is foretold from it.
type model struct {
	s     *story
	w     widths
	gap   float64          // above an article that does not begin a page
	heads map[head]float64 // from the article's top to its text
	tail  float64          // of the box that can stand in several places
	known map[body]map[line]placed
	base  body // measured first
}

// head is what the height of a head depends on, besides that of a picture in it;
// that beside a text does not just add to it.
type head struct {
	o      Opening
	step   int
	beside float64
}

func (c Choice) head() head {
	h := head{o: c.Opening, step: c.Step}
	if c.Opening == Beside || c.Opening == Side {
		h.beside = c.Height
	}
	return h
}

// ownHeight is the height of the picture that a head is measured without.
func (c Choice) ownHeight() float64 {
	if c.Opening == Lead || c.Opening == Wide {
		return c.Height
	}
	return 0
}

// body is what the setting of a text depends on, besides where it begins.
type body struct {
	inside  Inside
	quotes  int
	box     Box
	picture float64 // that stands in its first column
}

func (c Choice) body() body {
	b := body{inside: c.Inside, quotes: c.Quotes, box: c.Box}
	if c.Opening == Column {
		b.picture = c.Height
	}
	return b
}

// line is where a text begins: the line of the page, and what the footnotes of
// other articles take of its foot.
type line struct {
	n     int
	notes float64
}

func lineAt(y, notes float64) line { return line{int(math.Ceil((y - 0.5) / linePitch)), notes} }

// minText is how much text must stand below a head: three lines.
const minText = 41

// headHeight is all of an article above its text.
func (m *model) headHeight(c Choice) float64 {
	h := m.heads[c.head()] + c.ownHeight()
	if c.Box == BoxTop {
		h += m.tail
	}
	return h
}

// below is where the text of an article begins that begins at y, 0 for a fresh
// page; ok is false where there is no room.
func (m *model) below(c Choice, y, notes float64) (text float64, ok bool) {
	text = m.headHeight(c)
	if y > 0 {
		text += y + m.gap
	}
	least := float64(minText)
	if c.Opening == Column {
		least = c.Height + 24
	}
	return text, y <= 0 || text+least+notes <= m.w.height
}

// foretell says how an article comes out and whether that is measured.
func (m *model) foretell(c Choice, y, notes float64) (p placed, exact bool) {
	text, ok := m.below(c, y, notes)
	if !ok {
		return placed{moved: true}, true
	}
	b, at := c.body(), lineAt(text, notes)
	if p, ok = m.known[b][at]; ok {
		return p, true
	}
	return m.guess(b, at), false
}

// hopeful is the most that is foretold to be wrong with what nobody has measured.
const hopeful = 30

// guess takes a text to need as much as it did from the nearest line known.
func (m *model) guess(b body, at line) placed {
	like, off := b, 0.0
	if m.known[b] == nil {
		like = m.base
		off = m.difference(b) - m.difference(m.base)
	}
	var near placed
	from, best := line{}, math.MaxInt
	for l, p := range m.known[like] {
		d := 2 * abs(l.n-at.n)
		if l.notes != at.notes {
			d++
		}
		if p.moved {
			d += 1000
		}
		if d < best || d == best && (l.n < from.n || l.n == from.n && l.notes < from.notes) {
			near, from, best = p, l, d
		}
	}
	h := m.w.height
	need := float64(near.pages)*h + near.end - float64(from.n)*linePitch + off
	if near.pages > 0 {
		need -= from.notes
	}
	end := float64(at.n)*linePitch + max(0, need)
	if end > h-at.notes {
		end += at.notes
	}
	p := placed{notes: near.notes, cost: min(near.cost/2, hopeful)}
	for end > h {
		end -= h
		p.pages++
	}
	p.end = end
	return p
}

func abs(n int) int { return max(n, -n) }

// difference is what a body is taller by, across the columns, than its text.
func (m *model) difference(b body) (d float64) {
	for _, q := range m.s.quotes[:b.quotes] {
		d += q.height(m.w.column) / 2
	}
	if b.inside == Across {
		d += ratio(m.s.flat) * (m.w.page - m.w.column/2)
	}
	if b.picture > 0 {
		d += (b.picture + 28) / 2
	}
	if b.box != BoxTop {
		d += m.tail
	}
	return d
}

// learn remembers what was measured.
func (m *model) learn(b body, at line, p placed) {
	if m.known[b] == nil {
		m.known[b] = map[line]placed{}
	}
	m.known[b][at] = p
}
