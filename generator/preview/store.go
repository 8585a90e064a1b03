package preview

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"maps"
	"path"
	"sync"
	"time"
)

// store holds what is served: the files of the last whole build, with what
// sketches changed since laid over them. The bytes never change.
type store struct {
	mu      sync.RWMutex
	files   map[string][]byte
	over    map[string][]byte
	edition int           // counts the changes of files
	changed chan struct{} // closed at the next change, of files or of the state
}

func newStore() *store { return &store{changed: make(chan struct{})} }

// next counts the changes of files, and returns what is closed when there is
// news of any kind.
func (s *store) next() (edition int, changed <-chan struct{}) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.edition, s.changed
}

// touch makes everybody look again.
func (s *store) touch() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bump()
}

func (s *store) bump() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// ready says whether anything was built yet.
func (s *store) ready() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.files != nil
}

// get returns the file that is served, and its tag.
func (s *store) get(name string) (data []byte, tag string, ok bool) {
	s.mu.RLock()
	data, ok = s.over[name]
	if !ok {
		data, ok = s.files[name]
	}
	s.mu.RUnlock()
	if ok {
		tag = tagOf(data)
	}
	return data, tag, ok
}

func tagOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:9])
}

// built returns the file of the last whole build.
func (s *store) built(name string) ([]byte, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	data, ok := s.files[name]
	return data, ok
}

// install puts the outcome of a whole build in force, and what is laid over it.
func (s *store) install(files map[string][]byte, whole bool, over map[string][]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !whole {
		all := maps.Clone(s.files)
		maps.Copy(all, files)
		files = all
	}
	if len(s.over) > 0 || len(over) > 0 || !maps.EqualFunc(s.files, files, bytes.Equal) {
		s.edition++
	}
	s.files, s.over = files, over
	s.bump()
}

// lay lays files over those of the last whole build.
func (s *store) lay(over map[string][]byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := maps.Clone(s.over)
	if all == nil {
		all = map[string][]byte{}
	}
	maps.Copy(all, over)
	s.over = all
	s.edition++
	s.bump()
}

// snapshot returns all that is served.
func (s *store) all() map[string][]byte {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := maps.Clone(s.files)
	maps.Copy(all, s.over)
	return all
}

// Open is part of fs.FS.
func (s *store) Open(name string) (fs.File, error) {
	data, _, ok := s.get(name)
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &storeFile{bytes.NewReader(data), path.Base(name)}, nil
}

// ReadFile is part of fs.ReadFileFS.
func (s *store) ReadFile(name string) ([]byte, error) {
	f, err := s.Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

type storeFile struct {
	*bytes.Reader
	name string
}

func (f *storeFile) Close() error               { return nil }
func (f *storeFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *storeFile) Name() string               { return f.name }
func (f *storeFile) Mode() fs.FileMode          { return 0o444 }
func (f *storeFile) ModTime() time.Time         { return time.Time{} }
func (f *storeFile) IsDir() bool                { return false }
func (f *storeFile) Sys() any                   { return nil }
