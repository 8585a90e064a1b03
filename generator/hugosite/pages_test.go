package hugosite

import (
	"os"
	"path/filepath"
	"testing"
)

// issueSite is a site with issues as terms and a print page of each.
const issueSite = `
-- hugo.toml --
baseURL = "https://vi-du.example/goc/"
removePathAccents = true
[taxonomies]
so = "so"
tag = "tags"
[outputs]
term = ["html"]
[outputFormats.in]
mediaType = "text/html"
baseName = "in"
isHTML = true
permalinkable = false
[[cascade]]
outputs = ["html", "in"]
[cascade.target]
kind = "term"
path = "/so/**"
-- layouts/term.html --
{{ .Title }}
-- layouts/term.in.html --
In: {{ .Title }}
-- content/so/2023-10/_index.md --
---
title: Số 10
---
-- content/guong/bai/index.md --
---
title: Bài
so: 2023-10
tags: [Đảng viên, an ninh]
---
`

func TestPages(t *testing.T) {
	dir := writeSite(t, issueSite)
	e := build(t, dir)
	found := map[string]Page{}
	for _, p := range e.Pages() {
		found[p.Path] = p
		for format, file := range p.OutputFormats {
			if _, err := os.Stat(filepath.Join(dir, "public", filepath.FromSlash(file))); err != nil {
				t.Errorf("%s, %s: %v", p.Path, format, err)
			}
		}
	}
	issue := found["/so/2023-10"]
	if issue.Kind != "term" || issue.RelPermalink != "/goc/so/2023-10/" || issue.Title != "Số 10" ||
		issue.File != "content/so/2023-10/_index.md" || issue.OutputFormats["in"] != "so/2023-10/in.html" ||
		issue.OutputFormats["html"] != "so/2023-10/index.html" {
		t.Errorf("issue: %+v", issue)
	}
	if p := found["/guong/bai"]; p.Kind != "page" || p.File != "content/guong/bai/index.md" || len(p.OutputFormats) != 1 {
		t.Errorf("article: %+v", p)
	}
	// A term's path keeps its marks. An address with a letter that does not fold is percent-encoded; the file
	// is not.
	if p := found["/tags/đảng-viên"]; p.RelPermalink != "/goc/tags/%C4%91ang-vien/" || p.OutputFormats["html"] != "tags/đang-vien/index.html" {
		t.Errorf("tag: %+v", p)
	}
	wants(t, read(t, dir, "public/so/2023-10/in.html"), "In: Số 10")
}

// TestTermAddress: a listed file that exists nowhere on the disk can give a
// term its name and its address.
func TestTermAddress(t *testing.T) {
	dir := writeSite(t, issueSite+"-- layouts/page.html --\n{{ range .GetTerms \"tags\" }}<a href=\"{{ .RelPermalink }}\">{{ .LinkTitle }}</a>{{ end }}\n")
	e := build(t, dir, func(o *Options) {
		o.Content = append(listed("_index.md", "guong/bai/index.md"), File{
			Path: "tags/đảng-viên/_index.md", Source: "tags/đảng-viên/_index.md",
			Data: []byte("---\ntitle: Đảng viên\nurl: /tags/dang-vien/\n---\n"),
		})
	})
	wants(t, read(t, dir, "public/guong/bai/index.html"), `<a href="/goc/tags/dang-vien/">Đảng viên</a>`)
	wants(t, read(t, dir, "public/tags/dang-vien/index.html"), "Đảng viên")
	for _, p := range e.Pages() {
		if p.Title == "Đảng viên" && p.OutputFormats["html"] != "tags/dang-vien/index.html" {
			t.Errorf("%+v", p)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public/tags/đang-vien")); err == nil {
		t.Error("the term has two addresses")
	}
}
