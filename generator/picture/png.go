package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

const pngMagic = "\x89PNG\r\n\x1a\n"

// pngKept are the chunks without which the pixels, or an animation, change.
var pngKept = map[string]bool{"IHDR": true, "PLTE": true, "tRNS": true, "IDAT": true, "IEND": true, "acTL": true, "fcTL": true, "fdAT": true}

// maxProfile bounds an embedded profile, unpacked.
const maxProfile = 8 << 20

// png walks the chunks to IEND and copies those that are kept.
func (i *Info) png(data []byte) ([]byte, error) {
	out := append(make([]byte, 0, len(data)), pngMagic...)
	for at := len(pngMagic); ; {
		if at+12 > len(data) {
			return nil, &Error{Fault: CutShort}
		}
		size := binary.BigEndian.Uint32(data[at:])
		if uint64(at)+12+uint64(size) > uint64(len(data)) {
			return nil, &Error{Fault: CutShort}
		}
		end := at + 12 + int(size)
		name, body := string(data[at+4:at+8]), data[at+8:end-4]
		if crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) && pngKept[name] {
			return nil, &Error{Fault: Broken, cause: errors.New("checksum of chunk " + name)}
		}
		i.chunk(name, body)
		if pngKept[name] {
			out = append(out, data[at:end]...)
		}
		if name == "IEND" {
			return out, nil
		}
		at = end
	}
}

func (i *Info) chunk(name string, body []byte) {
	switch name {
	case "IHDR":
		if len(body) >= 8 {
			w, h := binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:])
			i.Width, i.Height = int(min(w, 1<<30)), int(min(h, 1<<30))
		}
	case "acTL":
		i.Animated = true
	case "eXIf":
		i.exif(body)
	case "iTXt", "tEXt":
		i.xmp(body)
	case "iCCP":
		if n := bytes.IndexByte(body, 0); n >= 0 && n+2 <= len(body) {
			if z, err := zlib.NewReader(bytes.NewReader(body[n+2:])); err == nil {
				i.profile, _ = io.ReadAll(io.LimitReader(z, maxProfile))
			}
		}
	}
}
