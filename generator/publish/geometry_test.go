package publish

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/fit"
	"bantin/generator/press"
	"bantin/generator/press/layout"

	"github.com/rogpeppe/go-internal/diff"
)

var update = flag.Bool("update", false, "write the golden geometry anew")

// TestGeometryOfTheSample compares every line of the sample's printed pages
// with where it stood before: a change of the press or of the templates that
// moves one shows here, as a difference that can be read.
func TestGeometryOfTheSample(t *testing.T) {
	dest := t.TempDir()
	_, err := Build(t.Context(), Options{
		Site: filepath.Join("..", ".."), Destination: dest, Edition: bulletin.Internal,
		Now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		t.Fatal(err)
	}
	prints, err := filepath.Glob(filepath.Join(dest, "so", "*", "in.html"))
	if err != nil || len(prints) == 0 {
		t.Fatalf("no print pages in %s: %v", dest, err)
	}
	for _, name := range prints {
		key := filepath.Base(filepath.Dir(name))
		made, err := fit.Fit(os.DirFS(dest), "so/"+key+"/in.html", fit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range made.Faults {
			if f.Small() {
				continue
			}
			t.Errorf("%s: no layout mends %+v", key, f)
		}
		doc, err := press.Open(made.Over(os.DirFS(dest)), "so/"+key+"/in.html", press.Options{})
		if err != nil {
			t.Fatal(err)
		}
		pages, findings, err := doc.Layout()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			t.Errorf("%s: page %d, column %d: %s", key, f.Page, f.Column, f.Message)
		}
		golden(t, filepath.Join("testdata", "geometry-"+key+".txt"), layout.Lines(pages))
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff.Diff(name, want, "now", []byte(got)); d != nil {
		t.Errorf("the pages moved; if they should, run the test with -update\n%s", d)
	}
}
