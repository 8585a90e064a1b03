package main

import (
	"fmt"
	"io"
	"os"
)

// progress keeps one line on a terminal up to date; in a pipe it says nothing.
type progress struct {
	w    io.Writer
	live bool
}

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	if !ok {
		return &progress{w: w}
	}
	info, err := f.Stat()
	return &progress{w: w, live: err == nil && info.Mode()&os.ModeCharDevice != 0}
}

const clearLine = "\r\x1b[K"

func (p *progress) show(text string) {
	if p.live {
		fmt.Fprint(p.w, clearLine+text+" …")
	}
}

func (p *progress) clear() {
	if p.live {
		fmt.Fprint(p.w, clearLine)
	}
}
