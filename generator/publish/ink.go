package publish

import (
	"strings"

	"bantin/generator/impose"
	"bantin/generator/press/css"
	"bantin/generator/press/display"
)

// Ink lists, for each page, the areas with something on them.
func Ink(doc *display.Document) [][]impose.Rect {
	ink := make([][]impose.Rect, len(doc.Pages))
	for i, page := range doc.Pages {
		ink[i] = []impose.Rect{} // a page without ink has no tile
		for _, it := range page.Items {
			if r, ok := inked(it); ok {
				ink[i] = append(ink[i], r)
			}
		}
	}
	return ink
}

func inked(it display.Item) (impose.Rect, bool) {
	switch it := it.(type) {
	case *display.Text:
		up, down := it.Face.Ascent*it.Size/1000, -it.Face.Descent*it.Size/1000
		return impose.Rect{X: it.X, Y: it.Y - up, W: it.Width(), H: up + down}, strings.TrimSpace(it.Text) != ""
	case *display.Rect:
		return impose.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}, !white(it.Fill)
	case *display.Frame:
		return impose.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}, true
	case *display.Image:
		r := impose.Rect{X: it.X, Y: it.Y, W: it.W, H: it.H}
		if c := it.Clip; c != nil {
			r = r.Common(impose.Rect{X: c.X, Y: c.Y, W: c.W, H: c.H})
		}
		return r, r.W > 0 && r.H > 0
	case *display.Rule:
		half := it.Width / 2
		x, y := min(it.X1, it.X2)-half, min(it.Y1, it.Y2)-half
		return impose.Rect{X: x, Y: y, W: max(it.X1, it.X2) + half - x, H: max(it.Y1, it.Y2) + half - y}, true
	}
	return impose.Rect{}, false
}

func white(c css.Color) bool {
	switch c.Space {
	case css.Gray:
		return c.A == 0 || c.C[0] == 1
	case css.RGB:
		return c.A == 0 || c.C[0] == 1 && c.C[1] == 1 && c.C[2] == 1
	}
	return c.A == 0 || c.C == [4]float64{}
}
