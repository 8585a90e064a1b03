package content

import (
	"fmt"
	"strings"
	"unicode"

	"bantin/generator/bulletin"
	"bantin/generator/viet"

	"golang.org/x/text/unicode/norm"
)

// tagPages gives each tag whose address would not be ASCII a page that says its
// address. Hugo strips marks but leaves đ, so "Đổi mới" would become đoi-moi.
func (t *Tree) tagPages() []File {
	var files []File
	seen := map[string]bool{}
	for _, p := range t.Pages {
		if p.Out != "" {
			continue
		}
		for _, tag := range p.Meta.Tags {
			term := hugoTerm(tag)
			path := "tags/" + term + "/_index.md"
			if seen[term] || isASCII(term) || t.byPath[path] != nil {
				continue
			}
			seen[term] = true
			data := fmt.Sprintf("---\ntitle: %q\nurl: /tags/%s/\npham_vi: cong-khai\n---\n", tag, viet.Slug(tag))
			files = append(files, File{Path: path, Source: path, Data: []byte(data)})
		}
	}
	return files
}

// hugoTerm is the path that Hugo makes of a term with removePathAccents on.
func hugoTerm(tag string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(tag) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			b.WriteByte('-')
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._#+~-@", r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return norm.NFC.String(b.String())
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// ClashingTags reports tags that differ and yet share one address.
func (t *Tree) ClashingTags() bulletin.Findings {
	type use struct {
		tag  string
		page *Page
	}
	first := map[string]use{}
	var findings bulletin.Findings
	for _, p := range t.Pages {
		for i, tag := range p.Meta.Tags {
			slug := viet.Slug(tag)
			u, taken := first[slug]
			if !taken {
				first[slug] = use{tag, p}
				continue
			}
			if hugoTerm(u.tag) == hugoTerm(tag) {
				continue // the same term to Hugo: one page
			}
			pos := p.At(Index("tags", i))
			findings = append(findings, bulletin.Finding{File: p.File(), Line: pos.Line, Col: pos.Col, Level: bulletin.Error, Code: "trung-tu-khoa",
				Message: fmt.Sprintf("từ khóa %q trùng địa chỉ với %q trong %s", tag, u.tag, u.page.File()), Fix: "dùng một cách viết cho cả hai"})
		}
	}
	return findings
}
