package preview

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/publish"
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

type judgement struct {
	findings bulletin.Findings
	files    []string // judged; nil: all
}

func newLoop(s *Server) *loop {
	opt := s.publishOptions()
	return &loop{
		Server: s, sketch: newSketch(opt, s.opt.Sheets != nil), builder: newBuilder(opt),
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
			l.begin()
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

// few is how many files one person saves at once; more are a checkout.
const few = 3

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
	if len(names) > few || names == nil {
		delay = 200 * time.Millisecond
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

// draw shows a few changes in the sketch; false when they have to wait for the
// whole build.
func (l *loop) draw(names []string) (shown bool) {
	shown = true
	for _, name := range names {
		switch {
		case strings.HasPrefix(name, content.Dir+"/"):
			shown = l.drawPage(name) && shown
		case strings.HasPrefix(name, "layouts/"):
			shown = l.drawLayout(name) && shown
		default:
			l.sketch.drop()
			shown = false
		}
	}
	return shown
}

// drawPage shows a page that was written.
func (l *loop) drawPage(name string) bool {
	now := l.tree
	if l.sketch.subject != "" {
		now = l.sketch.tree
	}
	page, raw := readPage(l.root, now, name)
	if page == nil {
		return false
	}
	r := now.Revise(page, raw)
	defer l.judgePage(r)
	if r.Page.Out != "" || page.Out != "" || r.Page.Address() != page.Address() || subjectOf(r.Page) != subjectOf(page) {
		if r.Page.Out != content.IsBroken {
			l.sketch.drop()
		}
		return false
	}
	if l.sketch.subject == "" || l.sketch.subject != subjectOf(page) {
		// What the last whole build shows is what the page differs from.
		old := l.tree.ByPath(page.Path)
		if old == nil || l.sketch.prepare(l.tree, old, l.inForce) != nil {
			l.sketch.drop()
			return false
		}
	}
	files, err := l.sketch.page(r, l.turn)
	if err != nil {
		l.sketchFailed(err)
		return false
	}
	l.sketchy = time.Now()
	l.rebadge(r.Page)
	return l.show(files)
}

// drawLayout shows a template or a style sheet that was written.
func (l *loop) drawLayout(name string) bool {
	if l.sketch.subject == "" || !l.sketch.known[name] || !exists(l.root, name) {
		l.sketch.drop()
		return false
	}
	files, err := l.sketch.redraw(l.turn, hugosite.Change{Path: name})
	if err != nil {
		l.sketchFailed(err)
		return false
	}
	return l.show(files)
}

// show lays what the sketch drew over the pages that are served.
func (l *loop) show(files map[string][]byte) bool {
	var outputs []string
	for name := range files {
		outputs = append(outputs, name)
	}
	slices.Sort(outputs)
	over, ok := l.sketch.over(l.inForce, outputs, l.store.built)
	if len(over) > 0 {
		l.state.change(func(s *state) { s.stopped = nil })
		l.store.lay(over)
		l.mu.Lock()
		l.sketches++
		l.mu.Unlock()
	}
	return ok && len(over) > 0
}

// sketchFailed tells of a mistake at once, where it is one in a file.
func (l *loop) sketchFailed(err error) {
	l.sketch.drop()
	var findings bulletin.Findings
	if errors.As(publish.Translate(err), &findings) {
		l.state.change(func(s *state) { s.stopped = findings })
		l.store.touch()
	}
}

// judgePage tells at once of mistakes in the page being written.
func (l *loop) judgePage(r content.Revision) {
	findings := r.Findings
	if r.Page.Out == "" {
		if l.checker == nil {
			l.checker = check.New(l.tree, publish.CheckOptions(l.root))
		}
		findings = append(slices.Clone(findings), l.checker.Page(r.Page)...)
	}
	l.tell(judgement{findings, []string{r.Page.File()}})
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
	l.state.change(func(s *state) { s.building = false })
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

func reportOf(w whole) string {
	what := "cả trang"
	if !w.whole {
		what = fmt.Sprintf("%d trang", len(w.files))
	}
	return fmt.Sprintf("đã dựng %s trong %s giây", what, strings.Replace(fmt.Sprintf("%.2f", w.took.Seconds()), ".", ",", 1))
}

// stopped tells why the last good pages stay.
func (l *loop) stopped(err error) {
	var findings bulletin.Findings
	err = publish.Translate(err)
	if !errors.As(err, &findings) {
		findings = bulletin.Findings{{Level: bulletin.Error, Message: err.Error(), Fix: "xem lại tệp vừa sửa", Code: "dung"}}
	}
	l.state.change(func(s *state) { s.stopped = findings })
	l.store.touch()
	for _, f := range findings {
		l.opt.Report(f.String())
	}
}

// judge judges what was built, beside the loop.
func (l *loop) judge(w whole) {
	if w.tree == nil || w.revised == nil && !w.whole && !w.static {
		return
	}
	builder, done := l.builder, l.judged
	l.judging++
	go func() {
		j := judgement{findings: append(slices.Clone(w.findings), builder.judge(w.built)...)}
		for _, p := range w.revised {
			j.files = append(j.files, p.File())
		}
		select {
		case done <- j:
		case <-time.After(time.Minute): // the preview has ended
		}
	}()
}

// tell puts findings in the place of earlier ones of the same files.
func (l *loop) tell(j judgement) {
	l.state.change(func(s *state) {
		if j.files == nil {
			clear(s.byFile)
		}
		for _, file := range j.files {
			delete(s.byFile, file)
		}
		for _, f := range j.findings {
			if j.files == nil || slices.Contains(j.files, f.File) {
				s.byFile[f.File] = append(s.byFile[f.File], f)
			}
		}
	})
	l.store.touch()
}

// rebadge brings a page's badges up to date.
func (l *loop) rebadge(page *content.Page) {
	b := badges(page, l.tree)
	l.state.change(func(s *state) {
		for output, src := range s.pages {
			if src.File == page.File() {
				s.pages[output] = source{src.File, b}
			}
		}
	})
}

// view prepares the sketch of a page that somebody looks at.
func (l *loop) view(output string) {
	l.looking = output
	if l.tree == nil || l.busy || time.Since(l.sketchy) < 10*time.Second && l.sketch.subject != "" {
		return
	}
	var file string
	if key := sheetsKey(output); key != "" {
		output = path.Join("so", key, "index.html")
	}
	l.state.change(func(s *state) { file = s.pages[output].File })
	source, ok := strings.CutPrefix(file, content.Dir+"/")
	if !ok {
		return
	}
	for _, p := range l.tree.Pages {
		if p.Source == source && subjectOf(p) != "" && subjectOf(p) != l.sketch.subject {
			if len(l.pending) == 0 && l.sketch.prepare(l.tree, p, l.inForce) != nil {
				l.sketch.drop()
			}
			return
		}
	}
}
