package content

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"bantin/generator/bulletin"

	"golang.org/x/text/unicode/norm"
)

// Revision is a page as it is with other bytes in its file.
type Revision struct {
	Page     *Page
	File     File              // what Hugo reads of it
	Findings bulletin.Findings // of reading it
	// TextOnly says that nothing but the text below the front matter differs,
	// so that no other page, and no file of one, can stand elsewhere, come or go.
	TextOnly bool
}

// Revise reads a page of the tree again, from raw. The tree stays as it is.
func (t *Tree) Revise(p *Page, raw []byte) Revision {
	q := &Page{Source: p.Source, Path: p.Path, Role: p.Role, Key: p.Key, Resources: p.Resources, resources: p.resources}
	problems := q.parse(raw)
	q.Out = t.Options.reason(q)
	l := &loader{tree: t}
	for _, x := range problems {
		l.report(q.Source, x.pos, q.Level(bulletin.Error), x.code, x.message, x.fix)
	}
	if q.Out == "" {
		l.rewrite(q)
	}
	return Revision{
		Page: q, File: File{Path: q.Path, Source: q.Source, Data: q.bytes()}, Findings: l.findings,
		TextOnly: p.Out == "" && q.Out == "" && bytes.Equal(p.front.front, q.front.front) && slices.Equal(t.useIDs(p), t.useIDs(q)),
	}
}

// bytes is what Hugo reads, never nil.
func (p *Page) bytes() []byte {
	if p.data != nil {
		return p.data
	}
	return p.Raw
}

// With returns the tree with q in the place of the page of the same path.
func (t *Tree) With(q *Page) *Tree {
	u := *t
	u.Pages, u.files = slices.Clone(t.Pages), maps.Clone(t.files)
	u.byPath, u.byAddr = maps.Clone(t.byPath), maps.Clone(t.byAddr)
	for i, p := range u.Pages {
		if p.Path == q.Path {
			u.Pages[i], u.files[q] = q, u.files[p]
			delete(u.files, p)
			delete(u.byAddr, p.Address())
			u.byPath[q.Path], u.byAddr[q.Address()] = q, q
		}
	}
	return &u
}

// FilesOf returns what Hugo may see of some pages, their files included.
func (t *Tree) FilesOf(pages ...*Page) []File {
	var files []File
	for _, p := range pages {
		if p.Out == "" {
			files = append(append(files, File{Path: p.Path, Source: p.Source, Data: p.bytes()}), t.files[p]...)
		}
	}
	return files
}

// Reasons says why a page is not in an edition: every reason, where Page.Out
// is the first. nil when it is in it.
func (o Options) Reasons(p *Page) []Reason {
	if p.Out == IsBroken {
		return []Reason{IsBroken}
	}
	var reasons []Reason
	all := o
	all.Edition = bulletin.Internal
	if out := all.reason(p); out != "" {
		reasons = append(reasons, out)
	}
	if !o.Edition.Holds(p.Meta.Reach) {
		reasons = append(reasons, IsInternal)
	}
	return reasons
}

// ReloadDir is LoadDir for a folder of which last is an earlier reading: files
// for which changed says false are not read again.
func ReloadDir(dir string, opt Options, last *Tree, changed func(source string) bool) (*Tree, bulletin.Findings, error) {
	root, err := os.OpenRoot(filepath.Clean(dir))
	if err != nil {
		return nil, nil, fmt.Errorf("open content folder: %w", err)
	}
	defer root.Close()
	known := map[string]*Page{}
	for _, p := range last.Pages {
		if !changed(p.Source) {
			known[p.Source] = p
		}
	}
	tree, findings := loadKnown(root.FS(), opt, known)
	return tree, findings, nil
}

// again takes over what an earlier reading found in the page's file, which is
// the same; false when it has to be read.
func (p *Page) again(known map[string]*Page) bool {
	old := known[p.Source]
	if old == nil || old.Path != p.Path || old.Out == IsBroken || len(old.problems) > 0 {
		return false
	}
	fresh := *old
	fresh.Resources, fresh.resources, fresh.data = nil, nil, nil
	*p = fresh
	return true
}

// normal makes bytes NFC, nil when they are already and data is nil.
func normal(raw, data []byte) []byte {
	if data == nil && !norm.NFC.IsNormal(raw) {
		data = raw
	}
	if data != nil {
		data = norm.NFC.Bytes(data)
	}
	return data
}
