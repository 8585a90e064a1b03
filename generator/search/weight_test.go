package search_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
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

// cost is what one query took in the browser, with the results that a screen
// of 1280 by 900 shows.
type cost struct {
	Query       string
	Body        float64 // bytes, compressed
	Transferred float64 // the same and 300 bytes of headers a file, as the browser reckons
	Shown       float64 // milliseconds from the last byte that the results waited for
	Files       int
	Kinds       map[string]float64 // Body of the files of each folder
}

const costly = `(async (queries) => {
  const o = document.querySelector("#_tim-chu"), bao = document.querySelector(".tim-bao"), costs = [];
  const wait = (ms) => new Promise((r) => setTimeout(r, ms)), entries = () => performance.getEntriesByType("resource");
  performance.setResourceTimingBufferSize(5000);
  for (const q of queries) {
    performance.clearResourceTimings();
    bao.textContent = "";
    const shown = new Promise((done) => { const w = new MutationObserver(() => { if (/^(Tìm|Không)/.test(bao.textContent)) { w.disconnect(); done(performance.now()); } }); w.observe(bao, { childList: true }); });
    o.value = q;
    o.form.requestSubmit();
    const at = await shown, before = entries().filter((e) => e.responseEnd <= at);
    for (let n = -1; n < entries().length; ) { n = entries().length; await wait(120); }
    costs.push({
      Query: q, Files: entries().length, Transferred: entries().reduce((n, e) => n + e.transferSize, 0), Body: entries().reduce((n, e) => n + e.encodedBodySize, 0),
      Kinds: entries().reduce((k, e) => { const kind = e.name.split("/").at(-2); k[kind] = (k[kind] ?? 0) + e.encodedBodySize; return k; }, {}),
      Shown: before.length ? at - Math.max(...before.map((e) => e.responseEnd)) : 0,
    });
  }
  return costs;
})`

// written are made-up articles, or with BANTIN_CORPUS articles of what people
// wrote: passages of some 600 words of that folder's texts (the command
// generator/check/corpus makes them). Parts put together by chance have far
// more long phrases in common than articles do.
func written(b *testing.B) []article {
	dir := os.Getenv("BANTIN_CORPUS")
	if dir == "" {
		return articles(many(b), 6, 1, prose)
	}
	var lines []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); len(strings.Fields(line)) > 3 {
				lines = append(lines, line)
			}
		}
		return err
	})
	if err != nil || len(lines) == 0 {
		b.Fatal(dir, ": no texts: ", err)
	}
	return articles(many(b), 0, 1, func(w writer, _ int) (blocks []string) {
		for at, words := w.IntN(len(lines)), 0; words < 600; at = (at + 1) % len(lines) {
			blocks = append(blocks, lines[at])
			words += len(strings.Fields(lines[at]))
		}
		return blocks
	})
}

// BenchmarkQueries measures in Chromium what queries cost at 10,000 articles,
// on the real page, compressed with brotli: some of each sort of those whose
// answers TestQueries checks. The first query counts everything: the page, its
// style sheets and scripts. Each other one is the second on a page opened anew,
// so that no earlier one has paid for it.
func BenchmarkQueries(b *testing.B) {
	testtool.Need(b, "chromium")
	all := written(b)
	url := brotlied(b, siteWith(b, pagesOfArticles(all))).URL + "/ban-tin/tim-kiem/"
	asked := queries(newOracle(all), number(b, "BANTIN_QUERIES", 15))
	const first = "đọc sách"
	for b.Loop() {
		ctx := tab(b, "about:blank")
		open := func() {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(url)); err != nil {
				b.Fatal(err)
			}
		}
		asking := func(text string) cost {
			list, err := json.Marshal([]string{text})
			if err != nil {
				b.Fatal(err)
			}
			return eval[[]cost](b, ctx, fmt.Sprintf("%s(%s)", costly, list))[0]
		}
		open()
		page := eval[float64](b, ctx, `new Promise((r) => setTimeout(r, 500)).then(() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].reduce((n, e) => n + e.transferSize, 0))`)
		b.ReportMetric((page+asking(first).Transferred)/1000, "first-kB")
		var costs []cost
		of := map[string][]cost{}
		for _, q := range asked {
			open()
			asking(first)
			c := asking(q.Text)
			costs, of[q.Sort] = append(costs, c), append(of[q.Sort], c)
		}
		size := func(c cost) float64 { return c.Body / 1000 }
		report(b, "next-kB", costs, size)
		report(b, "next-files", costs, func(c cost) float64 { return float64(c.Files) })
		report(b, "ms", costs, func(c cost) float64 { return c.Shown })
		// What a benchmark logs is cut after ten lines.
		b.Log(len(asked), "queries; those of each sort, and the dearest, on standard error")
		for _, s := range sorts {
			middle, most, all := spread(of[s.name], size)
			fmt.Fprintf(os.Stderr, "%s: median %.1f kB, 95 of 100 under %.1f kB, all under %.1f kB\n", s.name, middle, most, all)
		}
		slices.SortFunc(costs, func(x, y cost) int { return int(y.Body - x.Body) })
		for _, c := range costs[:len(costs)/20] {
			fmt.Fprintf(os.Stderr, "%.0f bytes %v, %d files, %.1f ms: %s\n", c.Body, c.Kinds, c.Files, c.Shown, c.Query)
		}
	}
}

// report reports the middle, the 95th of a hundred, and the greatest.
func report(b *testing.B, unit string, costs []cost, of func(cost) float64) {
	middle, most, all := spread(costs, of)
	b.ReportMetric(middle, "median-"+unit)
	b.ReportMetric(most, "p95-"+unit)
	b.ReportMetric(all, "max-"+unit)
}

func spread(costs []cost, of func(cost) float64) (middle, most, all float64) {
	var values []float64
	for _, c := range costs {
		values = append(values, of(c))
	}
	slices.Sort(values)
	n := len(values)
	return values[n/2], values[n*95/100], values[n-1]
}
