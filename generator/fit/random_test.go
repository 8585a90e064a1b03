package fit

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"bantin/generator/press"
)

// pagesDir is a folder of rendered print pages to try the fitter on.
func pagesDir(t *testing.T) (dir string, names []string) {
	dir = os.Getenv("BANTIN_FIT_PAGES")
	if dir == "" {
		t.Skip("BANTIN_FIT_PAGES names no folder with so/*/in.html")
	}
	names, _ = filepath.Glob(filepath.Join(dir, "so", "*", "in.html"))
	for i, n := range names {
		names[i], _ = filepath.Rel(dir, n)
	}
	return dir, names
}

// TestGreedyPages prints the faults of pages that nobody fitted.
func TestGreedyPages(t *testing.T) {
	dir, names := pagesDir(t)
	var sum Meter
	for _, name := range names {
		b, err := press.NewBench(os.DirFS(dir), name, press.Options{})
		if err != nil {
			t.Fatal(err)
		}
		identify(b.Tree())
		start := time.Now()
		pages, findings, err := b.Layout(b.Tree())
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(start)
		start = time.Now()
		_, _, _ = b.Layout(b.Tree())
		m := measure(b.Tree(), pages, findings)
		t.Log(name, len(articles(b.Tree())), took.Round(time.Millisecond), time.Since(start).Round(time.Millisecond), m)
		sum.Add(m)
	}
	t.Log(sum)
}

// TestFittedPages prints the faults that are left.
func TestFittedPages(t *testing.T) {
	dir, names := pagesDir(t)
	var before, after Meter
	for _, name := range names {
		start := time.Now()
		used := cpu(t)
		r, err := Fit(os.DirFS(dir), name, Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		took := time.Since(start)
		t.Log(name, len(r.Plan), cpu(t)-used, took.Round(time.Millisecond), r.Better, "\n  ", r.Before, "\n  ", r.Meter)
		told(t, r.Meter, r.Faults)
		before.Add(r.Before)
		after.Add(r.Meter)
		if out := os.Getenv("BANTIN_FIT_OUT"); out != "" {
			page := filepath.Join(filepath.Dir(name), out)
			if err := os.WriteFile(filepath.Join(dir, page), r.HTML, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.Dir(name), CSSName), r.CSS, 0o644); err != nil {
				t.Fatal(err)
			}
			writePDF(t, dir, page)
			writePDF(t, dir, name)
		}
	}
	t.Log(before)
	t.Log(after)
}

// cpu is what the processors have worked for this test so far.
func cpu(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()).Round(time.Millisecond)
}

func writePDF(t *testing.T, dir, page string) {
	t.Helper()
	doc, err := press.Open(os.DirFS(dir), page, press.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, page) + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := doc.WritePDF(f); err != nil {
		t.Fatal(err)
	}
}
