package hugosite

import (
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"
)

const anchorSite = `
-- hugo.toml --
baseURL = "https://vi-du.example/"
[markup.goldmark.extensions.footnote]
enable = true
[markup.goldmark.parser]
autoDefinitionTermID = true
autoIDType = "AUTOID"
-- content/bai/index.md --
---
title: Bài
---
## Đường lối đổi mới
Chú thích[^đường].
## Đường lối đổi mới
### *Nghị quyết* số 21‑NQ/TW, **ngày**&nbsp;5/10
##### Nhảy cấp
## Tự đặt {#Ten-Rieng}
## Đường lối đổi mới
## !!!
Hai dòng
tiêu đề
---
## Giữ nguyên {#đặt-tay}
## Đặt tay
## Đặt tay

Thuật ngữ
: Nghĩa

> ## Trong khung

[^đường]: Chú.
-- layouts/page.html --
{{ .Content }}
MUC:{{ .TableOfContents }}
ID:{{ delimit .Fragments.Identifiers "," }}
MAP:{{ with index .Fragments.HeadingsMap "duong-loi-doi-moi-1" }}{{ .Title }}{{ end }}
NEO:{{ anchorize "Đảng bộ Điện Biên" }}
CHUOI:{{ "## Đặng Thị" | .RenderString (dict "display" "block") }}
`

func TestAnchors(t *testing.T) {
	for _, idType := range []string{"github", "github-ascii"} {
		for form, normal := range map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD} {
			t.Run(idType+" "+form, func(t *testing.T) {
				dir := writeSite(t, normal.String(strings.Replace(anchorSite, "AUTOID", idType, 1)))
				build(t, dir)
				page := norm.NFC.String(read(t, dir, "public/bai/index.html"))
				wants(t, page,
					`<h2 id="duong-loi-doi-moi">`, `<h2 id="duong-loi-doi-moi-1">`, `<h2 id="duong-loi-doi-moi-2">`,
					`<h3 id="nghi-quyet-so-21-nq-tw-ngay-5-10">`, `<h5 id="nhay-cap">`,
					`<h2 id="Ten-Rieng">`, `<h2 id="heading">`, `<h2 id="tieu-de">`,
					`<h2 id="đặt-tay">`, `<h2 id="dat-tay">`, `<h2 id="dat-tay-1">`,
					`<dt id="thuat-ngu">`, `<h2 id="trong-khung">`,
					`id="fn:1"`, `href="#fnref:1"`,
					`<a href="#duong-loi-doi-moi-2">Đường lối đổi mới</a>`, `<a href="#nghi-quyet-so-21-nq-tw-ngay-5-10">`,
					`<a href="#trong-khung">`, "MAP:Đường lối đổi mới", "NEO:dang-bo-dien-bien", `<h2 id="dang-thi">`)
				_, ids, _ := strings.Cut(page, "ID:")
				ids, _, _ = strings.Cut(ids, "\n")
				got := strings.Split(ids, ",")
				want := []string{"Ten-Rieng", "dat-tay", "dat-tay-1", "duong-loi-doi-moi", "duong-loi-doi-moi-1", "duong-loi-doi-moi-2",
					"heading", "nghi-quyet-so-21-nq-tw-ngay-5-10", "nhay-cap", "thuat-ngu", "tieu-de", "trong-khung", "đặt-tay"}
				if strings.Join(got, " ") != strings.Join(want, " ") {
					t.Errorf("identifiers\n got %q\nwant %q", got, want)
				}
			})
		}
	}
}

func TestSyntaxTreeHook(t *testing.T) {
	dir := writeSite(t, "-- content/Đường/index.md --\n---\ntitle: a\n---\n## Một\n\nchữ\n")
	var mu sync.Mutex
	var files []string
	build(t, dir, func(o *Options) {
		o.Content = []File{{Path: "duong/index.md", Source: "Đường/index.md"}}
		o.Goldmark = func(doc ast.Node, source []byte, file string) {
			mu.Lock()
			defer mu.Unlock()
			h, ok := doc.FirstChild().(*ast.Heading)
			if !ok {
				return
			}
			files = append(files, file)
			h.AppendChild(h, ast.NewString([]byte(" thêm "+string(source[3:7]))))
		}
	})
	sort.Strings(files)
	if len(files) == 0 || files[0] != "content/Đường/index.md" {
		t.Errorf("files %q", files)
	}
	wants(t, read(t, dir, "public/duong/index.html"), `<h2 id="mot">Một thêm Mộ`)
}

func TestLinksToAnchors(t *testing.T) {
	dir := writeSite(t, `
-- content/bai/index.md --
---
title: Bài
---
[a](#đường-lối) [b](#duong-loi) [c](#%C4%91%C6%B0%E1%BB%9Dng-l%E1%BB%91i) [d](#đặt-tay) [e](/khac/#đổi-mới)
[f](https://vi-du.example/#đổi) [g](#không-có) [h](#đường-lối-1)

## Đường lối
## Riêng {#đặt-tay}
## Đường lối
-- layouts/page.html --
{{ .Content }}
`)
	build(t, dir)
	html := read(t, filepath.Join(dir, "public", "bai", "index.html"))
	var got []string
	for _, m := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(html, -1) {
		got = append(got, m[1])
	}
	want := []string{"#duong-loi", "#duong-loi", "#duong-loi", "#%C4%91%E1%BA%B7t-tay", "/khac/#doi-moi",
		"https://vi-du.example/#%C4%91%E1%BB%95i", "#khong-co", "#duong-loi-1"}
	if !slices.Equal(got, want) {
		t.Errorf("links %q\nwant  %q", got, want)
	}
}
