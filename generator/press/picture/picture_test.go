package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"
)

func pixels(w, h int, at func(x, y int) color.NRGBA) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.SetNRGBA(x, y, at(x, y))
		}
	}
	return m
}

func ramp(x, y int) color.NRGBA { return color.NRGBA{uint8(x), uint8(y), uint8(x + y), 255} }

func asJPEG(t testing.TB, m image.Image) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, m image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withExif puts an orientation and a tell-tale text into a JPEG.
func withExif(data []byte, orientation byte) []byte {
	tiff := "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00\x00\x00\x00\x00SECRET"
	body := "Exif\x00\x00" + tiff
	seg := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return append(append(append([]byte{0xff, 0xd8}, seg...), body...), data[2:]...)
}

func decode(t *testing.T, data []byte) *Raster {
	t.Helper()
	p, err := Decode("ảnh", data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p.(*Raster)
}

func TestJPEGPassesThrough(t *testing.T) {
	r := decode(t, withExif(asJPEG(t, pixels(40, 20, ramp)), 6))
	if w, h := r.Size(); w != 15 || h != 30 || r.Orientation() != 6 {
		t.Errorf("%g x %g, orientation %d", w, h, r.Orientation())
	}
	if w, h := r.Upright().Size(); w != 30 || h != 15 {
		t.Errorf("upright: %g x %g", w, h)
	}
	e, err := r.Encode(15, 30)
	if err != nil {
		t.Fatal(err)
	}
	file := bytes.Join(e.JPEG, nil)
	if e.Width != 40 || e.Height != 20 || e.Space != RGB || bytes.Contains(file, []byte("SECRET")) {
		t.Errorf("%d x %d, %d bytes", e.Width, e.Height, len(file))
	}
	if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
		t.Error(err)
	}
}

func TestOverLargeIsResampled(t *testing.T) {
	for name, data := range map[string][]byte{
		"jpeg": asJPEG(t, pixels(400, 200, ramp)),
		"png":  asPNG(t, pixels(400, 200, ramp)),
	} {
		r := decode(t, data)
		e, err := r.Encode(24, 12) // a third of an inch: 100 pixels
		if err != nil {
			t.Fatal(err)
		}
		if e.Width != 100 || e.Height != 50 {
			t.Errorf("%s: %d x %d", name, e.Width, e.Height)
		}
		if again, _ := r.Encode(24, 12); again != e {
			t.Errorf("%s: encoded twice", name)
		}
		if e, _ := r.Encode(300, 150); e.Width != 400 {
			t.Errorf("%s: enlarged to %d", name, e.Width)
		}
	}
}

// TestLightJPEGStays: a small file is left alone up to three times the printing
// resolution, a heavy one is not.
func TestLightJPEGStays(t *testing.T) {
	light := decode(t, asJPEG(t, pixels(400, 200, ramp)))
	if e, err := light.Encode(48, 24); err != nil || e.Width != 400 { // 600 dpi
		t.Errorf("light: %d pixels, %v", e.Width, err)
	}
	heavy := decode(t, asJPEG(t, pixels(400, 200, ramp)))
	heavy.data = append(heavy.data, make([]byte, LightBytes)...)
	if e, err := heavy.Encode(48, 24); err != nil || e.Width != 200 {
		t.Errorf("heavy: %d pixels, %v", e.Width, err)
	}
}

// TestShrinkKeepsMeans: areas keep their mean, also where sizes do not divide.
func TestShrinkKeepsMeans(t *testing.T) {
	m := image.NewYCbCr(image.Rect(0, 0, 101, 67), image.YCbCrSubsampleRatio444)
	for i := range m.Y {
		m.Y[i], m.Cb[i], m.Cr[i] = uint8(i%101*2), 77, 200
	}
	to := shrinkYCbCr(m, 40, 31)
	for x := range 40 {
		if got, want := float64(to.Y[x]), (float64(x)+.5)*101/40*2-1; got < want-1.5 || got > want+1.5 {
			t.Errorf("column %d: %g, want %g", x, got, want)
		}
	}
	if to.Cb[5] != 77 || to.Cr[len(to.Cr)-1] != 200 {
		t.Errorf("chroma %d %d", to.Cb[5], to.Cr[len(to.Cr)-1])
	}
}

func TestSamples(t *testing.T) {
	alpha := decode(t, asPNG(t, pixels(4, 4, func(x, y int) color.NRGBA { return color.NRGBA{200, 100, 0, uint8(x * 60)} })))
	e, err := alpha.Encode(10, 10)
	if err != nil || e.Space != RGB || len(e.Samples) != 48 || len(e.Alpha) != 16 || e.Alpha[1] != 60 || e.Samples[3] != 200 {
		t.Errorf("%+v %v", e, err)
	}
	grey := decode(t, asPNG(t, pixels(4, 4, func(x, y int) color.NRGBA { return color.NRGBA{9, 9, 9, 255} })))
	if e, err := grey.Encode(10, 10); err != nil || e.Space != Gray || len(e.Samples) != 16 || e.Alpha != nil {
		t.Errorf("%+v %v", e, err)
	}
	var b bytes.Buffer
	gif.Encode(&b, pixels(5, 3, ramp), nil)
	if e, err := decode(t, b.Bytes()).Encode(10, 10); err != nil || e.Width != 5 || e.Height != 3 {
		t.Errorf("GIF: %+v %v", e, err)
	}
}

func TestWebPAndSVG(t *testing.T) {
	webp, _ := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==") // one pixel
	if w, h := decode(t, webp).Size(); w != 0.75 || h != 0.75 {
		t.Errorf("WebP: %g x %g", w, h)
	}
	p, err := Decode("hình.svg", []byte("\ufeff<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"8\"/>"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if w, h := p.Size(); w != 3 || h != 6 {
		t.Errorf("SVG: %g x %g", w, h)
	}
}

// bomb is a PNG that claims to be w x h.
func bomb(t testing.TB, w, h uint32) []byte {
	data := asPNG(t, pixels(1, 1, ramp))
	binary.BigEndian.PutUint32(data[16:], w)
	binary.BigEndian.PutUint32(data[20:], h)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return data
}

func TestErrorsNameTheFile(t *testing.T) {
	whole := asJPEG(t, pixels(8, 8, ramp))
	for name, tt := range map[string]struct {
		data []byte
		want error
	}{
		"empty":        {nil, ErrFormat},
		"text":         {[]byte("không phải ảnh"), ErrFormat},
		"cut jpeg":     {whole[:40], ErrBroken},
		"cut png":      {asPNG(t, pixels(9, 9, ramp))[:60], ErrBroken},
		"huge png":     {bomb(t, 60000, 60000), ErrHuge},
		"jpeg of zero": {bytes.Replace(whole, []byte{8, 0, 8, 0, 8}, []byte{8, 0, 0, 0, 8}, 1), ErrBroken},
	} {
		_, err := Decode("bài/"+name, tt.data, Options{})
		if !errors.Is(err, tt.want) || !strings.Contains(err.Error(), "bài/"+name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(withExif(asJPEG(f, pixels(8, 8, ramp)), 3))
	f.Add(asPNG(f, pixels(8, 8, ramp)))
	f.Add(asPNG(f, pixels(8, 8, func(x, y int) color.NRGBA { return color.NRGBA{uint8(x), 9, 9, uint8(30 * y)} })))
	f.Add(asPNG(f, image.NewGray16(image.Rect(0, 0, 3, 3))))
	f.Add(bomb(f, 9000, 9000))
	var b bytes.Buffer
	if err := gif.Encode(&b, pixels(5, 3, ramp), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	for _, webp := range []string{"UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==", "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"} { // lossless, lossy
		data, _ := base64.StdEncoding.DecodeString(webp)
		f.Add(data)
	}
	f.Add([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Decode("x", data, Options{})
		if err != nil {
			return
		}
		p.Key()
		if w, h := p.Size(); !(w > 0 && h > 0) {
			t.Fatalf("size %g x %g", w, h)
		}
		if r, ok := p.(*Raster); ok && r.width*r.height < 1<<20 {
			if e, err := r.Encode(5, 5); err == nil && e.JPEG == nil && len(e.Samples) == 0 {
				t.Fatal("nothing encoded")
			}
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	grain := rand.New(rand.NewPCG(1, 2)) // as heavy as a photograph
	data := asJPEG(b, pixels(1600, 1200, func(x, y int) color.NRGBA {
		g := uint8(grain.IntN(60))
		return color.NRGBA{uint8(x/8) + g, uint8(y/8) + g, 90 + g, 255}
	}))
	for _, bench := range []struct {
		name string
		pt   float64
	}{{"pass through", 400}, {"resample", 150}} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p, err := Decode("x", data, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := p.(*Raster).Encode(bench.pt, bench.pt*3/4); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
