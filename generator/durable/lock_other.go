//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package durable

import (
	"errors"
	"io/fs"
	"os"
)

// Lock is a file held open. Windows refuses to remove a file that a process
// holds open, so a file that can be removed was left by a dead one.
type Lock struct{ file *os.File }

// Acquire locks a file, which is made when it is not there.
func Acquire(path string) (*Lock, error) {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, ErrLocked
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, err
	}
	return &Lock{f}, nil
}

// Release removes the file.
func (l *Lock) Release() error {
	err := l.file.Close()
	return errors.Join(err, os.Remove(l.file.Name()))
}
