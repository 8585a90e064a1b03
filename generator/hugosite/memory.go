package hugosite

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/afero"
)

// memory is the folder of finished pages when Options.Memory asks for none on
// disk. A file's bytes never change: a file written again gets new ones, so
// that whoever reads the old ones meanwhile is not disturbed.
type memory struct {
	mu      sync.Mutex
	files   map[string][]byte // by slash-separated path, without a leading slash
	written map[string]bool   // since the last call of take
}

func newMemory() *memory {
	return &memory{files: map[string][]byte{}, written: map[string]bool{}}
}

func memoryName(name string) string {
	return strings.TrimPrefix(path.Clean("/"+filepath.ToSlash(name)), "/")
}

func (m *memory) put(name string, data []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = memoryName(name)
	m.files[name], m.written[name] = data, true
}

// take returns the names written since the last call, sorted.
func (m *memory) take() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	names := make([]string, 0, len(m.written))
	for name := range m.written {
		names = append(names, name)
	}
	slices.Sort(names)
	clear(m.written)
	return names
}

func (m *memory) get(name string) ([]byte, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	data, ok := m.files[memoryName(name)]
	return data, ok
}

// memoryFs is memory as Hugo writes it.
type memoryFs struct {
	*memory
	attempt *attempt
}

func (m memoryFs) Name() string { return "memoryFs" }

func (m memoryFs) Create(name string) (afero.File, error) {
	if err := m.attempt.beat(); err != nil {
		return nil, err
	}
	return &memoryFile{fs: m, name: name, write: true}, nil
}

func (m memoryFs) OpenFile(name string, flag int, _ os.FileMode) (afero.File, error) {
	if flag&(os.O_WRONLY|os.O_RDWR) != 0 {
		return m.Create(name)
	}
	return m.Open(name)
}

func (m memoryFs) Open(name string) (afero.File, error) {
	data, ok := m.get(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memoryFile{fs: m, name: name, read: bytes.NewReader(data)}, nil
}

// Stat knows files alone: folders are made by writing into them.
func (m memoryFs) Stat(name string) (os.FileInfo, error) {
	data, ok := m.get(name)
	if !ok {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return nodeInfo{name: path.Base(memoryName(name)), mode: 0o644, size: int64(len(data))}, nil
}

func (m memoryFs) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.files, memoryName(name))
	return nil
}

func (m memoryFs) RemoveAll(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = memoryName(name)
	for file := range m.files {
		if name == "" || file == name || strings.HasPrefix(file, name+"/") {
			delete(m.files, file)
		}
	}
	return nil
}

func (m memoryFs) Rename(from, to string) error {
	data, ok := m.get(from)
	if !ok {
		return &fs.PathError{Op: "rename", Path: from, Err: fs.ErrNotExist}
	}
	m.put(to, data)
	return m.Remove(from)
}

func (m memoryFs) Mkdir(string, os.FileMode) error            { return nil }
func (m memoryFs) MkdirAll(string, os.FileMode) error         { return nil }
func (m memoryFs) Chmod(string, os.FileMode) error            { return nil }
func (m memoryFs) Chown(string, int, int) error               { return nil }
func (m memoryFs) Chtimes(string, time.Time, time.Time) error { return nil }

// memoryFile is a file being written, from its beginning, or being read.
type memoryFile struct {
	fs    memoryFs
	name  string
	write bool
	buf   bytes.Buffer
	read  *bytes.Reader
}

func (f *memoryFile) refuse(op string) error {
	return &fs.PathError{Op: op, Path: f.name, Err: fs.ErrPermission}
}

// Close puts what was written in its place.
func (f *memoryFile) Close() error {
	if f.write {
		f.fs.put(f.name, bytes.Clone(f.buf.Bytes()))
		f.write = false
	}
	return nil
}

func (f *memoryFile) Write(p []byte) (int, error) {
	if !f.write {
		return 0, f.refuse("write")
	}
	return f.buf.Write(p)
}

func (f *memoryFile) WriteString(s string) (int, error) { return f.Write([]byte(s)) }

func (f *memoryFile) Read(p []byte) (int, error) {
	if f.read == nil {
		return 0, io.EOF
	}
	return f.read.Read(p)
}

func (f *memoryFile) ReadAt(p []byte, at int64) (int, error) {
	if f.read == nil {
		return 0, io.EOF
	}
	return f.read.ReadAt(p, at)
}

func (f *memoryFile) Seek(offset int64, whence int) (int64, error) {
	if f.read == nil {
		return 0, f.refuse("seek")
	}
	return f.read.Seek(offset, whence)
}

func (f *memoryFile) Stat() (os.FileInfo, error) {
	return nodeInfo{name: path.Base(f.name), mode: 0o644, size: int64(f.buf.Len())}, nil
}

func (f *memoryFile) Name() string                       { return f.name }
func (f *memoryFile) Sync() error                        { return nil }
func (f *memoryFile) Truncate(int64) error               { return f.refuse("truncate") }
func (f *memoryFile) WriteAt([]byte, int64) (int, error) { return 0, f.refuse("write") }
func (f *memoryFile) Readdir(int) ([]os.FileInfo, error) { return nil, f.refuse("readdir") }
func (f *memoryFile) Readdirnames(int) ([]string, error) { return nil, f.refuse("readdir") }
