package hugosite

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// Build builds the whole site into the staging folder, from settings and
// sources as they are now. After an error the staging folder holds rubbish;
// the next Build starts afresh.
func (e *Engine) Build() (err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = Errors{panicError(r, debug.Stack())}
		}
	}()
	e.pages = nil
	if err := e.emptyStaging(); err != nil {
		return err
	}
	defer setClock(e.opt.Now)()
	e.progress("load", 0)
	if err := e.load(); err != nil {
		return e.diagnose(err)
	}
	e.progress("render", 0)
	if err := e.copyStatic(); err != nil {
		return e.diagnose(fmt.Errorf("copy static files: %w", err))
	}
	if err := e.sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return e.diagnose(err)
	}
	e.pages = e.readPages()
	if e.opt.Watch {
		return nil
	}
	// Hugo holds some 80 kB a page: what comes after the build needs it more.
	err = e.closeSites()
	runtime.GC()
	return err
}

// emptyStaging makes the staging folder fresh and empty.
func (e *Engine) emptyStaging() error {
	if e.opt.Memory {
		e.memory = newMemory()
		return nil
	}
	if e.staging == nil {
		return e.stage()
	}
	entries, err := os.ReadDir(e.staging.Dir())
	if err != nil {
		return fmt.Errorf("empty the staging folder: %w", err)
	}
	for _, entry := range entries {
		if err := os.RemoveAll(filepath.Join(e.staging.Dir(), entry.Name())); err != nil {
			return fmt.Errorf("empty the staging folder: %w", err)
		}
	}
	return nil
}

// load reads the settings and makes new, empty sites.
func (e *Engine) load() error {
	if err := e.closeSites(); err != nil {
		return fmt.Errorf("close the last build: %w", err)
	}
	e.log.reset()
	conf, err := e.loadConfig()
	if err != nil {
		return err
	}
	if err := e.checkMounts(conf); err != nil {
		return err
	}
	base := conf.LoadingInfo.BaseConfig
	base.PublishDir = e.publishDir()
	fs := hugofs.NewFrom(e.files, base)
	out := e.outputFs()
	fs.PublishDir, fs.PublishDirStatic, fs.PublishDirServer = out, out, out
	err = withAnchors(e.rewrite, func() error {
		sites, err := hugolib.NewHugoSites(deps.DepsCfg{
			Configs: conf, Fs: fs, StdOut: e.log, StdErr: e.log, LogLevel: logg.LevelWarn,
		})
		e.sites = sites
		return err
	})
	if err != nil {
		e.sites = nil
		return err
	}
	e.conf, e.fs = conf, fs
	return nil
}

func (e *Engine) progress(stage string, done int) {
	if e.opt.Progress != nil {
		e.opt.Progress(stage, done, 0)
	}
}
