package scaffold

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBundle(t *testing.T) {
	site := t.TempDir()
	k, _ := KindOf("guong")
	f, err := Make(Request{Kind: k, Title: "Bài có ảnh", Today: today, Body: "Thân bài.\n", Values: map[string]string{
		"anh.0.tep": "a.jpg", "anh.1.tep": "b.jpg", "anh.1.chu_thich": "Hai"}})
	if err != nil {
		t.Fatal(err)
	}
	f.Beside = map[string][]byte{"a.jpg": []byte("a"), "b.jpg": []byte("b")}
	kind := filepath.Join(site, "content/guong")
	// What a killed run left does not hinder.
	if err := os.MkdirAll(filepath.Join(kind, ".bai-co-anh.bantin-tmp/x"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(site, f); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(filepath.Join(kind, "bai-co-anh/b.jpg")); string(got) != "b" {
		t.Errorf("b.jpg holds %q", got)
	}
	text, _ := os.ReadFile(filepath.Join(kind, "bai-co-anh/index.md"))
	if s := string(text); !strings.Contains(s, `- tep: "b.jpg"`) || !strings.HasSuffix(s, "---\n\nThân bài.\n") {
		t.Error(s)
	}
	if err := Write(site, f); !errors.Is(err, ErrExists) {
		t.Error("second time:", err)
	}
	if all, _ := os.ReadDir(kind); len(all) != 1 {
		t.Error(all)
	}
	// A name that leads out is refused, and nothing stays.
	f.Path = "guong/khac/index.md"
	f.Beside = map[string][]byte{"../x.jpg": nil}
	if err := Write(site, f); err == nil {
		t.Error("no error")
	}
	if all, _ := os.ReadDir(kind); len(all) != 1 {
		t.Error(all)
	}
}
