package picture

import (
	"encoding/binary"
	"errors"
)

// Flags of the VP8X chunk (RFC 9649, 2.7.1).
const flagICC, flagExif, flagXMP, flagAnim = 0x20, 0x08, 0x04, 0x02

// webp copies the chunks that make the picture, within frames too.
func (i *Info) webp(data []byte) ([]byte, error) {
	size := uint64(binary.LittleEndian.Uint32(data[4:])) + 8
	if size > uint64(len(data)) {
		return nil, &Error{Fault: CutShort}
	}
	out := append(make([]byte, 0, len(data)), "RIFF\x00\x00\x00\x00WEBP"...)
	err := riff(data[12:size], func(name string, body []byte) error {
		kept := i.webpChunk(name, body)
		if name == "ANMF" {
			var err error
			if kept, err = frame(body); err != nil {
				return err
			}
		}
		if kept != nil {
			out = appendChunk(out, name, kept)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}

// frame copies the header and the picture of one frame of an animation.
func frame(body []byte) ([]byte, error) {
	const header = 16
	if len(body) < header {
		return nil, &Error{Fault: Broken, cause: errors.New("frame without a header")}
	}
	out := append([]byte{}, body[:header]...)
	err := riff(body[header:], func(name string, body []byte) error {
		if name == "ALPH" || name == "VP8 " || name == "VP8L" {
			out = appendChunk(out, name, body)
		}
		return nil
	})
	return out, err
}

func (i *Info) webpChunk(name string, body []byte) []byte {
	switch name {
	case "VP8X":
		if len(body) < 10 {
			return nil
		}
		i.Animated = body[0]&flagAnim != 0
		i.Width, i.Height = 1+uint24(body[4:]), 1+uint24(body[7:])
		kept := append([]byte{}, body[:10]...)
		kept[0] &^= flagICC | flagExif | flagXMP
		return kept
	case "VP8 ":
		if i.Width == 0 && len(body) >= 10 {
			i.Width, i.Height = int(binary.LittleEndian.Uint16(body[6:])&0x3fff), int(binary.LittleEndian.Uint16(body[8:])&0x3fff)
		}
		return body
	case "VP8L":
		if i.Width == 0 && len(body) >= 5 {
			bits := binary.LittleEndian.Uint32(body[1:])
			i.Width, i.Height = 1+int(bits&0x3fff), 1+int(bits>>14&0x3fff)
		}
		return body
	case "ALPH", "ANIM":
		return body
	case "ICCP":
		i.profile = body
	case "EXIF":
		i.exif(body)
	case "XMP ":
		i.xmp(body)
	}
	return nil
}

func uint24(b []byte) int { return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 }

// riff visits the chunks of a RIFF form.
func riff(data []byte, visit func(name string, body []byte) error) error {
	for len(data) >= 8 {
		size := uint64(binary.LittleEndian.Uint32(data[4:]))
		if size+8 > uint64(len(data)) {
			return &Error{Fault: CutShort}
		}
		if err := visit(string(data[:4]), data[8:8+size]); err != nil {
			return err
		}
		data = data[min(uint64(len(data)), 8+size+size&1):]
	}
	return nil
}

func appendChunk(out []byte, name string, body []byte) []byte {
	out = append(out, name...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(body)))
	out = append(out, body...)
	if len(body)&1 == 1 {
		out = append(out, 0)
	}
	return out
}
