package preview

import (
	"errors"
	"path"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/check"
	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/publish"
)

// few is how many files one person saves at once; more are a checkout.
const few = 3

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

// view prepares the sketch of a page that somebody looks at.
func (l *loop) view(output string) {
	l.looking = output
	if sheetsKey(output) != "" && l.opt.Sheets != nil && !l.sketch.sheets {
		l.sketch.sheets = true // from now on: the print page takes longer than all others of the sketch
		l.sketch.drop()
	}
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
