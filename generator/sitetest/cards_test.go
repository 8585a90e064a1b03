package sitetest

import (
	"bytes"
	"image/png"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

// TestCards: in the public edition every article and issue has its picture for
// sharing, and lists show the newest issue's; nobody may share the internal edition, so that it has none.
func TestCards(t *testing.T) {
	s := sample(t, bulletin.Public)
	drawn := map[string]bool{}
	for _, name := range s.files(t, "chia-se.png") {
		img, err := png.Decode(bytes.NewReader([]byte(s.read(t, name))))
		if err != nil || img.Bounds().Dx() != 1200 || img.Bounds().Dy() != 630 {
			t.Errorf("%s: %v", name, err)
		}
		drawn[path.Dir(name)] = true
	}
	for _, name := range s.files(t, "index.html") {
		kind, rest, _ := strings.Cut(path.Dir(name), "/")
		want := rest != "" && (kind == "guong" || kind == "bua-liem-vang" || kind == "hoc-tap" || kind == "so")
		if strings.Contains(rest, "/") { // further pages of a list
			continue
		}
		if drawn[path.Dir(name)] != want {
			t.Errorf("%s: drawn %v, want %v", name, drawn[path.Dir(name)], want)
		}
		_, tag, tagged := strings.Cut(s.read(t, name), `<meta property="og:image" content="`)
		text := kind == "van-ban" && rest != "" || kind == "gioi-thieu" // a page, which has none of its own
		if tagged == text {
			t.Errorf("%s: linked %v", name, tagged)
		}
		if own := s.url(path.Dir(name) + "/chia-se.png"); tagged && !strings.HasPrefix(tag, own) && (want || !strings.HasPrefix(tag, s.url("so/2023-10/chia-se.png"))) {
			t.Errorf("%s links to %.80s", name, tag)
		}
	}
	inside := sample(t, bulletin.Internal)
	for _, name := range inside.files(t, ".html") {
		if strings.Contains(inside.read(t, name), "chia-se.png") {
			t.Errorf("%s mentions a picture for sharing", name)
		}
	}
	if _, err := os.Stat(filepath.Join(inside.dir, "so/2023-10/chia-se.png")); err == nil {
		t.Error("the internal edition has pictures for sharing")
	}
}
