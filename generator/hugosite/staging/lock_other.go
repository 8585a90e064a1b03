//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package staging

import (
	"errors"
	"io/fs"
	"os"
)

// lock is a file held open. Windows refuses to remove a file that a process
// holds open, so a file that can be removed was left by a dead one.
type lock struct{ file *os.File }

func acquire(path string) (*lock, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, errLocked
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, errLocked
	}
	if err != nil {
		return nil, err
	}
	return &lock{f}, nil
}

func (l *lock) release() error {
	err := l.file.Close()
	return errors.Join(err, os.Remove(l.file.Name()))
}
