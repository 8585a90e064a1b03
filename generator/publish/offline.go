package publish

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/offline"
)

// writeOffline lists what readers' devices keep, of the folder as it will be
// published.
func writeOffline(tree *content.Tree, site *hugosite.Engine) error {
	s := offline.Site{Root: site.Staging(), Base: "/"}
	html := map[string]string{} // by source
	for _, p := range site.Pages() {
		if file := p.OutputFormats["html"]; file != "" && p.File != "" {
			html[p.File] = file
		}
		if p.Kind == "home" {
			s.Base, s.Home = p.RelPermalink, []string{p.OutputFormats["html"]}
		}
	}
	issues := slices.SortedStableFunc(slices.Values(tree.In(content.Issue)), func(a, b *content.Page) int {
		return cmp.Or(b.Meta.Date.Compare(a.Meta.Date), strings.Compare(b.Key, a.Key))
	})
	for _, p := range issues {
		page := html[p.File()]
		if page == "" {
			continue
		}
		issue := offline.Issue{Title: p.Meta.Title, Page: page, Files: []string{path.Join(path.Dir(page), "ban-tin-"+p.Key+".pdf")}}
		for _, a := range tree.In(content.Article) {
			if file := html[a.File()]; file != "" && a.Article.Issue == p.Key {
				issue.Pages = append(issue.Pages, file)
			}
		}
		s.Issues = append(s.Issues, issue)
	}
	if err := offline.Write(s); err != nil {
		return fmt.Errorf("lập danh mục đọc khi mất mạng: %w", err)
	}
	return nil
}
