//go:build unix

package staging

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// isMount says whether dir lies on another device than its parent. A bind
// mount of the same device is noticed only by the swap, through isBusy.
func isMount(dir string, info os.FileInfo) bool {
	parent, err := os.Stat(filepath.Dir(dir))
	if err != nil {
		return false
	}
	a, okA := info.Sys().(*syscall.Stat_t)
	b, okB := parent.Sys().(*syscall.Stat_t)
	return okA && okB && a.Dev != b.Dev
}

func isBusy(err error) bool { return errors.Is(err, syscall.EBUSY) }
