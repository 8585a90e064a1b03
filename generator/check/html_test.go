package check

import (
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

// TestHTMLAndLinks: what the site drops is told, once, and what only looks like
// it is not.
func TestHTMLAndLinks(t *testing.T) {
	for body, want := range map[string]string{
		"<div>\nchữ\n<b>x</b>\n</div>":                 "the-html",
		"Một <b>hai</b> <i>ba</i>.":                    "the-html the-html",
		"<script>\nalert(1)\n</script>":                "the-html",
		"<!-- lời dặn --> <iframe src=\"x\"></iframe>": "the-html",
		"<!-- lời dặn có <b>thẻ</b> -->":               "",
		"<!--\nnhiều dòng <b>\n-->":                    "",
		"Số < 5 và > 3, a<b.":                          "",
		"`<b>` và\n\n    <div>\n":                      "",
		"```html\n<div>\n```":                          "",
		"<https://vi-du.vn/a>":                         "",
		"Ghi <ten> vào đây.":                           "the-html",
		"Ghi <tên> vào đây.":                           "",
		"[x](javascript:alert(1))":                     "lien-ket-cam",
		"[x](<JaVa\tScript:alert(1)>)":                 "lien-ket-cam",
		"[x](data:text/html;base64,AAAA)":              "lien-ket-cam",
		"[x](vbscript:msgbox)":                         "lien-ket-cam",
		"[x](file:///C:/a.docx)":                       "lien-ket-cam",
		"<javascript:alert(1)>":                        "lien-ket-cam",
		"[x](https://vi-du.vn/javascript:1)":           "",
		"[x](tel:02838291234)":                         "dien-thoai-ban",
	} {
		if got := strings.Join(codesOf(body), " "); got != want {
			t.Errorf("%q: got %q, want %q", body, got, want)
		}
	}
}

func TestLinksOfTheFrontMatter(t *testing.T) {
	root := exampleSite(t)
	put(root, "hoc-tap/thu/index.md", "hoc-tap", []string{"tai_lieu: [{ten: Đề cương, lien_ket: \"file:///D:/de-cuong.docx\"}, {ten: Bài, lien_ket: \"https://vi-du.vn\"}]"}, "Bài.\n")
	put(root, "bua-liem-vang/thu/index.md", "bua-liem-vang", []string{"dang_phat: {co_quan: Báo, ngay: 2023-03-01, lien_ket: \"javascript:x\"}"}, "Bài.\n")
	_, findings := judge(root, bulletin.Internal)
	if n := count(findings, "lien-ket-cam"); n != 2 {
		t.Errorf("%d findings: %v", n, findings)
	}
}
