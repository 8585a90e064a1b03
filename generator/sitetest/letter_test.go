package sitetest

import (
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"path"
	"strings"
	"testing"

	"bantin/generator/bulletin"
)

// TestLetter opens an issue's letter as a mail program does.
func TestLetter(t *testing.T) {
	s := sample(t, bulletin.Public)
	for _, name := range s.files(t, "thu.eml") {
		data := s.read(t, name)
		if len(data) > 100_000 || len(s.read(t, strings.TrimSuffix(name, ".eml")+".html")) > 100_000 {
			t.Errorf("%s: over 100 kB: mail programs cut it", name)
		}
		m, err := mail.ReadMessage(strings.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
		if err != nil || !strings.HasPrefix(subject, "Bản tin công tác xây dựng Đảng – Số ") {
			t.Errorf("subject %q, %v", subject, err)
		}
		kind, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
		if err != nil || kind != "multipart/alternative" {
			t.Fatal(kind, err)
		}
		parts := multipart.NewReader(m.Body, params["boundary"])
		for _, want := range []string{"thu.txt", "thu.html"} {
			part, err := parts.NextPart()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, part))
			if err != nil || strings.TrimSpace(string(text)) != strings.TrimSpace(s.read(t, path.Join(path.Dir(name), want))) {
				t.Errorf("%s: the part differs from %s: %v", name, want, err)
			}
		}
		for _, bad := range []string{"<style", "<link", "<script", "<img", "class="} {
			if strings.Contains(s.read(t, path.Join(path.Dir(name), "thu.html")), bad) {
				t.Errorf("%s: %s", name, bad)
			}
		}
	}
}
