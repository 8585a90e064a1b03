package sitetest

import (
	"context"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/publish"
)

// prefix is the path under which the tests serve the site: links that forget
// it break.
const prefix = "/ban-tin/"

// site is a built bulletin, served.
type site struct {
	dir    string
	server *httptest.Server
	// trouble answers in the server's place while it is not nil; it returns
	// false for what the server shall answer after all.
	trouble atomic.Pointer[func(w http.ResponseWriter, r *http.Request) bool]

	mu    sync.Mutex
	asked []string // paths asked for, in order
}

func (s *site) url(page string) string { return s.server.URL + prefix + page }

// source is the folder of the sample bulletin.
const source = "../.."

// build builds a bulletin and serves it until the test ends.
func build(t testing.TB, dir string, edition bulletin.Edition) *site {
	t.Helper()
	s := &site{dir: filepath.Join(t.TempDir(), "public")}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.server = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	s.server.Listener.Close()
	s.server.Listener = listener
	s.server.Start()
	t.Cleanup(s.server.Close)
	_, err = publish.Build(context.Background(), publish.Options{
		Site: dir, Destination: s.dir, Edition: edition, BaseURL: s.url(""),
		Now: time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// types are the content types; a machine's own table is not to be relied on.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf",
	".woff2": "font/woff2", ".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8", ".eml": "message/rfc822",
	".json": "application/json", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.asked = append(s.asked, r.URL.Path)
	s.mu.Unlock()
	if trouble := s.trouble.Load(); trouble != nil && (*trouble)(w, r) {
		return
	}
	rel, ok := strings.CutPrefix(r.URL.Path, prefix)
	name := filepath.Join(s.dir, filepath.FromSlash(path.Clean("/"+rel)))
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, "index.html")
	}
	data, err := os.ReadFile(name)
	status := http.StatusOK
	if !ok || err != nil {
		status, name = http.StatusNotFound, "404.html"
		data, _ = os.ReadFile(filepath.Join(s.dir, name))
	}
	for _, block := range headersFor("/" + rel) {
		for k, v := range block {
			w.Header().Set(k, v)
		}
	}
	w.Header().Set("Content-Type", types[path.Ext(name)])
	w.WriteHeader(status)
	_, _ = w.Write(data)
}

// The two editions are built once for all tests.
var editions struct {
	sync.Mutex
	built map[bulletin.Edition]*site
	tb    *keeper
}

// keeper is a testing.TB whose temporary folders and servers live until the
// last test ended.
type keeper struct {
	testing.TB
	cleanups []func()
}

func (k *keeper) Cleanup(f func()) { k.cleanups = append(k.cleanups, f) }

func (k *keeper) TempDir() string {
	dir, err := os.MkdirTemp("", "sitetest")
	if err != nil {
		k.Fatal(err)
	}
	k.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// sample is the sample bulletin in an edition.
func sample(t testing.TB, edition bulletin.Edition) *site {
	t.Helper()
	editions.Lock()
	defer editions.Unlock()
	if editions.tb == nil {
		editions.tb, editions.built = &keeper{}, map[bulletin.Edition]*site{}
	}
	if editions.built[edition] == nil {
		editions.tb.TB = t
		editions.built[edition] = build(editions.tb, source, edition)
	}
	if editions.built[edition] == nil {
		t.Fatal("the sample could not be built")
	}
	return editions.built[edition]
}

// files lists the site's files with a suffix, slash-separated, relative.
func (s *site) files(t testing.TB, suffix string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(s.dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, suffix) {
			rel, _ := filepath.Rel(s.dir, name)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatalf("files *%s: %q, %v", suffix, names, err)
	}
	return names
}

func (s *site) read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
