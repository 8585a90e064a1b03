package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
)

// TestMendsOfTheText: what --sua makes of texts pasted from Word and Zalo, and
// what it leaves alone.
func TestMendsOfTheText(t *testing.T) {
	for body, want := range map[string]string{
		"**Kết quả:**đạt.":                           "**Kết quả:** đạt.",
		"Chi bộ **“Đọc, bàn.”**là nếp mới.":          "Chi bộ **“Đọc, bàn.”** là nếp mới.",
		"**Kết quả** đạt, 2 ** 3.":                   "",
		"Ba việc:\na) Một;\nb) Hai.":                 "Ba việc:\n\na) Một;\n\nb) Hai.",
		"•\tHọp đúng giờ\n•\tGhi sổ":                 "- Họp đúng giờ\n\n- Ghi sổ",
		"Việc:\n-Không\n-Có":                         "Việc:\n\n- Không\n\n- Có",
		"1/ Việc một\n2/ Việc hai":                   "1/ Việc một\n\n2/ Việc hai",
		"Ba việc:\n2. Hai\n3. Ba":                    "Ba việc:\n\n2. Hai\n\n3. Ba",
		"Họp ngày\n12. Rồi về.":                      "",
		"\uf0b7 Họp\n\uf0b7 Ghi":                     "- Họp\n\n- Ghi",
		"Bảng:\nKhối\tTrước\tSau \n6\t45\t210\nHết.": "Bảng:\n\n| Khối | Trước | Sau |\n|---|---|---|\n| 6 | 45 | 210 |\n\nHết.",
		"Tên\tViệc\nAn\tĐọc":                         "",
		"Một.\n\n    Đoạn thụt vào thứ nhất.\n    Đoạn thụt vào thứ hai.\n\tĐoạn có phím Tab nữa.": "Một.\n\nĐoạn thụt vào thứ nhất.\n\nĐoạn thụt vào thứ hai.\n\nĐoạn có phím Tab nữa.",
		"Một.\n\n    for x := range ten { doc(x) }": "",
		"Sân trường có góc đọc chung\nMỗi tuần một buổi cùng trông trang đời \nAi qua cũng ghé mà ngồi\nLật trang sách cũ nghe lời mới thêm": "Sân trường có góc đọc chung\\\nMỗi tuần một buổi cùng trông trang đời\\\nAi qua cũng ghé mà ngồi\\\nLật trang sách cũ nghe lời mới thêm",
		"Chi bộ họp đầu tháng này\nai cũng có việc của mình\nViệc nào khó thì cùng bàn\nXong việc thì về nhà":                                "",
		"Điểm\na) một mình ở đầu dòng.":                                          "",
		"Nhiệt độ\n-5 độ\n-6 độ.\n12/10/2023.\n13/10/2023.":                      "",
		"> Việc:\n> a) Một;\n> b) Hai.":                                          "",
		"{{< video tep=\"hop  2023.mp4\" anh=\"a , b.jpg\" >}}":                  "",
		"{{< video dia_chi=\"https://vi-du.vn/xem?v=1,234,567\" ten=\"Họp\" >}}": "",
		"Chi bộ họp. §¶ng bé c¬ së triÓn khai nghÞ quyÕt cña Trung \u00ad¬ng.":   "",
		"đảng\u00adviên họp.":                                                    "đảngviên họp.",
	} {
		if want == "" {
			want = body
		}
		root := fstest.MapFS{}
		put(root, "guong/thu/index.md", "guong", nil, body+"\n")
		tree, _ := judge(root, bulletin.Internal)
		page := tree.ByPath("guong/thu/index.md")
		mended, _ := New(tree, Options{Shortcodes: []string{"video"}}).Mend(page)
		if got := strings.TrimSpace(string(mended[len(page.Raw)-len(page.Body):])); got != want {
			t.Errorf("%q:\n got %q\nwant %q", body, got, want)
		}
	}
	if got := strings.Join(codesOf("Họp. §¶ng bé c¬ së triÓn khai nghÞ quyÕt cña Trung \u00ad¬ng."), " "); !strings.Contains(got, "bang-ma") || strings.Contains(got, "ky-tu-an") {
		t.Errorf("TCVN3: %s", got)
	}
}

// TestCodesOfTheirTime: an unknown code beside a year is a hint, not an error
// that stops the build; a code given up in 2026 is one in a text of that time.
func TestCodesOfTheirTime(t *testing.T) {
	for body, want := range map[string]int{
		"Bản án số 70/2023/DS-PT ngày 31/03/2023.":         1,
		"Quy chế phối hợp số 03-QCPH/ĐU.":                  0,
		"Quy định số 11-QĐi/TU.":                           0,
		"Quy định số 11-QĐi/TU ngày 01 tháng 6 năm 2026.":  1,
		"Quy định số 11-QĐi/TU ngày 10 tháng 10 năm 2021.": 0,
	} {
		root := fstest.MapFS{}
		put(root, "guong/thu/index.md", "guong", nil, body+"\n")
		_, findings := judge(root, bulletin.Internal)
		if got := count(findings, "ma-loai"); got != want || findings.Err() != nil {
			t.Errorf("%s: %v", body, findings)
		}
	}
}
