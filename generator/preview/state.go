package preview

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/hugosite"
)

// state is what browsers are told besides the pages: mistakes, and why the
// public will not see a page.
type state struct {
	root string

	mu       sync.Mutex
	byFile   map[string]bulletin.Findings // of reading and judging
	stopped  bulletin.Findings            // what stopped the last build
	note     string                       // of how the last build went
	building bool
	pages    map[string]source // by output
}

// source is where an output comes from.
type source struct {
	File   string   // relative to the site
	Badges []string // why the public will not see it
}

func newState(root string) *state {
	return &state{root: root, byFile: map[string]bulletin.Findings{}, pages: map[string]source{}}
}

// change changes the state under its lock.
func (s *state) change(f func(*state)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(s)
}

// report is one finding as the browser shows it.
type report struct {
	File    string   `json:"tep"`
	Line    int      `json:"dong"`
	Col     int      `json:"cot"`
	Message string   `json:"loi"`
	Fix     string   `json:"sua"`
	Code    string   `json:"ma"`
	First   int      `json:"tu"` // number of the first line of Excerpt
	Excerpt []string `json:"trich"`
}

// status is what one browser is told.
type status struct {
	File     string   `json:"tep"`
	Badges   []string `json:"nhan"`
	Errors   []report `json:"loi"`
	Stopped  bool     `json:"dung"` // the errors keep the pages as they were
	Building bool     `json:"dang"`
	Note     string   `json:"tin"`
	Editor   string   `json:"mo"`
	Root     string   `json:"goc"`
}

// mostErrors is how many mistakes a browser is told of at once.
const mostErrors = 20

// of is the status of one output.
func (s *state) of(output string) status {
	s.mu.Lock()
	defer s.mu.Unlock()
	page := s.pages[output]
	st := status{File: page.File, Badges: page.Badges, Building: s.building, Note: s.note, Stopped: len(s.stopped) > 0, Errors: []report{}}
	if st.Badges == nil {
		st.Badges = []string{}
	}
	all := slices.Clone(s.stopped)
	var files []string
	for file := range s.byFile {
		files = append(files, file)
	}
	// The page's own mistakes come first.
	slices.SortFunc(files, func(a, b string) int {
		if (a == page.File) != (b == page.File) {
			if a == page.File {
				return -1
			}
			return 1
		}
		return strings.Compare(a, b)
	})
	for _, file := range files {
		all = append(all, s.byFile[file]...)
	}
	for _, f := range all {
		if f.Level == bulletin.Error && len(st.Errors) < mostErrors {
			st.Errors = append(st.Errors, s.report(f))
		}
		st.Stopped = st.Stopped || f.Level == bulletin.Error && unreadable[f.Code]
	}
	return st
}

// unreadable are the mistakes that keep a page as it was last good.
var unreadable = map[string]bool{"yaml": true, "ly-lich": true, "khong-utf8": true, "doc-tep": true}

// report adds the lines around a finding.
func (s *state) report(f bulletin.Finding) report {
	r := report{File: f.File, Line: f.Line, Col: f.Col, Message: f.Message, Fix: f.Fix, Code: f.Code, Excerpt: []string{}}
	if f.Line < 1 || !filepath.IsLocal(filepath.FromSlash(f.File)) {
		return r
	}
	root, err := os.OpenRoot(s.root)
	if err != nil {
		return r
	}
	defer root.Close()
	data, err := root.ReadFile(filepath.FromSlash(f.File))
	if err != nil {
		return r
	}
	lines := bytes.Split(bytes.TrimSuffix(data, newline), newline)
	r.First = max(f.Line-2, 1)
	for i := r.First; i <= min(f.Line+2, len(lines)); i++ {
		r.Excerpt = append(r.Excerpt, strings.ToValidUTF8(strings.TrimRight(string(lines[i-1]), "\r"), "�"))
	}
	return r
}

// setPages says which output comes from where.
func (s *state) setPages(pages []hugosite.Page, tree *content.Tree) {
	byFile := map[string]*content.Page{}
	for _, p := range tree.Pages {
		byFile[p.File()] = p
	}
	outputs := make(map[string]source, len(pages))
	for _, page := range pages {
		for _, output := range page.OutputFormats {
			outputs[output] = source{page.File, badges(byFile[page.File], tree)}
		}
	}
	s.change(func(s *state) { s.pages = outputs })
}

// badges says, in Vietnamese, why the public will not see a page.
func badges(p *content.Page, tree *content.Tree) []string {
	badges := []string{}
	if p == nil || p.Meta == nil {
		return badges
	}
	public := tree.Options
	public.Edition, public.Drafts = bulletin.Public, false
	for _, reason := range public.Reasons(p) {
		badges = append(badges, badgeText[reason])
	}
	return badges
}

var badgeText = map[content.Reason]string{
	content.IsBroken:   "Chưa đọc được tệp",
	content.IsInternal: "Nội bộ: chưa ghi pham_vi: cong-khai",
	content.IsDraft:    "Bản nháp: trang_thai: nhap hoặc draft: true",
	content.IsWaiting:  "Chưa duyệt: trang_thai chưa là da-duyet",
	content.IsFuture:   "Chưa đến ngày đăng",
	content.IsExpired:  "Đã hết hạn đăng",
}
