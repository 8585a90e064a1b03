package content

import (
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"

	"bantin/generator/bulletin"
)

// readPages reads every page file once, on all processors.
func (l *loader) readPages() {
	var pages []*Page
	for _, s := range l.sources {
		if !isPageFile(s.ascii) {
			continue
		}
		role, message, fix := place(s.ascii)
		if message != "" {
			l.report(s.path, Pos{1, 1}, bulletin.Error, "cho-dat", message, fix)
			continue
		}
		pages = append(pages, &Page{Source: s.path, Path: s.ascii, Role: role, Key: key(s.ascii)})
	}
	problems := make([][]problem, len(pages))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				if !pages[i].again(l.known) {
					problems[i] = pages[i].read(l.root)
					pages[i].problems = problems[i]
				}
				pages[i].Out = l.tree.Options.reason(pages[i])
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wait.Wait()
	for i, p := range pages {
		l.add(p, problems[i])
	}
	l.nestedPages()
}

// add puts a page that was read into the tree.
func (l *loader) add(p *Page, problems []problem) {
	l.tree.Pages = append(l.tree.Pages, p)
	l.tree.byPath[p.Path] = p
	l.tree.byAddr[p.Address()] = p
	for _, x := range problems {
		l.report(p.Source, x.pos, p.Level(bulletin.Error), x.code, x.message, x.fix)
	}
}

// nestedPages reports pages within another page's folder: Hugo would take them
// for the other page's files.
func (l *loader) nestedPages() {
	for _, p := range l.tree.Pages {
		for dir := path.Dir(path.Dir(p.Path)); dir != "." && path.Dir(p.Path) != "."; dir = path.Dir(dir) {
			if outer := l.tree.byPath[dir+"/index.md"]; outer != nil {
				l.report(p.Source, Pos{1, 1}, bulletin.Error, "cho-dat", "bài nằm trong thư mục của bài khác: "+outer.File(), "chuyển thư mục của bài này ra ngoài, cạnh thư mục của bài kia")
				break
			}
		}
	}
}

// read reads the page's file and decodes its front matter.
func (p *Page) read(root fs.FS) []problem {
	if info, err := fs.Stat(root, p.Source); err == nil {
		if bad := overFile(info.Size()); bad != nil {
			p.target()
			p.Out = IsBroken
			return []problem{*bad}
		}
	}
	raw, err := fs.ReadFile(root, p.Source)
	if err != nil {
		p.target()
		p.Out = IsBroken
		return []problem{{Pos{}, "doc-tep", "không đọc được: " + reason(err), "xem lại quyền đọc của tệp"}}
	}
	return p.parse(raw)
}

// parse decodes the page's file.
func (p *Page) parse(raw []byte) []problem {
	v := p.target()
	p.keys = map[string]Pos{}
	p.Raw = raw
	bad := overFile(int64(len(raw)))
	if bad == nil {
		bad = notUTF8(raw)
	}
	if bad != nil {
		p.Out = IsBroken
		return []problem{*bad}
	}
	front, bad := split(raw)
	if bad == nil {
		bad = overFront(front.front)
	}
	if bad == nil {
		bad = overBody(front.body, front.bodyLine)
	}
	if bad != nil {
		p.Out = IsBroken
		return []problem{*bad}
	}
	p.front, p.Body, p.BodyLine = front, front.body, front.bodyLine
	keys, problems, ok := decodeFront(front.front, front.frontLine-1, v)
	if !ok {
		p.Out = IsBroken
	}
	p.keys = keys
	if bad := p.overTags(); bad != nil {
		problems = append(problems, *bad)
	}
	return append(problems, p.kindProblem()...)
}

// Reread returns the page as it would be with other bytes in its file. The page
// and its tree stay as they are; of the reasons to be out of the edition, the
// new page knows only that it cannot be read.
func (p *Page) Reread(raw []byte) *Page {
	q := &Page{Source: p.Source, Path: p.Path, Role: p.Role, Key: p.Key, Resources: p.Resources, resources: p.resources}
	q.parse(raw)
	return q
}

// Keys returns the paths of all values of the front matter, sorted.
func (p *Page) Keys() []string { return slices.Sorted(maps.Keys(p.keys)) }

// kindProblem reports a kind in the front matter that is not the folder's.
func (p *Page) kindProblem() []problem {
	if p.Article == nil || p.Article.Kind == "" || p.Article.Kind == p.Kind() {
		return nil
	}
	return []problem{{p.At("loai"), "loai", "loại bài \"" + string(p.Article.Kind) + "\" khác với thư mục \"" + string(p.Kind()) + "\"",
		"bỏ dòng này, hoặc chuyển bài sang thư mục content/" + string(p.Article.Kind)}}
}

// reason decides whether a page is in the edition.
func (o Options) reason(p *Page) Reason {
	if p.Out == IsBroken {
		return IsBroken
	}
	status := p.status()
	// An article needs a status; an issue that has one must have a known one.
	if status == "" && (p.Article != nil || p.Has("trang_thai")) {
		status = bulletin.Waiting
	}
	if !o.Drafts {
		if out := o.notYet(p.Meta, status); out != "" {
			return out
		}
	}
	if !o.Edition.Holds(p.Meta.Reach) {
		return IsInternal
	}
	return ""
}

func (o Options) notYet(m *bulletin.Meta, status bulletin.Status) Reason {
	publish := m.PublishDate
	if publish.IsZero() {
		publish = m.Date
	}
	switch {
	case m.Draft, status == bulletin.Draft:
		return IsDraft
	case status == bulletin.Waiting:
		return IsWaiting
	case publish.After(o.Now):
		return IsFuture
	case !m.ExpiryDate.IsZero() && !m.ExpiryDate.After(o.Now):
		return IsExpired
	}
	return ""
}
