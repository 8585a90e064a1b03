//go:build !linux

package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// SyncTree waits until a folder with all its files is on the disk.
func SyncTree(dir string) error {
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && !syncsFolders {
			return err
		}
		mode := os.O_RDWR
		if d.IsDir() {
			mode = os.O_RDONLY
		}
		f, err := os.OpenFile(name, mode, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
