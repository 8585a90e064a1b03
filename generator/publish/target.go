package publish

import (
	"fmt"
	"path"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/hugosite"

	"golang.org/x/text/unicode/norm"
)

// find returns the page that a print shows, nil when it shows a text.
func (opt SheetOptions) find(tree *content.Tree) (*content.Page, error) {
	if opt.Form == FormBanner || opt.Form == FormStrip {
		return nil, nil
	}
	name := norm.NFC.String(path.Clean(strings.ReplaceAll(opt.Target, `\`, "/")))
	for _, index := range []string{"/_index.md", "/index.md"} {
		name = strings.TrimSuffix(name, index)
	}
	if i := strings.LastIndex("/"+name, "/"+content.Dir+"/"); i >= 0 {
		name = name[i+len(content.Dir)+1:]
	}
	var keys []string
	for _, p := range tree.Pages {
		if !opt.shows(p) {
			continue
		}
		keys = append(keys, p.Key)
		if name != p.Key && name != path.Dir(p.Path) && name != norm.NFC.String(path.Dir(p.Source)) {
			continue
		}
		if p.Out != "" {
			return nil, TargetError{fmt.Sprintf("không in được %s: %s", p.File(), p.Out), "bài nháp, chờ duyệt, chưa đến ngày thì thêm --drafts; bài nội bộ thì bỏ --edition cong-khai"}
		}
		return p, nil
	}
	hint := "ghi khóa của số, ví dụ 2023-10, hoặc đường dẫn đến thư mục của bài, ví dụ content/guong/ten-bai"
	if near := bulletin.Nearest(path.Base(name), keys); near != "" {
		hint = fmt.Sprintf("có phải %q không? Hoặc %s", near, hint)
	}
	return nil, TargetError{fmt.Sprintf("không có %s tên là %q", opt.wanted(), opt.Target), hint}
}

// shows reports whether the form can show a page.
func (opt SheetOptions) shows(p *content.Page) bool {
	switch opt.Form {
	case FormIssue, FormSection:
		return p.Role == content.Issue
	case FormEntry:
		return p.Award != nil
	}
	return p.Role == content.Issue || p.Role == content.Article
}

func (opt SheetOptions) wanted() string {
	switch opt.Form {
	case FormIssue, FormSection:
		return "số báo"
	case FormEntry:
		return "bài dự giải"
	}
	return "số báo hay bài"
}

// issueOf is the issue that a page is, or belongs to; nil when there is none
// in the edition.
func (opt SheetOptions) issueOf(tree *content.Tree, page *content.Page) *content.Page {
	if page.Role == content.Issue {
		return page
	}
	for _, p := range tree.In(content.Issue) {
		if page.Article != nil && p.Key == page.Article.Issue {
			return p
		}
	}
	return nil
}

// readIssue finds the issue's own print page: it is what FormIssue prints, and
// says on which page of the issue an article stands.
func (j *boardJob) readIssue(site *hugosite.Engine, issue *content.Page, form Form) error {
	for _, p := range site.Pages() {
		html := p.OutputFormats["in"]
		if issue == nil || html == "" || p.File != content.Dir+"/"+issue.Source {
			continue
		}
		base := strings.TrimSuffix(p.RelPermalink, path.Dir(html)+"/")
		issueJob := printJob{pictures: j.pictures, plans: j.plans, tree: j.tree, root: j.root, html: html, basePath: base, issue: issue}
		if form == FormIssue || form == FormBoard {
			made, told, err := issueJob.makeUp()
			if err != nil {
				return err
			}
			if form == FormIssue {
				j.told, j.made = told, made
			}
		}
		if form == FormIssue {
			j.html, j.basePath = html, base
		}
		if form != FormBoard {
			return nil
		}
		pages, err := issueJob.layout()
		if err != nil {
			return err
		}
		j.printed = printedPages(pages)
	}
	return nil
}

// awardRules are the rules of a season as the templates read them; what is not
// known is left out.
func awardRules(season bulletin.Season) map[string]any {
	r, ok := season.Rules()
	if !ok {
		return map[string]any{}
	}
	const day = "2006-01-02"
	m := map[string]any{"ten": r.Name, "chua_ro": r.Unset()}
	if !r.WindowFrom.IsZero() && !r.WindowTo.IsZero() {
		m["dang_tu"], m["dang_den"] = r.WindowFrom.Format(day), r.WindowTo.Format(day)
	}
	if !r.Deadline.IsZero() {
		m["han_nop"] = r.Deadline.Format(day)
	}
	var press []string
	for _, p := range r.Press {
		press = append(press, string(p))
	}
	m["loai_hinh"], m["khong_nhan"] = press, r.RefusedPrizes
	if r.MaxParts != nil {
		m["so_ky_toi_da"] = *r.MaxParts
	}
	if r.MaxPerAuthor != nil {
		m["so_bai_moi_tac_gia"] = *r.MaxPerAuthor
	}
	m["khai_giai_da_dat"] = r.DeclareEarlierPrizes != nil && *r.DeclareEarlierPrizes
	return m
}
