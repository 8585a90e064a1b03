// Package svg reads the subset of SVG 1.1 (second edition) and SVG 2 that charts
// and drawings for a newsletter use, into a tree of painted items: shapes, paths,
// text, pictures, groups with opacity, clip paths and masks; style sheets, use and
// symbol, markers, patterns, linear and radial gradients. What it does not know is reported
// as a warning and left out; the rest is still drawn. It reads untrusted bytes:
// limits on size and depth give an error, nothing panics.
package svg

import (
	"math"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/face"
)

// Options are what a drawing takes from where it stands.
type Options struct {
	Color    css.Color // what currentColor means outside
	Families []string  // font-family that is inherited; serif when empty
	Size     float64   // font-size that is inherited, px; 16 when 0
	Fonts    *face.Set // the only fonts used; the embedded ones when nil
	// Picture loads the picture that an image element names; nil loads none.
	Picture func(href string) (display.Picture, error)
}

// Drawing is a parsed SVG picture. Coordinates of paths are in pt from the top
// left corner of the picture, y downwards, after applying Path.Matrix.
type Drawing struct {
	Width, Height float64 // natural size, pt
	Items         []Item  // in painting order
	Warnings      []css.Warning
}

// Item is one thing to paint: *Path, *Text, *Image or *Group.
type Item interface{ item() }

func (*Path) item()  {}
func (*Text) item()  {}
func (*Image) item() {}
func (*Group) item() {}

// Text is one run of glyphs, in its own coordinates, y downwards. Run.Color is
// its fill.
type Text struct {
	Run           display.Text
	Matrix        Matrix
	Fill          bool
	Stroke        *Paint // never a gradient
	Width         float64
	Join          int
	FillOpacity   float64
	StrokeOpacity float64
}

// Image is a picture at a place of its own coordinates.
type Image struct {
	display.Image
	Matrix Matrix
}

// Group is painted as one: within its clip, through its mask, with its opacity.
type Group struct {
	Items   []Item
	Opacity float64
	Clip    []*Path // the parts of what is seen; nil is all
	Mask    *Group  // its luminance says how much is seen; nil is all
	Alpha   bool    // not the luminance of the mask, but its opacity
}

// All visits the items below a list, groups before what is in them and in their
// masks.
func All(items []Item, visit func(Item)) {
	for _, it := range items {
		visit(it)
		if g, ok := it.(*Group); ok {
			All(g.Items, visit)
			if g.Mask != nil {
				All(g.Mask.Items, visit)
			}
		}
	}
}

// Path is one filled and stroked path.
type Path struct {
	Segs          []Seg
	Matrix        Matrix // from the path's own coordinates to the drawing's
	Fill, Stroke  *Paint // nil: not painted
	EvenOdd       bool
	Width         float64 // of the stroke, in the path's own units
	Cap, Join     int     // as PDF numbers them: butt, round, square; miter, round, bevel
	Miter         float64
	Dash          []float64
	DashOffset    float64
	FillOpacity   float64
	StrokeOpacity float64
}

// Seg is one step of a path: M (P[0:2]), L (P[0:2]), C (P[0:6]) or Z.
type Seg struct {
	Op byte
	P  [6]float64
}

// Matrix maps (x, y) to (a x + c y + e, b x + d y + f).
type Matrix [6]float64

// Identity leaves points where they are.
var Identity = Matrix{1, 0, 0, 1, 0, 0}

// At is where m maps a point to.
func (m Matrix) At(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// inverse undoes m; false when it flattens everything.
func (m Matrix) inverse() (Matrix, bool) {
	d := m[0]*m[3] - m[1]*m[2]
	if d == 0 || math.IsNaN(d) || math.IsInf(1/d, 0) {
		return Identity, false
	}
	return Matrix{m[3] / d, -m[1] / d, -m[2] / d, m[0] / d,
		(m[2]*m[5] - m[3]*m[4]) / d, (m[1]*m[4] - m[0]*m[5]) / d}, true
}

// Moved are segments in the coordinates that m maps to.
func Moved(segs []Seg, m Matrix) []Seg {
	out := make([]Seg, len(segs))
	for i, s := range segs {
		out[i] = s
		for k := 0; k < 6; k += 2 {
			out[i].P[k], out[i].P[k+1] = m.At(s.P[k], s.P[k+1])
		}
	}
	return out
}

// Mul is the matrix that applies n first, then m.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// Paint is a plain colour, or a gradient when that is set.
type Paint struct {
	Color    css.Color
	Gradient *Gradient
}

// Gradient is a linear gradient from (X1, Y1) to (X2, Y2), or a radial one from
// the circle (X1, Y1, R1) to (X2, Y2, R2). Matrix maps its coordinates to those
// of the path that it paints.
type Gradient struct {
	Radial         bool
	X1, Y1, X2, Y2 float64
	R1, R2         float64
	Matrix         Matrix
	Stops          []Stop // at least two, offsets rising from 0 to 1
}

// Stop is a colour at an offset of 0..1.
type Stop struct {
	Offset float64
	Color  css.Color
}

// Shaded is a rectangle of w x h pt that a gradient fills.
func Shaded(w, h float64, g *Gradient) *Drawing {
	var n pen
	n.rect(0, 0, w, h, [2]float64{})
	path := &Path{Segs: n.segs, Matrix: Identity, Fill: &Paint{Color: css.Black, Gradient: g}, FillOpacity: 1, StrokeOpacity: 1}
	return &Drawing{Width: w, Height: h, Items: []Item{fading(path)}}
}
