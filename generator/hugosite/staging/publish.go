package staging

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Publish puts the staging folder in the destination's place and removes what
// was there. On an error the destination is as it was and the staging folder
// is still there, for Discard.
//
// A web server that holds files of the old folder open goes on reading them
// where the system allows it (not on Windows, where the swap fails then).
func (f *Folder) Publish() error {
	if f.lock == nil {
		return errors.New("publish: the staging folder is closed")
	}
	// The destination may have changed while the build ran.
	if err := f.guard.check(f.dest); err != nil {
		return err
	}
	if err := normaliseModes(f.dir); err != nil {
		return fmt.Errorf("publish %s: %w", f.dest, err)
	}
	if err := f.swap(); err != nil {
		reason := NoAccess
		if isBusy(err) {
			reason = Mounted
		}
		return &Error{Path: f.dest, Reason: reason, Err: err}
	}
	f.made = nil
	// The new folder is in place. Old files that cannot be removed now (held
	// open on Windows) are removed by the next run.
	_ = os.RemoveAll(f.old)
	return f.Discard()
}

// swap exchanges the two folders in one step where the system can; elsewhere
// it renames twice, and recoverSwap mends a death between the two.
func (f *Folder) swap() error {
	if _, err := os.Lstat(f.dest); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(f.dir, f.dest)
	}
	err := exchange(f.dir, f.dest)
	if !errors.Is(err, errors.ErrUnsupported) {
		return err // nil included: the old folder now lies under the staging name
	}
	return f.swapByRenames()
}

func (f *Folder) swapByRenames() error {
	if err := os.Rename(f.dest, f.old); err != nil {
		return err
	}
	if err := os.Rename(f.dir, f.dest); err != nil {
		return errors.Join(err, os.Rename(f.old, f.dest))
	}
	return nil
}

// normaliseModes gives every folder 0755 and every file 0644, so that a web
// server under another user can read them, whatever the umask was.
func normaliseModes(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.Type()&fs.ModeSymlink != 0 {
			return fmt.Errorf("%s: a symbolic link cannot be published", path)
		}
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = 0o755
		}
		info, err := d.Info()
		if err != nil || info.Mode().Perm() == want {
			return err
		}
		return os.Chmod(path, want)
	})
}
