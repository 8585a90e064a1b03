package para

import (
	"strings"
	"testing"
)

// TestPhrases: lines of headlines end between words, and part one only when no
// line holds it.
func TestPhrases(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width float64
		want  string
	}{
		{"phong cách Hồ Chí Minh", 14, "phong cách|Hồ Chí Minh"},
		{"Người tổ trưởng mở lớp mình", 16, "Người tổ trưởng|mở lớp mình"},
		{"Chín loại giấy tờ, một lần nộp", 20, "Chín loại giấy tờ,|một lần nộp"},
		{"Quán triệt Kết\u00a0luận 21: mỗi nhóm một câu hỏi khó", 25, "Quán triệt Kết\u00a0luận 21:|mỗi nhóm một câu hỏi khó"},
		{"Hồ Chí Minh", 6, "Hồ Chí|Minh"},
		{"  Búa liềm – giấy  tờ", 11, "Búa liềm –|giấy  tờ"},
	} {
		it := monoItem(tt.text)
		it.Lang = "vi"
		got := strings.Join(lineTexts(Break([]Item{it}, Style{Balance: true, Phrases: true}, columns(tt.width))), "|")
		if got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
	it := monoItem("chic giấy tờ")
	it.Lang = "fr"
	if got := lineTexts(Break([]Item{it}, Style{Phrases: true}, columns(9))); got[0] != "chic giấy" {
		t.Errorf("another language: %q", got)
	}
}
