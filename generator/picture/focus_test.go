package picture

import (
	"image"
	"image/color"
	"math"
	"testing"
)

// scene is a background with an ellipse, and features in it when it is a face.
func scene(w, h int, back, front color.NRGBA, cx, cy, rx, ry int, features bool) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	in := func(x, y, cx, cy, rx, ry int) bool {
		dx, dy := float64(x-cx)/float64(rx), float64(y-cy)/float64(ry)
		return dx*dx+dy*dy < 1
	}
	for y := range h {
		for x := range w {
			c := back
			c.B += uint8((x*7 + y*3) % 9)
			if in(x, y, cx, cy, rx, ry) {
				c = front
				if features && (in(x, y, cx-rx/3, cy-ry/4, rx/5, ry/9) || in(x, y, cx+rx/3, cy-ry/4, rx/5, ry/9) || in(x, y, cx, cy+ry/2, rx/3, ry/10)) {
					c = color.NRGBA{70, 30, 30, 255}
				}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func TestFindFocus(t *testing.T) {
	wall, shirt := color.NRGBA{150, 170, 190, 255}, color.NRGBA{40, 60, 120, 255}
	skin, dark, red := color.NRGBA{220, 170, 140, 255}, color.NRGBA{130, 90, 65, 255}, color.NRGBA{200, 20, 20, 255}
	tests := []struct {
		name  string
		m     *image.NRGBA
		x, y  float64
		faces int
	}{
		{"portrait, head at the top", scene(600, 800, wall, skin, 300, 180, 90, 120, true), 0.5, 0.225, 1},
		{"dark skin at the left", scene(800, 600, shirt, dark, 160, 200, 70, 95, true), 0.2, 0.33, 1},
		{"emblem at the right", scene(800, 500, color.NRGBA{250, 245, 230, 255}, red, 680, 250, 80, 80, false), 0.75, 0.5, 0},
		{"nothing", scene(400, 300, wall, wall, 10, 10, 5, 5, false), 0.5, 0.5, 0},
		{"a wooden wall is no face", scene(400, 300, color.NRGBA{180, 130, 90, 255}, color.NRGBA{180, 130, 90, 255}, 100, 100, 50, 50, false), 0.5, 0.5, 0},
	}
	for _, tt := range tests {
		f := FindFocus(tt.m)
		if math.Abs(f.X-tt.x) > 0.1 || math.Abs(f.Y-tt.y) > 0.1 || len(f.Faces) != tt.faces {
			t.Errorf("%s: %+v, want about %.2f, %.2f and %d faces", tt.name, f, tt.x, tt.y, tt.faces)
		}
		for range 3 {
			if again := FindFocus(tt.m); again.X != f.X || again.Y != f.Y {
				t.Errorf("%s: found again elsewhere", tt.name)
			}
		}
	}
}
