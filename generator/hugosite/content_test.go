package hugosite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/spf13/afero"
)

const secretSite = `
-- content/_index.md --
---
title: Trang chủ
---
-- content/bai/index.md --
---
title: Bài
---
-- content/bai/anh.svg --
<svg/>
-- content/bai/mat.svg --
<svg>BIMAT</svg>
-- content/mat/index.md --
---
title: BIMAT
tags: [BIMAT]
---
BIMAT
-- content/.an.md --
BIMAT
`

func listed(paths ...string) []File {
	files := []File{}
	for _, p := range paths {
		files = append(files, File{Path: p, Source: p})
	}
	return files
}

func assertNoSecret(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(dir, "public"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if rel, _ := filepath.Rel(dir, path); strings.Contains(rel, "mat") || strings.Contains(read(t, path), "BIMAT") {
			t.Errorf("%s holds what was not listed", path)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestOnlyListedFilesExist(t *testing.T) {
	dir := writeSite(t, secretSite)
	e := build(t, dir, func(o *Options) { o.Content = listed("_index.md", "bai/index.md", "bai/anh.svg") })
	assertNoSecret(t, dir)
	read(t, dir, "public/bai/anh.svg")
	for _, p := range e.Pages() {
		if strings.Contains(p.Path, "mat") {
			t.Errorf("page %+v", p)
		}
	}
}

// TestTemplatesCannotReachUnlistedFiles tries every way into content/ that
// Hugo's templates have.
func TestTemplatesCannotReachUnlistedFiles(t *testing.T) {
	for _, attempt := range []string{
		`{{ readFile "content/mat/index.md" }}`,
		`{{ readFile "/content/mat/index.md" }}`,
		`{{ readFile "content/../content/mat/index.md" }}`,
		`{{ readFile "loi/mat/index.md" }}`,
		`{{ readFile "loi2/index.md" }}`,
		`{{ readFile "static/tep.md" }}`,
		`{{ readFile "cung.md" }}`,
		`{{ readFile "CONTENT/mat/index.md" }}`,
		`{{ range readDir "content" }}{{ .Name }} {{ end }}{{ range readDir "content/bai" }}{{ .Name }}{{ end }}`,
		`{{ range readDir "loi" }}{{ .Name }}{{ end }}`,
		`{{ if fileExists "content/mat/index.md" }}BIMAT{{ end }}`,
		`{{ if fileExists "loi/mat/index.md" }}BIMAT{{ end }}`,
		`{{ with os.Stat "content/mat/index.md" }}BIMAT{{ end }}`,
		`{{ with resources.Get "mat/index.md" }}{{ .Content }}{{ end }}`,
		`{{ with resources.Get "loi/mat/index.md" }}{{ .Content }}{{ end }}`,
		`{{ range resources.Match "**" }}{{ .Name }}{{ end }}`,
		`{{ with site.GetPage "/mat" }}{{ .Title }}{{ end }}`,
		`{{ with (site.GetPage "/bai").Resources.Get "mat.svg" }}{{ .Content }}{{ end }}`,
		`{{ with hugo.Data.loi }}{{ . }}{{ end }}`,
	} {
		t.Run(attempt, func(t *testing.T) {
			dir := writeSite(t, secretSite+"-- layouts/home.html --\n"+attempt+
				"\n-- hugo.toml --\n[[module.mounts]]\nsource=\"assets\"\ntarget=\"assets\"\n[[module.mounts]]\nsource=\"content\"\ntarget=\"assets\"\n[[module.mounts]]\nsource=\"content\"\ntarget=\"content\"\n"+
				"[[module.mounts]]\nsource=\"layouts\"\ntarget=\"layouts\"\n[[module.mounts]]\nsource=\"static\"\ntarget=\"static\"\n[[module.mounts]]\nsource=\"data\"\ntarget=\"data\"\n"+
				"[[module.mounts]]\nsource=\"loi\"\ntarget=\"assets/loi\"\n")
			links(t, dir)
			e := open(t, dir, func(o *Options) { o.Content = listed("_index.md", "bai/index.md", "bai/anh.svg") })
			if err := e.Build(); err != nil {
				t.Log("refused:", err) // as good
				return
			}
			if _, err := e.Publish(); err != nil {
				t.Fatal(err)
			}
			assertNoSecret(t, dir)
		})
	}
}

// links lays links to the content folder about the site.
func links(t *testing.T, dir string) {
	t.Helper()
	for name, target := range map[string]string{
		"loi": "content", "loi2": "content/mat", "cung.md": "content/mat/index.md",
		"static/tep.md": "../content/mat/index.md", "static/thu-muc": "../content",
		"data/loi.yaml": "../content/mat/index.md", "assets/loi": "../content",
	} {
		link := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.FromSlash(target), link); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
}

func TestFilesUnderOtherNames(t *testing.T) {
	dir := writeSite(t, "-- content/Đường lối/index.md --\n---\ntitle: Cũ\n---\nNội dung cũ\n-- content/Đường lối/Ảnh bìa.svg --\n<svg/>\n")
	e := build(t, dir, func(o *Options) {
		o.Content = []File{
			{Path: "duong-loi/index.md", Source: "Đường lối/index.md", Data: []byte("---\ntitle: Mới\n---\nNội dung mới\n")},
			{Path: "duong-loi/anh-bia.svg", Source: "Đường lối/Ảnh bìa.svg"},
			{Path: "khong-co-tren-dia.md", Source: "ao.md", Data: []byte("---\ntitle: Ảo\n---\n")},
		}
	})
	wants(t, read(t, dir, "public/duong-loi/index.html"), "Mới", "Nội dung mới")
	read(t, dir, "public/duong-loi/anh-bia.svg")
	read(t, dir, "public/khong-co-tren-dia/index.html")
	for _, p := range e.Pages() {
		if p.Path == "/duong-loi" && p.File != "content/Đường lối/index.md" {
			t.Errorf("source of the page: %q", p.File)
		}
	}
}

func TestContentAsItIs(t *testing.T) {
	dir := writeSite(t, secretSite)
	build(t, dir)
	read(t, dir, "public/mat/index.html")
}

func TestBadContentLists(t *testing.T) {
	dir := writeSite(t, secretSite)
	if err := os.Symlink("mat/index.md", filepath.Join(dir, "content/link.md")); err != nil {
		t.Skip(err)
	}
	for name, files := range map[string][]File{
		"missing":       listed("khong.md"),
		"folder":        listed("bai"),
		"link":          listed("link.md"),
		"outside":       {{Path: "a.md", Source: "../hugo.toml"}},
		"path outside":  {{Path: "../a.md", Source: "_index.md"}},
		"twice":         {{Path: "a.md", Source: "_index.md"}, {Path: "a.md", Source: "bai/index.md"}},
		"below a file":  {{Path: "a.md", Source: "_index.md"}, {Path: "a.md/b.md", Source: "bai/index.md"}},
		"over a folder": {{Path: "a/b.md", Source: "_index.md"}, {Path: "a", Source: "bai/index.md"}},
	} {
		if e, err := Open(Options{Dir: dir, Destination: filepath.Join(dir, "public"), Content: files}); err == nil {
			t.Errorf("%s: accepted", name)
			e.Close()
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestContentFsIsAFileSystem(t *testing.T) {
	dir := writeSite(t, secretSite)
	files := append(listed("_index.md", "bai/index.md", "bai/anh.svg"), File{Path: "ao/b.md", Source: "b.md", Data: []byte("chữ")})
	cfs, err := newContentFs(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	tree := afero.NewIOFS(afero.NewBasePathFs(cfs, cfs.root))
	if err := fstest.TestFS(tree, "_index.md", "bai/index.md", "bai/anh.svg", "ao/b.md"); err != nil {
		t.Error(err)
	}
	inside, outside := filepath.Join(cfs.root, "bai/moi.md"), filepath.Join(dir, "moi.txt")
	if err := afero.WriteFile(cfs, inside, nil, 0o644); err == nil {
		t.Error("content can be written")
	}
	if err := afero.WriteFile(cfs, outside, nil, 0o644); err != nil {
		t.Error("nothing can be written:", err)
	}
	if err := cfs.Remove(filepath.Join(cfs.root, "bai/index.md")); err == nil {
		t.Error("content can be removed")
	}
	if err := cfs.Rename(outside, inside); err == nil {
		t.Error("content can be added")
	}
}
