package para

import (
	"reflect"
	"testing"
)

// TestMemoryGivesWhatBreakGives asks the same of both, twice, over turns, and
// with what differs in one property only.
func TestMemoryGivesWhatBreakGives(t *testing.T) {
	m := NewMemory()
	var none *Memory
	base := func(data any) []Item {
		items := []Item{textItem("Chi bộ họp ngày 15 tháng 7, nghe đồng chí Đặng Thị Đường đọc nghị quyết; ai cũng hỏi, cũng ghi.", "serif", 10)}
		for i := range items {
			items[i].Data = data
		}
		return append(items, Item{Atomic: true, Width: 20, Data: "ảnh"})
	}
	for turn := range 4 {
		for name, change := range map[string]func([]Item, *Style, *float64){
			"plain":  func([]Item, *Style, *float64) {},
			"width":  func(_ []Item, _ *Style, w *float64) { *w += 1 },
			"style":  func(_ []Item, s *Style, _ *float64) { s.Indent = 9 },
			"ragged": func(_ []Item, s *Style, _ *float64) { s.Justify = false },
			"size":   func(i []Item, _ *Style, _ *float64) { i[0].Size++ },
			"letter": func(i []Item, _ *Style, _ *float64) { i[0].Letter = 0.3 },
			"word":   func(i []Item, _ *Style, _ *float64) { i[0].Text = "K" + i[0].Text[1:] },
			"atom":   func(i []Item, _ *Style, _ *float64) { i[len(i)-1].Width = 31 },
		} {
			items, style, width := base(turn), Style{Justify: true}, 90.0
			change(items, &style, &width)
			want := none.Break(items, style, width)
			if got := m.Break(items, style, width); !reflect.DeepEqual(got, want) {
				t.Errorf("turn %d, %s: %v, want %v", turn, name, got, want)
			}
		}
		if turn == 1 {
			m.Turn()
		}
	}
	if len(m.now)+len(m.was) != 16 {
		t.Errorf("%d and %d paragraphs are remembered, want 8 and 8", len(m.now), len(m.was))
	}
	m.Turn()
	m.Turn()
	if len(m.now)+len(m.was) != 0 {
		t.Error("what nobody asks for is remembered")
	}
}
