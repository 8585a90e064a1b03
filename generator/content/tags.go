package content

import (
	"encoding/json"
	"fmt"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// tag is a tag where it was first seen.
type tag struct {
	name, term string
	page       *Page
}

// termPath is the folder in which Hugo (v0.165) looks for a tag's own page: in
// lower case, spaces as hyphens, all else as it is.
func termPath(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", "-"))
}

// tagPages makes a page for every tag whose address would not be ASCII, or not
// the same for all spellings of the tag, with the address written out. Only
// tags of pages in the edition count.
func (l *loader) tagPages() {
	seen := map[string]tag{} // by slug
	for _, p := range l.tree.Pages {
		if p.Out != "" {
			continue
		}
		for i, name := range p.Meta.Tags {
			if name = viet.NFC(name); name != "" {
				l.tagPage(seen, tag{name, termPath(name), p}, p.At(fmt.Sprintf("tags.%d", i)))
			}
		}
	}
}

func (l *loader) tagPage(seen map[string]tag, t tag, pos Pos) {
	slug := viet.Slug(t.name)
	if slug == "" {
		l.report(t.page.Source, pos, bulletin.Error, "tu-khoa", fmt.Sprintf("từ khóa %q không có chữ hay số nào dùng được trong địa chỉ web", t.name), "đổi từ khóa này")
		return
	}
	first, again := seen[slug]
	if again {
		if first.term != t.term {
			l.report(t.page.Source, pos, bulletin.Error, "trung-tu-khoa", fmt.Sprintf("từ khóa %q trùng địa chỉ với từ khóa %q trong %s", t.name, first.name, first.page.File()), "dùng một cách viết cho cả hai")
		}
		return
	}
	seen[slug] = t
	if t.term == slug {
		return
	}
	title, err := json.Marshal(t.name) // a JSON string is a YAML string
	if err != nil {
		panic(err) // a string always marshals
	}
	file := "tags/" + t.term + "/_index.md"
	l.tree.tags = append(l.tree.tags, File{
		Path: file, Source: file,
		Data: fmt.Appendf(nil, "---\ntitle: %s\nurl: /tags/%s/\npham_vi: cong-khai\n---\n", title, slug),
	})
}
