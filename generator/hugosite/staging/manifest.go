package staging

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bantin/generator/durable"
)

type sum [sha256.Size]byte

// manifest says which bytes builds of this program wrote under which names. It
// lies beside the destination, not in it: whatever is in there is published.
// Its lines are those of sha256sum. During a swap it holds the files of both
// folders, so that each file is known at every moment.
type manifest map[string][]sum

// owns says whether a build wrote these bytes under this name.
func (m manifest) owns(name string, s sum) bool { return slices.Contains(m[name], s) }

func (m manifest) add(name string, s sum) {
	if !m.owns(name, s) {
		m[name] = append(m[name], s)
	}
}

// with is what either manifest knows.
func (m manifest) with(o manifest) manifest {
	all := manifest{}
	for _, from := range []manifest{m, o} {
		for name, sums := range from {
			for _, s := range sums {
				all.add(name, s)
			}
		}
	}
	return all
}

// readManifest knows nothing where there is no manifest, and leaves out what it
// does not understand: then files count as somebody else's.
func readManifest(path string) (manifest, error) {
	m := manifest{}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		digits, name, ok := strings.Cut(lines.Text(), "  ")
		digest, err := hex.DecodeString(digits)
		if ok && err == nil && len(digest) == sha256.Size {
			m.add(name, sum(digest))
		}
	}
	return m, lines.Err()
}

func (m manifest) write(path string) error {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(m)) {
		for _, s := range m[name] {
			fmt.Fprintf(&b, "%x  %s\n", s, name)
		}
	}
	return durable.Put(path, b.Bytes())
}

// sumOf reads a file.
func sumOf(name string) (s sum, err error) {
	f, err := os.Open(name)
	if err != nil {
		return s, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return s, err
	}
	h.Sum(s[:0])
	return s, nil
}

// seal gives every folder 0755 and every file 0644, so that a web server under
// another user can read them, whatever the umask was, and notes what they hold.
func seal(root string) (manifest, error) {
	m := manifest{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
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
		if err == nil && info.Mode().Perm() != want {
			err = os.Chmod(path, want)
		}
		if err != nil || d.IsDir() {
			return err
		}
		s, err := sumOf(path)
		m.add(relative(root, path), s)
		return err
	})
	return m, err
}

func relative(root, path string) string {
	rel, _ := filepath.Rel(root, path) // the walk began at root
	return filepath.ToSlash(rel)
}
