package picture

import (
	"image"
)

// Focus is the point of a picture that no crop may lose, in shares of its
// width and height, and the faces that were found.
type Focus struct {
	X, Y  float64
	Faces []image.Rectangle `json:",omitempty"`
}

// facts verifies a picture and finds its focus.
func facts(data []byte, name string) (Facts, error) {
	info, bare, err := inspect(data)
	if err == nil {
		err = info.named(name)
	}
	f := Facts{Info: info, Focus: Focus{X: 0.5, Y: 0.5}}
	if err != nil || info.Format == SVG || info.Animated && info.Format == WebP {
		return f, err
	}
	m, err := decode(bare, info)
	if err == nil {
		f.Focus = FindFocus(turn(shrink(m), info.Orientation))
	}
	return f, err
}
