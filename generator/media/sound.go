package media

import (
	"bytes"
	"encoding/binary"
)

// mp3 cuts ID3 tags off: version 2 at the beginning, APE and version 1 at the
// end.
func (c *cleaner) mp3() {
	for len(c.data) > 10 && string(c.data[:3]) == "ID3" {
		size := 10
		for i, b := range c.data[6:10] {
			size += int(b&0x7f) << (7 * (3 - i))
		}
		if c.data[5]&0x10 != 0 {
			size += 10 // a footer
		}
		if size >= len(c.data) {
			return
		}
		if bytes.Contains(c.data[:size], []byte("APIC")) {
			c.removed[Cover] = true
		}
		c.data, c.removed[Author] = c.data[size:], true
	}
	if n := len(c.data); n > 128 && string(c.data[n-128:n-125]) == "TAG" {
		c.data, c.removed[Author] = c.data[:n-128], true
	}
	if n := len(c.data); n > 32 && string(c.data[n-32:n-24]) == "APETAGEX" {
		size := int(binary.LittleEndian.Uint32(c.data[n-20:]))
		if c.data[n-9]&0x80 != 0 {
			size += 32 // a header
		}
		if size >= 32 && size < n {
			c.data, c.removed[Author] = c.data[:n-size], true
		}
	}
}

// soundChunks are those of a RIFF file that play; every other one is told to be
// junk in its place.
var soundChunks = map[string]bool{"fmt ": true, "data": true, "fact": true, "cue ": true, "smpl": true, "ds64": true, "JUNK": true, "PAD ": true, "wavl": true, "slnt": true}

func (c *cleaner) wav() {
	if len(c.data) < 12 || string(c.data[8:12]) != "WAVE" {
		return
	}
	for at := 12; at+8 <= len(c.data); {
		size := int(binary.LittleEndian.Uint32(c.data[at+4:]))
		if size > len(c.data)-at-8 {
			return
		}
		if kind := string(c.data[at : at+4]); !soundChunks[kind] {
			c.removed[Author] = true
			copy(c.data[at:], "JUNK")
			c.blank(at+8, at+8+size, 0)
		}
		at += 8 + size + size%2
	}
}

// flac makes comments, pictures and programs' own blocks padding.
func (c *cleaner) flac() {
	if len(c.data) > 10 && string(c.data[:3]) == "ID3" {
		c.mp3()
	}
	if !bytes.HasPrefix(c.data, []byte("fLaC")) {
		return
	}
	for at, last := 4, false; !last && at+4 <= len(c.data); {
		kind := c.data[at] & 0x7f
		last = c.data[at]&0x80 != 0
		size := int(c.data[at+1])<<16 | int(c.data[at+2])<<8 | int(c.data[at+3])
		if at+4+size > len(c.data) {
			return
		}
		switch kind {
		case 2, 4, 6: // application, comment, picture
			fact := Author
			if kind == 6 {
				fact = Cover
			}
			c.removed[fact] = true
			c.data[at] = c.data[at]&0x80 | 1
			c.blank(at+4, at+4+size, 0)
		}
		at += 4 + size
	}
}

// ogg blanks the comments where they lie whole in one page, and counts the
// page's sum anew; longer ones stay, and are told.
func (c *cleaner) ogg() {
	for at := 0; at+27 <= len(c.data) && string(c.data[at:at+4]) == "OggS"; {
		segments := int(c.data[at+26])
		head := at + 27 + segments
		if head > len(c.data) {
			return
		}
		end := head
		for _, n := range c.data[at+27 : head] {
			end += int(n)
		}
		if end > len(c.data) {
			return
		}
		if c.oggComments(head, end) {
			copy(c.data[at+22:at+26], "\x00\x00\x00\x00")
			binary.LittleEndian.PutUint32(c.data[at+22:], oggSum(c.data[at:end]))
		}
		at = end
	}
}

// oggComments blanks the comments of the packet that begins at from.
func (c *cleaner) oggComments(from, end int) bool {
	at := from
	for _, mark := range []string{"\x03vorbis", "OpusTags", "\x81theora"} {
		if bytes.HasPrefix(c.data[from:end], []byte(mark)) {
			at = from + len(mark)
		}
	}
	if at == from {
		return false
	}
	read := func() int {
		if at+4 > end {
			return -1
		}
		n := int(binary.LittleEndian.Uint32(c.data[at:]))
		at += 4
		return n
	}
	vendor := read()
	if vendor < 0 || vendor > end-at {
		c.left[Author] = true
		return false
	}
	at += vendor
	changed := false
	for count := read(); count > 0; count-- {
		size := read()
		if size < 0 || size > end-at {
			c.left[Author] = true
			break
		}
		// The name stays a name, as players ask of it: "X=" and blanks.
		if size >= 2 {
			c.data[at], c.data[at+1] = 'X', '='
			c.blank(at+2, at+size, ' ')
			changed = true
			c.removed[Author] = true
		}
		at += size
	}
	return changed
}

// oggSum is the sum of a page: CRC-32 with the polynomial 04C11DB7, neither
// reflected nor inverted (RFC 3533).
func oggSum(page []byte) (sum uint32) {
	for _, b := range page {
		sum ^= uint32(b) << 24
		for range 8 {
			if sum&0x80000000 != 0 {
				sum = sum<<1 ^ 0x04c11db7
			} else {
				sum <<= 1
			}
		}
	}
	return sum
}

// webm blanks the tags: the element Tags becomes Void in its place, the names of
// programs and the title are blanked.
func (c *cleaner) webm() {
	if !bytes.HasPrefix(c.data, []byte("\x1a\x45\xdf\xa3")) {
		return
	}
	c.elements(0, len(c.data), 0)
}

// elements walks Matroska's (RFC 8794): Segment, and in it Info and Tags.
func (c *cleaner) elements(from, to, depth int) {
	for at := from; at < to && depth < 4; {
		id, n := c.vint(at, to, false)
		size, m := c.vint(at+n, to, true)
		body := at + n + m
		if n == 0 || m == 0 {
			return
		}
		if size < 0 || size > to-body {
			size = to - body // of unknown length
		}
		switch id {
		case 0x18538067, 0x1549a966: // Segment, Info
			c.elements(body, body+size, depth+1)
		case 0x1254c367, 0x1941a469: // Tags, Attachments
			fact := Author
			if bytes.Contains(c.data[body:body+size], []byte("LOCATION")) {
				fact = Place
			}
			c.removed[fact] = true
			c.void(at, body, body+size)
		case 0x7ba9, 0x4d80, 0x5741, 0x4461, 0x73a4: // Title, MuxingApp, WritingApp, DateUTC, SegmentUUID
			switch id {
			case 0x7ba9:
				c.removed[Author] = true
				c.blank(body, body+size, ' ')
			case 0x4d80, 0x5741:
				c.blank(body, body+size, ' ')
			}
		}
		at = body + size
	}
}

// void makes an element one that means nothing: its identifier has one byte,
// and its size is written in as many as there is room for.
func (c *cleaner) void(at, body, end int) {
	room := body - at - 1
	size := end - body
	if room > 8 {
		room, size = 8, end-at-9
	}
	c.data[at] = 0xec
	for i := range room {
		c.data[at+1+i] = byte(size >> (8 * (room - 1 - i)))
	}
	c.data[at+1] |= 1 << (8 - room)
	c.blank(at+1+room, end, 0)
}

// vint reads a number of variable length; n is 0 where there is none. The size
// of all ones is unknown: -1.
func (c *cleaner) vint(at, to int, value bool) (v, n int) {
	if at >= to || c.data[at] == 0 {
		return 0, 0
	}
	first := c.data[at]
	for n = 1; first&(0x80>>(n-1)) == 0; n++ {
	}
	if at+n > to {
		return 0, 0
	}
	v = int(first)
	if value {
		v &= 0xff>>n | 0
	}
	for _, b := range c.data[at+1 : at+n] {
		v = v<<8 | int(b)
	}
	if value && v == 1<<(7*n)-1 {
		return -1, n
	}
	return v, n
}
