package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

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
		"empty":                     {issue("A", "2023-10-15", "to-dan", "a4", 10), issue("B", "2023-11-15", "to-dan", "a4", 11), "weight: 0", "quen-so so-trong"},
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
