package preview

import (
	"context"
	"runtime"
	"slices"
	"time"

	"bantin/generator/check"
	"bantin/generator/content"
	"bantin/generator/hugosite"
)

// loop decides what is built when. It runs in one goroutine, where the sketch
// is drawn too; the whole site is built beside it.
type loop struct {
	*Server
	sketch  *sketch
	builder *builder

	tree    *content.Tree // of the last whole build
	turn    int           // batches seen
	inForce int           // the turn that the last whole build holds
	sketchy time.Time     // when somebody last wrote what the sketch shows

	pending map[string]bool // changed since the last whole build began
	all     bool            // anything may have changed
	waiting *time.Timer     // until the next whole build
	busy    bool            // one is running
	judging int             // judgements under way
	took    time.Duration   // by the last one
	done    chan whole
	judged  chan judgement
	checker *check.Checker
	looking string // the output that somebody opened last
}

// whole is a whole build that ended.
type whole struct {
	built
	turn int
	took time.Duration
}

func newLoop(s *Server) *loop {
	opt := s.publishOptions()
	return &loop{
		Server: s, sketch: newSketch(opt, false), builder: newBuilder(opt),
		pending: map[string]bool{}, all: true, waiting: time.NewTimer(0),
		done: make(chan whole, 1), judged: make(chan judgement, 1),
	}
}

func (l *loop) run(ctx context.Context, batches <-chan []string, failed chan error) {
	defer l.end()
	for {
		l.mu.Lock()
		l.rest = !l.busy && l.judging == 0 && !l.all && len(l.pending) == 0 && len(batches) == 0
		l.mu.Unlock()
		select {
		case <-ctx.Done():
			return
		case err := <-failed:
			failed <- err
			return
		case names := <-batches:
			l.change(names)
		case <-l.waiting.C:
			if len(batches) == 0 { // else taking it in sets the timer anew
				l.begin()
			}
		case w := <-l.done:
			l.install(w)
		case j := <-l.judged:
			l.judging--
			l.tell(j)
		case output := <-l.views:
			l.view(output)
		}
	}
}

// end waits for nobody: a build that runs ends with the process.
func (l *loop) end() {
	_ = l.sketch.close()
	if !l.busy {
		_ = l.builder.close()
	}
}

// change takes in a batch of changed files.
func (l *loop) change(names []string) {
	l.turn++
	if names == nil {
		l.all = true
	}
	for _, name := range names {
		l.pending[name] = true
	}
	delay := 60 * time.Millisecond
	if len(l.pending) > few || names == nil {
		delay = burst
	}
	if l.tree != nil && len(names) > 0 && len(names) <= few {
		if l.draw(names) {
			// The editor sees the page already: let the machine rest until
			// they pause.
			delay = max(300*time.Millisecond, min(l.took, 3*time.Second))
		}
	} else {
		l.sketch.drop()
	}
	l.waiting.Reset(delay)
}

// begin starts a whole build.
func (l *loop) begin() {
	if l.busy {
		return // install asks again
	}
	var names []string
	if !l.all {
		if names = sorted(l.pending); len(names) == 0 {
			return
		}
	}
	clear(l.pending)
	l.all, l.busy = false, true
	l.mu.Lock()
	l.builds++
	l.mu.Unlock()
	l.state.change(func(s *state) { s.building = true })
	l.store.touch()
	turn, start := l.turn, time.Now()
	l.builder.opt.Now = start
	go func() {
		res := l.builder.build(names)
		l.done <- whole{res, turn, time.Since(start)}
	}()
}

// install puts a whole build in force.
func (l *loop) install(w whole) {
	l.busy, l.took = false, w.took
	defer func() {
		if len(l.pending) > 0 || l.all {
			l.waiting.Reset(50 * time.Millisecond)
		}
	}()
	l.state.change(func(s *state) {
		s.building = false
		if s.note = ""; w.afresh {
			s.note = startedAfresh
		}
	})
	if w.afresh {
		l.opt.Report(startedAfresh)
	}
	if w.err != nil {
		l.stopped(w.err)
		return
	}
	l.state.change(func(s *state) { s.stopped = nil })
	if w.pages != nil {
		l.state.setPages(w.pages, w.tree)
		l.mu.Lock()
		l.snapshot.Pages = w.pages
		l.mu.Unlock()
	}
	if w.tree != nil {
		l.mu.Lock()
		l.snapshot.Tree = w.tree
		l.mu.Unlock()
		l.tree, l.checker = w.tree, nil
	}
	l.inForce = w.turn
	// From now on somebody looks: one processor stays free for the sketch.
	_ = hugosite.SetWorkers(max(1, runtime.NumCPU()-1))
	l.store.install(w.files, w.whole, l.stillOver(w))
	l.sketch.forget(w.turn)
	l.opt.Report(reportOf(w))
	l.judge(w)
	if l.sketch.worn() && len(l.pending) == 0 {
		l.sketch.drop()
	}
	if l.sketch.subject == "" && l.looking != "" {
		l.view(l.looking)
	}
}

// stillOver is what a sketch showed after the whole build had begun.
func (l *loop) stillOver(w whole) map[string][]byte {
	if l.sketch.subject == "" {
		return nil
	}
	if w.turn >= l.turn {
		return nil
	}
	var outputs []string
	for name := range l.sketch.history {
		outputs = append(outputs, name)
	}
	slices.Sort(outputs)
	over, _ := l.sketch.over(w.turn, outputs, func(name string) ([]byte, bool) {
		if data, ok := w.files[name]; ok || w.whole {
			return data, ok
		}
		return l.store.built(name)
	})
	return over
}
