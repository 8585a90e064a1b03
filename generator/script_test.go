package main

import (
	"bytes"
	"compress/zlib"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"

	"bantin/generator/internal/worddoc"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"bantin": func() { os.Exit(Main(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the real commands on small sites. Each script starts in a
// folder with the repository's own settings, templates and static files, and
// the content that the script holds.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("BANTIN_UPDATE") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", filepath.Join(env.WorkDir, ".home"))
			for _, name := range []string{"hugo.toml", "layouts", "static"} {
				if err := copyTree(filepath.Join("..", name), filepath.Join(env.WorkDir, name)); err != nil {
					return err
				}
			}
			return os.Mkdir(filepath.Join(env.WorkDir, ".home"), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"holds":  cmdHolds,
			"sample": cmdSample,
			"modes":  cmdModes,
			"ascii":  cmdASCII,
			"same":   cmdSame,
			"order":  cmdOrder,
			"sub":    cmdSub,
			"uid":    cmdUID,
			"stamp":  cmdStamp,
			"word":   cmdWord,
		},
	})
}

func copyTree(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return os.CopyFS(to, os.DirFS(from))
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// word file: writes the sample Word file; "word file DIR…" packs folders of the
// script as one, for files that are not as they should be.
func cmdWord(ts *testscript.TestScript, _ bool, args []string) {
	data := worddoc.Whole()
	if len(args) == 2 {
		parts := map[string]string{}
		for name, text := range everything(ts, ts.MkAbs(args[1])) {
			parts[filepath.ToSlash(name)] = string(text)
		}
		data = worddoc.Zip(parts)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// sample copies the repository's own content into the script's folder.
func cmdSample(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Check(os.CopyFS(ts.MkAbs("content"), os.DirFS("../content")))
}

// holds folder word…: every word occurs somewhere in the folder, in a file's
// name or bytes, PDF streams decompressed, or in a PDF's text when poppler is
// there to read it; "! holds" wants none of them.
func cmdHolds(ts *testscript.TestScript, neg bool, args []string) {
	text := everything(ts, ts.MkAbs(args[0]))
	for _, word := range args[1:] {
		where := ""
		for name, data := range text {
			if strings.Contains(strings.ToLower(name), strings.ToLower(word)) || bytes.Contains(bytes.ToLower(data), bytes.ToLower([]byte(word))) {
				where = name
				break
			}
		}
		if neg && where != "" {
			ts.Fatalf("%q occurs in %s", word, where)
		}
		if !neg && where == "" {
			ts.Fatalf("%q does not occur under %s", word, args[0])
		}
	}
}

func everything(ts *testscript.TestScript, root string) map[string][]byte {
	files := map[string][]byte{}
	ts.Check(filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if filepath.Ext(name) == ".pdf" {
			data = append(data, inflate(data)...)
			data = append(data, pdfText(name)...)
		}
		rel, _ := filepath.Rel(root, name)
		files[rel] = data
		return err
	}))
	return files
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\nendstream`)

// inflate decompresses every Flate stream of a PDF. Text in it is glyph
// numbers; its ToUnicode maps, titles, alternative texts and XMP are words.
func inflate(pdf []byte) (out []byte) {
	for _, m := range stream.FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(m[1]))
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(r)
		out = append(out, data...)
	}
	return out
}

// pdfText is what a reader of the PDF sees, "" without poppler. With
// BANTIN_CI set, TestPrintedSample fails then.
func pdfText(name string) string {
	out, _ := exec.Command("pdftotext", "-layout", name, "-").Output()
	return norm.NFC.String(string(out))
}

// modes folder: every folder below is 0755 and every file 0644.
func cmdModes(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(filepath.WalkDir(ts.MkAbs(args[0]), func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = 0o755
		}
		if err == nil && info.Mode().Perm() != want {
			ts.Fatalf("%s: mode %o, want %o", name, info.Mode().Perm(), want)
		}
		return err
	}))
}

// ascii folder: every name below is ASCII.
func cmdASCII(ts *testscript.TestScript, _ bool, args []string) {
	for name := range everything(ts, ts.MkAbs(args[0])) {
		if strings.IndexFunc(name, func(r rune) bool { return r > 127 }) >= 0 {
			ts.Fatalf("%s is not ASCII", name)
		}
	}
}

// same a b: both folders hold the same files with the same bytes.
func cmdSame(ts *testscript.TestScript, _ bool, args []string) {
	a, b := everything(ts, ts.MkAbs(args[0])), everything(ts, ts.MkAbs(args[1]))
	for name, data := range a {
		if other, ok := b[name]; !ok || !bytes.Equal(data, other) {
			ts.Fatalf("%s: in %s %t, the same bytes %t", name, args[1], ok, bytes.Equal(data, other))
		}
	}
	if len(a) != len(b) {
		ts.Fatalf("%d files in %s, %d in %s", len(a), args[0], len(b), args[1])
	}
}

// order file word…: the words stand in the file in this order.
func cmdOrder(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	for _, word := range args[1:] {
		at := strings.Index(text, word)
		if at < 0 {
			ts.Fatalf("%s: %q is missing, or stands before what should precede it", args[0], word)
		}
		text = text[at+len(word):]
	}
}

// sub file old new…: every old text in the file becomes the new one; \n is a
// line's end.
func cmdSub(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	for i := 1; i+1 < len(args); i += 2 {
		if !strings.Contains(text, args[i]) {
			ts.Fatalf("%s: no %q", args[0], args[i])
		}
		text = strings.ReplaceAll(text, args[i], strings.ReplaceAll(args[i+1], `\n`, "\n"))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// property is the value of the first property of a calendar with a name.
func property(ts *testscript.TestScript, file, name string) string {
	for line := range strings.Lines(ts.ReadFile(file)) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			return strings.TrimSpace(value)
		}
	}
	ts.Fatalf("%s: no %s", file, name)
	return ""
}

// uid a b: both calendars know their event by one UID.
func cmdUID(ts *testscript.TestScript, _ bool, args []string) {
	if a, b := property(ts, args[0], "UID"), property(ts, args[1], "UID"); a != b {
		ts.Fatalf("UID %s, then %s", a, b)
	}
}

// stamp a b: the second calendar was made later, and says so.
func cmdStamp(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range []string{"DTSTAMP", "LAST-MODIFIED"} {
		if a, b := property(ts, args[0], name), property(ts, args[1], name); a >= b {
			ts.Fatalf("%s %s, then %s", name, a, b)
		}
	}
}
