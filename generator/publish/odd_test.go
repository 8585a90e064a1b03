package publish

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/internal/oddbulletin"
)

// oddRounds is how many odd bulletins are built: BANTIN_ROUNDS, or a few.
func oddRounds() (rounds uint64, first uint64) {
	first, _ = strconv.ParseUint(os.Getenv("BANTIN_SEED"), 10, 64)
	if n, err := strconv.ParseUint(os.Getenv("BANTIN_ROUNDS"), 10, 64); err == nil {
		return n, first
	}
	return 2, first
}

// TestBuildFindsNothingNew: whatever editors do, what is wrong with an article
// is told by the judgement; what the judgement passes builds, prints included.
func TestBuildFindsNothingNew(t *testing.T) {
	sample, err := oddbulletin.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	rounds, first := oddRounds()
	dir := oddSite(t)
	passed, dropped := 0, 0
	for seed := first; seed < first+rounds; seed++ {
		if err := os.RemoveAll(filepath.Join(dir, "content")); err != nil {
			t.Fatal(err)
		}
		if err := sample.Write(dir, seed, 50); err != nil {
			t.Fatal(err)
		}
		opt := Options{Site: dir, Destination: "public", Edition: bulletin.Internal, Print: seed%4 == 0, Drafts: seed%3 == 0, Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
		if seed%2 == 1 {
			opt.Edition = bulletin.Public
		}
		dropped += dropWrong(t, opt, seed)
		res, err := Build(context.Background(), opt)
		if err != nil {
			t.Errorf("seed %d, %s: passed the judgement and does not build:\n%v", seed, opt.Edition, err)
			continue
		}
		passed += res.Articles
		for _, f := range res.Findings {
			if f.Code == "hugo" {
				t.Errorf("seed %d: told first by Hugo: %s", seed, f)
			}
		}
	}
	t.Logf("%d bulletins: %d articles built, %d pages refused by the judgement", rounds, passed, dropped)
}

// oddSite is a site's folder without content.
func oddSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../../hugo.toml")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "hugo.toml"), settings, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// dropWrong takes away what the judgement refuses, until it refuses nothing.
func dropWrong(t *testing.T, opt Options, seed uint64) (dropped int) {
	t.Helper()
	for range 40 {
		_, findings, err := Judge(opt)
		if err != nil {
			t.Fatal(err)
		}
		if findings.Count(bulletin.Error) == 0 {
			return dropped
		}
		gone := map[string]bool{}
		for _, f := range findings {
			if f.Level != bulletin.Error || gone[f.File] {
				continue
			}
			if !strings.HasPrefix(f.File, "content/") {
				t.Fatalf("seed %d: a finding outside the content: %s", seed, f)
			}
			gone[f.File] = true
			dropped++
			if os.Getenv("BANTIN_TELL") != "" {
				t.Log(f)
			}
			name := f.File
			if base := path.Base(name); base == "index.md" || base == "_index.md" && path.Dir(path.Dir(name)) == "content/so" {
				name = path.Dir(name)
			}
			if err := os.RemoveAll(filepath.Join(opt.Site, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Fatalf("seed %d: the judgement always finds something new", seed)
	return dropped
}
