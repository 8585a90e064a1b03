package publish

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// BenchmarkSearchAgainstBuild builds the site of many articles and then its
// search index: index/build is the index's share, MB-above what the heap grew
// by meanwhile.
func BenchmarkSearchAgainstBuild(b *testing.B) {
	dir := many(b, articles(b))
	if err := os.CopyFS(filepath.Join(dir, "content/tim-kiem"), os.DirFS("../../content/tim-kiem")); err != nil {
		b.Fatal(err)
	}
	opt := Options{Site: dir, Destination: "public", Edition: bulletin.Internal, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), Progress: func(string) {}}
	for b.Loop() {
		tree, findings, err := Judge(opt)
		if err != nil || findings.Err() != nil {
			b.Fatal(err, findings.Err())
		}
		site, err := openSite(opt, tree, nil)
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		if err := site.Build(); err != nil {
			b.Fatal(err)
		}
		building := time.Since(start)
		before := obtained()
		start = time.Now()
		if err := writeSearch(opt, tree, site); err != nil {
			b.Fatal(err)
		}
		indexing := time.Since(start)
		above := obtained() - before
		b.ReportMetric(indexing.Seconds(), "index-s/op")
		b.ReportMetric(building.Seconds(), "build-s/op")
		b.ReportMetric(indexing.Seconds()/building.Seconds(), "index/build")
		b.ReportMetric(float64(above)/1e6, "MB-above")
		if page, err := os.Stat(filepath.Join(site.Staging(), "tim-kiem", "index.html")); err == nil {
			b.ReportMetric(float64(page.Size())/1000, "page-kB")
		}
		if err := site.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// obtained is the most memory that the program ever had from the system.
func obtained() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys
}
