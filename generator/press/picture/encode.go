package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"golang.org/x/image/draw"
)

// Space is the colour space of encoded samples.
type Space uint8

const (
	Gray Space = iota
	RGB
	CMYK
)

// Encoded is a picture as a PDF stores it: a whole JPEG file, or samples of
// eight bits, rows from the top.
type Encoded struct {
	Width, Height int
	Space         Space
	JPEG          [][]byte // a file in parts; when set, there are no Samples
	Inverted      bool     // JPEG of four components, 0 meaning full ink
	Samples       []byte
	Alpha         []byte // one byte a pixel, nil when opaque
}

// PrintDPI is the resolution that pictures are brought down to, and Slack how
// far above it one may lie before that is worth the loss. A JPEG of few bytes
// may lie farther: decoding and encoding it again costs time and quality, and
// saves next to nothing.
const (
	PrintDPI   = 300
	Slack      = 1.25
	LightSlack = 3
	LightBytes = 512 << 10

	jpegQuality = 88
)

// Encode returns the picture for printing at w x h pt (as turned by its
// orientation; the pixels stay unturned). Pictures finer than PrintDPI are
// resampled. Results are kept: printing again costs nothing.
func (r *Raster) Encode(w, h float64) (*Encoded, error) {
	if r.orientation >= 5 {
		w, h = h, w
	}
	slack := Slack
	if r.format == "jpeg" && len(r.data) <= LightBytes {
		slack = LightSlack
	}
	size := [2]int{fit(r.width, w, slack), fit(r.height, h, slack)}
	r.mu.Lock()
	defer r.mu.Unlock()
	if e := r.encoded[size]; e != nil {
		return e, nil
	}
	e, err := r.encode(size[0], size[1])
	if err != nil {
		return nil, fmt.Errorf("picture %s: %w", r.name, err)
	}
	if r.encoded == nil {
		r.encoded = map[[2]int]*Encoded{}
	}
	r.encoded[size] = e
	return e, nil
}

// fit is how many of px pixels are kept for a length of pt points.
func fit(px int, length, slack float64) int {
	want := math.Ceil(length / 72 * PrintDPI)
	if !(want >= 1) {
		want = 1
	}
	if float64(px) <= want*slack {
		return px
	}
	return int(want)
}

func (r *Raster) encode(w, h int) (*Encoded, error) {
	whole := w == r.width && h == r.height
	if r.format == "jpeg" && (whole || r.components == 4) { // CMYK was separated for print: hands off
		data, err := stripped(r.data)
		if err != nil {
			return nil, err
		}
		space := map[int]Space{1: Gray, 3: RGB, 4: CMYK}[r.components]
		return &Encoded{Width: r.width, Height: r.height, Space: space, JPEG: data, Inverted: r.inverted}, nil
	}
	m, err := r.decode()
	if err != nil {
		return nil, err
	}
	if !whole {
		m = resample(m, w, h)
	}
	if r.format != "jpeg" && !r.lossyWebP() {
		return samples(m), nil
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, m, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, err
	}
	e := &Encoded{Width: w, Height: h, Space: RGB, JPEG: [][]byte{buf.Bytes()}}
	if r.components == 1 {
		e.Space = Gray
	}
	return e, nil
}

// lossyWebP reports whether the pixels come from an opaque lossy WebP: a
// photograph, ten times larger as samples than as JPEG.
func (r *Raster) lossyWebP() bool {
	return r.format == "webp" && string(r.data[12:16]) == "VP8 "
}

// resample scales m to w x h pixels: photographs plane by plane as they are
// stored, other pictures with the Catmull-Rom kernel.
func resample(m image.Image, w, h int) image.Image {
	var to draw.Image = image.NewNRGBA(image.Rect(0, 0, w, h))
	switch m := m.(type) {
	case *image.YCbCr:
		return shrinkYCbCr(m, w, h)
	case *image.Gray, *image.Gray16:
		to = image.NewGray(to.Bounds())
	}
	draw.CatmullRom.Scale(to, to.Bounds(), m, m.Bounds(), draw.Src, nil)
	return to
}

// samples takes the colours and the alpha channel apart. Pictures without
// colour become grey, so that they print in black ink only.
func samples(m image.Image) *Encoded {
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	src, ok := m.(*image.NRGBA)
	if !ok {
		src = image.NewNRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				src.SetNRGBA(x, y, color.NRGBAModel.Convert(m.At(b.Min.X+x, b.Min.Y+y)).(color.NRGBA))
			}
		}
	}
	e := &Encoded{Width: w, Height: h, Samples: make([]byte, 0, 3*w*h)}
	alpha := make([]byte, 0, w*h)
	grey, opaque := true, true
	for y := range h {
		row := src.Pix[y*src.Stride : y*src.Stride+4*w]
		for ; len(row) > 0; row = row[4:] {
			e.Samples = append(e.Samples, row[0], row[1], row[2])
			alpha = append(alpha, row[3])
			grey = grey && row[0] == row[1] && row[1] == row[2]
			opaque = opaque && row[3] == 0xff
		}
	}
	if e.Space = RGB; grey {
		e.Space = Gray
		for i := range w * h {
			e.Samples[i] = e.Samples[3*i]
		}
		e.Samples = e.Samples[:w*h]
	}
	if !opaque {
		e.Alpha = alpha
	}
	return e
}
