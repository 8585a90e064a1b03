package preview

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestServedIsACleanBuild makes random edits and compares, whenever things are
// quiet, all that is served with a build of the same files from nothing. Few
// edits by default; BANTIN_EDITS=200 and where BANTIN_CI is set, 200.
func TestServedIsACleanBuild(t *testing.T) {
	edits := number(t, "BANTIN_EDITS", 16)
	if os.Getenv("BANTIN_CI") != "" && os.Getenv("BANTIN_EDITS") == "" {
		edits = 200
	}
	seed := uint64(number(t, "BANTIN_SEED", 20261123))
	l := start(t, copySite(t))
	e := &editor{live: l, random: rand.New(rand.NewPCG(seed, 1))}
	events := l.listen(address, "") // somebody looks, so that sketches are drawn
	go func() {
		for range events {
		}
	}()
	for done := 0; done < edits; {
		if done == 0 { // one that a sketch shows, whatever the machine is busy with
			e.replace("text", article, func(s string) string { return s + "\nCâu đầu tiên.\n" })
			done++
		} else {
			for range 1 + e.random.IntN(16) {
				e.edit()
				done++
			}
		}
		l.settled()
		clean := newBuilder(l.server.publishOptions())
		res := clean.build(nil)
		if err := clean.close(); err != nil {
			t.Fatal(err)
		}
		if res.err != nil {
			t.Logf("not to be built: %v", res.err)
			e.undo(len(e.log))
			continue
		}
		if what := differ(l.server.store.all(), res.files); what != "" {
			t.Fatalf("seed %d, after\n%s\n%s", seed, strings.Join(e.names(), "\n"), what)
		}
	}
	builds, sketches := l.server.Counts()
	t.Logf("%d edits, %d whole builds, %d sketches", edits, builds, sketches)
	if sketches == 0 {
		t.Error("no sketch was drawn")
	}
}

// differ says where two sites differ, "" when they do not.
func differ(served, clean map[string][]byte) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(clean)) {
		data, ok := served[name]
		if !ok {
			out = append(out, "not served: "+name)
		} else if string(data) != string(clean[name]) {
			out = append(out, "differs: "+name+"\n"+around(string(data), string(clean[name])))
		}
	}
	for name := range served {
		if _, ok := clean[name]; !ok && !fingerprinted.MatchString(name) {
			out = append(out, "left over: "+name)
		}
	}
	return strings.Join(out[:min(len(out), 8)], "\n")
}

// around shows both texts where they begin to differ.
func around(served, clean string) string {
	at := 0
	for at < len(served) && at < len(clean) && served[at] == clean[at] {
		at++
	}
	cut := func(s string) string { return s[max(0, at-80):min(len(s), at+120)] }
	return fmt.Sprintf("served: …%q…\nclean:  …%q…", cut(served), cut(clean))
}

// fingerprinted files are named for what is in them: an old one that is left
// is named by no page.
var fingerprinted = regexp.MustCompile(`^(css/trang|js)/.*\.[0-9a-f]{64}\.`)

// editor makes random edits, which it can undo.
type editor struct {
	*live
	random *rand.Rand
	log    []done
	count  int
}

// done is an edit: what it was and how the folder was before it.
type done struct {
	name   string
	before map[string]string // file -> text; "" where there was none
}

func (e *editor) names() (names []string) {
	for _, d := range e.log {
		names = append(names, d.name)
	}
	return names
}

// keep notes how files are before an edit.
func (e *editor) keep(name string, files ...string) {
	d := done{name + " " + strings.Join(files, " "), map[string]string{}}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(e.site, f))
		if err == nil {
			d.before[f] = string(data)
		} else {
			d.before[f] = ""
		}
	}
	e.log = append(e.log, d)
}

// undo takes back the last n edits.
func (e *editor) undo(n int) {
	for ; n > 0 && len(e.log) > 0; n-- {
		d := e.log[len(e.log)-1]
		e.log = e.log[:len(e.log)-1]
		for file, text := range d.before {
			if text != "" {
				e.save(file, text)
				continue
			}
			_ = os.Remove(filepath.Join(e.site, file))
			_ = os.Remove(filepath.Dir(filepath.Join(e.site, file))) // when empty
		}
	}
}

// pick returns one of the files below a folder whose names match.
func (e *editor) pick(dir, pattern string) string {
	var names []string
	_ = filepath.WalkDir(filepath.Join(e.site, dir), func(name string, d fs.DirEntry, err error) error {
		if ok, _ := filepath.Match(pattern, filepath.Base(name)); err == nil && ok && !d.IsDir() {
			rel, _ := filepath.Rel(e.site, name)
			names = append(names, filepath.ToSlash(rel))
		}
		return nil
	})
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return names[e.random.IntN(len(names))]
}

func (e *editor) article() string {
	return e.pick("content/"+[]string{"guong", "hoc-tap", "bua-liem-vang"}[e.random.IntN(3)], "index.md")
}

// replace saves a file with something replaced.
func (e *editor) replace(what, file string, change func(string) string) {
	if file == "" {
		return
	}
	e.keep(what, file)
	e.save(file, change(e.read(file)))
}

var (
	titleLine = regexp.MustCompile(`(?m)^title: .*$`)
	tagsLine  = regexp.MustCompile(`(?m)^tags: .*$`)
	orderLine = regexp.MustCompile(`(?m)^weight: .*$`)
	reachLine = regexp.MustCompile(`(?m)^trang_thai: .*$`)
)

// edit makes one random edit.
func (e *editor) edit() {
	e.count++
	word := fmt.Sprintf("chữ %d", e.count)
	switch e.random.IntN(14) {
	case 0, 1, 2, 3:
		e.replace("text", e.article(), func(s string) string { return s + "\nCâu " + word + ".\n\n## Mục " + word + "\n\nHết.\n" })
	case 4:
		e.replace("title", e.article(), func(s string) string { return titleLine.ReplaceAllString(s, "title: \"Tên "+word+"\"") })
	case 5:
		e.replace("tags", e.article(), func(s string) string {
			return tagsLine.ReplaceAllString(s, fmt.Sprintf("tags: [\"nhãn %d\", \"học tập và làm theo Bác\"]", e.count%3))
		})
	case 6:
		e.replace("weight", e.article(), func(s string) string { return orderLine.ReplaceAllString(s, fmt.Sprintf("weight: %d", 100+e.count)) })
	case 7:
		e.replace("status", e.article(), func(s string) string { return reachLine.ReplaceAllString(s, "trang_thai: cho-duyet") })
	case 8:
		file := fmt.Sprintf("content/guong/bai-moi-%d/index.md", e.count)
		e.keep("new", file)
		e.save(file, alone(e.read(article), e.count))
	case 9:
		if file := e.pick("content/guong", "index.md"); strings.Contains(file, "bai-moi") {
			e.keep("delete", file)
			_ = os.RemoveAll(filepath.Join(e.site, filepath.Dir(file)))
		}
	case 10:
		if file := e.pick("content/guong", "index.md"); strings.Contains(file, "bai-moi") {
			to := fmt.Sprintf("content/guong/doi-bai-moi-%d/index.md", e.count)
			e.keep("rename", file, to)
			if err := os.Rename(filepath.Join(e.site, filepath.Dir(file)), filepath.Join(e.site, filepath.Dir(to))); err != nil {
				e.t.Fatal(err)
			}
		}
	case 11:
		e.replace("template", e.pick("layouts/_partials", "*.html"), func(s string) string { return s + "{{/* " + word + " */}}" })
		e.replace("template", "layouts/_partials/chan-bao.html", func(s string) string { return s + "<p>" + word + "</p>\n" })
	case 12:
		e.replace("style", e.pick("layouts/_css", "*.css"), func(s string) string { return s + fmt.Sprintf("\n.x%d { color: red; }\n", e.count) })
	case 13:
		e.undo(1 + e.random.IntN(3))
	}
}
