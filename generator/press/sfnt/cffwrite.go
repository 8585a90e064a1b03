package sfnt

import (
	"encoding/binary"
	"errors"
)

// subsetCFF writes a bare CID-keyed CFF program whose CIDs are the glyph ids.
// A font that is not CID-keyed becomes so with one Font DICT: PDF would also
// take it as it is (ISO 32000-1, 9.7.4.2), but CIDFontType0C speaks of CIDFonts,
// and some printers' software believes it. A font whose charstrings cannot be
// traced is returned whole.
func subsetCFF(data []byte, name string, used []bool) ([]byte, error) {
	c, err := readCFF(data)
	if err != nil {
		return nil, err
	}
	n := count(used)
	if n > c.charstrings.len() {
		return nil, broken("CFF has %d glyphs, %d wanted", c.charstrings.len(), n)
	}
	stack := make([]int, 0, maxStack)
	for g := range n {
		if !used[g] {
			continue
		}
		if err := c.trace(g, stack); errors.Is(err, errUntraceable) {
			return data, nil
		} else if err != nil {
			return nil, err
		}
	}
	return c.write(name, used[:n]), nil
}

// write lays the parts out. Offsets are written in five bytes, so that the Top
// DICT's size is known before they are.
func (c *cff) write(name string, used []bool) []byte {
	head := []byte{1, 0, 4, 4}
	head = appendIndex(head, [][]byte{[]byte(name)})
	strings := appendIndex(nil, [][]byte{[]byte("Adobe"), []byte("Identity")})
	global := appendIndex(nil, kept(c.global, c.globalUsed, subrStub))

	top := c.topDict(len(used), 0, 0, 0, 0)
	base := len(head) + len(appendIndex(nil, [][]byte{top})) + len(strings) + len(global)

	charset := []byte{2, 0, 1, 0, 0} // format 2: one range from CID 1
	binary.BigEndian.PutUint16(charset[3:], uint16(max(0, len(used)-2)))
	if len(used) < 2 {
		charset = charset[:1]
	}
	sel := c.fdSelect(len(used))
	chars := appendIndex(nil, kept(c.charstrings, used, glyphStub))
	charsetAt := base
	selAt := charsetAt + len(charset)
	charsAt := selAt + len(sel)
	privates, fonts := c.fontDicts(charsAt + len(chars))
	fontsAt := charsAt + len(chars) + len(privates)

	out := appendIndex(head, [][]byte{c.topDict(len(used), charsetAt, selAt, charsAt, fontsAt)})
	for _, part := range [][]byte{strings, global, charset, sel, chars, privates, fonts} {
		out = append(out, part...)
	}
	return out
}

// Stubs of what is not used: a glyph that ends, a subroutine that returns.
var glyphStub, subrStub = []byte{14}, []byte{11}

func kept(x index, used []bool, stub []byte) [][]byte {
	n := min(x.len(), len(used))
	items := make([][]byte, n)
	for i := range items {
		if items[i] = stub; used[i] {
			items[i] = x.at(i)
		}
	}
	return items
}

// topDict keeps what shapes glyphs and drops names, which are strings that
// nobody reads in a PDF.
func (c *cff) topDict(glyphs, charset, sel, chars, fonts int) []byte {
	out := appendOffset(nil, 391) // first own string: Adobe
	out = appendOffset(out, 392)  // Identity
	out = appendOffset(out, 0)    // supplement
	out = appendOp(out, opROS)    // must come first
	for _, e := range c.top {
		switch e.op {
		case opVersion, opNotice, opFullName, opFamilyName, opWeight, opUniqueID, opXUID,
			opCopyright, opPostScript, opBaseFontName, opROS, opCIDCount, opFontName, opUIDBase,
			opCharset, opEncoding, opCharStrings, opPrivate, opFDArray, opFDSelect,
			opSyntheticBase, opBaseFontBlend:
			continue
		}
		out = appendOp(append(out, e.operands...), e.op)
	}
	out = appendOp(appendOffset(out, glyphs), opCIDCount)
	out = appendOp(appendOffset(out, charset), opCharset)
	out = appendOp(appendOffset(out, sel), opFDSelect)
	out = appendOp(appendOffset(out, chars), opCharStrings)
	return appendOp(appendOffset(out, fonts), opFDArray)
}

// fdSelect writes format 3 with equal neighbours joined.
func (c *cff) fdSelect(n int) []byte {
	out := []byte{3, 0, 0}
	ranges := 0
	for g := range n {
		if g == 0 || c.fd(g) != c.fd(g-1) {
			out = append(binary.BigEndian.AppendUint16(out, uint16(g)), byte(c.fd(g)))
			ranges++
		}
	}
	binary.BigEndian.PutUint16(out[1:], uint16(ranges))
	return binary.BigEndian.AppendUint16(out, uint16(n))
}

// fontDicts writes the Private DICTs with their subroutines, to stand at offset
// at, and the INDEX of Font DICTs that point to them.
func (c *cff) fontDicts(at int) (privates, fonts []byte) {
	var dicts [][]byte
	for _, p := range c.privates {
		var priv []byte
		for _, e := range p.dict {
			if e.op != opSubrs {
				priv = appendOp(append(priv, e.operands...), e.op)
			}
		}
		if p.subrs.len() > 0 { // directly behind; the operator takes six bytes itself
			priv = appendOp(appendOffset(priv, len(priv)+6), opSubrs)
		}
		var font []byte
		for _, e := range p.font {
			if e.op == opFontMatrix {
				font = appendOp(append(font, e.operands...), e.op)
			}
		}
		font = appendOffset(appendOffset(font, len(priv)), at+len(privates))
		dicts = append(dicts, appendOp(font, opPrivate))
		privates = append(privates, priv...)
		if p.subrs.len() > 0 {
			privates = appendIndex(privates, kept(p.subrs, p.used, subrStub))
		}
	}
	return privates, appendIndex(nil, dicts)
}

func appendOffset(out []byte, v int) []byte {
	return binary.BigEndian.AppendUint32(append(out, 29), uint32(v))
}

func appendOp(out []byte, op int) []byte {
	if op >= 0x0c00 {
		out = append(out, 12)
	}
	return append(out, byte(op))
}

// appendIndex writes an INDEX with the smallest offsets that reach.
func appendIndex(out []byte, items [][]byte) []byte {
	out = binary.BigEndian.AppendUint16(out, uint16(len(items)))
	if len(items) == 0 {
		return out
	}
	total := 1
	for _, it := range items {
		total += len(it)
	}
	size := 1
	for total>>(8*size) > 0 {
		size++
	}
	out = append(out, byte(size))
	at := 1
	put := func() {
		for s := size - 1; s >= 0; s-- {
			out = append(out, byte(at>>(8*s)))
		}
	}
	put()
	for _, it := range items {
		at += len(it)
		put()
	}
	for _, it := range items {
		out = append(out, it...)
	}
	return out
}
