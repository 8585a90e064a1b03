package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/fit"
	"bantin/generator/hugosite"
	"bantin/generator/press/display"
)

// Form is what a print on request shows. Its template is layouts/_partials/to-in.
type Form string

const (
	FormIssue   Form = "so"       // the printed issue
	FormBoard   Form = "bang-tin" // sheets for the display board
	FormSection Form = "dau-muc"  // a head sheet for each column
	FormBanner  Form = "bieu-ngu" // one text, as large as the paper allows
	FormStrip   Form = "dai"      // the same on one line
	FormEntry   Form = "ho-so"    // cover and checklist of an award entry
)

// Values lists the forms.
func (Form) Values() []string {
	return []string{string(FormIssue), string(FormBoard), string(FormSection), string(FormBanner), string(FormStrip), string(FormEntry)}
}

// SheetOptions say what to print.
type SheetOptions struct {
	Options // Destination and Print are not used
	Form    Form
	Target  string // issue key, or the path or name of an article; "" for a text
	Text    string // of a banner or strip
	// Values win over params.bang_tin of hugo.toml: kho, huong, khoang_cach …
	Values map[string]any
	Marks  bool // bleed and crop marks on the printed issue
}

// Sheets is a finished print.
type Sheets struct {
	Name     string // for a file: "2023-10", "tu-sach-xe-day", "bieu-ngu"
	PDF      []byte
	Pages    *display.Document
	Created  time.Time // of the PDF
	Findings bulletin.Findings
	Kept     bool // the issue's layout is kept in a file beside it

	plan   []fit.Line // of the issue
	folder string     // of its page
}

// HasPlan reports whether there is a layout that KeepPlan can write.
func (s *Sheets) HasPlan() bool { return s.plan != nil }

// TargetError is a print of something that is not there.
type TargetError struct{ What, Hint string }

func (e TargetError) Error() string { return e.What + " — " + e.Hint }

// MakeSheets renders and sets one print. Nothing is written to the site's folder.
func MakeSheets(ctx context.Context, opt SheetOptions) (_ *Sheets, err error) {
	if opt.Progress == nil {
		opt.Progress = func(string) {}
	}
	opt.Progress("đọc và soát bài")
	tree, findings, err := Judge(opt.Options)
	if err == nil {
		err = findings.Err()
	}
	if err != nil {
		return nil, err
	}
	page, err := opt.find(tree)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp("", "bantin-in-")
	if err != nil {
		return nil, fmt.Errorf("tạo thư mục tạm: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	opt.Options.Destination = filepath.Join(tmp, "site")
	site, err := openSite(opt.Options, tree, func(h *hugosite.Options) { opt.only(h, page) })
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, site.Close()) }()
	if err := site.Build(); err != nil {
		return nil, translate(err)
	}
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	opt.Progress("dàn tờ in")
	return opt.set(tree, site, page)
}

// only has Hugo render nothing but what this print needs: the segment "in" of
// hugo.toml. The home page's HTML is outside of it; it is named because a page's
// address is that of its first format.
func (opt SheetOptions) only(h *hugosite.Options, page *content.Page) {
	h.Set = map[string]any{"renderSegments": []string{"in"}, "outputs.home": []string{"html", "toin"}}
	values := map[string]any{"khuon": string(opt.Form), "chu": opt.Text}
	maps.Copy(values, opt.Values)
	if page != nil {
		values["trang"] = page.Address()
		if page.Award != nil {
			values["the_le"] = awardRules(page.Award.Season)
		}
	}
	h.Params["to_in"] = values
	if opt.Form == FormIssue {
		h.Params["dau_cat"] = opt.Marks
		h.Set["outputs.home"] = []string{"html"}
	}
}

// set lays the rendered page out and writes it.
func (opt SheetOptions) set(tree *content.Tree, site *hugosite.Engine, page *content.Page) (*Sheets, error) {
	job := boardJob{printJob: printJob{pictures: picturesOf(opt.Site), plans: plansOf(opt.Site), tree: tree, root: site.Staging(), issue: page, created: opt.Created}}
	out := &Sheets{Name: string(opt.Form)}
	if page == nil {
		job.issue = &content.Page{Meta: &bulletin.Meta{Title: opt.Text}}
	} else {
		out.Name = page.Key
		if err := job.readIssue(site, opt.issueOf(tree, page), opt.Form); err != nil {
			return nil, err
		}
	}
	for _, p := range site.Pages() {
		if html := p.OutputFormats["toin"]; html != "" && p.Kind == "home" {
			job.html, job.basePath = html, p.RelPermalink
		}
	}
	set, findings, err := job.fit(tree)
	if err != nil {
		return nil, err
	}
	var pdf bytes.Buffer
	if err := set.Doc.WritePDF(&pdf); err != nil {
		return nil, job.failed(err)
	}
	out.PDF, out.Pages, out.Created, out.Findings = pdf.Bytes(), set.Pages, job.date(), append(job.told, findings...)
	if job.made != nil && opt.Form == FormIssue {
		out.plan, out.folder, out.Kept = job.made.Plan, filepath.Base(filepath.Dir(filepath.FromSlash(page.Source))), tree.Kept(page) != nil
	}
	if opt.Form == FormIssue && opt.Marks && page != nil {
		out.Findings = append(out.Findings, unfolded(page, len(set.Pages.Pages))...)
	}
	return out, nil
}
