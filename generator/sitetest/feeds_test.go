package sitetest

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
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
