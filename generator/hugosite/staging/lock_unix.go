//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package staging

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock is a file under flock(2): the system drops the lock when its holder
// dies, so that a killed run never blocks the next one.
type lock struct{ file *os.File }

func acquire(path string) (*lock, error) {
	for {
		f, err := os.OpenFile(path, os.O_RDONLY|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			f.Close()
			if errors.Is(err, syscall.EWOULDBLOCK) {
				return nil, errLocked
			}
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		// The last holder may have removed the file between our open and our
		// lock; then we hold a lock that nobody else will ever see.
		if same(f, path) {
			return &lock{f}, nil
		}
		f.Close()
	}
}

func same(f *os.File, path string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(path)
	return err == nil && os.SameFile(held, named)
}

// release removes the file while it is still locked: whoever opened it in
// between notices, in acquire, that its name is gone.
func (l *lock) release() error {
	err := os.Remove(l.file.Name())
	return errors.Join(err, l.file.Close())
}
