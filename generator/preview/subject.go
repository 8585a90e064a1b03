package preview

import (
	"path"
	"strings"

	"bantin/generator/content"
)

// subjectOf names the sketch that shows a page, "" when none does: lists of
// many pages wait for the whole build.
func subjectOf(p *content.Page) string {
	switch {
	case p == nil || p.Out != "":
		return ""
	case p.Article != nil && p.Article.Issue != "":
		return "so/" + p.Article.Issue
	case p.Role == content.Issue:
		return "so/" + p.Key
	case path.Base(p.Path) == "index.md":
		return p.Path
	}
	return ""
}

// only are the settings by which Hugo renders only what is looked at while a
// page is written: the articles of its issue and the issue, or the page alone.
func (s *sketch) only(page *content.Page) map[string]any {
	// One matcher: Hugo heeds only the first of several here.
	include := []map[string]any{{"output": "html", "path": "/" + path.Dir(page.Path)}}
	if key, ok := strings.CutPrefix(subjectOf(page), "so/"); ok {
		output := "html"
		if s.sheets {
			output = "{html,in}"
		}
		include = []map[string]any{{"output": output, "path": "{/guong/**,/bua-liem-vang/**,/hoc-tap/**,/so/" + key + "}"}}
	}
	return map[string]any{"segments.phac.includes": include, "renderSegments": []string{"phac"}}
}

// related are the pages of a sketch: the page, those of its issue, the
// documents and pages that they name, and the heads of sections.
func related(tree *content.Tree, page *content.Page) []*content.Page {
	var pages []*content.Page
	seen := map[*content.Page]bool{}
	add := func(p *content.Page) {
		if p != nil && p.Out == "" && !seen[p] {
			seen[p] = true
			pages = append(pages, p)
		}
	}
	issue := ""
	if page.Role == content.Issue {
		issue = page.Key
	} else if page.Article != nil {
		issue = page.Article.Issue
	}
	add(page)
	for _, p := range tree.Pages {
		if path.Base(p.Path) == "_index.md" && (p.Role != content.Issue || p.Key == issue) || issue != "" && p.Article != nil && p.Article.Issue == issue {
			add(p)
		}
	}
	for _, p := range pages {
		if p.Article == nil {
			continue
		}
		for _, key := range p.Article.Documents {
			add(tree.ByPath("van-ban/" + key + "/index.md"))
		}
	}
	return pages
}
