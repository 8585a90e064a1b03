// Package offline says which files of a finished site a reader's device keeps,
// and gives that list to the service worker that keeps them.
//
// Contract: Write reads a finished folder and changes nothing in it but the
// worker's script, to which it prepends the list of the front page's and the
// newest issue's files. Beside each issue's page it writes List, the files of
// that issue, for readers who choose to keep it. A list names every file that
// its pages show, once, with a fingerprint of its bytes: a device copies what
// it has already and fetches only the rest. Same folder, same bytes.
package offline

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Names of files, from the site's root and beside an issue's page.
const (
	Script = "ngoai-tuyen.js"
	List   = "ngoai-tuyen.json"
	// Notice is the page that stands for one that is neither kept nor reached.
	Notice = "khong-co-mang/index.html"
)

// Issue is what a reader may keep as a whole.
type Issue struct {
	Title string
	Page  string   // the file of its page: "so/2023-10/index.html"
	Pages []string // the files of its articles, in their order
	Files []string // further files: its PDF
}

// Site is a finished folder.
type Site struct {
	Root string // the folder
	Base string // the address that it has: "/", "/ban-tin/"
	Home []string
	// Issues from the newest on.
	Issues []Issue
}

// list is what the worker reads.
type list struct {
	Title string `json:"ten,omitempty"`
	Sum   string `json:"dau"` // of all that follows
	Base  string `json:"goc"`
	Page  string `json:"trang"`
	Bytes int64  `json:"byte"`
	Files []file `json:"tep"`
}

// file is one line of a list: address, fingerprint, and a page's title.
type file struct {
	address, sum, title string
	bytes               int64
}

func (f file) MarshalJSON() ([]byte, error) {
	row := []any{f.address, f.sum}
	if f.title != "" {
		row = append(row, f.title)
	}
	return json.Marshal(row)
}

// Write writes all lists.
func Write(s Site) error {
	script, err := os.ReadFile(s.name(Script))
	if errors.Is(err, fs.ErrNotExist) {
		return nil // a bulletin of other templates, which keeps nothing
	}
	if err != nil {
		return fmt.Errorf("read the service worker: %w", err)
	}
	base := list{Page: s.Base}
	pages := slices.Clone(s.Home)
	if _, err := os.Stat(s.name(Notice)); err == nil { // templates of older bulletins have none
		pages = append([]string{Notice}, pages...)
	}
	for i, issue := range s.Issues {
		all := append([]string{issue.Page}, issue.Pages...)
		if i == 0 {
			pages = append(pages, all...)
			base.Page = s.address(issue.Page)
		}
		kept := list{Title: issue.Title, Page: s.address(issue.Page)}
		if err := s.fill(&kept, all, issue.Files); err != nil {
			return err
		}
		data, err := json.Marshal(kept)
		if err != nil {
			return fmt.Errorf("list the files of an issue: %w", err)
		}
		if err := os.WriteFile(s.name(path.Join(path.Dir(issue.Page), List)), append(data, '\n'), 0o644); err != nil {
			return fmt.Errorf("list the files of an issue: %w", err)
		}
	}
	if err := s.fill(&base, pages, nil); err != nil {
		return err
	}
	data, err := json.Marshal(base)
	if err != nil {
		return fmt.Errorf("list the files to keep: %w", err)
	}
	// The browser compares the script's bytes: what changes the list makes a
	// new worker.
	script = append(fmt.Appendf(nil, "const NEN = %s;\n", data), script...)
	if err := os.WriteFile(s.name(Script), script, 0o644); err != nil {
		return fmt.Errorf("write the service worker: %w", err)
	}
	return nil
}

// fill lists pages with all they show, and further files.
func (s Site) fill(l *list, pages, files []string) error {
	l.Base = s.Base
	seen := map[string]bool{}
	add := func(name, title string) error {
		if seen[name] {
			return nil
		}
		seen[name] = true
		data, err := os.ReadFile(s.name(name))
		if err != nil {
			return fmt.Errorf("read a file to keep: %w", err)
		}
		sum := sha256.Sum256(data)
		l.Files = append(l.Files, file{s.address(name), hex.EncodeToString(sum[:6]), title, int64(len(data))})
		l.Bytes += int64(len(data))
		return nil
	}
	var shown []string
	for _, name := range pages {
		data, err := os.ReadFile(s.name(name))
		if err != nil {
			return fmt.Errorf("read a page to keep: %w", err)
		}
		page, err := read(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if err := add(name, page.title); err != nil {
			return err
		}
		for _, link := range page.shown {
			if at, ok := s.file(name, link); ok {
				shown = append(shown, at)
			}
		}
	}
	for _, name := range shown {
		if err := add(name, ""); err != nil {
			return err
		}
		if path.Ext(name) != ".css" {
			continue
		}
		fonts, err := s.inStyles(name)
		if err != nil {
			return err
		}
		for _, font := range fonts {
			if err := add(font, ""); err != nil {
				return err
			}
		}
	}
	for _, name := range files {
		if _, err := os.Stat(s.name(name)); err == nil {
			if err := add(name, ""); err != nil {
				return err
			}
		}
	}
	all := sha256.New()
	for _, f := range l.Files {
		fmt.Fprintln(all, f.address, f.sum, f.title)
	}
	l.Sum = hex.EncodeToString(all.Sum(nil)[:8])
	return nil
}

func (s Site) name(rel string) string { return filepath.Join(s.Root, filepath.FromSlash(rel)) }

// address is the one that links give to a file.
func (s Site) address(name string) string {
	return s.Base + strings.TrimSuffix(escape(name), "index.html")
}
