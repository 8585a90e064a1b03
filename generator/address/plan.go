// Package address knows where everything of an edition will stand on the site
// before anything is rendered: pages, old addresses, tags, units, lists, feeds,
// calendars, print pages, PDFs, pictures and static files. Two things at one
// place are a Clash; Hugo would let the last one written win, and say nothing.
//
// Places are compared as the worst file system does that a site may lie on:
// without regard to case (Windows, macOS) and to how a letter is composed. A
// file where another needs a folder is a clash too.
//
// The names that layouts/ and hugo.toml give their files are repeated here; a
// test builds the sample and fails when a file appears that is not foreseen.
package address

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/content"
)

// Free is how easily a claim can be moved: of two that clash, the freer one is
// the one to be told.
type Free int

const (
	Generated Free = iota // by layouts/
	Folder                // by a page's folder, or by a tag
	File                  // a picture or static file
	Slug
	Alias
)

// Claim is one file of the finished site and who wants it.
type Claim struct {
	Path  string        // "guong/ten-bai/index.html"
	Page  *content.Page // nil for a file and for what layouts/ makes
	Key   string        // the front matter key that says so, "" for the folder
	File  string        // of the source, as findings name it; "" for what layouts/ makes
	Free  Free
	Shift bool // gives way to a file of the same name: a picture for sharing
}

// Address is the claim's place as readers write it: "/guong/ten-bai/".
func (c Claim) Address() string { return "/" + strings.TrimSuffix(c.Path, "index.html") }

// Pos is the claim's place in its source.
func (c Claim) Pos() content.Pos {
	if c.Page == nil || c.Key == "" {
		return content.Pos{Line: 1, Col: 1}
	}
	return c.Page.At(c.Key)
}

// Clash is two claims of one place; At is the freer one.
type Clash struct{ At, With Claim }

// Plan is where everything will stand.
type Plan struct {
	claims  map[string][]Claim // by folded path
	lists   map[string]bool    // folders of pages that are divided into several
	folders map[string]Claim   // a claim below each folder
}

// New plans the edition that a tree holds; static may be nil.
func New(tree *content.Tree, static fs.FS) *Plan {
	p := &Plan{claims: map[string][]Claim{}, lists: map[string]bool{}, folders: map[string]Claim{}}
	p.site()
	for _, page := range tree.Pages {
		if page.Out == "" {
			p.page(page)
		}
	}
	p.sections(tree)
	p.static(static)
	return p
}

// fold is a path as the worst file system compares it.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

func (p *Plan) add(c Claim) {
	if c.Page != nil {
		c.File = c.Page.File()
	}
	key := fold(c.Path)
	p.claims[key] = append(p.claims[key], c)
	for dir := path.Dir(key); dir != "."; dir = path.Dir(dir) {
		if _, known := p.folders[dir]; !known {
			p.folders[dir] = c
		}
	}
}

func (p *Plan) made(names ...string) {
	for _, name := range names {
		p.add(Claim{Path: name})
	}
}

// list says that the page at dir may go on at dir/trang/2/.
func (p *Plan) list(dir string) { p.lists[fold(dir)] = true }

// Clashes lists what cannot stand together, in the order of the places.
func (p *Plan) Clashes() (all []Clash) {
	for _, key := range slices.Sorted(maps.Keys(p.claims)) {
		claims := p.claims[key]
		if len(claims) > 1 {
			all = append(all, together(claims)...)
		}
		first := claims[0]
		if below, taken := p.folders[key]; taken {
			all = append(all, clash(first, below))
		}
		if list := p.listOf(key); list != "" {
			all = append(all, clash(first, Claim{Path: first.Path}))
		}
	}
	return all
}

// together are the clashes of claims of one place: the firmest one stays.
func together(claims []Claim) (all []Clash) {
	claims = slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool { return c.Shift })
	slices.SortStableFunc(claims, func(a, b Claim) int { return cmp.Compare(a.Free, b.Free) })
	for _, c := range claims[min(1, len(claims)):] {
		all = append(all, clash(claims[0], c))
	}
	return all
}

func clash(a, b Claim) Clash {
	if a.Free > b.Free || b.File == "" {
		a, b = b, a
	}
	return Clash{At: b, With: a}
}

var paged = regexp.MustCompile(`^(.+)/trang/[0-9]+/index\.html$`)

// listOf is the list whose further page would stand at a place.
func (p *Plan) listOf(key string) string {
	if m := paged.FindStringSubmatch(key); m != nil && p.lists[m[1]] {
		return m[1]
	}
	return ""
}

// named are the files whose names nobody knows before they are made: scaled
// pictures, codes, what bears a fingerprint, the search index.
var named = regexp.MustCompile(`_hu_[0-9a-f]+\.[a-z]+$|^qr/qr_[0-9a-f]+\.png$|^(css/trang|js)/[a-z-]+\.min\.[0-9a-f]{64}\.(css|js)$|^phong/[a-z0-9-]+\.[0-9a-f]{64}\.woff2$|^tim-kiem/du-lieu/[0-9a-f]+/`)

// Foresees reports whether a file of the finished site is in the plan.
func (p *Plan) Foresees(file string) bool {
	key := fold(file)
	return len(p.claims[key]) > 0 || p.listOf(key) != "" || named.MatchString(file)
}

// Stands reports whether something answers at an address: a page, an old
// address, a list or a file.
func (p *Plan) Stands(address string) bool {
	at := strings.TrimPrefix(address, "/")
	if at == "" || strings.HasSuffix(at, "/") {
		at += "index.html"
	}
	return len(p.claims[fold(at)]) > 0
}
