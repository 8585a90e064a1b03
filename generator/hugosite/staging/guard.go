package staging

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Guard names what a destination must not touch.
type Guard struct {
	Root    string   // the site: the destination may lie in it, not hold it
	Sources []string // its source folders: the destination may not lie in them either
}

// check refuses a destination whose replacement would destroy anything but an
// earlier build. dest is absolute with links resolved and need not exist.
func (g Guard) check(dest string) error {
	refuse := func(r Reason, err error) error { return &Error{Path: dest, Reason: r, Err: err} }
	for _, dir := range append([]string{g.Root}, g.Sources...) {
		if dir != "" && within(dir, dest) {
			return refuse(Source, nil)
		}
	}
	for _, dir := range g.Sources {
		if within(dest, dir) {
			return refuse(Source, nil)
		}
	}
	if home, err := os.UserHomeDir(); err == nil && within(home, dest) {
		return refuse(Home, nil)
	}
	if cwd, err := os.Getwd(); err == nil && within(cwd, dest) {
		return refuse(Current, nil)
	}
	info, err := os.Lstat(dest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return refuse(NoAccess, err)
	case !info.IsDir():
		return refuse(NotFolder, nil)
	case isMount(dest, info):
		return refuse(Mounted, nil)
	}
	names, err := entryNames(dest)
	if err != nil {
		return refuse(NoAccess, err)
	}
	if !looksBuilt(names) {
		return refuse(Foreign, nil)
	}
	return nil
}

// looksBuilt says, before there is anything to compare with, whether a folder
// with these entries can be a site: it is empty, or has a home page and one
// more file that only a site generator writes, and nothing that marks the
// working folder of a project.
func looksBuilt(names []string) bool {
	if len(names) == 0 {
		return true
	}
	for _, n := range []string{".git", ".hg", ".svn", "hugo.toml", "go.mod", "package.json", "layouts"} {
		if slices.Contains(names, n) {
			return false
		}
	}
	if !slices.Contains(names, "index.html") {
		return false
	}
	for _, n := range []string{"sitemap.xml", "index.xml", "404.html"} {
		if slices.Contains(names, n) {
			return true
		}
	}
	return false
}

func entryNames(dir string) ([]string, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Readdirnames(-1)
}

// within says whether path is dir or lies in it. It compares files, not names:
// links and file systems that ignore case cannot deceive it. Of a path that
// does not exist yet the nearest existing parent decides.
func within(path, dir string) bool {
	path, err := filepath.Abs(path)
	if err != nil {
		return false
	}
	target, err := os.Stat(dir)
	if err != nil { // no such folder yet: names are all there is
		rel, err := filepath.Rel(dir, path)
		return err == nil && filepath.IsLocal(rel)
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	for {
		if info, err := os.Stat(path); err == nil && os.SameFile(info, target) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}
