package hugosite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/hugosite/staging"
)

func TestVanishedPagesVanish(t *testing.T) {
	dir := writeSite(t, "-- content/cu.md --\n---\ntitle: Cũ\ntags: [a]\naliases: [/ten-cu]\n---\n-- static/cu.txt --\na\n")
	build(t, dir)
	read(t, dir, "public/cu/index.html")
	read(t, dir, "public/tags/a/index.html")
	read(t, dir, "public/ten-cu/index.html")
	for _, f := range []string{"content/cu.md", "static/cu.txt"} {
		if err := os.Remove(filepath.Join(dir, f)); err != nil {
			t.Fatal(err)
		}
	}
	build(t, dir)
	for _, f := range []string{"cu", "tags/a", "ten-cu", "cu.txt"} {
		if _, err := os.Stat(filepath.Join(dir, "public", f)); err == nil {
			t.Errorf("%s is still there", f)
		}
	}
}

func TestStaticFiles(t *testing.T) {
	dir := writeSite(t, "-- static/a/b.txt --\nchữ\n-- static/robots.txt --\nx\n")
	build(t, dir)
	wants(t, read(t, dir, "public/a/b.txt"), "chữ")
	read(t, dir, "public/robots.txt")
}

func TestFailedBuildKeepsTheLastSite(t *testing.T) {
	dir := writeSite(t, "")
	build(t, dir)
	before := read(t, dir, "public/bai/index.html")
	write(t, filepath.Join(dir, "content/bai/index.md"), "---\ntitle: Mới\n---\n{{< khong >}}\n")
	e := open(t, dir)
	if err := e.Build(); err == nil {
		t.Fatal("a bad site builds")
	}
	if _, err := e.Publish(); err == nil {
		t.Error("a bad site can be published")
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if read(t, dir, "public/bai/index.html") != before {
		t.Error("the last good site was touched")
	}
	onlyTheSite(t, dir)
}

// onlyTheSite checks that nothing temporary is left beside the destination.
func onlyTheSite(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		switch e.Name() {
		case "content", "hugo.toml", "layouts", "public", "static", ".public.bantin-manifest":
		default:
			t.Errorf("left behind: %s", e.Name())
		}
	}
}

// TestBuildAgain: a failed build does not spoil the engine, and the caller's
// own files in the staging folder are published with the pages.
func TestBuildAgain(t *testing.T) {
	dir := writeSite(t, "")
	article := filepath.Join(dir, "content/bai/index.md")
	good := read(t, article)
	e := open(t, dir)
	write(t, article, "---\ntitle: a\n---\n{{< khong >}}\n")
	if err := e.Build(); err == nil {
		t.Fatal("a bad site builds")
	}
	write(t, article, good)
	if err := e.Build(); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(e.Staging(), "so/so.pdf"), "%PDF")
	if _, err := e.Publish(); err != nil {
		t.Fatal(err)
	}
	read(t, dir, "public/so/so.pdf")
	read(t, dir, "public/bai/index.html")
	onlyTheSite(t, dir)
	if e.Staging() != "" {
		t.Error("there is a staging folder after Publish")
	}
	if err := e.Build(); err != nil {
		t.Fatal("third build:", err)
	}
	if _, err := e.Publish(); err != nil {
		t.Fatal(err)
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	dir := writeSite(t, "")
	open(t, dir)
	_, err := Open(Options{Dir: dir, Destination: filepath.Join(dir, "public")})
	var refused *staging.Error
	if !errors.As(err, &refused) || refused.Reason != staging.Busy {
		t.Errorf("got %v", err)
	}
}

func TestDestinationIsGuarded(t *testing.T) {
	dir := writeSite(t, "")
	for _, dest := range []string{".", "..", "content", "content/public", "layouts", "static/x"} {
		_, err := Open(Options{Dir: dir, Destination: filepath.Join(dir, dest)})
		var refused *staging.Error
		if !errors.As(err, &refused) || refused.Reason != staging.Source {
			t.Errorf("%s: got %v", dest, err)
		}
	}
}

func TestSiteBehindALink(t *testing.T) {
	dir := writeSite(t, "")
	link := filepath.Join(t.TempDir(), "lien-ket")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip(err)
	}
	build(t, link, func(o *Options) { o.Content = listed("bai/index.md") })
	read(t, dir, "public/bai/index.html")
}

// TestEnginesInParallel is for the race detector: several engines in one
// process share nothing that matters.
func TestEnginesInParallel(t *testing.T) {
	for i := range 3 {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			name := strings.Repeat("đ", i+1)
			dir := writeSite(t, fmt.Sprintf("-- content/a.md --\n---\ntitle: %s\n---\n## %s\n", name, name))
			e := build(t, dir, func(o *Options) { o.Content = listed("a.md") })
			wants(t, read(t, dir, "public/a/index.html"), fmt.Sprintf(`<h2 id="%s">`, strings.Repeat("d", i+1)))
			if len(e.Pages()) == 0 {
				t.Error("no pages")
			}
		})
	}
}
