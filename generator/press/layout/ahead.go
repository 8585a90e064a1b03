package layout

import (
	"maps"
	"runtime"
	"sync"
	"sync/atomic"

	"bantin/generator/press/box"
	"bantin/generator/press/css"
)

// ahead breaks plain paragraphs on another processor while the layout is on its
// way to them. How a paragraph breaks depends on its boxes and its width alone,
// so that nobody can see who did it: a width that was guessed wrongly, as beside
// a float, is not asked for.
type ahead struct {
	e       *engine // of its own: the caches of an engine are for one goroutine
	mu      sync.Mutex
	tasks   map[paraKey]*aheadTask
	behind  atomic.Bool // the layout waited: leave it the next paragraph
	stopped atomic.Bool
	ended   sync.WaitGroup
}

// aheadTask is a paragraph that somebody works on; p is nil when the layout does.
type aheadTask struct {
	done chan struct{}
	p    *paragraph
}

// startAhead begins to break the paragraphs of e's document in their order. A
// document whose paragraphs are remembered has little to break.
func (e *engine) startAhead() {
	if runtime.GOMAXPROCS(0) < 2 || e.in.Lines != nil {
		return
	}
	own := newCaches(e.root, Input{Fonts: e.in.Fonts, Page: func(css.PageSelector) *css.PageStyle { return nil }})
	a := &ahead{e: own, tasks: map[paraKey]*aheadTask{}}
	e.ahead = a
	// The layout adds the boxes of footnotes to its own map.
	w, depends := e.pageWidth(""), maps.Clone(e.depends)
	a.ended.Go(func() { a.block(e.root, w, w, depends, 0) })
}

// stop ends the work and waits until nothing of the boxes is read any more.
func (a *ahead) stop() {
	if a != nil {
		a.stopped.Store(true)
		a.ended.Wait()
	}
}

// take returns a paragraph that was broken ahead, or nil: the caller breaks it
// then, and must ask only once.
func (a *ahead) take(key paraKey, e *engine) *paragraph {
	if a == nil {
		return nil
	}
	a.mu.Lock()
	t := a.tasks[key]
	a.tasks[key] = nil
	a.mu.Unlock()
	if t == nil {
		return nil
	}
	select {
	case <-t.done:
	default:
		a.behind.Store(true)
		<-t.done
	}
	if t.p != nil {
		for _, l := range t.p.lines {
			l.e = e
		}
	}
	return t.p
}

// block follows a block of the flow whose containing block is w wide; spanning
// boxes are wide wide.
func (a *ahead) block(n *box.Box, w, wide float64, depends map[*box.Box]bool, depth int) {
	s := n.Style
	if depth > maxNesting || a.stopped.Load() || n.Kind != box.BlockBox || outOfFlow(n) || tableOf(n) != nil {
		return
	}
	if s.ColumnSpanAll {
		w = wide
	}
	ed := edgesOf(s, w)
	w = a.e.blockWidth(n, &ed, w)
	if hasInline(n) {
		if !depends[n] && onlyText(n, 0) {
			a.paragraph(paraKey{n, w})
		}
		return
	}
	wide = w
	if isMulticol(n) {
		_, w = columnCount(s, w, s.ColumnGap.Or(w, s.FontSize))
	}
	for _, c := range n.Children {
		a.block(c, w, wide, depends, depth+1)
	}
}

// onlyText reports whether inline content is only text and boxes around it.
func onlyText(n *box.Box, depth int) bool {
	if depth > maxNesting {
		return false
	}
	for _, c := range n.Children {
		switch c.Kind {
		case box.TextBox, box.LineBreak:
		case box.InlineBox:
			if !onlyText(c, depth+1) {
				return false
			}
		default:
			return false
		}
		if c.Pseudo == "first-letter" || len(c.Content) > 0 || outOfFlow(c) {
			return false
		}
	}
	return true
}

// paragraph breaks one, unless it is taken.
func (a *ahead) paragraph(key paraKey) {
	if a.behind.Swap(false) {
		return
	}
	t := &aheadTask{done: make(chan struct{})}
	a.mu.Lock()
	_, taken := a.tasks[key]
	if !taken {
		a.tasks[key] = t
	}
	a.mu.Unlock()
	if taken {
		return
	}
	defer close(t.done)
	defer func() {
		if recover() != nil {
			t.p = nil // the layout comes upon it itself
		}
	}()
	p := &paragraph{c: a.e.collect(key.b, key.w)}
	if p.c.text {
		p.breakAlone(a.e, key.b, key.w)
	}
	t.p = p
}
