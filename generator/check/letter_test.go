package check

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/prose"
	"bantin/generator/viet/vanban"
)

// now is when the tests judge.
var now = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// model is a complete article of kind guong; lines replace those of the same
// key, or are added.
func model(body string, lines ...string) string {
	return article(body, []string{
		"kieu: tap-the", "ten: Tổ một", "linh_vuc: dao-duc", "boi_canh: Có việc.", "cach_lam: Làm việc.",
		"ket_qua: [{chi_tieu: Việc, sau: xong}]", "xac_minh: {nguoi: Chi ủy, ngay: 2023-09-01}",
	}, lines)
}

// article writes a complete article with the keys of a kind.
func article(body string, kind, lines []string) string {
	front := append([]string{
		"title: Bài thử", "tom_tat: Tóm tắt.", "date: 2023-10-01", "don_vi: Chi bộ 1", "tac_gia: [{ho_ten: Ban Biên tập}]",
		"pham_vi: cong-khai", "trang_thai: da-duyet", "nguoi_duyet: Trưởng ban", "ngay_duyet: 2023-09-30",
	}, kind...)
	key := func(line string) string { k, _, _ := strings.Cut(line, ":"); return k + ":" }
	for _, line := range lines {
		if line = strings.TrimRight(line, " "); strings.HasPrefix(line, " ") || strings.HasPrefix(line, "#") || !strings.Contains(line, ":") {
			front = append(front, line)
			continue
		}
		kept := front[:0]
		for _, f := range front {
			if !strings.HasPrefix(f, key(line)) {
				kept = append(kept, f)
			}
		}
		front = append(kept, line)
	}
	return "---\n" + strings.Join(front, "\n") + "\n---\n\n" + body
}

// register is the sample's register of documents.
func register(t testing.TB) fstest.MapFS {
	t.Helper()
	root := fstest.MapFS{}
	sample := os.DirFS("../../content")
	names, err := fs.Glob(sample, "van-ban/*/index.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no register", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(sample, name)
		if err != nil {
			t.Fatal(err)
		}
		root[name] = &fstest.MapFile{Data: data}
	}
	return root
}

// judge loads the files and returns what content and check find.
func judge(root fs.FS, edition bulletin.Edition) (*content.Tree, bulletin.Findings) {
	tree, findings := content.Load(root, content.Options{Edition: edition, Now: now})
	return tree, append(findings, Run(tree, Options{Files: root})...)
}

// TestLetter judges a real letter that asked for such a bulletin: 14 numbers, a
// misprint and a stray space, and nothing else about documents.
func TestLetter(t *testing.T) {
	letter, err := os.ReadFile("testdata/huong-dan.txt")
	if err != nil {
		t.Fatal(err)
	}
	root := register(t)
	root["guong/thu/index.md"] = &fstest.MapFile{Data: []byte(model(string(letter)))}
	tree, findings := judge(root, bulletin.Internal)
	page := tree.ByPath("guong/thu/index.md")
	numbers := 0
	for _, b := range prose.Blocks(markdownTree(page.Body), page.Body) {
		numbers += len(vanban.Find(b.Text))
	}
	if numbers != 14 {
		t.Errorf("%d numbers, want 14", numbers)
	}
	var got []string
	for _, f := range findings {
		if rule, _ := RuleOf(f.Code); rule.Group == groupDoc {
			got = append(got, f.Code+": "+f.Message)
		} else {
			t.Logf("not about documents: %v", f)
		}
	}
	want := []string{`so-hieu: số văn bản viết “590 -CV/ĐU”`, `ma-loai: không có loại văn bản "KIL" trong số 01-KIL/TW`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestSuperseded: a document is out of date only for what was written after
// its successor.
func TestSuperseded(t *testing.T) {
	for date, want := range map[string]int{"2023-10-01": 0, "2025-05-29": 0, "2025-05-30": 1, "2025-09-01": 1} {
		root := register(t)
		root["guong/thu/index.md"] = &fstest.MapFile{Data: []byte(model("Theo Quy định số 22-QĐ/TW.\n", "date: "+date))}
		_, findings := judge(root, bulletin.Internal)
		if got := count(findings, "het-hieu-luc"); got != want {
			t.Errorf("article of %s: %d findings, want %d: %v", date, got, want, findings)
		}
	}
}

func count(findings bulletin.Findings, code string) (n int) {
	for _, f := range findings {
		if f.Code == code {
			n++
		}
	}
	return n
}
