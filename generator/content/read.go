package content

import (
	"bytes"
	"errors"
	"io/fs"
	"runtime"
	"strings"
	"sync"
	"time"

	"bantin/generator/bulletin"
)

// readPages reads every index.md and _index.md, in parallel, in a fixed order.
func (l *loader) readPages() {
	var todo []source
	for _, s := range l.sources {
		if isPageFile(s.ascii) {
			todo = append(todo, s)
		}
	}
	pages := make([]*Page, len(todo))
	found := make([]bulletin.Findings, len(todo))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(len(todo), runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				pages[i], found[i] = readPage(l.root, todo[i], l.tree.Options)
			}
		})
	}
	for i := range todo {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, p := range pages {
		l.findings = append(l.findings, found[i]...)
		if p != nil {
			l.tree.Pages = append(l.tree.Pages, p)
			l.tree.byPath[p.Path] = p
		}
	}
}

// readPage reads one page. It returns nil when the page cannot be placed or its
// front matter cannot be read at all: such a page never reaches an edition.
func readPage(root fs.FS, s source, opt Options) (*Page, bulletin.Findings) {
	r := &pageReader{file: Dir + "/" + s.path}
	role, message, fix := place(s.ascii)
	if message != "" {
		r.add(Pos{1, 1}, "cho-dat", message, fix)
		return nil, r.findings
	}
	data, err := fs.ReadFile(root, s.path)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		r.add(Pos{}, "doc-tep", "không đọc được: "+err.Error(), "xem lại quyền đọc của tệp này")
		return nil, r.findings
	}
	p := &Page{Source: s.path, Path: s.ascii, Role: role, Key: key(s.ascii), keys: map[string]Pos{}, data: data}
	front, ok := r.split(p)
	if !ok || !r.decode(p, front) {
		return nil, r.findings
	}
	p.Out = opt.reason(p)
	return p, r.findings
}

// pageReader gathers what is wrong with one page.
type pageReader struct {
	file     string
	findings bulletin.Findings
}

func (r *pageReader) add(pos Pos, code, message, fix string) {
	r.findings = append(r.findings, bulletin.Finding{File: r.file, Line: pos.Line, Col: pos.Col, Level: bulletin.Error, Code: code, Message: message, Fix: fix})
}

var bom = []byte("\xef\xbb\xbf")

// split cuts the file into front matter and body. A byte order mark and CRLF
// line ends, which Windows editors write, are no fault.
func (r *pageReader) split(p *Page) (front []byte, ok bool) {
	data := bytes.TrimPrefix(p.data, bom)
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	switch open := strings.TrimRight(string(first), "\r \t"); {
	case open == "---":
	case open == "+++" || strings.HasPrefix(open, "{"):
		r.add(Pos{1, 1}, "ly-lich", "phần lý lịch viết bằng TOML hoặc JSON", "viết bằng YAML: giữa hai dòng ---, mỗi mục một dòng dạng  title: \"Đầu đề\"")
		return nil, false
	default:
		r.add(Pos{1, 1}, "ly-lich", "thiếu phần lý lịch ở đầu tệp", "mở đầu tệp bằng dòng ---, các mục như title, date, rồi dòng --- nữa")
		return nil, false
	}
	for at, line := 0, 2; at <= len(rest); line++ {
		end := bytes.IndexByte(rest[at:], '\n')
		text := rest[at:]
		if end >= 0 {
			text = rest[at : at+end]
		}
		if strings.TrimRight(string(text), "\r \t") == "---" {
			p.BodyLine = line + 1
			if end >= 0 {
				p.Body = rest[at+end+1:]
			}
			return rest[:at], true
		}
		if end < 0 {
			break
		}
		at += end + 1
	}
	r.add(Pos{1, 1}, "ly-lich", "phần lý lịch không có dòng --- đóng lại", "thêm một dòng --- ngay trước nội dung bài")
	return nil, false
}

// reason says why a page is not in the edition.
func (o Options) reason(p *Page) Reason {
	m := p.Meta
	if !o.Edition.Holds(m.Reach) {
		return IsInternal
	}
	if !m.ExpiryDate.IsZero() && m.ExpiryDate.Before(o.Now) {
		return IsExpired
	}
	if o.Drafts {
		return ""
	}
	date := m.PublishDate
	if date.IsZero() {
		date = m.Date
	}
	switch status := p.status(); {
	case m.Draft || status == bulletin.Draft:
		return IsDraft
	case status == bulletin.Waiting || status == "" && p.Role == Article:
		return IsWaiting
	case date.After(o.Now):
		return IsFuture
	}
	return ""
}

func (p *Page) status() bulletin.Status {
	switch {
	case p.Article != nil:
		return p.Article.Status
	case p.Issue != nil:
		return p.Issue.Status
	}
	return ""
}

// vietnam is the time zone of every date in the content folder.
var vietnam = time.FixedZone("+07", 7*60*60)
