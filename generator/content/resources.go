package content

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"bantin/generator/bulletin"
)

// assignResources gives every other file to the page whose folder it lies in.
// Only an article's, a document's, a plain page's or an issue's own folder has
// files; a file beside a section's head belongs to no page, so that a picture
// of an internal article cannot travel with a public section.
func (l *loader) assignResources() {
	owners := map[string]*Page{}
	for _, p := range l.tree.Pages {
		if path.Base(p.Path) == "index.md" || p.Role == Issue {
			owners[path.Dir(p.Path)] = p
		}
	}
	for _, s := range l.sources {
		if isPageFile(s.ascii) {
			continue
		}
		owner := ownerOf(owners, s.ascii)
		switch {
		case slices.Contains(otherFormats, path.Ext(s.ascii)) && owner == nil:
			l.report(s.path, Pos{}, bulletin.Error, "tep-la", "bài không nằm trong thư mục riêng nên không được dựng", "tạo một thư mục cho bài và đổi tên tệp thành index.md, ví dụ content/guong/ten-bai/index.md")
		case slices.Contains(otherFormats, path.Ext(s.ascii)):
			l.report(s.path, Pos{}, bulletin.Warning, "tep-la", "tệp này không được dựng", "nội dung của bài nằm trong tệp index.md; chuyển sang đó, hoặc bỏ tệp này")
		case owner == nil:
			l.report(s.path, Pos{}, bulletin.Warning, "tep-mo-coi", "tệp không thuộc bài nào nên không được dựng", "chuyển tệp vào thư mục của bài dùng nó")
		default:
			owner.addResource(strings.TrimPrefix(s.ascii, path.Dir(owner.Path)+"/"), s.path)
			l.tree.hasFiles = true
			l.tree.files[owner] = append(l.tree.files[owner], File{Path: s.ascii, Source: s.path})
		}
	}
}

// ownerOf finds the page whose folder holds the file: an issue owns only the
// files directly in its folder, the others everything below theirs.
func ownerOf(owners map[string]*Page, ascii string) *Page {
	for dir := path.Dir(ascii); dir != "."; dir = path.Dir(dir) {
		p := owners[dir]
		if p == nil {
			continue
		}
		if p.Role == Issue && dir != path.Dir(ascii) {
			return nil
		}
		return p
	}
	return nil
}

func (p *Page) addResource(rel, source string) {
	if p.resources == nil {
		p.resources = map[string]string{}
	}
	p.resources[rel] = source
	p.Resources = append(p.Resources, rel)
}

// Resource finds the file that a reference in the page means, as an editor may
// write it: its own name or the ASCII one, percent-encoded or not, composed or
// not, in any case. It returns the ASCII path relative to the page's folder.
func (p *Page) Resource(ref string) (rel string, ok bool) {
	if len(p.resources) == 0 || ref == "" {
		return "", false
	}
	for _, name := range []string{ref, unescape(ref)} {
		name, plain := asciiPath(strings.TrimPrefix(name, "./"))
		if _, known := p.resources[name]; plain && known {
			return name, true
		}
	}
	return "", false
}

// SourceOf returns the real path, below the content folder, of a resource.
func (p *Page) SourceOf(rel string) string { return p.resources[rel] }

func unescape(ref string) string {
	if s, err := url.PathUnescape(ref); err == nil {
		return s
	}
	return ref
}
