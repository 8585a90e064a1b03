package preview

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// TestPollSeesWhatSendsNoEvents: with --hoi-lai nothing listens to events, and
// a saved file changes the page all the same; new folders are looked into too.
func TestPollSeesWhatSendsNoEvents(t *testing.T) {
	l := start(t, copySite(t), func(o *Options) { o.Poll = 100 * time.Millisecond })
	l.save(article, l.read(article)+"\nLưu trên ổ mạng.\n")
	l.shows(address, "Lưu trên ổ mạng.", true)
	text := strings.Replace(l.read("content/gioi-thieu/index.md"), "---\n", "---\nslug: trang-moi\n", 1)
	put(t, filepath.Join(l.site, "content/trang-moi/index.md"), text+"\nTrang ở thư mục mới.\n")
	l.shows("/trang-moi/", "Trang ở thư mục mới.", true)
	l.save("content/trang-moi/index.md", text+"\nLưu lần hai.\n")
	l.shows("/trang-moi/", "Lưu lần hai.", true)
}

// TestPollerTellsTheSame compares the poller with what was done, one step at a
// time: a change that leaves size and time as they were counts.
func TestPollerTellsTheSame(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	put(t, name, "môt")
	sub := filepath.Join(dir, "sub")
	if err := os.Mkdir(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	p := newPoller(10 * time.Millisecond)
	defer p.Close()
	for _, d := range []string{dir, sub} {
		if err := p.Add(d); err != nil {
			t.Fatal(err)
		}
	}
	stamp := time.Now()
	if err := os.Chtimes(name, stamp, stamp); err != nil {
		t.Fatal(err)
	}
	next(t, p, fsnotify.Write, name)
	for _, step := range []struct {
		do   func() error
		op   fsnotify.Op
		name string
	}{
		{func() error { // the same size, the same time
			return errorsOf(os.WriteFile(name, []byte("hai."), 0o644), os.Chtimes(name, stamp, stamp))
		}, fsnotify.Write, name},
		{func() error { return os.WriteFile(filepath.Join(sub, "b.md"), nil, 0o644) }, fsnotify.Create, filepath.Join(sub, "b.md")},
		{func() error { return os.Remove(name) }, fsnotify.Remove, name},
		{func() error { return os.RemoveAll(sub) }, fsnotify.Remove, sub},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		next(t, p, step.op, step.name)
	}
}

func errorsOf(errs ...error) error {
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return errs[i]
}

// next waits for one event, others may come before it.
func next(t *testing.T, p *poller, op fsnotify.Op, name string) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	for {
		select {
		case e := <-p.events():
			if e.Name == name && e.Op == op {
				return
			}
		case <-ctx.Done():
			t.Fatalf("no %s of %s", op, filepath.Base(name))
		}
	}
}
