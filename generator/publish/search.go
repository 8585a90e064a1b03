package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/search"
)

// unsearched are the elements and classes of what a page of layouts/ shows
// besides itself: the title and summary (the index has them already), links to
// headings, and the titles of other pages.
var unsearched = []string{"h1", "muc", "sapo", "neo", "bai-dan", "cung-loat", "footnote-ref", "footnote-backref", "nghe", "viet-toa-soan", "gui-bai", "ma-in"}

// writeSearch writes the search index of the rendered site's articles and
// documents. A site without a search page has none.
func writeSearch(opt Options, tree *content.Tree, site *hugosite.Engine) error {
	rendered := site.Pages()
	if !slices.ContainsFunc(rendered, func(p hugosite.Page) bool { return p.Path == "/"+search.Dir }) {
		return nil
	}
	opt.Progress("làm chỉ mục tìm kiếm")
	return WriteSearch(site.Staging(), tree, rendered, os.DirFS(site.Staging()))
}

// WriteSearch writes the search index of rendered pages, whose files lie in
// site, into the folder root.
func WriteSearch(root string, tree *content.Tree, rendered []hugosite.Page, site fs.FS) error {
	var documents []search.Document
	for _, d := range tree.In(content.Document) {
		documents = append(documents, search.Document{Key: d.Key, Title: d.Meta.Title})
	}
	if _, err := search.Write(root, searchPages(tree, rendered, site), documents); err != nil {
		return fmt.Errorf("làm chỉ mục tìm kiếm: %w", err)
	}
	return nil
}

// searchPages are the articles, documents and issues that the site shows. What is not
// in the edition was never rendered, and the text is what readers see.
func searchPages(tree *content.Tree, rendered []hugosite.Page, site fs.FS) (pages []search.Page) {
	sources := map[string]*content.Page{}
	for _, role := range []content.Role{content.Article, content.Document, content.Issue} {
		for _, p := range tree.In(role) {
			sources[p.File()] = p
		}
	}
	for _, r := range rendered {
		p, html := sources[r.File], r.OutputFormats["html"]
		if p == nil || html == "" {
			continue
		}
		kind, _, _ := strings.Cut(p.Path, "/")
		page := search.Page{
			Path: strings.TrimSuffix(html, "index.html"), Title: p.Meta.Title, Summary: p.Meta.Summary, Kind: kind, Date: p.Meta.Date,
			Text: func() ([]string, error) { return shownText(site, html) },
		}
		if p.Issue != nil {
			// Its articles are found by themselves; it is by its number or key.
			page.Summary, page.Text = "Số báo "+p.Key, func() ([]string, error) { return nil, nil }
		} else if p.Article != nil {
			page.Unit, page.Documents = p.Article.Unit, p.Article.Documents
			page.Title = shownTitle(p)
		} else {
			page.Unit, page.Summary, page.Documents = p.Document.Organ, p.Document.Subject, []string{p.Key}
		}
		pages = append(pages, page)
	}
	return pages
}

// shownText reads the article of a rendered page.
func shownText(site fs.FS, html string) ([]string, error) {
	f, err := site.Open(path.Clean(html))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return search.ArticleText(f, unsearched...)
}

// shownTitle is a page's title as lists show it.
func shownTitle(p *content.Page) string {
	if p.Session != nil {
		return p.Session.State.Mark(p.Meta.Title)
	}
	return p.Meta.Title
}
