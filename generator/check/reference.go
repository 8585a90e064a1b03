package check

import (
	"fmt"

	"bantin/generator/bulletin"
	"bantin/generator/content"
)

// reference judges a front matter value that names another page, whatever the
// field: what the edition lacks cannot be named, and what only the internal one
// has must not be named by a public page. It reports whether all is well.
func (p *pass) reference(pos content.Pos, code, what string, to *content.Page) bool {
	switch {
	case to.Out != "":
		p.add(pos, code, fmt.Sprintf("%s%s %s nên không có trong bản đang dựng", what, p.named(to), to.Out), p.openUp(to))
	case p.page.Meta.Reach == bulletin.ReachPublic && to.Meta.Reach != bulletin.ReachPublic:
		// The edition at hand holds both; the public one will not be built.
		p.addAs(w, pos, code, fmt.Sprintf("trang công khai ghi %s%s là nội bộ, nên bản công khai không dựng được", what, p.named(to)), p.openUp(to))
	default:
		return true
	}
	return false
}

// mayName says whether a message may name a page: the log of a public build is
// read by others, and the key of an internal page tells what it is about.
func (p *pass) mayName(page *content.Page) bool {
	return p.tree.Options.Edition == bulletin.Internal || page.Meta != nil && page.Meta.Reach == bulletin.ReachPublic
}

// named is a page's key as it follows the name of its kind in a message; the
// finding's place shows the rest.
func (p *pass) named(page *content.Page) string {
	if p.mayName(page) {
		return fmt.Sprintf(" %q", page.Key)
	}
	return " ghi ở đây"
}

// fileOf is a page's file as a message names it.
func (p *pass) fileOf(page *content.Page) string {
	if p.mayName(page) {
		return page.File()
	}
	return "ấy"
}

// openUp says how to bring a page into the edition.
func (p *pass) openUp(missing *content.Page) string {
	where := "tệp " + missing.File()
	if !p.mayName(missing) {
		where = "tệp của trang ấy"
	}
	if missing.Out == content.IsInternal || missing.Out == "" {
		return fmt.Sprintf("ghi pham_vi: cong-khai trong %s nếu được phép, hoặc để bài này là noi-bo", where)
	}
	return fmt.Sprintf("xem lại trang_thai, draft và date trong %s", where)
}
