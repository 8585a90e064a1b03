// Package content reads the content folder: which files there are, what their
// front matter says, and which of them an edition holds. It reads every file
// once and judges nothing that needs more than one page; that is package
// check's work.
//
// What is not in the edition is not in Tree.Files, and whoever renders the site
// sees nothing but Tree.Files: so nothing else can leak into a list, a feed, a
// picture or a PDF. Silence means internal, for every file. Of a page's folder
// only what a page shows or links is among them, and only of kinds that may go
// out (uses.go); every other file is a finding.
//
// Names become ASCII on the way (Tree.Files says which file is seen where), and
// references to them in the text and front matter are rewritten to match, on
// the same line. Everything that a finding points at is the file as its editor
// wrote it.
package content

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
)

// Dir is the content folder's name within the site.
const Dir = "content"

// Options say which edition is wanted. An edition that is not known is treated
// as the public one, which holds less.
type Options struct {
	Edition bulletin.Edition
	Drafts  bool      // also drafts, waiting, future and expired pages
	Now     time.Time // decides what lies in the future; give Hugo the same
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
	IsBroken   Reason = "chưa đọc được"
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

	Raw       []byte   // the whole file
	Body      []byte   // its Markdown, a part of Raw
	BodyLine  int      // line of the file on which Body starts
	Resources []string // ASCII paths relative to the page's folder, sorted

	front     parts
	keys      map[string]Pos // "van_ban.0" -> its value's place
	data      []byte         // what Hugo reads instead of Raw, nil when the same
	resources map[string]string
	problems  []problem // of reading the file
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

// PlainKey is a front matter path as an editor knows it: "tags.0" is "tags".
func PlainKey(path string) string {
	parts := slices.DeleteFunc(strings.Split(path, "."), func(s string) bool { return s[0] >= '0' && s[0] <= '9' })
	return strings.Join(parts, ".")
}

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

	files    map[*Page][]File // the pages' resources that are shown or linked
	hasFiles bool             // some page has files, used or not
	tags     []File
	kept     map[*Page][]bulletin.PlanLine
	byPath   map[string]*Page
	byAddr   map[string]*Page // "/guong/ten-bai/"
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
	files := slices.Clone(t.tags)
	for _, p := range t.Pages {
		if p.Out == "" {
			files = append(append(files, File{Path: p.Path, Source: p.Source, Data: p.data}), t.files[p]...)
		}
	}
	slices.SortFunc(files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return files
}

// Load reads the content folder root. The tree is usable even when there are
// findings: pages whose front matter cannot be read are in it with the reason
// IsBroken, files at an impossible place are not.
//
// root must not follow links out of the folder: use LoadDir for a real one.
func Load(root fs.FS, opt Options) (*Tree, bulletin.Findings) { return loadKnown(root, opt, nil) }

// loadKnown is Load; files of known pages are not read.
func loadKnown(root fs.FS, opt Options, known map[string]*Page) (*Tree, bulletin.Findings) {
	l := &loader{root: root, known: known, tree: &Tree{Options: opt, files: map[*Page][]File{}, byPath: map[string]*Page{}, byAddr: map[string]*Page{}}}
	l.walk()
	l.readPages()
	l.assignResources()
	l.keepUsed()
	l.keptPlans()
	l.rewritePages()
	l.tagPages()
	l.findings.Sort()
	return l.tree, l.findings
}

// LoadDir is Load for the folder dir of the machine.
func LoadDir(dir string, opt Options) (*Tree, bulletin.Findings, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open content folder: %w", err)
	}
	defer root.Close()
	tree, findings := Load(root.FS(), opt)
	return tree, findings, nil
}
