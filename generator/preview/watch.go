package preview

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched are the folders of a site whose files make it.
var watched = []string{"archetypes", "assets", "content", "data", "i18n", "layouts", "static"}

const settings = "hugo.toml"

// quiet is how long the folders must be silent before a batch is complete. A
// save by an editor is a handful of events within a millisecond.
const (
	quiet   = 8 * time.Millisecond
	longest = 250 * time.Millisecond // a batch is handed on after this, silent or not
	burst   = 2 * longest            // a build waits this long for the next batch of many files
)

// watcher turns the events of a site's folders into batches of names.
type watcher struct {
	root string // absolute, links resolved
	fs   eventSource
}

// watch begins to watch a site; links are not followed. With poll above 0 it
// looks that often instead of waiting for events.
func watch(root string, poll time.Duration) (*watcher, error) {
	w, err := newSource(poll)
	if err != nil {
		return nil, fmt.Errorf("theo dõi thư mục %s: %w", root, err)
	}
	x := &watcher{root, w}
	if err := w.Add(root); err != nil {
		return nil, errors.Join(fmt.Errorf("theo dõi thư mục %s: %w", root, err), w.Close())
	}
	for _, name := range watched {
		if err := x.add(filepath.Join(root, name), func(string) {}); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	return x, nil
}

func newSource(poll time.Duration) (eventSource, error) {
	if poll > 0 {
		return newPoller(poll), nil
	}
	w, err := fsnotify.NewBufferedWatcher(4096)
	return notifier{w}, err
}

// add watches a folder and all below it, and tells of the files in it.
func (w *watcher) add(dir string, found func(name string)) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return fmt.Errorf("theo dõi thư mục %s: %w", name, err)
		case !d.IsDir():
			found(name)
			return nil
		case name != dir && passing(d.Name()):
			return fs.SkipDir
		}
		switch err := w.fs.Add(name); {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case errors.Is(err, syscall.ENOSPC):
			return fmt.Errorf("máy không cho theo dõi thêm thư mục (%s): tăng fs.inotify.max_user_watches, hoặc chạy serve --hoi-lai 2s", name)
		case err != nil:
			return fmt.Errorf("theo dõi thư mục %s: %w", name, err)
		}
		return nil
	})
}

// passing names the files that editors write beside the one they save.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasPrefix(name, "~$") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".swp") || name == "4913"
}

// run hands on batches until ctx ends: names relative to the root,
// slash-separated, each once; a folder that went away stands for all in it. A
// nil batch says that events were lost and anything may have changed.
func (w *watcher) run(ctx context.Context, batch func(names []string)) error {
	defer w.fs.Close()
	names, lost := map[string]bool{}, false
	timer := time.NewTimer(time.Hour)
	var first time.Time
	note := func(name string) {
		if rel, ok := w.relevant(name); ok {
			if len(names) == 0 {
				first = time.Now()
			}
			names[rel] = true
			timer.Reset(max(0, min(quiet, time.Until(first.Add(longest)))))
		}
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.fs.errors():
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("theo dõi thư mục: %w", err)
			}
			lost = true
			timer.Reset(longest)
		case event := <-w.fs.events():
			if event.Op == fsnotify.Chmod {
				continue
			}
			note(event.Name)
			if event.Has(fsnotify.Create) && isFolder(event.Name) {
				if _, ok := w.relevant(event.Name); ok {
					if err := w.add(event.Name, note); err != nil {
						return err
					}
				}
			}
		case <-timer.C:
			if lost {
				batch(nil)
			} else {
				batch(sorted(names))
			}
			names, lost = map[string]bool{}, false
		}
	}
}

// relevant says whether a name is one of the site's and not passing.
func (w *watcher) relevant(name string) (rel string, ok bool) {
	rel, err := filepath.Rel(w.root, name)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	parts := strings.Split(rel, "/")
	if rel != settings && !slices.Contains(watched, parts[0]) {
		return "", false
	}
	return rel, !slices.ContainsFunc(parts, passing)
}

func isFolder(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}

func sorted(set map[string]bool) []string {
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
