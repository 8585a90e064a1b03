package hugosite

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// stockHugo returns a stock hugo of the version in go.mod. Linking one from
// cold takes minutes, so that the comparisons run in continuous integration
// (BANTIN_CI set), or with a binary that is at hand (BANTIN_HUGO names it).
func stockHugo(t testing.TB) string {
	t.Helper()
	program := os.Getenv("BANTIN_HUGO")
	if program == "" {
		if os.Getenv("BANTIN_CI") == "" {
			t.Skip("compares with a stock hugo: set BANTIN_CI=1, or BANTIN_HUGO=/path/to/hugo")
		}
		program = filepath.Join(t.TempDir(), "hugo")
		if out, err := exec.Command("go", "build", "-o", program, "github.com/gohugoio/hugo").CombinedOutput(); err != nil {
			t.Fatalf("build the stock hugo: %v\n%s", err, out)
		}
	}
	out, err := exec.Command(program, "version").Output()
	if err != nil || !strings.HasPrefix(string(out), "hugo v0.165.0") {
		t.Fatalf("%s is %q, %v", program, out, err)
	}
	return program
}

func runStock(t testing.TB, program, dir, dest string) {
	t.Helper()
	cmd := exec.Command(program, "--source", dir, "--destination", dest, "--environment", "production", "--noBuildLock", "--quiet")
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "HUGO") })
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("stock hugo: %v\n%s", err, out)
	}
}

// everyFile lists the content folder as it is, links and hidden files left out.
func everyFile(t testing.TB, dir string) []File {
	t.Helper()
	files := []File{}
	root := filepath.Join(dir, contentDir)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		rel = filepath.ToSlash(rel)
		files = append(files, File{Path: rel, Source: rel})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// differences lists what two built sites do not share, anchors aside, and the
// anchors that differ, as "theirs -> ours", each once.
func differences(t testing.TB, theirs, ours string) (files, anchors []string) {
	t.Helper()
	a, b := siteFiles(t, theirs), siteFiles(t, ours)
	for name := range b {
		if _, ok := a[name]; !ok {
			files = append(files, "only ours: "+name)
		}
	}
	for name, text := range a {
		other, ok := b[name]
		switch {
		case !ok:
			files = append(files, "only theirs: "+name)
		case text == other:
		case anchor.ReplaceAllString(text, "") != anchor.ReplaceAllString(other, ""):
			files = append(files, "differs: "+name)
		default:
			x, y := anchor.FindAllString(text, -1), anchor.FindAllString(other, -1)
			for i := range x {
				if pair := x[i] + " -> " + y[i]; x[i] != y[i] && !slices.Contains(anchors, pair) {
					anchors = append(anchors, pair)
				}
			}
		}
	}
	slices.Sort(files)
	slices.Sort(anchors)
	return files, anchors
}

// anchor is the value of an attribute that names or points to a heading.
var anchor = regexp.MustCompile(`(?:id|aria-labelledby)=(?:"[^"]*"|&#34;[^&]*&#34;|[^\s>"&]+)|#[^"\s<>&;#]*(?:"|&#34;)`)

func siteFiles(t testing.TB, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		files[filepath.ToSlash(rel)] = read(t, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// asciiAnchors says that our anchors are ASCII where they differ from Hugo's.
func asciiAnchors(t testing.TB, pairs []string) {
	t.Helper()
	for _, p := range pairs {
		_, ours, _ := strings.Cut(p, " -> ")
		if !regexp.MustCompile(`^(?:(?:id|aria-labelledby)=(?:"|&#34;)|#)[a-z0-9-]+(?:"|&#34;)$`).MatchString(ours) {
			t.Errorf("anchor %s", p)
		}
	}
}

func TestStockHugoBuildsTheSamePages(t *testing.T) {
	program := stockHugo(t)
	dir := writeSite(t, issueSite+`
-- layouts/page.html --
<main>{{ .Content }}{{ .TableOfContents }}{{ range .GetTerms "tags" }}{{ .RelPermalink }}{{ end }}</main>
-- static/a.txt --
a
-- content/guong/hai/index.md --
---
title: Hai
date: 2023-05-06
tags: [Đảng viên]
---
## Đường lối
## Plain
## Đường lối

[Tới](#đường-lối)
-- content/guong/hai/anh.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
`)
	stock := filepath.Join(t.TempDir(), "stock")
	runStock(t, program, dir, stock)
	build(t, dir, func(o *Options) { o.Content = everyFile(t, dir) })
	files, anchors := differences(t, stock, filepath.Join(dir, "public"))
	if len(files) > 0 {
		t.Errorf("differences: %q", files)
	}
	asciiAnchors(t, anchors)
	want := []string{
		`#%C4%91%C6%B0%E1%BB%9Dng-l%E1%BB%91i" -> #duong-loi"`, `#đường-lối" -> #duong-loi"`, `#đường-lối-1" -> #duong-loi-1"`,
		`id="đường-lối" -> id="duong-loi"`, `id="đường-lối-1" -> id="duong-loi-1"`,
		// The same in the feeds, where pages are escaped.
		`#%C4%91%C6%B0%E1%BB%9Dng-l%E1%BB%91i&#34; -> #duong-loi&#34;`,
		`id=&#34;đường-lối&#34; -> id=&#34;duong-loi&#34;`, `id=&#34;đường-lối-1&#34; -> id=&#34;duong-loi-1&#34;`,
	}
	slices.Sort(want)
	if !slices.Equal(anchors, want) {
		t.Errorf("anchors %q", anchors)
	}
}

// TestStockHugoBuildsThisBulletin compares the bulletin of this repository: of
// all that stock Hugo and this package build from the same files only anchors
// may differ.
func TestStockHugoBuildsThisBulletin(t *testing.T) {
	program := stockHugo(t)
	dir, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	stock, dest := filepath.Join(t.TempDir(), "stock"), filepath.Join(t.TempDir(), "public")
	runStock(t, program, dir, stock)
	build(t, dir, func(o *Options) { o.Content, o.Destination = everyFile(t, dir), dest })
	files, anchors := differences(t, stock, dest)
	if len(files) > 0 {
		t.Errorf("differences: %s", strings.Join(files, "\n"))
	}
	asciiAnchors(t, anchors)
	t.Logf("%d files, %d anchors differ: %q", len(siteFiles(t, dest)), len(anchors), anchors)
}

// BenchmarkBuild builds 2,000 articles, beside a stock hugo when there is one.
func BenchmarkBuild(b *testing.B) {
	dir := writeSite(b, issueSite)
	for i := range 2000 {
		write(b, filepath.Join(dir, fmt.Sprintf("content/guong/bai-%04d/index.md", i)), fmt.Sprintf(
			"---\ntitle: Bài số %d\ndate: 2023-01-%02d\nso: 2023-%02d\ntags: [thẻ %d]\n---\n%s",
			i, i%28+1, i%12+1, i%50, strings.Repeat("## Đường lối\n\nCán bộ, **đảng viên** học tập và làm theo tấm gương.\n\n", 12)))
	}
	files := everyFile(b, dir)
	b.Run("embedded", func(b *testing.B) {
		for b.Loop() {
			build(b, dir, func(o *Options) { o.Content = files })
		}
	})
	b.Run("stock", func(b *testing.B) {
		program := stockHugo(b)
		for b.Loop() {
			runStock(b, program, dir, filepath.Join(dir, "stock"))
		}
	})
}
