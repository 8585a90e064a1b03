package sitetest

import (
	"regexp"
	"testing"

	"bantin/generator/bulletin"
)

// TestTitlesKeepWordsTogether: the two syllables of a usual word, and a number
// with what it counts, are not parted at the end of a line of a title.
func TestTitlesKeepWordsTogether(t *testing.T) {
	s := sample(t, bulletin.Internal)
	heading := regexp.MustCompile(`(?s)<h1>(.*?)</h1>`)
	for name, want := range map[string]string{
		"guong/ho-so-mot-lan-nop/index.html":                    "Chín loại giấy\u00a0tờ, một lần nộp",
		"hoc-tap/quan-triet-ket-luan-21/index.html":             "Quán\u00a0triệt Kết\u00a0luận\u00a021: mỗi nhóm một câu\u00a0hỏi khó",
		"hoc-tap/hoi-nghi-bao-cao-vien-thang-9/index.html":      "Hội\u00a0nghị báo\u00a0cáo\u00a0viên tháng\u00a09: nói ngắn, hỏi nhiều",
		"bua-liem-vang/cong-truong-gio-tan-hoc-ky-1/index.html": "Cổng\u00a0trường giờ tan\u00a0học, kỳ\u00a01: Hai mươi phút và một con hẻm",
		"so/2023-10/index.html":                                 "Số\u00a010, tháng\u00a010 năm\u00a02023",
	} {
		m := heading.FindStringSubmatch(s.read(t, name))
		if m == nil || m[1] != want {
			t.Errorf("%s: %q, want %q", name, m, want)
		}
	}
}
