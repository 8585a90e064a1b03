// Package durable puts files on the disk so that they survive: whatever is
// killed, unplugged or full, a name holds all of what it held before or all of
// what was written, and what was written is on the disk when the call returns.
//
// Contract: Create never replaces; Replace replaces only what the caller has
// seen, and keeps the file's owner, mode, further names (hard links) and the
// link that leads to it. A file that may not be written is left alone, also
// where the folder would let it be replaced. Beside the file lie, while it is
// written, hidden files (see IsTemp); what a killed process left of them the
// next one clears away.
package durable

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

var (
	ErrChanged  = errors.New("it was changed meanwhile")
	ErrReadOnly = errors.New("it is marked as not to be written")
	ErrNotFile  = errors.New("it is not a plain file")
)

const (
	tempEnd   = ".bantin-tmp"
	lockEnd   = ".bantin-khoa"
	rescueEnd = ".bantin-sua"
)

// IsTemp says whether a name is one that this package uses while it writes.
func IsTemp(name string) bool {
	return strings.HasPrefix(name, ".") &&
		(strings.HasSuffix(name, tempEnd) || strings.HasSuffix(name, lockEnd) || strings.HasSuffix(name, rescueEnd))
}

// beside names a hidden neighbour of a file. The names are fixed, so that the
// next run finds what a killed one left.
func beside(name, end string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+end)
}

// Create writes a file that does not exist; fs.ErrExist says that it does.
func Create(name string, data []byte) error {
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	t, err := newTemp(name)
	if err != nil {
		return err
	}
	defer t.drop()
	if err := t.fill(data); err != nil {
		return err
	}
	// A link never replaces; where there are none (FAT) a look before must do.
	err = os.Link(t.file.Name(), name)
	if err == nil {
		return SyncDir(filepath.Dir(name))
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return t.rename(name)
}

// Put writes a file that may exist.
func Put(name string, data []byte) error {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		if err := Create(name, data); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return replace(name, nil, data)
}

// Replace puts next in the place of a file that still holds was.
func Replace(name string, was, next []byte) error {
	if was == nil {
		was = []byte{}
	}
	return replace(name, was, next)
}

// replace asks nothing of what the file held when was is nil.
func replace(name string, was, next []byte) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return err
	}
	info, err := os.Lstat(name)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "replace", Path: name, Err: ErrNotFile}
	case !writable(name, info):
		return &fs.PathError{Op: "replace", Path: name, Err: ErrReadOnly}
	}
	if err := unchanged(name, was); err != nil {
		return err
	}
	t, err := newTemp(name)
	if err != nil {
		return err
	}
	defer t.drop()
	if !t.alike(info) {
		return t.rewrite(name, was, next)
	}
	if err := t.fill(next); err != nil {
		return err
	}
	return t.take(name, was)
}

// unchanged compares a file with what it held, unless that is nil.
func unchanged(name string, was []byte) error {
	if was == nil {
		return nil
	}
	now, err := os.ReadFile(name)
	if err == nil && !bytes.Equal(now, was) {
		err = &fs.PathError{Op: "replace", Path: name, Err: ErrChanged}
	}
	return err
}

// temp is the neighbour in which the new bytes wait. The lock is a file of its
// own: the other one changes its name.
type temp struct {
	lock *Lock
	file *os.File
}

func newTemp(name string) (*temp, error) {
	lock, err := Acquire(beside(name, lockEnd))
	if err != nil {
		return nil, err
	}
	path := beside(name, tempEnd)
	if err = os.Remove(path); err == nil || errors.Is(err, fs.ErrNotExist) {
		var file *os.File
		if file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644); err == nil {
			return &temp{lock, file}, nil
		}
	}
	return nil, errors.Join(err, lock.Release())
}

// fill writes everything and waits for the disk.
func (t *temp) fill(data []byte) error {
	_, err := t.file.Write(data)
	if err == nil {
		err = t.file.Sync()
	}
	return errors.Join(err, t.file.Close())
}

// take puts the file in the place of name. Where the system can exchange two
// files, what was displaced is looked at afterwards: nothing that somebody
// wrote in the last moment is lost.
func (t *temp) take(name string, was []byte) error {
	path := t.file.Name()
	if was != nil {
		err := Exchange(path, name)
		if err == nil {
			if err := unchanged(path, was); err != nil {
				return errors.Join(err, Exchange(path, name))
			}
			return SyncDir(filepath.Dir(name))
		}
		if !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
	}
	if err := unchanged(name, was); err != nil {
		return err
	}
	return t.rename(name)
}

func (t *temp) rename(name string) error {
	if err := os.Rename(t.file.Name(), name); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(name))
}

// drop ends the work: what lies under the temporary name by now is needed no
// more.
func (t *temp) drop() {
	t.file.Close()
	_ = os.Remove(t.file.Name())
	_ = t.lock.Release()
}
