package staging

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"bantin/generator/durable"
)

// Publish puts the staging folder in the destination's place and removes what
// builds wrote there before; the report says what became of everything else.
// On an error the destination is as it was and the staging folder is still
// there, for Discard. Once the new folder is in place there are no errors.
//
// A web server that holds files of the old folder open goes on reading them
// where the system allows it (not on Windows, where the swap fails then).
func (f *Folder) Publish() (Report, error) {
	if f.lock == nil {
		return Report{}, errors.New("publish: the staging folder is closed")
	}
	// The destination may have changed while the build ran.
	if err := f.guard.check(f.dest); err != nil {
		return Report{}, err
	}
	written, known, whole, err := f.judge()
	if err == nil {
		err = f.prepare(written, known)
	}
	if err != nil {
		return Report{}, err
	}
	old, err := f.swap()
	if err != nil {
		reason := NoAccess
		if isBusy(err) {
			reason = Mounted
		}
		return Report{}, &Error{Path: f.dest, Reason: reason, Err: err}
	}
	f.made, f.dir = nil, ""
	_ = durable.SyncDir(filepath.Dir(f.dest))
	if whole {
		f.setAside(old)
	}
	f.settleAll(known.with(written))
	if f.report.Left == "" {
		_ = written.write(f.beside("manifest")) // the longer one is good too
	}
	_ = f.Discard()
	return f.report, nil
}

// judge reads both folders. whole says that something was built into the
// destination before, and nobody knows what: by a program that kept no
// manifest, or it came from elsewhere. A folder that has nothing in common with
// the new one was no site of this program.
func (f *Folder) judge() (written, known manifest, whole bool, err error) {
	if written, err = seal(f.dir); err != nil {
		return nil, nil, false, fmt.Errorf("publish %s: %w", f.dest, err)
	}
	if known, err = readManifest(f.beside("manifest")); err != nil {
		return nil, nil, false, &Error{Path: f.dest, Reason: NoAccess, Err: err}
	}
	names, err := entryNames(f.dest)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(names) == 0 {
		return written, known, false, nil
	}
	ours, err := holdsOf(f.dest, known)
	if err == nil && !ours {
		whole = true
		if ours, err = holdsOf(f.dest, written); err == nil && !ours {
			return nil, nil, false, &Error{Path: f.dest, Reason: Foreign}
		}
	}
	if err != nil {
		return nil, nil, false, &Error{Path: f.dest, Reason: NoAccess, Err: err}
	}
	return written, known, whole, nil
}

// prepare makes everything ready for the swap: what is in the new folder is on
// the disk, and the manifest knows both folders.
func (f *Folder) prepare(written, known manifest) error {
	if err := f.carry(known); err != nil {
		return &Error{Path: f.dest, Reason: NoAccess, Err: fmt.Errorf("keep the web server's files: %w", err)}
	}
	if err := durable.SyncTree(f.dir); err != nil {
		return fmt.Errorf("publish %s: %w", f.dest, err)
	}
	if err := known.with(written).write(f.beside("manifest")); err != nil {
		return &Error{Path: filepath.Dir(f.dest), Reason: NoAccess, Err: err}
	}
	return os.Remove(f.beside("half"))
}

// settleAll takes the old folder apart, and what killed runs left of others.
func (f *Folder) settleAll(known manifest) {
	olds, err := f.olds()
	if err != nil {
		f.report.Left, f.report.Err = f.old, err
	}
	for _, old := range olds {
		f.settle(old, known)
	}
}

// setAside moves a whole old folder.
func (f *Folder) setAside(old string) {
	aside := free(f.dest + asideEnd)
	if err := os.Rename(old, aside); err != nil {
		return // settle moves the files
	}
	f.report.Aside, f.report.Whole = aside, true
}

// swap exchanges the two folders in one step where the system can; elsewhere
// it renames twice, and recoverSwap mends a death between the two. It returns
// where the old folder lies now, "" for none.
func (f *Folder) swap() (old string, err error) {
	if _, err := os.Lstat(f.dest); errors.Is(err, fs.ErrNotExist) {
		return "", os.Rename(f.dir, f.dest)
	}
	old = free(f.old)
	err = durable.Exchange(f.dir, f.dest)
	switch {
	case err == nil:
		if err := os.Rename(f.dir, old); err != nil { // the next run finds it
			f.report.Left, f.report.Err = f.dir, err
		}
		return old, nil
	case errors.Is(err, errors.ErrUnsupported):
		return old, f.swapByRenames(old)
	}
	return "", err
}

func (f *Folder) swapByRenames(old string) error {
	if err := os.Rename(f.dest, old); err != nil {
		return err
	}
	if err := os.Rename(f.dir, f.dest); err != nil {
		return errors.Join(err, os.Rename(old, f.dest))
	}
	return nil
}
