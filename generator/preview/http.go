package preview

import (
	"bytes"
	_ "embed"
	"mime"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
)

// own is the folder of addresses that are the server's, not the site's.
const own = "/_xem-truoc/"

//go:embed xem-truoc.js
var script []byte

// Handler serves the site.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc(own+"xem-truoc.js", func(w http.ResponseWriter, r *http.Request) {
		serve(w, r, "xem-truoc.js", script, tagOf(script))
	})
	mux.HandleFunc(own+"su-kien", s.events)
	mux.HandleFunc(SheetFiles, s.sheetFile)
	mux.HandleFunc("/", s.page)
	return guard(s.opt.Hosts, mux)
}

// outputOf is the output that an address means.
func outputOf(address string) string {
	name := path.Clean("/" + address)
	if strings.HasSuffix(address, "/") || name == "/" {
		name = path.Join(name, "index.html")
	}
	return strings.TrimPrefix(name, "/")
}

func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	if !s.store.ready() {
		serveHTML(w, r, http.StatusServiceUnavailable, waitingPage, "")
		return
	}
	name := outputOf(r.URL.Path)
	data, tag, ok := s.look(r.Context(), name)
	if ok {
		if !isHTML(name) {
			serve(w, r, name, data, tag)
			return
		}
		serveHTML(w, r, http.StatusOK, data, tag)
		return
	}
	if _, _, folder := s.look(r.Context(), path.Join(name, "index.html")); folder && !strings.HasSuffix(r.URL.Path, "/") {
		http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).String(), http.StatusFound)
		return
	}
	data, _, ok = s.store.get("404.html")
	if !ok {
		data = missingPage
	}
	serveHTML(w, r, http.StatusNotFound, data, "")
}

func isHTML(name string) bool { return strings.HasSuffix(name, ".html") }

// serve sends bytes of the site as they are.
func serve(w http.ResponseWriter, r *http.Request, name string, data []byte, tag string) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", strconv.Quote(tag))
	if kind := contentTypes[path.Ext(name)]; kind != "" {
		h.Set("Content-Type", kind)
	} else if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		h.Set("Content-Type", kind)
	} else {
		h.Set("Content-Type", "application/octet-stream")
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

// contentTypes are not left to the tables of the machine.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".json": "application/json", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json", ".ics": "text/calendar; charset=utf-8", ".webp": "image/webp",
	".avif": "image/avif", ".woff2": "font/woff2", ".eml": "message/rfc822", ".pdf": "application/pdf",
	".otf": "font/otf",
}

// serveHTML sends a page with our script in it. The tag is that of the page
// without the script: the browser tells it back to learn whether it is behind.
func serveHTML(w http.ResponseWriter, r *http.Request, status int, page []byte, tag string) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", "frame-ancestors 'self'")
	page = inject(page, tag)
	h.Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page)
	}
}

// inject puts the script into the page's head, or at its end when it has none.
func inject(page []byte, tag string) []byte {
	element := []byte(`<script src="` + own + `xem-truoc.js" data-xem-truoc data-ban="` + tag + `" defer></script>` + "\n")
	at := bytes.Index(page, []byte("</head>"))
	if at < 0 {
		at = len(page)
	}
	return bytes.Join([][]byte{page[:at], page[at:]}, element)
}

var (
	waitingPage = []byte(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Đang dựng…</title>
</head><body><main><h1>Đang dựng bản tin…</h1><p>Trang tự hiện ra khi dựng xong.</p></main></body></html>
`)
	missingPage = []byte(`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Không có trang này</title>
</head><body><main><h1>Không có trang này</h1><p><a href="/">Về trang đầu</a></p></main></body></html>
`)
)
