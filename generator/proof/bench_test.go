package proof

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/press"
	"bantin/generator/publish"
)

// built is the repository's own bulletin, built in memory, and its content.
func built(t testing.TB) (fstest.MapFS, *content.Tree) {
	t.Helper()
	site, dest := filepath.Join("..", ".."), t.TempDir()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	if _, err := publish.Build(t.Context(), publish.Options{Site: site, Destination: dest, Edition: bulletin.Internal, Now: now}); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dest), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dest, filepath.FromSlash(name)))
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	tree, _, err := content.LoadDir(filepath.Join(site, content.Dir), content.Options{Edition: bulletin.Internal, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return files, tree
}

const (
	sampleKey = "2023-10"
	samplePos = "Cảnh ấy nửa năm trước"
)

// edited is the sample with one word changed, another one for each n.
func edited(t testing.TB, files fstest.MapFS, n int) fstest.MapFS {
	name := "so/" + sampleKey + "/in.html"
	if !bytes.Contains(files[name].Data, []byte(samplePos)) {
		t.Fatalf("%q is not in the sample", samplePos)
	}
	out := fstest.MapFS{}
	for k, v := range files {
		out[k] = v
	}
	out[name] = &fstest.MapFile{Data: bytes.Replace(files[name].Data, []byte(samplePos), fmt.Appendf(nil, "Cảnh ấy %d năm trước", n%90+10), 1)}
	return out
}

// BenchmarkRelayout is what an editor waits for between a saved word and the
// new sheets, once the site is rendered: parsing, cascade, layout, SVG of all
// pages and the page that holds them. It does so in one session, and without.
func BenchmarkRelayout(b *testing.B) {
	files, tree := built(b)
	versions := make([]fstest.MapFS, 64)
	for i := range versions {
		versions[i] = edited(b, files, i)
	}
	draw := func(b *testing.B, proofs func() *Proofs) {
		pages, least := 0, time.Hour
		for i := 0; b.Loop(); i++ {
			start := time.Now()
			page, _, err := proofs().Page(b.Context(), versions[i%len(versions)], tree, sampleKey)
			if err != nil {
				b.Fatal(err)
			}
			least = min(least, time.Since(start))
			pages = bytes.Count(page, []byte("<figure"))
		}
		b.ReportMetric(float64(pages), "pages")
		b.ReportMetric(least.Seconds()*1000, "least-ms") // what others on the machine do not disturb
	}
	b.Run("session", func(b *testing.B) {
		kept := New("/")
		if _, _, err := kept.Page(b.Context(), files, tree, sampleKey); err != nil {
			b.Fatal(err)
		}
		draw(b, func() *Proofs { return kept })
	})
	b.Run("afresh", func(b *testing.B) { draw(b, func() *Proofs { return New("/") }) })
	b.Run("layout alone", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			doc, err := press.Open(versions[i%len(versions)], "so/"+sampleKey+"/in.html", press.Options{SourceAttr: SourceAttr})
			if err != nil {
				b.Fatal(err)
			}
			if _, _, err := doc.Layout(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
