package fit

import "math"

// model foretells how an article comes out, from the measured heights of its
// heads, from one measured setting and what others differ in. What is measured
// later corrects it.
type model struct {
	s      *story
	w      widths
	gap    float64 // above an article that does not begin a page
	base   Choice
	heads  map[head]float64 // from the article's top to its text
	body   float64          // of the text across the columns
	tail   float64          // of the box after the text
	offset map[kind]float64
}

// kind are the choices that differ only in the height of a picture.
type kind struct {
	o    Opening
	step int
	box  Box
}

func (c Choice) kind() kind { return kind{c.Opening, c.Step, c.Box} }

// head is what the height of a head depends on, besides that of a picture in it;
// that beside a headline does not just add to it.
type head struct {
	o      Opening
	step   int
	beside float64
}

func (c Choice) head() head {
	h := head{o: c.Opening, step: c.Step}
	if c.Opening == Beside {
		h.beside = c.Height
	}
	return h
}

// ownHeight is the height of the picture that a head is measured without.
func (c Choice) ownHeight() float64 {
	if c.Opening == Column || c.Opening == Beside {
		return 0
	}
	return c.Height
}

// minText is how much text must stand below a head: three lines.
const minText = 41

// parts are the estimated heights of a choice: what cannot be divided before
// the text, the text, and the box after it.
func (m *model) parts(c Choice) (head, body, tail float64) {
	head, body, tail = m.heads[c.head()]+c.ownHeight(), m.body, m.tail
	if c.Opening == Column {
		body += (c.Height + 28) / 2
	}
	switch c.Box {
	case BoxColumn:
		body, tail = body+tail, 0
	case BoxTop:
		head, tail = head+tail, 0
	}
	body += m.offset[c.kind()]
	return head, max(0, body), tail
}

// foretell is place without setting anything.
func (m *model) foretell(c Choice, y float64) (p placed) {
	head, body, tail := m.parts(c)
	h := m.w.height
	pos := 0.0
	if y > 0 {
		if y+m.gap+head+min(body, minText) > h {
			p.moved, p.pages = true, 1
		} else {
			pos = y + m.gap
		}
	}
	pos += head
	for body > h-pos {
		body -= h - pos
		pos = 0
		p.pages++
	}
	pos += body
	if tail > 0 && pos+tail > h {
		p.cost += foot(h-pos) + 900
		p.pages++
		pos = 0
	}
	p.end = pos + tail
	return p
}

// learn corrects the model by what was measured.
func (m *model) learn(c Choice, y float64, real placed) {
	guess := m.foretell(c, y)
	if real.moved == guess.moved && (real.cost < 900) == (guess.cost < 900) {
		d := float64(real.pages-guess.pages)*m.w.height + real.end - guess.end
		if real.notes > 0 && real.pages > 0 {
			d -= real.notes // they lie at the foot of the last page only
		}
		if math.Abs(d) < m.w.height/2 {
			m.offset[c.kind()] += d
		}
	}
}
