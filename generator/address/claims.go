package address

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"bantin/generator/content"
	"bantin/generator/viet"
)

// Names of files beside a page's index.html, from hugo.toml's output formats
// and package publish.
var (
	issueFiles = []string{"in.html", "bang-tin.html", "thu.html", "thu.txt", "thu.eml", "zalo.txt", "ngoai-tuyen.json"}
	calendar   = "lich-hoc.ics"
	cardFile   = "chia-se.png"
)

// site claims what every site has.
func (p *Plan) site() {
	p.made("index.html", "404.html", "sitemap.xml", "robots.txt", "index.xml", "atom.xml", "feed.json", "manifest.webmanifest", "ngoai-tuyen.js", "khong-co-mang/index.html",
		"css/in.css", "css/in-bai.css", "css/in-bia.css", "css/in-hop.css", "css/in-mo-bai.css", "css/in-dau-cat.css", "css/in-190x270.css", "css/bang-tin.css", "css/tam-anh.css",
		"tim-kiem/chi-muc.json")
}

// page claims what an edition's page makes.
func (p *Plan) page(page *content.Page) {
	dir := strings.Trim(page.Address(), "/")
	home := Claim{Path: path.Join(dir, "index.html"), Page: page, Free: Folder}
	if page.Meta.Slug != "" && path.Base(page.Path) == "index.md" {
		home.Key, home.Free = "slug", Slug
	}
	if dir != "" { // the home page is claimed already
		p.add(home)
	}
	beside := func(name string, shift bool) {
		p.add(Claim{Path: path.Join(dir, name), Page: page, Key: home.Key, Free: home.Free, Shift: shift})
	}
	switch {
	case page.Issue != nil:
		for _, name := range append([]string{"ban-tin-" + page.Key + ".pdf", "to-bang-tin-" + page.Key + ".pdf", "dan-trang-may.css"}, issueFiles...) {
			beside(name, false)
		}
		beside(cardFile, true)
		p.list(dir)
	case page.Session != nil, dir == "hoc-tap":
		beside(calendar, false)
	}
	if page.Article != nil {
		beside(cardFile, true)
	}
	for _, rel := range page.Resources {
		p.add(Claim{Path: path.Join(dir, rel), File: content.Dir + "/" + page.SourceOf(rel), Free: File})
	}
	p.terms(page)
	for i, alias := range page.Meta.Aliases {
		if at, err := AliasPath(page, alias); err == nil {
			p.add(Claim{Path: at, Page: page, Key: content.Index("aliases", i), Free: Alias})
		}
	}
}

// terms claims the pages of a page's tags and unit. That two spellings share
// one is told by package content.
func (p *Plan) terms(page *content.Page) {
	term := func(dir, name, key string) {
		slug := viet.Slug(name)
		at := path.Join(dir, slug, "index.html")
		for _, c := range p.claims[at] {
			if c.Page != nil && c.Free == Folder && c.Key != "" {
				return
			}
		}
		if slug != "" {
			p.add(Claim{Path: at, Page: page, Key: key, Free: Folder})
			p.list(path.Join(dir, slug))
		}
	}
	for i, tag := range page.Meta.Tags {
		term("tags", tag, content.Index("tags", i))
	}
	if page.Article != nil {
		term("don-vi", page.Article.Unit, "don_vi")
	}
}

// sections claims the lists, also those that have no page of their own.
func (p *Plan) sections(tree *content.Tree) {
	lists := map[string]bool{"so": true, "tags": true, "don-vi": true}
	for _, page := range tree.Pages {
		if section, _, nested := strings.Cut(path.Dir(page.Path), "/"); page.Out == "" && nested || path.Base(page.Path) == "_index.md" && page.Out == "" {
			lists[section] = true
		}
	}
	delete(lists, ".")
	for dir := range lists {
		p.list(dir)
		if tree.ByPath(dir+"/_index.md") == nil || tree.ByPath(dir+"/_index.md").Out != "" {
			p.made(dir + "/index.html")
		}
		if dir == "hoc-tap" && (tree.ByPath(dir+"/_index.md") == nil || tree.ByPath(dir+"/_index.md").Out != "") {
			p.made(dir + "/" + calendar)
		}
	}
}

// static claims the files that are copied as they are.
func (p *Plan) static(files fs.FS) {
	if files == nil {
		return
	}
	// What cannot be read cannot be copied: the build says so.
	_ = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			p.add(Claim{Path: name, File: "static/" + name, Free: File})
		}
		return nil
	})
}

// AliasError says why an old address cannot be kept.
type AliasError struct{ Reason, Fix string }

func (e AliasError) Error() string { return fmt.Sprintf("%s: %s", e.Reason, e.Fix) }

// AliasPath is the file that Hugo writes for an old address of a page: one
// that begins with a slash is the site's, another the page's neighbour.
func AliasPath(page *content.Page, alias string) (string, error) {
	const form = "viết địa chỉ cũ trong trang này, ví dụ /guong/ten-cu/"
	switch {
	case strings.TrimSpace(alias) == "":
		return "", AliasError{"địa chỉ cũ để trống", form}
	case strings.HasPrefix(alias, "//"), strings.Contains(alias, "://"):
		return "", AliasError{fmt.Sprintf("địa chỉ cũ %q thuộc trang web khác", alias), form}
	case strings.ContainsAny(alias, ":*?\"<>|\\#") || strings.ContainsFunc(alias, func(r rune) bool { return r < ' ' }):
		return "", AliasError{fmt.Sprintf("địa chỉ cũ %q có ký tự không dùng được", alias), form}
	}
	at := alias
	if !strings.HasPrefix(at, "/") {
		at = path.Join(path.Dir(strings.Trim(page.Address(), "/")), at)
	}
	at = path.Clean(strings.TrimPrefix(at, "/"))
	if at == ".." || strings.HasPrefix(at, "../") || strings.HasPrefix(path.Clean(strings.TrimPrefix(alias, "/")), "../") && strings.HasPrefix(alias, "/") {
		return "", AliasError{fmt.Sprintf("địa chỉ cũ %q ra ngoài trang web", alias), form}
	}
	if at == "." || fold(at) == "index.html" {
		return "", AliasError{fmt.Sprintf("địa chỉ cũ %q là trang chủ", alias), "bỏ dòng này: " + form}
	}
	for part := range strings.SplitSeq(at, "/") {
		if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || device(part) {
			return "", AliasError{fmt.Sprintf("địa chỉ cũ %q có phần %q không làm được trên Windows", alias, part), form}
		}
	}
	if ext := path.Ext(at); ext != ".html" && ext != ".htm" {
		at = path.Join(at, "index.html")
	}
	return at, nil
}

// device reports whether Windows keeps a name for a device.
func device(name string) bool {
	name, _, _ = strings.Cut(strings.ToUpper(name), ".")
	switch name {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(name) == 4 && (strings.HasPrefix(name, "COM") || strings.HasPrefix(name, "LPT")) && name[3] >= '0' && name[3] <= '9'
}
