package check

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"path"
	"strings"

	"bantin/generator/content"
)

// places warns of photographs that still say where they were taken: the
// original is published for print, and with it the address of a child's home.
func places(p *pass) {
	if p.opt.Files == nil {
		return
	}
	for _, rel := range p.page.Resources {
		if ext := strings.ToLower(path.Ext(rel)); ext != ".jpg" && ext != ".jpeg" {
			continue
		}
		if p.placed(rel) {
			p.add(p.pictureAt(rel), "anh-toa-do", fmt.Sprintf("ảnh %q còn ghi tọa độ nơi chụp", rel),
				"lưu lại ảnh không kèm vị trí (Windows: Properties, Details, Remove Properties; điện thoại: tắt Vị trí khi chia sẻ)")
		}
	}
}

func (p *pass) placed(rel string) bool {
	f, err := p.opt.Files.Open(p.page.SourceOf(rel))
	if err != nil {
		return false // the picture's absence is told elsewhere
	}
	defer f.Close()
	return hasPlace(f)
}

// pictureAt is where the page names one of its pictures first.
func (p *pass) pictureAt(rel string) content.Pos {
	if p.page.Article != nil {
		for i, photo := range p.page.Article.Photos {
			if name, ok := p.page.Resource(photo.File); ok && name == rel {
				return p.page.At(content.Index("anh", i) + ".tep")
			}
		}
	}
	if p.page.Issue != nil && p.page.Issue.Cover != nil {
		if name, ok := p.page.Resource(p.page.Issue.Cover.File); ok && name == rel {
			return p.page.At("anh_bia.tep")
		}
	}
	if i := bytes.Index(p.page.Body, []byte("]("+rel)); i >= 0 {
		return p.pos(i)
	}
	return content.Pos{Line: 1, Col: 1}
}

// hasPlace reports whether a JPEG file says where it was taken, in its Exif
// (CIPA DC-008, 4.6.6) or XMP. It reads the segments before the picture alone.
func hasPlace(r io.Reader) bool {
	in := bufio.NewReader(r)
	var soi [2]byte
	if _, err := io.ReadFull(in, soi[:]); err != nil || soi != [2]byte{0xff, 0xd8} {
		return false
	}
	for {
		var head [4]byte // marker and length, which counts itself
		if _, err := io.ReadFull(in, head[:]); err != nil || head[0] != 0xff || head[1] == 0xda {
			return false
		}
		size := int(binary.BigEndian.Uint16(head[2:])) - 2
		if size < 0 {
			return false
		}
		if head[1] != 0xe1 { // APP1
			if _, err := in.Discard(size); err != nil {
				return false
			}
			continue
		}
		data := make([]byte, size)
		if _, err := io.ReadFull(in, data); err != nil {
			return false
		}
		if tiff, ok := bytes.CutPrefix(data, []byte("Exif\x00\x00")); ok && exifPlace(tiff) || bytes.Contains(data, []byte("GPSLatitude")) {
			return true
		}
	}
}

// Tags of TIFF 6.0 and Exif.
const (
	tagGPS       = 0x8825 // in the first directory: offset of the GPS directory
	tagLatitude  = 2
	tagLongitude = 4
)

// exifPlace reports whether a TIFF block has a latitude or longitude that is
// not all zeros, as cameras write that know no place.
func exifPlace(tiff []byte) bool {
	var order binary.ByteOrder = binary.LittleEndian
	switch {
	case len(tiff) < 8:
		return false
	case string(tiff[:2]) == "MM":
		order = binary.BigEndian
	}
	place := false
	directory(tiff, order, order.Uint32(tiff[4:]), func(tag uint16, _, value uint32) {
		if tag != tagGPS {
			return
		}
		directory(tiff, order, value, func(tag uint16, count, at uint32) {
			if (tag == tagLatitude || tag == tagLongitude) && count == 3 && uint64(at)+24 <= uint64(len(tiff)) {
				for i := range 3 { // degrees, minutes, seconds: each a fraction of two numbers
					place = place || order.Uint32(tiff[at+uint32(i)*8:]) != 0
				}
			}
		})
	})
	return place
}

// directory visits the entries of the TIFF directory at an offset.
func directory(tiff []byte, order binary.ByteOrder, at uint32, visit func(tag uint16, count, value uint32)) {
	if uint64(at)+2 > uint64(len(tiff)) {
		return
	}
	n := int(order.Uint16(tiff[at:]))
	for rest := tiff[at+2:]; n > 0 && len(rest) >= 12; n, rest = n-1, rest[12:] {
		visit(order.Uint16(rest), order.Uint32(rest[4:]), order.Uint32(rest[8:]))
	}
}
