package hugosite

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const settingsSite = `
-- hugo.toml --
baseURL = "https://tep.example/"
title = "Tên trong tệp"
disableKinds = ["taxonomy", "RSS"]
contentDir = "noi-khac"
[params]
a = "tệp"
b = "tệp"
[params.sau]
c = "tệp"
d = "tệp"
-- layouts/home.html --
{{ site.Title }}|{{ site.BaseURL }}|{{ site.Params.a }}|{{ site.Params.b }}|{{ site.Params.sau.c }}|{{ site.Params.sau.d }}|{{ .Title }}
`

func TestOverlayWinsOverSettings(t *testing.T) {
	params := map[string]any{"A": "ta", "sau": map[string]any{"C": "ta"}}
	dir := writeSite(t, settingsSite)
	build(t, dir, func(o *Options) {
		o.Params = params
		o.BaseURL = "https://ta.example/goc/"
		o.Set = map[string]any{"disableKinds": []string{"taxonomy"}}
	})
	wants(t, read(t, dir, "public/index.html"), "Tên trong tệp|https://ta.example/goc/|ta|tệp|ta|tệp|Trang chủ")
	read(t, dir, "public/index.xml") // Set won: RSS is on again
	if params["A"] != "ta" || params["sau"].(map[string]any)["C"] != "ta" {
		t.Errorf("the caller's params were changed: %v", params)
	}
}

// TestFolderNames: the name of the site's folder is data. Commas and braces
// mean something in Hugo's lists and patterns.
func TestFolderNames(t *testing.T) {
	for _, name := range []string{"a, b", "Bản tin (số 1)", "a {b,c} [d]", "a#b%20c&d='e'", "a,", ",a"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			if err := os.Rename(writeSite(t, settingsSite), dir); err != nil {
				t.Fatal(err)
			}
			build(t, dir)
			wants(t, read(t, dir, "public/index.html"), "Tên trong tệp|https://tep.example/|tệp")
		})
	}
}

// greeter is a Go value whose methods templates may call.
type greeter struct{}

func (greeter) Hello(name string) string { return "Chào " + name }

func TestParamsMayHaveMethods(t *testing.T) {
	dir := writeSite(t, "-- layouts/home.html --\n{{ site.Params.g.Hello \"bạn\" }}\n")
	build(t, dir, func(o *Options) { o.Params = map[string]any{"g": greeter{}} })
	wants(t, read(t, dir, "public/index.html"), "Chào bạn")
}

func TestEnvironmentDoesNotLeak(t *testing.T) {
	dir := writeSite(t, settingsSite)
	cmd := program(t, dir)
	cmd.Env = append(cmd.Env, "HUGO_TITLE=lọt", "HUGO_BASEURL=https://lot.example/", "HUGO_PARAMS_A=lọt", "HUGOxPARAMSxB=lọt",
		"HUGO_PUBLISHDIR=/nonexistent", "HUGO_BUILDDRAFTS=true")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	wants(t, read(t, dir, "public/index.html"), "Tên trong tệp|https://tep.example/|tệp|tệp|")
}

func TestTemplatesCannotReadTheEnvironment(t *testing.T) {
	t.Setenv("HUGO_LOT", "lọt")
	dir := writeSite(t, "-- layouts/home.html --\n{{ getenv \"HUGO_LOT\" }}\n")
	if err := open(t, dir).Build(); err == nil {
		t.Error("getenv works in templates")
	}
}

func TestDraftsFutureAndClock(t *testing.T) {
	const site = `
-- content/nhap.md --
---
title: Nháp
draft: true
---
-- content/sau.md --
---
title: Sau
date: 2030-01-02
---
-- layouts/home.html --
{{ now.Format "2006-01" }}:{{ range site.RegularPages.ByTitle }} {{ .Title }}{{ end }}
`
	for _, tt := range []struct {
		name   string
		change func(*Options)
		want   string
	}{
		{"published", func(o *Options) {}, ": Bài\n"},
		{"drafts", func(o *Options) { o.Drafts = true }, ": Bài Nháp\n"},
		{"future", func(o *Options) { o.Future = true }, ": Bài Sau\n"},
		{"later", func(o *Options) { o.Now = time.Date(2030, 3, 1, 12, 0, 0, 0, time.UTC) }, "2030-03: Bài Sau\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := writeSite(t, site)
			build(t, dir, func(o *Options) {
				o.Now = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
				tt.change(o)
			})
			wants(t, read(t, dir, "public/index.html"), tt.want)
		})
	}
}

func TestWarningsAndLog(t *testing.T) {
	dir := writeSite(t, "-- layouts/home.html --\n{{ warnf \"coi chừng\\ndòng hai\" }}{{ warnf \"lần nữa\" }}{{ warnf \"lần nữa\" }}\n")
	var log bytes.Buffer
	e := build(t, dir, func(o *Options) { o.Log = &log })
	if got := strings.Join(e.Warnings(), "|"); got != "coi chừng\ndòng hai|lần nữa" {
		t.Errorf("warnings %q", got)
	}
	wants(t, log.String(), "coi chừng")
}

func TestProgress(t *testing.T) {
	var stages []string
	done := 0
	build(t, writeSite(t, "-- static/a.txt --\na\n"), func(o *Options) {
		o.Progress = func(stage string, n, total int) {
			if n == 0 {
				stages = append(stages, stage)
			}
			if n < done && n != 0 {
				t.Errorf("progress goes back from %d to %d", done, n)
			}
			done = n
		}
	})
	if got := strings.Join(stages, " "); got != "load render" || done == 0 {
		t.Errorf("stages %q, %d files", got, done)
	}
}

func TestNoSettings(t *testing.T) {
	dir := t.TempDir()
	_, err := Open(Options{Dir: dir, Destination: filepath.Join(dir, "public")})
	if e := asError(t, err); e.Kind != KindConfig || e.File != "hugo.toml" {
		t.Errorf("got %+v", e)
	}
}
