// Package randomissue writes bulletins that nobody fitted: issues of random
// length with random articles, for tests of what makes pages up.
//
// Contract: the same seed gives the same files to the byte. The texts are
// plausible Vietnamese of no meaning; no real person is in them. Every file is
// one that the bulletin accepts without an error.
package randomissue

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Issue is one random issue, written below a site's content folder.
type Issue struct {
	Key      string
	Paper    string
	Articles int
	Double   bool // asks for a multiple of four pages
}

// Site makes a bulletin's folder at dir out of the settings and templates of
// root, with one issue for each seed.
func Site(root, dir string, seeds ...uint64) ([]Issue, error) {
	for _, name := range []string{"layouts", "static", "content/van-ban"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			return nil, fmt.Errorf("copy %s: %w", name, err)
		}
	}
	settings, err := os.ReadFile(filepath.Join(root, "hugo.toml"))
	if err != nil {
		return nil, fmt.Errorf("copy the settings: %w", err)
	}
	w := &writer{dir: dir, documents: documents(os.DirFS(filepath.Join(root, "content/van-ban")))}
	w.write("hugo.toml", string(settings))
	var all []Issue
	for _, seed := range seeds {
		all = append(all, w.issue(seed))
	}
	return all, w.err
}

// documents lists the keys of the register.
func documents(register fs.FS) (keys []string) {
	entries, _ := fs.ReadDir(register, ".")
	for _, e := range entries {
		if e.IsDir() {
			keys = append(keys, e.Name())
		}
	}
	return keys
}

// writer writes files and remembers the first error.
type writer struct {
	dir       string
	documents []string
	err       error
}

func (w *writer) write(name, text string) {
	if w.err != nil {
		return
	}
	name = filepath.Join(w.dir, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(name), 0o755); w.err == nil {
		w.err = os.WriteFile(name, []byte(text), 0o644)
	}
}

// issue writes one issue with its articles.
func (w *writer) issue(seed uint64) Issue {
	r := &dice{rand.New(rand.NewPCG(seed, 20))}
	is := Issue{Key: fmt.Sprintf("%d-%02d", 1900+seed/12, seed%12+1), Paper: "a4", Articles: 3 + r.IntN(38)}
	if r.IntN(2) == 0 { // most issues are of ordinary length
		is.Articles = 6 + r.IntN(10)
	}
	if r.IntN(2) == 0 {
		is.Paper = "190x270"
	}
	is.Double = r.IntN(4) == 0
	w.write("content/so/"+is.Key+"/_index.md", r.frontPage(is, seed))
	short := r.IntN(4) == 0 // an issue of many short texts
	for i := range is.Articles {
		w.article(r, is, i, short)
	}
	return is
}

func (r *dice) frontPage(is Issue, seed uint64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: \"Số %s\"\ntom_tat: %q\ndate: 2023-%02d-15\npham_vi: cong-khai\ntrang_thai: da-duyet\nnguoi_duyet: \"Ban Biên tập\"\nngay_duyet: 2023-01-01\n",
		is.Key, r.sentence(), seed%12+1)
	if is.Double {
		b.WriteString("gap_doi: true\n")
	}
	fmt.Fprintf(&b, "xuat_ban:\n  che_do: khong-kinh-doanh\n  ten: \"Bản tin công tác xây dựng Đảng\"\n  co_quan: \"Đảng ủy Sở Giáo dục và Đào tạo\"\n  cap_tren: \"Đảng bộ thành phố\"\n  so: %d\n  ky_han: \"hằng tháng\"\n  chiu_trach_nhiem: \"Phó Bí thư Thường trực Đảng ủy\"\n  ban_bien_tap: \"Ban Tuyên giáo Đảng ủy\"\n  noi_in: \"Văn phòng Đảng ủy\"\n  so_luong: 150\n  kho: %s\n---\n\n", seed%12+1, is.Paper)
	for range 1 + r.IntN(3) {
		b.WriteString(r.paragraph(90) + "\n\n")
	}
	if r.IntN(4) > 0 {
		b.WriteString("## Nhiệm vụ tháng tới\n\n")
		for i := range 2 + r.IntN(5) {
			fmt.Fprintf(&b, "- **Trước ngày %d** %s\n", 3+4*i, r.sentence())
		}
		if r.IntN(2) == 0 {
			b.WriteString("\n## Mời viết cho số sau\n\n" + r.paragraph(60) + "\n")
		}
	}
	return b.String()
}
