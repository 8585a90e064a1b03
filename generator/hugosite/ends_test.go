package hugosite

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// loops is how often a test of something that fails now and then repeats it:
// BANTIN_LOOPS, or a few times.
func loops(t testing.TB, few int) int {
	n, err := strconv.Atoi(os.Getenv("BANTIN_LOOPS"))
	if err != nil {
		return few
	}
	return n
}

// manyPages is a site of n pages.
func manyPages(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "-- content/bai%d/index.md --\n---\ntitle: Bài %d\n---\nNội dung.\n", i, i)
	}
	return b.String()
}

// within fails the test when work takes longer than limit.
func within(t *testing.T, limit time.Duration, what string, work func() error) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		t.Fatalf("%s: no end after %v", what, limit)
		return nil
	}
}

// TestFailingBuildEnds: more pages fail than Hugo collects errors, whereupon it
// may block for ever. Each build ends with the error all the same.
func TestFailingBuildEnds(t *testing.T) {
	dir := writeSite(t, manyPages(60)+"-- layouts/all.html --\n{{ define \"main\" }}\n  {{ .Khongco.X }}{{ end }}\n")
	blocked := 0
	n := loops(t, 12)
	for i := range n {
		e := open(t, dir, func(o *Options) { o.Memory = i%2 == 1 })
		first := e.attempt
		err := within(t, time.Minute, fmt.Sprintf("build %d", i), e.Build)
		if x := asError(t, err); x.File != "layouts/all.html" || x.Line != 2 || x.Kind != KindTemplate {
			t.Fatalf("build %d: %v", i, err)
		}
		if e.attempt != first && e.attempt.roomy {
			blocked++
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d builds ended with the error; in %d of them Hugo had blocked", n, blocked)
}

// TestBreakAndMend: a template that is broken and mended again and again while
// one engine lives.
func TestBreakAndMend(t *testing.T) {
	dir := writeSite(t, manyPages(40))
	layout := filepath.Join(dir, "layouts", "all.html")
	good, bad := read(t, layout), "{{ define \"main\" }}{{ .Khongco.X }}{{ end }}"
	e := open(t, dir, func(o *Options) { o.Memory, o.Watch = true, true })
	if err := e.Build(); err != nil {
		t.Fatal(err)
	}
	n := loops(t, 6)
	for i := range n {
		write(t, layout, bad)
		err := within(t, time.Minute, "rebuild", func() error { return rebuildOrBuild(e, "layouts/all.html") })
		if x := asError(t, err); x.File != "layouts/all.html" {
			t.Fatalf("round %d: %v", i, err)
		}
		write(t, layout, strings.Replace(good, "<h1>", fmt.Sprintf("<h1>%d ", i), 1))
		if err := within(t, time.Minute, "build", e.Build); err != nil {
			t.Fatalf("round %d: %v", i, err)
		}
		if got := string(e.Output()["bai7/index.html"]); !strings.Contains(got, fmt.Sprintf("<h1>%d Bài 7", i)) {
			t.Fatalf("round %d: the page does not change: %s", i, got)
		}
	}
	t.Logf("%d rounds", n)
}

// rebuildOrBuild does as the preview does.
func rebuildOrBuild(e *Engine, path string) error {
	err := e.Rebuild(Change{Path: path})
	if err == ErrStale {
		return e.Build()
	}
	return err
}

// TestEndlessTemplate: a template that does not end is given up, and the engine
// builds again when it is mended.
func TestEndlessTemplate(t *testing.T) {
	dir := writeSite(t, "")
	layout := filepath.Join(dir, "layouts", "all.html")
	good := read(t, layout)
	write(t, layout, "{{ define \"main\" }}{{ range 4000000000 }}{{ if eq . 3999999999 }}{{ break }}{{ end }}{{ end }}{{ end }}")
	e := open(t, dir, func(o *Options) { o.Patience = 2 * time.Second })
	err := within(t, 30*time.Second, "build", e.Build)
	if x := asError(t, err); x.Kind != KindStill || x.File != "layouts/all.html" {
		t.Fatal(err)
	}
	write(t, layout, good)
	if err := within(t, time.Minute, "build", e.Build); err != nil {
		t.Fatal(err)
	}
	if _, err := e.Publish(); err != nil {
		t.Fatal(err)
	}
	wants(t, read(t, dir, "public", "bai", "index.html"), "<h1>Bài")
}

// TestSelfCallingPartial: Hugo counts the calls, so that it ends by itself, and
// the partial is named.
func TestSelfCallingPartial(t *testing.T) {
	dir := writeSite(t, manyPages(15)+"-- layouts/all.html --\n{{ define \"main\" }}{{ partial \"x.html\" . }}{{ end }}\n-- layouts/_partials/x.html --\n{{ partial \"x.html\" . }}\n")
	e := open(t, dir)
	err := within(t, 2*time.Minute, "build", e.Build)
	if x := asError(t, err); x.File != "layouts/_partials/x.html" {
		t.Fatal(err)
	}
}
