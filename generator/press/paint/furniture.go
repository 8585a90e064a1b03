package paint

import (
	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
)

// furniture is what kind of artifact a running head or a page number is (ISO
// 32000-1, 14.8.2.2.2; PDF/UA-1, 7.8).
type furniture uint8

const (
	noFurniture furniture = iota
	header
	footer
	side
)

// furnitureAt tells by its place what a page's furniture is: height is that of
// the page, pt.
func furnitureAt(item display.Item, height float64) furniture {
	y := 0.0
	switch it := item.(type) {
	case *display.Text:
		y = it.Y
	case *display.Rect:
		y = it.Y + it.H/2
	case *display.Rule:
		y = (it.Y1 + it.Y2) / 2
	case *display.Frame:
		y = it.Y + it.H/2
	case *display.Image:
		y = it.Y + it.H/2
	}
	switch {
	case y < height/5:
		return header
	case y > height*4/5:
		return footer
	}
	return side
}

// dict are the properties of an artifact, nil for one that is only decoration.
func (f furniture) dict() pdf.Dict {
	d := pdf.Dict{{Key: "Type", Value: pdf.Name("Pagination")}}
	switch f {
	case noFurniture:
		return nil
	case header:
		return append(d, pdf.Entry{Key: "Subtype", Value: pdf.Name("Header")})
	case footer:
		return append(d, pdf.Entry{Key: "Subtype", Value: pdf.Name("Footer")})
	}
	return d
}
