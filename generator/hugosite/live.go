package hugosite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/afero"
)

// Op is what happened to a file.
type Op int

const (
	Written Op = iota
	Created
	Removed
)

// Change is one file that is not as the last build saw it.
type Change struct {
	// Path is slash-separated and relative to the site's root; below content/
	// it is File.Path, not File.Source.
	Path string
	Op   Op
}

// SetContent replaces the list of content files. It takes effect with the next
// Build, or with a Rebuild that names every file that differs.
func (e *Engine) SetContent(files []File) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.files.listed() {
		return errors.New("set content: the engine was opened without a list of content files")
	}
	tree, err := newTree(e.files.root, files)
	if err != nil {
		return err
	}
	e.opt.Content, e.files.tree = files, tree
	return nil
}

// SetFile replaces the bytes of one content file that is listed already, or
// puts its bytes on disk in force when data is nil.
func (e *Engine) SetFile(path string, data []byte) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.files.listed() {
		if n := e.files.tree.lookup(filepath.FromSlash(path)); n != nil && n.children == nil {
			n.file.Data = data
			return nil
		}
	}
	return fmt.Errorf("set content file %s: not listed", path)
}

// Rebuild renders anew what depends on the changed files; the engine must have
// been opened with Watch. Hugo's dependencies are exact for the text of pages
// and for templates that change; pages that come, go or move, and templates
// that are new, want a Build. After an error, and after a failed Build, only
// Build helps; Rebuild says ErrStale then.
func (e *Engine) Rebuild(changes ...Change) (err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.sites == nil || e.pages == nil {
		return ErrStale
	}
	defer func() {
		if err != nil {
			e.pages = nil
		}
	}()
	defer setClock(e.opt.Now)()
	e.log.reset()
	events := make([]fsnotify.Event, len(changes))
	for i, c := range changes {
		op := map[Op]fsnotify.Op{Written: fsnotify.Write, Created: fsnotify.Create, Removed: fsnotify.Remove}[c.Op]
		events[i] = fsnotify.Event{Name: filepath.Join(e.opt.Dir, filepath.FromSlash(c.Path)), Op: op}
	}
	err = e.hugo(events...)
	if errors.Is(err, errDeaf) {
		return ErrStale // Build finds out what is wrong
	}
	if err != nil {
		return e.diagnose(err)
	}
	return nil
}

// ErrStale is Rebuild's answer when there is no good build to start from, or
// when Hugo blocked and took its errors with it.
var ErrStale = errors.New("hugosite: no good build to rebuild from")

// ReadPages brings Pages up to date after Rebuild, which leaves them as the
// last Build found them.
func (e *Engine) ReadPages() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.sites != nil && e.pages != nil {
		e.pages = e.readPages()
	}
}

// Output returns the finished files of an engine with Memory, by path without a
// leading slash. The map is the caller's; the bytes are not to be changed.
func (e *Engine) Output() map[string][]byte {
	e.mu.Lock()
	defer e.mu.Unlock()
	files := map[string][]byte{}
	if e.memory != nil {
		e.memory.mu.Lock()
		defer e.memory.mu.Unlock()
		for name, data := range e.memory.files {
			files[name] = data
		}
		clear(e.memory.written)
	}
	return files
}

// Written returns the files written since the last Output or Written.
func (e *Engine) Written() map[string][]byte {
	e.mu.Lock()
	defer e.mu.Unlock()
	files := map[string][]byte{}
	if e.memory != nil {
		for _, name := range e.memory.take() {
			files[name], _ = e.memory.get(name)
		}
	}
	return files
}

// syncStaticMemory copies the static folders into memory.
func (e *Engine) syncStaticMemory() error {
	for _, s := range e.sites.BaseFs.SourceFilesystems.Static {
		err := afero.Walk(s.Fs, "", func(name string, info fs.FileInfo, err error) error {
			if err != nil || info.IsDir() {
				if errors.Is(err, fs.ErrNotExist) {
					return nil
				}
				return err
			}
			data, err := afero.ReadFile(s.Fs, name)
			if errors.Is(err, os.ErrNotExist) {
				return nil // removed meanwhile, or a link to nothing
			}
			if err == nil {
				if e.opt.Static != nil {
					data = e.opt.Static(name, data)
				}
				e.memory.put(filepath.Join(s.PublishFolder, strings.TrimPrefix(name, "/")), data)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
