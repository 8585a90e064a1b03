package search_test

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/internal/testtool"
	"bantin/generator/search"
)

// asPages writes the articles as a plain site.
func asPages(t *testing.T, all []article) (dir string) {
	t.Helper()
	dir = t.TempDir()
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range all {
		body := "<p>" + html.EscapeString(a.Summary)
		for _, b := range a.blocks {
			body += "<p>" + html.EscapeString(b)
		}
		write(filepath.Join(dir, a.Path, "index.html"), fmt.Sprintf(`<!doctype html><html lang="vi"><meta charset="utf-8"><title>%[1]s</title><main data-pagefind-body><h1>%[1]s</h1>%s</main>`, html.EscapeString(a.Title), body))
	}
	write(filepath.Join(dir, "trong.html"), `<!doctype html><html lang="vi"><meta charset="utf-8"><title>trống</title>`)
	return dir
}

// TestPagefind asks Pagefind, of the folder that BANTIN_PAGEFIND names, the
// queries of TestQueries, and prints what both find:
//
//	npm install pagefind && BANTIN_PAGEFIND=$PWD go test -run Pagefind -v ./generator/search
func TestPagefind(t *testing.T) {
	folder := os.Getenv("BANTIN_PAGEFIND")
	if folder == "" {
		t.Skip("BANTIN_PAGEFIND names no folder with Pagefind")
	}
	testtool.Need(t, "chromium")
	all := articles(600, 6, 1, nil)
	o := newOracle(all)
	asked := queries(o, 40)
	dir := asPages(t, all)
	start := time.Now()
	cmd := exec.Command(filepath.Join(folder, "node_modules", ".bin", "pagefind"), "--site", dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	theirs := time.Since(start)
	root := t.TempDir()
	start = time.Now()
	if _, err := search.Write(root, pagesOfArticles(all), documentsOfTests()); err != nil {
		t.Fatal(err)
	}
	t.Logf("index of %d articles: pagefind %.1f s, ours %.1f s", len(all), theirs.Seconds(), time.Since(start).Seconds())
	peer := askPagefind(t, dir, all, asked)
	ours := askOurs(t, root, all, asked)
	t.Logf("%-22s %8s %12s %12s", "sort", "queries", "Pagefind", "ours")
	var sum [3]int
	for _, s := range sorts {
		var n [3]int
		for i, q := range asked {
			if q.Sort != s.name {
				continue
			}
			n[0]++
			for k, got := range [][]int{peer[i], ours[i]} {
				if q.judge(got) == "" {
					n[k+1]++
				}
			}
		}
		t.Logf("%-22s %8d %12d %12d", s.name, n[0], n[1], n[2])
		for k := range sum {
			sum[k] += n[k]
		}
	}
	t.Logf("%-22s %8d %12d %12d", "all", sum[0], sum[1], sum[2])
}

func askPagefind(t *testing.T, dir string, all []article, asked []query) [][]int {
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	ctx := tab(t, server.URL+"/trong.html")
	var texts []string
	for _, q := range asked {
		texts = append(texts, strings.NewReplacer("“", `"`, "”", `"`).Replace(q.Text))
	}
	list, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	found := eval[[][]string](t, ctx, fmt.Sprintf(`(async () => {
	  const pagefind = await import("/pagefind/pagefind.js");
	  const urls = new Map();
	  for (const r of (await pagefind.search(null)).results) urls.set(r.id, (await r.data()).url);
	  const all = [];
	  for (const q of %s) all.push((await pagefind.search(q)).results.map((r) => urls.get(r.id)));
	  return all;
	})()`, list))
	byPath := map[string]int{}
	for i, a := range all {
		byPath["/"+a.Path] = i
	}
	numbered := make([][]int, len(found))
	for i, urls := range found {
		for _, u := range urls {
			numbered[i] = append(numbered[i], byPath[u])
		}
	}
	return numbered
}
