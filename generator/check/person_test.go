package check

import (
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

func TestCapitals(t *testing.T) {
	for text, want := range map[string]int{
		"Ở thành phố Hồ Chí Minh.":                          1,
		"Thành phố Hồ Chí Minh. THÀNH PHỐ HỒ CHÍ MINH.":     0,
		"Bộ chính trị và ban bí thư họp.":                   2,
		"Đảng và nhà nước ta; cơ quan nhà nước.":            1,
		"Nhớ bác Hồ, nhớ Bác Hồ.":                           1,
		"Các đảng viên và Đảng viên trẻ, đảng viên già.":    1,
		"Các đảng viên họp. Đảng viên trẻ nói: “Đảng viên”": 0,
		"- Đảng viên\n- đảng viên\n":                        0,
	} {
		if got := strings.Count(strings.Join(codesOf(text), " "), "viet-hoa"); got != want {
			t.Errorf("%s: %d findings, want %d", text, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for body, want := range map[string]int{
		"Cô Nguyễn Thị Thúy Hằng và Nguyễn Thị Thuý Hằng.":             0, // the style of marks
		"Cô Nguyễn Thị Hằng; sau đó, Nguyễn Thị Hăng.":                 1,
		"Đồng chí Nguyễn Văn Hùng, Nguyễn Văn Hùng.":                   0,
		"Trường THPT Trần Đại Nghĩa; THPT Trần Đai Nghĩa.":             1,
		"Thầy Lê Văn Tám. Thầy Lê Văn\nTâm.":                           0, // over lines it is not read
		"Đặng Minh, Đăng Minh.":                                        0, // two words
		"Kỳ thi Đại Học Quốc Gia và Đai Học Quốc Gia.":                 0, // no surname
		"Bà Ban Biên Tập, Bán Biên Tập; ông Trần Văn An, Trần Vãn Ân.": 1,
	} {
		if got := strings.Count(strings.Join(codesOf(body), " "), "ten-hai-loi"); got != want {
			t.Errorf("%s: %d findings, want %d", body, got, want)
		}
	}
	root := exampleSite(t)
	put(root, "guong/thu/index.md", "guong", []string{"so: 2023-10", "weight: 2", "tac_gia: [{ho_ten: Lê Thị Hường}]"}, "Bài.\n")
	put(root, "guong/bai-khac/index.md", "guong", []string{"so: 2023-10", "weight: 1"}, "Cô Lê Thị Hương.\n")
	put(root, "guong/bai-thang-11/index.md", "guong", []string{"so: 2023-11"}, "Cô Lê Thị Hưởng.\n") // another issue
	_, findings := judge(root, bulletin.Internal)
	if count(findings, "ten-hai-loi") != 1 {
		t.Errorf("across an issue: %v", findings)
	}
}
