package sitetest

import (
	"fmt"
	"testing"

	"bantin/generator/bulletin"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// TestPhone: on a phone a page's content begins near the top, with the largest
// letters too, and the menu opens without a script.
func TestPhone(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	const top = `(() => { const e = [...document.querySelectorAll("main *")].find((e) => e.checkVisibility() && !e.closest(".an") && e.childElementCount === 0 && e.getBoundingClientRect().height > 0); return e.getBoundingClientRect().top; })()`
	for _, name := range s.kinds() {
		run(t, ctx, scripts(true), chromedp.EmulateViewport(360, 800), chromedp.Navigate(s.url(name)))
		if at := eval[float64](t, ctx, top); at > 200 {
			t.Errorf("%s: the content begins at %v px of 800", name, at)
		}
		eval[bool](t, ctx, `document.querySelector("#_co-rat-lon").checked = true`)
		if at := eval[float64](t, ctx, top); at > 320 {
			t.Errorf("%s in the largest letters: the content begins at %v px of 800", name, at)
		}
	}
	run(t, ctx, scripts(false), chromedp.Navigate(s.url("luu-tru/")))
	const shown = `document.querySelector(".dieu-huong a").checkVisibility() && document.querySelector(".co-chu input").checkVisibility()`
	if eval[bool](t, ctx, shown) {
		t.Error("the menu is open before it was asked for")
	}
	run(t, ctx, chromedp.Click(chromedp.CSS(".thuc-don summary")))
	if !eval[bool](t, ctx, shown) {
		t.Error("the menu does not open without script")
	}
	for _, fault := range eval[[]string](t, ctx, reading) {
		t.Error("with the menu open: ", fault)
	}
}

// TestNoShift: nothing moves while a page comes over a slow network, neither
// in the size of letters that the reader chose before.
func TestNoShift(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Public)
	shift := func(page string) float64 {
		run(t, ctx, chromedp.Navigate(s.url(page)))
		return eval[float64](t, ctx, `new Promise((done) => {
		  let sum = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
		  document.fonts.ready.then(() => setTimeout(() => done(sum), 700));
		})`)
	}
	run(t, ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate(s.url("luu-tru/")))
	for _, size := range []string{"vua", "rat-lon"} {
		run(t, ctx, command(network.ClearBrowserCache, cdp.Empty{}), noCache(),
			command(network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
				MatchedNetworkConditions: []*network.Conditions{{Latency: 150, DownloadThroughput: 200_000, UploadThroughput: 200_000}}}))
		eval[bool](t, ctx, fmt.Sprintf(`(localStorage.setItem("co-chu", %q), true)`, size))
		for _, page := range []string{"guong/tu-sach-xe-day/", "", "so/2023-10/"} {
			if moved := shift(page); moved > 0.001 {
				t.Errorf("%s, letters %s: moves by %v", page, size, moved)
			}
			if large := eval[bool](t, ctx, `parseFloat(getComputedStyle(document.documentElement).fontSize) > 25`); large != (size == "rat-lon") {
				t.Errorf("%s, letters %s: the size is another", page, size)
			}
		}
	}
}

// TestForcedColours: in the reader's own colours the chosen size and the
// current section are told apart.
func TestForcedColours(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, chromedp.EmulateViewport(1280, 800), command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}}), chromedp.Navigate(s.url("guong/")))
	const look = `(q) => [...document.querySelectorAll(q)].map((e) => { const s = getComputedStyle(e); return [s.borderTopWidth, s.borderBottomWidth, s.backgroundColor, s.borderBottomColor].join(); })`
	for _, query := range []string{".co-chu label", ".dieu-huong a"} {
		looks := eval[[]string](t, ctx, fmt.Sprintf("(%s)(%q)", look, query))
		times := map[string]int{}
		for _, l := range looks {
			times[l]++
		}
		if len(times) != 2 || times[looks[len(looks)-1]] != len(looks)-1 {
			t.Errorf("%s: %q", query, looks)
		}
	}
}
