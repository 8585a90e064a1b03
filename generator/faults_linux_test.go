package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// foreignWords are those of the system and of Hugo that no editor shall read.
var foreignWords = regexp.MustCompile(`(?i)permission denied|not permitted|no such file|read-only file|failed to|error calling|input/output|goroutine `)

const nobody = 65534

// give makes an unprivileged user the owner of a site, so that modes count.
func give(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Lchown(name, nobody, nobody)
	})
	if err != nil {
		t.Skip("only root can give files away:", err)
	}
	for p := filepath.Dir(dir); p != os.TempDir() && p != filepath.Dir(p); p = filepath.Dir(p) {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFaults: whatever the machine refuses, the editor reads in Vietnamese which
// file it is and what to do; the last good site stays, and nothing hangs.
func TestFaults(t *testing.T) {
	program, err := exec.LookPath("bantin")
	if err != nil {
		t.Fatal(err)
	}
	// The program lies in a folder of root's: hand it over open.
	exe := filepath.Join(t.TempDir(), "bantin")
	data, err := os.ReadFile(program)
	if err == nil {
		err = os.WriteFile(exe, data, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	dir := site(t)
	give(t, dir)
	give(t, filepath.Dir(exe))
	run := func(args ...string) (string, int) {
		cmd := patiently(t, dir, args...)
		cmd.Path, cmd.Err = exe, nil
		cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CACHE_HOME="+filepath.Join(dir, ".cache"), "TMPDIR="+filepath.Join(dir, ".tam"))
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody, NoSetGroups: true}}
		out, _ := cmd.CombinedOutput()
		return string(out), cmd.ProcessState.ExitCode()
	}
	for _, name := range []string{".cache", ".tam"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			t.Fatal(err)
		}
		give(t, filepath.Join(dir, name))
	}
	build := []string{"build", "--no-print"}
	if out, code := run(build...); code != exitGood {
		t.Fatal(out)
	}
	good := sums(t, filepath.Join(dir, "public"))
	mode := func(name string, bad os.FileMode) (func(), func()) {
		name = filepath.Join(dir, name)
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		return func() { _ = os.Chmod(name, bad) }, func() { _ = os.Chmod(name, info.Mode().Perm()) }
	}
	made := func(name string, make func(string) error) (func(), func()) {
		name = filepath.Join(dir, name)
		return func() {
			if err := make(name); err != nil {
				t.Fatal(err)
			}
		}, func() { _ = os.Remove(name) }
	}
	fifo := func(name string) error { return syscall.Mkfifo(name, 0o666) }
	device := func(name string) error { return syscall.Mknod(name, syscall.S_IFCHR|0o666, 1<<8|5) }
	broken := func(name string) error { return os.WriteFile(name, []byte("{{ if }}"), 0o644) }
	article := "content/guong/can-lai-khay-com/"
	for _, c := range []struct {
		name, file string // the file that the message names
		args       []string
		do, undo   func()
	}{
		pair("unreadable layout", "layouts/page.html", build)(mode("layouts/page.html", 0)),
		pair("unreadable layouts", "layouts/so", build)(mode("layouts/so", 0)),
		pair("unreadable article", article+"index.md", build)(mode(article+"index.md", 0)),
		pair("unreadable article, checked", article+"index.md", []string{"check"})(mode(article+"index.md", 0)),
		pair("unreadable folder", "content/guong/can-lai-khay-com", build)(mode("content/guong/can-lai-khay-com", 0)),
		pair("unreadable picture", "bep-an.svg", build)(mode(article+"bep-an.svg", 0)),
		pair("unreadable static file", "static/favicon.svg", build)(mode("static/favicon.svg", 0)),
		pair("unreadable settings", "hugo.toml", build)(mode("hugo.toml", 0)),
		pair("destination not to be written", filepath.Base(dir), build)(mode(".", 0o555)),
		pair("article not to be written", "content/guong", []string{"new", "guong", "Bài mới", "--khong-hoi"})(mode("content/guong", 0o555)),
		pair("FIFO in content", article+"ong.jpg", build)(made(article+"ong.jpg", fifo)),
		pair("FIFO as article", "content/guong/ong/index.md", build)(func() (func(), func()) {
			do, undo := made("content/guong/ong/index.md", fifo)
			return func() { _ = os.Mkdir(filepath.Join(dir, "content/guong/ong"), 0o755); do() }, func() { undo(); _ = os.Remove(filepath.Join(dir, "content/guong/ong")) }
		}()),
		pair("FIFO in static", "static/ong.txt", build)(made("static/ong.txt", fifo)),
		pair("FIFO in layouts", "layouts/ong.html", build)(made("layouts/ong.html", fifo)),
		pair("device in static", "static/may.txt", build)(made("static/may.txt", device)),
		pair("broken template", "layouts/hong.html", build)(made("layouts/hong.html", broken)),
	} {
		t.Run(c.name, func(t *testing.T) {
			c.do()
			out, code := run(c.args...)
			c.undo()
			if code != exitContent && code != exitUsage || !strings.Contains(out, c.file) || !strings.Contains(out, " — ") {
				t.Errorf("exit %d:\n%s", code, out)
			}
			if word := foreignWords.FindString(out); word != "" {
				t.Errorf("says %q:\n%s", word, out)
			}
			if now := sums(t, filepath.Join(dir, "public")); len(differences(now, good)) > 0 {
				t.Error("the site is another one")
			}
		})
	}
	if out, code := run(build...); code != exitGood {
		t.Error("all is well again, and yet:", out)
	}
}

// fault is one case of TestFaults.
type fault = struct {
	name, file string
	args       []string
	do, undo   func()
}

func pair(name, file string, args []string) func(do, undo func()) fault {
	return func(do, undo func()) fault { return fault{name, file, args, do, undo} }
}
