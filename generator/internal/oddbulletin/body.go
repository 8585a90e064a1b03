package oddbulletin

import (
	"fmt"
	"slices"
	"strings"
)

var phrases = []string{
	"Buổi họp bắt đầu đúng giờ.", "Sổ ghi chép của chi bộ", "Ba việc đã xong", "“Ngoặc kép” và ‘ngoặc đơn’", "Điều 5, khoản 2", "a < b & c > d", "100% đạt", "", " ", "x", "Nghị quyết số 21-NQ/TW ngày 16 tháng 6 năm 2022",
	"e\u0323\u0302 ghép rời", "chữ\u200bẩn", "\u202eđảo", "😀 mặt cười", "中文", "عربى", "\u00a0", "dòng một\ndòng hai",
}

// targets are where links and pictures lead.
var targets = []string{
	"", "#", "#khong-co", "#hoi-nguoi-an", "x", "/", "//example.org/a", "/guong/", "/guong/khong-co/", "../", "../../", "../tu-sach-xe-day/", "/guong/tu-sach-xe-day/", "index.md", "/so/2023-10/", "/icon.svg", "/favicon.ico",
	"https://example.org/a b", "https://example.org/%zz", "http://[::1", "http://example.org:port/", "https://", "javascript:alert(1)", "data:text/html,x", "mailto:a@example.org", "tel:0901", "file:///etc/passwd", "ftp://x", "%", "%zz", "%2e%2e/", "a%20b.png", "?x=1", "x?y#z",
	"bep-an.svg", "khong-co.png", "<anh 1.png>", "anh 1.png", "ảnh.png", "tai-lieu.pdf", "tep.docx", "{{ .Site }}", "\\", ":", "a:b", "\u0007", "..", "./", "./bep-an.svg", "BEP-AN.SVG",
}

// calls are shortcodes, ours and Hugo's own, whole and broken.
var calls = []string{
	`{{< video dia_chi="https://youtu.be/dQw4w9WgXcQ" ten="Hội nghị" >}}`, `{{< video dia_chi="https://youtu.be/" ten="x" >}}`, `{{< video tep="khong-co.mp4" ten="x" >}}`, `{{< video tep="%s" ten="Phim" >}}`, `{{< video ten="x" >}}`, `{{< video >}}`, `{{< video "a" "b" >}}`, `{{< video dia_chi="http://[::1" ten="x" >}}`, `{{< video dia_chi="https://vimeo.com/123" ten="x" anh="%s" >}}`, `{{< video dia_chi="https://vimeo.com/123" ten="x" anh="khong-co.png" >}}`, `{{< video dia_chi=5 ten=true >}}`, `{{< video dia_chi="https://www.youtube.com/watch?v=abcdefgh" ten="x" anh="" tac_gia="y" >}}`, `{{< video ten="a" ten="b" dia_chi="https://youtu.be/abcdefg" >}}`,
	`{{< tieng "en" "peer review" >}}`, `{{< tieng "en" >}}`, `{{< tieng >}}`, `{{< tieng "tiếng" "x" >}}`, `{{< tieng ma="en" >}}`, `{{< tieng en review >}}`, `{{< tieng 5 6 >}}`, "{{< tieng `en` `x` >}}", `{{< tieng "en" "a" "b" >}}`, `{{< tieng "en" "<b>x</b>" />}}`, `{{< tieng "en" "x" >}}trong{{< /tieng >}}`, `{{% tieng "en" "x" %}}`, `{{% video dia_chi="https://youtu.be/abcdefg" ten="x" %}}`,
	`{{< khong-co >}}`, `{{< figure src="x.png" >}}`, `{{< ref "guong" >}}`, `{{< relref "/khong-co" >}}`, `{{< youtube abc >}}`, `{{< gist a b >}}`, `{{< highlight go >}}x{{< /highlight >}}`, `{{< param "x" >}}`, `{{< details >}}x{{< /details >}}`, `{{< qr text="x" />}}`, `{{< instagram x >}}`, `{{< x >}}`, `{{< vimeo 1 >}}`,
	`{{<`, `{{< `, `{{< video`, `{{< video ten="chưa đóng >}}`, `{{< /video >}}`, `{{< video >}}x`, `{{%`, `{{% x`, `{{</* video */>}}`, `{{</* video >}}`, `{{<video dia_chi="https://youtu.be/abcdefg" ten="x">}}`, `{{<   tieng   "en"   "x"   >}}`, `{{< .x >}}`, `{{< "x" >}}`, `{{< time.inline >}}{{ now }}{{< /time.inline >}}`, `{{ .Title }}`, `{{`, `}}`, `{{- x -}}`, `{{< tieng "en" 'x' >}}`, `{{< tieng "en" "a\"b" >}}`, `{{< tieng "en" "xuống` + "\n" + `dòng" >}}`, "{{< tieng\n\"en\"\n\"x\"\n>}}", "`{{< tieng \"en\" \"x\" >}}`", "    {{< tieng \"en\" \"x\" >}}", `\{{< video >}}`, `<!-- {{< video >}} -->`, `{{< video =x >}}`, `{{< video ten= >}}`, `{{< tieng "en" ten="x" >}}`,
}

// Calls lists odd calls of shortcodes.
func Calls() []string { return slices.Clone(calls) }

// blocks are pieces of Markdown that are odd in themselves.
var blocks = []string{
	"# Đề mục một", "## ", "##không cách", "###### sáu\n\n## hai", "Đề mục\n===", "Đề mục\n---", "---", "***", "## Đề mục {#id .lop x=y}", "## Đề mục {#}", "## Đề mục {", "Đoạn\n{.rong}", "Đoạn\n{onclick=\"x\"}", "{.rong}", "## A\n\n## A\n\n## A",
	"> trích\n>> sâu\n>>> nữa", "- a\n  - b\n    - c\n\n      d", "1. a\n3. b\n0. c", "- [ ] việc\n- [x] xong", "* \n* ", "Từ\n: nghĩa\n: nghĩa nữa", ": nghĩa lẻ", "| a |\n|---|", "| a | b |\n|:-:|--:|\n| 1 |\n| 1 | 2 | 3 |", "|||\n|-|-|\n|||", "| a |\n|---|\n| ![x](%s) |", "| a |\n|---|\n| x |\n{.rong}",
	"```\nmã\n```", "```go {linenos=true hl_lines=[1]}\nx\n```", "```mermaid\nx\n```", "```go {linenos=x", "~~~", "    mã thụt", "$$x^2$$", "\\(x\\)", "<div>\nkhối\n</div>", "<script>alert(1)</script>", "<!-- ghi chú", "<!-- bỏ qua: lap-tu — trích nguyên văn -->", "<!-- bỏ qua: khong-co — x -->", "<?php x ?>", "<![CDATA[x]]>", "</div>", "<img src=x onerror=alert(1)>", "&nbsp; &#0; &#x110000; &khong;",
	"Chú thích[^1].\n\n[^1]: Nội dung.", "Chú thích[^khong].", "[^mo]: Mồ côi.", "[^1]: Lồng[^1].\n\nA[^1]", "Chú[^2]\n\n[^2]: ![x](%s)", "Chú[^3]\n\n[^3]: a\n\n    ## Đề mục\n\n    b", "[ref]: x\n\n[ref]", "[a][b]\n\n[b]: <%s> \"tên\"", "![ảnh][b]\n\n[b]: %s", "~~gạch~~ ==x== ++y++ H~2~O x^2^", "https://example.org tự nối", "www.example.org.", "a@example.org", "**\u200b**", "*_**x_***", "\\\n\\", "a  \nb", "\u0000", "\u0007", "\ufeff", "\u2028", "[[x]]", "![[x.png]]", "<https://example.org/a b>", "<x:y>", "# ![x](%s)", "## [a](#x) {#x}", "- ![x](%s)", "> ![x](%s \"chú thích\")", "[![x](%s)](/guong/)", "![](%s)", "![x](%s){.rong}", "![x](%s)\n{.rong #id}", "![x](%s) chữ ![y](%s)", "![**đậm** `mã`](%s '<b>')", "+++\nx\n+++", "---\ntitle: hai\n---", "{{% /* */ %}}", "<!--more-->", "[toc]", "[TOC]", ":smile:", "::: x\n:::",
}

// body puts odd pieces between a text's paragraphs.
func (r dice) body(body string, files []string) string {
	parts := strings.Split(body, "\n\n")
	if r.one(3) && len(parts) > 4 {
		parts = parts[:4]
	}
	for range r.IntN(4) {
		at := r.IntN(len(parts) + 1)
		parts = append(parts[:at], append([]string{r.piece(files)}, parts[at:]...)...)
	}
	if r.one(12) {
		return strings.Join(parts, "\r\n\r\n")
	}
	return strings.Join(parts, "\n\n")
}

func (r dice) piece(files []string) string {
	target := pick(r, targets)
	if len(files) > 0 && !r.one(3) {
		target = pick(r, files)
		if strings.Contains(target, " ") && r.one(2) {
			target = "<" + target + ">"
		}
	}
	switch r.IntN(6) {
	case 0:
		return fill(pick(r, calls), target)
	case 1:
		return pick(r, phrases) + " " + fill(pick(r, calls), target) + " " + pick(r, phrases)
	case 2:
		return fmt.Sprintf("![%s](%s)", pick(r, phrases), target)
	case 3:
		return fmt.Sprintf("%s [%s](%s) %s", pick(r, phrases), pick(r, phrases), target, pick(r, phrases))
	}
	return fill(pick(r, blocks), target)
}

func fill(piece, target string) string { return strings.ReplaceAll(piece, "%s", target) }
