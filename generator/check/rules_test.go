package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// codesOf judges a body of an article and returns the codes found, sorted.
func codesOf(body string, front ...string) []string {
	root := fstest.MapFS{"guong/thu/index.md": &fstest.MapFile{Data: []byte(model(body, front...))}}
	_, findings := judge(root, bulletin.Internal)
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return codes
}

// TestText holds what the guide's examples do not show: how far each rule
// reaches, and what it leaves alone.
func TestText(t *testing.T) {
	for body, want := range map[string]string{
		// private numbers
		"Gọi 0912345678 hoặc +84 912 345 678.":                     "dien-thoai dien-thoai",
		"Nhắn [Zalo](https://zalo.me/0912345678).":                 "dien-thoai",
		"Từ 03 10 2023 đến 05 11 2023, 0,912345678.":               "",
		"Mã sách 0912345678901, tệp anh_0912345678.png":            "",
		"Kinh phí 1.234.567.890 đồng, 2022-2023, 20-25 em.":        "",
		"Gọi 84912345678; mã số thuế 0312345678, MST: 0312345678.": "dien-thoai",
		"CMND 012345678 của anh.":                                  "can-cuoc",
		"STK: 0071 0012 34567 mở tại chi nhánh.":                   "tai-khoan",
		"Tài khoản mạng xã hội của 12 đảng viên.":                  "",
		"Gửi a.b-c@sgd.edu.vn, không phải @chibo hay a@b.":         "thu-dien-tu",
		"<nguyenvana@vidu.vn>":                                     "thu-dien-tu",
		// reduplication is no mistake
		"Ngày ngày, người người, xanh xanh, từ từ, dần dần, là là, đi đi về về.": "",
		"Bàn về về. Và, và nữa. Có.\n\nCó việc.":                                 "",
		"Những\nnhững điều.": "lap-tu",
		// code and addresses
		"`các các` và `1,234,567`\n\n    các các 31/QĐ-TW\n":    "",
		"[x](https://vd.vn/a--b/1,234,567?7/1/2023)":            "",
		"Công nghiệp 4.0, phiên bản 3.25, mục 1.2, lúc 7.30.":   "",
		"Kinh phí 1,234 tỷ; ngày 07/01/2023; khóa 2020-2025.":   "",
		"Đạt 12,5 %, tăng 3.5 điểm.":                            "so-viet",
		"Tháng 10/2022 đạt 58%, có 24/7 giờ, 8/10 tổ tăng 15%.": "",
		"Có 8/10 tổ, đạt 80%; 2/3 số phiếu, tức 66,7%.":         "",
		"Có 8/10 tổ, đạt 85%.":                                  "phan-tram",
		"Ngày 14/06/2023, 04/06/2023.":                          "",
		"Ngày 14/6/2023, 4/06/2023.":                            "ngay-viet",
		"Ngày 04 tháng 06 năm 2023.":                            "ngay-viet",
		"Số 77-KL/TW, rồi số 77-KL/TW.":                         "chua-vao-so",
		// signs
		"Xong ✓ ✔ ✗ ☎ ★ ☐ ☑ ① → ✅ ⭐ ⚠️, 5 ≤ 6, 30 ℃, 10 m².": "",
		"📚 Sách, 📚 báo.": "ky-tu-in",
		// structure
		"## Một\n\n### Hai\n\n## Ba\n": "",
		"# Một":                        "nhay-cap",
		"Lời.[^a]\n\n[^a]: Chú.\n[^b]: Thừa.\n":                                                                "chu-thich-trang",
		"```\n[^a]: trong mã\n```\n":                                                                           "",
		"Xem [trên](#tren).\n\n## Trên\n":                                                                      "",
		"Xem [trên](#ten-rieng).\n\n## A {#ten-rieng}\n":                                                       "",
		"Xem [dưới](#duoi).\n\n## Trên\n":                                                                      "neo",
		"Xem [bảng](/tags/doi-moi/), [số](/so/), [tệp](/so/2023-10/in.html), [tin](/index.xml).":               "",
		"Theo dõi [tin](/atom.xml), [lịch](/hoc-tap/lich-hoc.ics), [đơn vị](/don-vi/), [tìm](/tim-kiem/?q=a).": "",
		"Xem [lịch](/lich-hoc.ics).":                                                                           "lien-ket",
		"Xem [lạ](/khong-co/) và [thư](mailto:x).":                                                             "lien-ket",
		// secrecy
		"> **MẬT**":                         "do-mat",
		"Độ mật: Tối mật":                   "do-mat",
		"T U Y Ệ T M Ậ T":                   "do-mat",
		"TUYEÄT MAÄT":                       "bang-ma do-mat",
		"Mật độ dân cư; bí mật; mật ong.":   "",
		"Giữ bí mật.\n\n## Bảo vệ bí mật\n": "",
		"- mật\n- đường\n":                  "",
		// old encodings
		"Ñaûng boä cô sôû trieån khai.":                 "bang-ma",
		"## NOÄI DUNG\n\nÑaûng boä cô sôû trieån khai.": "bang-ma bang-ma",
		"Nhà thơ Pháp Théophile Gautier.":               "",
		// emoji with joiners
		"Gia đình 👨‍👩‍👧 vui.": "ky-tu-in",
		"đảng\u00adviên":      "ky-tu-an",
	} {
		if got := strings.Join(codesOf(body), " "); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

func TestImprintMayHoldTheOfficesTelephone(t *testing.T) {
	root := exampleSite(t)
	put(root, "so/2023-11/_index.md", "so", []string{
		"xuat_ban: {che_do: to-dan, ten: Bản tin, co_quan: Đảng ủy, so: 11, ky_han: hằng tháng, chiu_trach_nhiem: Phó Bí thư, kho: a4, lien_he: \"028 3829 1234, bantin@vidu.vn\"}"}, "")
	_, findings := judge(root, bulletin.Internal)
	for _, f := range findings {
		if f.File == "content/so/2023-11/_index.md" {
			t.Error(f)
		}
	}
}

// TestAwardLimits: a limit that a season sets is kept, one it does not set is
// said to be unset and nothing more.
func TestAwardLimits(t *testing.T) {
	root := fstest.MapFS{}
	for i := range 3 {
		put(root, fmt.Sprintf("bua-liem-vang/bai-%d/index.md", i), "bua-liem-vang", []string{"ky: {so: 1, tong: 1}", fmt.Sprintf("title: Bài %d", i)}, "Bài.\n")
	}
	put(root, "bua-liem-vang/loat-1/index.md", "bua-liem-vang", []string{"ky: {so: 1, tong: 2}", "tac_gia: [{ho_ten: Người khác}]"}, "Bài.\n")
	put(root, "bua-liem-vang/loat-2/index.md", "bua-liem-vang", []string{"ky: {so: 2, tong: 2}", "tac_gia: [{ho_ten: Người khác}]"}, "Bài.\n")
	tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Now: now})
	two, one := 2, 1
	checker := New(tree, Options{})
	if found := checker.Tree(); len(found) > 0 {
		t.Errorf("unset limits: %v", found)
	}
	checker.season = func(bulletin.Season) (bulletin.AwardRules, bool) {
		return bulletin.AwardRules{MaxPerAuthor: &two, MaxParts: &one}, true
	}
	found := checker.Tree()
	if count(found, "giai-so-bai") != 1 || count(found, "du-giai") != 2 || len(found) != 3 {
		t.Errorf("%v", found)
	}
	if unset := (bulletin.AwardRules{MaxParts: &one}).Unset(); len(unset) != 5 || slices.Contains(unset, "số kỳ tối đa của một loạt bài") {
		t.Errorf("unset %q", unset)
	}
}

// TestDraftsStopNothing: what is wrong in a draft is a warning, but for secrecy.
func TestDraftsStopNothing(t *testing.T) {
	root := fstest.MapFS{"guong/thu/index.md": &fstest.MapFile{Data: []byte(model("Số 01-KIL/TW.\n\nMẬT\n", "trang_thai: nhap"))}}
	tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Drafts: true, Now: now})
	for _, f := range Run(tree, Options{}) {
		if f.Code == "do-mat" && f.Level != bulletin.Error {
			t.Error(f)
		}
	}
	tree, _ = content.Load(root, content.Options{Edition: bulletin.Public, Now: now})
	if found := Run(tree, Options{}); len(found) != 1 || found[0].Code != "do-mat" {
		t.Errorf("out of the edition: %v", found)
	}
}

// TestPageIsPartOfTree: what a live server sees of one page is what the whole
// judgement says of it, but for the rules across pages.
func TestPageIsPartOfTree(t *testing.T) {
	root := exampleSite(t)
	put(root, "guong/thu/index.md", "guong", []string{"so: 2023-10", "weight: 1"}, "Các các việc.\n\n<!-- bỏ qua: thu-tu — cố ý -->\n\nHoà bình, số 01-KIL/TW.\n")
	tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Now: now})
	checker := New(tree, Options{Files: root})
	page := tree.ByPath("guong/thu/index.md")
	alone := checker.Page(page)
	var want bulletin.Findings
	for _, f := range checker.Tree() {
		if rule, _ := RuleOf(f.Code); f.File == page.File() && !rule.Cross && f.Code != "bo-qua" {
			want = append(want, f)
		}
	}
	if !slices.Equal(alone, want) || len(alone) == 0 {
		t.Errorf("alone %v\nwant %v", alone, want)
	}
}

func FuzzJudge(f *testing.F) {
	for _, seed := range []string{"Các các [x](y) ![](z) `m`\n\n# H\n[^1]: n", "01-KIL/TW 7/1/2023 1,234,567 §¶ng bé c¬ së", "<!-- bỏ qua: x -->\n\u200b0912 345 678 a@b.vn"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		root := fstest.MapFS{"guong/thu/index.md": &fstest.MapFile{Data: []byte(model(body))}}
		tree, _ := content.Load(root, content.Options{Edition: bulletin.Internal, Now: now})
		checker := New(tree, Options{})
		checker.Tree()
		page := tree.Pages[0]
		if page.Out != "" {
			return
		}
		mended, _ := checker.Mend(page)
		again := page.Reread(mended)
		if again.Out != "" || !slices.Equal(again.Keys(), page.Keys()) {
			t.Fatalf("%q was mended to what reads otherwise: %q", page.Raw, mended)
		}
	})
}
