package main

import (
	"context"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is what a command prints, readable while it runs.
type output struct {
	mu   sync.Mutex
	text strings.Builder
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// names lists what lies in a site, without Hugo's cache of pictures.
func siteNames(t *testing.T, site string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(site, func(name string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() && d.Name() == "resources" {
			return fs.SkipDir
		}
		names = append(names, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestServe(t *testing.T) {
	site, temp := t.TempDir(), t.TempDir()
	t.Setenv("TMPDIR", temp)
	for _, name := range []string{"hugo.toml", "layouts", "static", "content"} {
		if err := copyTree(filepath.Join("..", name), filepath.Join(site, name)); err != nil {
			t.Fatal(err)
		}
	}
	before := siteNames(t, site)
	busy, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	port := busy.Addr().(*net.TCPAddr).Port
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, complaints output
	ended := make(chan error, 1)
	go func() {
		ended <- runServe(environment{ctx, &out, &complaints}, []string{"--cong", fmt.Sprint(port), site})
	}()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`)
	waitUntil(t, "the address", func() bool { return address.MatchString(out.String()) })
	if !strings.Contains(complaints.String(), fmt.Sprintf("Cổng %d đang có chương trình khác dùng", port)) {
		t.Error("not told of the busy port:", complaints.String())
	}
	waitUntil(t, "the site", func() bool {
		res, err := http.Get(address.FindString(out.String()))
		if err != nil {
			return false
		}
		defer res.Body.Close()
		return res.StatusCode == http.StatusOK
	})
	// A browser that stays connected does not hold the end up.
	res, err := http.Get(address.FindString(out.String()) + "_xem-truoc/su-kien?trang=/")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	stop()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second): // under a second on a machine with nothing else to do
		t.Fatal("serve does not end")
	}
	if after := siteNames(t, site); !slices.Equal(before, after) {
		t.Errorf("the site's files changed: %d, now %d", len(before), len(after))
	}
	left, err := os.ReadDir(temp)
	// Under go test Hugo keeps its cache among the temporary files.
	left = slices.DeleteFunc(left, func(d fs.DirEntry) bool { return strings.HasPrefix(d.Name(), "hugo_cache") })
	if err != nil || len(left) > 0 {
		t.Error("temporary files are left:", left, err)
	}
}

func waitUntil(t *testing.T, what string, f func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !f(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("waited in vain for", what)
		}
	}
}

func TestWhoReads(t *testing.T) {
	for ip, want := range map[string]string{
		"127.0.0.1": "", "127.0.0.2": "", "::1": "",
		"0.0.0.0": "tại mọi địa chỉ của máy này, cổng 1313", "::": "tại mọi địa chỉ của máy này, cổng 1313",
		"192.168.1.5": "tại địa chỉ 192.168.1.5:1313",
	} {
		got := whoReads(&net.TCPAddr{IP: net.ParseIP(ip), Port: 1313}, "bài nháp")
		if want == "" && got != "" || !strings.Contains(got, want) || want != "" && !strings.Contains(got, "đọc được bài nháp") {
			t.Errorf("%s: %q", ip, got)
		}
	}
}
