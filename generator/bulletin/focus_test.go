package bulletin

import "testing"

func TestFocus(t *testing.T) {
	for in, want := range map[Focus][2]int{"tren": {50, 0}, "giua": {50, 50}, "duoi": {50, 100}, "trai": {0, 50}, "phai": {100, 50}, "tren trai": {0, 0},
		"phai duoi": {100, 100}, "30% 20%": {30, 20}, "30%, 20%": {30, 20}, "giua tren": {50, 0}} {
		if x, y, err := in.At(); err != nil || [2]int{x, y} != want {
			t.Errorf("%q: %d, %d, %v", in, x, y, err)
		}
	}
	for _, in := range []Focus{"", "trên", "tren duoi", "30%", "30% 120%", "a b c", "30 20"} {
		if _, _, err := in.At(); err == nil {
			t.Errorf("%q is taken", in)
		}
	}
}
