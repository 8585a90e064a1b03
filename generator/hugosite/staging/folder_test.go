package staging

import (
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"slices"
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
	put(t, filepath.Join(dest, "robots.txt"), "không đổi")
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

func publish(t *testing.T, dest, text string) Report {
	t.Helper()
	f := mustOpen(t, dest)
	site(t, f.Dir(), text)
	return mustPublish(t, f)
}

func mustPublish(t *testing.T, f *Folder) Report {
	t.Helper()
	report, err := f.Publish()
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// alone checks that beside the destination lies nothing but its manifest and
// what the test expects.
func alone(t *testing.T, dest string, others ...string) {
	t.Helper()
	want := append(others, filepath.Base(dest), "."+filepath.Base(dest)+".bantin-manifest")
	left := entries(t, filepath.Dir(dest))
	slices.Sort(want)
	slices.Sort(left)
	if !slices.Equal(left, want) {
		t.Errorf("beside the destination: %q, want %q", left, want)
	}
}

func TestPublishReplaces(t *testing.T) {
	dir := t.TempDir()
	dest := filepath.Join(dir, "a/b/public")
	f := mustOpen(t, dest)
	site(t, f.Dir(), "một")
	put(t, filepath.Join(f.Dir(), "cu/index.html"), "trang cũ")
	mustPublish(t, f)
	if r := publish(t, dest, "hai"); r.Aside != "" || len(r.Kept) > 0 || r.Left != "" {
		t.Errorf("%+v", r)
	}
	if got(t, filepath.Join(dest, "index.html")) != "hai" {
		t.Error("not replaced")
	}
	if _, err := os.Stat(filepath.Join(dest, "cu")); err == nil {
		t.Error("a vanished page is still there")
	}
	alone(t, dest)
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
	if _, err := f.Publish(); err == nil {
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
	if _, err := f.Publish(); err != nil {
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

// TestKilledRuns puts the folder into each state that a killed run can leave,
// an editor's file in it: the next run publishes, and the file is there.
func TestKilledRuns(t *testing.T) {
	for _, tt := range []struct {
		name  string
		leave func(t *testing.T, f *Folder)
		want  string // the page that is published when the next run begins
	}{
		{"while building", func(t *testing.T, f *Folder) {
			put(t, f.beside("half"), "")
			put(t, filepath.Join(f.dir, "nua-chung.html"), "")
		}, "cũ"},
		{"before the swap", func(t *testing.T, f *Folder) {
			site(t, f.dir, "mới")
		}, "cũ"},
		{"after the exchange", func(t *testing.T, f *Folder) {
			move(t, f.dest, f.dir)
			site(t, f.dest, "mới")
		}, "mới"},
		{"between the two renames", func(t *testing.T, f *Folder) {
			move(t, f.dest, f.old)
			site(t, f.dir, "mới")
		}, "cũ"},
		{"while the old one is taken apart", func(t *testing.T, f *Folder) {
			move(t, f.dest, f.old)
			if err := os.Remove(filepath.Join(f.old, "index.html")); err != nil {
				t.Fatal(err)
			}
			site(t, f.dest, "mới")
		}, "mới"},
		{"twice", func(t *testing.T, f *Folder) {
			move(t, f.dest, f.old)
			site(t, f.dir, "mới")
			put(t, filepath.Join(f.old+"-2", "van-ban-2.docx"), "của tôi")
			site(t, f.dest, "mới")
		}, "mới"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			dead := &Folder{dest: filepath.Join(dir, "public")}
			publish(t, dead.dest, "cũ")
			put(t, filepath.Join(dead.dest, "van-ban.docx"), "của tôi")
			dead.dir, dead.old = dead.beside("new"), dead.beside("old")
			put(t, dead.beside("lock"), "")
			// As before a swap: the manifest knows the new site too.
			known, _ := readManifest(dead.beside("manifest"))
			for _, name := range []string{"index.html", "sitemap.xml"} {
				known.add(name, sha256.Sum256([]byte("mới")))
			}
			if err := known.write(dead.beside("manifest")); err != nil {
				t.Fatal(err)
			}
			tt.leave(t, dead)
			f := mustOpen(t, dead.dest)
			if page := got(t, filepath.Join(f.Destination(), "index.html")); page != tt.want {
				t.Errorf("published: %q", page)
			}
			if left := entries(t, f.Dir()); len(left) != 0 {
				t.Errorf("the staging folder is not empty: %q", left)
			}
			site(t, f.Dir(), "mới nhất")
			r := mustPublish(t, f)
			for _, name := range r.Moved {
				if got(t, filepath.Join(r.Aside, name)) != "của tôi" {
					t.Error(name, "is not the editor's")
				}
			}
			if !slices.Contains(r.Moved, "van-ban.docx") || tt.name == "twice" && len(r.Moved) != 2 {
				t.Errorf("%+v", r)
			}
			alone(t, dead.dest, "public.giu-lai")
		})
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestSwapByRenames(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	site(t, dest, "cũ")
	f := mustOpen(t, dest)
	site(t, f.Dir(), "mới")
	if err := f.swapByRenames(f.old); err != nil {
		t.Fatal(err)
	}
	if got(t, filepath.Join(dest, "index.html")) != "mới" || got(t, filepath.Join(f.old, "index.html")) != "cũ" {
		t.Error("not swapped")
	}
	// The second rename fails: the new folder is gone.
	if err := os.RemoveAll(f.old); err != nil {
		t.Fatal(err)
	}
	if err := f.swapByRenames(f.old); err == nil {
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
	mustPublish(t, f)
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
	if _, err := f.Publish(); err == nil {
		t.Error("a link was published")
	}
}
