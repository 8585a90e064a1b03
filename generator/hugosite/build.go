package hugosite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
)

// Build builds the whole site into the staging folder, from settings and
// sources as they are now. After an error the staging folder holds rubbish;
// the next Build starts afresh. It always comes back.
func (e *Engine) Build() (err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.pages = nil
	defer setClock(e.opt.Now)()
	err = e.buildOnce(&attempt{})
	if errors.Is(err, errDeaf) {
		err = e.buildRoomy()
	}
	if err != nil {
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

// buildOnce makes one attempt at the whole site.
func (e *Engine) buildOnce(a *attempt) error {
	e.attempt = a
	if err := e.emptyStaging(); err != nil {
		return err
	}
	if err := e.refuseOddFiles(); err != nil {
		return err
	}
	e.progress("load", 0)
	err := e.attempt.run(e.patience(), func() error {
		if err := e.load(); err != nil {
			return err
		}
		e.progress("render", 0)
		if err := e.copyStatic(); err != nil {
			return fmt.Errorf("copy static files: %w", err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	e.attempt.sites = e.sites
	return e.hugo()
}

// buildRoomy builds again after Hugo blocked, which took the errors with it:
// with a worker for every page, handing pages over never waits, and Hugo says
// what is wrong. It costs memory, but only where the build fails anyway.
func (e *Engine) buildRoomy() error {
	most := 1000
	if e.files.tree != nil {
		most += 8 * e.files.tree.count()
	}
	return withWorkers(most, func() error { return e.buildOnce(&attempt{roomy: true}) })
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
	fs := hugofs.NewFrom(sourceFs{e.files, e.attempt}, base)
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
