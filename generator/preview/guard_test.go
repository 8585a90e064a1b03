package preview

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestGuard(t *testing.T) {
	served := guard([]string{"may-cua-toi"}, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }))
	for _, tt := range []struct {
		method, host string
		header       map[string]string
		want         int
	}{
		{"GET", "127.0.0.1:1313", nil, 200},
		{"HEAD", "localhost:1313", nil, 200},
		{"GET", "[::1]:1313", nil, 200},
		{"GET", "may-cua-toi:1313", nil, 200},
		{"GET", "LOCALHOST.", nil, 200},
		{"GET", "evil.example:1313", nil, 421},
		{"GET", "127.0.0.1.evil.example", nil, 421},
		{"GET", "localhost.evil.example", nil, 421},
		{"GET", "", nil, 421},
		{"POST", "127.0.0.1:1313", nil, 405},
		{"PUT", "127.0.0.1:1313", nil, 405},
		{"GET", "127.0.0.1:1313", map[string]string{"Origin": "http://127.0.0.1:1313"}, 200},
		{"GET", "127.0.0.1:1313", map[string]string{"Origin": "http://evil.example"}, 403},
		{"GET", "127.0.0.1:1313", map[string]string{"Origin": "http://127.0.0.1:99"}, 403},
		{"GET", "127.0.0.1:1313", map[string]string{"Origin": "null"}, 403},
		{"GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200},
	} {
		r := httptest.NewRequest(tt.method, "http://x/", nil)
		r.Host = tt.host
		for k, v := range tt.header {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		served.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("%s %s %v: %d, want %d", tt.method, tt.host, tt.header, w.Code, tt.want)
		}
	}
}

func TestNothingOutsideIsServed(t *testing.T) {
	l := start(t, copySite(t))
	for _, path := range []string{"/../hugo.toml", "/..%2fhugo.toml", "/hugo.toml", "/content/_index.md", "/layouts/baseof.html", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/guong/../../hugo.toml"} {
		if status, text := l.get(path); status == http.StatusOK {
			t.Errorf("%s: %d %.60s", path, status, text)
		}
	}
	if status, _ := l.get("/guong"); status != http.StatusOK { // after the redirect
		t.Errorf("/guong: %d", status)
	}
}
