package check

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"bantin/generator/bulletin"
	"bantin/generator/content"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// markdown parses as Hugo does with the site's settings.
var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))

// pos turns a byte offset of the body into a place in the file.
func (p *pass) pos(offset int) content.Pos {
	body := p.page.Body
	offset = max(0, min(offset, len(body)))
	start := bytes.LastIndexByte(body[:offset], '\n') + 1
	return content.Pos{Line: p.page.BodyLine + bytes.Count(body[:offset], []byte("\n")), Col: utf8.RuneCount(body[start:offset]) + 1}
}

// walk visits the body's syntax tree.
func (p *pass) walk(visit func(ast.Node)) {
	doc := markdown.Parser().Parse(text.NewReader(p.page.Body))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// pictures: every picture in the text lies beside the article.
func pictures(p *pass) {
	if !bytes.Contains(p.page.Body, []byte("![")) {
		return
	}
	p.walk(func(n ast.Node) {
		image, ok := n.(*ast.Image)
		if !ok {
			return
		}
		target := string(image.Destination)
		if u, err := url.Parse(target); err == nil && (u.IsAbs() || u.Host != "") {
			p.err(p.pos(image.Pos()), "anh-ngoai", fmt.Sprintf("ảnh %q nằm ở trang khác", target), "chép ảnh vào thư mục của bài rồi chỉ ghi tên tệp")
			return
		}
		p.picture(unescape(target), p.pos(image.Pos()))
	})
}

func unescape(target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// picture reports a picture that is not among the page's files.
func (p *pass) picture(name string, pos content.Pos) {
	name = strings.TrimPrefix(name, "./")
	if _, found := p.page.Resource(name); found || name == "" {
		return
	}
	if slash := strings.TrimPrefix(name, "/"); slash != name && p.static(slash) {
		return
	}
	fix := fmt.Sprintf("chép tệp ảnh vào %s, hoặc sửa lại tên", path.Dir(p.page.File()))
	if near := bulletin.Nearest(name, p.page.Resources); near != "" {
		fix = fmt.Sprintf("có phải %q không? Nếu không, %s", near, fix)
	}
	p.err(pos, "thieu-anh", fmt.Sprintf("không có tệp ảnh %q", name), fix)
}

func (p *pass) static(name string) bool {
	if p.opt.Static == nil || !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(p.opt.Static, name)
	return err == nil
}

// links: a link within the site leads to a page that the edition has.
func links(p *pass) {
	if !bytes.Contains(p.page.Body, []byte("](")) && !bytes.Contains(p.page.Body, []byte("]:")) {
		return
	}
	p.walk(func(n ast.Node) {
		link, ok := n.(*ast.Link)
		if !ok {
			return
		}
		u, err := url.Parse(string(link.Destination))
		if err != nil || u.IsAbs() || u.Host != "" || u.Path == "" {
			return
		}
		p.link(u.Path, p.pos(link.Pos()))
	})
}

func (p *pass) link(target string, pos content.Pos) {
	dir := path.Dir(p.page.Path)
	if _, found := p.page.Resource(target); found {
		return
	}
	clean := path.Join("/", dir, target)
	if strings.HasPrefix(target, "/") {
		clean = path.Clean(target)
	}
	clean = strings.TrimPrefix(clean, "/")
	found := p.lookup(clean)
	if found == nil && !strings.HasPrefix(target, "/") {
		found = p.lookup(path.Join(path.Dir(dir), target)) // "bai-khac": a neighbour
	}
	switch {
	case found != nil && found.Out == "":
	case found != nil && found.Out == content.IsInternal:
		p.err(pos, "lien-ket-noi-bo", fmt.Sprintf("liên kết đến trang nội bộ %s", found.File()), "bỏ liên kết này trong bài công khai")
	case found != nil:
		p.add(bulletin.Warning, pos, "lien-ket", fmt.Sprintf("liên kết đến trang %s (%s)", found.File(), found.Out), p.openUp(found))
	case p.generated(clean) || p.static(clean):
	default:
		p.add(bulletin.Warning, pos, "lien-ket", fmt.Sprintf("không có trang %q", target), "xem lại địa chỉ của liên kết")
	}
}

// lookup finds the page at an address or file path below content.
func (p *pass) lookup(clean string) *content.Page {
	for _, candidate := range []string{clean, path.Join(clean, "index.md"), path.Join(clean, "_index.md")} {
		if found := p.tree.ByPath(candidate); found != nil {
			return found
		}
	}
	return nil
}

// generated reports addresses that templates and the press make.
func (p *pass) generated(clean string) bool {
	return clean == "" || clean == "sitemap.xml" || clean == "index.xml" || strings.HasPrefix(clean, "tags") || strings.HasPrefix(clean, "so/") && path.Ext(clean) != ""
}

var shortcodeTag = regexp.MustCompile(`\{\{[<%]\s*/?\s*([\w./-]+)`)

// shortcodes: Hugo stops, or worse, at a shortcode that it does not know.
func shortcodes(p *pass) {
	for _, m := range shortcodeTag.FindAllSubmatchIndex(p.page.Body, -1) {
		name := string(p.page.Body[m[2]:m[3]])
		if strings.HasPrefix(name, "/*") || slices.Contains(p.opt.Shortcodes, name) {
			continue
		}
		fix := "bỏ đoạn {{…}} này"
		if near := bulletin.Nearest(name, p.opt.Shortcodes); near != "" {
			fix = fmt.Sprintf("có phải %q không? Hoặc %s", near, fix)
		}
		p.err(p.pos(m[0]), "ma-ngan", fmt.Sprintf("không có mã ngắn %q", name), fix)
	}
}

// stamp matches a line that is a secrecy mark and nothing else. The word "mật"
// within a sentence, or in lower case, is ordinary Vietnamese.
var stamp = regexp.MustCompile(`(?m)^[\s>#*_|\[\(]*(?:(?:Độ|ĐỘ) (?:mật|MẬT):?\s*)?(MẬT|TỐI MẬT|TUYỆT MẬT)[\s*_|\]\)\.!]*$|^[\s>#*_|]*Độ mật:\s*[*_]*(Mật|Tối mật|Tuyệt mật)[\s*_.|]*$`)

// secrecy: classified material may not be in the folder at all (Law on the
// Protection of State Secrets); the build refuses, it does not hide it.
func secrecy(p *pass) {
	const code, fix = "do-mat", "đưa tài liệu này ra khỏi máy và báo người phụ trách bảo mật; bản tin không được chứa tài liệu mật"
	for _, key := range []string{"title", "tom_tat"} {
		value := p.page.Meta.Title
		if key == "tom_tat" {
			value = p.page.Meta.Summary
		}
		if stamp.MatchString(value) {
			p.err(p.page.At(key), code, "có dấu độ mật", fix)
		}
	}
	for _, m := range stamp.FindAllIndex(p.page.Body, -1) {
		start := m[0] + len(p.page.Body[m[0]:m[1]]) - len(bytes.TrimLeft(p.page.Body[m[0]:m[1]], " \t\r\n"))
		p.err(p.pos(start), code, "có dấu độ mật", fix)
	}
}
