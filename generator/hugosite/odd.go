package hugosite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// refuseOddFiles finds what Hugo would wait for without end, or stop at with a
// word about something else: pipes and devices among its sources, and templates
// that may not be read. The content folder is not looked at: its files were
// listed.
func (e *Engine) refuseOddFiles() error {
	var errs Errors
	for _, dir := range sourceDirs {
		if dir == contentDir {
			continue
		}
		_ = filepath.WalkDir(filepath.Join(e.opt.Dir, dir), func(name string, d fs.DirEntry, err error) error {
			if x := e.odd(name, d, err); x != nil {
				errs = append(errs, x)
			}
			return nil
		})
	}
	if x := e.odd(filepath.Join(e.opt.Dir, configFile), nil, nil); x != nil {
		errs = append(errs, x)
	}
	if len(errs) == 0 {
		return nil
	}
	return errs
}

// odd says what is wrong with a file or folder before anybody opens it.
func (e *Engine) odd(name string, d fs.DirEntry, err error) *Error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = e.openable(name, d)
	}
	if err == nil {
		return nil
	}
	return &Error{File: e.display(name), Kind: KindFile, Message: err.Error(), cause: err}
}

func (e *Engine) openable(name string, d fs.DirEntry) error {
	if d != nil && d.IsDir() {
		return nil // WalkDir reads it
	}
	if err := regular(name); err != nil {
		return err
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // a link to nothing, which Hugo passes over
	}
	if err != nil {
		return err
	}
	return f.Close()
}

// OddFile is the refusal of what is neither a file nor a folder.
type OddFile struct {
	Path string
	Mode fs.FileMode
}

func (o *OddFile) Error() string {
	if o.Mode&fs.ModeNamedPipe != 0 {
		return "it is a named pipe, not a file"
	}
	return "it is a device or a socket, not a file"
}

// regular refuses what must not even be opened.
func regular(name string) error {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return &OddFile{name, info.Mode()}
	}
	return nil
}
