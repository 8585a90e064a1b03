package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// heard is what serve told a browser last.
type heard struct {
	html    string
	stopped bool
	files   []string // of the mistakes
}

// listenTo follows the events of a page as a browser does.
func listenTo(ctx context.Context, t *testing.T, address, page string) <-chan heard {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address+"_xem-truoc/su-kien?trang="+page, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	news := make(chan heard, 100)
	go func() {
		defer close(news)
		defer res.Body.Close()
		var now heard
		event := ""
		lines := bufio.NewScanner(res.Body)
		lines.Buffer(nil, 8<<20)
		for lines.Scan() {
			name, value, _ := strings.Cut(lines.Text(), ": ")
			switch {
			case name == "event":
				event = value
				continue
			case name != "data":
				continue
			case event == "trang":
				var data struct{ HTML string }
				_ = json.Unmarshal([]byte(value), &data)
				now.html = data.HTML
			case event == "tinh-trang":
				var data struct {
					Dung bool
					Loi  []struct{ Tep string }
				}
				_ = json.Unmarshal([]byte(value), &data)
				now.stopped, now.files = data.Dung, nil
				for _, x := range data.Loi {
					now.files = append(now.files, x.Tep)
				}
			}
			select {
			case news <- now:
			case <-ctx.Done():
				return
			}
		}
	}()
	return news
}

// until waits for the news that it is waiting for: a hang is a failure.
func until(t *testing.T, what string, news <-chan heard, good func(heard) bool) {
	t.Helper()
	end := time.After(2 * time.Minute)
	var last heard
	for {
		select {
		case now, ok := <-news:
			if !ok {
				t.Fatal("serve ended before", what)
			}
			if last = now; good(now) {
				return
			}
		case <-end:
			t.Fatalf("waited in vain for %s; the last news: stopped %t, mistakes in %q", what, last.stopped, last.files)
		}
	}
}

// TestServeBreakAndMend: a template that many pages need is broken and mended
// again and again; each time the browser is told of the mistake, then gets the
// new page. A few more pages fail than Hugo bears without blocking.
func TestServeBreakAndMend(t *testing.T) {
	rounds, err := strconv.Atoi(os.Getenv("BANTIN_ROUNDS"))
	if err != nil {
		rounds = 2
	}
	site := t.TempDir()
	for _, name := range []string{"hugo.toml", "layouts", "static", "content"} {
		if err := copyTree(filepath.Join("..", name), filepath.Join(site, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"guong", "hoc-tap", "bua-liem-vang", "so/2023-09", "so/2023-10"} { // a small site is soon built
		if err := os.RemoveAll(filepath.Join(site, "content", name)); err != nil {
			t.Fatal(err)
		}
	}
	layout := filepath.Join(site, "layouts/van-ban/page.html")
	text, err := os.ReadFile(layout)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, complaints output
	ended := make(chan error, 1)
	go func() { ended <- runServe(environment{ctx, &out, &complaints}, []string{"--cong", "0", site}) }()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)
	waitUntil(t, "the address", func() bool { return address.MatchString(out.String()) })
	news := listenTo(ctx, t, address.FindString(out.String()), "/van-ban/85-qd-tw-2022-10-07/")
	until(t, "the first page", news, func(h heard) bool {
		return strings.Contains(h.html, "85-QĐ/TW") || !h.stopped && len(complaints.String()) > 0
	})
	write := func(body string) {
		if err := os.WriteFile(layout, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range rounds {
		write(strings.Replace(string(text), `{{ define "main" -}}`, `{{ define "main" -}}{{ .Khongco.X }}`, 1))
		until(t, fmt.Sprintf("the mistake of round %d", i), news, func(h heard) bool {
			return h.stopped && len(h.files) > 0 && h.files[0] == "layouts/van-ban/page.html"
		})
		mark := fmt.Sprintf("<i>lần %d.</i>", i)
		write(strings.Replace(string(text), `{{ define "main" -}}`, `{{ define "main" -}}`+mark, 1))
		until(t, fmt.Sprintf("the mended page of round %d", i), news, func(h heard) bool { return !h.stopped && strings.Contains(h.html, mark) })
	}
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Fatal("serve does not end")
	}
	t.Logf("serve: %d rounds, hangs 0; started afresh %d times", rounds, strings.Count(complaints.String(), "khởi động lại"))
}
