package face

import (
	"encoding/binary"
	"io"
)

// unshaped are the tables that shaping never looks at. The parser would read
// and copy them all, every outline too, which is half of the time and most of
// the memory that a font takes; package sfnt reads them when a font is embedded.
var unshaped = map[string]bool{
	"glyf": true, "loca": true, "CFF ": true, "CFF2": true, "gvar": true, "SVG ": true, "sbix": true, "CBDT": true, "CBLC": true,
	"EBDT": true, "EBLC": true, "EBSC": true, "fpgm": true, "prep": true, "cvt ": true, "hdmx": true, "VDMX": true, "DSIG": true,
}

// withoutOutlines reads as the font does, but its table directory does not list
// what shaping has no use for. The directory has been checked before.
func withoutOutlines(data []byte) *io.SectionReader {
	n := int(binary.BigEndian.Uint16(data[4:]))
	head := append(make([]byte, 0, 12+16*n), data[:12]...)
	for i := range n {
		if r := data[12+16*i:][:16]; !unshaped[string(r[:4])] {
			head = append(head, r...)
		}
	}
	binary.BigEndian.PutUint16(head[4:], uint16(len(head)/16)) // 12 bytes before the entries count as none
	return io.NewSectionReader(patched{head, data}, 0, int64(len(data)))
}

// patched is data with other bytes at its beginning.
type patched struct{ head, data []byte }

func (p patched) ReadAt(b []byte, at int64) (int, error) {
	if at < 0 || at >= int64(len(p.data)) {
		return 0, io.EOF
	}
	n := copy(b, p.data[at:])
	if at < int64(len(p.head)) {
		copy(b[:n], p.head[at:])
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}
