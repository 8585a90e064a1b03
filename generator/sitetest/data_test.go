package sitetest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"bantin/generator/bulletin"
	"bantin/generator/offline"
)

// TestStructuredData: what search engines read is JSON, and complete.
func TestStructuredData(t *testing.T) {
	s := sample(t, bulletin.Public)
	counts := map[string]int{}
	for _, name := range s.files(t, "index.html") {
		if name == offline.Notice { // the front page's in a browser's hands alone
			continue
		}
		_, after, found := strings.Cut(s.read(t, name), `<script type="application/ld+json">`)
		if !found {
			continue
		}
		text, _, _ := strings.Cut(after, "</script>")
		var data struct {
			Type, Headline, DatePublished, Name string
			IsPartOf                            map[string]any
			Image                               []string
		}
		if err := json.Unmarshal([]byte(strings.ReplaceAll(text, "@type", "type")), &data); err != nil {
			t.Errorf("%s: %v: %.200s", name, err, text)
			continue
		}
		counts[data.Type]++
		if data.Type == "NewsArticle" && (data.Headline == "" || data.DatePublished == "" || len(data.Image) == 0) {
			t.Errorf("%s: %+v", name, data)
		}
	}
	if counts["NewsArticle"] < 10 || counts["PublicationIssue"] != 2 || counts["Periodical"] != 1 {
		t.Errorf("%v", counts)
	}
}

// TestWeight: an article with all that it needs but pictures stays under
// 30 kB, sent with the weakest compression that servers use.
func TestWeight(t *testing.T) {
	s := sample(t, bulletin.Public)
	sum := 0
	for _, suffix := range []string{".css", ".js"} {
		for _, name := range s.files(t, suffix) {
			if strings.Contains(name, "ban-tin.min.") {
				sum += zipped(t, s.read(t, name))
			}
		}
	}
	heaviest := 0
	for _, name := range s.files(t, "index.html") {
		heaviest = max(heaviest, sum+zipped(t, s.read(t, name)))
	}
	if t.Logf("heaviest page: %d bytes", heaviest); heaviest > 30_000 {
		t.Errorf("%d bytes", heaviest)
	}
}

func zipped(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 6)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
