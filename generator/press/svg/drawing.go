// Package svg reads the subset of SVG 1.1 (second edition) that drawings for a
// newsletter use, into a flat list of painted paths: shapes, paths, groups,
// transforms, fills, strokes, linear and radial gradients. What it does not know
// is reported as a warning and left out; the rest is still drawn. It reads
// untrusted bytes: limits on size and depth give an error, nothing panics.
package svg

import "bantin/generator/press/css"

// Drawing is a parsed SVG picture. Coordinates of paths are in pt from the top
// left corner of the picture, y downwards, after applying Path.Matrix.
type Drawing struct {
	Width, Height float64 // natural size, pt
	Paths         []Path  // in painting order
	Warnings      []css.Warning
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
