package content

import (
	"path"
	"strings"

	"bantin/generator/viet"
)

// Target is what an internal link means.
type Target struct {
	Page     *Page  // the page, in the edition or not
	Resource string // a file of Page, relative to its folder
	Missing  bool   // it names a page or file of the content folder that is not there
}

// Resolve finds what a link in page p means: "/guong/ten-bai/", "../ten-bai/",
// "../ten-bai/index.md#phan-2" or a file of the page itself. A link that leads
// out of the content folder, or to something that only the built site has (a
// style sheet, a feed, a list's second page), is neither found nor missing.
func (t *Tree) Resolve(p *Page, dest string) Target {
	if dest == "" || strings.HasPrefix(dest, "//") || strings.HasPrefix(dest, "#") || hasScheme(dest) {
		return Target{}
	}
	if rel, ok := p.Resource(dest); ok { // a name may hold a #
		return Target{Page: p, Resource: rel}
	}
	dest, _ = cutSuffix(dest)
	dest = unescape(dest)
	if dest == "" {
		return Target{Page: p}
	}
	if rel, ok := p.Resource(dest); ok {
		return Target{Page: p, Resource: rel}
	}
	ascii, plain := asciiLink(dest)
	if !plain {
		return Target{Missing: inContent(dest)}
	}
	for _, at := range candidates(p, ascii) {
		if found := t.at(at); found.Page != nil {
			return found
		}
	}
	return Target{Missing: missing(p, ascii)}
}

// candidates are the absolute paths that a link may mean: relative to the
// page's folder, as in the file system and as a browser reads it.
func candidates(p *Page, link string) []string {
	if strings.HasPrefix(link, "/") {
		return []string{path.Clean(link)}
	}
	return []string{path.Join("/", path.Dir(p.Path), link), path.Join(p.Address(), link), path.Join("/", link)}
}

// at finds the page or the page's file at an absolute path.
func (t *Tree) at(abs string) Target {
	switch base := path.Base(abs); base {
	case "index.md", "_index.md":
		return Target{Page: t.byPath[strings.TrimPrefix(abs, "/")]}
	case "index.html":
		abs = path.Dir(abs)
	}
	addr := strings.TrimSuffix(abs, "/") + "/"
	if p := t.byAddr[addr]; p != nil {
		return Target{Page: p}
	}
	dir := strings.Trim(addr, "/")
	for _, name := range []string{"/index.md", "/_index.md"} {
		if p := t.byPath[dir+name]; p != nil {
			return Target{Page: p}
		}
	}
	for d := path.Dir(abs); d != "/"; d = path.Dir(d) {
		if p := t.at(d).Page; p != nil {
			rel := strings.TrimPrefix(abs, d+"/")
			if _, ok := p.resources[rel]; ok {
				return Target{Page: p, Resource: rel}
			}
			break
		}
	}
	return Target{}
}

// missing reports whether a link that found nothing certainly means a page or
// a file of the content folder.
func missing(p *Page, link string) bool {
	if strings.HasSuffix(link, ".md") {
		return true
	}
	abs := candidates(p, link)[0]
	if !strings.HasPrefix(link, "/") {
		abs = path.Join(p.Address(), link)
	}
	return inContent(abs)
}

// inContent reports whether an absolute address names a page of a section that
// only the content folder fills: "/guong/x/", not "/guong/", "/guong/trang/2/"
// or "/so/2023-10/in.html".
func inContent(abs string) bool {
	parts := strings.Split(strings.Trim(abs, "/"), "/")
	if len(parts) != 2 || path.Ext(parts[1]) != "" {
		return false
	}
	for _, s := range sections() {
		if s == parts[0] {
			return s != "luu-tru" && s != "tim-kiem" && s != "tags"
		}
	}
	return false
}

func hasScheme(dest string) bool {
	scheme, _, ok := strings.Cut(dest, ":")
	if !ok || scheme == "" {
		return false
	}
	for _, r := range scheme {
		if r > 'z' || r < '+' || r == '/' {
			return false
		}
	}
	return true
}

// cutSuffix takes the query and the fragment off a link.
func cutSuffix(dest string) (link, suffix string) {
	if i := strings.IndexAny(dest, "?#"); i >= 0 {
		return dest[:i], dest[i:]
	}
	return dest, ""
}

// asciiLink makes the parts of a link ASCII as walk does those of a path.
func asciiLink(link string) (ascii string, ok bool) {
	parts := strings.Split(unescape(link), "/")
	for i, part := range parts {
		if part == "" || part == "." || part == ".." {
			continue
		}
		if i == len(parts)-1 && path.Ext(part) != "" {
			parts[i] = asciiFile(part)
		} else if !plainDir.MatchString(part) {
			parts[i] = viet.Slug(part)
		}
		if parts[i] == "" {
			return "", false
		}
	}
	return strings.Join(parts, "/"), true
}
