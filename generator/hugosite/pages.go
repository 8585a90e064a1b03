package hugosite

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"github.com/gohugoio/hugo/resources/page"
)

// Page is a page of the last good build.
type Page struct {
	Kind         string // Hugo's: "home", "section", "taxonomy", "term", "page"
	Path         string // Hugo's logical path: "/guong/duong-loi", "/so/2023-10"
	RelPermalink string // "" when the page has no address of its own
	Title        string
	File         string // the source relative to the site's root, "" if there is none
	// OutputFormats names the file of each output format ("html", "in"),
	// slash-separated, relative to the destination.
	OutputFormats map[string]string
}

func (e *Engine) readPages() []Page {
	pages := []Page{} // not nil: the build was good
	for _, p := range e.sites.Pages() {
		q := Page{
			Kind: p.Kind(), Path: p.Path(), RelPermalink: p.RelPermalink(), Title: p.Title(),
			OutputFormats: map[string]string{},
		}
		if f := p.File(); f != nil {
			q.File = e.display(f.Filename())
		}
		for _, format := range p.OutputFormats() {
			if file := e.outputFile(format); file != "" {
				q.OutputFormats[strings.ToLower(format.Format.Name)] = file
			}
		}
		pages = append(pages, q)
	}
	return pages
}

// outputFile is where Hugo wrote a page: its address without the base path,
// not percent-encoded, with the name of the index file that servers add.
func (e *Engine) outputFile(format page.OutputFormat) string {
	link := format.RelPermalink()
	if link == "" {
		return ""
	}
	file, err := url.PathUnescape(link)
	if err != nil {
		return ""
	}
	file = strings.TrimPrefix(file, e.sites.Conf.BaseURL().BasePathNoTrailingSlash)
	if strings.HasSuffix(file, "/") {
		file = path.Join(file, format.Format.BaseFilename())
	}
	return strings.TrimPrefix(file, "/")
}

// display turns a path that Hugo knows into one that an editor knows:
// slash-separated, relative to the site's root, of the file on disk. What lies
// elsewhere stays as it is.
func (e *Engine) display(name string) string {
	if !filepath.IsAbs(name) {
		return filepath.ToSlash(name)
	}
	if e.files.listed() {
		if rel, err := filepath.Rel(e.files.root, name); err == nil && filepath.IsLocal(rel) {
			if n := e.files.tree.lookup(rel); n != nil && n.children == nil {
				return path.Join(contentDir, n.file.Source)
			}
		}
	}
	if rel, err := filepath.Rel(e.opt.Dir, name); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return filepath.ToSlash(name)
}
