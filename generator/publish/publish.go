// Package publish makes a finished folder out of a bulletin's sources: it reads
// and judges the content, has Hugo render the site, has the press set each
// issue's print page, and puts the result in the destination's place only when
// everything is complete. It decides the order of the work and nothing else.
//
// What editors must mend comes back as bulletin.Findings with an error in it.
package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/citation"
	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/ledger"
	"bantin/generator/webface"
)

// Options say what to publish, and where.
type Options struct {
	Site        string // the folder that holds hugo.toml
	Destination string // relative to Site unless absolute
	Edition     bulletin.Edition
	BaseURL     string // "" for the one of hugo.toml
	Drafts      bool   // also drafts, waiting and future pages
	Print       bool   // make the PDFs
	Register    Register
	Now         time.Time
	// Created dates the PDFs; when zero, each carries its issue's date.
	Created time.Time
	// Progress, when not nil, is told what is being done, in Vietnamese.
	Progress func(text string)
}

// Result says what was made.
type Result struct {
	Destination string
	Pages       int
	Articles    int
	Prints      []Print
	Findings    bulletin.Findings // warnings and hints
}

// Build does the whole work.
func Build(ctx context.Context, opt Options) (*Result, error) {
	if opt.Progress == nil {
		opt.Progress = func(string) {}
	}
	opt.Progress("đọc và soát bài")
	tree, findings, err := Judge(opt)
	if err == nil {
		findings = inside(tree, findings)
		err = findings.Err()
	}
	if err != nil {
		return nil, err
	}
	book := newRegistrar(opt, tree)
	site, err := openSite(opt, tree, book.tell)
	if err != nil {
		return nil, err
	}
	res, err := build(ctx, opt, tree, site)
	closing := site.Close()
	if err != nil {
		return nil, err
	}
	res.Findings = append(findings, res.Findings...)
	res.Findings = append(res.Findings, book.enter(underSite(opt.Site, opt.Destination))...)
	if closing != nil { // the site is live
		res.Findings = append(res.Findings, notCleaned("", closing))
	}
	return res, nil
}

// Judge reads the content of the edition and everything wrong with it.
func Judge(opt Options) (*content.Tree, bulletin.Findings, error) {
	tree, findings, err := content.LoadDir(filepath.Join(opt.Site, content.Dir),
		content.Options{Edition: opt.Edition, Drafts: opt.Drafts, Now: opt.Now})
	if err != nil {
		return nil, nil, fmt.Errorf("mở thư mục bài: %w", err)
	}
	findings = append(findings, check.Run(tree, CheckOptions(opt.Site))...)
	findings.Sort()
	return tree, findings, nil
}

// CheckOptions says what a site offers to the rules besides its content.
func CheckOptions(site string) check.Options {
	names, holding := shortcodes(site)
	return check.Options{
		Shortcodes: names, Calls: calls(holding),
		Static:     os.DirFS(filepath.Join(site, "static")),
		StaticRuns: staticRuns(site),
		Files:      os.DirFS(filepath.Join(site, content.Dir)),
		Pictures:   picturesOf(site),
		Ledger:     func(e bulletin.Edition) (*ledger.Ledger, []ledger.Problem) { return readLedger(site, e) },
	}
}

// staticRuns are the static files that the settings let hold scripts.
func staticRuns(site string) []string {
	var settings struct {
		Params struct {
			Runs []string `toml:"tep_tinh_duoc_chay"`
		} `toml:"params"`
	}
	data, err := os.ReadFile(filepath.Join(site, "hugo.toml"))
	if err != nil || toml.Unmarshal(data, &settings) != nil {
		return nil // Hugo says what is wrong with the settings
	}
	return settings.Params.Runs
}

// shortcodes lists the names that articles may use, and those among them that
// hold something between two tags.
func shortcodes(site string) (names []string, holding map[string]bool) {
	dir, holding := filepath.Join(site, "layouts", "_shortcodes"), map[string]bool{}
	_ = filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			rel, _ := filepath.Rel(dir, name)
			rel, _, _ = strings.Cut(filepath.ToSlash(rel), ".")
			names = append(names, rel)
			if text, err := os.ReadFile(name); err == nil && strings.Contains(string(text), ".Inner") {
				holding[rel] = true
			}
		}
		return nil
	})
	return names, holding
}

// calls reads the calls of shortcodes as Hugo will.
func calls(holding map[string]bool) func([]byte) []check.Call {
	return func(body []byte) (all []check.Call) {
		for _, c := range hugosite.Calls(body, func(name string) bool { return holding[name] }) {
			all = append(all, check.Call(c))
		}
		return all
	}
}

// openSite opens the site of an edition; change may alter the options of Hugo.
func openSite(opt Options, tree *content.Tree, change func(*hugosite.Options)) (*hugosite.Engine, error) {
	hugo := hugosite.Options{
		Dir: opt.Site, Destination: underSite(opt.Site, opt.Destination), Content: SiteFiles(opt.Site, tree.Files()), BaseURL: opt.BaseURL,
		Params: params(opt),
		// The edition was decided before: Hugo shall not decide again.
		Drafts: true, Future: true, Now: opt.Now,
		Goldmark: citation.NewLinker(tree).Rewrite,
		Progress: func(stage string, done, total int) { opt.Progress(siteProgress(stage, done)) },
	}
	if change != nil {
		change(&hugo)
	}
	site, err := hugosite.Open(hugo)
	return site, translate(err)
}

// params are what the templates are told of the edition.
func params(opt Options) map[string]any {
	p := map[string]any{"an_pham": string(opt.Edition), "co_pdf": opt.Print, "ngoai_tuyen": true, "co_the": hasCards(opt.Edition), "tam_anh": focusesOf(opt.Site), "ngat_dong": phrases{}}
	// Without them pages are set in the reader's own fonts: nothing to stop for.
	if faces, err := webface.Faces(); err == nil {
		p["phong_web"] = faces
	}
	if opt.Edition == bulletin.Internal && opt.BaseURL != "" {
		// Only then is the address of the internal site known: codes on the
		// sheets of internal articles must not lead to the public one.
		p["bang_tin"] = map[string]any{"goc_noi_bo": opt.BaseURL}
	}
	return p
}

func siteProgress(stage string, done int) string {
	if stage == "render" && done > 0 {
		return fmt.Sprintf("dựng trang web: %d tệp", done)
	}
	return "dựng trang web"
}

var errInterrupted = errors.New("đã dừng theo yêu cầu; bản dựng cũ còn nguyên")

func build(ctx context.Context, opt Options, tree *content.Tree, site *hugosite.Engine) (*Result, error) {
	if err := site.Build(); err != nil {
		return nil, translate(err)
	}
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	if err := cleanStatic(opt.Site, site.Staging()); err != nil {
		return nil, err
	}
	res := &Result{Destination: opt.Destination, Pages: len(site.Pages()), Articles: len(tree.In(content.Article))}
	if hasCards(opt.Edition) {
		if err := drawCards(ctx, opt, tree, site); err != nil {
			return nil, err
		}
	}
	if err := writeSearch(opt, tree, site); err != nil {
		return nil, err
	}
	if opt.Print {
		if err := printIssues(ctx, opt, tree, site, res); err != nil {
			return nil, err
		}
	}
	if err := writeOffline(tree, site); err != nil {
		return nil, err
	}
	for _, w := range site.Warnings() {
		if strings.Contains(w, "warning-goldmark-raw-html") {
			continue // the judgement has told of it
		}
		res.Findings = append(res.Findings, bulletin.Finding{Level: bulletin.Warning, Message: "Hugo: " + w, Code: "hugo"})
	}
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	report, err := site.Publish()
	if err != nil {
		return nil, translate(err)
	}
	res.Findings = append(res.Findings, foreignFiles(opt.Destination, report)...)
	return res, nil
}

// printIssues sets every issue's print page that the templates rendered.
func printIssues(ctx context.Context, opt Options, tree *content.Tree, site *hugosite.Engine, res *Result) error {
	issues := map[string]*content.Page{}
	for _, p := range tree.In(content.Issue) {
		issues[content.Dir+"/"+p.Source] = p
	}
	for _, page := range site.Pages() {
		issue, html := issues[page.File], page.OutputFormats["in"]
		if issue == nil || html == "" {
			continue
		}
		if ctx.Err() != nil {
			return errInterrupted
		}
		opt.Progress("dàn trang in: " + issue.Meta.Title)
		p := printJob{
			pictures: picturesOf(opt.Site), plans: plansOf(opt.Site), root: site.Staging(), html: html, issue: issue, created: opt.Created, tree: tree,
			pdf:      path.Join(path.Dir(html), "ban-tin-"+issue.Key+".pdf"),
			basePath: strings.TrimSuffix(page.RelPermalink, path.Dir(html)+"/"),
		}
		_, told, err := p.makeUp()
		if err != nil {
			return err
		}
		res.Findings = addNew(res.Findings, told)
		print, findings, err := p.run()
		if err != nil {
			return err
		}
		res.Prints = append(res.Prints, *print)
		res.Findings = addNew(addNew(res.Findings, findings), unfolded(issue, print.Pages))
		if html := page.OutputFormats[boardFormat]; html != "" {
			sheets, findings, err := p.boards(tree, html, print.anchors)
			if err != nil {
				return err
			}
			res.Prints = append(res.Prints, *sheets)
			res.Findings = addNew(res.Findings, findings)
		}
	}
	return nil
}
