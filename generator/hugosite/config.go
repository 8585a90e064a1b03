package hugosite

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
)

// overlay hands out copies of its nested maps. Hugo lays the flags over its
// settings both before and after it reads hugo.toml; without a copy the first
// time puts our own maps into the settings, hugo.toml is merged into them, and
// the file wins over the flags.
type overlay struct{ config.Provider }

func (o overlay) Get(key string) any { return copyParams(o.Provider.Get(key)) }

func copyParams(v any) any {
	m, ok := v.(hmaps.Params)
	if !ok {
		return v
	}
	c := make(hmaps.Params, len(m))
	for k, x := range m {
		c[k] = copyParams(x)
	}
	return c
}

// flags are the settings that win over hugo.toml.
func (e *Engine) flags() config.Provider {
	f := config.New()
	// Templates could read the environment; a page that depends on the machine
	// is not wanted.
	f.Set("security.funcs.getenv", []string{"none"})
	for k, v := range e.opt.Set {
		f.Set(k, copyValue(v))
	}
	if len(e.opt.Params) > 0 {
		f.Set("params", copyValue(e.opt.Params))
	}
	if e.opt.BaseURL != "" {
		f.Set("baseURL", e.opt.BaseURL)
	}
	f.Set("buildDrafts", e.opt.Drafts)
	f.Set("buildFuture", e.opt.Future)
	f.Set("workingDir", e.opt.Dir)
	f.Set("contentDir", contentDir)
	f.Set("publishDir", e.publishDir())
	f.Set("internal", hmaps.Params{"watch": e.opt.Watch, "running": false})
	return overlay{f}
}

// copyValue copies the maps of a caller's value: Hugo lower-cases their keys
// in place.
func copyValue(v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	m = maps.Clone(m)
	for k, x := range m {
		m[k] = copyValue(x)
	}
	return m
}

func (e *Engine) loadConfig() (*allconfig.Configs, error) {
	return allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:    sourceFs{e.files, e.attempt},
		Flags: e.flags(),
		// Below workingDir. With the folder in front, a comma in its name would
		// make a list of files that are not there, and no settings at all.
		Filename:    configFile,
		Environment: "production",
		// An empty list would mean the process's own environment, whose HUGO_*
		// variables win over everything.
		Environ: []string{"BANTIN=1"},
		Logger: loggers.New(loggers.Options{
			StdOut: e.log, StdErr: e.log, Level: logg.LevelWarn, DistinctLevel: logg.LevelWarn,
		}),
	})
}

// checkMounts refuses content that comes from anywhere but the content folder:
// a mount or a theme could bring in pages that the caller did not list.
func (e *Engine) checkMounts(conf *allconfig.Configs) error {
	if !e.files.listed() {
		return nil
	}
	for _, module := range conf.Modules {
		for _, m := range module.Mounts() {
			first, _, _ := strings.Cut(filepath.ToSlash(m.Target), "/")
			if first != contentDir {
				continue
			}
			source := m.Source
			if !filepath.IsAbs(source) {
				source = filepath.Join(module.Dir(), source)
			}
			if rel, err := filepath.Rel(e.files.root, source); err != nil || !filepath.IsLocal(rel) {
				return &Error{File: configFile, Kind: KindConfig,
					Message: fmt.Sprintf("content is mounted from %s: only the folder %s may hold content", e.display(source), contentDir)}
			}
		}
	}
	return nil
}
