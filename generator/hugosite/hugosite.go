// Package hugosite builds a site with Hugo embedded as a library. It is the
// only package that imports Hugo: raising Hugo's version is work on this
// package and its contract tests alone.
//
// Contract: settings come from the site's hugo.toml, with the options laid
// over them; HUGO_* environment variables change nothing. Under content/ Hugo
// and the templates see exactly the files that the caller lists, under the
// names that the caller gives them, whatever else lies on the disk. Pages are
// written into a staging folder (package staging), which Publish puts in the
// destination's place. What Hugo says goes wrong comes back as *Error, with
// the place in the files that an editor knows; no panic of Hugo's own
// goroutine passes (one in a worker goroutine of Hugo cannot be caught). Build
// and Rebuild always come back, also when Hugo does not: see attempt.
package hugosite

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"bantin/generator/hugosite/staging"

	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/yuin/goldmark/ast"
)

// contentDir is the one folder of content; a contentDir in hugo.toml does not
// count.
const contentDir = "content"

// configFile is the one settings file.
const configFile = "hugo.toml"

// sourceDirs are the folders of a site that Hugo reads.
var sourceDirs = []string{"archetypes", "assets", "config", contentDir, "data", "i18n", "layouts", "static", "themes"}

// File is one file as Hugo shall see it.
type File struct {
	Path   string // slash-separated, relative to content/: "guong/duong-loi/index.md"
	Source string // the file on disk, relative to content/: "guong/Đường lối/index.md"
	Data   []byte // when not nil, replaces the bytes of Source (which need not exist then)
	Real   string // absolute path of the file that holds the bytes, when neither Source nor Data does
}

// Options say what to build and how.
type Options struct {
	Dir         string         // the site's root, where hugo.toml lies
	Destination string         // the folder that Publish replaces; not used with Memory
	Content     []File         // nil: the content folder as it is, links and hidden files by Hugo's own rules
	BaseURL     string         // when not empty, wins over hugo.toml
	Params      map[string]any // laid over hugo.toml's params, nested maps key by key; values may have methods
	Set         map[string]any // further settings that win over hugo.toml; dotted keys are nested: "pagination.pagerSize"
	Drafts      bool
	Future      bool
	Now         time.Time // when not zero, Hugo's clock starts here
	Memory      bool      // keep the pages in memory: Output and Written return them; nothing is staged
	Watch       bool      // Rebuild will be called after Build

	// Static, when not nil, makes what is shown of a file of the static folders;
	// with Memory alone.
	Static func(name string, data []byte) []byte

	// Patience is how long Hugo may neither read nor write a file before a build
	// is given up; zero: two minutes.
	Patience time.Duration

	// Log receives Hugo's own log as it is written; nil: nobody does.
	Log io.Writer
	// Progress is told of each stage ("load", "render") and of the files
	// written so far; total is 0 while nobody knows it. It may be called from
	// several goroutines, never from two at once.
	Progress func(stage string, done, total int)
	// Goldmark may change the syntax tree of each Markdown text after Hugo
	// parsed it and before Hugo renders it. file is relative to the site's
	// root, "" for a text that has none. It must be safe for concurrent use.
	Goldmark func(doc ast.Node, source []byte, file string)
}

// Engine builds one site. Its methods may be called from any goroutine; one
// runs at a time.
type Engine struct {
	opt Options
	log *logSink

	mu      sync.Mutex
	attempt *attempt // the last
	lost    int      // attempts given up
	files   *contentFs
	staging *staging.Folder
	memory  *memory
	conf    *allconfig.Configs
	fs      *hugofs.Fs
	sites   *hugolib.HugoSites
	pages   []Page
}

// Open checks the site and the destination, and locks the destination. The
// caller must Close the engine.
func Open(opt Options) (*Engine, error) {
	var err error
	if opt.Dir, err = filepath.Abs(opt.Dir); err != nil {
		return nil, fmt.Errorf("site folder: %w", err)
	}
	// Hugo compares paths by name: a link on the way would hide the content.
	if opt.Dir, err = filepath.EvalSymlinks(opt.Dir); err != nil {
		return nil, fmt.Errorf("site folder: %w", err)
	}
	if _, err := os.Stat(filepath.Join(opt.Dir, configFile)); err != nil {
		return nil, &Error{File: configFile, Kind: KindConfig, Message: "the site has no " + configFile, cause: err}
	}
	e := &Engine{opt: opt, log: newLogSink(opt.Log)}
	if e.files, err = newContentFs(opt.Dir, opt.Content); err != nil {
		return nil, err
	}
	if opt.Memory {
		return e, nil
	}
	if err := e.stage(); err != nil {
		return nil, err
	}
	return e, nil
}

func (e *Engine) stage() error {
	guard := staging.Guard{Root: e.opt.Dir}
	for _, d := range sourceDirs {
		guard.Sources = append(guard.Sources, filepath.Join(e.opt.Dir, d))
	}
	if e.opt.Destination == "" {
		return errors.New("no destination folder given")
	}
	var err error
	e.staging, err = staging.Open(e.opt.Destination, guard)
	return err
}

// Staging is the folder that holds the finished pages after Build: more files
// may be added to it before Publish. "" after Publish.
func (e *Engine) Staging() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.staging == nil {
		return ""
	}
	return e.staging.Dir()
}

// Publish puts the finished pages in the destination's place; see
// staging.Folder.Publish.
func (e *Engine) Publish() (staging.Report, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pages == nil || e.staging == nil {
		return staging.Report{}, errors.New("publish: nothing is built")
	}
	report, err := e.staging.Publish()
	if err == nil {
		e.staging = nil
	}
	return report, err
}

// Pages are the pages of the last good Build.
func (e *Engine) Pages() []Page {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.pages
}

// Warnings are what Hugo warned of since Open, each once.
func (e *Engine) Warnings() []string { return e.log.warnings() }

// Close frees Hugo's resources and discards what was not published.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	err := e.closeSites()
	if e.staging != nil {
		err = errors.Join(err, e.staging.Discard())
		e.staging = nil
	}
	return err
}

func (e *Engine) closeSites() error {
	if e.sites == nil {
		return nil
	}
	err := e.sites.Close()
	e.sites, e.fs, e.conf = nil, nil, nil
	return err
}
