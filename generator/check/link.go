package check

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// links: a link within the site leads to a page that the edition has, and to a
// heading that the page has.
func links(p *pass) {
	if p.page.Session != nil {
		for i, m := range p.page.Session.Materials {
			if m.Link != "" {
				p.link(m.Link, p.page.At(content.Index("tai_lieu", i)+".lien_ket"))
			}
		}
	}
	if p.page.Award != nil && p.page.Award.Published != nil && p.page.Award.Published.Link != "" {
		p.link(p.page.Award.Published.Link, p.page.At("dang_phat.lien_ket"))
	}
	if !bytes.Contains(p.page.Body, []byte("](")) && !bytes.Contains(p.page.Body, []byte("]:")) && bytes.IndexByte(p.page.Body, '<') < 0 {
		return
	}
	p.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			p.link(string(n.Destination), p.pos(n.Pos()))
		case *ast.AutoLink:
			p.unsafeLink(string(n.URL(p.page.Body)), p.pos(n.Pos()))
		}
	})
}

func (p *pass) link(dest string, pos content.Pos) {
	if p.unsafeLink(dest, pos) {
		return
	}
	u, err := url.Parse(dest)
	if err != nil {
		p.add(pos, "lien-ket", fmt.Sprintf("địa chỉ %q viết sai nên liên kết không bấm được", dest), "chép lại địa chỉ từ trình duyệt; dấu % không thuộc địa chỉ thì viết %25")
		return
	}
	if u.IsAbs() || u.Host != "" {
		return
	}
	target := p.tree.Resolve(p.page, dest)
	if strings.HasPrefix(dest, "#") {
		target.Page = p.page
	}
	switch found := target.Page; {
	case found == nil && (target.Missing || !p.elsewhere(dest)):
		p.add(pos, "lien-ket", fmt.Sprintf("không có trang %q", dest), p.nearAddress(dest))
	case found == nil:
	case found.Out == content.IsInternal, found.Meta.Reach != bulletin.ReachPublic && p.page.Meta.Reach == bulletin.ReachPublic:
		level := bulletin.Error
		if found.Out == "" {
			level = bulletin.Warning // the edition at hand holds both
		}
		p.addAs(p.page.Level(level), pos, "lien-ket-noi-bo", "bài công khai liên kết đến trang nội bộ "+p.fileOf(found), "bỏ liên kết này, hoặc để bài này là noi-bo")
	case found.Out != "":
		p.add(pos, "lien-ket", fmt.Sprintf("liên kết đến trang %s (%s)", p.fileOf(found), found.Out), p.openUp(found))
	case target.Resource == "":
		p.anchor(dest, found, pos)
	}
}

// nearAddress suggests the page of the same section whose address is nearest to
// that of a link which leads nowhere.
func (p *pass) nearAddress(dest string) string {
	at, _, _ := strings.Cut(dest, "#")
	if !strings.HasPrefix(at, "/") {
		at = path.Join(p.page.Address(), at)
	}
	at = strings.Trim(path.Clean(at), "/")
	section, _, _ := strings.Cut(at, "/")
	var known []string
	for _, page := range p.tree.Pages {
		if address := strings.Trim(page.Address(), "/"); page.Out == "" && strings.HasPrefix(address, section+"/") && alike(address[len(section):], at[len(section):]) {
			known = append(known, address)
		}
	}
	if near := bulletin.Nearest(at, known); near != "" {
		return fmt.Sprintf("có phải %q không?", "/"+near+"/")
	}
	return "xem lại địa chỉ của liên kết"
}

// alike is a quick look at whether one text may be a slip of the other, for
// there may be thousands: they begin or end alike and are about as long.
func alike(a, b string) bool {
	const most, ends = 3, 4
	if len(a)-len(b) > most || len(b)-len(a) > most || len(a) < ends || len(b) < ends {
		return false
	}
	return a[:ends] == b[:ends] || a[len(a)-ends:] == b[len(b)-ends:]
}

// elsewhere reports whether a link that found no page leads to what only the
// built site has: a static file, a feed, a list, a tag.
func (p *pass) elsewhere(dest string) bool {
	at, _, _ := strings.Cut(dest, "#")
	at, _, _ = strings.Cut(at, "?")
	if !strings.HasPrefix(at, "/") {
		at = path.Join(p.page.Address(), at)
	}
	at = strings.Trim(path.Clean(at), "/")
	first, rest, _ := strings.Cut(at, "/")
	switch {
	case at == "", slices.Contains(generated, at), first == "tags", first == "don-vi", p.static(at):
		return true
	case path.Ext(at) != "":
		return first == "so"
	}
	return rest == "" && slices.Contains(sectionNames, first) || strings.HasPrefix(rest, "trang/")
}

var sectionNames = append(bulletin.Kind("").Values(), "van-ban", "so", "luu-tru", "tim-kiem")

// generated are the files that layouts/ makes beside pages, for programs.
var generated = []string{"sitemap.xml", "index.xml", "atom.xml", "feed.json", "hoc-tap/lich-hoc.ics"}

// anchor warns of a fragment that names no heading of the page. Names that
// begin with "_" or "fn" are made by templates and footnotes.
func (p *pass) anchor(dest string, target *content.Page, pos content.Pos) {
	_, fragment, _ := strings.Cut(dest, "#")
	if name, err := url.PathUnescape(fragment); err == nil {
		fragment = name
	}
	if fragment == "" || strings.HasPrefix(fragment, "_") || strings.HasPrefix(fragment, "fn") {
		return
	}
	names := p.anchors.of(target)
	if slices.Contains(names, fragment) || slices.Contains(names, viet.Slug(fragment)) {
		return
	}
	fix := "trang ấy không có tiểu mục nào"
	if near := bulletin.Nearest(viet.Slug(fragment), names); near != "" {
		fix = fmt.Sprintf("có phải %q không?", "#"+near)
	} else if len(names) > 0 {
		fix = "các tiểu mục ở đó: #" + strings.Join(names, ", #")
	}
	p.add(pos, "neo", fmt.Sprintf("trang %s không có tiểu mục %q", target.File(), "#"+fragment), fix)
}

// anchorCache keeps the anchors of pages that links name.
type anchorCache struct{ pages sync.Map }

// of lists the anchors of a page's headings and terms, named as the site does:
// an ASCII slug, numbered where it repeats, or what the writer gave as {#name}.
func (c *anchorCache) of(page *content.Page) []string {
	if names, ok := c.pages.Load(page); ok {
		return names.([]string)
	}
	p := &pass{page: page}
	names := []string{}
	p.walk(func(n ast.Node) {
		if n.Kind() != ast.KindHeading && n.Kind() != east.KindDefinitionTerm {
			return
		}
		if id, ok := n.AttributeString("id"); ok {
			if name, isText := id.([]byte); isText {
				names = append(names, string(name))
				return
			}
		}
		base := viet.Slug(plainText(n, page.Body))
		if base == "" {
			base = map[bool]string{true: "heading", false: "term"}[n.Kind() == ast.KindHeading]
		}
		name := base
		for i := 1; slices.Contains(names, name); i++ {
			name = base + "-" + strconv.Itoa(i)
		}
		names = append(names, name)
	})
	c.pages.Store(page, names)
	return names
}

// plainText is the text of a node, code included.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
			if t.SoftLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
