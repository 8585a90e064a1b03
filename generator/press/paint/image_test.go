package paint

import (
	"bytes"
	"encoding/binary"
	"image"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "image/png"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// oriented puts an Exif orientation into a JPEG.
func oriented(data []byte, orientation byte) []byte {
	body := "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00\x00"
	seg := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(body)+2))
	return append(append(append([]byte{0xff, 0xd8}, seg...), body...), data[2:]...)
}

// stored turns an upright picture of w x h into how a camera stores it with the
// orientation (Exif 2.3, tag 0x0112: where the stored row 0 and column 0 lie).
func stored(m image.Image, orientation int) image.Image {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	sw, sh := w, h
	if orientation >= 5 {
		sw, sh = h, w
	}
	out := image.NewNRGBA(image.Rect(0, 0, sw, sh))
	for y := range sh {
		for x := range sw {
			ux, uy := x, y
			switch orientation {
			case 2:
				ux = w - 1 - x
			case 3:
				ux, uy = w-1-x, h-1-y
			case 4:
				uy = h - 1 - y
			case 5:
				ux, uy = y, x
			case 6:
				ux, uy = w-1-y, x
			case 7:
				ux, uy = w-1-y, h-1-x
			case 8:
				ux, uy = y, h-1-x
			}
			out.Set(x, y, m.At(ux, uy))
		}
	}
	return out
}

// TestOrientations paints the same picture stored in eight ways; all must look
// alike.
func TestOrientations(t *testing.T) {
	up := gradient(120, 80, false)
	doc := &display.Document{}
	for o := 1; o <= 8; o++ {
		data := oriented(encoded(stored(up, o), false), byte(o))
		doc.Pages = append(doc.Pages, &display.Page{Number: o, Width: 120, Height: 80, Items: []display.Item{
			&display.Image{W: 120, H: 80, Picture: pic(t, "a.jpg", data)}}})
	}
	pages := render(t, save(t, doc), 72)
	for i, m := range pages {
		for _, at := range [][2]int{{10, 10}, {110, 10}, {10, 70}, {110, 70}, {60, 40}} {
			r0, g0, b0, _ := pages[0].At(at[0], at[1]).RGBA()
			r, g, b, _ := m.At(at[0], at[1]).RGBA()
			if far(r, r0) || far(g, g0) || far(b, b0) {
				t.Errorf("orientation %d at %v: %d %d %d, want %d %d %d", i+1, at, r>>8, g>>8, b>>8, r0>>8, g0>>8, b0>>8)
			}
		}
	}
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 12<<8 }

// render draws every page at the resolution.
func render(t *testing.T, path string, dpi int) (out []image.Image) {
	t.Helper()
	dir := t.TempDir()
	testtool.Run(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-png", path, filepath.Join(dir, "p"))
	names, _ := filepath.Glob(filepath.Join(dir, "*.png"))
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		m, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, m)
	}
	return out
}

// TestCMYKJPEGStaysCMYK uses a JPEG of four components as Adobe's programs
// write it: inverted.
func TestCMYKJPEGStaysCMYK(t *testing.T) {
	data, err := os.ReadFile("testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	doc := &display.Document{Pages: []*display.Page{{Number: 1, Width: 40, Height: 40, Items: []display.Item{
		&display.Image{W: 40, H: 40, Picture: pic(t, "cmyk.jpg", data)}}}}}
	path := save(t, doc)
	if list := testtool.Run(t, "pdfimages", "-list", path); !strings.Contains(list, "cmyk") || !strings.Contains(list, "jpeg") {
		t.Error(list)
	}
	r, g, b, _ := render(t, path, 72)[0].At(20, 20).RGBA()
	if r < g || b > g || r>>8 < 200 { // orange
		t.Errorf("colour %d %d %d", r>>8, g>>8, b>>8)
	}
}

// TestBlackIsInkOnly looks at the content stream: no grey or RGB black.
func TestBlackIsInkOnly(t *testing.T) {
	for _, tt := range []struct {
		c    css.Color
		want string
	}{
		{css.Black, "0 0 0 1 k"},
		{css.Color{Space: css.Gray, C: [4]float64{1}, A: 1}, "0 0 0 0 k"},
		{css.Color{Space: css.CMYK, C: [4]float64{.1, .2, .3, .4}, A: 1}, ".1 .2 .3 .4 k"},
		{css.Color{Space: css.RGB, C: [4]float64{1, .5, 2}, A: 1}, "1 .5 1 rg"},
	} {
		doc := &display.Document{Pages: []*display.Page{{Number: 1, Width: 40, Height: 40, Items: []display.Item{&display.Rect{W: 5, H: 5, Fill: tt.c}}}}}
		if c := contents(t, write(t, doc))[0]; !strings.HasPrefix(c, tt.want+"\n") {
			t.Errorf("%v: %q", tt.c, c)
		}
	}
}
