//go:build !unix

package durable

import "io/fs"

const syncsFolders = false

// SyncDir has nothing to wait for here.
func SyncDir(string) error { return nil }

func writable(_ string, info fs.FileInfo) bool { return info.Mode().Perm()&0o222 != 0 }

// alike: a new file takes its rights from the folder.
func (t *temp) alike(fs.FileInfo) bool { return true }
