package picture

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
)

// storeVersion changes whenever the same picture would be written otherwise.
const storeVersion = "1"

// Store remembers by content what was made of pictures, in memory and in a
// folder that is safe to delete; without a folder, or where it cannot be
// written, in memory alone. It is safe for concurrent use.
type Store struct {
	dir   string
	facts sync.Map // key -> *entry

	separated sync.Map // hash of a picture for screens -> the one for the press
	any       atomic.Bool
}

// entry is what is known of one picture under one ending.
type entry struct {
	once sync.Once
	Facts
	err error
}

// Facts are what a store knows of a picture.
type Facts struct {
	Info  Info
	Focus Focus
}

// NewStore opens the store in a folder; "" for none.
func NewStore(dir string) *Store { return &Store{dir: dir} }

// key names what is made of the bytes for a name.
func key(data []byte, name string) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12]) + "-" + storeVersion + strings.ToLower(path.Ext(name))
}

// Facts verifies a picture, once.
func (s *Store) Facts(data []byte, name string) (Facts, error) {
	e := s.entry(data, name)
	return e.Facts, e.err
}

func (s *Store) entry(data []byte, name string) *entry {
	k := key(data, name)
	found, _ := s.facts.LoadOrStore(k, &entry{})
	e := found.(*entry)
	e.once.Do(func() {
		if saved, err := os.ReadFile(s.path(k + ".json")); s.dir != "" && err == nil && json.Unmarshal(saved, &e.Facts) == nil {
			return
		}
		if e.Facts, e.err = facts(data, name); e.err == nil {
			if text, err := json.Marshal(e.Facts); err == nil {
				s.save(k+".json", text)
			}
		}
	})
	return e
}

// Clean returns the picture written anew: the name of a file that holds it, or
// "" and the bytes.
func (s *Store) Clean(data []byte, name string) (file string, clean []byte, err error) {
	k := key(data, name)
	at := s.path(k)
	if s.dir != "" {
		if _, err := os.Stat(at); err == nil {
			s.recall(at)
			return at, nil, nil
		}
	}
	c, err := Clean(data, name)
	if err != nil {
		return "", nil, err
	}
	if c.Press != nil {
		s.separated.Store(sha256.Sum256(c.Data), c.Press)
		s.any.Store(true)
		if !s.save(k+".in", c.Press) {
			return "", c.Data, nil
		}
	}
	if s.save(k, c.Data) {
		return at, nil, nil
	}
	return "", c.Data, nil
}

// Keep holds other bytes that were made of a file, under its content and name,
// and returns the file that holds them; "" where none can be written.
func (s *Store) Keep(of []byte, name string, made []byte) (file string) {
	k := key(of, name)
	if at := s.path(k); s.dir != "" {
		if info, err := os.Stat(at); err == nil && info.Size() == int64(len(made)) {
			return at
		}
	}
	if !s.save(k, made) {
		return ""
	}
	return s.path(k)
}

// recall notes the separated picture that is kept beside the file at at.
func (s *Store) recall(at string) {
	press, err := os.ReadFile(at + ".in")
	if err != nil {
		return
	}
	if data, err := os.ReadFile(at); err == nil {
		s.separated.Store(sha256.Sum256(data), press)
		s.any.Store(true)
	}
}

// HasSeparated reports whether any picture that was written came separated for
// the press.
func (s *Store) HasSeparated() bool { return s.any.Load() }

// Separated returns the picture for the press of one written for screens, nil
// where both are the same.
func (s *Store) Separated(data []byte) []byte {
	if press, ok := s.separated.Load(sha256.Sum256(data)); ok {
		return press.([]byte)
	}
	return nil
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

// save writes a file of the store, whole or not at all; what cannot be kept is
// made again.
func (s *Store) save(name string, data []byte) bool {
	if s.dir == "" || os.MkdirAll(s.dir, 0o755) != nil {
		return false
	}
	f, err := os.CreateTemp(s.dir, ".moi-*")
	if err != nil {
		return false
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync() // or a crash leaves an empty file under the new name
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), s.path(name))
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err == nil
}
