package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// hostile is what nobody in good faith writes. The script that it wants to run
// would set window.bi_hai.
const hostile = `
<script>window.bi_hai = 1</script>

<img src="x" onerror="window.bi_hai = 2"> <svg onload="window.bi_hai = 3"><script>window.bi_hai = 4</script></svg>

<div><section></div></p></main></article></body></html>

[bấm](javascript:window.bi_hai=5) [bấm nữa](JaVaScRiPt:window.bi_hai=6) [dữ liệu](data:text/html,<script>window.bi_hai=7</script>) [vb](vbscript:x)

<a href="javascript:window.bi_hai=8">bấm</a> <iframe src="https://x.example/"></iframe> <base href="https://x.example/">

> Trích {onclick="window.bi_hai = 9"}
{onclick="window.bi_hai = 10" style="position:fixed;inset:0"}

## Tiểu mục {onmouseover="window.bi_hai = 11" id="a\"><script>window.bi_hai=12</script>"}

| a | b |
|---|---|
| <style>body{display:none}</style> | <meta http-equiv="refresh" content="0;url=https://x.example/"> |

![chữ](anh.svg "\"><script>window.bi_hai = 13</script>")

Chữ bình thường ở cuối bài.
`

// hostileSite is the sample with one bad article, whose front matter is bad too.
func hostileSite(t *testing.T) string {
	t.Helper()
	return sampleCopy(t, map[string]string{
		"content/guong/xau/anh.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="window.bi_hai = 14"><script>window.bi_hai = 15</script></svg>`,
		"content/guong/xau/index.md": `---
title: "Bài <script>window.bi_hai = 16</script> & \" 'xấu'"
tom_tat: "</script><script>window.bi_hai = 17</script>"
date: 2023-10-14
so: "2023-10"
don_vi: "Chi bộ <img src=x onerror=window.bi_hai=18>"
tac_gia: [{ho_ten: "\"><script>window.bi_hai = 19</script>"}]
pham_vi: cong-khai
trang_thai: da-duyet
nguoi_duyet: "Ban Biên tập"
ngay_duyet: 2023-10-09
tags: ["</a><script>window.bi_hai = 20</script>"]
kieu: viec-tot
ten: "x"
linh_vuc: chuyen-mon
boi_canh: "<b onclick=window.bi_hai=21>x</b>"
cach_lam: "x"
ket_qua: [{chi_tieu: "<script>window.bi_hai = 22</script>", truoc: 1, sau: 2}]
xac_minh: {nguoi: "x", ngay: 2023-10-03}
---
` + hostile,
	})
}

// sampleCopy is a copy of the sample with some files written anew.
func sampleCopy(t *testing.T, files map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"layouts", "static", "content"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(source, name))); err != nil {
			t.Fatal(err)
		}
	}
	if files["hugo.toml"] == "" {
		files["hugo.toml"] = readFile(t, filepath.Join(source, "hugo.toml"))
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestHostileArticle: whatever an article holds, no page that shows any of it
// carries its scripts, handlers or frames, the markup stays whole, and the
// browser runs nothing of it.
func TestHostileArticle(t *testing.T) {
	s := build(t, hostileSite(t), bulletin.Public)
	const name = "guong/xau/index.html"
	text := s.read(t, name)
	if !strings.Contains(text, "Chữ bình thường ở cuối bài.") {
		t.Error("the article's own text is gone")
	}
	pages := []string{name, "index.html", "so/2023-10/index.html", "so/2023-10/in.html", "so/2023-10/thu.html", "guong/index.html", "don-vi/index.html", "tags/index.html", "luu-tru/index.html"}
	for _, page := range pages {
		text := s.read(t, page)
		for _, fault := range markupFaults(text, isPage(page)) {
			t.Errorf("%s: %s", page, fault)
		}
		walk(parse(t, text), func(n *html.Node) { checkHarmless(t, page, n) })
	}
	for _, feed := range [][]entry{rssEntries(t, s.read(t, "index.xml")), jsonEntries(t, s.read(t, "feed.json"))} {
		for _, e := range feed {
			walk(parse(t, e.text), func(n *html.Node) { checkHarmless(t, "feed", n) })
		}
	}
	ctx, _ := browser(t)
	for _, page := range append(pages, "guong/xau/anh.svg") {
		run(t, ctx, chromedp.Navigate(s.url(page)))
		if got := eval[string](t, ctx, `String(window.bi_hai)`); got != "undefined" {
			t.Errorf("%s: script %s ran", page, got)
		}
	}
	run(t, ctx, chromedp.Navigate(s.url("guong/xau/")))
	eval[int](t, ctx, `[...document.querySelectorAll("main a")].filter((a) => !a.protocol.startsWith("http")).map((a) => a.click()).length`)
	if got := eval[string](t, ctx, `String(window.bi_hai)`); got != "undefined" {
		t.Errorf("a click ran script %s", got)
	}
}

// checkHarmless looks at one element of a finished page.
func checkHarmless(t *testing.T, page string, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "iframe", "base", "object", "embed", "form":
		t.Errorf("%s: <%s>", page, n.Data)
	case "script":
		if src, kind := attr(n, "src"), attr(n, "type"); kind != "application/ld+json" && !strings.Contains(src, "/js/") {
			t.Errorf("%s: a script: %s", page, src)
		}
	case "style":
		t.Errorf("%s: a style element", page)
	case "meta":
		if attr(n, "http-equiv") != "" {
			t.Errorf("%s: %s", page, attr(n, "content"))
		}
	}
	for _, a := range n.Attr {
		value := strings.ToLower(strings.TrimSpace(a.Val))
		if strings.HasPrefix(a.Key, "on") || (a.Key == "href" || a.Key == "src") && (strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "data:") || strings.HasPrefix(value, "vbscript:")) {
			t.Errorf("%s: <%s %s=%q>", page, n.Data, a.Key, a.Val)
		}
	}
}

// TestVideo: before the click no other site is asked for anything, and without
// script the video is a link.
func TestVideo(t *testing.T) {
	dir := hostileSite(t)
	name := filepath.Join(dir, "content/guong/xau/index.md")
	text, _, _ := strings.Cut(readFile(t, name), "<script>window.bi_hai = 1</script>")
	text += "\n{{< video dia_chi=\"https://www.youtube.com/watch?v=abcdefghijk\" ten=\"Hội nghị\" >}}\n\n{{< tieng \"en\" \"lesson study\" >}}\n"
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s := build(t, dir, bulletin.Public)
	page := s.read(t, "guong/xau/index.html")
	for _, want := range []string{`<i lang="en">lesson study</i>`, `href="https://www.youtube.com/watch?v=abcdefghijk"`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, fault := range markupFaults(page, true) {
		t.Error(fault)
	}
	ctx, did := browser(t)
	run(t, ctx, chromedp.Navigate(s.url("guong/xau/")), chromedp.WaitReady(chromedp.CSS(".mo-video")))
	if _, hosts := did.take(); strings.Contains(strings.Join(hosts, " "), "youtube") {
		t.Error("YouTube is asked before the click")
	}
	run(t, ctx, chromedp.Click(chromedp.CSS(".mo-video")), chromedp.WaitReady(chromedp.CSS(".video iframe")))
	if src := eval[string](t, ctx, `document.querySelector(".video iframe").src`); !strings.HasPrefix(src, "https://www.youtube-nocookie.com/embed/abcdefghijk") {
		t.Errorf("the click opens %q", src)
	}
	complaints, _ := did.take()
	if text := strings.Join(complaints, " "); strings.Contains(text, "Content Security Policy") || strings.Contains(text, "Content-Security-Policy") {
		t.Error(text)
	}
}
