package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// mend mends a file.
func mend(t *testing.T, file string) (string, int) {
	t.Helper()
	root := fstest.MapFS{"guong/thu/index.md": &fstest.MapFile{Data: []byte(file)}}
	tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Drafts: true, Now: now})
	out, n := New(tree, Options{}).Mend(tree.Pages[0])
	return string(out), n
}

func TestMendText(t *testing.T) {
	for body, want := range map[string]string{
		"Họp  chi bộ , rồi bàn .":                      "Họp chi bộ, rồi bàn.",
		"Ngày 7/1/2023, ngày 5 tháng 2 năm 2023.":      "Ngày 07/01/2023, ngày 05 tháng 02 năm 2023.",
		"Góp 1,234,567 đồng, tăng **12.5%**.":          "Góp 1.234.567 đồng, tăng **12,5%**.",
		"Số 590 -CV/ĐU, 296-QĐ/TƯ, 31/QĐ-TW.":          "Số 590-CV/ĐU, 296-QĐ/TW, 31-QĐ/TW.",
		"Số 01 -KIL/TW.":                               "Số 01 -KIL/TW.", // what KIL means is the writer's to say
		"Kiến\u200bthức\u00ad.":                        "Kiếnthức.",
		norm.NFD.String("Đảng ủy họp  ngày 7/1/2023."): "Đảng ủy họp ngày 07/01/2023.",
		"§¶ng bé c¬ së triÓn khai nghÞ quyÕt.":         "Đảng bộ cơ sở triển khai nghị quyết.",
		"## T/M ban th\u00adêng vô\n\n§¶ng bé **c¬ së** triÓn\nkhai nh\u00ad nghÞ quyÕt.\n\n| Ch÷ | céng |\n|---|---|\n| th\u00ad | 1 |": "## T/M ban thường vụ\n\nĐảng bộ **cơ sở** triển\nkhai như nghị quyết.\n\n| Chữ | cộng |\n|---|---|\n| thư | 1 |",
		"Trường học. §¶ng bé c¬ së.":                        "Trường học. §¶ng bé c¬ së.", // mixed: not certain
		"`a  b 7/1/2023` và\n\n    1,234,567 ,\n":           "`a  b 7/1/2023` và\n\n    1,234,567 ,\n",
		"[x  y](a%20b  ) https://vd.vn/7/1/2023/1,234,567":  "[x y](a%20b  ) https://vd.vn/7/1/2023/1,234,567",
		"<!-- bỏ qua: so-viet — nguyên văn -->\n1,234,567.": "<!-- bỏ qua: so-viet — nguyên văn -->\n1,234,567.",
		"Các các việc, hoà hòa.":                            "Các các việc, hoà hòa.",
		"Một dòng  \nhai dòng.":                             "Một dòng  \nhai dòng.", // two spaces break the line
	} {
		file := model(body + "\n")
		got, _ := mend(t, file)
		if got != model(want+"\n") {
			_, text, _ := strings.Cut(got, "\n---\n\n")
			t.Errorf("%q:\n got %q\nwant %q", body, text, want)
		}
		if again, n := mend(t, got); n != 0 || again != got {
			t.Errorf("%q: mending again changes %d places", body, n)
		}
	}
}

func TestMendFrontMatter(t *testing.T) {
	for line, want := range map[string]string{
		`tom_tat: "Họp  ngày 7/1/2023 , góp 1,234,567 đồng."`: `tom_tat: "Họp ngày 07/01/2023, góp 1.234.567 đồng."`,
		`tom_tat: 'Nếp "Đọc trước" ở chi bộ.'`:                `tom_tat: 'Nếp “Đọc trước” ở chi bộ.'`,
		`tom_tat: Nếp "Đọc trước" ở chi bộ.`:                  `tom_tat: Nếp “Đọc trước” ở chi bộ.`,
		`tom_tat: "Nếp \"Đọc  trước\"."`:                      `tom_tat: "Nếp \"Đọc  trước\"."`, // escapes: left alone
		`ten: Tổ  một # lời  dặn`:                             `ten: Tổ một # lời  dặn`,
		`slug: a--b`:                                          `slug: a--b`,
		`tags: ["7/1/2023", "a  b"]`:                          `tags: ["07/01/2023", "a b"]`,
		norm.NFD.String(`tom_tat: "Đảng ủy."`):                `tom_tat: "Đảng ủy."`,
	} {
		if got, _ := mend(t, model("Thân bài.\n", line)); got != model("Thân bài.\n", want) {
			t.Errorf("%s:\n got %s\nwant %s", line, got, model("Thân bài.\n", want))
		}
	}
}

func TestMendKeepsWindowsLines(t *testing.T) {
	file := strings.ReplaceAll(model("Họp  chi bộ.\n\nNgày 7/1/2023.\n"), "\n", "\r\n")
	want := strings.ReplaceAll(model("Họp chi bộ.\n\nNgày 07/01/2023.\n"), "\n", "\r\n")
	if got, _ := mend(t, file); got != want {
		t.Errorf("got %q", got)
	}
}

func TestMendLeavesBrokenFiles(t *testing.T) {
	for _, file := range []string{"---\ntitle: \"\n---\nHọp  chi bộ.\n", "Không có lý lịch  .\n"} {
		if got, n := mend(t, file); got != file || n != 0 {
			t.Errorf("%q became %q", file, got)
		}
	}
}
