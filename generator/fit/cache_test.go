package fit

import (
	"bytes"
	"os"
	"reflect"
	"testing"
	"testing/fstest"
)

// TestCache: an unchanged issue is not fitted again, a changed one is.
func TestCache(t *testing.T) {
	c := Cache{t.TempDir()}
	fsys := issue(t)
	first, err := c.Fit(fsys, name, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if n := files(t, c.Dir); n != 1 {
		t.Fatalf("%d files in the cache", n)
	}
	mark := []byte("<!-- from the cache -->")
	for _, e := range entries(t, c.Dir) {
		r := recall(c.Dir+"/"+e.Name(), fsys)
		if r == nil {
			t.Fatal("the result is not recalled")
		}
		r.HTML = append(r.HTML, mark...)
		c.save(c.Dir+"/"+e.Name(), *r)
	}
	again, err := c.Fit(fsys, name, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasSuffix(again.HTML, mark) || !reflect.DeepEqual(again.Plan, first.Plan) || !reflect.DeepEqual(again.Faults, first.Faults) {
		t.Error("an unchanged issue is fitted again, or comes back otherwise")
	}
	sheet := fsys["css/in-bai.css"]
	fsys["css/in-bai.css"] = &fstest.MapFile{Data: append(bytes.Clone(sheet.Data), "\n.than { text-align: left; }\n"...)}
	if changed, err := c.Fit(fsys, name, Options{Keep: first.Plan}); err != nil || bytes.HasSuffix(changed.HTML, mark) {
		t.Error("other options get the same result", err)
	}
	for _, e := range entries(t, c.Dir) {
		if r := recall(c.Dir+"/"+e.Name(), fsys); r != nil && bytes.HasSuffix(r.HTML, mark) {
			t.Error("another style sheet gets the same result")
		}
	}
}

func entries(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func files(t *testing.T, dir string) int { return len(entries(t, dir)) }

// TestKeep: a kept plan gives the same pages, also after a word was changed.
func TestKeep(t *testing.T) {
	r := fitted(t, Options{})
	kept := fitted(t, Options{Keep: r.Plan})
	if kept.Meter != r.Meter || !bytes.Equal(kept.CSS, r.CSS) {
		t.Errorf("kept:\n%v\nfitted:\n%v", kept.Meter, r.Meter)
	}
	if !bytes.Equal(kept.HTML, r.HTML) {
		t.Error("the kept plan writes another page")
	}
}
