package sitetest

import (
	"context"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// until waits for a condition in the page, and fails with what the page says.
func until(t *testing.T, ctx context.Context, condition string) {
	t.Helper()
	ok := eval[bool](t, ctx, `new Promise((done) => {
	  const end = Date.now() + 5000, look = () => { const ok = !!(`+condition+`); if (ok || Date.now() > end) done(ok); else setTimeout(look, 30); };
	  look();
	})`)
	if !ok {
		t.Fatalf("not so: %s: %s", condition, eval[string](t, ctx, `document.querySelector("main").innerText.slice(0, 600)`))
	}
}

// told is what the page told its reader about the results.
const told = `document.querySelector(".tim-bao").textContent`

func typed(text string) step { return chromedp.KeyEvent(text) }

// TestSearch uses the search page the way a reader does, with the keys alone.
func TestSearch(t *testing.T) {
	ctx, said := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(s.url("tim-kiem/")), press("/"))
	if at := eval[string](t, ctx, `document.activeElement.name`); at != "q" {
		t.Fatalf("the key / leads to %q", at)
	}
	run(t, ctx, typed("tu sach xe day"))
	until(t, ctx, told+`.startsWith("Tìm thấy")`)
	if title := eval[string](t, ctx, `document.querySelector(".tim-kq h2").textContent`); !strings.HasPrefix(title, "Tủ sách xe đẩy") {
		t.Errorf("first result: %q", title)
	}
	if marks := eval[[]string](t, ctx, `[...document.querySelectorAll(".tim-kq li:first-child mark")].map((m) => m.textContent)`); len(marks) == 0 || !strings.HasPrefix(marks[0], "Tủ sách xe đẩy") {
		t.Errorf("marked: %q", marks)
	}
	if hidden := eval[bool](t, ctx, `document.querySelector(".tim-muc-luc").checkVisibility()`); hidden {
		t.Error("the index of titles stands below the results")
	}
	run(t, ctx, press(kb.ArrowDown))
	if at := eval[string](t, ctx, `document.activeElement.closest("li")?.querySelector("h2").textContent ?? ""`); !strings.HasPrefix(at, "Tủ sách") {
		t.Errorf("arrow down leads to %q", at)
	}
	run(t, ctx, press(kb.ArrowUp))
	if at := eval[string](t, ctx, `document.activeElement.name`); at != "q" {
		t.Errorf("arrow up leads to %q", at)
	}
	address := eval[string](t, ctx, `location.href`)
	run(t, ctx, press(kb.ArrowDown), press("\r"), chromedp.Sleep(300*time.Millisecond))
	until(t, ctx, `location.pathname.endsWith("/guong/tu-sach-xe-day/")`)
	run(t, ctx, chromedp.Navigate(address)) // as the button that leads back does
	until(t, ctx, told+`.startsWith("Tìm thấy")`)
	run(t, ctx, chromedp.Focus("#_tim-chu"), press(kb.Escape))
	until(t, ctx, `document.querySelector("#_tim-chu").value === "" && document.querySelector(".tim-muc-luc").checkVisibility()`)
	if texts, _ := said.take(); len(texts) > 0 {
		t.Errorf("%q", texts)
	}
}

// TestSearchAnswers: what the page says and shows for a query in the address.
func TestSearchAnswers(t *testing.T) {
	ctx, said := browser(t)
	s := sample(t, bulletin.Internal)
	for query, want := range map[string]string{
		"q=%22t%E1%BB%B1+ghi%22":                   "Tìm thấy",            // “tự ghi”
		"q=tu+sahc+xe+day":                         "“tu sach xe day”",    // a typing error
		"q=zzzzzz":                                 "Không tìm thấy",      // nothing
		"q=21-KL%2FTW&loai=van-ban":                "Tìm thấy 1 kết quả",  // a filter
		"q=chi+bo&nam=2023&vb=05-ct-tw-2016-05-15": "Tìm thấy 3 kết quả.", // two filters
	} {
		run(t, ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate("about:blank"), chromedp.Navigate(s.url("tim-kiem/?"+query)))
		until(t, ctx, told+`.length > 12`)
		if got := eval[string](t, ctx, told); !strings.Contains(got, want) {
			t.Errorf("%s: %q, not %q", query, got, want)
		}
		for _, fault := range append(eval[[]string](t, ctx, reading), eval[[]string](t, ctx, contrast)...) {
			t.Errorf("%s: %s", query, fault)
		}
		run(t, ctx, media("screen", "dark"))
		for _, fault := range eval[[]string](t, ctx, contrast) {
			t.Errorf("%s, dark: %s", query, fault)
		}
	}
	if texts, _ := said.take(); len(texts) > 0 {
		t.Errorf("%q", texts)
	}
	// The filter of documents has their titles.
	run(t, ctx, chromedp.Navigate(s.url("tim-kiem/?q=chi+bo&vb=05-ct-tw-2016-05-15")))
	until(t, ctx, told+`.startsWith("Tìm thấy")`)
	if title := eval[string](t, ctx, `[...document.querySelector("[name=vb]").options].map((o) => o.text).join("; ")`); !strings.Contains(title, "Chỉ thị số 05-CT/TW") {
		t.Errorf("documents: %q", title)
	}
}

// TestSearchWithoutScript: the page is an index of the articles, and says why.
func TestSearchWithoutScript(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, scripts(false), chromedp.Navigate(s.url("tim-kiem/")))
	page := s.read(t, "tim-kiem/index.html")
	if links := strings.Count(page, `class="dem">`) - 1; links != 14 {
		t.Errorf("%d articles", links)
	}
	run(t, ctx, scripts(true))
	if !strings.Contains(page, "<noscript>") {
		t.Error("no word of explanation")
	}
}

// TestSearchOffline: without a network the page says so, and keeps the index.
func TestSearchOffline(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, chromedp.Navigate(s.url("tim-kiem/")))
	s.bad(drops)
	defer s.good()
	run(t, ctx, chromedp.Focus("#_tim-chu"), typed("quỹ"), press("\r"))
	until(t, ctx, told+`.startsWith("Không tải được")`)
	if !eval[bool](t, ctx, `document.querySelector(".tim-muc-luc").checkVisibility()`) {
		t.Error("the index of titles is gone")
	}
}

// TestSearchMarks: where the words of a query stand together, other places of
// one of them alone are not marked.
func TestSearchMarks(t *testing.T) {
	ctx, _ := browser(t)
	s := sample(t, bulletin.Internal)
	run(t, ctx, chromedp.Navigate(s.url("tim-kiem/?q=chi+bo")))
	until(t, ctx, `document.querySelectorAll(".tim-kq li").length > 2`)
	marks := eval[[]string](t, ctx, `[...document.querySelectorAll(".tim-kq .tim-trich")].map((p) => [...p.querySelectorAll("mark")].map((m) => m.textContent).join("|"))`)
	for _, of := range marks {
		if parts := strings.Split(of, "|"); strings.Contains(of, " ") {
			for _, m := range parts {
				if !strings.Contains(m, " ") {
					t.Errorf("marked beside the whole phrase: %q", of)
				}
			}
		}
	}
	if all := strings.Join(marks, "|"); !strings.Contains(all, "chi bộ") {
		t.Errorf("marked: %q", marks)
	}
}
