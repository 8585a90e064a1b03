package sfnt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/andybalholm/brotli"
)

// woffTags are the tags that WOFF2 has numbers for (WOFF 2.0, 4.1), as far as
// Web writes them.
var woffTags = []string{"cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF "}

// WOFF2 packs an OpenType file for the web (WOFF File Format 2.0). Outlines are
// packed as they are, without the transformation that the format offers.
func WOFF2(font []byte) ([]byte, error) {
	tables, err := directory(font)
	if err != nil {
		return nil, err
	}
	be := binary.BigEndian
	var entries, data []byte
	size := 12 + 16*len(tables)
	count := 0
	for number, tag := range woffTags {
		t, ok := tables[tag]
		if !ok {
			continue
		}
		flags := byte(number)
		if tag == "glyf" || tag == "loca" {
			flags |= 3 << 6 // not transformed
		}
		entries = appendBase128(append(entries, flags), uint32(len(t)))
		data = append(data, t...)
		size += (len(t) + 3) &^ 3
		count++
	}
	if count != len(tables) {
		return nil, fmt.Errorf("pack a font: it has tables of other kinds")
	}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 22})
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("pack a font: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack a font: %w", err)
	}
	total := (48 + len(entries) + packed.Len() + 3) &^ 3
	out := append([]byte("wOF2"), font[:4]...)
	out = be.AppendUint32(out, uint32(total))
	out = be.AppendUint16(out, uint16(count))
	out = be.AppendUint16(out, 0)
	out = be.AppendUint32(out, uint32(size))
	out = be.AppendUint32(out, uint32(packed.Len()))
	out = append(out, make([]byte, 24)...) // version, metadata, private data: none
	out = append(append(out, entries...), packed.Bytes()...)
	return append(out, slices.Repeat([]byte{0}, total-len(out))...), nil
}

// appendBase128 writes a number seven bits a byte, the highest first.
func appendBase128(out []byte, v uint32) []byte {
	for shift := 28; shift > 0; shift -= 7 {
		if v>>shift > 0 {
			out = append(out, byte(v>>shift)&0x7f|0x80)
		}
	}
	return append(out, byte(v)&0x7f)
}
