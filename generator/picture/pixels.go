package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// turn makes a stored picture upright (Exif, orientation 2 to 8).
func turn(m image.Image, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return m
	}
	switch m := m.(type) {
	case *image.YCbCr:
		if t := turnYCbCr(m, orientation); t != nil {
			return t
		}
	case *image.Gray:
		return turnGray(m, orientation)
	}
	src := toNRGBA(m)
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewNRGBA(upright(w, h, orientation))
	step, row, first := places(w, h, 4, src.Stride, orientation)
	for y := range dst.Rect.Dy() {
		from := first + y*row
		line := dst.Pix[y*dst.Stride:]
		for x := range dst.Rect.Dx() {
			copy(line[4*x:4*x+4], src.Pix[from:from+4])
			from += step
		}
	}
	return dst
}

// places tells how to walk stored pixels in the order of the upright picture:
// the offset of the first, the steps to the next one and to the next row.
func places(w, h, size, stride, orientation int) (step, row, first int) {
	right, bottom := (w-1)*size, (h-1)*stride
	switch orientation {
	case 2:
		return -size, stride, right
	case 3:
		return -size, -stride, right + bottom
	case 4:
		return size, -stride, bottom
	case 5:
		return stride, size, 0
	case 6:
		return -stride, size, bottom
	case 7:
		return -stride, -size, right + bottom
	case 8:
		return stride, -size, right
	}
	return size, stride, 0
}

func upright(w, h, orientation int) image.Rectangle {
	if orientation >= 5 {
		w, h = h, w
	}
	return image.Rect(0, 0, w, h)
}

// turnPlane turns a plane of bytes.
func turnPlane(src []byte, w, h, stride, orientation int) (dst []byte, width int) {
	r := upright(w, h, orientation)
	dst = make([]byte, r.Dx()*r.Dy())
	step, row, first := places(w, h, 1, stride, orientation)
	for y := range r.Dy() {
		from := first + y*row
		line := dst[y*r.Dx() : (y+1)*r.Dx()]
		for x := range line {
			line[x] = src[from]
			from += step
		}
	}
	return dst, r.Dx()
}

func turnGray(m *image.Gray, orientation int) image.Image {
	pix, stride := turnPlane(m.Pix, m.Rect.Dx(), m.Rect.Dy(), m.Stride, orientation)
	return &image.Gray{Pix: pix, Stride: stride, Rect: upright(m.Rect.Dx(), m.Rect.Dy(), orientation)}
}

// turnYCbCr turns each plane, so that no colour is computed anew; nil when the
// turned sampling has no name.
func turnYCbCr(m *image.YCbCr, orientation int) image.Image {
	ratio := m.SubsampleRatio
	if orientation >= 5 {
		switch ratio {
		case image.YCbCrSubsampleRatio422:
			ratio = image.YCbCrSubsampleRatio440
		case image.YCbCrSubsampleRatio440:
			ratio = image.YCbCrSubsampleRatio422
		case image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio420:
		default:
			return nil
		}
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	cw, ch := w, h
	switch m.SubsampleRatio {
	case image.YCbCrSubsampleRatio420:
		cw, ch = (w+1)/2, (h+1)/2
	case image.YCbCrSubsampleRatio422:
		cw = (w + 1) / 2
	case image.YCbCrSubsampleRatio440:
		ch = (h + 1) / 2
	case image.YCbCrSubsampleRatio444:
	default:
		return nil
	}
	t := &image.YCbCr{SubsampleRatio: ratio, Rect: upright(w, h, orientation)}
	t.Y, t.YStride = turnPlane(m.Y, w, h, m.YStride, orientation)
	t.Cb, t.CStride = turnPlane(m.Cb, cw, ch, m.CStride, orientation)
	t.Cr, _ = turnPlane(m.Cr, cw, ch, m.CStride, orientation)
	return t
}

func toNRGBA(m image.Image) *image.NRGBA {
	if n, ok := m.(*image.NRGBA); ok && n.Rect.Min == (image.Point{}) {
		return n
	}
	b := m.Bounds()
	dst := image.NewNRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(dst, dst.Rect, m, b.Min, draw.Src)
	return dst
}

// recolour takes every pixel through convert.
func recolour(m image.Image, convert func(r, g, b uint8) (uint8, uint8, uint8)) image.Image {
	switch m := m.(type) {
	case *image.Gray:
		t := image.NewGray(m.Rect)
		for i, v := range m.Pix {
			t.Pix[i], _, _ = convert(v, v, v)
		}
		return t
	case *image.Paletted:
		t := *m
		t.Palette = make(color.Palette, len(m.Palette))
		for i, c := range m.Palette {
			n := color.NRGBAModel.Convert(c).(color.NRGBA)
			n.R, n.G, n.B = convert(n.R, n.G, n.B)
			t.Palette[i] = n
		}
		return &t
	}
	src := toNRGBA(m)
	dst := image.NewNRGBA(src.Rect)
	for i := 0; i+4 <= len(src.Pix); i += 4 {
		p, q := src.Pix[i:i+4:i+4], dst.Pix[i:i+4:i+4]
		q[0], q[1], q[2] = convert(p[0], p[1], p[2])
		q[3] = p[3]
	}
	return dst
}
