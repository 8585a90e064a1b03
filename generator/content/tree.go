// Package content reads the content folder: which files there are, what their
// front matter says, and which of them an edition holds. It reads every file
// once and judges nothing that needs more than one page; that is package
// check's work.
//
// What is not in the edition is not in Tree.Files, and whoever renders the site
// sees nothing but Tree.Files: so nothing else can leak into a list, a feed, a
// picture or a PDF. Silence means internal, for every file.
package content

import (
	"io/fs"
	"time"

	"bantin/generator/bulletin"
)

// Dir is the content folder's name within the site.
const Dir = "content"

// Options say which edition is wanted.
type Options struct {
	Edition bulletin.Edition
	Drafts  bool      // also drafts, waiting and future pages
	Now     time.Time // decides what lies in the future
}

// Role is what a page is for.
type Role int

const (
	Plain Role = iota // home, a section's head, "about us"
	Article
	Issue
	Document
)

// Reason says why a page is not in the edition; "" when it is.
type Reason string

const (
	IsInternal Reason = "nội bộ"
	IsDraft    Reason = "bản nháp"
	IsWaiting  Reason = "chưa duyệt"
	IsFuture   Reason = "chưa đến ngày đăng"
	IsExpired  Reason = "đã hết hạn đăng"
)

// Pos is a place in a file: 1-based, Col in characters.
type Pos struct{ Line, Col int }

// Page is one page of the content folder.
type Page struct {
	Source string // real path below the content folder
	Path   string // the same in ASCII, as Hugo sees it
	Role   Role
	Key    string // the folder's ASCII name: issue key, document key, article name
	Out    Reason

	Meta     *bulletin.Meta
	Article  *bulletin.Article // nil unless Role is Article; the parts below too
	Model    *bulletin.ModelArticle
	Award    *bulletin.AwardArticle
	Session  *bulletin.SessionArticle
	Issue    *bulletin.Issue
	Document *bulletin.Document

	Body      []byte   // Markdown, names of resources already in ASCII
	BodyLine  int      // line of the file on which Body starts
	Resources []string // ASCII paths, relative to the page's folder

	keys    map[string]Pos // "van_ban.0" -> its value's place
	data    []byte         // the whole file, when names in it were changed
	changed bool
}

// File returns the page's file as findings name it.
func (p *Page) File() string { return Dir + "/" + p.Source }

// At returns the place of a front matter value by its path, as in
// "anh.0.tep"; when it is absent, that of the longest prefix that is there, and
// the file's first line at last.
func (p *Page) At(path string) Pos {
	for path != "" {
		if pos, ok := p.keys[path]; ok {
			return pos
		}
		path = parentKey(path)
	}
	return Pos{1, 1}
}

// Has reports whether the front matter holds a value at path.
func (p *Page) Has(path string) bool { _, ok := p.keys[path]; return ok }

// File is one file that Hugo may see.
type File struct {
	Path   string // below content/, ASCII
	Source string // real path below content/; that of a generated file does not exist
	Data   []byte // overrides the file's bytes when not nil
}

// Tree is the content folder, read.
type Tree struct {
	Options Options
	Pages   []*Page // sorted by Source, in the edition or not

	resources map[*Page][]File
	byPath    map[string]*Page
}

// In returns the pages of a role that are in the edition.
func (t *Tree) In(role Role) []*Page {
	var in []*Page
	for _, p := range t.Pages {
		if p.Role == role && p.Out == "" {
			in = append(in, p)
		}
	}
	return in
}

// ByPath finds a page by its ASCII path below the content folder.
func (t *Tree) ByPath(path string) *Page { return t.byPath[path] }

// Files returns exactly what Hugo may see, sorted by path.
func (t *Tree) Files() []File {
	var files []File
	for _, p := range t.Pages {
		if p.Out != "" {
			continue
		}
		f := File{Path: p.Path, Source: p.Source}
		if p.changed {
			f.Data = p.data
		}
		files = append(append(files, f), t.resources[p]...)
	}
	files = append(files, t.tagPages()...)
	sortFiles(files)
	return files
}

// Load reads the content folder root. The tree is usable even when there are
// findings; pages that could not be read are missing from it.
func Load(root fs.FS, opt Options) (*Tree, bulletin.Findings) {
	l := &loader{root: root, tree: &Tree{Options: opt, resources: map[*Page][]File{}, byPath: map[string]*Page{}}}
	l.walk()
	l.readPages()
	l.assignResources()
	l.findings.Sort()
	return l.tree, l.findings
}
