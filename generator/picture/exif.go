package picture

import (
	"bytes"
	"encoding/binary"
)

// Tags of TIFF 6.0 and Exif (CIPA DC-008).
const (
	tagOrientation = 0x0112
	tagGPS         = 0x8825 // in the first directory: offset of the GPS directory
	tagLatitude    = 2
	tagLongitude   = 4
)

// exif reads the turn of a TIFF block, and whether it says where the picture
// was taken: zeros are what cameras write that know no place.
func (i *Info) exif(tiff []byte) {
	tiff = bytes.TrimPrefix(tiff, []byte("Exif\x00\x00"))
	if len(tiff) < 8 {
		return
	}
	var order binary.ByteOrder = binary.LittleEndian
	if string(tiff[:2]) == "MM" {
		order = binary.BigEndian
	}
	directory(tiff, order, order.Uint32(tiff[4:]), func(tag uint16, count, value uint32, raw []byte) {
		switch tag {
		case tagOrientation:
			if turn := order.Uint16(raw); turn >= 1 && turn <= 8 {
				i.Orientation = int(turn)
			}
		case tagGPS:
			directory(tiff, order, value, func(tag uint16, count, at uint32, _ []byte) {
				if (tag == tagLatitude || tag == tagLongitude) && count == 3 && uint64(at)+24 <= uint64(len(tiff)) {
					for n := range uint32(3) { // degrees, minutes, seconds: each a fraction of two numbers
						i.Place = i.Place || order.Uint32(tiff[at+n*8:]) != 0
					}
				}
			})
		}
	})
}

// directory visits the entries of the TIFF directory at an offset; raw are the
// four bytes of the value, or of its offset.
func directory(tiff []byte, order binary.ByteOrder, at uint32, visit func(tag uint16, count, value uint32, raw []byte)) {
	if uint64(at)+2 > uint64(len(tiff)) {
		return
	}
	n := int(order.Uint16(tiff[at:]))
	for rest := tiff[at+2:]; n > 0 && len(rest) >= 12; n, rest = n-1, rest[12:] {
		visit(order.Uint16(rest), order.Uint32(rest[4:]), order.Uint32(rest[8:]), rest[8:12])
	}
}

// xmp reads whether an XMP packet says where the picture was taken.
func (i *Info) xmp(packet []byte) {
	i.Place = i.Place || bytes.Contains(packet, []byte("GPSLatitude"))
}
