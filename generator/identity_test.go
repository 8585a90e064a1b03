package main

import (
	"bytes"
	"crypto/sha256"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// TestPublicEditionDoesNotKnowTheInternal builds the public edition of a
// bulletin twice: with its internal articles, drafts and documents, and from a
// folder that never held them. Every byte is the same, the PDFs' too.
func TestPublicEditionDoesNotKnowTheInternal(t *testing.T) {
	with, without := site(t), site(t)
	twins := addTwins(t, filepath.Join(with, content.Dir))
	outs := removeHidden(t, filepath.Join(without, content.Dir))
	if twins < 5 || outs < 3 {
		t.Fatalf("%d internal twins, %d pages taken away: the test proves nothing", twins, outs)
	}
	a, b := publicFiles(t, with), publicFiles(t, without)
	pdfs := 0
	for name, sum := range a {
		if other, ok := b[name]; !ok {
			t.Errorf("%s is there only beside internal articles", name)
		} else if other != sum {
			t.Errorf("%s differs beside internal articles", name)
		}
		if filepath.Ext(name) == ".pdf" {
			pdfs++
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			t.Errorf("%s is missing beside internal articles", name)
		}
	}
	if pdfs == 0 {
		t.Error("no PDF was compared")
	}
}

func publicFiles(t *testing.T, site string) map[string][sha256.Size]byte {
	t.Helper()
	var complaint bytes.Buffer
	if status := Main([]string{"build", "--edition", "cong-khai", site}, io.Discard, &complaint); status != exitGood {
		t.Fatalf("status %d\n%s", status, complaint.String())
	}
	return sums(t, filepath.Join(site, "public"))
}

// sums are those of every file below a folder.
func sums(t *testing.T, dir string) map[string][sha256.Size]byte {
	t.Helper()
	all := map[string][sha256.Size]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// addTwins puts an internal article, a draft in turn, beside each public one,
// with tags and a unit of its own.
func addTwins(t *testing.T, dir string) (n int) {
	t.Helper()
	for _, p := range hiddenOrNot(t, dir, false) {
		if p.Role != content.Article {
			continue
		}
		folder := filepath.Join(dir, filepath.FromSlash(filepath.Dir(p.Source)))
		twin := folder + "-rieng"
		if err := os.CopyFS(twin, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
		text := string(p.Raw)
		reach, state := "pham_vi: noi-bo", "trang_thai: da-duyet"
		if n%2 == 1 {
			state = "trang_thai: nhap"
		}
		for _, change := range [][2]string{
			{`(?m)^pham_vi:.*$`, reach}, {`(?m)^trang_thai:.*$`, state}, {`(?m)^title: .*$`, "title: Chuyện riêng"},
			{`(?m)^tags:.*$`, "tags: [chuyện riêng]"}, {`(?m)^don_vi:.*$`, "don_vi: Đơn vị riêng"},
		} {
			text = regexp.MustCompile(change[0]).ReplaceAllString(text, change[1])
		}
		if err := os.WriteFile(filepath.Join(twin, "index.md"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// removeHidden takes away what is not in the public edition.
func removeHidden(t *testing.T, dir string) (n int) {
	t.Helper()
	for _, p := range hiddenOrNot(t, dir, true) {
		name := filepath.Join(dir, filepath.FromSlash(p.Source))
		if strings.HasSuffix(name, "index.md") {
			name = filepath.Dir(name)
		}
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func hiddenOrNot(t *testing.T, dir string, hidden bool) (pages []*content.Page) {
	t.Helper()
	tree, _, err := content.LoadDir(dir, content.Options{Edition: bulletin.Public, Now: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range tree.Pages {
		if (p.Out != "") == hidden {
			pages = append(pages, p)
		}
	}
	return pages
}
