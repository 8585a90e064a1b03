package paint

import (
	"fmt"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
	"bantin/generator/press/picture"
)

// image places a picture. Its XObject fills the unit square.
func (g *page) image(im *display.Image) error {
	if im.W <= 0 || im.H <= 0 {
		return nil
	}
	ref, m, err := g.placed(im, g.x(im.X), g.y(im.Y+im.H))
	if err != nil || ref == 0 {
		return err
	}
	g.push()
	if im.Clip != nil {
		g.clip(*im.Clip)
	}
	g.opacity(1)
	g.c.Matrix(m)
	g.c.Named(g.res.use("XObject", "X", ref), "Do")
	g.pop()
	if g.tags != nil && g.tags.knows(im.Elem) {
		g.tags.figure(im.Elem, g.index, g.visible(im))
	}
	return nil
}

// placed is the object of a picture and the matrix that puts it with its lower
// left corner at (x, y), y upwards; 0 for a picture without a size.
func (p *painter) placed(im *display.Image, x, y float64) (ref pdf.Ref, m [6]float64, err error) {
	switch pic := im.Picture.(type) {
	case *picture.Raster:
		ref, err = p.raster(pic)
		return ref, turned(pic.Orientation(), x, y, im.W, im.H), err
	case *picture.Vector:
		w, h := pic.Size()
		if w <= 0 || h <= 0 {
			return 0, m, nil
		}
		ref, err = p.vector(pic)
		return ref, [6]float64{im.W / w, 0, 0, im.H / h, x, y}, err
	}
	return 0, m, fmt.Errorf("cannot paint a picture of type %T", im.Picture)
}

// visible is the box of what is seen of a picture, in PDF coordinates.
func (g *page) visible(im *display.Image) [4]float64 {
	x, y, right, bottom := im.X, im.Y, im.X+im.W, im.Y+im.H
	if c := im.Clip; c != nil {
		x, y, right, bottom = max(x, c.X), max(y, c.Y), min(right, c.X+c.W), min(bottom, c.Y+c.H)
	}
	return [4]float64{g.x(x), g.y(bottom), g.x(right), g.y(y)}
}

// turned is picture.Turned with y upwards, as PDF has it. Upwards, the quarter
// turns change sides: 5 and 7, 6 and 8 are each other's.
func turned(orientation int, x, y, w, h float64) [6]float64 {
	if orientation >= 5 {
		orientation = 5 + (orientation-5+2)%4
	}
	return picture.Turned(orientation, x, y, w, h)
}

// raster embeds a picture once, in the resolution that its largest use needs.
func (p *painter) raster(pic *picture.Raster) (pdf.Ref, error) {
	key := pic.Key()
	if ref := p.images[key]; ref != 0 {
		return ref, nil
	}
	size := p.sizes[key]
	enc, err := pic.Encode(size[0], size[1])
	if err != nil {
		return 0, err
	}
	ref := p.embedImage(enc)
	p.images[key] = ref
	return ref, nil
}

var spaces = map[picture.Space]pdf.Name{picture.Gray: "DeviceGray", picture.RGB: "DeviceRGB", picture.CMYK: "DeviceCMYK"}

func (p *painter) embedImage(enc *picture.Encoded) pdf.Ref {
	dict := imageDict(enc.Width, enc.Height, spaces[enc.Space])
	if enc.JPEG != nil {
		if enc.Inverted {
			dict = append(dict, pdf.Entry{Key: "Decode", Value: pdf.Array{1, 0, 1, 0, 1, 0, 1, 0}})
		}
		ref := p.w.Alloc()
		p.w.SetPacked(ref, append(dict, pdf.Entry{Key: "Filter", Value: pdf.Name("DCTDecode")}), enc.JPEG...)
		return ref
	}
	if enc.Alpha != nil {
		mask := p.samples(imageDict(enc.Width, enc.Height, "DeviceGray"), enc.Alpha, enc.Width, 1)
		dict = append(dict, pdf.Entry{Key: "SMask", Value: mask})
	}
	return p.samples(dict, enc.Samples, enc.Width, len(enc.Samples)/(enc.Width*enc.Height))
}

// samples writes pixels of so many bytes each, predicted as in PNG.
func (p *painter) samples(dict pdf.Dict, data []byte, width, pixel int) pdf.Ref {
	dict = append(dict, pdf.Entry{Key: "DecodeParms", Value: pdf.Dict{
		{Key: "Predictor", Value: 15}, {Key: "Colors", Value: pixel}, {Key: "Columns", Value: width}}})
	return p.w.Stream(dict, pdf.Predict(data, width*pixel, pixel))
}

func imageDict(w, h int, space pdf.Name) pdf.Dict {
	return pdf.Dict{
		{Key: "Type", Value: pdf.Name("XObject")}, {Key: "Subtype", Value: pdf.Name("Image")},
		{Key: "Width", Value: w}, {Key: "Height", Value: h},
		{Key: "ColorSpace", Value: space}, {Key: "BitsPerComponent", Value: 8},
	}
}
