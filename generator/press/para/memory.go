package para

import (
	"encoding/binary"
	"math"
	"slices"

	"bantin/generator/press/face"
)

// Memory remembers how paragraphs broke, for whoever sets versions of the same
// text again and again. What it gives is what Break gives. It holds the
// paragraphs of the last two turns and nothing of the items' Data. The nil
// Memory remembers nothing; none is for concurrent use.
type Memory struct {
	now, was map[string][]Line
	faces    map[*face.Face]uint64
	key      []byte
}

// NewMemory returns an empty memory.
func NewMemory() *Memory {
	return &Memory{now: map[string][]Line{}, faces: map[*face.Face]uint64{}}
}

// Turn begins another version: what was not asked for since the last turn is
// forgotten.
func (m *Memory) Turn() {
	if m == nil {
		return
	}
	m.was, m.now = m.now, make(map[string][]Line, len(m.now))
	if len(m.faces) > maxFaces { // fonts that are loaded anew each time
		m.was, m.faces = nil, map[*face.Face]uint64{}
	}
}

const maxFaces = 256

// Break is Break with the same width for all lines.
func (m *Memory) Break(items []Item, st Style, width float64) []Line {
	same := func(int) (float64, float64) { return 0, width }
	if m == nil {
		return Break(items, st, same)
	}
	m.describe(items, st, width)
	kept, ok := m.now[string(m.key)]
	if !ok {
		if kept, ok = m.was[string(m.key)]; ok {
			m.now[string(m.key)] = kept
		}
	}
	if ok {
		return with(kept, func(p *Piece) { p.Data = items[p.Item].Data })
	}
	lines := Break(items, st, same)
	m.now[string(m.key)] = with(lines, func(p *Piece) { p.Data = nil })
	return lines
}

// with copies lines as far as their pieces and changes those.
func with(lines []Line, change func(*Piece)) []Line {
	out := slices.Clone(lines)
	n := 0
	for i := range out {
		n += len(out[i].Pieces)
	}
	all := make([]Piece, 0, n)
	for i := range out {
		from := len(all)
		all = append(all, out[i].Pieces...)
		out[i].Pieces = all[from:len(all):len(all)]
	}
	for i := range all {
		change(&all[i])
	}
	return out
}

// describe writes all that breaking depends on into m.key.
func (m *Memory) describe(items []Item, st Style, width float64) {
	m.key = m.key[:0]
	m.flags(st.Justify, st.Balance, st.Pretty, st.LastJustify, st.HangFirst, st.HangLast, st.HangAllowEnd, st.Hyphens, st.BreakWord, st.Phrases)
	m.floats(width, st.Indent, st.MaxStretch, st.MaxShrink, st.MaxScale)
	for i := range items {
		it := &items[i]
		m.text(it.Text)
		m.text(it.Lang)
		m.text(it.Leader)
		m.flags(it.NoWrap, it.Pre, it.Atomic, it.Kern, it.Close, it.Break)
		m.floats(it.Size, it.Letter, it.Word, it.Width)
		m.number(uint64(len(it.Face)))
		for _, f := range it.Face {
			id, known := m.faces[f]
			if !known {
				id = uint64(len(m.faces))
				m.faces[f] = id
			}
			m.number(id)
		}
		m.number(uint64(len(it.Features)))
		for _, f := range it.Features {
			m.text(f.Tag)
			m.number(uint64(f.Value))
		}
	}
}

func (m *Memory) number(n uint64) { m.key = binary.AppendUvarint(m.key, n) }

func (m *Memory) text(s string) {
	m.number(uint64(len(s)))
	m.key = append(m.key, s...)
}

func (m *Memory) flags(list ...bool) {
	var bits uint64
	for i, b := range list {
		if b {
			bits |= 1 << i
		}
	}
	m.number(bits)
}

func (m *Memory) floats(list ...float64) {
	for _, v := range list {
		m.key = binary.LittleEndian.AppendUint64(m.key, math.Float64bits(v))
	}
}
