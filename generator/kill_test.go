package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

// kills is how many runs of each command the kill tests end before their time.
func kills(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(cmp.Or(os.Getenv("BANTIN_KILLS"), "3"))
	if err != nil {
		t.Fatal("BANTIN_KILLS:", err)
	}
	return n
}

// patience is how long a command may take that is not killed, on a machine with
// much else to do.
const patience = 3 * time.Minute

// killed runs the program in a folder and ends it after a while. It says whether
// the program had ended by itself.
func killed(t *testing.T, dir string, after time.Duration, sig os.Signal, args ...string) (ended bool) {
	t.Helper()
	cmd := exec.Command("bantin", args...)
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
		return true
	case <-time.After(after):
	}
	if err := cmd.Process.Signal(sig); err != nil {
		<-done
		return true
	}
	select {
	case <-done:
		return false
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		t.Fatalf("%q does not end after %v\n%s", args, sig, said.String())
	}
	return false
}

// patiently is the program with what it may take of time: a hang is a failure.
func patiently(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), patience)
	t.Cleanup(stop)
	cmd := exec.CommandContext(ctx, "bantin", args...)
	cmd.Dir = dir
	return cmd
}

// whole runs the program to its end and returns how long it took.
func whole(t *testing.T, dir string, args ...string) time.Duration {
	t.Helper()
	cmd := patiently(t, dir, args...)
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%q: %v\n%s", args, err, out)
	}
	return time.Since(start)
}

// TestKilledBuilds: whenever a build dies, the site is a whole one, and what an
// editor put into it is somewhere.
func TestKilledBuilds(t *testing.T) {
	dir := site(t)
	titles := []string{"Cân lại khay cơm thừa", "Cân lại khay cơm thừa, lần hai"}
	article := filepath.Join(dir, "content/guong/can-lai-khay-com/index.md")
	text, err := os.ReadFile(article)
	if err != nil {
		t.Fatal(err)
	}
	write := func(title string) {
		if err := os.WriteFile(article, bytes.ReplaceAll(text, []byte(titles[0]), []byte(title)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := []string{"build"}
	if os.Getenv("BANTIN_KILLS") == "" {
		build = append(build, "--no-print") // in half the time
	}
	var good []map[string][32]byte
	var took time.Duration
	for i, title := range titles {
		write(title)
		took = whole(t, dir, append(slices.Clone(build), "--destination", fmt.Sprint("chuan-", i))...)
		good = append(good, sums(t, filepath.Join(dir, fmt.Sprint("chuan-", i))))
	}
	if maps.Equal(good[0], good[1]) {
		t.Fatal("both sites are the same")
	}
	public := filepath.Join(dir, "public")
	whole(t, dir, build...)
	mine, early := 0, 0
	n := kills(t)
	for i := range n {
		write(titles[i%2])
		if i%2 == 0 { // pictures are scaled anew
			if err := os.RemoveAll(filepath.Join(dir, "resources")); err != nil {
				t.Fatal(err)
			}
		}
		name := filepath.Join(public, fmt.Sprintf("cua-toi-%d.txt", i))
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
		mine++
		before := len(half(t, dir)) // a run that dies at its start clears nothing away
		sig := os.Signal(os.Kill)
		if i%3 == 2 && runtime.GOOS != "windows" {
			sig = syscall.SIGTERM
		}
		if !killed(t, dir, time.Duration(rand.Float64()*1.1*float64(took)), sig, build...) {
			early++
			if sig == syscall.SIGTERM && before == 0 {
				nothingHalf(t, dir)
			}
		}
		now := sums(t, public)
		maps.DeleteFunc(now, func(name string, _ [32]byte) bool { return strings.HasPrefix(name, "cua-toi-") })
		if !maps.Equal(now, good[0]) && !maps.Equal(now, good[1]) {
			t.Fatalf("after kill %d the site is none that was built", i)
		}
	}
	write(titles[0])
	whole(t, dir, build...)
	if !maps.Equal(sums(t, public), good[0]) {
		t.Error("the build after the kills is not a clean one: ", differences(sums(t, public), good[0]))
	}
	nothingHalf(t, dir)
	found, err := filepath.Glob(filepath.Join(dir, "public.giu-lai*", "cua-toi-*.txt"))
	if err != nil || len(found) != mine {
		t.Errorf("of %d files of the editor %d are there", mine, len(found))
	}
	t.Logf("build: %d runs, %d ended early, hangs 0, broken 0, lost %d", n, early, mine-len(found))
}

func differences(a, b map[string][32]byte) (names []string) {
	for _, m := range []map[string][32]byte{a, b} {
		for name := range m {
			if a[name] != b[name] && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// half lists what builds that were killed left beside the site.
func half(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), ".bantin-") && !strings.HasSuffix(e.Name(), ".bantin-manifest") {
			names = append(names, e.Name())
		}
	}
	return names
}

func nothingHalf(t *testing.T, dir string) {
	t.Helper()
	if left := half(t, dir); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// TestKilledMends: an article holds what it held, or all that --sua makes of it.
func TestKilledMends(t *testing.T) {
	clean := mendable(t)
	for _, name := range articles(t, clean) {
		was, _ := os.ReadFile(name)
		if norm.NFC.IsNormal(was) {
			t.Fatal("nothing to mend in", name)
		}
	}
	dir := mendable(t)
	whole(t, clean, "check", "--sua", "--format", "text")
	took := whole(t, mendable(t), "check", "--sua")
	early, n := 0, kills(t)
	for i := range n {
		if i%4 == 3 { // all are mended by now
			dir = mendable(t)
		}
		if !killed(t, dir, time.Duration((0.2+0.9*rand.Float64())*float64(took)), os.Kill, "check", "--sua") {
			early++
		}
		compareMended(t, dir, clean, false)
	}
	whole(t, dir, "check", "--sua")
	compareMended(t, dir, clean, true)
	if left, _ := filepath.Glob(filepath.Join(dir, "content/guong/*/.*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	t.Logf("check --sua: %d runs, %d ended early, hangs 0, broken 0, lost 0", n, early)
}

// mendable is a site of articles with marks that are typed apart; some have a
// second name.
func mendable(t *testing.T) string {
	t.Helper()
	dir := site(t)
	from := filepath.Join(dir, "content/guong/can-lai-khay-com/index.md")
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := bytes.Cut(text, []byte("\nanh:"))
	if _, rest, ok := bytes.Cut(text, []byte("\nkieu:")); ok {
		front, _, _ := bytes.Cut(rest, []byte("\n---"))
		head = append(append(slices.Clone(head), "\nkieu:"...), front...)
	}
	if err := os.RemoveAll(filepath.Join(dir, "content/guong")); err != nil {
		t.Fatal(err)
	}
	for i := range 60 {
		body := norm.NFD.String(strings.Repeat(fmt.Sprintf("Đoạn thứ %d về nền nếp trường lớp. ", i), 400))
		data := fmt.Appendf(slices.Clone(head), "\n---\n\n%s\n", body)
		name := filepath.Join(dir, "content/guong", fmt.Sprintf("bai-%02d", i), "index.md")
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if i%3 == 0 {
			if err := os.Link(name, filepath.Join(dir, fmt.Sprintf("ten-khac-%02d.md", i))); err != nil {
				t.Log(err)
			}
		}
	}
	return dir
}

func articles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "content/guong/bai-*/index.md"))
	if err != nil || len(names) != 60 {
		t.Fatal(len(names), err)
	}
	return names
}

// compareMended: each article is as in clean, or, unless all must be, as it
// was. One with a second name may be half written when a rescue lies beside it.
func compareMended(t *testing.T, dir, clean string, all bool) {
	t.Helper()
	for _, name := range articles(t, dir) {
		rel, _ := filepath.Rel(dir, name)
		now, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		mended, err := os.ReadFile(filepath.Join(clean, rel))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(now, mended) {
			continue
		}
		_, rescue := os.Stat(filepath.Join(filepath.Dir(name), ".index.md.bantin-sua"))
		if all || rescue != nil && !bytes.Equal(norm.NFC.Bytes(now), norm.NFC.Bytes(mended)) {
			t.Fatalf("%s is neither what it was nor mended: %d bytes", rel, len(now))
		}
	}
}

// TestKilledNews: a new article is there with all its text, or not at all, and
// then the same command makes it.
func TestKilledNews(t *testing.T) {
	dir := site(t)
	whole(t, dir, "new", "guong", "Bài đầu", "--khong-hoi") // the first is slow
	took := whole(t, dir, "new", "guong", "Bài mẫu", "--khong-hoi")
	model, err := os.ReadFile(filepath.Join(dir, "content/guong/bai-mau/index.md"))
	if err != nil {
		t.Fatal(err)
	}
	early, n := 0, kills(t)
	for i := range n {
		title := fmt.Sprintf("Bài %d", i)
		name := filepath.Join(dir, "content/guong", fmt.Sprintf("bai-%d", i), "index.md")
		args := []string{"new", "guong", title, "--khong-hoi"}
		if !killed(t, dir, time.Duration((0.1+0.9*rand.Float64())*float64(took)), os.Kill, args...) {
			early++
		}
		if _, err := os.Stat(name); err != nil {
			whole(t, dir, args...)
		}
		data, err := os.ReadFile(name)
		if err != nil || string(data) != strings.ReplaceAll(string(model), "Bài mẫu", title) {
			t.Fatalf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	t.Logf("new: %d runs, %d ended early, hangs 0, broken 0, lost 0", n, early)
}
