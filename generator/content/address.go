package content

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"bantin/generator/bulletin"
)

// Kind is the kind that the page's folder says; "" unless it is an article.
func (p *Page) Kind() bulletin.Kind {
	if p.Role != Article {
		return ""
	}
	section, _, _ := strings.Cut(p.Path, "/")
	return bulletin.Kind(section)
}

// Address is the page's place on the site: "/guong/ten-bai/".
func (p *Page) Address() string {
	dir := path.Dir(p.Path)
	if dir == "." {
		return "/"
	}
	if p.Meta != nil && p.Meta.Slug != "" && path.Base(p.Path) == "index.md" {
		dir = path.Join(path.Dir(dir), p.Meta.Slug)
	}
	return "/" + dir + "/"
}

// Level is the level that an error in this page has: what its editor says is a
// draft, and is not being built, stops no build. A status that is missing or
// not understood says nothing: its editor may believe it approved.
func (p *Page) Level(l bulletin.Level) bulletin.Level {
	said := p.Out == IsDraft || p.Out == IsWaiting && p.status() == bulletin.Waiting
	if l == bulletin.Error && said {
		return bulletin.Warning
	}
	return l
}

// status is what the front matter says, "" for nothing.
func (p *Page) status() bulletin.Status {
	switch {
	case p.Article != nil:
		return p.Article.Status
	case p.Issue != nil:
		return p.Issue.Status
	}
	return ""
}

// notUTF8 finds the first byte that is not UTF-8 text: a file saved with an old
// Windows or TCVN3 encoding, or none of text.
func notUTF8(raw []byte) *problem {
	if utf8.Valid(raw) {
		return nil
	}
	pos := Pos{1, 1}
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		if r == utf8.RuneError && n == 1 {
			break
		}
		pos.Col++
		if r == '\n' {
			pos = Pos{pos.Line + 1, 1}
		}
		raw = raw[n:]
	}
	return &problem{pos, "khong-utf8", fmt.Sprintf("tệp không phải là chữ Unicode (UTF-8), từ dòng %d", pos.Line), "mở tệp và lưu lại với bảng mã UTF-8"}
}
