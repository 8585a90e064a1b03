package press

import (
	"testing"
	"testing/fstest"

	"bantin/generator/press/display"
)

// TestMarksOfInitials: no ink of a drop cap with marks touches other text, above
// or below.
func TestMarksOfInitials(t *testing.T) {
	const words = " chi bộ họp bàn việc đưa sách đến lớp, mỗi tuần hai lượt, ghi sổ đầy đủ, rồi cùng bàn việc của tháng sau ở từng tổ."
	src := `<!doctype html><html lang=vi><style>@page{size:105mm 297mm;margin:10mm}body{font:10pt/14pt serif;margin:0}p{margin:0 0 4pt}
p::first-letter{initial-letter:3}</style>`
	for _, s := range []string{"Ẫm", "Ực", "Ỗi", "Ao"} {
		src += "<p>" + s + words + words + words
	}
	doc, err := Open(fstest.MapFS{"in.html": {Data: []byte(src)}}, "in.html", Options{})
	if err != nil {
		t.Fatal(err)
	}
	pages, _, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	var large, small []*display.Text
	for _, it := range pages.Pages[0].Items {
		if v, ok := it.(*display.Text); ok && v.Size > 20 {
			large = append(large, v)
		} else if ok {
			small = append(small, v)
		}
	}
	if len(large) != 4 {
		t.Fatalf("%d initials", len(large))
	}
	for _, l := range large {
		top, bottom := l.Face.Ink(l.Glyphs[0].ID)
		if top <= 0 {
			t.Errorf("%s: no ink", l.Text)
		}
		from, to := l.Y-top*l.Size/1000, l.Y-bottom*l.Size/1000
		for _, s := range small {
			if s.X < l.X+l.Width()*0.8 && s.X+s.Width() > l.X && s.Y-s.Face.XHeight*s.Size/1000 < to && s.Y > from {
				t.Errorf("%s, %.1f to %.1f, touches %q at %.1f", l.Text, from, to, s.Text, s.Y)
			}
		}
	}
	if lines := large[3].Y - large[2].Y; lines > 14*10 {
		t.Errorf("the last initial, which has no marks, stands %.1f pt below the one before", lines)
	}
}
