package hugosite

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
)

// Hugo does not always come back. Its renderPages hands pages to workers over
// a channel; at the tenth error it closes HugoSites.Done, at which each worker
// leaves with its next error, and when all have left while the next page is
// being handed over, nobody takes it: blocked for ever. A template can also
// call itself without end. So each piece of Hugo's work runs in a goroutine of
// its own, an attempt, which is given up when it stands still. What it holds
// is lost then: there is no way to stop a goroutine.

const (
	// patience is how long nothing may be read or written. Between two files
	// lies at most one page with its pictures.
	patience = 2 * time.Minute
	// afterErrors is the same once Hugo has stopped handing out pages, when all
	// that is left are the pages begun.
	afterErrors = time.Second
)

// errors of an attempt given up.
var (
	errDeaf  = errors.New("hugosite: Hugo blocked after ten errors")
	errStill = errors.New("hugosite: Hugo stood still")
)

// attempt is one piece of work of Hugo's.
type attempt struct {
	beats atomic.Int64 // files read and written
	over  atomic.Bool  // given up: its file systems refuse everything
	// stopped is Hugo's channel that closes at the tenth error. Hugo makes a new
	// one as each build begins, before it opens a file.
	stopped atomic.Value // <-chan bool
	sites   *hugolib.HugoSites
	roomy   bool // see buildRoomy
	runaway atomic.Pointer[string]
}

// errGivenUp is what an attempt finds that goes on after it was given up.
var errGivenUp = errors.New("hugosite: this build was given up")

// beat counts a sign of life.
func (a *attempt) beat() error {
	a.beats.Add(1)
	if a.sites != nil {
		a.stopped.Store(a.sites.Done())
	}
	if a.over.Load() {
		return errGivenUp
	}
	return nil
}

// deaf says that Hugo hands out no more pages.
func (a *attempt) deaf() bool {
	stopped, _ := a.stopped.Load().(<-chan bool)
	select {
	case <-stopped: // never while there is none
		return true
	default:
		return false
	}
}

// run does work until it ends, or stands still.
func (a *attempt) run(patience time.Duration, work func() error) error {
	result := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				result <- Errors{panicError(r, debug.Stack())}
			}
		}()
		result <- work()
	}()
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	beats, since := a.beats.Load(), time.Now()
	for {
		select {
		case err := <-result:
			return err
		case <-tick.C:
		}
		if a.runaway.Load() != nil {
			a.over.Store(true)
			return errStill
		}
		now, still := a.beats.Load(), time.Since(since)
		switch {
		case now != beats:
			beats, since = now, time.Now()
		case still > patience:
			a.over.Store(true)
			return errStill
		case still > afterErrors && a.deaf():
			a.over.Store(true)
			return errDeaf
		}
	}
}

// hugo has Hugo build the sites that are loaded. When it does not come back,
// they are lost.
func (e *Engine) hugo(events ...fsnotify.Event) error {
	sites := e.sites
	err := e.attempt.run(e.patience(), func() error {
		return sites.Build(hugolib.BuildCfg{NoBuildLock: true}, events...)
	})
	if lost(err) {
		e.lost++
		// Not closed: that could wait for what never ends.
		e.sites, e.fs, e.conf = nil, nil, nil
	}
	return err
}

// Lost says how often Hugo did not come back and was started afresh.
func (e *Engine) Lost() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.lost
}

func (e *Engine) patience() time.Duration { return cmp.Or(e.opt.Patience, patience) }

func lost(err error) bool { return errors.Is(err, errDeaf) || errors.Is(err, errStill) }

// sourceFs tells an attempt of each file that Hugo opens.
type sourceFs struct {
	*contentFs
	attempt *attempt
}

// Open is part of afero.Fs.
func (s sourceFs) Open(name string) (afero.File, error) {
	if err := s.attempt.beat(); err != nil {
		return nil, err
	}
	s.stopRunaway(name)
	return s.contentFs.Open(name)
}

// tooDeep is more calls, one within the other, than any template makes that
// ends: Hugo lets partials call partials a thousand deep, at some 16 calls each.
const tooDeep = 8000

// stopRunaway ends the goroutine of a template that calls itself without end.
// Hugo notices too, and opens the template for the lines to show; but its error
// then grows through a thousand levels, which takes minutes for each page.
func (s sourceFs) stopRunaway(name string) {
	if s.attempt.sites == nil {
		return
	}
	var deepest [1]uintptr
	if runtime.Callers(tooDeep, deepest[:]) > 0 {
		s.attempt.runaway.CompareAndSwap(nil, &name)
		runtime.Goexit()
	}
}

// OpenFile is part of afero.Fs.
func (s sourceFs) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	if err := s.attempt.beat(); err != nil {
		return nil, err
	}
	return s.contentFs.OpenFile(name, flag, perm)
}

// stuck tells of an attempt that was given up. Hugo does not say what it was
// at; most often it is the template that was changed last.
func (e *Engine) stuck(err error) *Error {
	x := &Error{Kind: KindStill, Message: "Hugo neither ends nor reads or writes a file", cause: err}
	if name := e.attempt.runaway.Load(); name != nil {
		x.File, x.Kind, x.Message = e.display(*name), KindTemplate, "it calls itself without end"
		return x
	}
	if name := e.newestTemplate(); name != "" {
		x.File = e.display(name)
	}
	return x
}

func (e *Engine) newestTemplate() (newest string) {
	var last time.Time
	_ = filepath.WalkDir(filepath.Join(e.opt.Dir, "layouts"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil && info.ModTime().After(last) {
			newest, last = name, info.ModTime()
		}
		return nil
	})
	return newest
}
