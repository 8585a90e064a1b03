package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bantin/generator/bulletin"
)

// TestUses: of what lies in an article's folder goes out what the article, or
// another page of the edition, shows or links, and of that only what may.
func TestUses(t *testing.T) {
	front := []string{
		"pham_vi: cong-khai",
		"anh:\n  - tep: anh.jpg\n    chu_thich: Ảnh\n    tac_gia: A\n    co_tre_em: false",
		"tom_tat: Xem [bảng](bang.pdf)",
	}
	body := `
![Một](<trong bai.png>) và [tệp](./bao%20cao.pdf), [hai
dòng](hai-dong.pdf), [tên][1], Ảnh có tên cách ![x](Ảnh hội trường.JPG).

{{< video
  tep=phim.mp4 ten="Phim" anh="bia.webp" >}}

` + "`[mã](trong-ma.pdf)`" + `, chữ trong-chu.pdf, [Word](ban-thao.docx).

[1]: dinh-nghia.mp3
`
	names := []string{"anh.jpg", "bang.pdf", "trong bai.png", "bao cao.pdf", "hai-dong.pdf", "Ảnh hội trường.JPG", "phim.mp4", "bia.webp", "dinh-nghia.mp3",
		"trang-khac.pdf", "chia-se.png", // to go out
		"trong-ma.pdf", "trong-chu.pdf", "ban-thao.docx", "danh-sach.xlsx", "con/ghi-chu.txt", "b.js", "c.xhtml", "d.xml", "noi-bo.pdf"}
	root := fstest.MapFS{
		"guong/bai/index.md":  {Data: []byte(article(front...) + body)},
		"guong/khac/index.md": {Data: []byte(article("pham_vi: cong-khai") + "\n[x](/guong/bai/trang-khac.pdf)\n")},
		"guong/kin/index.md":  {Data: []byte(article("pham_vi: noi-bo") + "\n[x](../bai/noi-bo.pdf)\n")},
	}
	for _, name := range names {
		root["guong/bai/"+name] = &fstest.MapFile{Data: []byte("x")}
	}
	tree, findings := Load(root, Options{Edition: bulletin.Public, Now: noon})
	var got []string
	for _, f := range tree.Files() {
		if rest, ok := strings.CutPrefix(f.Source, "guong/bai/"); ok && rest != "index.md" {
			got = append(got, rest)
		}
	}
	want := slices.Clone(names[:11])
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("out go\n%q, want\n%q", got, want)
	}
	var told []string
	for _, f := range findings {
		told = append(told, f.Code+" "+f.Level.String()+" "+strings.TrimPrefix(f.File, "content/guong/bai/"))
	}
	slices.Sort(told)
	wantTold := []string{"tep-cam lỗi index.md", "tep-o-lai cảnh báo noi-bo.pdf", "tep-o-lai cảnh báo trong-chu.pdf", "tep-o-lai cảnh báo trong-ma.pdf",
		"tep-o-lai gợi ý b.js", "tep-o-lai gợi ý c.xhtml", "tep-o-lai gợi ý con/ghi-chu.txt", "tep-o-lai gợi ý d.xml", "tep-o-lai gợi ý danh-sach.xlsx"}
	if !slices.Equal(told, wantTold) {
		t.Errorf("findings\n%q, want\n%q", told, wantTold)
	}
}

// TestReviseUses: a text that begins to show a file is no change of text alone.
func TestReviseUses(t *testing.T) {
	raw := article("pham_vi: cong-khai")
	root := fstest.MapFS{"guong/bai/index.md": {Data: []byte(raw)}, "guong/bai/anh.png": {Data: []byte("x")}}
	tree, _ := Load(root, Options{Edition: bulletin.Public, Now: noon})
	page := tree.Pages[0]
	if !tree.Revise(page, []byte(raw+"\nThêm chữ.\n")).TextOnly {
		t.Error("more text is no change of text alone")
	}
	if tree.Revise(page, []byte(raw+"\n![Ảnh](anh.png)\n")).TextOnly {
		t.Error("a picture shown is a change of text alone")
	}
}
