package press

import (
	"hash/maphash"
	"io/fs"
	"path"

	"bantin/generator/press/display"
	"bantin/generator/press/para"
)

// Session opens versions of the same documents again and again, as an editor
// types. Of each document it remembers the pictures and how the paragraphs broke
// in the last two versions; a document opened in a session is set to the last
// bit as Open's is. It is not for concurrent use, and its documents are to be
// laid out one after the other.
type Session struct {
	documents map[string]*memory
}

// NewSession returns a session that remembers nothing yet.
func NewSession() *Session { return &Session{documents: map[string]*memory{}} }

// Open is Open, faster from the second time on.
func (s *Session) Open(fsys fs.FS, name string, opt Options) (*Document, error) {
	key := path.Clean(name)
	m := s.documents[key]
	if m == nil {
		m = &memory{lines: para.NewMemory(), seed: maphash.MakeSeed()}
		s.documents[key] = m
	}
	m.turn()
	return open(fsys, name, opt, m)
}

// memory is what a session knows of one document. The nil memory knows nothing.
type memory struct {
	lines    *para.Memory
	now, was map[pictureKey]display.Picture
	seed     maphash.Seed
}

// pictureKey tells pictures apart by what they are made of. The sum is not to be
// trusted against an attacker, who could only mislead a preview of his own text.
type pictureKey struct {
	from string
	size int
	sum  uint64
}

func (m *memory) turn() {
	m.was, m.now = m.now, map[pictureKey]display.Picture{}
	m.lines.Turn()
}

func (m *memory) paragraphs() *para.Memory {
	if m == nil {
		return nil
	}
	return m.lines
}

// picture is the picture that decode makes of data, which from names.
func (m *memory) picture(from string, data []byte, decode func() (display.Picture, error)) (display.Picture, error) {
	if m == nil {
		return decode()
	}
	key := pictureKey{from, len(data), maphash.Bytes(m.seed, data)}
	p := m.now[key]
	if p == nil {
		p = m.was[key]
	}
	if p == nil {
		var err error
		if p, err = decode(); err != nil {
			return nil, err
		}
	}
	m.now[key] = p
	return p, nil
}
