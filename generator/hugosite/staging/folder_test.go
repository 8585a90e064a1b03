package staging

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func put(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func got(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// site makes a folder that looks like a built site.
func site(t *testing.T, dest, text string) {
	t.Helper()
	put(t, filepath.Join(dest, "index.html"), text)
	put(t, filepath.Join(dest, "sitemap.xml"), text)
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	names, err := entryNames(dir)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func mustOpen(t *testing.T, dest string) *Folder {
	t.Helper()
	f, err := Open(dest, Guard{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Discard() })
	return f
}

func publish(t *testing.T, dest, text string) {
	t.Helper()
	f := mustOpen(t, dest)
	site(t, f.Dir(), text)
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
}

func TestPublishReplaces(t *testing.T) {
	dir := t.TempDir()
	dest := filepath.Join(dir, "a/b/public")
	publish(t, dest, "một")
	put(t, filepath.Join(dest, "cu/index.html"), "")
	publish(t, dest, "hai")
	if got(t, filepath.Join(dest, "index.html")) != "hai" {
		t.Error("not replaced")
	}
	if _, err := os.Stat(filepath.Join(dest, "cu")); err == nil {
		t.Error("a vanished page is still there")
	}
	if left := entries(t, filepath.Dir(dest)); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
}

func TestDiscardLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	f := mustOpen(t, filepath.Join(dir, "a/b/public"))
	put(t, filepath.Join(f.Dir(), "index.html"), "")
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	if err := f.Discard(); err != nil {
		t.Error("second Discard:", err)
	}
	if err := f.Publish(); err == nil {
		t.Error("published after Discard")
	}
	if left := entries(t, dir); len(left) != 0 {
		t.Errorf("left behind: %q", left)
	}
}

func TestOpenFilesStayReadable(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, "một")
	server, err := os.Open(filepath.Join(dest, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	f := mustOpen(t, dest)
	site(t, f.Dir(), "hai")
	if err := f.Publish(); err != nil {
		t.Skip("this system does not replace folders with open files:", err)
	}
	text := make([]byte, 16)
	n, _ := server.Read(text)
	if string(text[:n]) != "một" {
		t.Errorf("the open file reads %q", text[:n])
	}
}

func TestOneBuildAtATime(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dest)
	_, err := Open(dest, Guard{})
	var refused *Error
	if !errors.As(err, &refused) || refused.Reason != Busy {
		t.Fatalf("got %v", err)
	}
	if _, err := os.Stat(f.Dir()); err != nil {
		t.Error("the second build removed the first one's work")
	}
	other := mustOpen(t, dest+"-cong-khai") // a neighbour does not wait
	if err := other.Discard(); err != nil {
		t.Error(err)
	}
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, dest)
}

// TestKilledRuns puts the folder into each state that a killed run can leave.
func TestKilledRuns(t *testing.T) {
	for _, tt := range []struct {
		name  string
		leave func(t *testing.T, f *Folder)
		want  string // the page that is published when the next run begins
	}{
		{"while building", func(t *testing.T, f *Folder) {
			site(t, f.dest, "tốt")
			put(t, filepath.Join(f.dir, "nua-chung.html"), "")
		}, "tốt"},
		{"after the exchange", func(t *testing.T, f *Folder) {
			site(t, f.dest, "mới")
			site(t, f.dir, "cũ")
		}, "mới"},
		{"between the two renames", func(t *testing.T, f *Folder) {
			site(t, f.old, "tốt")
			site(t, f.dir, "mới")
		}, "tốt"},
		{"after the two renames", func(t *testing.T, f *Folder) {
			site(t, f.old, "cũ")
			site(t, f.dest, "mới")
		}, "mới"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			dead := &Folder{dest: filepath.Join(dir, "public")}
			dead.dir, dead.old = dead.beside("new"), dead.beside("old")
			put(t, dead.beside("lock"), "")
			tt.leave(t, dead)
			f := mustOpen(t, dead.dest)
			if page := got(t, filepath.Join(f.Destination(), "index.html")); page != tt.want {
				t.Errorf("published: %q", page)
			}
			if left := entries(t, f.Dir()); len(left) != 0 {
				t.Errorf("the staging folder is not empty: %q", left)
			}
			if err := f.Discard(); err != nil {
				t.Fatal(err)
			}
			if left := entries(t, dir); len(left) != 1 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

func TestSwapByRenames(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	site(t, dest, "cũ")
	f := mustOpen(t, dest)
	site(t, f.Dir(), "mới")
	if err := f.swapByRenames(); err != nil {
		t.Fatal(err)
	}
	if got(t, filepath.Join(dest, "index.html")) != "mới" || got(t, filepath.Join(f.old, "index.html")) != "cũ" {
		t.Error("not swapped")
	}
	// The second rename fails: the new folder is gone.
	if err := os.RemoveAll(f.old); err != nil {
		t.Fatal(err)
	}
	if err := f.swapByRenames(); err == nil {
		t.Fatal("swapped with nothing")
	}
	if got(t, filepath.Join(dest, "index.html")) != "mới" {
		t.Error("the last good site was not put back")
	}
}

func TestDestinationIsALink(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "that/public"), filepath.Join(dir, "public")
	site(t, real, "cũ")
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	publish(t, link, "mới")
	if got(t, filepath.Join(real, "index.html")) != "mới" {
		t.Error("the folder behind the link was not replaced")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
}

func TestPublishGivesModes(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dest)
	put(t, filepath.Join(f.Dir(), "so/a.pdf"), "")
	for name, mode := range map[string]os.FileMode{"so/a.pdf": 0o600, "so": 0o700, "": 0o700} {
		if err := os.Chmod(filepath.Join(f.Dir(), name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Publish(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]os.FileMode{"so/a.pdf": 0o644, "so": 0o755, "": 0o755} {
		info, err := os.Stat(filepath.Join(dest, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%q: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestLinksAreNotPublished(t *testing.T) {
	f := mustOpen(t, filepath.Join(t.TempDir(), "public"))
	if err := os.Symlink("/etc/passwd", filepath.Join(f.Dir(), "a")); err != nil {
		t.Skip(err)
	}
	if err := f.Publish(); err == nil {
		t.Error("a link was published")
	}
}
