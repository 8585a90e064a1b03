package preview

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/publish"
)

// builder builds the whole site. One build runs at a time.
type builder struct {
	opt    publish.Options
	engine *hugosite.Engine
	marker *marker
	tree   *content.Tree
	good   bool            // the engine's last build succeeded
	broken map[string]bool // content files that could not be read, by source
	known  map[string]bool // layouts that the engine's sites have seen
}

// built is the outcome of a build.
type built struct {
	tree     *content.Tree
	files    map[string][]byte // all, or those that were written anew
	whole    bool
	pages    []hugosite.Page   // nil: as before
	findings bulletin.Findings // of reading the content
	revised  []*content.Page   // the pages that were read again, when no others can differ
	static   bool              // files of the static folder were written, nothing else
	afresh   bool              // Hugo stood still, and was started afresh
	err      error
}

func newBuilder(opt publish.Options) *builder {
	return &builder{opt: opt, marker: &marker{}, broken: map[string]bool{}}
}

func (b *builder) close() error {
	if b.engine == nil {
		return nil
	}
	return b.engine.Close()
}

// build brings the site up to date with the files named; nil means all.
func (b *builder) build(names []string) built {
	lost := b.lost()
	res := b.bring(names)
	res.afresh = b.lost() > lost
	return res
}

func (b *builder) lost() int {
	if b.engine == nil {
		return 0
	}
	return b.engine.Lost()
}

func (b *builder) bring(names []string) built {
	if b.tree == nil || names == nil {
		return b.afresh()
	}
	if res, ok := b.revise(names); ok {
		return res
	}
	touched, inContent := map[string]bool{}, false
	for _, name := range names {
		if rel, ok := strings.CutPrefix(name, content.Dir+"/"); ok || name == content.Dir {
			touched[rel], inContent = true, true
		}
	}
	if !inContent {
		return b.layouts(names)
	}
	tree, findings, err := content.ReloadDir(filepath.Join(b.opt.Site, content.Dir), b.reading(), b.tree, func(source string) bool {
		return b.broken[source] || within(touched, source)
	})
	if err != nil {
		return built{err: fmt.Errorf("mở thư mục bài: %w", err)}
	}
	return b.whole(tree, findings)
}

func (b *builder) afresh() built {
	tree, findings, err := content.LoadDir(filepath.Join(b.opt.Site, content.Dir), b.reading())
	if err != nil {
		return built{err: fmt.Errorf("mở thư mục bài: %w", err)}
	}
	return b.whole(tree, findings)
}

// reading are the options under which the content is read.
func (b *builder) reading() content.Options {
	return content.Options{Edition: b.opt.Edition, Drafts: true, Now: b.opt.Now}
}

// whole builds the site of a tree from nothing.
func (b *builder) whole(tree *content.Tree, findings bulletin.Findings) built {
	b.tree = b.keepGood(tree)
	b.marker.set(b.tree)
	res := built{tree: b.tree, findings: findings, whole: true}
	b.known = layoutFiles(b.opt.Site)
	b.good = false
	if res.err = b.open(); res.err != nil {
		return res
	}
	if res.err = b.engine.Build(); res.err == nil {
		b.good = true
		res.files, res.pages = b.engine.Output(), b.engine.Pages()
	}
	return res
}

func (b *builder) open() (err error) {
	files := publish.SiteFiles(b.opt.Site, b.tree.Files())
	if b.engine != nil {
		return b.engine.SetContent(files)
	}
	b.engine, err = hugosite.Open(publish.LiveSite(b.opt, b.tree, func(o *hugosite.Options) { o.Goldmark = b.marker.Rewrite }))
	return err
}

// keepGood puts the last good reading of each page in the place of one that
// cannot be read now.
func (b *builder) keepGood(tree *content.Tree) *content.Tree {
	clear(b.broken)
	for _, p := range tree.Pages {
		if p.Out != content.IsBroken {
			continue
		}
		b.broken[p.Source] = true
		if b.tree == nil {
			continue
		}
		if old := b.tree.ByPath(p.Path); old != nil && old.Out != content.IsBroken {
			tree = tree.With(old)
		}
	}
	return tree
}

// revise builds after changes to the text of pages alone; ok is false when it
// was something else that changed.
func (b *builder) revise(names []string) (res built, ok bool) {
	tree := b.tree
	var changes []hugosite.Change
	var files []content.File
	for _, name := range names {
		p, raw := readPage(b.opt.Site, tree, name)
		if p == nil {
			return built{}, false
		}
		r := tree.Revise(p, raw)
		if r.Page.Out == content.IsBroken && p.Out == "" {
			// The last good page stays; it is read again when it is mended.
			b.broken[p.Source] = true
			res.findings = append(res.findings, r.Findings...)
			continue
		}
		if !r.TextOnly {
			return built{}, false
		}
		delete(b.broken, p.Source)
		tree = tree.With(r.Page)
		res.findings, res.revised = append(res.findings, r.Findings...), append(res.revised, r.Page)
		changes, files = append(changes, hugosite.Change{Path: content.Dir + "/" + p.Path}), append(files, r.File)
	}
	if !b.good {
		return built{}, false
	}
	b.tree, res.tree = tree, tree
	b.marker.set(tree)
	for _, f := range files {
		if err := b.engine.SetFile(f.Path, f.Data); err != nil {
			return built{}, false
		}
	}
	return b.rebuild(res, changes), true
}

// copied takes files of the static folder that were written; ok is false when
// something else changed.
func (b *builder) copied(names []string) (res built, ok bool) {
	res = built{tree: b.tree, static: true, files: map[string][]byte{}}
	root, err := os.OpenRoot(b.opt.Site)
	if err != nil || !b.good {
		return built{}, false
	}
	defer root.Close()
	for _, name := range names {
		output, ok := strings.CutPrefix(name, "static/")
		if !ok || !exists(b.opt.Site, name) {
			return built{}, false
		}
		data, err := root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return built{}, false
		}
		res.files[output] = publish.CleanStatic(output, data)
	}
	return res, true
}

// layouts builds after changes outside the content.
func (b *builder) layouts(names []string) built {
	if res, ok := b.copied(names); ok {
		return res
	}
	var changes []hugosite.Change
	for _, name := range names {
		if !b.good || !b.known[name] || !exists(b.opt.Site, name) {
			return b.whole(b.tree, nil)
		}
		changes = append(changes, hugosite.Change{Path: name})
	}
	return b.rebuild(built{tree: b.tree}, changes)
}

func (b *builder) rebuild(res built, changes []hugosite.Change) built {
	if len(changes) == 0 {
		return res
	}
	res.err = b.engine.Rebuild(changes...)
	if errors.Is(res.err, hugosite.ErrStale) {
		return b.whole(b.tree, res.findings)
	}
	b.good = res.err == nil
	if b.good {
		res.files = b.engine.Written()
	}
	return res
}

// judge judges the pages of an outcome: those that were revised, or all.
func (b *builder) judge(res built) bulletin.Findings {
	checker := check.New(res.tree, publish.CheckOptions(b.opt.Site))
	if res.revised == nil {
		return checker.Tree()
	}
	var findings bulletin.Findings
	for _, p := range res.revised {
		findings = append(findings, checker.Page(p)...)
	}
	return findings
}
