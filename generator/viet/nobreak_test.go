package viet

import (
	"strings"
	"testing"
)

func TestNoBreak(t *testing.T) {
	// "~" stands for the no-break space
	for _, want := range []string{
		"Kết luận số~21-KL/TW ngày~25~tháng~10 năm~2021",
		"ngày~07~tháng~10",
		"Ngày~15~tháng~9 năm~2023, (ngày~06~tháng~7)",
		"từ tháng~7 đến quý~III",
		"khóa~XIII, nhiệm kỳ~2020-2025",
		"Đại hội lần thứ~XIII, khóa~XII.",
		"giảm 17,5~kg, tức 60~%, còn 1.450.000~đồng.",
		"lúc 16~giờ 20~phút",
		"trong 40 cuốn có 2 cuốn hỏng",
		"33,5~°C lúc trưa",
		"học kỳ~I, lớp~5, điều~3",
		"số người, số  10 và số\n10",
		"số, 10",
		"12 tháng~10 ngày",
		"“số~10”",
		"  ", "", "một hai ba",
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		s := strings.ReplaceAll(want, "\u00a0", " ")
		if got := NoBreak(s); got != want {
			t.Errorf("NoBreak(%q)\n got %q\nwant %q", s, got, want)
		}
		if got := NoBreak(want); got != want {
			t.Errorf("NoBreak(%q) changed its own result to %q", want, got)
		}
	}
}

func FuzzNoBreak(f *testing.F) {
	f.Add("số 21-KL/TW ngày 07 tháng 10\u00a0năm 2022  \t\xff kg 5 kg")
	f.Fuzz(func(t *testing.T, s string) {
		got := NoBreak(s)
		back := strings.ReplaceAll(got, "\u00a0", " ")
		if back != strings.ReplaceAll(s, "\u00a0", " ") {
			t.Fatalf("NoBreak(%q) changed more than spaces: %q", s, got)
		}
		if again := NoBreak(got); again != got {
			t.Fatalf("not idempotent: %q then %q", got, again)
		}
	})
}
