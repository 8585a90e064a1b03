package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"sort"
)

// Markers of ISO/IEC 10918-1, table B.1.
const (
	mSOI, mEOI, mSOS      = 0xd8, 0xd9, 0xda
	mAPP0, mAPP15         = 0xe0, 0xef
	mAPP1, mAPP2, mAPP14  = 0xe1, 0xe2, 0xee
	mCOM                  = 0xfe
	mRST0, mRST7, mTEM    = 0xd0, 0xd7, 0x01
	mSOF0, mSOF15         = 0xc0, 0xcf
	mDHT, mJPG, mDAC      = 0xc4, 0xc8, 0xcc
	iccHead               = "ICC_PROFILE\x00"
	jfifHead, adobeHead   = "JFIF\x00", "Adobe"
	jfifLength, adobeSize = 14, 12
)

// jpeg walks the segments to the end of the picture. What is copied: tables,
// frames, scans, and of the application segments the two without which colours
// change (JFIF without its thumbnail, Adobe's transform). What follows the
// picture's end, another picture or a film, is left out.
func (i *Info) jpeg(data []byte) ([]byte, error) {
	out := make([]byte, 0, len(data))
	out = append(out, 0xff, mSOI)
	profile := map[int][]byte{}
	for at := 2; ; {
		marker, next, ok := nextMarker(data, at)
		if !ok {
			return nil, &Error{Fault: CutShort}
		}
		at = next
		if marker == mEOI {
			break
		}
		if marker == mTEM || marker >= mRST0 && marker <= mRST7 {
			continue
		}
		if at+2 > len(data) {
			return nil, &Error{Fault: CutShort}
		}
		end := at + int(binary.BigEndian.Uint16(data[at:]))
		if end < at+2 {
			return nil, &Error{Fault: Broken, cause: errors.New("segment of no length")}
		}
		if end > len(data) {
			return nil, &Error{Fault: CutShort}
		}
		body := i.segment(marker, data[at+2:end], profile)
		if body != nil {
			out = append(out, 0xff, marker)
			out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
			out = append(out, body...)
		}
		at = end
		if marker == mSOS {
			stop := scanEnd(data, at)
			out = append(out, data[at:stop]...)
			at = stop
		}
	}
	i.profile = joinProfile(profile)
	return append(out, 0xff, mEOI), nil
}

// nextMarker finds the marker at or after at; fill bytes may precede it.
func nextMarker(data []byte, at int) (marker byte, next int, ok bool) {
	for at < len(data) && data[at] != 0xff {
		at++ // stray bytes between segments: decoders skip them
	}
	for at < len(data) && data[at] == 0xff {
		at++
	}
	if at >= len(data) {
		return 0, at, false
	}
	return data[at], at + 1, true
}

// scanEnd finds the marker after the entropy-coded data that begins at at.
func scanEnd(data []byte, at int) int {
	for {
		n := bytes.IndexByte(data[at:], 0xff)
		if n < 0 || at+n+1 >= len(data) {
			return len(data)
		}
		at += n
		if m := data[at+1]; m != 0 && (m < mRST0 || m > mRST7) && m != 0xff {
			return at
		}
		at++
	}
}

// segment reads a segment and returns what of it is kept, nil for nothing.
func (i *Info) segment(marker byte, body []byte, profile map[int][]byte) []byte {
	switch {
	case marker == mAPP0 && len(body) >= jfifLength && string(body[:5]) == jfifHead:
		kept := bytes.Clone(body[:jfifLength])
		kept[12], kept[13] = 0, 0 // no thumbnail
		return kept
	case marker == mAPP1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		i.exif(body)
	case marker == mAPP1:
		i.xmp(body)
	case marker == mAPP2 && bytes.HasPrefix(body, []byte(iccHead)) && len(body) > len(iccHead)+2:
		profile[int(body[len(iccHead)])] = body[len(iccHead)+2:]
	case marker == mAPP14 && bytes.HasPrefix(body, []byte(adobeHead)) && len(body) >= adobeSize:
		return body[:adobeSize]
	case marker >= mAPP0 && marker <= mAPP15, marker == mCOM:
	case marker >= mSOF0 && marker <= mSOF15 && marker != mDHT && marker != mJPG && marker != mDAC && len(body) >= 6:
		i.Height, i.Width = int(binary.BigEndian.Uint16(body[1:])), int(binary.BigEndian.Uint16(body[3:]))
		i.CMYK = body[5] == 4
		return body
	default:
		return body
	}
	return nil
}

func joinProfile(parts map[int][]byte) []byte {
	order := make([]int, 0, len(parts))
	for n := range parts {
		order = append(order, n)
	}
	sort.Ints(order)
	var whole []byte
	for _, n := range order {
		whole = append(whole, parts[n]...)
	}
	return whole
}
