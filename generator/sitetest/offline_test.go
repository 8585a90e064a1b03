package sitetest

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/offline"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// What a network does to those who trust it.
var (
	drops = func(w http.ResponseWriter, _ *http.Request) bool {
		if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
			conn.Close()
		}
		return true
	}
	hangs = func(_ http.ResponseWriter, r *http.Request) bool {
		<-r.Context().Done()
		return true
	}
	// lies is the log-in page of a café, under every address.
	lies = func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html lang="vi"><title>Wi-Fi</title><h1>Mời đăng nhập Wi-Fi</h1>`)
		return true
	}
	fails = func(w http.ResponseWriter, _ *http.Request) bool {
		http.Error(w, "bad gateway", http.StatusBadGateway)
		return true
	}
)

// copied is the sample with a copy of its folder, which tests may change.
func copied(t *testing.T) *site {
	t.Helper()
	s := &site{dir: filepath.Join(t.TempDir(), "public")}
	if err := os.CopyFS(s.dir, os.DirFS(sample(t, bulletin.Public).dir)); err != nil {
		t.Fatal(err)
	}
	s.server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.server.Close)
	return s
}

func (s *site) bad(trouble func(http.ResponseWriter, *http.Request) bool) { s.trouble.Store(&trouble) }

func (s *site) good() { s.trouble.Store(nil) }

// change rewrites files and lists the folder anew, as a further build would.
func (s *site) change(t *testing.T, names []string, from, to string) {
	t.Helper()
	for _, name := range names {
		text := s.read(t, name)
		if !strings.Contains(text, from) {
			t.Fatalf("%s does not hold %q", name, from)
		}
		s.write(t, name, strings.ReplaceAll(text, from, to))
	}
	_, script, _ := strings.Cut(s.read(t, offline.Script), "\n")
	s.write(t, offline.Script, script)
	issue := func(key string, pages ...string) offline.Issue {
		return offline.Issue{Title: "Số " + key, Page: "so/" + key + "/index.html", Pages: pages, Files: []string{"so/" + key + "/ban-tin-" + key + ".pdf"}}
	}
	err := offline.Write(offline.Site{Root: s.dir, Base: prefix, Home: []string{"index.html"}, Issues: []offline.Issue{
		issue("2023-10", "guong/tu-sach-xe-day/index.html", "guong/doc-truoc-ban-sau/index.html"), issue("2023-09", "guong/can-lai-khay-com/index.html")}})
	if err != nil {
		t.Fatal(err)
	}
}

func (s *site) write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// settled waits until a worker controls the page.
const settled = `navigator.serviceWorker.ready.then(() => new Promise((done) => {
  const look = () => navigator.serviceWorker.controller ? done(true) : setTimeout(look, 50);
  look();
}))`

// updated has the browser look for a new worker and waits until it is active
// or given up.
const updated = `navigator.serviceWorker.ready.then(async (r) => {
  await r.update().catch(() => {});
  const w = r.installing ?? r.waiting;
  if (!w) return "none";
  return new Promise((done) => {
    const look = () => w.state === "activated" || w.state === "redundant" ? done(w.state) : setTimeout(look, 50);
    look();
  });
})`

func heading(t *testing.T, ctx context.Context) string {
	t.Helper()
	return strings.ReplaceAll(eval[string](t, ctx, `document.querySelector("h1, h2").textContent`), "\u00a0", " ")
}

func notice(t *testing.T, ctx context.Context) string {
	t.Helper()
	return eval[string](t, ctx, `document.querySelector(".ban-luu")?.textContent ?? ""`)
}

func noCache() step {
	return command(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
}

// visited opens the front page and waits for the worker.
func visited(t *testing.T, s *site) context.Context {
	t.Helper()
	ctx, _ := browser(t)
	run(t, ctx, noCache(), chromedp.EmulateViewport(390, 800), chromedp.Navigate(s.url("")))
	eval[bool](t, ctx, settled)
	return ctx
}

// soon says whether something becomes true, also on a page that comes only now.
func soon(ctx context.Context, script string) bool {
	for range 200 {
		if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](script, chromedp.EvalAwaitPromise)); err == nil && ok {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// TestOffline: whatever the network does, a kept page comes within few seconds
// and says that it is a kept one; what is not kept is named, with what is.
func TestOffline(t *testing.T) {
	s := copied(t)
	ctx := visited(t, s)
	const kept, other, title = "guong/tu-sach-xe-day/", "van-ban/", "Tủ sách xe đẩy"
	for _, trouble := range []struct {
		name   string
		does   func(http.ResponseWriter, *http.Request) bool
		notice string
		within time.Duration
		other  string // what an address shows that is not kept
	}{
		{"drops", drops, "Không có mạng.", 2 * time.Second, "Chưa mở được trang này"},
		{"hangs", hangs, "Mạng chưa trả lời.", 6 * time.Second, "Chưa mở được trang này"},
		{"lies", lies, "Mạng trả lời bằng trang khác", 2 * time.Second, "Mời đăng nhập Wi-Fi"},
		{"fails", fails, "Máy chủ đang báo lỗi.", 2 * time.Second, ""},
	} {
		s.bad(trouble.does)
		start := time.Now()
		run(t, ctx, chromedp.Navigate(s.url(kept)))
		if took := time.Since(start); took > trouble.within+2*time.Second {
			t.Errorf("%s: the kept page took %v", trouble.name, took)
		}
		if got := heading(t, ctx); !strings.HasPrefix(got, title) {
			t.Errorf("%s: %q", trouble.name, got)
		}
		if got := notice(t, ctx); !strings.HasPrefix(got, trouble.notice) {
			t.Errorf("%s: said is %q", trouble.name, got)
		}
		broken := eval[[]string](t, ctx, `Promise.all([...document.images].filter((i) => i.checkVisibility()).map((i) => { i.loading = "eager"; return i.decode().then(() => "", () => i.currentSrc); })).then((all) => all.filter(Boolean))`)
		if len(broken) > 0 {
			t.Errorf("%s: pictures missing: %q", trouble.name, broken)
		}
		if margin := eval[string](t, ctx, `getComputedStyle(document.body).marginTop`); margin != "0px" {
			t.Errorf("%s: the style sheet is missing", trouble.name)
		}
		if trouble.other == "" {
			continue
		}
		run(t, ctx, chromedp.Navigate(s.url(other)))
		if got := heading(t, ctx); got != trouble.other {
			t.Errorf("%s: an address that is not kept shows %q", trouble.name, got)
		}
	}
	// A link's words name what was asked for.
	s.bad(drops)
	run(t, ctx, chromedp.Navigate(s.url("so/2023-10/")))
	eval[bool](t, ctx, `(document.querySelector('a[href$="/luu-tru/"]').click(), true)`)
	if !soon(ctx, `document.querySelector("[data-da-hoi]")?.textContent === "Lưu trữ"`) {
		t.Errorf("asked for is %q", eval[string](t, ctx, `document.querySelector(".da-hoi")?.textContent ?? document.title`))
	}
	if got := eval[string](t, ctx, `document.querySelector(".mat-mang .ds-gon").textContent`); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), title) {
		t.Errorf("kept is %q", got)
	}
}

// TestOfflineUpdate: a build replaces the store as a whole or not at all, and
// of an old build no page stays.
func TestOfflineUpdate(t *testing.T) {
	s := copied(t)
	ctx := visited(t, s)
	const page = "guong/tu-sach-xe-day/index.html"
	s.change(t, []string{page}, "Tủ\u00a0sách", "Kệ\u00a0sách")
	count := func() int {
		return eval[int](t, ctx, `caches.keys().then(async (k) => { let n = 0; for (const c of k) n += (await (await caches.open(c)).keys()).length; return n; })`)
	}
	before := count()
	for name, trouble := range map[string]func(http.ResponseWriter, *http.Request) bool{"drops": drops, "lies": lies, "fails": fails} {
		s.bad(func(w http.ResponseWriter, r *http.Request) bool {
			return strings.HasPrefix(r.URL.Path, prefix+"guong/") && trouble(w, r)
		})
		if state := eval[string](t, ctx, updated); state != "redundant" {
			t.Errorf("%s: with a page missing the new worker is %s", name, state)
		}
		if after := count(); after != before {
			t.Errorf("%s: %d files kept, %d before", name, after, before)
		}
	}
	s.bad(drops)
	run(t, ctx, chromedp.Navigate(s.url("guong/tu-sach-xe-day/")))
	if got := heading(t, ctx); !strings.HasPrefix(got, "Tủ sách") {
		t.Errorf("after a failed update: %q", got)
	}
	s.good()
	run(t, ctx, chromedp.Navigate(s.url("guong/tu-sach-xe-day/")))
	if got := heading(t, ctx); !strings.HasPrefix(got, "Kệ sách") {
		t.Errorf("with a network: %q", got)
	}
	s.mu.Lock()
	s.asked = nil
	s.mu.Unlock()
	if state := eval[string](t, ctx, updated); state != "activated" {
		t.Fatalf("the new worker is %s", state)
	}
	s.mu.Lock()
	for _, asked := range s.asked {
		if strings.Contains(asked, "/so/") || strings.Contains(asked, "/css/") {
			t.Errorf("for one changed page it asked also for %s", asked)
		}
	}
	s.mu.Unlock()
	s.bad(drops)
	run(t, ctx, chromedp.Navigate(s.url("guong/tu-sach-xe-day/")))
	if got := heading(t, ctx); !strings.HasPrefix(got, "Kệ sách") {
		t.Errorf("the old page stays: %q", got)
	}
}

// TestKeepIssue: a reader keeps an issue with pictures and PDF, sees that it
// is kept and how large it is, and lets it go; what is corrected or withdrawn
// follows.
func TestKeepIssue(t *testing.T) {
	s := copied(t)
	pdf := "so/2023-09/ban-tin-2023-09.pdf"
	s.write(t, pdf, "%PDF-1.7\n"+strings.Repeat("%\n", 100000))
	s.change(t, nil, "", "")
	ctx := visited(t, s)
	said := func(want string) {
		t.Helper()
		if !soon(ctx, fmt.Sprintf(`document.querySelector(".giu-so").textContent.includes(%q)`, want)) {
			t.Fatalf("%q is not said, but %q", want, eval[string](t, ctx, `document.querySelector(".giu-so").textContent`))
		}
	}
	run(t, ctx, chromedp.Navigate(s.url("so/2023-09/")))
	said("Giữ số này trong máy (")
	// Nothing is kept by half.
	s.bad(func(w http.ResponseWriter, r *http.Request) bool {
		return strings.HasSuffix(r.URL.Path, ".pdf") && drops(w, r)
	})
	run(t, ctx, chromedp.Click(chromedp.CSS(".giu-so button")))
	said("Mạng trục trặc, chưa giữ được")
	s.good()
	run(t, ctx, chromedp.Click(chromedp.CSS(".giu-so button")))
	said("Thôi giữ số này")
	s.bad(drops)
	run(t, ctx, chromedp.Navigate(s.url("guong/can-lai-khay-com/")))
	if got := heading(t, ctx); !strings.HasPrefix(got, "Cân lại khay cơm") {
		t.Errorf("kept: %q", got)
	}
	size := eval[int](t, ctx, fmt.Sprintf(`fetch(%q).then((r) => r.arrayBuffer()).then((b) => b.byteLength)`, s.url(pdf)))
	if want := len(s.read(t, pdf)); size != want {
		t.Errorf("the PDF has %d bytes, not %d", size, want)
	}
	run(t, ctx, chromedp.Navigate(s.url("so/2023-09/")))
	said(" kB: bài, ảnh và bản in")
	run(t, ctx, chromedp.Navigate(s.url("van-ban/")))
	if list := eval[string](t, ctx, `document.querySelector(".ds-gon").textContent`); !strings.Contains(strings.ReplaceAll(list, "\u00a0", " "), "Cân lại khay cơm") {
		t.Errorf("the page without a network lists %q", list)
	}

	// A correction reaches what is kept, also of an issue that is not the newest.
	s.good()
	s.change(t, []string{"guong/can-lai-khay-com/index.html"}, "<h1>Cân", "<h1>Đong")
	run(t, ctx, chromedp.Navigate(s.url("")))
	s.change(t, []string{"index.html"}, "</main>", "<p>Mới</p></main>")
	if state := eval[string](t, ctx, updated); state != "activated" {
		t.Fatal(state)
	}
	time.Sleep(time.Second)
	s.bad(drops)
	run(t, ctx, chromedp.Navigate(s.url("guong/can-lai-khay-com/")))
	if got := heading(t, ctx); !strings.HasPrefix(got, "Đong lại khay cơm") {
		t.Errorf("corrected: %q", got)
	}
	run(t, ctx, chromedp.Navigate(s.url("so/2023-09/")), chromedp.Click(chromedp.CSS(".giu-so button")))
	if !soon(ctx, `caches.keys().then((k) => k.every((c) => !c.includes(" giu ")))`) {
		t.Error("it is not let go")
	}
	run(t, ctx, chromedp.Navigate(s.url("guong/can-lai-khay-com/")))
	if got := heading(t, ctx); got != "Chưa mở được trang này" {
		t.Errorf("let go: %q", got)
	}
}

// TestOfflineLists: the lists name what the pages show, each file once, and
// the same folder gives the same bytes.
func TestOfflineLists(t *testing.T) {
	s := copied(t)
	s.change(t, nil, "", "")
	first := s.read(t, offline.Script)
	s.change(t, nil, "", "")
	if again := s.read(t, offline.Script); again != first {
		t.Error("listed twice the folder gives other bytes")
	}
	line, _, _ := bytes.Cut([]byte(first), []byte("\n"))
	for _, want := range []string{`"/ban-tin/"`, `"/ban-tin/khong-co-mang/"`, `"/ban-tin/guong/tu-sach-xe-day/"`, "/ban-tin/css/trang/", "/bia.svg"} {
		if bytes.Count(line, []byte(want)) == 0 {
			t.Errorf("the list lacks %s: %s", want, line)
		}
	}
}
