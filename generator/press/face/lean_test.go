package face

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/go-text/typesetting/harfbuzz"
)

// TestLeanShapesAsWhole compares shaping without the lookups that place marks
// with that of the whole font.
func TestLeanShapesAsWhole(t *testing.T) {
	texts := []string{
		"Đảng", "nghiệp", "Thường", "AVATAR", "fi", "ffl", "1/2", "số 21-KL/TW", "“trích”",
		"e\u0302\u0301", "x\u0323", "q\u0302\u0323m", "\u0301", "A\u030a\u0301B", "i\u0307", "x\u034fy", "m\u0303\u0303",
	}
	for _, name := range []string{stix, sans, serif, mono} {
		for _, e := range builtin()[normal(name)] {
			f := &Face{Family: name, Data: e.face.Data}
			if err := f.load(); err != nil {
				t.Fatal(err)
			}
			if f.impl.hbWhole != nil {
				t.Errorf("%s: plain text needed the whole font", e.face.Family)
			}
			all, err := newLean(f.Data, true).parse()
			if err != nil {
				t.Fatal(err)
			}
			whole := harfbuzz.NewFont(all)
			for _, text := range texts {
				c := &wordCache{lang: "vi"}
				got := fmt.Sprint(f.impl.run(f.Data, text, c))
				marks, hb := f.impl.marks, f.impl.hb
				f.impl.marks, f.impl.hb = nil, whole
				want := fmt.Sprint(f.impl.run(f.Data, text, c))
				f.impl.marks, f.impl.hb = marks, hb
				if got != want {
					t.Errorf("%s %d %t: %q is %s, with the whole font %s", name, e.face.Weight, e.face.Italic, text, got, want)
				}
			}
		}
	}
}

func TestPlacedMarks(t *testing.T) {
	// A table with one lookup of mark-to-base; its subtable covers glyphs 5 and 7
	// to 9 in either format.
	table := func(kind byte, coverage ...byte) gpos {
		head := []byte{0, 1, 0, 0, 0, 0, 0, 0, 0, 10}
		list := []byte{0, 1, 0, 4}
		lookup := []byte{0, kind, 0, 0, 0, 1, 0, 8}
		sub := []byte{0, 1, 0, 4}
		return append(append(append(append(head, list...), lookup...), sub...), coverage...)
	}
	one := []byte{0, 1, 0, 2, 0, 5, 0, 7}
	two := []byte{0, 2, 0, 1, 0, 7, 0, 9, 0, 0}
	for _, c := range []struct {
		name   string
		g      gpos
		budget int
		want   []uint16
	}{
		{"list", table(4, one...), maxMarks, []uint16{5, 7}},
		{"ranges", table(6, two...), maxMarks, []uint16{7, 8, 9}},
		{"pairs are kept", table(2, one...), maxMarks, nil},
		{"cut off", table(4, one[:5]...), maxMarks, nil},
		{"unknown format", table(4, 0, 3, 0, 1), maxMarks, nil},
		{"too many", table(4, two...), 2, nil},
	} {
		got, ok := c.g.placed(c.g.lookups()[0], &c.budget)
		if !reflect.DeepEqual(got, c.want) || ok != (c.want != nil) {
			t.Errorf("%s: %v %t, want %v", c.name, got, ok, c.want)
		}
	}
	if got := gpos(nil).lookups(); got != nil {
		t.Errorf("an empty table has lookups %v", got)
	}
}
