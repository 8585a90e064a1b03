package search_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"bantin/generator/internal/testtool"
	"bantin/generator/search"

	"github.com/chromedp/chromedp"
)

// searchPage is the least page that the script works on.
const searchPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm</title>
<form class="tim" data-loai="{}"><input name="q"><details class="tim-loc"></details>
<select name="loai"><option value=""></select><select name="nam"><option value=""></select><select name="vb"><option value=""></select></form>
<p class="tim-bao"></p><ol class="tim-kq"></ol><p class="tim-them" hidden><button></button></p>
<script type="module" src="../js/tim-kiem.js"></script>`

// script is the search page's script, of the parts that its template lists.
func script(tb testing.TB) string {
	tb.Helper()
	partial, err := os.ReadFile("../../layouts/_partials/tap-lenh-tim.html")
	if err != nil {
		tb.Fatal(err)
	}
	_, list, _ := strings.Cut(string(partial), "range slice ")
	list, _, _ = strings.Cut(list, "-}}")
	var parts []string
	for _, m := range regexp.MustCompile(`"([\w-]+)"`).FindAllStringSubmatch(list, -1) {
		data, err := os.ReadFile("../../layouts/_js/tim-kiem-" + m[1] + ".js")
		if err != nil {
			tb.Fatal(err)
		}
		parts = append(parts, string(data))
	}
	return strings.Join(parts, "\n")
}

// served is an index behind a server that notes what is asked for.
type served struct {
	*httptest.Server
	dir   string
	mu    sync.Mutex
	asked []string
}

func serve(tb testing.TB, dir string) *served {
	s := &served{dir: dir}
	js := script(tb)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/mot/hai/")
		switch name {
		case "tim-kiem/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, searchPage)
		case "js/tim-kiem.js":
			w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			fmt.Fprint(w, js)
		default:
			s.mu.Lock()
			s.asked = append(s.asked, name)
			s.mu.Unlock()
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path.Clean("/"+name))))
			if err != nil {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = w.Write(data)
		}
	}))
	tb.Cleanup(s.Close)
	return s
}

// take returns what was asked for since the last time.
func (s *served) take() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// tab opens the search page in a Chromium of the test's own.
func tab(tb testing.TB, url string) context.Context {
	tb.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(testtool.Need(tb, "chromium")), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	tb.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	tb.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 9*time.Minute)
	tb.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate(url)); err != nil {
		tb.Fatal(err)
	}
	return ctx
}

func eval[T any](tb testing.TB, ctx context.Context, script string) T {
	tb.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		tb.Fatal(err)
	}
	return value
}

// ask runs queries in the page and returns the pages found for each, those that
// are shown at once before the others.
func ask(tb testing.TB, ctx context.Context, texts []string) [][]int {
	tb.Helper()
	list, err := json.Marshal(texts)
	if err != nil {
		tb.Fatal(err)
	}
	return eval[[][]int](tb, ctx, fmt.Sprintf(`(async () => {
	  const tim = document.querySelector("form.tim").tim, kq = [];
	  for (const q of %s) {
	    const k = await tim(q);
	    while (k.con) await k.timThem(k.trang.length);
	    kq.push(k.trang);
	  }
	  return kq;
	})()`, list))
}

// TestQueries asks more than five hundred queries of every sort in the real
// script and compares what it finds with a search through the texts.
func TestQueries(t *testing.T) {
	testtool.Need(t, "chromium")
	n := 600
	if os.Getenv("BANTIN_ARTICLES") != "" {
		n = many(t)
	} else {
		defer search.SetRecent(150)()
	}
	all := articles(n, 6, 1, nil)
	root := t.TempDir()
	stats, err := search.Write(root, pagesOfArticles(all), documentsOfTests())
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", stats)
	o := newOracle(all)
	asked := queries(o, 40)
	if len(asked) < 500 {
		t.Fatalf("%d queries", len(asked))
	}
	found := askOurs(t, root, all, asked)
	score := map[string][3]int{} // sort -> queries, complete, first
	for i, q := range asked {
		s := score[q.Sort]
		s[0]++
		if complaint := q.judge(found[i]); complaint != "" {
			t.Errorf("%s: %q: %s", q.Sort, q.Text, complaint)
		} else {
			s[1]++
		}
		score[q.Sort] = s
	}
	for _, s := range sorts {
		t.Logf("%-22s %3d queries, %3d right", s.name, score[s.name][0], score[s.name][1])
	}
}

// TestMore: a query of common words shows what it finds among the recent pages
// and says that there may be more; who goes on sees every page, each once.
func TestMore(t *testing.T) {
	testtool.Need(t, "chromium")
	defer search.SetRecent(40)()
	all := articles(300, 6, 1, nil)
	root := t.TempDir()
	if _, err := search.Write(root, pagesOfArticles(all), documentsOfTests()); err != nil {
		t.Fatal(err)
	}
	o := newOracle(all)
	ctx := tab(t, serve(t, root).URL+"/mot/hai/tim-kiem/")
	for _, query := range []string{"đồng chí", "đại chi bộ", "kể lại trường"} {
		want := o.marked(query)
		if len(want) < 50 {
			t.Fatalf("%q is on %d pages", query, len(want))
		}
		got := eval[struct {
			First, Last string
			Links       []string
		}](t, ctx, fmt.Sprintf(`(async () => {
		  const o = document.querySelector("[name=q]"), bao = document.querySelector(".tim-bao"), them = document.querySelector(".tim-them"), ds = document.querySelector(".tim-kq");
		  const until = async (ok) => { for (let i = 0; !ok() && i < 200; i++) await new Promise((r) => setTimeout(r, 10)); };
		  bao.textContent = "";
		  o.value = %q;
		  o.form.requestSubmit();
		  await until(() => bao.textContent.startsWith("Tìm"));
		  const First = bao.textContent;
		  while (!them.hidden) {
		    const n = ds.children.length;
		    them.firstElementChild.click();
		    await until(() => ds.children.length > n || them.hidden);
		    if (ds.children.length === n && !them.hidden) break;
		  }
		  return { First, Last: bao.textContent, Links: [...ds.querySelectorAll("a")].map((a) => a.pathname.replace("/mot/hai/", "")) };
		})()`, query))
		if strings.Contains(got.Last, "kể cả cho") && !strings.Contains(got.Last, "“kể lại trong”") {
			t.Errorf("%s: mended: %q", query, got.Last)
		}
		if !strings.HasPrefix(got.First, "Tìm thấy ít nhất ") || !strings.HasPrefix(got.Last, fmt.Sprintf("Tìm thấy %d kết quả", len(want))) {
			t.Errorf("%s: %q, then %q; want %d", query, got.First, got.Last, len(want))
		}
		var paths []string
		for _, i := range want {
			paths = append(paths, all[i].Path)
		}
		slices.Sort(paths)
		slices.Sort(got.Links)
		if !slices.Equal(got.Links, paths) {
			t.Errorf("%s: shown are %d pages, %d in all; want %d", query, len(slices.Compact(got.Links)), len(got.Links), len(paths))
		}
	}
}

// shown is how many results the page shows at first; it reads the next ones
// when it shows them.
const shown = 3

// askOurs asks the index in the folder; the answers are numbers of articles.
func askOurs(t *testing.T, root string, all []article, asked []query) [][]int {
	t.Helper()
	texts := make([]string, len(asked))
	for i, q := range asked {
		texts[i] = q.Text
	}
	found := ask(t, tab(t, serve(t, root).URL+"/mot/hai/tim-kiem/"), texts)
	order := numbers(all)
	for _, pages := range found {
		for k, page := range pages {
			pages[k] = order[page]
		}
	}
	return found
}

// judge says what is wrong with an answer.
func (q query) judge(got []int) string {
	for _, i := range q.want {
		if !slices.Contains(got, i) {
			return fmt.Sprintf("%d of %d articles found, not %d", len(got), len(q.want), i)
		}
	}
	for _, i := range got[:min(shown, len(got))] {
		if q.only && len(q.want) > 0 && !slices.Contains(q.want, i) && !slices.Contains(q.may, i) {
			return fmt.Sprintf("article %d does not hold it", i)
		}
	}
	if len(q.first) > 0 && (len(got) == 0 || !slices.Contains(q.first, got[0])) {
		return fmt.Sprintf("article %v comes first, not one of %v", got[:min(1, len(got))], q.first[:min(5, len(q.first))])
	}
	return ""
}

// TestOtherMarks: a page with other marks than typed is found where none has
// these, also by way of its text, which is read where its seldom words leave
// few pages.
func TestOtherMarks(t *testing.T) {
	testtool.Need(t, "chromium")
	var all []search.Page
	add := func(text string) {
		all = append(all, search.Page{Path: fmt.Sprintf("guong/%d/", len(all)), Title: "Bài", Kind: "guong", Text: func() ([]string, error) { return []string{text}, nil }})
	}
	add("Con số 1.873 phiếu.")
	for range 150 { // so many that each form has a list of its own
		add("Con số trong sổ của con.")
	}
	root := t.TempDir()
	if _, err := search.Write(root, all, nil); err != nil {
		t.Fatal(err)
	}
	asked := []string{"con sổ 1 873", "sô 1873", "cón 873"}
	found := ask(t, tab(t, serve(t, root).URL+"/mot/hai/tim-kiem/"), asked)
	for i, want := range []int{1, 0, 1} {
		if len(found[i]) != want || want == 1 && found[i][0] != 0 {
			t.Errorf("%s: %v", asked[i], found[i])
		}
	}
}
