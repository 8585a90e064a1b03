package staging

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Report says what a swap did with the files that no build wrote. The names are
// relative and slash-separated.
type Report struct {
	Aside string   // the folder that they were moved to, "" for none
	Moved []string // what was moved there
	Whole bool     // everything was: nobody knows which files a build wrote
	Kept  []string // what went along into the new folder: settings of web servers
	Left  string   // the old folder, when it could not be removed
	Err   error    // why not
}

// serverFiles are settings of web servers, besides the names that begin with a
// dot: a site without them may lose its name, or the lock on its door.
var serverFiles = []string{"CNAME", "web.config", "_headers", "_redirects"}

// droppings are what file managers write by themselves, again whenever needed.
var droppings = []string{".DS_Store", "Thumbs.db", "desktop.ini"}

func isServerFile(rel string) bool {
	if slices.Contains(droppings, filepath.Base(rel)) {
		return false
	}
	return slices.Contains(serverFiles, filepath.Base(rel)) ||
		slices.ContainsFunc(strings.Split(rel, "/"), func(part string) bool { return strings.HasPrefix(part, ".") })
}

var errFound = errors.New("found")

// holdsOf says whether a folder holds anything that m knows.
func holdsOf(dir string, m manifest) (bool, error) {
	err := walkFiles(dir, func(rel, path string, d fs.DirEntry) error {
		if !d.Type().IsRegular() || m[rel] == nil {
			return nil
		}
		if info, err := d.Info(); err != nil || info.Size() == 0 {
			return err
		}
		if s, err := sumOf(path); err == nil && m.owns(rel, s) {
			return errFound
		}
		return nil
	})
	if errors.Is(err, errFound) {
		return true, nil
	}
	return false, err
}

// walkFiles visits everything that is not a folder. No folder is no error.
func walkFiles(dir string, visit func(rel, path string, d fs.DirEntry) error) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir && errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case d.IsDir():
			return nil
		}
		return visit(relative(dir, path), path, d)
	})
}

// carry copies the web server's settings that no build wrote into the new
// folder, where they are missing.
func (f *Folder) carry(known manifest) error {
	return walkFiles(f.dest, func(rel, path string, d fs.DirEntry) error {
		if !isServerFile(rel) || !d.Type().IsRegular() {
			return nil
		}
		if s, err := sumOf(path); err != nil || known.owns(rel, s) {
			return err
		}
		to := filepath.Join(f.dir, filepath.FromSlash(rel))
		if _, err := os.Lstat(to); err == nil {
			return nil
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		f.report.Kept = append(f.report.Kept, rel)
		return copyFile(path, to)
	})
}

func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Chmod(info.Mode().Perm())
}

// settle takes apart a folder that was published: what a build wrote, and what
// stands in the new folder too, is removed, everything else moved aside.
func (f *Folder) settle(old string, known manifest) {
	err := walkFiles(old, func(rel, path string, d fs.DirEntry) error {
		if f.dispensable(rel, path, d, known) {
			return remove(path)
		}
		return f.moveAside(rel, path)
	})
	if err == nil {
		err = removeFolders(old)
	}
	if err != nil {
		f.report.Left, f.report.Err = old, err
	}
}

func (f *Folder) dispensable(rel, path string, d fs.DirEntry, known manifest) bool {
	if slices.Contains(droppings, d.Name()) {
		return true
	}
	if !d.Type().IsRegular() {
		return false
	}
	s, err := sumOf(path)
	if err != nil {
		return false
	}
	if known.owns(rel, s) {
		return true
	}
	now, err := sumOf(filepath.Join(f.dest, filepath.FromSlash(rel)))
	return err == nil && now == s
}

func (f *Folder) moveAside(rel, path string) error {
	if f.report.Aside == "" {
		f.report.Aside = free(f.dest + asideEnd)
	}
	to := filepath.Join(f.report.Aside, filepath.FromSlash(rel))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if err := withParent(path, func() error { return os.Rename(path, to) }); err != nil {
		return err
	}
	f.report.Moved = append(f.report.Moved, rel)
	return nil
}

// asideEnd is what the name of the folder for other people's files has more
// than the destination's. Editors shall see it.
const asideEnd = ".giu-lai"

// free is a name that nothing has: name, name-2, name-3 …
func free(name string) string {
	for n, try := 2, name; ; n++ {
		if _, err := os.Lstat(try); errors.Is(err, fs.ErrNotExist) {
			return try
		}
		try = name + "-" + strconv.Itoa(n)
	}
}

func remove(path string) error { return withParent(path, func() error { return os.Remove(path) }) }

// withParent does something in a folder that may be marked as not to be written.
func withParent(path string, do func() error) error {
	err := do()
	if errors.Is(err, fs.ErrPermission) && os.Chmod(filepath.Dir(path), 0o755) == nil {
		err = do()
	}
	return err
}

// removeFolders removes folders with nothing but folders in them.
func removeFolders(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			if err := removeFolders(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return remove(dir)
}
