package preview

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// many makes a site of n articles out of the sample's texts.
func many(t testing.TB, n int) string {
	t.Helper()
	site := copySite(t)
	texts, err := filepath.Glob(filepath.Join(site, "content/guong/*/index.md"))
	if err != nil || len(texts) == 0 {
		t.Fatal("no sample articles", err)
	}
	var sample []string
	for _, name := range texts {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sample = append(sample, string(data))
	}
	for _, kind := range []string{"guong", "bua-liem-vang", "hoc-tap"} {
		for _, dir := range globbed(t, filepath.Join(site, "content", kind, "*", "index.md")) {
			if err := os.RemoveAll(filepath.Dir(dir)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i := range n {
		put(t, filepath.Join(site, manyFile(i)), alone(sample[i%len(sample)], i))
	}
	return site
}

func globbed(t testing.TB, pattern string) []string {
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func manyFile(i int) string { return fmt.Sprintf("content/guong/bai-%05d/index.md", i) }

var (
	photos  = regexp.MustCompile(`(?m)^anh:\n(?:[ -].*\n)*`)
	inText  = regexp.MustCompile(`(?m)^!\[.*\n`)
	inSite  = regexp.MustCompile(`\]\(/(?:guong|hoc-tap|bua-liem-vang)/[^)]*\)`)
	inIssue = regexp.MustCompile(`(?m)^(so|weight):.*\n`)
)

// alone takes from an article what names other files, and its place in an
// issue, and gives it a title of its own.
func alone(text string, i int) string {
	for _, r := range []*regexp.Regexp{photos, inText, inIssue} {
		text = r.ReplaceAllString(text, "")
	}
	text = inSite.ReplaceAllString(text, "](/van-ban/)")
	return strings.Replace(text, "title: \"", fmt.Sprintf("title: \"%d ", i), 1)
}

func number(t testing.TB, name string, otherwise int) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv(name), strconv.Itoa(otherwise)))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// BenchmarkSaveAgainstHugoServer saves an article of many (BANTIN_ARTICLES)
// again and again (BANTIN_SAVES), every BANTIN_PACE milliseconds or somewhat
// later, and measures from rename(2) until the new text is there: in the event
// for us, in the page for `hugo server`, and for both in Chromium's document.
// BANTIN_HUGO names the stock program. Each is measured while the other sleeps.
func BenchmarkSaveAgainstHugoServer(b *testing.B) {
	hugo := os.Getenv("BANTIN_HUGO")
	if hugo == "" {
		b.Skip("BANTIN_HUGO names no hugo")
	}
	articles, saves, pace := number(b, "BANTIN_ARTICLES", 200), number(b, "BANTIN_SAVES", 20), number(b, "BANTIN_PACE", 1500)
	patience = 10 * time.Minute
	site := many(b, articles)
	m := measure{b, site, saves, time.Duration(pace) * time.Millisecond}
	for b.Loop() {
		theirs := m.hugo(hugo)
		b.Logf("hugo server: %v", theirs)
		ours := m.ours()
		for _, where := range []string{"event", "DOM"} {
			o, h := ours[where], theirs[where]
			if len(o) == 0 || len(h) == 0 {
				continue
			}
			b.Logf("%d articles, %s: ours p50 %v p95 %v, hugo server p50 %v p95 %v", articles, where, at(o, 50), at(o, 95), at(h, 50), at(h, 95))
			b.ReportMetric(at(o, 50).Seconds()/at(h, 50).Seconds(), "p50-ratio-"+where)
			b.ReportMetric(at(o, 95).Seconds()/at(h, 95).Seconds(), "p95-ratio-"+where)
		}
	}
}

// at is a percentile.
func at(all []time.Duration, percent int) time.Duration {
	all = slices.Sorted(slices.Values(all))
	return all[min(len(all)-1, len(all)*percent/100)].Round(100 * time.Microsecond)
}

type measure struct {
	b     *testing.B
	site  string
	saves int
	pace  time.Duration
}

// rounds saves again and again; see waits until the text is there.
func (m measure) rounds(see func(text string)) (took []time.Duration) {
	name := filepath.Join(m.site, manyFile(7))
	data, err := os.ReadFile(name)
	if err != nil {
		m.b.Fatal(err)
	}
	for i := range m.saves {
		time.Sleep(m.pace + time.Duration(rand.IntN(300))*time.Millisecond)
		text := fmt.Sprintf("Câu thứ %d của lần %d.", i, time.Now().UnixNano())
		put(m.b, name+".tmp", string(data)+"\n"+text+"\n")
		start := time.Now()
		if err := os.Rename(name+".tmp", name); err != nil {
			m.b.Fatal(err)
		}
		see(text)
		took = append(took, time.Since(start))
	}
	put(m.b, name, string(data))
	return took
}

const manyAddress = "/guong/bai-00007/"

func (m measure) ours() map[string][]time.Duration {
	l := start(m.b, m.site)
	events := l.listen(manyAddress, "")
	l.next(events, "the page", page("</html>"))
	took := map[string][]time.Duration{}
	took["event"] = m.rounds(func(text string) { l.next(events, text, page(text)) })
	l.settled()
	if os.Getenv("BANTIN_NO_BROWSER") == "" {
		ctx := tab(m.b)
		visit(m.b, ctx, l.http.URL+manyAddress)
		took["DOM"] = m.rounds(func(text string) { inDocument(m.b, ctx, text) })
	}
	return took
}

// inDocument waits until the document holds a text. The page may be loaded
// anew meanwhile, when a script in it fails.
func inDocument(b *testing.B, ctx context.Context, text string) {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if there, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.body.textContent.includes("`+text+`")`)); err == nil && there {
			return
		}
	}
	b.Fatal("waited in vain for ", text)
}

func (m measure) hugo(program string) map[string][]time.Duration {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		m.b.Fatal(err)
	}
	port := free.Addr().(*net.TCPAddr).Port
	_ = free.Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	cmd := exec.CommandContext(ctx, program, "server", "-DFE", "--port", strconv.Itoa(port), "--bind", "127.0.0.1", "--source", m.site)
	if err := cmd.Start(); err != nil {
		m.b.Fatal(err)
	}
	defer func() { stop(); _ = cmd.Wait() }()
	address := fmt.Sprintf("http://127.0.0.1:%d%s", port, manyAddress)
	until := func(text string) {
		for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
			if res, err := http.Get(address); err == nil {
				data, _ := io.ReadAll(res.Body)
				_ = res.Body.Close()
				if strings.Contains(string(data), text) {
					return
				}
			}
		}
		m.b.Fatal("hugo server never showed ", text)
	}
	until("</html>")
	took := map[string][]time.Duration{"event": m.rounds(until)}
	if os.Getenv("BANTIN_NO_BROWSER") == "" {
		tabs := tab(m.b)
		visit(m.b, tabs, address)
		took["DOM"] = m.rounds(func(text string) { inDocument(m.b, tabs, text) })
	}
	return took
}
