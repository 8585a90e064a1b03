package content

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// taxonomy is a front matter key whose values Hugo gathers on pages of their own.
type taxonomy struct {
	folder  string // Hugo's name for it, and for the folder of its pages
	address string // where its pages stand
	noun    string // what editors call one value
}

var (
	tagTaxonomy  = taxonomy{"tags", "tags", "từ khóa"}
	unitTaxonomy = taxonomy{"don_vi", "don-vi", "tên đơn vị"}
)

// tag is a value of a taxonomy where it was first seen.
type tag struct {
	name, term string
	page       *Page
}

// termPath is the folder in which Hugo (v0.165) looks for a tag's own page: in
// lower case, spaces as hyphens, all else as it is.
func termPath(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "-"))
}

// tagPages makes a page for every tag and every unit whose address would not
// be ASCII, or not the same for all its spellings, with the address written
// out. Only those of pages in the edition count.
func (l *loader) tagPages() {
	tags, units := map[string]tag{}, map[string]tag{} // by slug
	for _, p := range l.tree.Pages {
		if p.Out != "" {
			continue
		}
		for i, name := range p.Meta.Tags {
			l.tagPage(tagTaxonomy, tags, name, p, fmt.Sprintf("tags.%d", i))
		}
		if p.Article != nil {
			l.tagPage(unitTaxonomy, units, p.Article.Unit, p, "don_vi")
		}
	}
}

func (l *loader) tagPage(tax taxonomy, seen map[string]tag, name string, p *Page, key string) {
	if name = viet.NFC(name); name == "" {
		return
	}
	t, pos, slug := tag{name, termPath(name), p}, p.At(key), viet.Slug(name)
	if slug == "" {
		l.report(p.Source, pos, bulletin.Error, "tu-khoa", fmt.Sprintf("%s %q không có chữ hay số nào dùng được trong địa chỉ web", tax.noun, name), "đổi "+tax.noun+" này")
		return
	}
	if !fs.ValidPath(t.term) {
		l.report(p.Source, pos, bulletin.Error, "tu-khoa", fmt.Sprintf("%s %q có dấu gạch chéo hoặc dấu chấm không dùng được trong địa chỉ web", tax.noun, name), fmt.Sprintf("viết bằng chữ, ví dụ %q", strings.ReplaceAll(slug, "-", " ")))
		return
	}
	first, again := seen[slug]
	if again {
		if first.term != t.term {
			l.report(p.Source, pos, bulletin.Error, "trung-tu-khoa", fmt.Sprintf("%s %q trùng địa chỉ với %s %q trong %s", tax.noun, name, tax.noun, first.name, first.page.File()), "dùng một cách viết cho cả hai")
		}
		return
	}
	seen[slug] = t
	if t.term == slug && tax.folder == tax.address {
		return
	}
	title, err := json.Marshal(name) // a JSON string is a YAML string
	if err != nil {
		panic(err) // a string always marshals
	}
	file := tax.folder + "/" + t.term + "/_index.md"
	l.tree.tags = append(l.tree.tags, File{
		Path: file, Source: file,
		Data: fmt.Appendf(nil, "---\ntitle: %s\nurl: /%s/%s/\npham_vi: cong-khai\n---\n", title, tax.address, slug),
	})
}
