package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
)

// TestFaultsNameTheArticle sets a print page that says nothing of where its
// paragraphs were written, as a published one does.
func TestFaultsNameTheArticle(t *testing.T) {
	article := func(source, raw string) *content.Page {
		return &content.Page{Source: source, Path: source, Role: content.Article, Raw: []byte(raw), Article: &bulletin.Article{Issue: "2023-10"}}
	}
	tree := &content.Tree{Pages: []*content.Page{
		article("guong/to-hop/index.md", "---\ntitle: Tổ họp\nanh:\n  - tep: bang-diem.png\n---\nĐoạn đầu.\n\nXem **tại** [liên kết](https://vi.du/) dài: aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee\n\n| Tháng | Ký hiệu |\n|---|---|\n| Mười | 𝠀 |\n"),
		article("hoc-tap/to-hop/index.md", "---\ntitle: Buổi học\n---\nTrống.\n\nNgoài mép giấy.\n"),
	}}
	issue := &content.Page{Source: "so/2023-10/_index.md", Key: "2023-10", Raw: []byte("---\ntitle: Số báo\n---\nKhông có gì.\n\nĐịa chỉ dài xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n"), Meta: &bulletin.Meta{}}
	root := t.TempDir()
	page := `<!doctype html><html lang=vi><style>@page{size:200pt 300pt;margin:20pt}html{font:10pt/12pt "STIX Two Text"}</style>
<section id=viec><p>Địa chỉ dài <span>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</span></p></section>
<article id=bai-to-hop><h2>Tổ họp</h2><p>Đoạn đầu.</p><img src="/guong/to-hop/bang-diem_hu123.png" alt=""><p>Xem <b>tại</b> <a href="https://vi.du/">liên kết</a> dài: aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee</p>
<table><tr><th>Tháng<th>Ký hiệu<tr><td>Mười<td>𝠀</table></article>
<article id=bai-hoc-tap-to-hop><p>Trống.</p><p style="position:absolute;left:190pt;top:0">Ngoài mép giấy</p></article>`
	if err := os.WriteFile(filepath.Join(root, "in.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	j := printJob{root: root, html: "in.html", pdf: "in.pdf", basePath: "/", issue: issue, tree: tree}
	doc, err := press.Open(j.files(), j.html, press.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, faults, err := doc.Layout()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range faults {
		file, line := j.written(f)
		got = append(got, fmt.Sprintf("%s %s:%d", f.Code, file, line))
	}
	want := []string{
		"overfull-line content/so/2023-10/_index.md:6",
		"picture-missing content/guong/to-hop/index.md:4",
		"overfull-line content/guong/to-hop/index.md:8",
		"off-sheet content/hoc-tap/to-hop/index.md:6",
		"sign-missing content/guong/to-hop/index.md:12",
	}
	got = slices.Compact(got) // words of one block may be told line by line
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
