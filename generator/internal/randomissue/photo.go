package randomissue

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"sync"
)

// Shape is a picture's width and height in pixels, and where its one head is,
// in thousandths; a head of no radius is none.
type Shape struct {
	W, H         int
	HeadX, HeadY int
	HeadRadius   int
	made         sync.Once
	encoded      []byte
}

// Shapes are all the pictures that articles may have.
var Shapes = []*Shape{
	{W: 1200, H: 900},
	{W: 1200, H: 800, HeadX: 300, HeadY: 330, HeadRadius: 90},
	{W: 1280, H: 720},
	{W: 900, H: 1200, HeadX: 500, HeadY: 230, HeadRadius: 120}, // a portrait
	{W: 800, H: 1200, HeadX: 480, HeadY: 180, HeadRadius: 100},
	{W: 1000, H: 1000, HeadX: 500, HeadY: 300, HeadRadius: 110},
	{W: 1600, H: 400},
	{W: 1600, H: 700},
}

// pictures are those of an article of n words.
func (r *dice) pictures(n int) (all []*Shape) {
	count := []int{0, 1, 1, 1, 2}[r.IntN(5)]
	if n < 200 {
		count = r.IntN(2)
	}
	if n > 1500 {
		count += r.IntN(3)
	}
	for range count {
		all = append(all, Shapes[r.IntN(len(Shapes))])
	}
	return all
}

// jpeg paints the picture: sky, ground, and a head on shoulders.
func (s *Shape) jpeg() []byte {
	s.made.Do(func() {
		img := image.NewRGBA(image.Rect(0, 0, s.W, s.H))
		hx, hy, hr := s.HeadX*s.W/1000, s.HeadY*s.H/1000, s.HeadRadius*min(s.W, s.H)/1000
		for y := range s.H {
			for x := range s.W {
				c := color.RGBA{170, 200, uint8(200 + 40*y/s.H), 255}
				if y > s.H*2/3 {
					c = color.RGBA{110, uint8(140 - 30*x/s.W), 90, 255}
				}
				dx, dy := x-hx, y-hy
				switch {
				case hr == 0:
				case dx*dx+dy*dy < hr*hr:
					c = color.RGBA{214, 160, 125, 255}
				case dy > 0 && abs(dx) < 2*hr && y < hy+5*hr && y > hy+hr:
					c = color.RGBA{60, 70, 110, 255}
				}
				img.SetRGBA(x, y, c)
			}
		}
		var b bytes.Buffer
		_ = jpeg.Encode(&b, img, &jpeg.Options{Quality: 60}) // a buffer takes everything
		s.encoded = b.Bytes()
	})
	return s.encoded
}

func abs(n int) int { return max(n, -n) }
