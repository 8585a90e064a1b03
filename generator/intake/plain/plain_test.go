package plain

import (
	"strings"
	"testing"

	"bantin/generator/intake/manuscript"
	"bantin/generator/viet/legacy"
)

func texts(t *testing.T, data string) (lines []string, m *manuscript.Manuscript) {
	t.Helper()
	m, err := Read([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range manuscript.Paragraphs(m.Blocks) {
		lines = append(lines, p.Text())
	}
	return lines, m
}

func TestMessages(t *testing.T) {
	for in, want := range map[string]string{
		"[10:21, 12/10/2023] Cô Hà: Chào các bạn\nviệc một\n[10:22, 12/10/2023] Cô Hà: việc hai": "Chào các bạn|việc một|việc hai",
		"[12/10/2023 10:21:05] Thầy Nam: Nội dung":                                               "Nội dung",
		"Cô Hà\n10:21 12/10/2023\nNội dung\n\nThầy Nam\nHôm nay 10:25\nTiếp":                     "Nội dung|Tiếp",
		"Cô Hà, [12/10/2023 10:21]\nNội dung\n[Hình ảnh]\nTin nhắn đã thu hồi":                   "Nội dung",
		"Họp lúc 7:30 ngày 12/10/2023\n7:30 bắt đầu":                                             "Họp lúc 7:30 ngày 12/10/2023|7:30 bắt đầu",
		"Một\r\nHai\r\rBa": "Một|Hai|Ba",
		"\ufeffMột":        "Một",
	} {
		lines, m := texts(t, in)
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("%q: %q, want %q (left %v)", in, got, want, m.Left)
		}
	}
}

func TestWrapped(t *testing.T) {
	lines, _ := texts(t, "Chi bộ họp ngày đầu tháng, ai cũng có việc của mình và\nnói được việc ấy đã đi đến đâu, gặp khó chỗ nào, cần ai\ngiúp một tay. Việc chung từ đó mà nhẹ đi, ai cũng thấy\nvui hơn trước.\nĐoạn sau.")
	if len(lines) != 2 || !strings.HasSuffix(lines[0], "vui hơn trước.") {
		t.Errorf("%q", lines)
	}
}

func TestEncodings(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-16": "\xff\xfeC\x00\xf3\x00", "UTF-16 big": "\xfe\xff\x00C\x00\xf3", "Windows-1258": "C\xf3",
	} {
		if lines, _ := texts(t, data); len(lines) != 1 || lines[0] != "Có" {
			t.Errorf("%s: %q", name, lines)
		}
	}
	_, m := texts(t, "Chi bé tr\xad\xeang h\xe4c t\xcbp v\xb5 l\xb5m theo B\xb8c.")
	if p := manuscript.Paragraphs(m.Blocks)[0]; p.Runs[0].Old != legacy.TCVN3 {
		t.Errorf("%+v", p.Runs)
	}
}
