package picture

import (
	"image"
	"image/color"
)

// smallSide is the longest side of the picture in which the focus is looked for.
const smallSide = 192

// shrink makes a small copy of a picture, each pixel the mean of nine of its place.
func shrink(m image.Image) *image.NRGBA {
	b := m.Bounds()
	scale := max(1, float64(max(b.Dx(), b.Dy()))/smallSide)
	w, h := max(1, int(float64(b.Dx())/scale)), max(1, int(float64(b.Dy())/scale))
	small := image.NewNRGBA(image.Rect(0, 0, w, h))
	const n = 3
	for y := range h {
		for x := range w {
			var sum [4]uint32
			for i := range n * n {
				sx := b.Min.X + ((x*n+i%n)*2+1)*b.Dx()/(2*n*w)
				sy := b.Min.Y + ((y*n+i/n)*2+1)*b.Dy()/(2*n*h)
				c := color.NRGBAModel.Convert(m.At(sx, sy)).(color.NRGBA)
				sum[0], sum[1], sum[2], sum[3] = sum[0]+uint32(c.R), sum[1]+uint32(c.G), sum[2]+uint32(c.B), sum[3]+uint32(c.A)
			}
			small.SetNRGBA(x, y, color.NRGBA{uint8(sum[0] / (n * n)), uint8(sum[1] / (n * n)), uint8(sum[2] / (n * n)), uint8(sum[3] / (n * n))})
		}
	}
	return small
}
