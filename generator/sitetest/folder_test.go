package sitetest

import (
	"bytes"
	"image"
	"image/jpeg"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
)

// runs is a script of the site's own origin, which the policy lets run. Who
// ran it shows on the document that did.
const runs = `document.documentElement.setAttribute("data-bi-hai", "1")`

// drawings are what an article shows: each would run the script.
var drawings = map[string]string{
	"script.svg":   `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script href="{b.js}"/><rect width="9" height="9"/></svg>`,
	"xlink.svg":    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><script xlink:href="{b.js}"/></svg>`,
	"foreign.svg":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><foreignObject width="9" height="9"><script xmlns="http://www.w3.org/1999/xhtml" src="{b.js}"></script></foreignObject></svg>`,
	"html.svg":     `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" viewBox="0 0 9 9"><h:script src="{b.js}"/><h:link rel="stylesheet" href="x.css"/></svg>`,
	"entity.svg":   `<!DOCTYPE svg [<!ENTITY s "{b.js}">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script href="&s;"/></svg>`,
	"sheet.svg":    `<?xml-stylesheet type="text/xsl" href="d.xsl"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script href="{b.js}"/></svg>`,
	"deep.svg":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><switch><a href="javascript:0"><g><script href="{b.js}"/></g></a></switch></g></svg>`,
	"external.svg": `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"><use xlink:href="https://theo-doi.example/a.svg#b"/><image href="https://theo-doi.example/a.png" width="9" height="9"/></svg>`,
}

// beside are what lies in the folder and stays there.
var beside = map[string]string{
	"c.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="{b.js}"></script></head><body/></html>`,
	"d.xml":   `<x><script xmlns="http://www.w3.org/1999/xhtml" src="{b.js}"></script></x>`,
	"e.xht":   `<html xmlns="http://www.w3.org/1999/xhtml"><script src="{b.js}"></script></html>`,
	"b.js":    runs, "b.mjs": runs, "ban-thao.docx": "PK", "danh-sach.xlsx": "PK", "ghi-chu.txt": "x", "con/f.svgz": "x", "g": "<script>x</script>", "h.pdf.exe": "MZ",
}

// TestArticleFolder: of a public article's folder only what the article shows
// is on the site, nothing of it runs in the site's origin, and its photograph
// says nothing but the picture.
func TestArticleFolder(t *testing.T) {
	const script = prefix + "b.js"
	// Somebody answers for this script, so that the drawings find one to call.
	settings := strings.Replace(readFile(t, filepath.Join(source, "hugo.toml")), "[params]\n", "[params]\ntep_tinh_duoc_chay = [\"b.js\"]\n", 1)
	files := map[string]string{"static/b.js": runs, "hugo.toml": settings}
	var body strings.Builder
	for name, text := range drawings {
		files["content/guong/xau/"+name] = strings.ReplaceAll(text, "{b.js}", script)
		body.WriteString("![Hình](" + name + " \"Hình\")\n\n")
	}
	for name, text := range beside {
		files["content/guong/xau/"+name] = strings.ReplaceAll(text, "{b.js}", script)
	}
	files["content/guong/xau/chup.jpg"] = talkative(t)
	article := readFile(t, filepath.Join(source, "content/guong/tu-sach-xe-day/index.md"))
	front, _, _ := strings.Cut(strings.TrimPrefix(article, "---\n"), "\n---\n")
	front = regexp.MustCompile(`(?m)^anh:\n(?:[ -].*\n)*`).ReplaceAllString(front+"\n", "")
	if strings.Contains(front, "pham_vi: noi-bo") {
		t.Fatal("the sample's article is no longer public")
	}
	files["content/guong/xau/index.md"] = "---\n" + front + "---\n\n" + body.String() + "![Chụp](chup.jpg \"Chụp\")\n"
	s := build(t, sampleCopy(t, files), bulletin.Public)
	for name := range beside {
		if _, err := os.Stat(filepath.Join(s.dir, "guong/xau", name)); err == nil {
			t.Errorf("%s is published", name)
		}
		res, err := http.Get(s.url("guong/xau/" + name))
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d", name, res.StatusCode)
		}
	}
	photo := readFile(t, filepath.Join(s.dir, "guong/xau/chup.jpg"))
	if strings.Contains(photo, "BI-MAT") || strings.Contains(photo, "Exif") {
		t.Error("the photograph still tells more than it shows")
	}
	ctx, notes := browser(t)
	run(t, ctx, chromedp.Navigate(s.url("guong/xau/")))
	for name := range drawings {
		run(t, ctx, chromedp.Navigate(s.url("guong/xau/"+name)))
		const what = `document.documentElement.getAttribute("data-bi-hai") + " " + document.querySelectorAll("*|script, *|foreignObject, *|a, *|iframe, *|link").length`
		if got := eval[string](t, ctx, what); got != "null 0" {
			t.Errorf("%s: ran, and elements that run: %s", name, got)
		}
		if root := eval[string](t, ctx, `document.documentElement.localName`); root != "svg" {
			t.Errorf("%s is no drawing any more but %s", name, root)
		}
	}
	_, hosts := notes.take()
	for _, host := range hosts {
		if !strings.HasPrefix(host, "127.0.0.1") {
			t.Errorf("a drawing asked %s for something", host)
		}
	}
	// The trial itself: the script would run where it may.
	run(t, ctx, chromedp.Navigate(s.url("")))
	eval[int](t, ctx, `new Promise((ok) => { const s = document.createElement("script"); s.src = "`+script+`"; s.onload = () => ok(1); document.head.append(s) })`)
	if eval[string](t, ctx, `document.documentElement.getAttribute("data-bi-hai") + ""`) != "1" {
		t.Error("the script of the trial runs nowhere: the trial proves nothing")
	}
}

// talkative is a photograph with a comment, an Exif block and a second file
// after its end.
func talkative(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 1200, 900)), nil); err != nil {
		t.Fatal(err)
	}
	data := b.String()
	return data[:2] + "\xff\xfe\x00\x08BI-MAT" + "\xff\xe1\x00\x0eExif\x00\x00BI-MAT" + data[2:] + "BI-MAT"
}
