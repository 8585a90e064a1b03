package spec

import (
	"encoding/binary"
	"slices"
)

// square builds a TrueType font whose characters are squares of 1 em, 0.8 of it
// above the baseline, so that the width of any text is its length. Kinds of
// characters need no glyphs of their own: what a run says is compared as text.
func square(name string) []byte {
	tables := map[string][]byte{
		"OS/2": pack(uint16(2), int16(1000), uint16(400), uint16(5), [24]byte{}, [10]byte{}, [16]byte{}, [4]byte{}, uint16(64), uint16(32), uint16(0xffff),
			int16(800), int16(-200), int16(0), uint16(800), uint16(200), [8]byte{}, int16(800), int16(800), uint16(0), uint16(32), uint16(0)),
		"cmap": pack(uint16(0), uint16(1), uint16(3), uint16(10), uint32(12), // one table, for Windows, all of Unicode
			uint16(13), uint16(0), uint32(16+12*4), uint32(0), uint32(4), // format 13: many to one
			uint32(0x20), uint32(0x20), uint32(1), uint32(0x21), uint32(0x9f), uint32(2), uint32(0xa0), uint32(0xa0), uint32(1), uint32(0xa1), uint32(0x2bff), uint32(2)),
		"glyf": pack(int16(1), int16(0), int16(-200), int16(1000), int16(800), uint16(3), uint16(0), // one contour of 4 points
			[4]byte{1, 1, 1, 1}, int16(0), int16(0), int16(1000), int16(0), int16(-200), int16(1000), int16(0), int16(-1000)),
		"head": pack(uint32(0x10000), uint32(0), uint32(0), uint32(0x5F0F3CF5), uint16(3), uint16(1000), uint64(0), uint64(0),
			int16(0), int16(-200), int16(1000), int16(800), uint16(0), uint16(8), int16(2), int16(1), int16(0)),
		"hhea": pack(uint32(0x10000), int16(800), int16(-200), int16(0), uint16(1000), [20]byte{}, int16(0), uint16(3)),
		"hmtx": pack(uint16(1000), int16(0), uint16(1000), int16(0), uint16(1000), int16(0)),
		"maxp": pack(uint32(0x10000), uint16(3), uint16(4), uint16(1), [22]byte{}),
		"name": pack(uint16(0), uint16(1), uint16(18), uint16(1), uint16(0), uint16(0), uint16(6), uint16(len(name)), uint16(0), []byte(name)),
		"post": pack(uint32(0x30000), uint32(0), int16(-100), int16(50), [20]byte{}),
	}
	size := uint32(len(tables["glyf"]))
	tables["loca"] = pack(uint32(0), size, size, 2*size) // .notdef and the square; the space is empty
	tables["glyf"] = slices.Concat(tables["glyf"], tables["glyf"])
	return assemble(tables)
}

// assemble writes the table directory (OpenType, "Organization of an OpenType font").
func assemble(tables map[string][]byte) []byte {
	var tags []string
	for tag := range tables {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	head, body := pack(uint32(0x10000), uint16(len(tags)), [6]byte{}), []byte(nil)
	for _, tag := range tags {
		t := tables[tag]
		head = append(head, pack([]byte(tag), uint32(0), uint32(12+16*len(tags)+len(body)), uint32(len(t)))...)
		body = append(body, t...)
		body = append(body, make([]byte, (4-len(body)%4)%4)...)
	}
	return append(head, body...)
}

// pack writes values big-endian, one after another.
func pack(values ...any) []byte {
	var out []byte
	for _, v := range values {
		var err error
		if out, err = binary.Append(out, binary.BigEndian, v); err != nil {
			panic(err)
		}
	}
	return out
}
