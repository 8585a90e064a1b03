// Package staging makes a folder of files appear all at once: everything is
// written into a hidden folder beside the destination, on the same file
// system, and takes the destination's place in one step when it is complete.
//
// Contract: until Publish has succeeded the destination is untouched; after
// Publish or Discard nothing temporary is left but the manifest; what a killed
// process left is cleaned up, and a swap that it broke off is undone, by the
// next Open. One process at a time may stage for one destination. Published
// folders have mode 0755 and files 0644, whatever the umask.
//
// Only what a build wrote is ever removed: a manifest beside the destination
// knows name and bytes. What anybody else put there is moved to a folder beside
// it, dest.giu-lai, but for settings of web servers, which go along. A folder
// that is no site of this program is never replaced.
package staging

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"bantin/generator/durable"
)

// Folder is a staging folder, locked for its destination.
type Folder struct {
	dest   string // absolute, links resolved
	dir    string // what is being built
	old    string // where the last good folder waits during a swap of two renames
	lock   *durable.Lock
	guard  Guard
	report Report
	made   []string // parents of the destination that Open made, outermost last
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
	if f.lock, err = durable.Acquire(f.beside("lock")); err != nil {
		f.removeParents()
		if errors.Is(err, durable.ErrLocked) {
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
	if err := f.recover(); err != nil {
		return &Error{Path: f.dest, Reason: NoAccess, Err: fmt.Errorf("clean up after a killed run: %w", err)}
	}
	// Whatever lies in the staging folder while this file is there is not
	// finished, and nobody's but ours.
	if err := os.WriteFile(f.beside("half"), nil, 0o644); err != nil {
		return &Error{Path: filepath.Dir(f.dest), Reason: NoAccess, Err: err}
	}
	if err := os.Mkdir(f.dir, 0o755); err != nil {
		return &Error{Path: filepath.Dir(f.dest), Reason: NoAccess, Err: err}
	}
	return nil
}

// recover tidies up after a killed run: a half-built folder goes, the last good
// one comes back, and folders that were being taken apart wait for Publish,
// which can tell what became of them.
func (f *Folder) recover() error {
	if _, err := os.Lstat(f.beside("half")); err == nil {
		if err := removeAll(f.dir); err != nil {
			return err
		}
	}
	olds, err := f.olds()
	if err != nil {
		return err
	}
	if _, err := os.Lstat(f.dest); errors.Is(err, fs.ErrNotExist) && len(olds) > 0 {
		// Killed between the two renames of a swap.
		if err := os.Rename(olds[len(olds)-1], f.dest); err != nil {
			return err
		}
	}
	if _, err := os.Lstat(f.dir); err == nil { // killed right after the swap
		return os.Rename(f.dir, free(f.old))
	}
	return nil
}

// olds are the folders that wait to be removed.
func (f *Folder) olds() (olds []string, err error) {
	names, err := entryNames(filepath.Dir(f.old))
	for _, name := range names {
		rest, ok := strings.CutPrefix(name, filepath.Base(f.old))
		if number, numbered := strings.CutPrefix(rest, "-"); ok && (rest == "" || numbered && isNumber(number)) {
			olds = append(olds, filepath.Join(filepath.Dir(f.old), name))
		}
	}
	slices.Sort(olds)
	return olds, err
}

func isNumber(s string) bool { _, err := strconv.Atoi(s); return err == nil }

// removeAll removes what we wrote, folders that were made unwritable too.
func removeAll(dir string) error {
	if err := os.RemoveAll(dir); err == nil {
		return nil
	}
	_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if d != nil && d.IsDir() {
			_ = os.Chmod(path, 0o755)
		}
		return nil
	})
	return os.RemoveAll(dir)
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
	var err error
	if f.dir != "" { // not published
		if err = removeAll(f.dir); err == nil {
			err = os.Remove(f.beside("half"))
		}
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	err = errors.Join(err, f.lock.Release())
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
