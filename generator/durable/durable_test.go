package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func put(t *testing.T, name, data string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// holds also asks that nothing but wanted files lie beside it.
func holds(t *testing.T, name, want string, others int) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q, %v; want %q", filepath.Base(name), got, err, want)
	}
	if all, _ := os.ReadDir(filepath.Dir(name)); len(all) != 1+others {
		t.Errorf("beside it lie %v", all)
	}
}

func TestCreate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "index.md")
	put(t, beside(name, tempEnd), "nửa chừng") // of a killed run
	put(t, beside(name, lockEnd), "")
	if err := Create(name, []byte("một")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "một", 0)
	if err := Create(name, []byte("hai")); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	holds(t, name, "một", 0)
	if err := Put(name, []byte("ba")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "ba", 0)
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "index.md"), "cũ")
	if err := os.Chmod(name, 0o664); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("khác"), []byte("mới")); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	holds(t, name, "cũ", 0)
	if err := Replace(name, []byte("cũ"), []byte("mới")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "mới", 0)
	if info, _ := os.Stat(name); info.Mode().Perm() != 0o664 {
		t.Error(info.Mode())
	}
	held, err := Acquire(beside(name, lockEnd))
	if err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("mới"), []byte("nữa")); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	held.Release()
	if err := os.Chmod(name, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("mới"), []byte("nữa")); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	holds(t, name, "mới", 0)
	if err := Put(dir, nil); !errors.Is(err, ErrNotFile) {
		t.Error("a folder was replaced:", err)
	}
}

func TestReplaceKeepsLinks(t *testing.T) {
	dir := t.TempDir()
	name := put(t, filepath.Join(dir, "index.md"), "bản cũ dài hơn")
	other, link := filepath.Join(dir, "ten-khac.md"), filepath.Join(dir, "loi-tat.md")
	if os.Link(name, other) != nil || os.Symlink("index.md", link) != nil {
		t.Skip("no links here")
	}
	if err := Replace(link, []byte("bản cũ dài hơn"), []byte("bản mới")); err != nil {
		t.Fatal(err)
	}
	holds(t, name, "bản mới", 2)
	holds(t, other, "bản mới", 2)
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is a file now")
	}
	a, _ := os.Stat(name)
	if b, _ := os.Stat(other); !os.SameFile(a, b) {
		t.Error("the two names are two files now")
	}
}

// TestRecover leaves every state that a kill can leave of a file that is
// written in its own place.
func TestRecover(t *testing.T) {
	const was, next, rescue = "0123456789", "01abcdXYZ", "10\n0123456789" + "01abcdXYZ"
	for k := 0; k <= len(next); k++ {
		name := put(t, filepath.Join(t.TempDir(), "index.md"), next[:k]+was[k:])
		put(t, beside(name, rescueEnd), rescue)
		if err := Recover(filepath.Dir(name)); err != nil {
			t.Error(k, err)
		}
		want := next
		if k <= 2 { // nothing of it was written: the old is whole
			want = was
		}
		holds(t, name, want, 0)
	}
	name := put(t, filepath.Join(t.TempDir(), "index.md"), "nguyên")
	put(t, beside(name, tempEnd), "thừa")
	put(t, beside(name, lockEnd), "")
	if err := Recover(filepath.Dir(name)); err != nil {
		t.Error(err)
	}
	holds(t, name, "nguyên", 0)
	name = put(t, filepath.Join(t.TempDir(), "index.md"), "biên tập viên đã viết lại")
	put(t, beside(name, rescueEnd), rescue)
	if err := Recover(filepath.Dir(name)); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	holds(t, name, "biên tập viên đã viết lại", 1)
}
