package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
)

// secretSite has a public article and document, and an internal document and
// issue whose keys nobody outside may read.
func secretSite(front ...string) fstest.MapFS {
	root := fstest.MapFS{}
	put(root, "van-ban/777-cv-du/index.md", "van-ban", []string{"so_ky_hieu: 777-CV/ĐU"}, "")
	put(root, "so/2023-99/_index.md", "so", []string{
		"xuat_ban: {che_do: to-dan, ten: Bản tin, co_quan: Đảng ủy, so: 99, ky_han: hằng tháng, chiu_trach_nhiem: Phó Bí thư, kho: a4}"}, "")
	put(root, "guong/viec-777/index.md", "guong", []string{"pham_vi: noi-bo"}, "Việc.\n")
	put(root, "guong/thu/index.md", "guong", nil, "Thân bài.\n")
	return root
}

// TestInternalKeysStayInside: whatever field names an internal page, the public
// edition stops, and its message does not say the key; the internal edition
// warns beforehand.
func TestInternalKeysStayInside(t *testing.T) {
	document := []string{"so_ky_hieu: 12-KL/TW", "pham_vi: cong-khai"}
	for name, tt := range map[string]struct {
		code, file string
		front      []string
		body       string
	}{
		"list of documents":  {"van-ban", "guong/thu/index.md", []string{"van_ban: [777-cv-du]"}, ""},
		"issue":              {"so-bao", "guong/thu/index.md", []string{"so: 2023-99"}, ""},
		"replaced by key":    {"thay-the", "van-ban/12-kl-tw/index.md", append(document, "thay_the_boi: 777-cv-du"), ""},
		"replaced by number": {"thay-the", "van-ban/12-kl-tw/index.md", append(document, "thay_the_boi: 777-CV/ĐU"), ""},
		"link":               {"lien-ket-noi-bo", "guong/thu/index.md", nil, "Xem [việc](/guong/viec-777/).\n"},
		"near miss":          {"van-ban", "guong/thu/index.md", []string{"van_ban: [777-cv]"}, ""},
	} {
		for _, edition := range []bulletin.Edition{bulletin.Public, bulletin.Internal} {
			root := secretSite()
			put(root, tt.file, tt.file, tt.front, tt.body)
			_, findings := judge(root, edition)
			told := false
			for _, f := range findings {
				if f.File != "content/"+tt.file || f.Code != tt.code {
					continue
				}
				told = true
				wantError := edition == bulletin.Public || name == "near miss"
				if (f.Level == bulletin.Error) != wantError {
					t.Errorf("%s, %s: %v", name, edition, f)
				}
				// What the editor typed may be repeated, no more.
				secret := strings.NewReplacer(`"777-cv"`, "").Replace(f.Message + f.Fix)
				if edition == bulletin.Public && (strings.Contains(secret, "777-cv-du") || strings.Contains(secret, "2023-99") || strings.Contains(secret, "viec-777")) {
					t.Errorf("%s: the public message tells: %v", name, f)
				}
			}
			if !told {
				t.Errorf("%s, %s: not found in %v", name, edition, findings)
			}
		}
	}
}

func TestArticleWithoutIssue(t *testing.T) {
	for name, tt := range map[string]struct {
		front []string
		want  bool
	}{
		"forgotten":    {[]string{"date: 2023-10-10"}, true},
		"left empty":   {[]string{"date: 2023-10-10", "so:"}, true},
		"web only":     {[]string{"title: Bài # bỏ qua: quen-so — chỉ đăng trên mạng"}, false},
		"newer":        {[]string{"date: 2023-11-20"}, false},
		"not approved": {[]string{"trang_thai: nhap"}, false},
	} {
		root := exampleSite(t)
		put(root, "guong/thu/index.md", "guong", tt.front, "Thân bài.\n")
		_, findings := judge(root, bulletin.Internal)
		got := false
		for _, f := range findings {
			got = got || f.Code == "quen-so" && f.File == "content/guong/thu/index.md"
		}
		if got != tt.want {
			t.Errorf("%s: %v", name, findings)
		}
	}
}

func TestWordQuotes(t *testing.T) {
	for value, want := range map[string]string{
		`“Bài”`:              `"Bài"`,
		`“Bài" hai”`:         `“Bài" hai”`,
		`"“Bài”"`:            `"“Bài”"`,
		`“Tự soi” ở chi bộ`:  `“Tự soi” ở chi bộ`,
		`“Tự soi”, “tự sửa”`: `“Tự soi”, “tự sửa”`,
		`”Bài”`:              `"Bài"`,
		`“Một việc” # chú`:   `"Một việc" # chú`,
	} {
		root := fstest.MapFS{}
		put(root, "guong/thu/index.md", "guong", []string{"title: " + value}, "Thân bài.\n")
		tree, _ := judge(root, bulletin.Internal)
		page := tree.ByPath("guong/thu/index.md")
		mended, _ := New(tree, Options{Files: root}).Mend(page)
		if got := string(mended); !strings.Contains(got, "title: "+want+"\n") {
			t.Errorf("%s: %s", value, got)
		}
	}
}
