package sfnt

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Every glyph can be had by its number: GlyphRune of it is mapped to it.
const (
	privateUse    = 0xE000  // private use area of the basic plane
	privateGlyphs = 6400    // that fit there
	privatePlane  = 0xF0000 // the others
)

// GlyphRune is the character that shows glyph id in a font of Browser.
func GlyphRune(id uint16) rune {
	if id < privateGlyphs {
		return privateUse + rune(id)
	}
	return privatePlane + rune(id)
}

// Browser is the font for a program that shapes by itself but shall not: it has
// all outlines and no kerning, ligatures or other rules, so that a character
// shows one glyph, moves by its own advance, and stands where it is put. runes
// are the characters mapped besides GlyphRune's.
func (f *Font) Browser(runes map[rune]uint16) []byte {
	var tables []table
	for _, tag := range []string{"CFF ", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		data := f.tables[tag]
		switch tag {
		case "cmap":
			data = f.glyphMap(runes)
		case "head":
			data = bytes.Clone(data)
			clear(data[8:12]) // the sum over the file, which assembling fills in
		case "post":
			data = make([]byte, 32) // OpenType, "post": version 3 has no glyph names
			binary.BigEndian.PutUint32(data, 0x00030000)
		}
		if data != nil {
			tables = append(tables, table{tag, data})
		}
	}
	if f.tables["CFF "] != nil {
		return assembleAs(versionCFF, tables)
	}
	return assemble(tables)
}

// glyphMap writes a character map of format 12 (OpenType, "cmap").
func (f *Font) glyphMap(runes map[rune]uint16) []byte {
	type group struct{ first, last, glyph uint32 }
	var groups []group
	add := func(r rune, id uint16) {
		if k := len(groups) - 1; k >= 0 && groups[k].last+1 == uint32(r) && groups[k].glyph+uint32(r)-groups[k].first == uint32(id) {
			groups[k].last++
			return
		}
		groups = append(groups, group{uint32(r), uint32(r), uint32(id)})
	}
	all := make(map[rune]uint16, len(runes)+f.glyphs)
	for r, id := range runes {
		all[r] = id
	}
	for id := range f.glyphs {
		all[GlyphRune(uint16(id))] = uint16(id)
	}
	order := make([]rune, 0, len(all))
	for r := range all {
		order = append(order, r)
	}
	slices.Sort(order)
	for _, r := range order {
		add(r, all[r])
	}
	be := binary.BigEndian
	out := be.AppendUint16(nil, 0) // version
	out = be.AppendUint16(out, 1)  // one table:
	out = be.AppendUint16(out, 3)  // Windows,
	out = be.AppendUint16(out, 10) // all of Unicode,
	out = be.AppendUint32(out, 12) // at this offset
	out = be.AppendUint16(out, 12) // format
	out = be.AppendUint16(out, 0)  // reserved
	out = be.AppendUint32(out, uint32(16+12*len(groups)))
	out = be.AppendUint32(out, 0) // language
	out = be.AppendUint32(out, uint32(len(groups)))
	for _, g := range groups {
		out = be.AppendUint32(out, g.first)
		out = be.AppendUint32(out, g.last)
		out = be.AppendUint32(out, g.glyph)
	}
	return out
}
