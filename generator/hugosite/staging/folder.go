// Package staging makes a folder of files appear all at once: everything is
// written into a hidden folder beside the destination, on the same file
// system, and takes the destination's place in one step when it is complete.
//
// Contract: until Publish has succeeded the destination is untouched; after
// Publish or Discard nothing temporary is left; what a killed process left is
// cleaned up, and a swap that it broke off is undone, by the next Open. One
// process at a time may stage for one destination. Published folders have mode
// 0755 and files 0644, whatever the umask. A folder that nobody would call a
// built site is never replaced.
package staging

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a staging folder, locked for its destination.
type Folder struct {
	dest  string // absolute, links resolved
	dir   string // what is being built
	old   string // where the last good folder waits during a swap of two renames
	lock  *lock
	guard Guard
	made  []string // parents of the destination that Open made, outermost last
}

// Open checks that dest may be replaced, locks it, cleans up after a killed
// run and makes an empty staging folder beside it. The caller must end with
// Publish or Discard; Discard after Publish does nothing.
func Open(dest string, guard Guard) (*Folder, error) {
	dest, err := resolve(dest)
	if err != nil {
		return nil, err
	}
	if err := guard.check(dest); err != nil {
		return nil, err
	}
	f := &Folder{dest: dest, guard: guard}
	f.dir, f.old = f.beside("new"), f.beside("old")
	if f.made, err = makeParents(filepath.Dir(dest)); err != nil {
		return nil, &Error{Path: filepath.Dir(dest), Reason: NoAccess, Err: err}
	}
	if f.lock, err = acquire(f.beside("lock")); err != nil {
		f.removeParents()
		if errors.Is(err, errLocked) {
			return nil, &Error{Path: dest, Reason: Busy, Err: err}
		}
		return nil, &Error{Path: filepath.Dir(dest), Reason: NoAccess, Err: err}
	}
	if err := f.begin(); err != nil {
		return nil, errors.Join(err, f.Discard())
	}
	return f, nil
}

// beside names a hidden neighbour of the destination. The names are fixed, so
// that the next run finds what a killed one left; the lock makes them ours.
func (f *Folder) beside(what string) string {
	return filepath.Join(filepath.Dir(f.dest), "."+filepath.Base(f.dest)+".bantin-"+what)
}

func (f *Folder) begin() error {
	if err := f.recoverSwap(); err != nil {
		return &Error{Path: f.dest, Reason: NoAccess, Err: err}
	}
	if err := os.RemoveAll(f.dir); err != nil {
		return &Error{Path: f.dir, Reason: NoAccess, Err: fmt.Errorf("clean up after a killed run: %w", err)}
	}
	if err := os.Mkdir(f.dir, 0o755); err != nil {
		return &Error{Path: filepath.Dir(f.dest), Reason: NoAccess, Err: err}
	}
	return nil
}

// recoverSwap undoes a swap that was killed between its two renames: the
// destination is missing then and the last good folder waits under its
// temporary name.
func (f *Folder) recoverSwap() error {
	if _, err := os.Lstat(f.old); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(f.dest); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(f.old, f.dest)
	}
	return os.RemoveAll(f.old)
}

// Dir is the staging folder: absolute, on the destination's file system.
func (f *Folder) Dir() string { return f.dir }

// Destination is the folder that Publish replaces: absolute, links resolved.
func (f *Folder) Destination() string { return f.dest }

// Discard removes the staging folder and every trace of it.
func (f *Folder) Discard() error {
	if f == nil || f.lock == nil {
		return nil
	}
	err := os.RemoveAll(f.dir)
	err = errors.Join(err, f.lock.release())
	f.lock = nil
	f.removeParents()
	return err
}

func (f *Folder) removeParents() {
	for _, dir := range f.made {
		if os.Remove(dir) != nil { // not empty: somebody else uses it by now
			return
		}
	}
}

// resolve makes dest absolute and follows links, so that a link to the
// published folder stays a link.
func resolve(dest string) (string, error) {
	abs, err := filepath.Abs(dest)
	if err != nil {
		return "", &Error{Path: dest, Reason: NoAccess, Err: err}
	}
	if _, err := os.Lstat(abs); errors.Is(err, fs.ErrNotExist) {
		return abs, nil
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil { // a link to nothing, or a loop of links
		return "", &Error{Path: dest, Reason: NotFolder, Err: err}
	}
	return real, nil
}

// makeParents makes dir and says which folders are new, innermost first.
func makeParents(dir string) ([]string, error) {
	var missing []string
	for p := dir; ; p = filepath.Dir(p) {
		_, err := os.Stat(p)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || p == filepath.Dir(p) {
			return nil, err
		}
		missing = append(missing, p)
	}
	for i := len(missing) - 1; i >= 0; i-- {
		if err := os.Mkdir(missing[i], 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if err := os.Chmod(missing[i], 0o755); err != nil {
			return nil, err
		}
	}
	return missing, nil
}
