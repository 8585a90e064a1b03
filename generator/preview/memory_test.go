package preview

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
)

// TestMemory saves an article BANTIN_REBUILDS times (2,000 is a long day's
// work) and watches what stays on the heap: each save is drawn by the sketch
// and built with the site, every twentieth from nothing. By default few, which
// only shows that the measure works.
func TestMemory(t *testing.T) {
	rebuilds := number(t, "BANTIN_REBUILDS", 8)
	site := copySite(t)
	opt := (&Server{root: site, opt: Options{Edition: "noi-bo", BaseURL: "http://127.0.0.1/"}}).publishOptions()
	builder, sketch, store := newBuilder(opt), newSketch(opt, true), newStore()
	defer func() {
		if err := builder.close(); err != nil {
			t.Error(err)
		}
		if err := sketch.close(); err != nil {
			t.Error(err)
		}
	}()
	install := func(res built) {
		if res.err != nil {
			t.Fatal(res.err)
		}
		store.install(res.files, res.whole, nil)
	}
	install(builder.build(nil))
	l := &live{t: t, site: site}
	text := l.read(article)
	page, _ := readPage(site, builder.tree, article)
	if err := sketch.prepare(builder.tree, page, 0); err != nil {
		t.Fatal(err)
	}
	var early, late uint64
	for i := range rebuilds {
		put(t, filepath.Join(site, article), fmt.Sprintf("%s\nLần lưu thứ %d.\n", text, i))
		p, raw := readPage(site, sketch.tree, article)
		if _, err := sketch.page(sketch.tree.Revise(p, raw), i+1); err != nil {
			t.Fatal(err)
		}
		names := []string{article}
		if i%20 == 19 {
			names = nil
		}
		install(builder.build(names))
		sketch.forget(i)
		if sketch.worn() {
			if err := sketch.prepare(builder.tree, builder.tree.ByPath(page.Path), i); err != nil {
				t.Fatal(err)
			}
		}
		if (i+1)%max(1, rebuilds/10) != 0 {
			continue
		}
		now := heap()
		t.Logf("%5d rebuilds: %.1f MiB", i+1, float64(now)/(1<<20))
		if i < rebuilds/3 {
			early = max(early, now)
		}
		late = now
	}
	if rebuilds >= 500 && late > early+early/5 {
		t.Errorf("the heap grew from %d to %d bytes", early, late)
	}
}

// heap is what is in use after two collections: finalizers run between them.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
