package sitetest

import (
	"fmt"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
)

// reading measures what a page asks of its reader. Links in running text are
// excused from the size of targets, as WCAG 2.2 (2.5.8) excuses them.
const reading = `(() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) faults.push("scrolls sideways by " + wide + " px: " + [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest(".bang-cuon, pre, .an, .bo-qua")).slice(-1).map((e) => e.outerHTML.slice(0, 90)));
  const size = parseFloat(getComputedStyle(document.querySelector("main p") || document.body).fontSize);
  for (const p of document.querySelectorAll(".than-bai > p")) {
    const s = getComputedStyle(p);
    if (parseFloat(s.fontSize) < 17) faults.push("small text: " + s.fontSize);
    if (p.clientWidth > 42 * parseFloat(s.fontSize)) faults.push("long lines: " + p.clientWidth + " px of " + s.fontSize);
  }
  for (const a of document.querySelectorAll("a, button, input, summary, select")) {
    if (a.closest("p, li p, dd, figcaption, .than-bai, .van-ban-dan, .footnotes") || a.matches(".bo-qua, .o-so a")) continue;
    const r = a.getBoundingClientRect();
    if (r.width && (r.width < 24 || r.height < 24)) faults.push("small target: " + a.outerHTML.slice(0, 90) + " " + r.width + "x" + r.height);
  }
  return faults;
})()`

// TestReading opens every kind of page at every size, light and dark.
func TestReading(t *testing.T) {
	ctx, said := browser(t)
	s := sample(t, bulletin.Internal)
	for _, name := range s.kinds() {
		run(t, ctx, chromedp.Navigate(s.url(name)))
		for _, width := range []int64{320, 768, 1280} {
			for _, colours := range []string{"light", "dark"} {
				run(t, ctx, chromedp.EmulateViewport(width, 800), media("screen", colours))
				for _, fault := range eval[[]string](t, ctx, reading) {
					t.Errorf("%s at %d px, %s: %s", name, width, colours, fault)
				}
			}
		}
		run(t, ctx, chromedp.EmulateViewport(320, 800))
		eval[bool](t, ctx, `document.querySelector("#_co-rat-lon").checked = true`)
		for _, fault := range eval[[]string](t, ctx, reading) {
			t.Errorf("%s in the largest text at 320 px: %s", name, fault)
		}
		complaints, hosts := said.take()
		for _, text := range complaints {
			t.Errorf("%s: %s", name, text)
		}
		for _, host := range hosts {
			if "http://"+host != s.server.URL {
				t.Errorf("%s: asks %s", name, host)
			}
		}
	}
}

// contrast computes the contrast (WCAG 2.2, 1.4.3) of every text on the page
// with the background behind it; pictures do not count.
const contrast = `(() => {
  const rgb = (s) => { const m = s.match(/[\d.]+/g).map(Number); return m.length > 3 && m[3] === 0 ? null : m; };
  const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const faults = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.checkVisibility({opacityProperty: true}) || e.closest(".an, .bo-qua")) continue;
    let behind = null;
    for (let b = e; b && !behind; b = b.parentElement) behind = rgb(getComputedStyle(b).backgroundColor);
    const style = getComputedStyle(e), text = rgb(style.color);
    const a = light(text.slice(0, 3)), b = light((behind || [255, 255, 255]).slice(0, 3));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700;
    if (ratio < (large ? 3 : 4.5)) faults.add(ratio.toFixed(2) + " " + e.tagName + "." + e.className + ": " + walk.currentNode.data.trim().slice(0, 30));
  }
  return [...faults];
})()`

func TestColours(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	for _, name := range s.kinds() {
		run(t, ctx, chromedp.EmulateViewport(1280, 800), chromedp.Navigate(s.url(name)))
		backgrounds := map[string]string{}
		for _, colours := range []string{"light", "dark"} {
			run(t, ctx, media("screen", colours))
			backgrounds[colours] = eval[string](t, ctx, `getComputedStyle(document.body).backgroundColor`)
			for _, fault := range eval[[]string](t, ctx, contrast) {
				t.Errorf("%s, %s: contrast %s", name, colours, fault)
			}
		}
		if backgrounds["light"] == backgrounds["dark"] {
			t.Errorf("%s: %v", name, backgrounds)
		}
	}
}

// TestPaper: what an article shows on paper.
func TestPaper(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Public)
	run(t, ctx, chromedp.Navigate(s.url("guong/tu-sach-xe-day/")), media("print", "dark"))
	shown := `(q) => [...document.querySelectorAll(q)].some((e) => e.checkVisibility())`
	for query, want := range map[string]bool{
		"h1": true, ".than-bai p": true, ".ten-bao": true, ".ma-in img": true,
		".dieu-huong": false, ".chan-bao": false, ".truoc-sau": false, ".lien-quan": false, ".co-chu": false,
	} {
		if got := eval[bool](t, ctx, fmt.Sprintf("(%s)(%q)", shown, query)); got != want {
			t.Errorf("%s on paper: %v", query, got)
		}
	}
	if ink := eval[string](t, ctx, `getComputedStyle(document.querySelector(".than-bai p")).color`); ink != "rgb(0, 0, 0)" {
		t.Errorf("text on paper is %s", ink)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	if len(pdf) < 10_000 {
		t.Errorf("%d bytes of PDF", len(pdf))
	}
}
