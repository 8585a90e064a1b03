package proof

import (
	"bytes"
	"fmt"
	"html"

	"bantin/generator/content"
)

// contactPage writes the contact sheet as one page for a browser.
func contactPage(issue *content.Page, files string, shots []shot) []byte {
	var b bytes.Buffer
	title := html.EscapeString(issue.Meta.Title)
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Khung cắt ảnh – %s</title>\n", title)
	fmt.Fprintf(&b, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
	fmt.Fprintf(&b, "<link rel=\"stylesheet\" href=\"%skhung-anh.css\">\n<script src=\"%skhung-anh.js\" defer></script>\n</head>\n<body>\n", files, files)
	fmt.Fprintf(&b, "<header><h1>Khung cắt ảnh: <a href=\"/so/%s/\">%s</a></h1>\n", html.EscapeString(issue.Key), title)
	fmt.Fprintf(&b, "<p>Mỗi ảnh hiện nguyên, mỗi khung là phần mà một chỗ cho thấy; chấm tròn là tâm, phần không bao giờ bị cắt mất. Bấm vào chỗ cần giữ trong ảnh (mặt người, biểu trưng) để có dòng ghi vào bài. Tấm ảnh chia sẻ chỉ có chữ nên không có ở đây.</p></header>\n<main>\n")
	if len(shots) == 0 {
		fmt.Fprintf(&b, "<p>Số này chưa có ảnh nào.</p>\n")
	}
	for i := range shots {
		shots[i].write(&b, i)
	}
	fmt.Fprintf(&b, "</main>\n</body></html>\n")
	return b.Bytes()
}

// most is the share of a picture from which on a cut is pointed out.
const most = 0.12

func (s *shot) write(b *bytes.Buffer, n int) {
	fmt.Fprintf(b, "<section class=\"anh\" id=\"anh-%d\" data-tep=\"%s\"><h2>%s</h2>\n<div class=\"khung\"><img src=\"/%s\" alt=\"%s\">\n", n+1,
		html.EscapeString(s.name), html.EscapeString(s.page.Meta.Title), html.EscapeString(s.file), html.EscapeString(s.name))
	fmt.Fprintf(b, "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
	for i, f := range s.frames {
		if !f.whole() {
			fmt.Fprintf(b, "<rect class=\"k k-%d\" x=\"%.4g\" y=\"%.4g\" width=\"%.4g\" height=\"%.4g\"/>", i%6, 100*f.x, 100*f.y, 100*f.w, 100*f.h)
		}
	}
	fmt.Fprintf(b, "</svg>\n<svg class=\"tam\" viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"M%d %dh0\"/></svg></div>\n<ul>\n", s.x, s.y)
	for i, f := range s.frames {
		text, class := "nguyên ảnh", ""
		if !f.whole() {
			text = fmt.Sprintf("cắt %.0f%%", 100*f.cut())
			if f.cut() > most {
				class = " class=\"nhieu\""
			}
		}
		fmt.Fprintf(b, "<li%s><span class=\"mau k-%d\"></span> %s: %s</li>\n", class, i%6, html.EscapeString(f.use), text)
	}
	if len(s.frames) == 0 {
		fmt.Fprintf(b, "<li>chưa dùng ở bản in và tờ bảng tin</li>\n")
	}
	from := "chương trình tìm thấy"
	if s.said != "" {
		from = "đã ghi trong bài"
	}
	pos := s.page.At(s.key)
	fmt.Fprintf(b, "</ul>\n<p>Tâm %s: <span class=\"dang-co\">%d%% %d%%</span>. Muốn đổi, ghi dòng này dưới <code>tep: %s</code> trong <code>%s</code> (dòng %d):</p>\n<pre><code class=\"dong\">tam: \"%d%% %d%%\"</code></pre></section>\n",
		from, s.x, s.y, html.EscapeString(s.name), html.EscapeString(s.page.File()), pos.Line, s.x, s.y)
}
