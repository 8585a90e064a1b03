package sfnt

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// Web is the font for a page on the web: an OpenType file with the glyphs of
// some characters alone, numbered anew, without hinting and without rules for
// their places. runes are the glyphs of the characters; pages shape nothing
// else.
func (f *Font) Web(runes map[rune]uint16) ([]byte, error) {
	order, err := f.webOrder(runes)
	if err != nil {
		return nil, err
	}
	number := make(map[uint16]uint16, len(order))
	for i, g := range order {
		number[g] = uint16(i)
	}
	mapped := make(map[rune]uint16, len(runes))
	for r, g := range runes {
		mapped[r] = number[g]
	}
	tables := []table{{"OS/2", f.tables["OS/2"]}, {"cmap", webMap(mapped)}}
	version := uint32(versionTrueType)
	if f.IsCFF() {
		version = versionCFF
		data, err := reorderCFF(f.tables["CFF "], order)
		if err != nil {
			return nil, err
		}
		tables = append([]table{{"CFF ", data}}, append(tables, f.webTables(order, nil, nil)...)...)
	} else {
		glyf, loca, err := f.reorderGlyf(order, number)
		if err != nil {
			return nil, err
		}
		tables = append(tables, f.webTables(order, glyf, loca)...)
	}
	return assembleAs(version, tables), nil
}

// webOrder is .notdef and all glyphs of the characters, and their parts, in
// the order of their ids.
func (f *Font) webOrder(runes map[rune]uint16) ([]uint16, error) {
	used := make([]bool, f.glyphs)
	used[0] = true
	for r, g := range runes {
		if int(g) >= f.glyphs {
			return nil, fmt.Errorf("web font: no glyph %d for %q, the font has %d", g, r, f.glyphs)
		}
		used[g] = true
	}
	if !f.IsCFF() {
		if err := f.addComponents(used); err != nil {
			return nil, err
		}
	}
	var order []uint16
	for g, u := range used {
		if u {
			order = append(order, uint16(g))
		}
	}
	return order, nil
}

// webTables are the tables besides outlines and characters, in the order of
// their tags.
func (f *Font) webTables(order []uint16, glyf, loca []byte) (tables []table) {
	be, n := binary.BigEndian, len(order)
	head := slices.Clone(f.tables["head"][:54])
	be.PutUint32(head[8:], 0)  // checksum adjustment, set by assembleAs
	be.PutUint16(head[50:], 1) // long loca
	hhea := slices.Clone(f.tables["hhea"][:36])
	be.PutUint16(hhea[34:], uint16(n))
	maxp := slices.Clone(f.tables["maxp"])
	be.PutUint16(maxp[4:], uint16(n))
	if len(maxp) >= 28 { // no instructions left
		be.PutUint16(maxp[26:], 0)
	}
	hmtx := make([]byte, 0, 4*n)
	for _, g := range order {
		hmtx = be.AppendUint16(hmtx, u16(f.tables["hmtx"], 4*min(int(g), f.hadv-1)))
		hmtx = be.AppendUint16(hmtx, f.bearing(int(g)))
	}
	post := make([]byte, 32) // version 3 has no glyph names
	be.PutUint32(post, 0x00030000)
	if old := f.tables["post"]; len(old) >= 16 {
		copy(post[4:16], old[4:16]) // slant, underline, pitch
	}
	name := []byte{0, 0, 0, 0, 0, 6} // no names: the style sheet gives one
	if glyf != nil {
		tables = append(tables, table{"glyf", glyf})
	}
	tables = append(tables, table{"head", head}, table{"hhea", hhea}, table{"hmtx", hmtx})
	if loca != nil {
		tables = append(tables, table{"loca", loca})
	}
	return append(tables, table{"maxp", maxp}, table{"name", name}, table{"post", post})
}

// reorderGlyf writes outlines in a new order.
func (f *Font) reorderGlyf(order []uint16, number map[uint16]uint16) (glyf, loca []byte, err error) {
	for _, g := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		data, err := f.glyph(int(g))
		if err != nil {
			return nil, nil, err
		}
		start := len(glyf)
		if glyf, err = appendUnhinted(glyf, data); err != nil {
			return nil, nil, err
		}
		if len(data) > 0 && i16(data, 0) < 0 {
			_, err = components(glyf[start:], func(at int) error {
				at += start + 2
				binary.BigEndian.PutUint16(glyf[at:], number[u16(glyf, at)])
				return nil
			})
			if err != nil {
				return nil, nil, err
			}
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), nil
}

// reorderCFF writes a CFF program of some glyphs, in their order.
func reorderCFF(data []byte, order []uint16) ([]byte, error) {
	c, err := readCFF(data)
	if err != nil {
		return nil, err
	}
	stack := make([]int, 0, maxStack)
	chars := index{offsets: []int{0}}
	for _, g := range order {
		if int(g) >= c.charstrings.len() {
			return nil, broken("CFF has %d glyphs, number %d is wanted", c.charstrings.len(), g)
		}
		if err := c.trace(int(g), stack); err != nil {
			return nil, err
		}
		chars.data = append(chars.data, c.charstrings.at(int(g))...)
		chars.offsets = append(chars.offsets, len(chars.data))
	}
	was := c.fd
	c.charstrings, c.fd = chars, func(gid int) int { return was(int(order[gid])) }
	used := slices.Repeat([]bool{true}, len(order))
	return c.write("BanTin", used), nil
}

// webMap writes a character map of format 4 (OpenType, "cmap") for characters
// of the basic plane.
func webMap(runes map[rune]uint16) []byte {
	type segment struct{ first, last, glyph uint16 }
	var segments []segment
	for _, r := range slices.Sorted(maps.Keys(runes)) {
		if r >= 0xFFFF {
			continue
		}
		c, g := uint16(r), runes[r]
		if k := len(segments) - 1; k >= 0 && segments[k].last+1 == c && segments[k].glyph+c-segments[k].first == g {
			segments[k].last = c
			continue
		}
		segments = append(segments, segment{c, c, g})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 0}) // ends the list, shows .notdef
	be, n := binary.BigEndian, len(segments)
	exp := 0
	for 2<<exp <= n {
		exp++
	}
	var out []byte
	put := func(values ...int) {
		for _, v := range values {
			out = be.AppendUint16(out, uint16(v))
		}
	}
	put(0, 1, 3, 1, 0, 12, 4, 16+8*n, 0, 2*n, 2<<exp, exp, 2*n-2<<exp)
	for _, s := range segments {
		put(int(s.last))
	}
	put(0)
	for _, s := range segments {
		put(int(s.first))
	}
	for _, s := range segments {
		put(int(s.glyph) - int(s.first)) // modulo 65536
	}
	for range segments {
		put(0)
	}
	return out
}
