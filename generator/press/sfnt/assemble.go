package sfnt

import "encoding/binary"

// table is one table of a font file.
type table struct {
	tag  string
	data []byte
}

// What a font file begins with: TrueType outlines, or CFF ("OTTO").
const (
	versionTrueType = 0x00010000
	versionCFF      = 0x4F54544F
)

// assemble writes a TrueType file. The tables come sorted by tag, as the
// directory asks.
func assemble(tables []table) []byte { return assembleAs(versionTrueType, tables) }

func assembleAs(version uint32, tables []table) []byte {
	n := len(tables)
	size := 12 + 16*n
	for _, t := range tables {
		size += (len(t.data) + 3) &^ 3
	}
	out := make([]byte, 12+16*n, size)
	binary.BigEndian.PutUint32(out, version)
	binary.BigEndian.PutUint16(out[4:], uint16(n))
	exp := 0
	for 2<<exp <= n {
		exp++
	}
	binary.BigEndian.PutUint16(out[6:], uint16(16<<exp))
	binary.BigEndian.PutUint16(out[8:], uint16(exp))
	binary.BigEndian.PutUint16(out[10:], uint16(16*n-16<<exp))
	head := 0
	for i, t := range tables {
		rec := out[12+16*i:]
		copy(rec, t.tag)
		binary.BigEndian.PutUint32(rec[4:], checksum(t.data))
		binary.BigEndian.PutUint32(rec[8:], uint32(len(out)))
		binary.BigEndian.PutUint32(rec[12:], uint32(len(t.data)))
		if t.tag == "head" {
			head = len(out)
		}
		out = append(out, t.data...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds the big-endian words of b, the last one padded with zeros.
func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	if len(b) > 0 {
		var last [4]byte
		copy(last[:], b)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}
