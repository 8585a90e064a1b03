package sfnt

// private is a Private DICT with its local subroutines.
type private struct {
	dict  dict
	font  dict // the Font DICT it belongs to, nil for fonts that are not CID-keyed
	subrs index
	used  []bool // subroutines reached from the kept glyphs
}

// cff is a parsed CFF font set of one font.
type cff struct {
	data        []byte
	top         dict
	global      index
	globalUsed  []bool
	charstrings index
	privates    []private
	fd          func(gid int) int // which private a glyph uses
	traced      int               // bytes of charstrings read so far
}

// readCFF reads what subsetting needs (Adobe Technical Note 5176).
func readCFF(data []byte) (*cff, error) {
	if len(data) < 4 || data[0] != 1 {
		return nil, broken("not a CFF version 1 table")
	}
	names, err := readIndex(data, int(data[2]))
	if err != nil {
		return nil, err
	}
	tops, err := readIndex(data, names.end)
	if err != nil {
		return nil, err
	}
	if tops.len() != 1 {
		return nil, broken("CFF holds %d fonts", tops.len())
	}
	strings, err := readIndex(data, tops.end)
	if err != nil {
		return nil, err
	}
	c := &cff{data: data, fd: func(int) int { return 0 }}
	if c.global, err = readIndex(data, strings.end); err != nil {
		return nil, err
	}
	c.globalUsed = make([]bool, c.global.len())
	if c.top, err = readDict(tops.at(0)); err != nil {
		return nil, err
	}
	if c.top.has(opCharstringType) && c.top.int(opCharstringType, 0) != 2 {
		return nil, broken("charstrings are not of type 2")
	}
	if c.charstrings, err = readIndex(data, c.top.int(opCharStrings, 0)); err != nil {
		return nil, err
	}
	return c, c.readPrivates()
}

// readPrivates reads the Private DICT, or those of the Font DICTs.
func (c *cff) readPrivates() error {
	if !c.top.has(opROS) {
		p, err := c.readPrivate(c.top)
		c.privates = []private{p}
		return err
	}
	fonts, err := readIndex(c.data, c.top.int(opFDArray, 0))
	if err != nil {
		return err
	}
	if fonts.len() == 0 || fonts.len() > 256 {
		return broken("CFF has %d font dicts", fonts.len())
	}
	for i := range fonts.len() {
		font, err := readDict(fonts.at(i))
		if err != nil {
			return err
		}
		p, err := c.readPrivate(font)
		if err != nil {
			return err
		}
		p.font = font
		c.privates = append(c.privates, p)
	}
	return c.readFDSelect()
}

func (c *cff) readPrivate(font dict) (private, error) {
	size, at := font.int(opPrivate, 0), font.int(opPrivate, 1)
	if size < 0 || at < 0 || at+size > len(c.data) {
		return private{}, broken("CFF private dict lies outside the table")
	}
	d, err := readDict(c.data[at : at+size])
	if err != nil {
		return private{}, err
	}
	p := private{dict: d}
	if d.has(opSubrs) {
		if p.subrs, err = readIndex(c.data, at+d.int(opSubrs, 0)); err != nil {
			return private{}, err
		}
	}
	p.used = make([]bool, p.subrs.len())
	return p, nil
}

// readFDSelect reads formats 0 and 3 into c.fd.
func (c *cff) readFDSelect() error {
	at, n := c.top.int(opFDSelect, 0), c.charstrings.len()
	if at <= 0 || at+1 > len(c.data) {
		return broken("FDSelect lies outside the table")
	}
	sel := make([]byte, n)
	data := c.data[at+1:]
	switch c.data[at] {
	case 0:
		if copy(sel, data) < n {
			return broken("FDSelect is cut off")
		}
	case 3:
		if len(data) < 2 || len(data) < 4+3*int(u16(data, 0)) {
			return broken("FDSelect is cut off")
		}
		for i := range int(u16(data, 0)) {
			from, to := int(u16(data, 2+3*i)), int(u16(data, 5+3*i))
			for g := from; g < to && g < n; g++ {
				sel[g] = data[4+3*i]
			}
		}
	default:
		return broken("FDSelect of format %d", c.data[at])
	}
	for _, fd := range sel {
		if int(fd) >= len(c.privates) {
			return broken("FDSelect names font dict %d of %d", fd, len(c.privates))
		}
	}
	c.fd = func(gid int) int { return int(sel[gid]) }
	return nil
}
