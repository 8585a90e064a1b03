package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// small is a disk of so many bytes, with the sample bulletin on it.
func small(t *testing.T, size int) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		t.Skip("only root can make a small disk:", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	for _, name := range []string{"hugo.toml", "layouts", "static", "content"} {
		if err := copyTree(filepath.Join("..", name), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// fill takes all room of a disk but so many bytes.
func fill(t *testing.T, dir string, left int) (empty func()) {
	t.Helper()
	var stat syscall.Statfs_t
	if err := syscall.Statfs(dir, &stat); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "dan-de")
	if err := os.WriteFile(name, make([]byte, max(0, int(stat.Bavail)*int(stat.Bsize)-left)), 0o644); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

// onFull runs a command that a full disk may end, with a word and not a trace.
func onFull(t *testing.T, dir string, args ...string) (good bool) {
	t.Helper()
	cmd := patiently(t, dir, args...)
	out, err := cmd.CombinedOutput()
	if err != nil && (cmd.ProcessState.ExitCode() != exitContent || !strings.Contains(string(out), "lỗi")) || bytes.Contains(out, []byte("goroutine ")) {
		t.Errorf("%q: %v\n%s", args, err, out)
	}
	return err == nil
}

// TestFullDisk: whatever the disk has no room for, nothing is half written, what
// was there is there, and the same command works once there is room.
func TestFullDisk(t *testing.T) {
	if os.Getenv("BANTIN_KILLS") == "" {
		t.Skip("long: BANTIN_KILLS asks for it")
	}
	dir := small(t, 64<<20)
	whole(t, dir, "build", "--no-print")
	good := sums(t, filepath.Join(dir, "public"))
	article := filepath.Join(dir, "content/guong/can-lai-khay-com/index.md")
	tidy, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	untidy := append(bytes.Clone(tidy), "\nCâu có dấu viết rời: "+norm.NFD.String("nền nếp trường lớp")+strings.Repeat(" rất dài", 3000)+".\n"...)
	room := []int{0, 4 << 10, 40 << 10, 400 << 10, 3 << 20}
	runs, full := 0, 0
	for i, left := range room {
		empty := fill(t, dir, left)
		title := fmt.Sprintf("Đầy đĩa %d", i)
		made := filepath.Join(dir, "content/guong", fmt.Sprintf("day-dia-%d", i))
		created := onFull(t, dir, "new", "guong", title, "--khong-hoi")
		if _, err := os.Stat(made); (err == nil) != created {
			t.Errorf("%d bytes left: new says %t, and the folder: %v", left, created, err)
		}
		built := onFull(t, dir, "build", "--no-print")
		if !maps.Equal(sums(t, filepath.Join(dir, "public")), good) {
			t.Errorf("%d bytes left: the site is another one", left)
		}
		empty()
		if !created {
			whole(t, dir, "new", "guong", title, "--khong-hoi")
		}
		if err := os.RemoveAll(made); err != nil {
			t.Fatal(err)
		}
		mended := mendOnFull(t, dir, article, untidy, left)
		for _, worked := range []bool{created, built, mended} {
			if runs++; !worked {
				full++
			}
		}
		if err := os.WriteFile(article, tidy, 0o644); err != nil {
			t.Fatal(err)
		}
		whole(t, dir, "build", "--no-print")
		if now := sums(t, filepath.Join(dir, "public")); !maps.Equal(now, good) {
			t.Errorf("%d bytes left before: built again, the site is another one: %q", left, differences(now, good))
		}
		nothingHalf(t, dir)
	}
	if full < len(room) {
		t.Errorf("only %d of %d runs found the disk full: the test proves little", full, runs)
	}
	t.Logf("full disk: %d runs, %d stopped by it, broken 0, lost 0", runs, full)
}

// mendOnFull mends an article on a full disk, then again with room.
func mendOnFull(t *testing.T, dir, article string, untidy []byte, left int) (good bool) {
	t.Helper()
	if err := os.WriteFile(article, untidy, 0o644); err != nil {
		t.Fatal(err)
	}
	rel, _ := filepath.Rel(dir, article)
	empty := fill(t, dir, left)
	good = onFull(t, dir, "check", "--sua", rel)
	now, err := os.ReadFile(article)
	if err != nil || norm.NFC.IsNormal(now) != good || !good && !bytes.Equal(now, untidy) {
		t.Errorf("%d bytes left: mended %t, %d bytes of %d, %v", left, good, len(now), len(untidy), err)
	}
	empty()
	whole(t, dir, "check", "--sua", rel)
	if now, _ := os.ReadFile(article); !norm.NFC.IsNormal(now) || !bytes.Contains(now, []byte("nền nếp trường lớp")) {
		t.Errorf("%d bytes left before: not mended with room", left)
	}
	return good
}
