package preview

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"bantin/generator/content"
	"bantin/generator/hugosite"
	"bantin/generator/publish"
)

// sketch is a site of few pages: the page being written, the other pages of
// its issue, and those that they name. Rendering it takes milliseconds, however
// large the whole site is. What its pages say of the rest of the site is wrong;
// so nobody sees them, only the difference that an edit makes in them.
type sketch struct {
	opt    publish.Options
	sheets bool // an issue's print page is wanted too
	marker *marker
	engine *hugosite.Engine

	tree    *content.Tree
	subject string          // what it is of: an issue's key or a page's path
	pages   map[string]bool // paths of its pages
	known   map[string]bool // layouts that it has seen
	outputs map[string]string
	history map[string][]drawing // by output, oldest first
	drawn   int                  // times since prepare
}

// sketchPatience is how long nothing may be read or written while a sketch is
// drawn: the editor waits. The whole site's build, in the background, has more.
const sketchPatience = 10 * time.Second

// worn says that the sketch should be made anew when there is time: Hugo keeps
// some 40 kB of each rebuild for as long as a site lives.
func (s *sketch) worn() bool { return s.drawn > 100 }

// drawing is one output of the sketch.
type drawing struct {
	turn int // the batch of changes after which it was made
	data []byte
}

// history is as long as a person may save while a whole build runs.
const longHistory = 200

func newSketch(opt publish.Options, sheets bool) *sketch {
	return &sketch{opt: opt, sheets: sheets, marker: &marker{}}
}

// prepare draws the sketch of a page as it stands in tree.
func (s *sketch) prepare(tree *content.Tree, page *content.Page, turn int) error {
	subject := subjectOf(page)
	if subject == "" {
		return fmt.Errorf("no sketch of %s", page.Path)
	}
	s.drop()
	pages := related(tree, page)
	s.tree = tree
	s.marker.set(tree)
	files := publish.SiteFiles(s.opt.Site, tree.FilesOf(pages...))
	s.known = layoutFiles(s.opt.Site)
	if err := s.close(); err != nil {
		return err
	}
	var err error
	s.engine, err = hugosite.Open(publish.LiveSite(s.opt, tree, func(o *hugosite.Options) {
		o.Content, o.Goldmark, o.Set = files, s.marker.Rewrite, s.only(page)
		o.Patience = sketchPatience
	}))
	if err != nil {
		return err
	}
	if err := s.engine.Build(); err != nil {
		return err
	}
	s.pages, s.outputs, s.history = map[string]bool{}, map[string]string{}, map[string][]drawing{}
	for _, p := range pages {
		s.pages[p.Path] = true
	}
	for _, p := range s.engine.Pages() {
		for _, output := range p.OutputFormats {
			if p.File != "" {
				s.outputs[output] = p.File
			}
		}
	}
	s.keep(s.engine.Output(), turn)
	s.subject = subject
	return nil
}

// drop forgets the sketch; the next prepare makes another.
func (s *sketch) drop() { s.subject, s.pages, s.outputs, s.history, s.drawn = "", nil, nil, nil, 0 }

func (s *sketch) close() error {
	if s.engine == nil {
		return nil
	}
	err := s.engine.Close()
	s.engine = nil
	return err
}

// keep remembers what was drawn at a turn.
func (s *sketch) keep(files map[string][]byte, turn int) {
	for name, data := range files {
		if s.outputs[name] == "" && !strings.HasPrefix(name, "css/") {
			continue
		}
		h := s.history[name]
		if len(h) > longHistory {
			h = append(h[:0:0], h[len(h)/2:]...)
		}
		s.history[name] = append(h, drawing{turn, data})
	}
}

// forget drops the drawings that no whole build from this turn on needs.
func (s *sketch) forget(turn int) {
	for name, h := range s.history {
		for len(h) > 1 && h[1].turn <= turn {
			h = h[1:]
		}
		s.history[name] = slices.Clone(h)
	}
}

// page draws the sketch with one of its pages revised.
func (s *sketch) page(r content.Revision, turn int) (map[string][]byte, error) {
	s.tree = s.tree.With(r.Page)
	s.marker.written.Store(r.Page)
	if err := s.engine.SetFile(r.File.Path, r.File.Data); err != nil {
		return nil, err
	}
	return s.redraw(turn, hugosite.Change{Path: content.Dir + "/" + r.File.Path})
}

// redraw draws what depends on the changes.
func (s *sketch) redraw(turn int, changes ...hugosite.Change) (map[string][]byte, error) {
	if err := s.engine.Rebuild(changes...); err != nil {
		return nil, err
	}
	s.drawn++
	files := s.engine.Written()
	s.keep(files, turn)
	return files, nil
}

// over is what has to be laid over a whole build of a turn: each output's
// difference since then, made in the page that built returns.
func (s *sketch) over(turn int, outputs []string, built func(name string) ([]byte, bool)) (over map[string][]byte, ok bool) {
	over, ok = map[string][]byte{}, true
	for _, name := range outputs {
		h := s.history[name]
		if len(h) == 0 {
			continue
		}
		base, last := h[0], h[len(h)-1]
		for _, d := range h {
			if d.turn <= turn {
				base = d
			}
		}
		target, exists := built(name)
		switch {
		case !exists && strings.HasPrefix(name, "css/"):
			over[name] = last.data // its name tells what is in it
		case !exists || bytes.Equal(base.data, last.data):
		default:
			merged, fits := merge(base.data, last.data, target)
			if !fits {
				ok = false
				continue
			}
			over[name] = merged
		}
	}
	return over, ok
}
