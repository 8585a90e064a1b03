// Package oddbulletin writes bulletins as nobody should: the sample's articles
// with front matter, texts, pictures and file names gone wrong in random ways.
// Tests ask of them what must hold whatever editors do.
//
// Contract: the same seed gives the same files to the byte.
package oddbulletin

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Sample is what odd pages are made of.
type Sample struct {
	root  fs.FS
	pages []page
}

// page is one page of the sample, apart.
type page struct {
	dir, name string // "content/guong/bai", "index.md"
	front     []string
	body      string
	files     []string
}

// Open reads the sample in a site's folder.
func Open(site string) (*Sample, error) {
	s := &Sample{root: os.DirFS(site)}
	err := fs.WalkDir(s.root, "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(s.root, name)
		if err != nil {
			return err
		}
		front, body, ok := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
		if !ok {
			front = strings.TrimSuffix(front, "\n---")
		}
		p := page{dir: path.Dir(name), name: path.Base(name), front: strings.Split(front, "\n"), body: body}
		entries, err := fs.ReadDir(s.root, p.dir)
		for _, e := range entries {
			if !e.IsDir() && path.Ext(e.Name()) != ".md" && p.dir != "content" && (p.name == "index.md" || path.Dir(p.dir) == "content/so") {
				p.files = append(p.files, e.Name())
			}
		}
		s.pages = append(s.pages, p)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the sample: %w", err)
	}
	return s, nil
}

// dice are the random choices of one bulletin.
type dice struct{ *rand.Rand }

func pick[T any](r dice, list []T) T { return list[r.IntN(len(list))] }

// one says yes once in n times.
func (r dice) one(n int) bool { return r.IntN(n) == 0 }

// Write writes a bulletin into a site's folder, which has the sample's settings
// and templates: the sample's pages, some articles of it odd, and as many odd
// ones more as asked for, a few in odd issues.
func (s *Sample) Write(to string, seed uint64, more int) error {
	r := dice{rand.New(rand.NewPCG(seed, 18))}
	w := writer{to: to}
	var articles, issues []page
	for _, p := range s.pages {
		kind := path.Dir(p.dir)
		switch {
		case kind == "content/so":
			issues = append(issues, p)
		case p.name == "index.md" && kind != "content/van-ban":
			articles = append(articles, p)
		}
		s.page(&w, r, p, p.dir, r.one(6) && p.name == "index.md" && kind != "content/van-ban")
	}
	var keys []string
	for range 1 + r.IntN(2) {
		key := fmt.Sprintf("%d-%02d", 1990+r.IntN(60), 1+r.IntN(14))
		keys = append(keys, key)
		s.page(&w, r, pick(r, issues), "content/so/"+key, true)
	}
	for i := range more {
		p := pick(r, articles)
		if r.one(8) {
			p = pick(r, s.pages)
		}
		p.front = slices.Clone(p.front)
		for k, l := range p.front {
			if strings.HasPrefix(l, "so: ") && r.one(2) {
				p.front[k] = fmt.Sprintf("so: %q", pick(r, keys))
			}
		}
		s.page(&w, r, p, fmt.Sprintf("%s/%s-%d", path.Dir(p.dir), r.name(), i), true)
	}
	return w.err
}

// writer writes files and keeps the first error.
type writer struct {
	to  string
	err error
}

func (w *writer) write(name string, data []byte) {
	if w.err != nil {
		return
	}
	name = filepath.Join(w.to, filepath.FromSlash(name))
	if w.err = os.MkdirAll(filepath.Dir(name), 0o755); w.err == nil {
		w.err = os.WriteFile(name, data, 0o644)
	}
}

// page writes a page with its files, odd or as it is.
func (s *Sample) page(w *writer, r dice, p page, dir string, odd bool) {
	front, body := slices.Clone(p.front), p.body
	renamed := map[string]string{}
	for _, file := range p.files {
		data, err := fs.ReadFile(s.root, p.dir+"/"+file)
		if err != nil {
			w.err = err
			return
		}
		if odd && r.one(2) {
			renamed[file], data = r.picture(path.Ext(file))
		}
		name := file
		if renamed[file] != "" {
			name = renamed[file]
		}
		w.write(dir+"/"+name, data)
	}
	if odd {
		var added []string
		for range r.IntN(3) {
			name, data := r.picture("")
			w.write(dir+"/"+name, data)
			added = append(added, name)
		}
		body = r.body(body, added)
		front = r.front(front)
		for was, now := range renamed {
			if !r.one(8) {
				for i := range front {
					front[i] = strings.ReplaceAll(front[i], was, quoteIfOdd(now))
				}
				body = strings.ReplaceAll(body, was, now)
			}
		}
		if len(added) > 0 && r.one(2) {
			front = append(front, r.photo(pick(r, added))...)
		}
	}
	w.write(dir+"/"+p.name, []byte("---\n"+strings.Join(front, "\n")+"\n---\n"+body))
}

func quoteIfOdd(name string) string {
	if strings.ContainsAny(name, " #'%&") {
		return `"` + strings.ReplaceAll(name, `"`, `\"`) + `"`
	}
	return name
}
