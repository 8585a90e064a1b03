package hugosite

import (
	"path/filepath"
	"testing"
)

func openLive(t *testing.T, archive string) (*Engine, string) {
	t.Helper()
	dir := writeSite(t, archive)
	e := open(t, dir, func(o *Options) {
		o.Destination, o.Memory, o.Watch = "", true, true
		o.Content = []File{{Path: "_index.md", Source: "_index.md"}, {Path: "bai/index.md", Source: "bai/index.md"}}
	})
	if err := e.Build(); err != nil {
		t.Fatal(err)
	}
	return e, dir
}

func TestRebuildInMemory(t *testing.T) {
	e, dir := openLive(t, "-- static/a.txt --\nA\n")
	out := e.Output()
	wants(t, string(out["bai/index.html"]), "Nội dung.")
	wants(t, string(out["a.txt"]), "A")
	if err := e.SetFile("bai/index.md", []byte("---\ntitle: Bài\n---\nKhác rồi.\n")); err != nil {
		t.Fatal(err)
	}
	if err := e.Rebuild(Change{Path: "content/bai/index.md"}); err != nil {
		t.Fatal(err)
	}
	written := e.Written()
	wants(t, string(written["bai/index.html"]), "Khác rồi.")
	write(t, filepath.Join(dir, "layouts/all.html"), "{{ define \"main\" }}<h2>{{ .Title }}</h2>{{ end }}\n")
	if err := e.Rebuild(Change{Path: "layouts/all.html"}); err != nil {
		t.Fatal(err)
	}
	wants(t, string(e.Written()["bai/index.html"]), "<h2>Bài</h2>")
	if matches, _ := filepath.Glob(filepath.Join(dir, "public*")); len(matches) > 0 {
		t.Error("something was written to disk:", matches)
	}
}

func TestRebuildAfterError(t *testing.T) {
	e, dir := openLive(t, "")
	write(t, filepath.Join(dir, "layouts/all.html"), "{{ define \"main\" }}{{ .Khong }}{{ end }}\n")
	if err := e.Rebuild(Change{Path: "layouts/all.html"}); err == nil {
		t.Fatal("no error")
	}
	if err := e.Rebuild(Change{Path: "layouts/all.html"}); err != ErrStale {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "layouts/all.html"), "{{ define \"main\" }}tốt{{ end }}\n")
	if err := e.Build(); err != nil {
		t.Fatal(err)
	}
	wants(t, string(e.Output()["bai/index.html"]), "tốt")
}
