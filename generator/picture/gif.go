package picture

import (
	"encoding/binary"
	"errors"
)

// Blocks of GIF89a.
const gifExtension, gifImage, gifTrailer = 0x21, 0x2c, 0x3b
const gifControl, gifApplication = 0xf9, 0xff

// gif copies the frames, their times and the loop count; comments, plain text
// and other programs' data stay behind.
func (i *Info) gif(data []byte) ([]byte, error) {
	short := &Error{Fault: CutShort}
	if len(data) < 13 {
		return nil, short
	}
	i.Width, i.Height = int(binary.LittleEndian.Uint16(data[6:])), int(binary.LittleEndian.Uint16(data[8:]))
	at := 13 + colourTable(data[10])
	if at > len(data) {
		return nil, short
	}
	out := append(make([]byte, 0, len(data)), data[:at]...)
	frames := 0
	for at < len(data) {
		start := at
		switch data[at] {
		case gifTrailer:
			i.Animated = frames > 1
			return append(out, gifTrailer), nil
		case gifImage:
			if frames++; at+10 > len(data) {
				return nil, short
			}
			at += 10 + colourTable(data[at+9]) + 1 // and the LZW code size
			if at = subBlocks(data, at); at < 0 {
				return nil, short
			}
			out = append(out, data[start:at]...)
		case gifExtension:
			if at+2 > len(data) {
				return nil, short
			}
			label, name := data[at+1], ""
			if at+14 <= len(data) {
				name = string(data[at+3 : at+14])
			}
			if at = subBlocks(data, at+2); at < 0 {
				return nil, short
			}
			if label == gifControl || label == gifApplication && (name == "NETSCAPE2.0" || name == "ANIMEXTS1.0") {
				out = append(out, data[start:at]...)
			}
		default:
			return nil, &Error{Fault: Broken, cause: errors.New("unknown GIF block")}
		}
	}
	return nil, short
}

// colourTable is the size of the colour table that a flags byte announces.
func colourTable(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// subBlocks skips data sub-blocks and their terminator; -1 when they are cut.
func subBlocks(data []byte, at int) int {
	for at < len(data) {
		size := int(data[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return -1
}
