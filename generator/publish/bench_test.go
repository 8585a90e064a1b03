package publish

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
)

// many makes a site of n articles out of the sample's texts in a folder.
func many(b *testing.B, n int) string {
	b.Helper()
	site := b.TempDir()
	for _, name := range []string{"layouts", "static", "content/van-ban", "content/so"} {
		if err := os.CopyFS(filepath.Join(site, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			b.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../../hugo.toml")
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(site, "hugo.toml"), string(settings))
	texts, err := filepath.Glob("../../content/guong/*/index.md")
	if err != nil || len(texts) == 0 {
		b.Fatal("no sample articles", err)
	}
	for i := range n {
		data, err := os.ReadFile(texts[i%len(texts)])
		if err != nil {
			b.Fatal(err)
		}
		write(b, filepath.Join(site, "content/guong", fmt.Sprintf("bai-%05d", i), "index.md"), alone(string(data), i))
	}
	return site
}

var (
	photos = regexp.MustCompile(`(?m)^anh:\n(?:[ -].*\n)*`)
	shown  = regexp.MustCompile(`(?m)^!\[.*\n`)
	inSite = regexp.MustCompile(`\]\(/(?:guong|hoc-tap|bua-liem-vang)/[^)]*\)`)
	place  = regexp.MustCompile(`(?m)^(so|weight):.*\n`)
)

// alone takes from an article what names other files, and its place in an
// issue, and gives it a title of its own.
func alone(text string, i int) string {
	for _, r := range []*regexp.Regexp{photos, shown, place} {
		text = r.ReplaceAllString(text, "")
	}
	text = inSite.ReplaceAllString(text, "](/van-ban/)")
	return strings.Replace(text, "title: \"", fmt.Sprintf("title: \"%d ", i), 1)
}

func write(b testing.TB, name, text string) {
	b.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// articles is how many the benchmarks have; BANTIN_ARTICLES asks for others.
func articles(b *testing.B) int {
	n, err := strconv.Atoi(cmp.Or(os.Getenv("BANTIN_ARTICLES"), "1000"))
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// BenchmarkJudgeAgainstBuild judges many articles and builds their site in one
// run: judge/build is the share of the build's time that judging takes.
func BenchmarkJudgeAgainstBuild(b *testing.B) {
	opt := Options{Site: many(b, articles(b)), Destination: "public", Edition: bulletin.Internal, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	var judging, building time.Duration
	for b.Loop() {
		start := time.Now()
		_, findings, err := Judge(opt)
		if err != nil || findings.Err() != nil {
			b.Fatal(err, findings.Err())
		}
		judging += time.Since(start)
		start = time.Now()
		if _, err := Build(context.Background(), opt); err != nil {
			b.Fatal(err)
		}
		building += time.Since(start)
	}
	b.ReportMetric(judging.Seconds()/float64(b.N), "judge-s/op")
	b.ReportMetric(building.Seconds()/float64(b.N), "build-s/op")
	b.ReportMetric(judging.Seconds()/building.Seconds(), "judge/build")
}

// BenchmarkOnePage judges one article of many in a tree that is loaded, as a
// live server does while the article is written.
func BenchmarkOnePage(b *testing.B) {
	site := many(b, articles(b))
	tree, _, err := content.LoadDir(filepath.Join(site, content.Dir), content.Options{Edition: bulletin.Internal, Now: time.Now()})
	if err != nil {
		b.Fatal(err)
	}
	page := tree.ByPath("guong/bai-00000/index.md")
	b.Run("page", func(b *testing.B) {
		checker := check.New(tree, CheckOptions(site))
		for b.Loop() {
			checker.Page(page)
		}
	})
	b.Run("index and page", func(b *testing.B) {
		for b.Loop() {
			check.New(tree, CheckOptions(site)).Page(page)
		}
	})
	b.Run("reread, index and page", func(b *testing.B) {
		for b.Loop() {
			check.New(tree, CheckOptions(site)).Page(page.Reread(page.Raw))
		}
	})
}
