//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package durable

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// Lock is a file under flock(2): the system drops the lock when its holder
// dies, so that a killed run never blocks the next one.
type Lock struct{ file *os.File }

// Acquire locks a file, which is made when it is not there.
func Acquire(path string) (*Lock, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o644)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			f.Close()
			if errors.Is(err, syscall.EWOULDBLOCK) {
				return nil, ErrLocked
			}
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		// The last holder may have removed or renamed the file between our open
		// and our lock; then we hold a lock that nobody else will ever see.
		if same(f, path) {
			return &Lock{f}, nil
		}
		f.Close()
	}
}

func same(f *os.File, path string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Lstat(path)
	return err == nil && os.SameFile(held, named)
}

// Release removes the file while it is still locked: whoever opened it in
// between notices, in Acquire, that its name is gone.
func (l *Lock) Release() error {
	err := os.Remove(l.file.Name())
	return errors.Join(err, l.file.Close())
}
