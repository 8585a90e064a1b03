package staging

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestGuard(t *testing.T) {
	dir := t.TempDir()
	root := filepath.Join(dir, "ban-tin")
	guard := Guard{Root: root, Sources: []string{filepath.Join(root, "content"), filepath.Join(root, "layouts")}}
	put(t, filepath.Join(root, "content/a.md"), "")
	put(t, filepath.Join(root, "tep"), "")
	put(t, filepath.Join(root, "ghi-chu/a.txt"), "")
	site(t, filepath.Join(root, "kho"), "")
	put(t, filepath.Join(root, "kho/.git/HEAD"), "")
	put(t, filepath.Join(root, "chi-trang-chu/index.html"), "")
	site(t, filepath.Join(root, "public"), "")
	home, cwd := filepath.Join(dir, "nha"), filepath.Join(dir, "dang-dung")
	put(t, filepath.Join(cwd, "trong/a"), "")
	put(t, filepath.Join(home, "a"), "")
	t.Setenv("HOME", home)
	t.Chdir(filepath.Join(cwd, "trong"))
	link := os.Symlink(root, filepath.Join(dir, "loi-khac")) == nil

	for _, tt := range []struct {
		dest string
		want Reason
	}{
		{"ban-tin", Source},
		{".", Source},
		{"/", Source},
		{"ban-tin/content", Source},
		{"ban-tin/content/guong/public", Source},
		{"ban-tin/tep", NotFolder},
		{"ban-tin/ghi-chu", Foreign},
		{"ban-tin/kho", Foreign},
		{"ban-tin/chi-trang-chu", Foreign},
		{"nha", Home},
		{"dang-dung", Current},
		{"dang-dung/trong", Current},
		{"loi-khac", Source},
		{"loi-khac/content", Source},
		{"ban-tin/public", ""},
		{"ban-tin/moi", ""},
		{"nha/public", ""},
	} {
		dest := filepath.Join(dir, tt.dest)
		if tt.dest == "/" {
			dest = "/"
		}
		if !link && filepath.Dir(tt.dest) == "loi-khac" {
			continue
		}
		f, err := Open(dest, guard)
		if tt.want == "" {
			if err != nil {
				t.Errorf("%s: %v", tt.dest, err)
			} else if err := f.Discard(); err != nil {
				t.Error(err)
			}
			continue
		}
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != tt.want {
			t.Errorf("%s: got %v, want %q", tt.dest, err, tt.want)
		}
	}
}

func TestMountPoint(t *testing.T) {
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("no /proc here")
	}
	info, err := os.Stat("/proc")
	if err != nil || !isMount("/proc", info) {
		t.Error("a mount point is not noticed")
	}
	if dir := t.TempDir(); isMount(dir, mustStat(t, dir)) {
		t.Error("a plain folder counts as a mount point")
	}
}

func mustStat(t *testing.T, name string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// TestDestinationChangedMeanwhile: what somebody put there during the build
// is not lost.
func TestDestinationChangedMeanwhile(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dest)
	site(t, f.Dir(), "mới")
	put(t, filepath.Join(dest, "quan-trong.txt"), "")
	var refused *Error
	if _, err := f.Publish(); !errors.As(err, &refused) || refused.Reason != Foreign {
		t.Errorf("got %v", err)
	}
	got(t, filepath.Join(dest, "quan-trong.txt"))
}
