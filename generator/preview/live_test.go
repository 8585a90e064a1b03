package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// live is a preview of a copy of the repository's own bulletin.
type live struct {
	t      testing.TB
	site   string
	server *Server
	http   *httptest.Server
}

func copySite(t testing.TB) string {
	t.Helper()
	site := t.TempDir()
	for _, name := range []string{"content", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(site, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile("../../hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	// One cache of scaled pictures for all tests: scaling takes seconds.
	data = append(data, fmt.Sprintf("\n[caches.images]\ndir = %q\nmaxAge = -1\n", filepath.Join(cache, "images"))...)
	put(t, filepath.Join(site, settings), string(data))
	return site
}

var cache string

func TestMain(m *testing.M) {
	var err error
	if cache, err = os.MkdirTemp("", "bantin-preview-"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(cache)
	os.Exit(code)
}

// start runs a preview and waits until it has built the site.
func start(t testing.TB, site string, change ...func(*Options)) *live {
	t.Helper()
	l := startUnsettled(t, site, change...)
	l.settled()
	return l
}

func startUnsettled(t testing.TB, site string, change ...func(*Options)) *live {
	t.Helper()
	opt := Options{Site: site, Edition: bulletin.Internal, BaseURL: "http://127.0.0.1/"}
	for _, c := range change {
		c(&opt)
	}
	server, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	l := &live{t, site, server, httptest.NewServer(server.Handler())}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
		l.http.CloseClientConnections()
		l.http.Close()
	})
	return l
}

// patience is how long a test waits for what must come; the benchmark of many
// articles waits longer.
var patience = time.Minute

// until waits for something to become true.
func (l *live) until(what string, f func() bool) {
	l.t.Helper()
	for end := time.Now().Add(patience); !f(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			l.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// settled waits until the preview has nothing left to do.
func (l *live) settled() {
	l.t.Helper()
	quiet := 0
	l.until("rest", func() bool {
		if l.server.store.ready() && l.server.resting() {
			quiet++
		} else {
			quiet = 0
		}
		return quiet > 20
	})
}

func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// save writes a file as editors do: beside it, then renamed over it.
func (l *live) save(name, text string) {
	l.t.Helper()
	name = filepath.Join(l.site, filepath.FromSlash(name))
	put(l.t, name+".tmp", text)
	if err := os.Rename(name+".tmp", name); err != nil {
		l.t.Fatal(err)
	}
}

func (l *live) read(name string) string {
	l.t.Helper()
	data, err := os.ReadFile(filepath.Join(l.site, filepath.FromSlash(name)))
	if err != nil {
		l.t.Fatal(err)
	}
	return string(data)
}

func (l *live) get(path string) (int, string) {
	l.t.Helper()
	res, err := http.Get(l.http.URL + path)
	if err != nil {
		l.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		l.t.Fatal(err)
	}
	return res.StatusCode, string(data)
}

// shows waits until a page holds a text, or no longer.
func (l *live) shows(path, text string, want bool) {
	l.t.Helper()
	l.until(path+": "+text, func() bool {
		_, page := l.get(path)
		return strings.Contains(page, text) == want
	})
}

// event is one server-sent event.
type event struct {
	name, id string
	data     map[string]any
}

// listen opens a page's stream of events; has is the version that the browser
// holds.
func (l *live) listen(path, has string) <-chan event {
	l.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	l.t.Cleanup(stop)
	address := l.http.URL + own + "su-kien?trang=" + url.QueryEscape(path) + "&ban=" + url.QueryEscape(has)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		l.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		l.t.Fatal(err)
	}
	events := make(chan event, 100)
	go func() {
		defer res.Body.Close()
		defer close(events)
		lines := bufio.NewReader(res.Body)
		var e event
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				return
			}
			key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
			switch key {
			case "event":
				e.name = value
			case "id":
				e.id = value
			case "data":
				if json.Unmarshal([]byte(value), &e.data) != nil {
					e.data = nil
				}
			case "":
				events <- e
				e = event{}
			}
		}
	}()
	return events
}

// next waits for an event that f accepts.
func (l *live) next(events <-chan event, what string, f func(event) bool) event {
	l.t.Helper()
	end := time.After(patience)
	for {
		select {
		case e, ok := <-events:
			if !ok {
				l.t.Fatalf("the stream ended before %s", what)
			}
			if f(e) {
				return e
			}
		case <-end:
			l.t.Fatalf("waited in vain for %s", what)
		}
	}
}

func page(text string) func(event) bool {
	return func(e event) bool {
		html, _ := e.data["html"].(string)
		return e.name == "trang" && strings.Contains(html, text)
	}
}

// mistakes accepts a status with n mistakes, the first of which names file.
func mistakes(n int, file string) func(event) bool {
	return func(e event) bool {
		all, ok := e.data["loi"].([]any)
		if e.name != "tinh-trang" || !ok || len(all) != n {
			return false
		}
		return n == 0 || all[0].(map[string]any)["tep"] == file
	}
}
