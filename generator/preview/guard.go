package preview

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// guard refuses what a browser sends for somebody else's page. A foreign site
// may point its own name at 127.0.0.1 (DNS rebinding): so the name that the
// browser believes to visit must be an address, localhost, or one of hosts. A
// request that a foreign page makes says so in Origin or Sec-Fetch-Site. There
// is nothing to write: only GET and HEAD are answered.
func guard(hosts []string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Referrer-Policy", "same-origin")
		switch {
		case !knownHost(r.Host, hosts):
			http.Error(w, "địa chỉ này không phải của bản xem trước", http.StatusMisdirectedRequest)
		case foreign(r):
			http.Error(w, "trang web khác không được đọc bản xem trước", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "bản xem trước chỉ để đọc", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func knownHost(host string, hosts []string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.TrimSuffix(strings.Trim(name, "[]"), "."))
	if name == "localhost" || slices.Contains(hosts, name) {
		return true
	}
	_, err := netip.ParseAddr(name)
	return err == nil
}

// foreign says whether another site's page asks. Following a link from there
// is a visit like any other; reading from a script is not.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err != nil || !strings.EqualFold(u.Host, r.Host)
	}
	site, mode := r.Header.Get("Sec-Fetch-Site"), r.Header.Get("Sec-Fetch-Mode")
	return (site == "cross-site" || site == "same-site") && mode != "navigate"
}
