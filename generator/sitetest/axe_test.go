package sitetest

import (
	"fmt"
	"os"
	"testing"

	"bantin/generator/bulletin"
	"bantin/generator/internal/testtool"

	"github.com/chromedp/chromedp"
)

// axed asks axe-core for what it holds against the page: the rules of WCAG 2.2
// up to AA and its own best practices. Pictures are waited for.
const axed = `Promise.all([...document.images].filter((i) => i.loading !== "lazy").map((i) => i.decode().catch(() => {})))
  .then(() => axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }))
  .then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.html.slice(0, 120) + " " + n.failureSummary)))`

// states are pages in a state that a reader brings about: what the page must
// hold before it is judged.
var states = map[string]string{
	"tim-kiem/?q=chi+bo":            ".tim-kq li:nth-child(3)",
	"tim-kiem/?q=chi+bo&loai=guong": ".tim-kq li",
	"tim-kiem/?q=khongcodau":        ".tim-bao:not(:empty)",
}

// TestAxe has axe-core judge every kind of page in light and dark, on a phone
// and on a desk. BANTIN_AXE names the script:
//
//	npm install axe-core && BANTIN_AXE=$PWD/node_modules/axe-core/axe.min.js go test -run Axe ./generator/sitetest
func TestAxe(t *testing.T) {
	script, err := os.ReadFile(testtool.File(t, "BANTIN_AXE", "axe.min.js of axe-core"))
	if err != nil {
		t.Fatal(err)
	}
	s := sample(t, bulletin.Internal)
	pages := s.kinds()
	for name := range states {
		pages = append(pages, name)
	}
	t.Run("a fault is seen", func(t *testing.T) {
		ctx, _ := browser(t)
		run(t, ctx, chromedp.Navigate(s.url("gioi-thieu/")))
		eval[bool](t, ctx, string(script)+"; document.querySelector('main').append(new Image()); typeof axe === 'object'")
		if faults := eval[[]string](t, ctx, axed); len(faults) != 1 {
			t.Errorf("a picture without words: %q", faults)
		}
	})
	for _, name := range pages {
		t.Run(name, func(t *testing.T) {
			ctx, _ := browser(t)
			run(t, ctx, chromedp.Navigate(s.url(name)))
			if selector := states[name]; selector != "" {
				if _, err := chromedp.Run(ctx, chromedp.Poll[bool](fmt.Sprintf("!!document.querySelector(%q)", selector))); err != nil {
					t.Fatal(selector, ": ", err)
				}
			}
			eval[bool](t, ctx, string(script)+"; typeof axe === 'object'")
			for _, width := range []int64{360, 1280} {
				for _, colours := range []string{"light", "dark"} {
					run(t, ctx, chromedp.EmulateViewport(width, 800), media("screen", colours))
					for _, fault := range eval[[]string](t, ctx, axed) {
						t.Errorf("%d px, %s: %s", width, colours, fault)
					}
				}
			}
		})
	}
}
