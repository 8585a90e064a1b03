package sfnt

import "slices"

// index is a CFF INDEX (Adobe Technical Note 5176, section 5): offsets are
// absolute in the table.
type index struct {
	data    []byte
	offsets []int // count+1, or none when empty
	end     int   // where the INDEX ends in the table
}

func (x index) len() int { return max(0, len(x.offsets)-1) }

func (x index) at(i int) []byte { return x.data[x.offsets[i]:x.offsets[i+1]] }

// readIndex reads the INDEX at offset at.
func readIndex(data []byte, at int) (index, error) {
	if at < 0 || at+2 > len(data) {
		return index{}, broken("CFF index lies outside the table")
	}
	n := int(u16(data, at))
	if n == 0 {
		return index{data: data, end: at + 2}, nil
	}
	if at+3 > len(data) {
		return index{}, broken("CFF index is cut off")
	}
	size := int(data[at+2])
	base := at + 3 + size*(n+1) - 1 // offsets count from the byte before the data
	if size < 1 || size > 4 || base+1 > len(data) {
		return index{}, broken("CFF index is cut off")
	}
	x := index{data: data, offsets: make([]int, n+1)}
	for i := range x.offsets {
		v := 0
		for _, b := range data[at+3+size*i : at+3+size*(i+1)] {
			v = v<<8 | int(b)
		}
		x.offsets[i] = base + v
		if v < 1 || base+v > len(data) || i > 0 && x.offsets[i] < x.offsets[i-1] {
			return index{}, broken("CFF index has wrong offsets")
		}
	}
	x.end = x.offsets[n]
	return x, nil
}

// entry is one operator of a DICT with its operands as they are written.
type entry struct {
	op       int // 0x0c00 is added to two-byte operators
	operands []byte
	nums     []float64 // integers; reals are 0, nothing here needs them
}

// dict is a CFF DICT in its order.
type dict []entry

// readDict reads a DICT (Technical Note 5176, section 4).
func readDict(data []byte) (dict, error) {
	var d dict
	var e entry
	start := 0
	for i := 0; i < len(data); {
		b := data[i]
		if b <= 21 {
			e.op, e.operands = int(b), data[start:i]
			i++
			if b == 12 {
				if i >= len(data) {
					return nil, broken("CFF dict is cut off")
				}
				e.op = 0x0c00 | int(data[i])
				i++
			}
			d = append(d, e)
			e, start = entry{}, i
			continue
		}
		v, n := dictNumber(data[i:])
		if n == 0 {
			return nil, broken("CFF dict has a wrong operand")
		}
		e.nums = append(e.nums, v)
		i += n
	}
	return d, nil
}

// dictNumber reads one operand and its length; 0 for none.
func dictNumber(b []byte) (float64, int) {
	switch b0 := b[0]; {
	case b0 == 28 && len(b) >= 3:
		return float64(i16(b, 1)), 3
	case b0 == 29 && len(b) >= 5:
		return float64(int32(u16(b, 1))<<16 | int32(u16(b, 3))), 5
	case b0 == 30:
		end := slices.IndexFunc(b[1:], func(c byte) bool { return c&15 == 15 })
		if end < 0 { // no nibble ends the real
			return 0, 0
		}
		return 0, end + 2
	case b0 >= 32 && b0 <= 246:
		return float64(int(b0) - 139), 1
	case b0 >= 247 && b0 <= 250 && len(b) >= 2:
		return float64((int(b0)-247)*256 + int(b[1]) + 108), 2
	case b0 >= 251 && b0 <= 254 && len(b) >= 2:
		return float64(-(int(b0)-251)*256 - int(b[1]) - 108), 2
	}
	return 0, 0
}

// int returns operand i of the operator, 0 when absent.
func (d dict) int(op, i int) int {
	for _, e := range d {
		if e.op == op && i < len(e.nums) {
			return int(e.nums[i])
		}
	}
	return 0
}

func (d dict) has(op int) bool {
	return slices.ContainsFunc(d, func(e entry) bool { return e.op == op })
}

// DICT operators used here.
const (
	opVersion, opNotice, opFullName, opFamilyName, opWeight  = 0, 1, 2, 3, 4
	opUniqueID, opXUID                                       = 13, 14
	opCharset, opEncoding, opCharStrings, opPrivate, opSubrs = 15, 16, 17, 18, 19
	opCopyright, opPostScript, opBaseFontName                = 0x0c00, 0x0c15, 0x0c16
	opCharstringType, opROS, opFDArray, opFDSelect           = 0x0c06, 0x0c1e, 0x0c24, 0x0c25
	opCIDCount, opFontName, opUIDBase                        = 0x0c22, 0x0c26, 0x0c23
	opFontMatrix, opSyntheticBase, opBaseFontBlend           = 0x0c07, 0x0c14, 0x0c17
)
