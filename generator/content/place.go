package content

import (
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"bantin/generator/bulletin"
)

// The folders below content/ that are not kinds.
const (
	issuesDir    = "so"
	documentsDir = "van-ban"
)

// sections lists the folders that may have a head (_index.md).
func sections() []string {
	return append(bulletin.Kind("").Values(), documentsDir, issuesDir, "luu-tru", "tim-kiem", "tags")
}

// place says what the page at an ASCII path is, or what is wrong with the path.
func place(ascii string) (role Role, message, fix string) {
	parts := strings.Split(ascii, "/")
	base, dirs := parts[len(parts)-1], parts[:len(parts)-1]
	if len(dirs) == 0 {
		if base == "_index.md" {
			return Plain, "", ""
		}
		return 0, "bài không nằm trong thư mục riêng", "chuyển tệp vào một thư mục, ví dụ content/guong/ten-bai/index.md"
	}
	section, known := dirs[0], slices.Contains(sections(), dirs[0])
	switch {
	case base == "_index.md" && section == issuesDir && len(dirs) == 2:
		return Issue, "", ""
	case base == "_index.md" && known && len(dirs) == 1:
		return Plain, "", ""
	case base == "_index.md":
		return 0, fmt.Sprintf("thư mục %q không thể có tệp _index.md", strings.Join(dirs, "/")), "bài viết dùng tên index.md (không có dấu gạch dưới)"
	case section == issuesDir:
		return 0, "số báo phải nằm trong tệp _index.md", "đổi tên index.md thành _index.md, ví dụ content/so/2023-10/_index.md"
	case len(dirs) == 1 && known:
		return 0, "đầu mục phải nằm trong tệp _index.md", "đổi tên index.md thành _index.md"
	case len(dirs) == 1:
		return Plain, "", ""
	case section == documentsDir && len(dirs) == 2:
		return Document, "", ""
	case bulletin.Kind(section).Known():
		return Article, "", ""
	}
	return 0, fmt.Sprintf("không có loại bài %q", section), unknownKindFix(section)
}

func unknownKindFix(section string) string {
	kinds := bulletin.Kind("").Values()
	if near := bulletin.Nearest(section, kinds); near != "" {
		return fmt.Sprintf("chuyển bài vào thư mục content/%s", near)
	}
	return "chuyển bài vào một trong các thư mục: content/" + strings.Join(kinds, ", content/")
}

// target makes the typed front matter that a page of this role has, and links
// it into p.
func (p *Page) target() reflect.Value {
	switch p.Role {
	case Issue:
		p.Issue = &bulletin.Issue{}
		p.Meta = &p.Issue.Meta
		return reflect.ValueOf(p.Issue).Elem()
	case Document:
		p.Document = &bulletin.Document{}
		p.Meta = &p.Document.Meta
		return reflect.ValueOf(p.Document).Elem()
	case Article:
		return p.articleTarget(bulletin.Kind(strings.SplitN(p.Path, "/", 2)[0]))
	}
	if path.Base(p.Path) == "_index.md" {
		head := &bulletin.Head{}
		p.Meta = &head.Meta
		return reflect.ValueOf(head).Elem()
	}
	plain := &bulletin.Plain{}
	p.Meta = &plain.Meta
	return reflect.ValueOf(plain).Elem()
}

func (p *Page) articleTarget(kind bulletin.Kind) (v reflect.Value) {
	switch kind {
	case bulletin.Award:
		p.Award = &bulletin.AwardArticle{}
		p.Article, v = &p.Award.Article, reflect.ValueOf(p.Award).Elem()
	case bulletin.Session:
		p.Session = &bulletin.SessionArticle{}
		p.Article, v = &p.Session.Article, reflect.ValueOf(p.Session).Elem()
	default:
		p.Model = &bulletin.ModelArticle{}
		p.Article, v = &p.Model.Article, reflect.ValueOf(p.Model).Elem()
	}
	p.Meta = &p.Article.Meta
	return v
}

// key is the ASCII name of the page's folder.
func key(ascii string) string { return path.Base(path.Dir(ascii)) }
