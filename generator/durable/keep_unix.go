//go:build unix

package durable

import (
	"errors"
	"io/fs"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

const syncsFolders = true

// SyncDir waits until the names in a folder are on the disk. File systems that
// cannot are left to themselves.
func SyncDir(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, syscall.ENOTSUP) {
		return err
	}
	return nil
}

// writable says whether a file may be written: the system may let root write,
// and lets everybody replace, what is marked as not to be.
func writable(name string, info fs.FileInfo) bool {
	return info.Mode().Perm()&0o222 != 0 && unix.Access(name, unix.W_OK) == nil
}

// alike gives the new file the owner and mode of the old one; false: only the
// old file itself has all that it has.
func (t *temp) alike(info fs.FileInfo) bool {
	old, ok := info.Sys().(*syscall.Stat_t)
	if !ok || old.Nlink > 1 {
		return false
	}
	f := t.file
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	now, ok := ours.Sys().(*syscall.Stat_t)
	if !ok {
		return false
	}
	if now.Uid != old.Uid || now.Gid != old.Gid {
		if err := f.Chown(int(old.Uid), int(old.Gid)); err != nil {
			return false
		}
	}
	return f.Chmod(info.Mode().Perm()) == nil
}
