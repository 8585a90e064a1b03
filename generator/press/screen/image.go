package screen

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"bantin/generator/press/display"
	"bantin/generator/press/picture"
)

// image places a picture; what it cannot show stays empty.
func (s *sheet) image(im *display.Image) {
	if im.W <= 0 || im.H <= 0 {
		return
	}
	b := &s.inside
	if im.Clip != nil {
		id := s.clip(b, *im.Clip)
		b.WriteString(`<g clip-path="url(#` + id + `)">`)
	}
	switch pic := im.Picture.(type) {
	case *picture.Raster:
		s.raster(b, im, pic)
	case *picture.Vector:
		s.vector(b, im, pic)
	}
	if im.Clip != nil {
		b.WriteString("</g>")
	}
}

func (s *sheet) raster(b *bytes.Buffer, im *display.Image, pic *picture.Raster) {
	address, turned := "", false
	if s.painter.opt.Picture != nil {
		address = s.painter.opt.Picture(pic)
	}
	if address == "" {
		enc, err := pic.Encode(im.W, im.H)
		if err != nil {
			return
		}
		address, turned = embedded(enc), true
	}
	b.WriteString(`<image preserveAspectRatio="none"`)
	switch o := pic.Orientation(); {
	case turned && o > 1: // the file inside does not say how it is turned
		m := picture.Turned(o, im.X, im.Y, im.W, im.H)
		fmt.Fprintf(b, ` transform="matrix(%.6g %.6g %.6g %.6g %.6g %.6g)"`, m[0], m[1], m[2], m[3], m[4], m[5])
		s.box(b, 0, 0, 1, 1)
	case o == 1: // as it is stored, whatever the file says
		b.WriteString(` class="as-stored"`)
		s.box(b, im.X, im.Y, im.W, im.H)
	default:
		s.box(b, im.X, im.Y, im.W, im.H)
	}
	b.WriteString(` href="` + escape(address) + `"/>`)
}

// embedded is a picture as a data: address.
func embedded(e *picture.Encoded) string {
	if e.JPEG != nil {
		return "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(bytes.Join(e.JPEG, nil))
	}
	img := image.NewNRGBA(image.Rect(0, 0, e.Width, e.Height))
	n := len(e.Samples) / (e.Width * e.Height)
	for i := range e.Width * e.Height {
		c := color.NRGBA{A: 255}
		c.R = e.Samples[n*i]
		c.G, c.B = c.R, c.R
		if n >= 3 {
			c.G, c.B = e.Samples[n*i+1], e.Samples[n*i+2]
		}
		if e.Alpha != nil {
			c.A = e.Alpha[i]
		}
		img.SetNRGBA(i%e.Width, i/e.Width, c)
	}
	var buf bytes.Buffer
	if png.Encode(&buf, img) != nil {
		return ""
	}
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(buf.Bytes())
}
