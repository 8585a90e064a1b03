package content

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/unicode/norm"

	"bantin/generator/bulletin"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// folder is a content folder made of a txtar text.
func folder(text string) fstest.MapFS {
	files := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(text)).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

func load(root fs.FS, edition bulletin.Edition) (*Tree, bulletin.Findings) {
	return Load(root, Options{Edition: edition, Now: noon})
}

// TestFindings loads every folder in testdata/*.txtar; its comment says what is
// found, one finding a line, and what it is about on lines that begin with #.
func TestFindings(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(data)
			var want, about []string
			for line := range strings.Lines(string(archive.Comment)) {
				switch line = strings.TrimSpace(line); {
				case strings.HasPrefix(line, "#"):
					about = append(about, line)
				case line != "":
					want = append(want, line)
				}
			}
			_, findings := load(folder(string(data)), bulletin.Internal)
			var got []string
			for _, f := range findings {
				got = append(got, f.String())
			}
			if slices.Equal(got, want) {
				return
			}
			if os.Getenv("BANTIN_UPDATE") == "" {
				t.Fatalf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			archive.Comment = []byte(strings.Join(append(about, got...), "\n") + "\n")
			if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// article is a complete article with the given lines added or replaced.
func article(lines ...string) string {
	front := []string{
		"title: Bài", "tom_tat: Tóm tắt.", "date: 2026-01-10", "don_vi: Chi bộ 1",
		"tac_gia: [{ho_ten: Ban Biên tập}]", "trang_thai: da-duyet", "nguoi_duyet: Trưởng ban", "ngay_duyet: 2026-01-11",
		"kieu: tap-the", "ten: Tổ một", "linh_vuc: dao-duc", "boi_canh: Có việc.", "cach_lam: Làm việc.",
		"ket_qua: [{chi_tieu: Việc, sau: xong}]", "xac_minh: {nguoi: Chi ủy, ngay: 2026-01-09}",
	}
	for _, l := range lines {
		key, _, _ := strings.Cut(l, ":")
		front = slices.DeleteFunc(front, func(have string) bool { return strings.HasPrefix(have, key+":") })
		front = append(front, l)
	}
	return "---\n" + strings.Join(front, "\n") + "\n---\n\nThân bài.\n"
}

func TestEditions(t *testing.T) {
	tests := []struct {
		name                     string
		lines                    []string
		internal, public, drafts Reason
	}{
		{"silence is internal", nil, "", IsInternal, IsInternal},
		{"public", []string{"pham_vi: cong-khai"}, "", "", ""},
		{"waiting", []string{"pham_vi: cong-khai", "trang_thai: cho-duyet"}, IsWaiting, IsWaiting, ""},
		{"status draft", []string{"pham_vi: cong-khai", "trang_thai: nhap"}, IsDraft, IsDraft, ""},
		{"Hugo's draft", []string{"pham_vi: cong-khai", "draft: true"}, IsDraft, IsDraft, ""},
		{"future date", []string{"pham_vi: cong-khai", "date: 2026-03-02"}, IsFuture, IsFuture, ""},
		{"already published, dated later", []string{"pham_vi: cong-khai", "date: 2026-03-02", "publishDate: 2026-02-01"}, "", "", ""},
		{"published later", []string{"pham_vi: cong-khai", "publishDate: 2026-03-02"}, IsFuture, IsFuture, ""},
		{"expired", []string{"pham_vi: cong-khai", "expiryDate: 2026-02-01"}, IsExpired, IsExpired, ""},
		{"unreadable status", []string{"pham_vi: cong-khai", "trang_thai: duyet-roi"}, IsWaiting, IsWaiting, ""},
		{"unreadable reach", []string{"pham_vi: mọi người"}, "", IsInternal, IsInternal},
		{"internal draft", []string{"draft: true"}, IsDraft, IsDraft, IsInternal},
	}
	for _, tt := range tests {
		root := fstest.MapFS{"guong/bai/index.md": {Data: []byte(article(tt.lines...) + "\n![](anh.svg)\n")}, "guong/bai/anh.svg": {Data: []byte("<svg/>")}}
		for _, e := range []struct {
			opt  Options
			want Reason
		}{
			{Options{Edition: bulletin.Internal, Now: noon}, tt.internal},
			{Options{Edition: bulletin.Public, Now: noon}, tt.public},
			{Options{Edition: bulletin.Public, Now: noon, Drafts: true}, tt.drafts},
			{Options{Edition: "???", Now: noon}, tt.public},
		} {
			tree, _ := Load(root, e.opt)
			if got := tree.Pages[0].Out; got != e.want {
				t.Errorf("%s, %v: out %q, want %q", tt.name, e.opt, got, e.want)
			}
			// The page, its unit's page, its picture.
			if n := len(tree.Files()); n != 0 && e.want != "" || n != 3 && e.want == "" {
				t.Errorf("%s, %v: %d files", tt.name, e.opt, n)
			}
		}
	}
}

// TestNothingInternalIsShown looks for canary words in everything that Hugo
// would be given.
func TestNothingInternalIsShown(t *testing.T) {
	root := folder(`
-- _index.md --
---
title: Bản tin
pham_vi: cong-khai
---
-- guong/_index.md --
---
title: CANARY mục nội bộ
---
-- guong/canary-canh.svg --
CANARY beside a section's head
-- guong/bai/canary.svg --
CANARY picture
-- guong/bai/trong/sau/canary.txt --
CANARY deep
-- so/2026-01/_index.md --
---
title: CANARY số nội bộ
date: 2026-01-01
---
-- so/2026-01/canary.svg --
CANARY cover
-- bai-la/canary.html --
CANARY page of another format
-- .an/index.md --
---
title: CANARY hidden
pham_vi: cong-khai
---
`)
	root["guong/bai/index.md"] = &fstest.MapFile{Data: []byte(article("title: CANARY", "tags: [CANARY]"))}
	root["guong/mo/index.md"] = &fstest.MapFile{Data: []byte(article("pham_vi: cong-khai"))}
	root["guong/mo/canary-ben.md"] = &fstest.MapFile{Data: []byte("CANARY: a page beside the page")}
	tree, _ := load(root, bulletin.Public)
	var shown []string
	for _, f := range tree.Files() {
		data := f.Data
		if data == nil {
			var err error
			if data, err = fs.ReadFile(root, f.Source); err != nil {
				t.Fatal(err)
			}
		}
		if strings.Contains(strings.ToLower(f.Path+string(data)), "canary") {
			t.Errorf("shown: %s: %s", f.Path, data)
		}
		shown = append(shown, f.Path)
	}
	if want := []string{"_index.md", "don_vi/chi-bộ-1/_index.md", "guong/mo/index.md"}; !slices.Equal(shown, want) {
		t.Errorf("shown %q, want %q", shown, want)
	}
}

func TestLinksOutAreNotFollowed(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "index.md"), []byte(article("pham_vi: cong-khai")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "guong"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "guong", "bai")); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	tree, findings, err := LoadDir(dir, Options{Edition: bulletin.Internal, Now: noon})
	if err != nil || len(tree.Pages) != 0 || len(findings) != 1 || findings[0].Code != "lien-ket-tep" {
		t.Errorf("%d pages, %v, %v", len(tree.Pages), findings, err)
	}
}

// TestNames: however the names are composed, Hugo sees the same ASCII names,
// and every reference to them is renamed on its own line.
func TestNames(t *testing.T) {
	body := "\n![Ảnh](Ảnh lễ.JPG \"Chú thích\")\n\n[tệp](<Ảnh lễ.JPG>), [bài](../đường lối/), `Ảnh lễ.JPG`\n\n{{< anh tep=\"Ảnh lễ.JPG\" >}}\n\n[1]: Ảnh%20lễ.JPG\n"
	text := strings.Replace(article("tags: [Đổi mới]",
		"anh: [{tep: \"Ảnh lễ.JPG\", chu_thich: Lễ, tac_gia: Văn phòng, co_tre_em: false}]"), "\nThân bài.\n", body, 1)
	var first []byte
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		root := fstest.MapFS{
			form.String("guong/Đường lối/index.md"):   {Data: []byte(form.String(text))},
			form.String("guong/Đường lối/Ảnh lễ.JPG"): {Data: []byte("jpeg")},
		}
		tree, findings := load(root, bulletin.Internal)
		if len(findings) > 0 {
			t.Errorf("form %d: %v", form, findings)
		}
		var paths []string
		var data []byte
		for _, f := range tree.Files() {
			paths = append(paths, f.Path)
			if path.Base(f.Path) == "index.md" {
				data = f.Data
			}
		}
		if want := []string{"don_vi/chi-bộ-1/_index.md", "guong/duong-loi/anh-le.jpg", "guong/duong-loi/index.md", "tags/đổi-mới/_index.md"}; !slices.Equal(paths, want) {
			t.Errorf("form %d: %q, want %q", form, paths, want)
		}
		if first == nil {
			first = data
			checkRenamed(t, string(data), text)
		}
		// Renamed parts are filled up with spaces to the length they had.
		if strings.ReplaceAll(string(data), " ", "") != strings.ReplaceAll(string(first), " ", "") {
			t.Errorf("NFC and NFD differ:\n%s\n%s", first, data)
		}
	}
}

func checkRenamed(t *testing.T, got, was string) {
	t.Helper()
	if strings.Count(got, "\n") != strings.Count(was, "\n") {
		t.Error("lines moved")
	}
	for _, part := range []string{"![Ảnh](anh-le.jpg", "[tệp](anh-le.jpg", "[bài](../duong-loi/", "`Ảnh lễ.JPG`", `tep="anh-le.jpg"`, "[1]: anh-le.jpg", "{tep: anh-le.jpg"} {
		if !strings.Contains(got, part) {
			t.Errorf("no %q in\n%s", part, got)
		}
	}
}

// FuzzLoad: whatever a file holds, Load returns, findings lie in the file, and
// a page that was not read is not shown.
func FuzzLoad(f *testing.F) {
	for _, text := range []string{article(), article("anh: [{tep: a.svg}]"), "", "---\n", "---\n---\n", "---\n- a\n---\n", "---\n? [a]: &x\n<<: *x\n---\n", "\xff\xfe", "---\ntitle: \"\n---\n", "---\r\ntitle: a\r\n---\r\n![](<a)\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		root := fstest.MapFS{"guong/bai/index.md": {Data: data}, "guong/bai/Ảnh 1.svg": {Data: []byte("<svg/>")}}
		tree, findings := load(root, bulletin.Internal)
		lines := strings.Count(string(data), "\n") + 1
		for _, x := range findings {
			if x.Line > lines || x.Line < 0 || x.Message == "" || x.Fix == "" || x.Code == "" {
				t.Errorf("%+v in %d lines", x, lines)
			}
		}
		if tree.Pages[0].Out == IsBroken && len(tree.Files()) > 0 {
			t.Error("a broken page is shown")
		}
	})
}

func BenchmarkLoad10000(b *testing.B) {
	root := fstest.MapFS{}
	for i := range 10000 {
		text := article("title: Bài số "+fmt.Sprint(i), "tags: [Đổi mới, Nêu gương]", "so: 2026-01", "pham_vi: cong-khai")
		text += strings.Repeat("Cán bộ, **đảng viên** học tập và làm theo tấm gương ![ảnh](anh.svg).\n\n", 20)
		root[fmt.Sprintf("guong/bai-%05d/index.md", i)] = &fstest.MapFile{Data: []byte(text)}
		root[fmt.Sprintf("guong/bai-%05d/anh.svg", i)] = &fstest.MapFile{Data: []byte("<svg/>")}
	}
	b.ReportAllocs()
	for b.Loop() {
		if tree, findings := load(root, bulletin.Internal); len(tree.Files()) < 20000 || len(findings) > 0 {
			b.Fatal(len(tree.Files()), findings)
		}
	}
}
