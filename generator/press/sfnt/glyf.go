package sfnt

import (
	"encoding/binary"
	"slices"
)

// Flags of composite glyphs (OpenType 1.9, glyf).
const (
	argsAreWords   = 0x0001
	hasScale       = 0x0008
	moreComponents = 0x0020
	hasXYScale     = 0x0040
	hasTwoByTwo    = 0x0080
	hasInstr       = 0x0100
)

// maxComponents bounds the parts of one composite glyph.
const maxComponents = 256

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

// addComponents marks the parts of composite glyphs, and theirs.
func (f *Font) addComponents(keep []bool) error {
	var todo []int
	for g, k := range keep {
		if k {
			todo = append(todo, g)
		}
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		data, err := f.glyph(g)
		if err != nil {
			return err
		}
		if len(data) == 0 || i16(data, 0) >= 0 {
			continue
		}
		_, err = components(data, func(at int) error {
			part := int(u16(data, at+2))
			if part >= len(keep) {
				return broken("glyph %d is composed of missing glyph %d", g, part)
			}
			if !keep[part] {
				keep[part] = true
				todo = append(todo, part)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// components calls each with the offset of every component record and returns
// where the records end.
func components(data []byte, each func(at int) error) (int, error) {
	at := 10
	for range maxComponents {
		if at+4 > len(data) {
			return 0, broken("composite glyph is cut off")
		}
		flags, size := u16(data, at), 6
		if flags&argsAreWords != 0 {
			size = 8
		}
		switch {
		case flags&hasScale != 0:
			size += 2
		case flags&hasXYScale != 0:
			size += 4
		case flags&hasTwoByTwo != 0:
			size += 8
		}
		if at+size > len(data) {
			return 0, broken("composite glyph is cut off")
		}
		if err := each(at); err != nil {
			return 0, err
		}
		at += size
		if flags&moreComponents == 0 {
			return at, nil
		}
	}
	return 0, broken("composite glyph has more than %d parts", maxComponents)
}

// appendUnhinted appends a glyph without its instructions.
func appendUnhinted(out, data []byte) ([]byte, error) {
	if len(data) == 0 {
		return out, nil
	}
	contours := i16(data, 0)
	if contours >= 0 {
		at := 10 + 2*contours
		if at+2 > len(data) {
			return nil, broken("glyph outline is cut off")
		}
		skip := at + 2 + int(u16(data, at))
		if skip > len(data) {
			return nil, broken("glyph instructions are cut off")
		}
		out = append(out, data[:at]...)
		return append(append(out, 0, 0), data[skip:]...), nil
	}
	start := len(out)
	end, err := components(data, func(int) error { return nil })
	if err != nil {
		return nil, err
	}
	out = append(out, data[:end]...)
	_, err = components(out[start:], func(at int) error {
		flags := u16(out, start+at) &^ hasInstr
		binary.BigEndian.PutUint16(out[start+at:], flags)
		return nil
	})
	return out, err
}
