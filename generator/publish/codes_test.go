package publish

import (
	"bytes"
	"image"
	"image/color"
	"strings"
	"testing"

	"bantin/generator/internal/testtool"
	"bantin/generator/press/display"
	pixels "bantin/generator/press/picture"
)

// code is a QR code as it stands on a page; lengths are pt.
type code struct {
	page               int
	x, y               float64 // of the picture
	side, quiet        float64 // of the dark part; the least white beside it
	module             float64
	address            string
	pictureW, pictureH float64
}

// codes finds the codes of a document and measures and reads them in the
// samples that the printer gets.
func codes(t *testing.T, doc *display.Document) (all []code) {
	t.Helper()
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			img, ok := it.(*display.Image)
			if !ok || img.Elem == nil || !strings.HasPrefix(img.Elem.Alt, "Mã QR") {
				continue
			}
			c := code{page: p.Number, x: img.X, y: img.Y, pictureW: img.W, pictureH: img.H}
			c.measure(t, img)
			all = append(all, c)
		}
	}
	return all
}

func (c *code) measure(t *testing.T, img *display.Image) {
	t.Helper()
	enc, err := img.Picture.(*pixels.Raster).Encode(img.W, img.H)
	if err != nil {
		t.Fatal(err)
	}
	step := len(enc.Samples) / (enc.Width * enc.Height)
	grey := image.NewGray(image.Rect(0, 0, enc.Width, enc.Height))
	dark := image.Rectangle{}
	for y := range enc.Height {
		for x := range enc.Width {
			v := enc.Samples[(y*enc.Width+x)*step]
			grey.SetGray(x, y, color.Gray{Y: v})
			if v < 128 {
				dark = dark.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	// The finder pattern in the corner begins with seven dark modules.
	row := grey.Pix[(dark.Min.Y)*grey.Stride+dark.Min.X:][:dark.Dx()]
	seven := bytes.IndexFunc(row, func(r rune) bool { return r >= 128 })
	pt := img.W / float64(enc.Width)
	c.side, c.module = float64(min(dark.Dx(), dark.Dy()))*pt, float64(seven)*pt/7
	c.quiet = float64(min(dark.Min.X, dark.Min.Y, enc.Width-dark.Max.X, enc.Height-dark.Max.Y)) * pt
	c.address = testtool.ReadCode(grey)
}

// TestCodesOnEveryPaper: a code is at least 25 mm wide without the white round
// it, four modules are white, nothing else stands there, and it leads to an
// article that the public may read.
func TestCodesOnEveryPaper(t *testing.T) {
	const issue, article = "2023-10", "tu-sach-xe-day"
	for _, tt := range []struct {
		target, paper, turn string
		metres              float64
		codes               int
	}{
		{article, "a4", "doc", 0.5, 1}, {article, "a3", "doc", 1, 1}, {article, "a3", "ngang", 2, 1},
		{article, "a2", "ngang", 3, 1}, {article, "a1", "doc", 2, 1}, {article, "a0", "ngang", 5, 1},
		{issue, "a3", "doc", 2, 6}, {issue, "a2", "doc", 2, 6}, {issue, "a1", "ngang", 2, 6}, {issue, "a0", "doc", 2, 6},
	} {
		values := onPaper(tt.paper, tt.turn)
		values["khoang_cach"] = tt.metres
		doc := printedSheets(t, SheetOptions{Form: FormBoard, Target: tt.target, Values: values})
		found := codes(t, doc)
		if len(found) != tt.codes {
			t.Errorf("%s, %s %s: %d codes, want one for each public article, %d", tt.target, tt.paper, tt.turn, len(found), tt.codes)
		}
		for _, c := range found {
			if c.side < 25*mm || c.quiet < 3.99*c.module {
				t.Errorf("%s %s, page %d: code of %.1f mm, %.1f modules of white", tt.paper, tt.turn, c.page, c.side/mm, c.quiet/c.module)
			}
			if !strings.HasPrefix(c.address, "https://ban-tin.example/") || strings.Contains(c.address, "/hoc-tap/hoi-nghi") {
				t.Errorf("%s %s, page %d: the code reads %q", tt.paper, tt.turn, c.page, c.address)
			}
			c.alone(t, doc.Pages[c.page-1])
		}
	}
}

// alone wants nothing else on the code's picture.
func (c code) alone(t *testing.T, p *display.Page) {
	t.Helper()
	for _, it := range p.Items {
		r, ok := inked(it)
		if _, is := it.(*display.Text); is {
			r.Y, r.H = r.Y+0.2*r.H, 0.8*r.H // no capital is as high as its line
		}
		if img, is := it.(*display.Image); !ok || is && img.X == c.x && img.Y == c.y {
			continue
		}
		if r.X < c.x+c.pictureW-0.1 && c.x < r.X+r.W-0.1 && r.Y < c.y+c.pictureH-0.1 && c.y < r.Y+r.H-0.1 {
			t.Errorf("page %d: %T at %.0f, %.0f stands on the code at %.0f, %.0f", p.Number, it, r.X, r.Y, c.x, c.y)
		}
	}
}
