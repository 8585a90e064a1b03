package hugosite

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"
)

// node is a folder (children not nil) or a file of the content tree.
type node struct {
	name     string
	children map[string]*node
	file     File
	real     string // absolute path of the file with the bytes
}

// newTree arranges files as a tree rooted in the content folder root.
func newTree(root string, files []File) (*node, error) {
	top := &node{name: filepath.Base(root), children: map[string]*node{}}
	for _, file := range files {
		if err := top.add(root, file); err != nil {
			return nil, fmt.Errorf("list of content files: %w", err)
		}
	}
	return top, nil
}

func (n *node) add(root string, file File) error {
	if !fs.ValidPath(file.Path) || file.Path == "." || !filepath.IsLocal(filepath.FromSlash(file.Source)) {
		return fmt.Errorf("path %q, source %q: not paths below the content folder", file.Path, file.Source)
	}
	real := file.Real
	if real == "" {
		real = filepath.Join(root, filepath.FromSlash(file.Source))
	}
	if file.Data == nil {
		// A link would lead to bytes that nobody listed.
		if info, err := os.Lstat(real); err != nil {
			return err
		} else if !info.Mode().IsRegular() {
			return fmt.Errorf("%s is not a regular file", real)
		}
	}
	parts := strings.Split(file.Path, "/")
	for _, p := range parts[:len(parts)-1] {
		child := n.children[p]
		if child == nil {
			child = &node{name: p, children: map[string]*node{}}
			n.children[p] = child
		}
		if n = child; n.children == nil {
			return fmt.Errorf("%s lies in %s, which is a file", file.Source, n.file.Source)
		}
	}
	last := parts[len(parts)-1]
	if other := n.children[last]; other != nil {
		return fmt.Errorf("%s and %s have the same path %q", other.file.Source, file.Source, file.Path)
	}
	n.children[last] = &node{name: last, file: file, real: real}
	return nil
}

// lookup finds the node at the path rel (in the system's spelling) or nil.
func (n *node) lookup(rel string) *node {
	if rel == "." {
		return n
	}
	for p := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if n = n.children[p]; n == nil {
			return nil
		}
	}
	return n
}

// count is the number of files.
func (n *node) count() int {
	if n.children == nil {
		return 1
	}
	total := 0
	for _, child := range n.children {
		total += child.count()
	}
	return total
}

func (n *node) stat() (fs.FileInfo, error) {
	if n.children != nil {
		return nodeInfo{name: n.name, mode: fs.ModeDir | 0o755}, nil
	}
	info := nodeInfo{name: n.name, mode: 0o644, size: int64(len(n.file.Data))}
	disk, err := os.Stat(n.real)
	if err == nil {
		info.time = disk.ModTime()
	}
	if n.file.Data == nil {
		if err != nil {
			return nil, err
		}
		info.size = disk.Size()
	}
	return info, nil
}

// open opens the node as the file that the caller named name.
func (n *node) open(name string) (afero.File, error) {
	if n.children != nil {
		return &treeDir{treeFile: treeFile{node: n, name: name}}, nil
	}
	if n.file.Data != nil {
		return &treeFile{node: n, name: name, Reader: bytes.NewReader(n.file.Data)}, nil
	}
	f, err := os.Open(n.real)
	if err != nil {
		return nil, err
	}
	return &diskFile{File: f, node: n, name: name}, nil
}

type nodeInfo struct {
	name string
	size int64
	mode fs.FileMode
	time time.Time
}

func (i nodeInfo) Name() string       { return i.name }
func (i nodeInfo) Size() int64        { return i.size }
func (i nodeInfo) Mode() fs.FileMode  { return i.mode }
func (i nodeInfo) ModTime() time.Time { return i.time }
func (i nodeInfo) IsDir() bool        { return i.mode.IsDir() }
func (i nodeInfo) Sys() any           { return nil }

// diskFile is an open file of the disk under its name in the tree.
type diskFile struct {
	*os.File
	node *node
	name string
}

func (f *diskFile) Name() string               { return f.name }
func (f *diskFile) Stat() (os.FileInfo, error) { return f.node.stat() }

// treeFile is an open file whose bytes the caller gave; it is never written.
type treeFile struct {
	*bytes.Reader
	node *node
	name string
}

func (f *treeFile) refuse(op string) error {
	return &fs.PathError{Op: op, Path: f.name, Err: fs.ErrPermission}
}

func (f *treeFile) Close() error                       { return nil }
func (f *treeFile) Name() string                       { return f.name }
func (f *treeFile) Stat() (os.FileInfo, error)         { return f.node.stat() }
func (f *treeFile) Sync() error                        { return nil }
func (f *treeFile) Truncate(int64) error               { return f.refuse("truncate") }
func (f *treeFile) Write([]byte) (int, error)          { return 0, f.refuse("write") }
func (f *treeFile) WriteAt([]byte, int64) (int, error) { return 0, f.refuse("write") }
func (f *treeFile) WriteString(string) (int, error)    { return 0, f.refuse("write") }
func (f *treeFile) Readdir(int) ([]os.FileInfo, error) { return nil, f.refuse("readdir") }
func (f *treeFile) Readdirnames(int) ([]string, error) { return nil, f.refuse("readdir") }

// treeDir is an open folder of the tree. Entries come in the order of names.
type treeDir struct {
	treeFile
	read int // entries handed out
}

func (d *treeDir) Read([]byte) (int, error)          { return 0, d.refuse("read") }
func (d *treeDir) ReadAt([]byte, int64) (int, error) { return 0, d.refuse("read") }
func (d *treeDir) Seek(int64, int) (int64, error)    { return 0, d.refuse("seek") }

// ReadDir is part of fs.ReadDirFile.
func (d *treeDir) ReadDir(count int) ([]fs.DirEntry, error) {
	infos, err := d.Readdir(count)
	entries := make([]fs.DirEntry, len(infos))
	for i, info := range infos {
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	return entries, err
}

// Readdir follows os.File: with count > 0 at most count entries and io.EOF at
// the end.
func (d *treeDir) Readdir(count int) ([]os.FileInfo, error) {
	names := make([]string, 0, len(d.node.children))
	for name := range d.node.children {
		names = append(names, name)
	}
	slices.Sort(names)
	names = names[d.read:]
	if count > 0 && len(names) == 0 {
		return nil, io.EOF
	}
	if count > 0 && len(names) > count {
		names = names[:count]
	}
	d.read += len(names)
	infos := make([]os.FileInfo, 0, len(names))
	for _, name := range names {
		info, err := d.node.children[name].stat()
		if err != nil {
			return infos, err
		}
		infos = append(infos, info)
	}
	return infos, nil
}

func (d *treeDir) Readdirnames(count int) ([]string, error) {
	infos, err := d.Readdir(count)
	names := make([]string, len(infos))
	for i, info := range infos {
		names[i] = info.Name()
	}
	return names, err
}
