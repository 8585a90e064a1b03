package sitetest

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"

	ics "github.com/arran4/golang-ical"
)

// entry is one article in any of the feeds.
type entry struct{ title, link, text string }

func rssEntries(t *testing.T, data string) (all []entry) {
	var feed struct {
		Items []struct {
			Title   string `xml:"title"`
			Link    string `xml:"link"`
			Date    string `xml:"pubDate"`
			Content string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
		} `xml:"channel>item"`
	}
	if err := xml.Unmarshal([]byte(data), &feed); err != nil {
		t.Fatal(err)
	}
	for _, i := range feed.Items {
		if _, err := time.Parse(time.RFC1123Z, i.Date); err != nil {
			t.Error(err)
		}
		all = append(all, entry{i.Title, i.Link, i.Content})
	}
	return all
}

func atomEntries(t *testing.T, data string) (all []entry) {
	var feed struct {
		ID      string    `xml:"id"`
		Updated time.Time `xml:"updated"`
		Entries []struct {
			ID      string    `xml:"id"`
			Title   string    `xml:"title"`
			Updated time.Time `xml:"updated"`
			Content string    `xml:"content"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(data), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID == "" || feed.Updated.IsZero() {
		t.Error("the feed has no id or no date (RFC 4287, 4.1.1)")
	}
	for _, e := range feed.Entries {
		if e.Updated.IsZero() || e.Updated.After(feed.Updated) {
			t.Errorf("%s: updated %v, after the feed's %v", e.Title, e.Updated, feed.Updated)
		}
		all = append(all, entry{e.Title, e.ID, e.Content})
	}
	return all
}

func jsonEntries(t *testing.T, data string) (all []entry) {
	var feed struct {
		Version string
		Items   []struct {
			ID, URL, Title string
			ContentHTML    string    `json:"content_html"`
			Published      time.Time `json:"date_published"`
		}
	}
	if err := json.Unmarshal([]byte(data), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" {
		t.Errorf("version %q", feed.Version)
	}
	for _, i := range feed.Items {
		all = append(all, entry{i.Title, i.URL, i.ContentHTML})
	}
	return all
}

// TestFeeds: the three feeds hold the same articles, whole, with addresses
// that work in a reader.
func TestFeeds(t *testing.T) {
	s := sample(t, bulletin.Public)
	rss := rssEntries(t, s.read(t, "index.xml"))
	if len(rss) < 10 {
		t.Fatalf("%d articles", len(rss))
	}
	for name, other := range map[string][]entry{"atom.xml": atomEntries(t, s.read(t, "atom.xml")), "feed.json": jsonEntries(t, s.read(t, "feed.json"))} {
		if !slices.Equal(rss, other) {
			t.Errorf("%s differs from index.xml", name)
		}
	}
	for _, e := range rss {
		for _, part := range []string{`="/`, `href="#`, "<script", " id=\"_", "class=\"neo\""} {
			if strings.Contains(e.text, part) {
				t.Errorf("%s: %s in its text", e.title, part)
			}
		}
		if len(e.text) < 1500 || !strings.HasPrefix(e.link, s.url("")) {
			t.Errorf("%s: %d bytes, %s", e.title, len(e.text), e.link)
		}
	}
}

func calendar(t *testing.T, data string) *ics.Calendar {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(data, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.Contains(line, "\n") {
			t.Errorf("line of %d bytes, or without CR: %q (RFC 5545, 3.1)", len(line), line)
		}
	}
	c, err := ics.ParseCalendar(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestCalendar reads the sessions back with another program's parser.
func TestCalendar(t *testing.T) {
	ids := map[string]string{}
	for _, edition := range []bulletin.Edition{bulletin.Public, bulletin.Internal} {
		s := sample(t, edition)
		all := calendar(t, s.read(t, "hoc-tap/lich-hoc.ics")).Events()
		single := 0
		for _, name := range s.files(t, ".ics") {
			if path.Dir(name) != "hoc-tap" {
				single += len(calendar(t, s.read(t, name)).Events())
			}
		}
		if len(all) == 0 || single != len(all) {
			t.Errorf("%s: %d sessions in one calendar, %d in their own", edition, len(all), single)
		}
		for _, e := range all {
			title := e.GetProperty(ics.ComponentPropertySummary).Value
			start, err := e.GetStartAt()
			if _, offset := start.Zone(); err != nil || offset != 7*3600 {
				t.Errorf("%s: %v, %v", title, start, err)
			}
			if end, err := e.GetEndAt(); err == nil && !end.After(start) {
				t.Errorf("%s ends before it starts", title)
			}
			if place := e.GetProperty(ics.ComponentPropertyLocation) != nil; place != (edition == bulletin.Internal) {
				t.Errorf("%s: %s: place shown: %v", edition, title, place)
			}
			// The two editions stand on different addresses here.
			if was, ok := ids[title]; ok && was != e.Id() {
				t.Errorf("%s: UID %s, then %s", title, was, e.Id())
			}
			ids[title] = e.Id()
		}
	}
	if again := len(slices.Compact(slices.Sorted(func(yield func(string) bool) {
		for _, id := range ids {
			if !yield(id) {
				return
			}
		}
	}))); again != len(ids) {
		t.Errorf("%d UIDs for %d sessions", again, len(ids))
	}
}

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

// TestStructuredData: what search engines read is JSON, and complete.
func TestStructuredData(t *testing.T) {
	s := sample(t, bulletin.Public)
	counts := map[string]int{}
	for _, name := range s.files(t, "index.html") {
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
