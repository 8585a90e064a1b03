package durable

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// rewrite writes into the file itself, which alone keeps further names and an
// owner that we may not give. What it held and shall hold waits beside it until
// that is done, so that a kill in between is mended by Recover.
func (t *temp) rewrite(name string, was, next []byte) error {
	if was == nil {
		var err error
		if was, err = os.ReadFile(name); err != nil {
			return err
		}
	}
	rescue := beside(name, rescueEnd)
	if err := t.fill(fmt.Appendf(nil, "%d\n%s%s", len(was), was, next)); err != nil {
		return err
	}
	if err := os.Rename(t.file.Name(), rescue); err != nil {
		return err
	}
	if err := SyncDir(filepath.Dir(name)); err != nil {
		return errors.Join(err, os.Remove(rescue))
	}
	if err := overwrite(name, next); err != nil {
		// A full disk: the old bytes have their place in the file already.
		if back := overwrite(name, was); back != nil {
			return errors.Join(err, back) // Recover mends it
		}
		return errors.Join(err, os.Remove(rescue))
	}
	return os.Remove(rescue)
}

func overwrite(name string, data []byte) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.WriteAt(data, 0); err != nil {
		return err
	}
	if err := f.Truncate(int64(len(data))); err != nil {
		return err
	}
	return f.Sync()
}

// Recover finishes, below a folder, what a killed call left half written, and
// clears away what it left beside. A file that somebody edited since is left
// alone and is an error.
func Recover(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !IsTemp(d.Name()) {
			return err
		}
		name := strings.TrimPrefix(d.Name(), ".")
		name = filepath.Join(filepath.Dir(path), strings.TrimSuffix(name, filepath.Ext(name)))
		lock, err := Acquire(beside(name, lockEnd))
		if errors.Is(err, ErrLocked) {
			return nil // it is being written now
		}
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, rescueEnd) {
			err = recoverFile(name, path)
		} else if strings.HasSuffix(path, tempEnd) {
			err = os.Remove(path)
		}
		return errors.Join(err, lock.Release())
	})
}

func recoverFile(name, rescue string) error {
	kept, err := os.ReadFile(rescue)
	if err != nil {
		return err
	}
	head, both, _ := bytes.Cut(kept, []byte("\n"))
	var size int
	if _, err := fmt.Sscan(string(head), &size); err != nil || size < 0 || size > len(both) {
		return fmt.Errorf("%s: not a file of this program", rescue)
	}
	was, next := both[:size], both[size:]
	now, err := os.ReadFile(name)
	switch {
	case err != nil:
		return err
	case bytes.Equal(now, was), bytes.Equal(now, next):
	case torn(now, was, next):
		if err := overwrite(name, next); err != nil {
			return err
		}
	default:
		return &fs.PathError{Op: "recover", Path: rescue, Err: ErrChanged}
	}
	return os.Remove(rescue)
}

// torn says whether now is what writing next over was leaves midway: the start
// of the one, then what the other holds behind it.
func torn(now, was, next []byte) bool {
	k := 0
	for k < len(now) && k < len(next) && now[k] == next[k] {
		k++
	}
	return bytes.Equal(now[k:], was[min(k, len(was)):])
}
