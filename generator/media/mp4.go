package media

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// holders are the boxes of ISO/IEC 14496-12 that hold boxes in which data about
// the film may lie.
var holders = map[string]bool{"moov": true, "trak": true, "mdia": true, "minf": true, "moof": true, "traf": true, "edts": true}

// mp4 makes every box of user data a free one in its place, so that the places
// of the samples, which count from the file's beginning, stay right.
func (c *cleaner) mp4() {
	c.boxes(0, len(c.data), 0)
	// Cameras of sport and telephones write the place all along the film.
	for _, mark := range []string{"gpmd", "camm", "location.ISO6709"} {
		if bytes.Contains(c.moov(), []byte(mark)) {
			c.left[Place] = true
		}
	}
}

// moov is the box that tells of the tracks.
func (c *cleaner) moov() []byte {
	for at := 0; at+8 <= len(c.data); {
		size := int(binary.BigEndian.Uint32(c.data[at:]))
		if size == 1 && at+16 <= len(c.data) {
			size = int(min(binary.BigEndian.Uint64(c.data[at+8:]), uint64(len(c.data))))
		}
		if size < 8 || size > len(c.data)-at {
			size = len(c.data) - at
		}
		if string(c.data[at+4:at+8]) == "moov" {
			return c.data[at : at+size]
		}
		at += size
	}
	return nil
}

func (c *cleaner) boxes(from, to, depth int) {
	for at := from; at+8 <= to && depth < 10; {
		size, head := int(binary.BigEndian.Uint32(c.data[at:])), 8
		kind := string(c.data[at+4 : at+8])
		switch {
		case size == 1 && at+16 <= to:
			long := binary.BigEndian.Uint64(c.data[at+8:])
			if long > uint64(to-at) {
				return
			}
			size, head = int(long), 16
		case size == 0:
			size = to - at
		}
		if size < head || size > to-at {
			return
		}
		switch {
		case kind == "udta" || kind == "meta" || kind == "uuid" || strings.HasPrefix(kind, "\xa9"):
			c.free(at, head, size)
		case holders[kind]:
			c.boxes(at+head, at+size, depth+1)
		}
		at += size
	}
}

// places mark a location: QuickTime's and Android's ©xyz, 3GPP's loci, Apple's key.
var places = [][]byte{[]byte("\xa9xyz"), []byte("loci"), []byte("location.ISO6709"), []byte("GPS")}

func (c *cleaner) free(at, head, size int) {
	body := c.data[at+head : at+size]
	fact := Author
	for _, mark := range places {
		if bytes.Contains(body, mark) {
			fact = Place
		}
	}
	if len(bytes.Trim(body, "\x00")) > 0 {
		c.removed[fact] = true
	}
	copy(c.data[at+4:], "free")
	c.blank(at+head, at+size, 0)
}
