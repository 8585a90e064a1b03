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
	r := reader{Site: s, known: map[string]*known{}}
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
		if err := r.fill(&kept, all, issue.Files); err != nil {
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
	if err := r.fill(&base, pages, nil); err != nil {
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

// known is what was found in a file: most are in the lists of many issues.
type known struct {
	file
	shownPage // of a page; of a style sheet only what it shows
}

// reader reads each file of a site once.
type reader struct {
	Site
	known map[string]*known
}

// look reads a file, and what parse finds in its bytes.
func (r reader) look(name string, parse func(data []byte) (shownPage, error)) (*known, error) {
	if k := r.known[name]; k != nil {
		return k, nil
	}
	data, err := os.ReadFile(r.name(name))
	if err != nil {
		return nil, fmt.Errorf("read a file to keep: %w", err)
	}
	sum := sha256.Sum256(data)
	k := &known{file: file{address: r.address(name), sum: hex.EncodeToString(sum[:6]), bytes: int64(len(data))}}
	if parse != nil {
		if k.shownPage, err = parse(data); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	k.file.title = k.shownPage.title
	r.known[name] = k
	return k, nil
}

// fill lists pages with all they show, and further files.
func (r reader) fill(l *list, pages, files []string) error {
	l.Base = r.Base
	seen := map[string]bool{}
	add := func(name string, parse func([]byte) (shownPage, error)) (shown []string, err error) {
		k, err := r.look(name, parse)
		if err != nil {
			return nil, err
		}
		if !seen[name] {
			seen[name] = true
			l.Files = append(l.Files, k.file)
			l.Bytes += k.bytes
		}
		for _, link := range k.shown {
			if at, ok := r.file(name, link); ok {
				shown = append(shown, at)
			}
		}
		return shown, nil
	}
	var shown []string
	for _, name := range pages {
		more, err := add(name, readPage)
		if err != nil {
			return err
		}
		shown = append(shown, more...)
	}
	for _, name := range shown {
		var parse func([]byte) (shownPage, error)
		if path.Ext(name) == ".css" {
			parse = readStyles
		}
		fonts, err := add(name, parse)
		if err != nil {
			return err
		}
		for _, font := range fonts {
			if _, err := add(font, nil); err != nil {
				return err
			}
		}
	}
	for _, name := range files {
		if _, err := os.Stat(r.name(name)); err == nil {
			if _, err := add(name, nil); err != nil {
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
