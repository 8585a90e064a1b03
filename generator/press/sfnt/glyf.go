package sfnt

import (
	"encoding/binary"
	"slices"
)

// subsetGlyf writes a TrueType file with the tables that PDF needs (ISO
// 32000-1, 9.9): no cmap, since the text names glyphs, and no hinting programs:
// at print resolution they change nothing, and they are a third of the bytes.
func (f *Font) subsetGlyf(used []bool) ([]byte, error) {
	keep := slices.Clone(used)
	if err := f.addComponents(keep); err != nil {
		return nil, err
	}
	n := count(keep)
	var glyf []byte
	loca := make([]byte, 4*(n+1))
	for g := range n {
		binary.BigEndian.PutUint32(loca[4*g:], uint32(len(glyf)))
		if !keep[g] {
			continue
		}
		data, err := f.glyph(g)
		if err != nil {
			return nil, err
		}
		if glyf, err = appendUnhinted(glyf, data); err != nil {
			return nil, err
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	binary.BigEndian.PutUint32(loca[4*n:], uint32(len(glyf)))
	return assemble(f.smallTables(keep, n, loca, glyf)), nil
}

// smallTables returns the subset's tables in the order of their tags.
func (f *Font) smallTables(keep []bool, n int, loca, glyf []byte) []table {
	head := slices.Clone(f.tables["head"][:54])
	binary.BigEndian.PutUint32(head[8:], 0)  // checksum adjustment, set by assemble
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	hhea := slices.Clone(f.tables["hhea"][:36])
	binary.BigEndian.PutUint16(hhea[34:], uint16(n))
	maxp := slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(n))
	if len(maxp) >= 28 { // no instructions left
		binary.BigEndian.PutUint16(maxp[26:], 0)
	}
	hmtx := make([]byte, 4*n)
	for g := range n {
		if keep[g] {
			binary.BigEndian.PutUint16(hmtx[4*g:], u16(f.tables["hmtx"], 4*min(g, f.hadv-1)))
			binary.BigEndian.PutUint16(hmtx[4*g+2:], f.bearing(g))
		}
	}
	return []table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}
}

// bearing is the left side bearing of a glyph.
func (f *Font) bearing(g int) uint16 {
	hmtx := f.tables["hmtx"]
	at := 4*g + 2
	if g >= f.hadv {
		at = 4*f.hadv + 2*(g-f.hadv)
	}
	if at+2 > len(hmtx) {
		return 0
	}
	return u16(hmtx, at)
}

// glyph returns the outline of glyph g, empty for blank glyphs.
func (f *Font) glyph(g int) ([]byte, error) {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to uint64
	if f.longLoc {
		if len(loca) < 4*g+8 {
			return nil, broken("loca ends before glyph %d", g)
		}
		from, to = uint64(binary.BigEndian.Uint32(loca[4*g:])), uint64(binary.BigEndian.Uint32(loca[4*g+4:]))
	} else {
		if len(loca) < 2*g+4 {
			return nil, broken("loca ends before glyph %d", g)
		}
		from, to = 2*uint64(u16(loca, 2*g)), 2*uint64(u16(loca, 2*g+2))
	}
	if from > to || to > uint64(len(glyf)) {
		return nil, broken("glyph %d lies outside glyf", g)
	}
	if from != to && to-from < 10 {
		return nil, broken("glyph %d has %d bytes", g, to-from)
	}
	return glyf[from:to], nil
}
