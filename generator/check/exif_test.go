package check

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"slices"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
	"bantin/generator/picture"
)

// exif is a JPEG's APP1 segment with an Exif block whose GPS directory has the
// latitude's three fractions; nil: there is no such directory.
func exif(order binary.AppendByteOrder, latitude []uint32) []byte {
	short := func(b []byte, v uint16) []byte { return order.AppendUint16(b, v) }
	long := func(b []byte, v uint32) []byte { return order.AppendUint32(b, v) }
	mark := []byte("II")
	if order.AppendUint16(nil, 1)[0] == 0 {
		mark = []byte("MM")
	}
	tiff := long(short(mark, 42), 8)
	if latitude == nil {
		tiff = long(short(tiff, 0), 0)
	} else {
		tiff = short(tiff, 1)                                   // at 8: one entry
		tiff = long(long(short(short(tiff, 0x8825), 4), 1), 26) // the GPS directory is at 26
		tiff = long(tiff, 0)                                    // at 22: no more directories
		tiff = short(tiff, 1)                                   // at 26: one entry
		tiff = long(long(short(short(tiff, 2), 5), 3), 44)      // three fractions at 44
		tiff = long(tiff, 0)                                    // at 40
		for _, v := range latitude {
			tiff = long(long(tiff, v), 1)
		}
	}
	return app1("Exif\x00\x00" + string(tiff))
}

// app1 is a JPEG segment of application data.
func app1(data string) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(data)+2)), data...)
}

// withSegments is a picture with segments after its first marker.
func withSegments(width int, segments ...[]byte) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, width/2)), &jpeg.Options{Quality: 1}); err != nil {
		panic(err) // a grey picture always encodes
	}
	return bytes.Join([][]byte{b.Bytes()[:2], bytes.Join(segments, nil), b.Bytes()[2:]}, nil)
}

// placedPhotograph is a picture, wide enough for print, that says where it was
// taken.
func placedPhotograph() []byte {
	return withSegments(1600, exif(binary.LittleEndian, []uint32{10, 46, 30}))
}

func TestPlaces(t *testing.T) {
	xmp := app1("http://ns.adobe.com/xap/1.0/\x00<x exif:GPSLatitude='21,1.6N'/>")
	hanoi := []uint32{21, 1, 40}
	for name, c := range map[string]struct {
		data []byte
		want bool
	}{
		"no Exif":           {photograph(320), false},
		"no GPS":            {withSegments(64, exif(binary.LittleEndian, nil)), false},
		"little-endian":     {withSegments(64, exif(binary.LittleEndian, hanoi)), true},
		"big-endian":        {withSegments(64, exif(binary.BigEndian, hanoi)), true},
		"no fix":            {withSegments(64, exif(binary.BigEndian, []uint32{0, 0, 0})), false},
		"after others":      {withSegments(64, []byte{0xff, 0xe0, 0, 4, 1, 2}, exif(binary.BigEndian, hanoi)), true},
		"in the second one": {withSegments(64, exif(binary.BigEndian, nil), exif(binary.BigEndian, hanoi)), true},
		"XMP":               {withSegments(64, xmp), true},
		"not a JPEG":        {[]byte("GIF89a GPSLatitude"), false},
		"empty":             {nil, false},
	} {
		if info, _ := picture.Inspect(c.data); info.Place != c.want {
			got := info.Place
			t.Errorf("%s: got %t", name, got)
		}
	}
}

// TestPlacesAreTold where the page names the picture: in the front matter, in
// the text, as a cover; of one that stays at home nothing has to be said.
func TestPlacesAreTold(t *testing.T) {
	root := exampleSite(t)
	const photo = "anh: [{tep: mot.jpg, chu_thich: Họp, tac_gia: VP, alt: Họp, co_tre_em: false}]"
	put(root, "guong/thu/index.md", "guong", []string{photo}, "Lời.\n\n![Họp](hai.jpeg \"Họp\")\n")
	put(root, "so/2023-11/_index.md", "so", []string{"anh_bia: {tep: bia.jpg}",
		"xuat_ban: {che_do: to-dan, ten: Bản tin, co_quan: Đảng ủy, so: 11, ky_han: hằng tháng, chiu_trach_nhiem: Phó Bí thư, kho: a4}"}, "")
	for _, name := range []string{"guong/thu/mot.jpg", "guong/thu/hai.jpeg", "guong/thu/ba.JPG", "so/2023-11/bia.jpg"} {
		root[name] = &fstest.MapFile{Data: placedPhotograph()}
	}
	_, findings := judge(root, bulletin.Internal)
	var got []string
	for _, f := range findings {
		if f.Code == "anh-toa-do" {
			got = append(got, fmt.Sprintf("%s:%d", f.File, f.Line))
		}
	}
	slices.Sort(got)
	want := []string{"content/guong/thu/index.md:18", "content/guong/thu/index.md:23", "content/so/2023-11/_index.md:4"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
