package picture

import (
	"encoding/binary"
	"math"
)

// profile is an ICC profile of three curves and a matrix, or of one curve
// (ICC.1:2022, 8.3 and 8.4): device values to linear light, that to XYZ of D50.
type profile struct {
	gray   bool
	curves [3][256]float64
	matrix [3][3]float64 // rows X, Y, Z
}

// parseProfile reads a profile; ok is false for one of tables, which are for
// presses and scanners, and for what is no profile.
func parseProfile(data []byte) (p *profile, ok bool) {
	if len(data) < 132 || string(data[36:40]) != "acsp" {
		return nil, false
	}
	p = &profile{gray: string(data[16:20]) == "GRAY"}
	names := []string{"rTRC", "gTRC", "bTRC"}
	if p.gray {
		names = []string{"kTRC"}
	} else if string(data[16:20]) != "RGB " {
		return nil, false
	}
	for i, name := range names {
		if p.curves[i], ok = parseCurve(tag(data, name)); !ok {
			return nil, false
		}
		if p.gray {
			return p, true
		}
		xyz := tag(data, name[:1]+"XYZ")
		if len(xyz) < 20 {
			return nil, false
		}
		for row := range 3 {
			p.matrix[row][i] = fixed(xyz[8+4*row:])
		}
	}
	return p, true
}

// tag finds the data of a tag, nil when it is absent.
func tag(data []byte, name string) []byte {
	count := int(binary.BigEndian.Uint32(data[128:]))
	for i := 0; i < min(count, 100) && 132+12*i+12 <= len(data); i++ {
		entry := data[132+12*i:]
		at, size := uint64(binary.BigEndian.Uint32(entry[4:])), uint64(binary.BigEndian.Uint32(entry[8:]))
		if string(entry[:4]) == name && at+size <= uint64(len(data)) && size >= 12 {
			return data[at : at+size]
		}
	}
	return nil
}

func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// parseCurve tabulates a tone curve.
func parseCurve(data []byte) (curve [256]float64, ok bool) {
	if len(data) < 12 {
		return curve, false
	}
	var at func(x float64) float64
	switch string(data[:4]) {
	case "curv":
		at, ok = tableCurve(data)
	case "para":
		at, ok = formulaCurve(data)
	}
	if ok {
		for i := range curve {
			curve[i] = min(1, max(0, at(float64(i)/255)))
		}
	}
	return curve, ok
}

func tableCurve(data []byte) (func(float64) float64, bool) {
	count := int(binary.BigEndian.Uint32(data[8:]))
	entry := func(i int) float64 { return float64(binary.BigEndian.Uint16(data[12+2*i:])) }
	switch {
	case count == 0:
		return func(x float64) float64 { return x }, true
	case count < 0 || len(data) < 12+2*count:
		return nil, false
	case count == 1:
		gamma := entry(0) / 256
		return func(x float64) float64 { return math.Pow(x, gamma) }, true
	}
	return func(x float64) float64 {
		place := x * float64(count-1)
		low := min(int(place), count-2)
		part := place - float64(low)
		return (entry(low)*(1-part) + entry(low+1)*part) / 65535
	}, true
}

// formulaCurve is the parametricCurveType, table 68 of the standard.
func formulaCurve(data []byte) (func(float64) float64, bool) {
	kind := int(binary.BigEndian.Uint16(data[8:]))
	counts := []int{1, 3, 4, 5, 7}
	if kind >= len(counts) || len(data) < 12+4*counts[kind] {
		return nil, false
	}
	var v [7]float64
	for i := range counts[kind] {
		v[i] = fixed(data[12+4*i:])
	}
	g, a, b, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch kind {
	case 0:
		a, d = 1, -1
	case 1:
		c, d = 0, -b/a
	case 2:
		c, d, e, f = 0, -b/a, v[3], v[3]
	}
	return func(x float64) float64 {
		if x >= d {
			return math.Pow(max(0, a*x+b), g) + e
		}
		return c*x + f
	}, true
}

// toSRGB takes XYZ of D50 to linear sRGB (IEC 61966-2-1, adapted by Bradford).
var toSRGB = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// encodeSRGB is the sRGB curve, tabulated.
var encodeSRGB = func() (t [4096]uint8) {
	for i := range t {
		x := float64(i) / float64(len(t)-1)
		if x <= 0.0031308 {
			x *= 12.92
		} else {
			x = 1.055*math.Pow(x, 1/2.4) - 0.055
		}
		t[i] = uint8(x*255 + 0.5)
	}
	return t
}()

func encoded(linear float64) uint8 {
	return encodeSRGB[int(min(1, max(0, linear))*float64(len(encodeSRGB)-1)+0.5)]
}

// converter turns device values into sRGB; nil when they are sRGB already, up
// to what no eye sees.
func (p *profile) converter() func(r, g, b uint8) (uint8, uint8, uint8) {
	convert := p.convert()
	const step, near = 51, 3
	for r := 0; r < 256; r += step {
		for g := 0; g < 256; g += step {
			for b := 0; b < 256; b += step {
				if p.gray && (r != g || g != b) {
					continue
				}
				x, y, z := convert(uint8(r), uint8(g), uint8(b))
				if abs(int(x)-r) > near || abs(int(y)-g) > near || abs(int(z)-b) > near {
					return convert
				}
			}
		}
	}
	return nil
}

func (p *profile) convert() func(r, g, b uint8) (uint8, uint8, uint8) {
	if p.gray {
		return func(r, g, b uint8) (uint8, uint8, uint8) {
			return encoded(p.curves[0][r]), encoded(p.curves[0][g]), encoded(p.curves[0][b])
		}
	}
	var m [3][3]float64
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				m[i][j] += toSRGB[i][k] * p.matrix[k][j]
			}
		}
	}
	return func(r, g, b uint8) (uint8, uint8, uint8) {
		x, y, z := p.curves[0][r], p.curves[1][g], p.curves[2][b]
		return encoded(m[0][0]*x + m[0][1]*y + m[0][2]*z), encoded(m[1][0]*x + m[1][1]*y + m[1][2]*z), encoded(m[2][0]*x + m[2][1]*y + m[2][2]*z)
	}
}

func abs(x int) int { return max(x, -x) }
