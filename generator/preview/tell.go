package preview

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
	"bantin/generator/content"
	"bantin/generator/publish"
)

type judgement struct {
	findings bulletin.Findings
	files    []string // judged; nil: all
}

// startedAfresh tells that Hugo did not come back.
const startedAfresh = "bộ dựng trang đứng lại giữa chừng nên đã được khởi động lại; trang đang xem vẫn là bản tốt gần nhất"

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
		findings = bulletin.Findings{{Level: bulletin.Error, Message: cause.Say(err), Fix: "xem lại tệp vừa sửa", Code: "dung"}}
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
