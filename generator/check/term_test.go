package check

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
)

func TestTerms(t *testing.T) {
	for text, want := range map[string]int{
		"Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị khóa XII về việc.":                             1,
		"Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị khóa XIII về việc.":                            0,
		"Kết luận số 01-KL/TW (18/5/2021) của Bộ Chính trị khoá XII.":                                                  1,
		"Kết luận số 01-KIL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị khóa XII.":                                    0, // doubtful itself
		"Nghị quyết số 10-NQ/TW ngày 20 tháng 01 năm 2016 của Ban Chấp hành Trung ương khóa XI.":                       0, // the congress's month
		"Nghị quyết số 10-NQ/TW ngày 20 tháng 01 năm 2016 của Ban Chấp hành Trung ương khóa XII.":                      0,
		"Nghị quyết số 10-NQ/TW ngày 20 tháng 02 năm 2016 của Ban Chấp hành Trung ương khóa XI.":                       1,
		"Nghị quyết số 10-NQ/TW ngày 20 tháng 02 năm 1965 của Ban Chấp hành Trung ương khóa III.":                      0, // not known here
		"Nghị quyết số 10-NQ/TU ngày 20 tháng 02 năm 2022 của Thành ủy khóa XI.":                                       0, // counted otherwise
		"Nghị quyết số 21-NQ/TW ngày 16 tháng 6 năm 2022, Hội nghị lần thứ năm Ban Chấp hành Trung ương Đảng khóa XII": 1,
		"Nghị quyết số 21-NQ/TW ngày 16 tháng 6 năm 2022. Đại biểu Quốc hội khóa XV.":                                  0,
	} {
		if got := strings.Count(strings.Join(codesOf(text+"\n"), " "), "sai-khoa"); got != want {
			t.Errorf("%s: %d findings, want %d", text, got, want)
		}
	}
	root := fstest.MapFS{}
	put(root, "van-ban/01-kl-tw-2021-05-18/index.md", "van-ban", []string{"so_ky_hieu: 01-KL/TW", "date: 2021-05-18", "khoa: khóa XII"}, "")
	if _, findings := judge(root, bulletin.Internal); count(findings, "sai-khoa") != 1 {
		t.Errorf("in the register: %v", findings)
	}
}

func TestOrgans(t *testing.T) {
	for text, want := range map[string]int{
		"Kết luận số 14-KL/TW của Ban Bí thư.":                                 1,
		"Kết luận số 14-KL/TW ngày 22 tháng 9 năm 2021, của Bộ Chính trị.":     0,
		"Kết luận số 14-KL/TW ngày 22 tháng 9 năm 2021 của Ban Bí thư về việc": 1,
		"Kết luận số 14-KL/TW (22/9/2021) của Ban Chấp hành Trung ương.":       1,
		"Kết luận số 14-KL/TW; ý kiến của Ban Bí thư.":                         0,
		"Kết luận số 14-KL/TW của Trung ương.":                                 0,
	} {
		root := register(t)
		root["guong/thu/index.md"] = &fstest.MapFile{Data: []byte(model(text + "\n"))}
		if _, findings := judge(root, bulletin.Internal); count(findings, "co-quan") != want {
			t.Errorf("%s: %v", text, findings)
		}
	}
}

// TestTermsFollowEachOther: every day since 1986 lies in a term.
func TestTermsFollowEachOther(t *testing.T) {
	for i, term := range terms {
		if i > 0 && !terms[i-1].from.Before(term.from) {
			t.Errorf("%s begins before %s", term.roman, terms[i-1].roman)
		}
	}
	if got := otherTerm("XII", time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)); got != "XIV" {
		t.Errorf("after the last congress known: %q", got)
	}
}
