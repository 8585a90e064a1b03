package search_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/internal/testtool"
	"bantin/generator/publish"
	"bantin/generator/search"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/chromedp"
)

// brotlied serves a folder the way a good host does: text compressed.
func brotlied(tb testing.TB, dir string) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(dir, filepath.FromSlash(path.Clean("/"+strings.TrimPrefix(r.URL.Path, "/ban-tin/"))))
		if strings.HasSuffix(r.URL.Path, "/") {
			name = filepath.Join(name, "index.html")
		}
		data, err := os.ReadFile(name)
		// What comes by way of the service worker is not counted as transferred.
		if err != nil || path.Base(name) == "ngoai-tuyen.js" {
			http.NotFound(w, r)
			return
		}
		var b bytes.Buffer
		c := brotli.NewWriterLevel(&b, 6)
		_, _ = c.Write(data)
		_ = c.Close()
		kind := mime.TypeByExtension(path.Ext(name))
		if strings.HasSuffix(name, ".js") {
			kind = "text/javascript"
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Encoding", "br")
		w.Header().Set("Cache-Control", "max-age=3600")
		_, _ = w.Write(b.Bytes())
	}))
	tb.Cleanup(s.Close)
	return s
}

// siteWith is the sample's site with an index of made-up articles in the place
// of its own.
func siteWith(tb testing.TB, pages []search.Page) (dir string) {
	tb.Helper()
	dir = filepath.Join(tb.TempDir(), "public")
	_, err := publish.Build(context.Background(), publish.Options{
		Site: "../..", Destination: dir, Edition: bulletin.Internal, BaseURL: "http://127.0.0.1/ban-tin/",
		Now: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC),
	})
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, search.Dir, "du-lieu")); err != nil {
		tb.Fatal(err)
	}
	if _, err := search.Write(dir, pages, documentsOfTests()); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// cost is what one query took in the browser. Transferred counts the headers
// as the browser does, and the excerpts of the results on the screen.
type cost struct {
	Query       string
	Transferred float64 // bytes
	Shown       float64 // milliseconds from the last byte that the results waited for
	Files       int
}

const costly = `(async (queries) => {
  const o = document.querySelector("#_tim-chu"), kq = document.querySelector(".tim-kq"), costs = [];
  performance.setResourceTimingBufferSize(5000);
  for (const q of queries) {
    performance.clearResourceTimings();
    const shown = new Promise((done) => { const w = new MutationObserver(() => { if (kq.children.length) { w.disconnect(); done(performance.now()); } }); w.observe(kq, { childList: true }); });
    kq.replaceChildren();
    await new Promise((r) => setTimeout(r, 0));
    o.value = q;
    o.form.requestSubmit();
    const at = await Promise.race([shown, new Promise((r) => setTimeout(r, 5000, NaN))]);
    const before = performance.getEntriesByType("resource").filter((e) => e.responseEnd <= at);
    await new Promise((r) => setTimeout(r, 150));
    const all = performance.getEntriesByType("resource");
    costs.push({ Query: q, Transferred: all.reduce((n, e) => n + e.transferSize, 0), Shown: before.length ? at - Math.max(...before.map((e) => e.responseEnd)) : 0, Files: all.length });
  }
  return costs;
})`

// BenchmarkQueries measures in Chromium what queries cost at 10,000 articles,
// on the real page, compressed with brotli. The first query counts everything:
// the page, its style sheets and scripts.
func BenchmarkQueries(b *testing.B) {
	testtool.Need(b, "chromium")
	all := articles(many(b), 6, 1, prose)
	server := brotlied(b, siteWith(b, pagesOfArticles(all)))
	o := &oracle{articles: all}
	w := newWriter(3)
	var asked []string
	for i := range 120 {
		s := o.some(w, w.IntN(len(all)), 1+i%5)
		switch i % 3 {
		case 0:
			s = strings.ToLower(s)
		case 1:
			s = `"` + s + `"`
		}
		asked = append(asked, s)
	}
	for b.Loop() {
		ctx := tab(b, "about:blank")
		if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(server.URL+"/ban-tin/tim-kiem/")); err != nil {
			b.Fatal(err)
		}
		page := eval[float64](b, ctx, `new Promise((r) => setTimeout(r, 500)).then(() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((n, e) => n + e.transferSize, 0))`)
		list, err := json.Marshal(asked)
		if err != nil {
			b.Fatal(err)
		}
		costs := eval[[]cost](b, ctx, fmt.Sprintf("%s(%s)", costly, list))
		b.ReportMetric((page+costs[0].Transferred)/1000, "first-kB")
		report(b, "next-kB", costs[1:], func(c cost) float64 { return c.Transferred / 1000 })
		report(b, "ms", costs, func(c cost) float64 { return c.Shown })
		slices.SortFunc(costs, func(x, y cost) int { return int(y.Transferred - x.Transferred) })
		for _, c := range costs {
			b.Logf("%.0f bytes, %d files, %.1f ms: %s", c.Transferred, c.Files, c.Shown, c.Query)
		}
	}
}

// report reports the middle, the 95th of a hundred, and the greatest.
func report(b *testing.B, unit string, costs []cost, of func(cost) float64) {
	var values []float64
	for _, c := range costs {
		values = append(values, of(c))
	}
	slices.Sort(values)
	b.ReportMetric(values[len(values)/2], "median-"+unit)
	b.ReportMetric(values[len(values)*95/100], "p95-"+unit)
	b.ReportMetric(values[len(values)-1], "max-"+unit)
}
