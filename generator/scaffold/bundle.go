package scaffold

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"bantin/generator/durable"
)

// writeBundle writes a page and the files beside it into a hidden folder, and
// gives it its name when all are on the disk. What a killed run left of such a
// folder the next one clears away.
func writeBundle(dir string, f File) (err error) {
	parent, name := filepath.Split(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return fmt.Errorf("tạo thư mục %s: %w", parent, err)
	}
	lock, err := durable.Acquire(filepath.Join(parent, "."+name+".bantin-khoa"))
	if err != nil {
		return fmt.Errorf("ghi %s: %w", dir, err)
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	hidden := filepath.Join(parent, "."+name+".bantin-tmp")
	if err := os.RemoveAll(hidden); err != nil {
		return fmt.Errorf("dọn thư mục dở dang %s: %w", hidden, err)
	}
	defer func() { _ = os.RemoveAll(hidden) }() // gone by then, when all went well
	if err := os.Mkdir(hidden, 0o755); err != nil {
		return fmt.Errorf("tạo thư mục %s: %w", hidden, err)
	}
	for _, beside := range slices.Sorted(maps.Keys(f.Beside)) {
		if beside != filepath.Base(beside) || beside == path.Base(f.Path) {
			return fmt.Errorf("tên tệp %q không dùng được", beside)
		}
		if err := durable.Create(filepath.Join(hidden, beside), f.Beside[beside]); err != nil {
			return fmt.Errorf("ghi %s: %w", filepath.Join(dir, beside), err)
		}
	}
	if err := durable.Create(filepath.Join(hidden, path.Base(f.Path)), f.Data); err != nil {
		return fmt.Errorf("ghi %s: %w", filepath.Join(dir, path.Base(f.Path)), err)
	}
	return named(hidden, dir)
}

// named gives the hidden folder its name. A folder of the name holds at most
// what killed runs left (see Write).
func named(hidden, dir string) error {
	if _, err := os.Stat(dir); err == nil {
		if !empty(dir) {
			return fmt.Errorf("%w %s: chương trình không ghi đè", ErrExists, dir)
		}
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("dọn thư mục dở dang %s: %w", dir, err)
		}
	}
	if err := os.Rename(hidden, dir); err != nil {
		return fmt.Errorf("ghi %s: %w", dir, err)
	}
	return durable.SyncDir(filepath.Dir(dir))
}
