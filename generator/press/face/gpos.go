package face

import "encoding/binary"

// gpos is a GPOS table (OpenType, "GPOS — Glyph Positioning Table"). Reading
// beyond its end gives nought.
type gpos []byte

func (g gpos) u16(at int) int {
	if at < 0 || at+2 > len(g) {
		return 0
	}
	return int(binary.BigEndian.Uint16(g[at:]))
}

// lookups are the offsets of the lookup tables.
func (g gpos) lookups() []int {
	list := g.u16(8)
	if list == 0 {
		return nil
	}
	out := make([]int, g.u16(list))
	for i := range out {
		out[i] = list + g.u16(list+2+2*i)
	}
	return out
}

// maxMarks bounds what is read of all lookups, subtables and marks together: the
// offsets of a hostile font may lead to the same place again and again.
const maxMarks = 1 << 18

// Types of lookup.
const (
	markToBase     = 4
	markToMark     = 6
	extensionTable = 9
)

// placed are the marks that all subtables of a lookup place; ok is false when it
// does something else. Types 4, 5 and 6 begin alike: the format, which is 1,
// then the offset of the marks' coverage. budget is what may still be read.
func (g gpos) placed(lookup int, budget *int) (glyphs []uint16, ok bool) {
	for i := range g.u16(lookup + 4) {
		kind, sub := g.u16(lookup), lookup+g.u16(lookup+6+2*i)
		if kind == extensionTable {
			if sub+8 > len(g) {
				return nil, false
			}
			kind, sub = g.u16(sub+2), sub+int(binary.BigEndian.Uint32(g[sub+4:]))
		}
		if kind < markToBase || kind > markToMark || g.u16(sub) != 1 {
			return nil, false
		}
		covered, ok := g.coverage(sub+g.u16(sub+2), *budget)
		if *budget -= 1 + len(covered); !ok || *budget < 0 {
			return nil, false
		}
		glyphs = append(glyphs, covered...)
	}
	return glyphs, len(glyphs) > 0
}

// coverage are the glyphs of a coverage table (OpenType, "Common Table
// Formats"), at most limit.
func (g gpos) coverage(at, limit int) (glyphs []uint16, ok bool) {
	n := g.u16(at + 2)
	switch g.u16(at) {
	case 1:
		if at+4+2*n > len(g) {
			return nil, false
		}
		for i := range n {
			glyphs = append(glyphs, uint16(g.u16(at+4+2*i)))
		}
	case 2:
		if at+4+6*n > len(g) {
			return nil, false
		}
		for i := range n {
			for id := g.u16(at + 4 + 6*i); id <= g.u16(at+6+6*i); id++ {
				if glyphs = append(glyphs, uint16(id)); len(glyphs) > limit {
					return nil, false
				}
			}
		}
	default:
		return nil, false
	}
	return glyphs, true
}
