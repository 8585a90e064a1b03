package press

import (
	"sync"

	"bantin/generator/press/box"
	"bantin/generator/press/display"

	"golang.org/x/net/html"
)

// loading is a picture that is being read on another processor.
type loading struct {
	done chan struct{}
	ok   bool // it did not panic; else the layout comes upon that itself
	p    display.Picture
	err  error
}

func (l *loading) read(d *Document, src string) {
	defer close(l.done)
	defer func() { l.ok = recover() == nil }()
	l.p, l.err = d.decode(src, nil)
}

// loadPictures begins to read the pictures of the boxes, in their order, before
// the layout asks for them. The result waits until nothing is read any more. A
// session, which may remember them, reads for itself.
func (d *Document) loadPictures() (wait func()) {
	if d.memory != nil {
		return func() {}
	}
	d.loading = map[string]*loading{}
	var order []string
	var walk func(b *box.Box)
	walk = func(b *box.Box) {
		if src := b.Replaced().Source; b.Kind == box.ReplacedBox && src != "" && d.pictures[src] == nil && d.loading[src] == nil {
			d.loading[src] = &loading{done: make(chan struct{})}
			order = append(order, src)
		}
		for _, k := range b.Children {
			walk(k)
		}
	}
	walk(d.root)
	var wg sync.WaitGroup
	jobs := d.loading
	wg.Go(func() {
		for _, src := range order {
			jobs[src].read(d, src)
		}
	})
	return func() {
		wg.Wait()
		d.loading = nil
	}
}

// loaded is decode, or waits for a picture that is being read.
func (d *Document) loaded(src string, node *html.Node) (display.Picture, error) {
	if l := d.loading[src]; l != nil {
		if <-l.done; l.ok {
			return l.p, l.err
		}
	}
	return d.decode(src, node)
}
