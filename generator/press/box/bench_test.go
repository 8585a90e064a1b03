package box

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// sampleIssue is a page like an issue's: articles with headings, paragraphs,
// lists, a table, pictures and notes; sampleSheet has about 300 rules.
func sampleIssue(articles int) string {
	var b strings.Builder
	b.WriteString(`<html lang="vi"><body class="so-bao">`)
	for i := range articles {
		fmt.Fprintf(&b, `<article class="bai bai-%d" id="bai-%d"><p class="muc">Gương điển hình</p><h2>Chi bộ <em>nhà trường</em> đổi mới</h2><p class="sapo">Tóm tắt nội dung</p>`, i%4, i)
		for j := range 12 {
			fmt.Fprintf(&b, `<p>Đảng bộ ngành Giáo dục <strong>quán triệt</strong> nghị quyết số <a href="#bai-%d">21-KL/TW</a>,
				nâng cao chất lượng sinh hoạt <em>chi bộ</em> trong nhà trường<span class="fn">Chú thích %d.</span> và đổi mới phương thức lãnh đạo.</p>`, j%articles, j)
		}
		b.WriteString(`<ul><li>Một<li>Hai<li>Ba</ul><figure><img src="a.jpg" alt="Ảnh"><figcaption>Ảnh: tác giả</figcaption></figure>
			<table><thead><tr><th>Năm<th>Số<tbody><tr><td>2025<td>12<tr><td>2026<td>15</table></article>`)
	}
	return b.String()
}

func sampleSheet() string {
	var b strings.Builder
	b.WriteString(`:root{--mau:#b3121d;--dong:13pt}body{font:10pt/var(--dong) "STIX Two Text",serif}.bai>p:first-of-type::first-letter{float:left;font-size:3em}
		h2{color:var(--mau);text-wrap:balance}.fn{float:footnote}li::marker{color:var(--mau)}p+p{text-indent:1em}article[id] table{border-collapse:collapse}
		@page{size:A4;margin:2cm;@bottom-center{content:counter(page)}}`)
	for i := range 290 {
		fmt.Fprintf(&b, ".khoi-%d .phan-%d > p:nth-child(%d), #id-%d a { margin: %dpt 0; color: #%03x; letter-spacing: .0%dem }\n", i, i%7, i%5+1, i, i%9, i*13%4096, i%9)
	}
	return b.String()
}

func BenchmarkParse(b *testing.B) {
	src := []byte(sampleSheet())
	b.ReportAllocs()
	for b.Loop() {
		css.Parse("a.css", src)
	}
}

func BenchmarkCascade(b *testing.B) {
	doc, _ := html.Parse(strings.NewReader(sampleIssue(8)))
	s, _ := css.Parse("a.css", []byte(sampleSheet()))
	b.ReportAllocs()
	for b.Loop() {
		c := css.NewCascade(doc, []*css.Sheet{s}, css.Options{})
		for n := range doc.Descendants() {
			if n.Type == html.ElementNode {
				c.Style(n)
			}
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	doc, _ := html.Parse(strings.NewReader(sampleIssue(8)))
	s, _ := css.Parse("a.css", []byte(sampleSheet()))
	b.ReportAllocs()
	for b.Loop() {
		Build(doc, css.NewCascade(doc, []*css.Sheet{s}, css.Options{}), Options{})
	}
}

// TestHostileInput checks that extreme pages end soon, with a sound tree.
func TestHostileInput(t *testing.T) {
	for name, page := range map[string]string{
		"deep blocks":     strings.Repeat("<div>", 500) + "x",
		"deep inlines":    strings.Repeat("<em><span>", 250) + "<p>x",
		"deep tables":     strings.Repeat("<table><tr><td>", 120) + "x",
		"deep lists":      strings.Repeat("<ul><li>", 250) + "x",
		"wide columns":    "<table>" + strings.Repeat("<col span=1000>", 1000) + "<tr><td>x",
		"long paragraph":  "<p>" + strings.Repeat("chữ ", 250000),
		"many blocks":     "<span>" + strings.Repeat("<p>a</p>b ", 20000),
		"many paragraphs": strings.Repeat("<p>a b <b>c</b>", 20000),
		"many attributes": "<p class='" + strings.Repeat("a ", 50000) + "'>x",
	} {
		start := time.Now()
		root, _ := build(t, page, fuzzSheet)
		check(t, root)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s takes %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}
