package layout

import (
	"strings"
	"testing"
)

// issueHTML is a newsletter of n articles in two and three columns.
func issueHTML(n int) string {
	para := "<p>Nghị quyết của Ban Chấp hành Trung ương về tăng cường xây dựng, chỉnh đốn Đảng đã được các chi bộ trong toàn ngành quán triệt sâu sắc, gắn với việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh. Nhiều tập thể, cá nhân điển hình đã được biểu dương tại hội nghị tổng kết năm học vừa qua; nhiều việc làm nhỏ mà bền, được phụ huynh và học sinh tin yêu.</p>"
	var sb strings.Builder
	sb.WriteString(`<html lang="vi"><style>@page{size:A4;margin:59pt 49pt 55pt;@bottom-center{content:counter(page)}@top-left{content:string(t)}}
body{margin:0;font:10.25pt/13pt "STIX Two Text";line-grid:create}p,h2,h3{margin:0}p{text-align:justify}
.c{columns:3;column-gap:17pt;column-rule:.4pt solid #999;line-snap:baseline}.e .c{columns:2}p+p{text-indent:13pt}
h2{font-size:25pt;line-height:29pt;string-set:t content();margin:13pt 0}h3{font-size:10pt;line-height:13pt;margin-top:13pt}
.c>p:first-child::first-letter{initial-letter:3}blockquote{margin:13pt 0;border-top:1pt solid;font-size:14pt;line-height:19.5pt;break-inside:avoid;line-snap:none}</style>`)
	for i := 0; i < n; i++ {
		cls := "d"
		if i%2 == 1 {
			cls = "e"
		}
		sb.WriteString(`<article class="` + cls + `"><h2>Đọc trước, bàn sau: một trang giấy đổi nếp sinh hoạt chi bộ</h2><div class="c">`)
		for k := 0; k < 12; k++ {
			sb.WriteString(para)
			if k%4 == 2 {
				sb.WriteString("<h3>Bắt đầu từ một phép đo</h3>")
			}
		}
		sb.WriteString(`<blockquote>Họp ngắn không phải để về sớm.</blockquote><ul><li>báo cáo tháng</li><li>cuối trang là hai câu hỏi</li></ul></div></article>`)
	}
	return sb.String()
}

func BenchmarkLayout12Pages(b *testing.B) { benchmarkLayout(b, issueHTML(8)) }

func BenchmarkLayout100Pages(b *testing.B) { benchmarkLayout(b, issueHTML(80)) }

func benchmarkLayout(b *testing.B, src string) {
	doc := load(b, src)
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		d, _, err := Layout(doc.root, doc.in)
		if err != nil {
			b.Fatal(err)
		}
		pages = len(d.Pages)
	}
	b.ReportMetric(float64(pages), "pages")
}
