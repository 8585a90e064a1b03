//go:build unix

package hugosite

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// restrict gives the program the severest umask under which its owner can
// still work.
func restrict() { syscall.Umask(0o077) }

// TestModes builds under another user when the tests run as root, and under a
// umask that denies everything to others.
func TestModes(t *testing.T) {
	dir := writeSite(t, "-- static/tep/a.txt --\na\n-- content/bai/anh.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
	if err := os.Chmod(filepath.Join(dir, "static/tep/a.txt"), 0o400); err != nil {
		t.Fatal(err)
	}
	cmd := program(t, dir)
	if os.Getuid() == 0 {
		asNobody(t, dir, cmd)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files := 0
	err := filepath.WalkDir(filepath.Join(dir, "public"), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		if files++; d.IsDir() {
			want = 0o755
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return nil
	})
	if err != nil || files < 5 {
		t.Errorf("%d files, %v", files, err)
	}
}

// asNobody gives dir to an unprivileged user and makes cmd run as that user.
func asNobody(t *testing.T, dir string, cmd *exec.Cmd) {
	t.Helper()
	const nobody = 65534
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, nobody, nobody)
	})
	if err != nil {
		t.Skip("cannot give files away:", err)
	}
	// The folders above belong to root and are closed to others.
	for p := filepath.Dir(dir); p != os.TempDir() && p != filepath.Dir(p); p = filepath.Dir(p) {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	exe, err := os.Open(cmd.Path)
	if err != nil {
		t.Fatal(err)
	}
	defer exe.Close()
	cmd.Env = append(cmd.Env, "HOME="+dir, "USER=nobody", "XDG_CACHE_HOME="+filepath.Join(dir, "cache"))
	cmd.Dir = "/"
	cmd.Path = copyProgram(t, exe)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}

// copyProgram copies the test program to a folder that everybody can reach.
func copyProgram(t *testing.T, exe *os.File) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "bantin-program-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	name := filepath.Join(dir, "program")
	out, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := out.ReadFrom(exe); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return name
}
