package sitetest

import (
	"context"
	"strings"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
)

func press(key string) step { return chromedp.KeyEvent(key) }

// TestKeyboard goes through pages with the Tab key alone: the first stop
// leads to the content, every stop is seen, none is a trap.
func TestKeyboard(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	for _, name := range []string{"", "guong/tu-sach-xe-day/", "luu-tru/"} {
		run(t, ctx, media("screen", "light"), chromedp.EmulateViewport(768, 800), chromedp.Navigate(s.url(name)), press("\t"))
		if first := eval[string](t, ctx, `document.activeElement.className`); first != "bo-qua" {
			t.Errorf("%s: the first stop is %q", name, first)
		}
		stops := map[string]bool{}
		for range 400 {
			stop := eval[string](t, ctx, `(() => {
			  const e = document.activeElement; if (e === document.body) return "";
			  const r = e.getBoundingClientRect(), s = getComputedStyle(e.matches(".co-chu input") ? e.parentElement : e);
			  const seen = r.bottom > 0 && r.top < innerHeight && s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
			  e.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
			  return e.dataset.stop + (seen ? "" : " unseen " + e.outerHTML.slice(0, 100));
			})()`)
			if strings.Contains(stop, "unseen") {
				t.Errorf("%s: %s", name, stop)
			}
			if stop == "" || stops[stop] {
				break
			}
			stops[stop] = true
			run(t, ctx, press("\t"))
		}
		// One radio button stands for its group.
		links := eval[int](t, ctx, `[...document.querySelectorAll("a[href], [tabindex='0']")].filter((e) => e.checkVisibility() && e.tabIndex >= 0).length + 1`)
		if len(stops) < links-1 {
			t.Errorf("%s: %d stops, %d links", name, len(stops), links)
		}
	}
	run(t, ctx, chromedp.Navigate(s.url("luu-tru/")), press("\t"), press("\r"))
	if at := eval[string](t, ctx, `document.activeElement.id || location.hash`); at != "_noi-dung" && at != "#_noi-dung" {
		t.Errorf("the skip link leads to %q", at)
	}
}

// TestWithoutScript: text, links and text size need no script; the size is
// remembered with it.
func TestWithoutScript(t *testing.T) {
	s := sample(t, bulletin.Internal)
	size := func(ctx context.Context) float64 {
		return eval[float64](t, ctx, `parseFloat(getComputedStyle(document.querySelector(".than-bai p")).fontSize)`)
	}
	ctx, said := browser(t)
	run(t, ctx, scripts(false), chromedp.EmulateViewport(360, 800), chromedp.Navigate(s.url("guong/tu-sach-xe-day/")))
	before := size(ctx)
	menu := chromedp.Click(chromedp.CSS(".thuc-don summary"))
	run(t, ctx, menu, chromedp.Click(chromedp.CSS("#_co-lon")))
	if after := size(ctx); after < before*1.15 {
		t.Errorf("text of %v px became %v px", before, after)
	}
	run(t, ctx, scripts(true), chromedp.Reload(), menu, chromedp.Click(chromedp.CSS("#_co-rat-lon")), chromedp.Navigate(s.url("guong/doc-truoc-ban-sau/")))
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector("#_co-rat-lon").checked`)); err != nil {
		t.Fatal("the size is not remembered: ", err)
	}
	if after := size(ctx); after < before*1.4 {
		t.Errorf("on the next page: %v px", after)
	}
	for _, fault := range eval[[]string](t, ctx, reading) {
		t.Error("in the largest size: ", fault)
	}
	if texts, _ := said.take(); len(texts) > 0 {
		t.Errorf("%q", texts)
	}
}

// TestPassOn: an article of the public edition can be passed on; without
// script, and in the internal edition, nothing offers it.
func TestPassOn(t *testing.T) {
	const page = "guong/tu-sach-xe-day/"
	if text := sample(t, bulletin.Internal).read(t, page+"index.html"); strings.Contains(text, "gui-bai") {
		t.Error("the internal edition offers to pass articles on")
	}
	ctx, said := browser(t)
	s := sample(t, bulletin.Public)
	offered := `document.querySelector(".gui-bai").checkVisibility()`
	run(t, ctx, scripts(false), chromedp.Navigate(s.url(page)))
	if eval[bool](t, ctx, offered) {
		t.Error("the button shows without script")
	}
	run(t, ctx, scripts(true), chromedp.Reload(), chromedp.Click(chromedp.CSS(".gui-bai button")))
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.querySelector(".gui-bai [role=status]").textContent !== ""`)); err != nil {
		t.Error("nothing is said after the click: ", err)
	}
	shared := eval[string](t, ctx, `(() => { let got = ""; navigator.share = (what) => { got = what.title + " " + what.url; return Promise.resolve(); };
	  document.querySelector(".gui-bai button").click(); return got; })()`)
	if want := "Tủ sách xe đẩy ở trường tiểu học vùng ven " + s.url(page); strings.ReplaceAll(shared, "\u00a0", " ") != want {
		t.Errorf("shared is %q, want %q", shared, want)
	}
	if texts, _ := said.take(); len(texts) > 0 {
		t.Errorf("%q", texts)
	}
}
