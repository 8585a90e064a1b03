package content

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bantin/generator/bulletin"
)

// sampleCopy is a copy of the repository's own content.
func sampleCopy(t *testing.T) (string, *Tree) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	tree, _, err := LoadDir(dir, Options{Edition: bulletin.Internal, Drafts: true, Now: time.Date(2023, 11, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return dir, tree
}

func TestReloadReadsOnlyWhatChanged(t *testing.T) {
	dir, tree := sampleCopy(t)
	p := tree.In(Article)[0]
	name := filepath.Join(dir, filepath.FromSlash(p.Source))
	if err := os.WriteFile(name, append(slices.Clone(p.Raw), "\nThêm.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	same, _, err := ReloadDir(dir, tree.Options, tree, func(string) bool { return false })
	if err != nil || string(same.ByPath(p.Path).Raw) != string(p.Raw) {
		t.Error("an unchanged file was read", err)
	}
	next, findings, err := ReloadDir(dir, tree.Options, tree, func(s string) bool { return s == p.Source })
	if err != nil || len(findings) != 0 {
		t.Fatal(findings, err)
	}
	fresh, _, err := LoadDir(dir, tree.Options)
	if err != nil {
		t.Fatal(err)
	}
	a, b := next.Files(), fresh.Files()
	if !slices.EqualFunc(a, b, func(x, y File) bool {
		return x.Path == y.Path && x.Source == y.Source && string(x.Data) == string(y.Data)
	}) {
		t.Error("reading again gave other files than reading afresh")
	}
	if string(next.ByPath(p.Path).Raw) != string(fresh.ByPath(p.Path).Raw) {
		t.Error("the changed file was not read")
	}
}

func TestRevise(t *testing.T) {
	_, tree := sampleCopy(t)
	p := tree.In(Article)[0]
	r := tree.Revise(p, append(slices.Clone(p.Raw), "\nThêm.\n"...))
	if !r.TextOnly || r.Page.Out != "" || len(r.Findings) > 0 {
		t.Errorf("text added: %+v", r)
	}
	next := tree.With(r.Page)
	if next.ByPath(p.Path) != r.Page || tree.ByPath(p.Path) != p || len(next.FilesOf(r.Page)) != len(tree.FilesOf(p)) {
		t.Error("With changed the old tree, or not the new one")
	}
	if r := tree.Revise(p, []byte("---\ntitle: [\n---\n")); r.TextOnly || r.Page.Out != IsBroken || len(r.Findings) == 0 {
		t.Errorf("broken: %+v", r)
	}
}

func TestReasons(t *testing.T) {
	_, tree := sampleCopy(t)
	p := tree.In(Article)[0]
	raw := "---\ntitle: T\ndate: 2030-01-01\npham_vi: noi-bo\ntrang_thai: nhap\n---\n"
	q := tree.Revise(p, []byte(raw)).Page
	got := Options{Edition: bulletin.Public, Now: tree.Options.Now}.Reasons(q)
	if !slices.Equal(got, []Reason{IsDraft, IsInternal}) {
		t.Error(got)
	}
}
