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
// sharing; nobody may share the internal edition, so that it has none.
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
		if tagged := strings.Contains(s.read(t, name), `property="og:image"`); drawn[path.Dir(name)] != want || tagged != want {
			t.Errorf("%s: drawn %v, linked %v, want %v", name, drawn[path.Dir(name)], tagged, want)
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
