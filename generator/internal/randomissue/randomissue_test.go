package randomissue

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var (
	to    = flag.String("to", "", "write a bulletin of random issues to this folder")
	count = flag.Uint64("issues", 8, "how many issues -to writes")
)

// TestSameSeedSameBytes also serves to write issues for other programs.
func TestSameSeedSameBytes(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	if *to != "" {
		var seeds []uint64
		for i := range *count {
			seeds = append(seeds, i+1)
		}
		if _, err := Site(root, *to, seeds...); err != nil {
			t.Fatal(err)
		}
		return
	}
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		if _, err := Site(root, dir, 5, 6); err != nil {
			t.Fatal(err)
		}
	}
	err := fs.WalkDir(os.DirFS(a), "content", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		one, _ := os.ReadFile(filepath.Join(a, name))
		two, err := os.ReadFile(filepath.Join(b, name))
		if string(one) != string(two) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
