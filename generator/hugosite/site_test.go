package hugosite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// writeSite unpacks a txtar archive into a new folder; "hugo.toml" and the
// plainest layouts are added where the archive has none.
func writeSite(t testing.TB, archive string) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"hugo.toml":            "baseURL = \"https://vi-du.example/\"\ntitle = \"T\"\n",
		"layouts/baseof.html":  "<html><body>{{ block \"main\" . }}{{ end }}</body></html>\n",
		"layouts/all.html":     "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n",
		"content/_index.md":    "---\ntitle: Trang chủ\n---\n",
		"content/bai/index.md": "---\ntitle: Bài\n---\nNội dung.\n",
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		files[f.Name] = string(f.Data)
	}
	for name, data := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), data)
	}
	return dir
}

func write(t testing.TB, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// open opens an engine on dir that publishes to dir/public.
func open(t testing.TB, dir string, change ...func(*Options)) *Engine {
	t.Helper()
	opt := Options{Dir: dir, Destination: filepath.Join(dir, "public")}
	for _, c := range change {
		c(&opt)
	}
	e, err := Open(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error("Close:", err)
		}
	})
	return e
}

// build builds and publishes dir into dir/public.
func build(t testing.TB, dir string, change ...func(*Options)) *Engine {
	t.Helper()
	e := open(t, dir, change...)
	if err := e.Build(); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Publish(); err != nil {
		t.Fatal(err)
	}
	return e
}

func read(t testing.TB, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func wants(t testing.TB, text string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(text, p) {
			t.Errorf("no %q in:\n%s", p, text)
		}
	}
}
