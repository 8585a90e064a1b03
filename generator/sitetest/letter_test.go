package sitetest

import (
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

// TestLetter opens an issue's letter as a mail program does.
func TestLetter(t *testing.T) {
	s := sample(t, bulletin.Public)
	for _, name := range s.files(t, "thu.eml") {
		data := s.read(t, name)
		if len(data) > 100_000 || len(s.read(t, strings.TrimSuffix(name, ".eml")+".html")) > 100_000 {
			t.Errorf("%s: over 100 kB: mail programs cut it", name)
		}
		m, err := mail.ReadMessage(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		if err != nil || !strings.HasPrefix(subject, "Bản tin công tác xây dựng Đảng – Số ") {
			t.Errorf("subject %q, %v", subject, err)
		}
		kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
		if err != nil || kind != "multipart/alternative" {
			t.Fatal(kind, err)
		}
		parts := multipart.NewReader(m.Body, params["boundary"])
		for _, want := range []string{"thu.txt", "thu.html"} {
			part, err := parts.NextPart()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, part))
			if err != nil || strings.TrimSpace(string(text)) != strings.TrimSpace(s.read(t, path.Join(path.Dir(name), want))) {
				t.Errorf("%s: the part differs from %s: %v", name, want, err)
			}
		}
		for _, bad := range []string{"<style", "<link", "<script", "<img", "class=", "ZgotmplZ"} {
			if strings.Contains(s.read(t, path.Join(path.Dir(name), "thu.html")), bad) {
				t.Errorf("%s: %s", name, bad)
			}
		}
	}
}

// TestLetterBody: both twins of a letter keep the paragraphs, headings, lists
// and links of the issue, and nothing that a mail program cannot show.
func TestLetterBody(t *testing.T) {
	const name = "content/so/2023-10/_index.md"
	front := strings.SplitAfterN(readFile(t, filepath.Join(source, name)), "---\n", 3)
	dir := sampleCopy(t, map[string]string{name: strings.Join(front[:2], "") + `
Lời *đầu* số.[^1] Xem [bài tủ sách](/guong/tu-sach-xe-day/).

![Ảnh](bia.svg "Chú thích ảnh")

Đoạn hai: 5 < 6 & 7.

## Việc tháng tới

- **Ngày 10** họp.
- Ngày 20 nộp bài.

| Việc | Hạn |
|---|---|
| Họp | ngày 10 |

[^1]: Chú thích cuối bài.
`})
	s := build(t, dir, bulletin.Public)
	text, page := s.read(t, "so/2023-10/thu.txt"), s.read(t, "so/2023-10/thu.html")
	for _, want := range []string{
		"\n\nLời đầu số. Xem bài tủ sách (" + s.url("guong/tu-sach-xe-day/") + ").\n\nĐoạn hai: 5 < 6 & 7.\n\n[Mô hình hay",
		"\n\n[Việc tháng tới]\n- Ngày 10 họp.\n- Ngày 20 nộp bài.\n\n",
		"Việc | Hạn\nHọp | ngày 10\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("thu.txt has no %q:\n%s", want, text)
		}
	}
	for _, want := range []string{"Lời <em>đầu</em> số.", `<a style="color:#a3101b" href="` + s.url("guong/tu-sach-xe-day/") + `">bài tủ sách</a>`, "5 &lt; 6 &amp; 7"} {
		if !strings.Contains(page, want) {
			t.Errorf("thu.html has no %q", want)
		}
	}
	for _, bad := range []string{"Chú thích", "#</", " # ", "<figcaption", "<sup"} {
		if strings.Contains(text, bad) || strings.Contains(page, bad) {
			t.Errorf("the letter has %q", bad)
		}
	}
	for _, fault := range markupFaults(page, false) {
		t.Error("thu.html: ", fault)
	}
}
