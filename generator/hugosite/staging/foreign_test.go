package staging

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestForeignFiles: what no build wrote is moved aside, the settings of a web
// server go along, and an edited page counts as the editor's.
func TestForeignFiles(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	publish(t, dest, "một")
	for _, name := range []string{"luan-van.docx", "anh/con.jpg", "CNAME", ".htaccess", ".well-known/a/b.txt", ".DS_Store"} {
		put(t, filepath.Join(dest, name), "của tôi: "+name)
	}
	put(t, filepath.Join(dest, "sitemap.xml"), "sửa tay")
	if err := os.Chmod(filepath.Join(dest, ".htaccess"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("luan-van.docx", filepath.Join(dest, "loi-tat")); err != nil {
		t.Log(err)
	}
	if err := os.Chmod(filepath.Join(dest, "anh"), 0o555); err != nil {
		t.Fatal(err)
	}
	r := publish(t, dest, "hai")
	if r.Left != "" || r.Whole {
		t.Errorf("%+v", r)
	}
	if want := []string{"anh/con.jpg", "loi-tat", "luan-van.docx", "sitemap.xml"}; !slices.Equal(r.Moved, want) {
		t.Errorf("moved %q, want %q", r.Moved, want)
	}
	if want := []string{".htaccess", ".well-known/a/b.txt", "CNAME"}; !slices.Equal(r.Kept, want) {
		t.Errorf("kept %q, want %q", r.Kept, want)
	}
	for _, name := range []string{"luan-van.docx", "anh/con.jpg"} {
		if got(t, filepath.Join(r.Aside, name)) != "của tôi: "+name {
			t.Error(name)
		}
	}
	if got(t, filepath.Join(r.Aside, "sitemap.xml")) != "sửa tay" || got(t, filepath.Join(dest, "sitemap.xml")) != "hai" {
		t.Error("the edited page is lost")
	}
	if got(t, filepath.Join(dest, "CNAME")) != "của tôi: CNAME" {
		t.Error("CNAME")
	}
	if info := mustStat(t, filepath.Join(dest, ".htaccess")); info.Mode().Perm() != 0o640 {
		t.Error(info.Mode())
	}
	// Once more: nothing new is foreign but what goes along.
	if r := publish(t, dest, "ba"); r.Aside != "" || len(r.Kept) != 3 {
		t.Errorf("%+v", r)
	}
	alone(t, dest, "public.giu-lai")
	put(t, filepath.Join(dest, "nua.docx"), "nữa")
	if r := publish(t, dest, "bốn"); filepath.Base(r.Aside) != "public.giu-lai-2" {
		t.Errorf("%+v", r)
	}
}

// TestOldSite: a site from before there was a manifest is moved aside whole.
func TestOldSite(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	site(t, dest, "cũ")
	put(t, filepath.Join(dest, "luan-van.docx"), "của tôi")
	r := publish(t, dest, "mới")
	if !r.Whole || got(t, filepath.Join(r.Aside, "index.html")) != "cũ" || got(t, filepath.Join(r.Aside, "luan-van.docx")) != "của tôi" {
		t.Errorf("%+v", r)
	}
	alone(t, dest, "public.giu-lai")
	if r := publish(t, dest, "mới hơn"); r.Aside != "" {
		t.Errorf("%+v", r)
	}
}

// TestForeignSite: a folder that merely looks like a site is not ours, with a
// manifest of another folder beside it or without.
func TestForeignSite(t *testing.T) {
	dir := t.TempDir()
	dest := filepath.Join(dir, "public")
	publish(t, filepath.Join(dir, "khac"), "khác")
	move(t, filepath.Join(dir, ".khac.bantin-manifest"), filepath.Join(dir, ".public.bantin-manifest"))
	for _, name := range []string{"index.html", "404.html", "index.php", "wp-content/anh.jpg"} {
		put(t, filepath.Join(dest, name), "của người khác")
	}
	f := mustOpen(t, dest)
	site(t, f.Dir(), "mới")
	var refused *Error
	if _, err := f.Publish(); !errors.As(err, &refused) || refused.Reason != Foreign {
		t.Errorf("got %v", err)
	}
	if err := f.Discard(); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"index.html", "404.html", "index.php", "wp-content/anh.jpg"} {
		if got(t, filepath.Join(dest, name)) != "của người khác" {
			t.Error(name)
		}
	}
}

// TestMovedSite: the folder was copied to another name; its manifest was not.
func TestMovedSite(t *testing.T) {
	dir := t.TempDir()
	publish(t, filepath.Join(dir, "public"), "một")
	dest := filepath.Join(dir, "trang")
	move(t, filepath.Join(dir, "public"), dest)
	if r := publish(t, dest, "hai"); !r.Whole || got(t, filepath.Join(r.Aside, "index.html")) != "một" {
		t.Errorf("%+v", r)
	}
}
