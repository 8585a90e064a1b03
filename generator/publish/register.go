package publish

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
	"bantin/generator/content"
	"bantin/generator/durable"
	"bantin/generator/hugosite"
	"bantin/generator/ledger"
)

// Register says what a build does with the ledger of what is published.
type Register int

const (
	RegisterNothing Register = iota // a trial: drafts, no prints, a preview
	RegisterCompare                 // a machine whose files nobody commits: say what the ledger lacks
	RegisterWrite                   // the real one
)

// readLedger reads an edition's ledger; one that is not there is empty.
func readLedger(site string, e bulletin.Edition) (*ledger.Ledger, []ledger.Problem) {
	name := ledger.File(e)
	data, err := os.ReadFile(filepath.Join(site, name))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, []ledger.Problem{{Message: "không đọc được sổ địa chỉ: " + cause.Say(err), Fix: "xem lại quyền đọc của tệp"}}
	}
	return ledger.Parse(name, string(data))
}

// registrar enters one build into the ledgers. A nil registrar enters nothing.
type registrar struct {
	opt      Options
	tree     *content.Tree
	own      *ledger.Ledger
	sessions map[*content.Page]ledger.Session
}

// newRegistrar reads what is known before the site is rendered, for calendars
// show it. The judgement has found the ledgers to be readable.
func newRegistrar(opt Options, tree *content.Tree) *registrar {
	own, problems := readLedger(opt.Site, opt.Edition)
	if len(problems) > 0 {
		return nil
	}
	r := &registrar{opt: opt, tree: tree, own: own}
	var now time.Time
	if opt.Register == RegisterWrite {
		now = opt.Now
		if !opt.Created.IsZero() {
			now = opt.Created
		}
	}
	r.sessions = own.Sessions(tree, now)
	return r
}

// tell gives the templates what calendars shall say.
func (r *registrar) tell(h *hugosite.Options) {
	if r == nil {
		return
	}
	known := map[string]any{}
	for p, s := range r.sessions {
		if s.UID == "" {
			continue // never went out: all is as the templates find it
		}
		v := map[string]any{"uid": s.UID, "lan": s.Changes}
		if !s.At.IsZero() {
			v["luc"] = s.At.Format(time.RFC3339)
		}
		known["/"+strings.TrimSuffix(p.Path, "/index.md")] = v
	}
	h.Params["lich"] = known
}

// enter enters the published site, which lies in root.
func (r *registrar) enter(root string) (findings bulletin.Findings) {
	if r == nil || r.opt.Register == RegisterNothing || reserved(ownAddress(root)) {
		return nil
	}
	r.own.Publish(r.tree, r.sessions, func(p *content.Page) string { return uidOf(root, p) })
	public := r.own
	if r.opt.Edition == bulletin.Internal {
		var problems []ledger.Problem
		if public, problems = readLedger(r.opt.Site, bulletin.Public); len(problems) > 0 {
			public = nil
		}
	}
	r.printed(root, public)
	findings = r.save(r.own)
	if public != nil && public != r.own {
		findings = append(findings, r.save(public)...)
	}
	return findings
}

// ownAddress is the address that a finished site gives itself in its feed; ""
// when it gives none.
func ownAddress(root string) string {
	var feed struct {
		Home string `json:"home_page_url"`
	}
	if data, err := os.ReadFile(filepath.Join(root, "feed.json")); err != nil || json.Unmarshal(data, &feed) != nil {
		return ""
	}
	return feed.Home
}

// reserved reports whether nobody can have reached a site's address: it is one
// of the names kept for examples and tests (RFC 2606), as the sample's is.
func reserved(base string) bool {
	u, err := url.Parse(base)
	if err != nil {
		return false
	}
	host := u.Hostname()
	for _, name := range [...]string{"example", "example.com", "example.net", "example.org", "invalid", "localhost", "test"} {
		if host == name || strings.HasSuffix(host, "."+name) {
			return true
		}
	}
	return false
}

var (
	uidLine = regexp.MustCompile(`(?m)^UID:([0-9a-f]+)@`)
	codeAlt = regexp.MustCompile(`alt="Mã QR dẫn đến ([^"]+)"`)
)

// uidOf reads the UID in a session's calendar.
func uidOf(root string, p *content.Page) string {
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(strings.Trim(p.Address(), "/")), "lich-hoc.ics"))
	if m := uidLine.FindSubmatch(data); err == nil && m != nil {
		return string(m[1])
	}
	return ""
}

// printed marks the pages to which a code on an issue's sheets leads. Codes of
// public articles lead to the public site, also from the internal edition.
func (r *registrar) printed(root string, public *ledger.Ledger) {
	byIssue := map[string][]*content.Page{}
	for _, p := range r.tree.In(content.Article) {
		byIssue[p.Article.Issue] = append(byIssue[p.Article.Issue], p)
	}
	for _, issue := range r.tree.In(content.Issue) {
		sheet, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(strings.Trim(issue.Address(), "/")), "bang-tin.html"))
		if err != nil {
			continue // an issue without sheets has no codes
		}
		codes := ""
		for _, m := range codeAlt.FindAllSubmatch(sheet, -1) {
			codes += html.UnescapeString(string(m[1])) + "\n"
		}
		for _, p := range byIssue[issue.Key] {
			to := r.own
			if p.Meta.Reach == bulletin.ReachPublic {
				to = public
			}
			if to != nil && strings.Contains(codes, p.Address()+"\n") {
				to.Print(p, issue.Key)
			}
		}
	}
}

// save writes a ledger that has changed, or says that it should be.
func (r *registrar) save(l *ledger.Ledger) bulletin.Findings {
	name := filepath.Join(r.opt.Site, l.Name)
	was, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return unregistered(l, err)
	}
	next := l.String()
	if err == nil && string(was) == next {
		return nil
	}
	if r.opt.Register == RegisterCompare {
		return bulletin.Findings{{File: l.Name, Level: bulletin.Warning, Code: "so-dia-chi",
			Message: "sổ địa chỉ chưa có hết những gì vừa công bố, mà máy này không lưu tệp lại được",
			Fix:     fmt.Sprintf("ở máy của mình chạy: build --edition %s, rồi đưa tệp này lên kho cùng với bài", r.opt.Edition)}}
	}
	if err := durable.Put(name, []byte(next)); err != nil {
		return unregistered(l, err)
	}
	return nil
}

// unregistered tells that the site is live and its ledger is not up to date.
func unregistered(l *ledger.Ledger, err error) bulletin.Findings {
	return bulletin.Findings{{File: l.Name, Level: bulletin.Warning, Code: "so-dia-chi",
		Message: "trang đã dựng xong nhưng chưa ghi được sổ địa chỉ: " + cause.Say(err), Fix: "xem lại quyền ghi và chỗ trống trên đĩa rồi dựng lại"}}
}

// underSite is a path relative to the site unless it is absolute.
func underSite(site, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(cmp.Or(site, "."), name)
}
