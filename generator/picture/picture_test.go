package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"testing"

	"github.com/HugoSmits86/nativewebp"
	"golang.org/x/image/webp"
)

// corner is a picture whose four corners differ, so that its turn shows.
func corner(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{40, 40, 200, 255}
			switch left, top := x < w/2, y < h/2; {
			case left && top:
				c = color.NRGBA{220, 30, 30, 255}
			case top:
				c = color.NRGBA{30, 200, 30, 255}
			case left:
				c = color.NRGBA{230, 230, 230, 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func jpegOf(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exifOf is a TIFF block with a turn and a place.
func exifOf(orientation int) []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	entry := func(tag, kind uint16, count, value uint32) {
		b = binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(b, tag), kind)
		b = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(b, count), value)
	}
	b = binary.LittleEndian.AppendUint16(b, 2)
	entry(tagOrientation, 3, 1, uint32(orientation))
	entry(tagGPS, 4, 1, 38)
	b = append(b, 0, 0, 0, 0)
	b = binary.LittleEndian.AppendUint16(b, 1)
	entry(tagLatitude, 5, 3, 56)
	b = append(b, 0, 0, 0, 0)
	for _, v := range []uint32{21, 1, 2, 1, 33, 1} {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return append(b, "BI-MAT-EXIF"...)
}

// withSegments puts segments after a JPEG's first marker, a comment within and
// a second picture after its end.
func withSegments(data []byte, segments ...[]byte) []byte {
	out := append([]byte{}, data[:2]...)
	for _, s := range segments {
		out = append(out, 0xff, s[0])
		out = binary.BigEndian.AppendUint16(out, uint16(len(s)+1))
		out = append(out, s[1:]...)
	}
	return append(append(out, data[2:]...), "BI-MAT-SAU-ANH"...)
}

func profileOf(gamma float64, primaries [3][3]float64) []byte {
	b := make([]byte, 128)
	copy(b[16:], "RGB XYZ ")
	copy(b[36:], "acsp")
	b = binary.BigEndian.AppendUint32(b, 6)
	at := 132 + 6*12
	var body []byte
	for i, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		b = append(b, name...)
		b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, uint32(at+len(body))), 20)
		body = append(body, "XYZ \x00\x00\x00\x00"...)
		for row := range 3 {
			body = binary.BigEndian.AppendUint32(body, uint32(int32(math.Round(primaries[row][i]*65536))))
		}
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		b = append(b, name...)
		b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(b, uint32(at+len(body))), 14)
	}
	body = append(body, "curv\x00\x00\x00\x00\x00\x00\x00\x01"...)
	body = binary.BigEndian.AppendUint16(body, uint16(gamma*256+0.5))
	return append(append(b, body...), "BI-MAT-ICC"...)
}

// Primaries of Adobe RGB (1998) and of sRGB, adapted to D50.
var (
	adobePrimaries = [3][3]float64{{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}}
	srgbPrimaries  = [3][3]float64{{0.43607, 0.38515, 0.14307}, {0.22249, 0.71687, 0.06061}, {0.01392, 0.09708, 0.71410}}
)

func iccSegment(profile []byte) []byte {
	return append(append([]byte{mAPP2}, iccHead...), append([]byte{1, 1}, profile...)...)
}

// near says whether two colours are the same up to what JPEG loses.
func near(t *testing.T, what string, m image.Image, x, y int, want color.NRGBA, most int) {
	t.Helper()
	c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
	if abs(int(c.R)-int(want.R)) > most || abs(int(c.G)-int(want.G)) > most || abs(int(c.B)-int(want.B)) > most {
		t.Errorf("%s: pixel %d,%d is %v, want %v", what, x, y, c, want)
	}
}

// TestCleanTurns: for each turn that a camera can write, the picture that comes
// out is what a viewer that knows Exif shows of the one that went in.
func TestCleanTurns(t *testing.T) {
	red, green, white, blue := color.NRGBA{220, 30, 30, 255}, color.NRGBA{30, 200, 30, 255}, color.NRGBA{230, 230, 230, 255}, color.NRGBA{40, 40, 200, 255}
	// The stored picture has red top left, green top right, white bottom left.
	upright := map[int][4]color.NRGBA{ // top left, top right, bottom left, bottom right
		1: {red, green, white, blue}, 2: {green, red, blue, white}, 3: {blue, white, green, red}, 4: {white, blue, red, green},
		5: {red, white, green, blue}, 6: {white, red, blue, green}, 7: {blue, green, white, red}, 8: {green, blue, red, white},
	}
	base := jpegOf(t, corner(62, 31))
	for turn, want := range upright {
		data := withSegments(base, append([]byte{mAPP1}, append([]byte("Exif\x00\x00"), exifOf(turn)...)...))
		c, err := Clean(data, "anh.jpg")
		if err != nil {
			t.Fatal(err)
		}
		m, err := jpeg.Decode(bytes.NewReader(c.Data))
		if err != nil {
			t.Fatal(err)
		}
		w, h := m.Bounds().Dx(), m.Bounds().Dy()
		if tall := h > w; tall != (turn >= 5) || c.Info.Width != w || c.Info.Height != h {
			t.Errorf("turn %d: %d x %d, told as %d x %d", turn, w, h, c.Info.Width, c.Info.Height)
		}
		for i, at := range []image.Point{{4, 4}, {w - 5, 4}, {4, h - 5}, {w - 5, h - 5}} {
			near(t, "turn "+string(rune('0'+turn)), m, at.X, at.Y, want[i], 12)
		}
		if turn == 1 && !bytes.Equal(c.Data, base) {
			t.Error("a picture that stands upright was not kept byte for byte")
		}
	}
}

// TestCleanLeavesNothing: whatever a file says beside its picture is gone.
func TestCleanLeavesNothing(t *testing.T) {
	var g, w, p bytes.Buffer
	if err := gif.EncodeAll(&g, &gif.GIF{Image: []*image.Paletted{pal(0), pal(1)}, Delay: []int{10, 20}}); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&p, corner(20, 10)); err != nil {
		t.Fatal(err)
	}
	if err := nativewebp.Encode(&w, corner(20, 10), nil); err != nil {
		t.Fatal(err)
	}
	gifData := append(bytes.TrimSuffix(g.Bytes(), []byte{gifTrailer}), "\x21\xfe\x0aBI-MAT-GIF\x00\x21\xff\x0bXMP DataXMP\x06BI-MAT\x00\x3bBI-MAT"...)
	pngData := p.Bytes()
	at := 8 + 25
	pngData = append(append(append([]byte{}, pngData[:at]...), append(pngChunk("tEXt", []byte("Author\x00BI-MAT-PNG")), pngChunk("eXIf", exifOf(6))...)...), append(pngData[at:], "BI-MAT"...)...)
	tests := map[string][]byte{
		"a.jpg": withSegments(jpegOf(t, corner(20, 10)), append([]byte{mCOM}, "BI-MAT-COM"...), append([]byte{mAPP1}, "http://ns.adobe.com/xap/1.0/\x00BI-MAT-XMP"...),
			append([]byte{0xed}, "Photoshop 3.0\x00BI-MAT-IPTC"...), append([]byte{mAPP1}, append([]byte("Exif\x00\x00"), exifOf(8)...)...), iccSegment(profileOf(2.2, srgbPrimaries))),
		"b.png":  pngData,
		"c.gif":  gifData,
		"d.webp": webpWith(w.Bytes(), "EXIF", exifOf(6), "XMP ", []byte("BI-MAT-XMP")),
		"e.svg":  []byte(`<!-- BI-MAT --><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/" i:export="BI-MAT" viewBox="0 0 2 2"><metadata>BI-MAT</metadata><i:x>BI-MAT</i:x><rect width="2" height="2" data-ten="BI-MAT"/></svg>`),
	}
	for name, data := range tests {
		c, err := Clean(data, name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, secret := range []string{"BI-MAT", "Exif", "GPS", "XMP", "Photoshop", "ICC_PROFILE", "eXIf", "EXIF"} {
			if !bytes.Contains(data, []byte(secret)) {
				continue
			}
			if bytes.Contains(c.Data, []byte(secret)) {
				t.Errorf("%s still says %s", name, secret)
			}
		}
		if name == "e.svg" {
			continue
		}
		m, format, err := image.Decode(bytes.NewReader(c.Data))
		if err != nil || format != string(promised(name, Unknown)) {
			t.Errorf("%s: %v, is a %s", name, err, format)
			continue
		}
		if turned := m.Bounds().Dy() > m.Bounds().Dx(); name != "c.gif" && !turned {
			t.Errorf("%s lies on its side", name)
		}
		again, err := Clean(c.Data, name)
		if err != nil || !bytes.Equal(again.Data, c.Data) {
			t.Errorf("%s: cleaned again it differs (%v)", name, err)
		}
	}
	c, _ := Clean(gifData, "c.gif")
	if moving, err := gif.DecodeAll(bytes.NewReader(c.Data)); err != nil || len(moving.Image) != 2 || moving.Delay[1] != 20 || !c.Info.Animated {
		t.Errorf("the animation is lost: %v", err)
	}
}

func pal(i uint8) *image.Paletted {
	m := image.NewPaletted(image.Rect(0, 0, 8, 4), color.Palette{color.Black, color.White})
	for n := range m.Pix {
		m.Pix[n] = i
	}
	return m
}

func pngChunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// webpWith adds chunks to a WebP file of one picture.
func webpWith(data []byte, pairs ...any) []byte {
	c, err := webp.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		panic(err)
	}
	x := []byte{flagExif | flagXMP, 0, 0, 0, byte(c.Width - 1), 0, 0, byte(c.Height - 1), 0, 0}
	out := appendChunk([]byte("RIFF\x00\x00\x00\x00WEBP"), "VP8X", x)
	_ = riff(data[12:], func(name string, body []byte) error {
		if name != "VP8X" {
			out = appendChunk(out, name, body)
		}
		return nil
	})
	for i := 0; i < len(pairs); i += 2 {
		out = appendChunk(out, pairs[i].(string), pairs[i+1].([]byte))
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// TestCleanConverts: a picture in Adobe RGB becomes what it looks like in sRGB;
// one in sRGB stays byte for byte.
func TestCleanConverts(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 16, 16))
	for i := range 256 {
		m.SetNRGBA(i%16, i/16, color.NRGBA{100, 150, 100, 255})
	}
	base := jpegOf(t, m)
	c, err := Clean(withSegments(base, iccSegment(profileOf(2.19922, adobePrimaries))), "anh.jpg")
	if err != nil {
		t.Fatal(err)
	}
	got, err := jpeg.Decode(bytes.NewReader(c.Data))
	if err != nil {
		t.Fatal(err)
	}
	near(t, "Adobe RGB", got, 8, 8, color.NRGBA{68, 151, 98, 255}, 4)
	c, err = Clean(withSegments(base, iccSegment(profileOf(2.2, srgbPrimaries))), "anh.jpg")
	if err != nil || !bytes.Equal(c.Data, base) {
		t.Errorf("sRGB was changed (%v)", err)
	}
}

// TestFaults: what cannot be published is told by its fault, before a pixel is
// decoded.
func TestFaults(t *testing.T) {
	whole := jpegOf(t, corner(200, 100))
	var p bytes.Buffer
	if err := png.Encode(&p, corner(20, 10)); err != nil {
		t.Fatal(err)
	}
	bomb := append([]byte(pngMagic), pngChunk("IHDR", []byte{0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20, 8, 2, 0, 0, 0})...)
	bomb = append(append(bomb, pngChunk("IDAT", []byte{1})...), pngChunk("IEND", nil)...)
	broken := bytes.Clone(p.Bytes())
	broken[len(broken)-20] ^= 1
	none := bytes.Clone(bomb)
	copy(none[16:], make([]byte, 8))
	binary.BigEndian.PutUint32(none[29:], crc32.ChecksumIEEE(none[12:29]))
	tests := []struct {
		name string
		data []byte
		want Fault
	}{
		{"cut.jpg", whole[:len(whole)/2], CutShort},
		{"no-end.jpg", whole[:len(whole)-2], CutShort},
		{"cut.png", p.Bytes()[:p.Len()/2], CutShort},
		{"bad.png", broken, Broken},
		{"bomb.png", bomb, Huge},
		{"none.png", none, Empty},
		{"text.jpg", []byte("Kính gửi các đồng chí"), NoPicture},
		{"page.jpg", []byte("<!doctype html><p>x"), NoPicture},
		{"phone.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), Foreign},
		{"phone.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), Foreign},
		{"empty.jpg", nil, NoPicture},
		{"draw.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), Misnamed},
		{"photo.svg", whole, Misnamed},
		{"bad.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g></svg>`), Broken},
	}
	for _, tt := range tests {
		_, err := Clean(tt.data, tt.name)
		var fault *Error
		if !errors.As(err, &fault) || fault.Fault != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	c, err := Clean(p.Bytes(), "that-la-png.jpg")
	if err != nil || Sniff(c.Data) != JPEG {
		t.Errorf("a PNG named .jpg: %v, is %s", err, Sniff(c.Data))
	}
}

// TestCMYK: a separated photograph is kept for the press and converted for
// screens.
func TestCMYK(t *testing.T) {
	data, err := os.ReadFile("testdata/bon-muc.jpg") // plain red, of four inks
	if err != nil {
		t.Fatal(err)
	}
	c, err := Clean(data, "anh.jpg")
	if err != nil || !c.Info.CMYK || c.Press == nil {
		t.Fatalf("%v, %+v", err, c.Info)
	}
	if m, err := jpeg.Decode(bytes.NewReader(c.Data)); err != nil {
		t.Error(err)
	} else if _, ok := m.(*image.YCbCr); !ok {
		t.Errorf("for screens it is still %T", m)
	} else {
		near(t, "CMYK", m, 8, 8, color.NRGBA{254, 0, 0, 255}, 8)
	}
}
