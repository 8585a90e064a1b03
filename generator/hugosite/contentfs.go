package hugosite

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/afero"
)

// contentFs is the file system that Hugo reads: the machine's own, except that
// the content folder is a tree of the listed files. It also hides the real
// content folder behind every other way to it: a link, or another spelling
// where the system ignores case. (A hard link cannot be told from a file.)
type contentFs struct {
	afero.OsFs
	root string      // the content folder: absolute, cleaned
	info fs.FileInfo // of the real content folder, nil if there is none
	tree *node       // nil: nothing is hidden

	hidden sync.Map // folder outside root -> bool: it really lies in root
}

func newContentFs(dir string, files []File) (*contentFs, error) {
	f := &contentFs{root: filepath.Join(dir, contentDir)}
	if files == nil {
		return f, nil
	}
	if info, err := os.Stat(f.root); err == nil {
		f.info = info
	}
	var err error
	f.tree, err = newTree(f.root, files)
	return f, err
}

func (f *contentFs) listed() bool { return f.tree != nil }

// Name is part of afero.Fs.
func (f *contentFs) Name() string { return "contentFs" }

// find says where name lies: in the tree (n, or an error when the tree does
// not have it), or outside (n nil).
func (f *contentFs) find(op, name string) (n *node, err error) {
	if f.tree == nil {
		return nil, nil
	}
	missing := &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	rel, err := filepath.Rel(f.root, name)
	if err == nil && filepath.IsLocal(rel) {
		if n := f.tree.lookup(rel); n != nil {
			return n, nil
		}
		return nil, missing
	}
	if f.leadsIn(filepath.Clean(name)) {
		return nil, missing
	}
	return nil, nil
}

// leadsIn says whether name, which by its spelling lies outside, is a file of
// the real content folder.
func (f *contentFs) leadsIn(name string) bool {
	if f.info == nil {
		return false
	}
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		real, err := filepath.EvalSymlinks(name)
		return err == nil && f.inRoot(real)
	}
	dir := filepath.Dir(name)
	if in, ok := f.hidden.Load(dir); ok {
		return in.(bool) || f.isRoot(name)
	}
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return false
	}
	in := f.inRoot(real)
	f.hidden.Store(dir, in)
	return in || f.isRoot(name)
}

func (f *contentFs) isRoot(name string) bool {
	info, err := os.Stat(name)
	return err == nil && os.SameFile(info, f.info)
}

func (f *contentFs) inRoot(real string) bool {
	for !f.isRoot(real) {
		parent := filepath.Dir(real)
		if parent == real {
			return false
		}
		real = parent
	}
	return true
}

// Open is part of afero.Fs.
func (f *contentFs) Open(name string) (afero.File, error) {
	n, err := f.find("open", name)
	if err != nil {
		return nil, err
	}
	if n == nil {
		if err := regular(name); err != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: err}
		}
		return f.OsFs.Open(name)
	}
	return n.open(name)
}

// OpenFile is part of afero.Fs; nothing may be written under content/.
func (f *contentFs) OpenFile(name string, flag int, perm os.FileMode) (afero.File, error) {
	n, err := f.find("open", name)
	if n == nil && err == nil {
		return f.OsFs.OpenFile(name, flag, perm)
	}
	if flag&(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC) != 0 {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.Open(name)
}

// Stat is part of afero.Fs.
func (f *contentFs) Stat(name string) (os.FileInfo, error) {
	n, err := f.find("stat", name)
	if err != nil {
		return nil, err
	}
	if n == nil {
		return f.OsFs.Stat(name)
	}
	return n.stat()
}

// LstatIfPossible is part of afero.Lstater: Hugo drops the links that it sees.
func (f *contentFs) LstatIfPossible(name string) (os.FileInfo, bool, error) {
	n, err := f.find("lstat", name)
	if err != nil {
		return nil, true, err
	}
	if n == nil {
		return f.OsFs.LstatIfPossible(name)
	}
	info, err := n.stat()
	return info, true, err
}

// write refuses to change anything under content/.
func (f *contentFs) write(op, name string) error {
	if n, err := f.find(op, name); n != nil || err != nil {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
	}
	return nil
}

// Create is part of afero.Fs.
func (f *contentFs) Create(name string) (afero.File, error) {
	if err := f.write("create", name); err != nil {
		return nil, err
	}
	return f.OsFs.Create(name)
}

// Mkdir is part of afero.Fs.
func (f *contentFs) Mkdir(name string, perm os.FileMode) error {
	if err := f.write("mkdir", name); err != nil {
		return err
	}
	return f.OsFs.Mkdir(name, perm)
}

// MkdirAll is part of afero.Fs.
func (f *contentFs) MkdirAll(name string, perm os.FileMode) error {
	if err := f.write("mkdir", name); err != nil {
		return err
	}
	return f.OsFs.MkdirAll(name, perm)
}

// Remove is part of afero.Fs.
func (f *contentFs) Remove(name string) error {
	if err := f.write("remove", name); err != nil {
		return err
	}
	return f.OsFs.Remove(name)
}

// RemoveAll is part of afero.Fs.
func (f *contentFs) RemoveAll(name string) error {
	if err := f.write("remove", name); err != nil {
		return err
	}
	return f.OsFs.RemoveAll(name)
}

// Rename is part of afero.Fs.
func (f *contentFs) Rename(from, to string) error {
	for _, name := range []string{from, to} {
		if err := f.write("rename", name); err != nil {
			return err
		}
	}
	return f.OsFs.Rename(from, to)
}

// Chmod is part of afero.Fs.
func (f *contentFs) Chmod(name string, mode os.FileMode) error {
	if err := f.write("chmod", name); err != nil {
		return err
	}
	return f.OsFs.Chmod(name, mode)
}

// Chown is part of afero.Fs.
func (f *contentFs) Chown(name string, uid, gid int) error {
	if err := f.write("chown", name); err != nil {
		return err
	}
	return f.OsFs.Chown(name, uid, gid)
}

// Chtimes is part of afero.Fs.
func (f *contentFs) Chtimes(name string, atime, mtime time.Time) error {
	if err := f.write("chtimes", name); err != nil {
		return err
	}
	return f.OsFs.Chtimes(name, atime, mtime)
}
