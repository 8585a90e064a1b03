package picture

import (
	"encoding/binary"
	"fmt"
)

// jpegHead is what the markers before the first scan say (ITU-T T.81, annex B).
type jpegHead struct {
	width, height int
	components    int
	adobe         bool // has Adobe's marker: four components are stored inverted
	orientation   int
}

// Markers of JPEG.
const (
	soi, eoi, sos   = 0xd8, 0xd9, 0xda
	app0, app1      = 0xe0, 0xe1
	app14, app15    = 0xee, 0xef
	comment         = 0xfe
	sof0, dht       = 0xc0, 0xc4
	jpgExt, dac     = 0xc8, 0xcc
	sof2, sof15     = 0xc2, 0xcf
	shortestSegment = 2
)

// segments calls each for every marker segment before the first scan, with where
// its marker starts and its bytes after the length, and returns where the scan's
// marker starts.
func segments(data []byte, each func(marker byte, at int, body []byte)) (int, error) {
	for at := 2; ; {
		for at < len(data) && data[at] == 0xff && at+1 < len(data) && data[at+1] == 0xff {
			at++ // fill bytes
		}
		if at+4 > len(data) || data[at] != 0xff {
			return 0, fmt.Errorf("%w: JPEG has no picture data", ErrBroken)
		}
		marker := data[at+1]
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < shortestSegment || at+2+size > len(data) {
			return 0, fmt.Errorf("%w: JPEG is cut off", ErrBroken)
		}
		if marker == sos {
			return at, nil
		}
		each(marker, at, data[at+4:at+2+size])
		at += 2 + size
	}
}

func readJPEG(data []byte) (jpegHead, error) {
	h := jpegHead{orientation: 1}
	kind := byte(0)
	_, err := segments(data, func(marker byte, _ int, body []byte) {
		switch {
		case marker >= sof0 && marker <= sof15 && marker != dht && marker != jpgExt && marker != dac && len(body) >= 6:
			kind = marker
			h.height = int(binary.BigEndian.Uint16(body[1:]))
			h.width, h.components = int(binary.BigEndian.Uint16(body[3:])), int(body[5])
			if body[0] != 8 {
				kind = sof15 // twelve bits: no PDF reader takes it
			}
		case marker == app14 && len(body) >= 12 && string(body[:5]) == "Adobe":
			h.adobe = true
		case marker == app1 && len(body) > 6 && string(body[:6]) == "Exif\x00\x00":
			h.orientation = exifOrientation(body[6:])
		}
	})
	if err != nil {
		return h, err
	}
	if kind < sof0 || kind > sof2 {
		return h, fmt.Errorf("%w: JPEG of an unknown kind", ErrBroken)
	}
	if h.components != 1 && h.components != 3 && h.components != 4 {
		return h, fmt.Errorf("%w: JPEG with %d colour components", ErrBroken, h.components)
	}
	return h, nil
}

// exifOrientation reads tag 0x0112 of the first directory, 1 when there is none.
func exifOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	n := int(order.Uint16(tiff[at:]))
	for i := range n {
		rec := at + 2 + 12*int64(i)
		if rec+12 > int64(len(tiff)) {
			break
		}
		if order.Uint16(tiff[rec:]) == 0x0112 {
			if v := int(order.Uint16(tiff[rec+8:])); v >= 1 && v <= 8 {
				return v
			}
		}
	}
	return 1
}

// stripped returns the JPEG, as parts of data, without application data and
// comments, which may tell where and by whom a photograph was taken. Adobe's
// marker stays: it says how the colours are stored.
func stripped(data []byte) ([][]byte, error) {
	var parts [][]byte
	from, to := 0, 2 // of the part that is kept last
	keep := func(start, end int) {
		if start != to {
			parts = append(parts, data[from:to])
			from = start
		}
		to = end
	}
	scan, err := segments(data, func(marker byte, at int, body []byte) {
		if marker != comment && (marker < app0 || marker > app15 || marker == app14) {
			keep(at, at+4+len(body))
		}
	})
	if err != nil {
		return nil, err
	}
	keep(scan, len(data))
	return append(parts, data[from:to]), nil
}
