package durable

import (
	"os"

	"golang.org/x/sys/unix"
)

// SyncTree waits until a folder with all its files is on the disk: in one call,
// where a file at a time would take longer than writing them.
func SyncTree(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
