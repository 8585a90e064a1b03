package hugosite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gohugoio/hugo/common/herrors"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/spf13/afero"
	"github.com/spf13/fsync"
)

// outputFs is the staging folder as Hugo writes it: folders get mode 0755 and
// files 0644, whatever Hugo or the umask say, and the files are counted.
type outputFs struct {
	afero.OsFs
	attempt *attempt
	count   func()
}

// publishDir is what Hugo takes for its destination. In memory it is a name
// alone: nothing is written there.
func (e *Engine) publishDir() string {
	if e.opt.Memory {
		return filepath.Join(e.opt.Dir, "public")
	}
	return e.staging.Dir()
}

func (e *Engine) outputFs() afero.Fs {
	if e.opt.Memory {
		return memoryFs{e.memory, e.attempt}
	}
	return hugofs.NewBasePathFs(&outputFs{attempt: e.attempt, count: e.counter()}, e.staging.Dir())
}

// counter reports the number of files written, at most ten times a second.
func (e *Engine) counter() func() {
	if e.opt.Progress == nil {
		return func() {}
	}
	var mu sync.Mutex
	var done int
	var last time.Time
	return func() {
		mu.Lock()
		defer mu.Unlock()
		done++
		if now := time.Now(); now.Sub(last) > 100*time.Millisecond {
			last = now
			e.opt.Progress("render", done, 0)
		}
	}
}

func (o *outputFs) Name() string { return "outputFs" }

// Create is part of afero.Fs.
func (o *outputFs) Create(name string) (afero.File, error) {
	return o.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644)
}

// OpenFile is part of afero.Fs.
func (o *outputFs) OpenFile(name string, flag int, _ os.FileMode) (afero.File, error) {
	if err := o.attempt.beat(); err != nil {
		return nil, err
	}
	f, err := o.OsFs.OpenFile(name, flag, 0o644)
	if err == nil && flag&os.O_CREATE != 0 {
		o.count()
	}
	return f, err
}

// Mkdir is part of afero.Fs.
func (o *outputFs) Mkdir(name string, _ os.FileMode) error {
	if err := o.attempt.beat(); err != nil {
		return err
	}
	if err := os.Mkdir(name, 0o755); err != nil {
		return err
	}
	// At once: under a severe umask the owner could not write into it.
	return os.Chmod(name, 0o755)
}

// MkdirAll is part of afero.Fs.
func (o *outputFs) MkdirAll(name string, perm os.FileMode) error {
	err := o.Mkdir(name, perm)
	if errors.Is(err, fs.ErrNotExist) {
		if err := o.MkdirAll(filepath.Dir(name), perm); err != nil {
			return err
		}
		err = o.Mkdir(name, perm)
	}
	if errors.Is(err, fs.ErrExist) {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Chmod is part of afero.Fs: modes are ours.
func (o *outputFs) Chmod(string, os.FileMode) error { return nil }

// copyStatic copies the static folders, which hugolib leaves to its caller.
func (e *Engine) copyStatic() error {
	if e.opt.Memory {
		return e.syncStaticMemory()
	}
	return e.syncStatic()
}

func (e *Engine) syncStatic() error {
	for _, s := range e.sites.BaseFs.SourceFilesystems.Static {
		if _, err := s.Fs.Stat(""); herrors.IsNotExist(err) {
			continue
		}
		sy := fsync.NewSyncer()
		sy.SrcFs, sy.DestFs, sy.NoChmod = s.Fs, e.fs.PublishDirStatic, true
		to := filepath.Join(string(filepath.Separator), s.PublishFolder)
		if err := sy.Sync(to, string(filepath.Separator)); err != nil && !herrors.IsNotExist(err) {
			return err
		}
	}
	return nil
}
