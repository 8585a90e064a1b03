package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// TestHTMLAndLinks: what the site drops is told, once, and what only looks like
// it is not.
func TestHTMLAndLinks(t *testing.T) {
	for body, want := range map[string]string{
		"<div>\nchữ\n<b>x</b>\n</div>":                 "the-html",
		"Một <b>hai</b> <i>ba</i>.":                    "the-html the-html",
		"<script>\nalert(1)\n</script>":                "the-html",
		"<!-- lời dặn --> <iframe src=\"x\"></iframe>": "the-html",
		"<!-- lời dặn có <b>thẻ</b> -->":               "",
		"<!--\nnhiều dòng <b>\n-->":                    "",
		"Số < 5 và > 3, a<b.":                          "",
		"`<b>` và\n\n    <div>\n":                      "",
		"```html\n<div>\n```":                          "",
		"<https://vi-du.vn/a>":                         "",
		"Ghi <ten> vào đây.":                           "the-html",
		"Ghi <tên> vào đây.":                           "",
		"[x](javascript:alert(1))":                     "lien-ket-cam",
		"[x](<JaVa\tScript:alert(1)>)":                 "lien-ket-cam",
		"[x](data:text/html;base64,AAAA)":              "lien-ket-cam",
		"[x](vbscript:msgbox)":                         "lien-ket-cam",
		"[x](file:///C:/a.docx)":                       "lien-ket-cam",
		"<javascript:alert(1)>":                        "lien-ket-cam",
		"[x](https://vi-du.vn/javascript:1)":           "",
		"[x](tel:02838291234)":                         "dien-thoai-ban",
	} {
		if got := strings.Join(codesOf(body), " "); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

func TestLinksOfTheFrontMatter(t *testing.T) {
	root := exampleSite(t)
	put(root, "hoc-tap/thu/index.md", "hoc-tap", []string{"tai_lieu: [{ten: Đề cương, lien_ket: \"file:///D:/de-cuong.docx\"}, {ten: Bài, lien_ket: \"https://vi-du.vn\"}]"}, "Bài.\n")
	put(root, "bua-liem-vang/thu/index.md", "bua-liem-vang", []string{"dang_phat: {co_quan: Báo, ngay: 2023-03-01, lien_ket: \"javascript:x\"}"}, "Bài.\n")
	_, findings := judge(root, bulletin.Internal)
	if n := count(findings, "lien-ket-cam"); n != 2 {
		t.Errorf("%d findings: %v", n, findings)
	}
}

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

// TestIssues: copied issues, empty ones, and what the law says of licensed ones.
func TestIssues(t *testing.T) {
	issue := func(title, date, regime, paper string, no int) []byte {
		licence := ""
		if regime == "ban-tin" {
			licence = "giay_phep: {so: 1/GP, ngay: 2023-01-03, noi_cap: Sở}, noi_in: Sở, so_luong: 100, "
		}
		return fmt.Appendf(nil, "---\ntitle: %s\ndate: %s\npham_vi: cong-khai\nxuat_ban: {che_do: %s, ten: Bản tin, co_quan: Đảng ủy, so: %d, ky_han: tháng, %schiu_trach_nhiem: Bí thư, kho: %s}\n---\n", title, date, regime, no, licence, paper)
	}
	for name, c := range map[string]struct {
		a, b []byte
		body string
		want string
	}{
		"same number":               {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "to-dan", "a4", 10), "so: b", "trung-so"},
		"same number, a year later": {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2024-10-15", "to-dan", "a4", 10), "so: b", ""},
		"same title":                {issue("Số Mười", "2023-10-15", "to-dan", "a4", 10), issue("số mười", "2024-11-15", "to-dan", "a4", 11), "so: b", "trung-so"},
		"empty":                     {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "to-dan", "a4", 11), "weight: 0", "so-trong"},
		"its article is a draft":    {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "to-dan", "a4", 11), "so: b\ntrang_thai: nhap", "so-trong"},
		"licensed A4":               {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "ban-tin", "a4", 11), "so: b", "kho-giay"},
		"licensed 19 × 27":          {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "ban-tin", "190x270", 11), "so: b", ""},
		"advertising":               {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "ban-tin", "190x270", 11), "so: b\ntags: [rao vặt]", "quang-cao"},
		"advertising allowed":       {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "to-dan", "190x270", 11), "so: b\ntags: [rao vặt]", ""},
	} {
		root := fstest.MapFS{"so/a/_index.md": {Data: c.a}, "so/b/_index.md": {Data: c.b}}
		put(root, "guong/mot/index.md", "guong", []string{"so: a"}, "Bài.\n")
		put(root, "guong/hai/index.md", "guong", strings.Split(c.body, "\n"), "Bài.\n")
		tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Now: now})
		var codes []string
		for _, f := range Run(tree, Options{}) {
			codes = append(codes, f.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestHours(t *testing.T) {
	for line, want := range map[string]int{
		"bat_dau: 2023-10-20 07:30": 0, "bat_dau: 2023-10-20 19:30": 0, "bat_dau: 2023-10-20": 1, "bat_dau: 2023-10-20 02:00": 1, "bat_dau: 2023-10-20 21:30": 1,
		"bat_dau: 2023-10-20 07:30\nket_thuc: 2023-10-20 20:00": 1, "bat_dau: 2023-10-20 07:30\nket_thuc: 2023-10-21 16:30": 0,
	} {
		root := fstest.MapFS{}
		put(root, "hoc-tap/thu/index.md", "hoc-tap", strings.Split(line, "\n"), "Buổi học.\n")
		_, findings := judge(root, bulletin.Internal)
		if got := count(findings, "hoc-gio-la"); got != want || len(findings) != want {
			t.Errorf("%s: %v", line, findings)
		}
	}
}

// TestLength: the paper of the issue says how much an article may hold.
func TestLength(t *testing.T) {
	for _, c := range []struct {
		words, want int
		issue       string
	}{{2000, 0, "2023-10"}, {2001, 1, "2023-10"}, {1640, 0, "2023-11"}, {1641, 1, "2023-11"}} {
		root := exampleSite(t)
		put(root, "guong/thu/index.md", "guong", []string{"so: " + c.issue}, strings.Repeat("chữ ", c.words)+"\n")
		if _, findings := judge(root, bulletin.Internal); count(findings, "do-dai") != c.want {
			t.Errorf("%d words in %s: %v", c.words, c.issue, findings)
		}
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

// TestImprint: what a licensed issue must print is an error under the law that
// is known, a warning under the one that is not.
func TestImprint(t *testing.T) {
	for date, want := range map[string]bulletin.Level{"2023-11-15": bulletin.Error, "2026-11-15": bulletin.Warning} {
		root := fstest.MapFS{"so/a/_index.md": {Data: []byte("---\ntitle: A\ndate: " + date + "\nxuat_ban: {che_do: ban-tin, ten: B, co_quan: Đ, so: 1, ky_han: tháng, giay_phep: {so: 1/GP, ngay: 2023-01-03, noi_cap: Sở}, chiu_trach_nhiem: C, kho: 190x270}\n---\n")}}
		tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Now: now.AddDate(5, 0, 0)})
		found := Run(tree, Options{})
		if len(found) != 2 || found[0].Code != "so-trong" || found[1].Code != "an-hanh" || found[1].Level != want {
			t.Errorf("%s: %v", date, found)
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
