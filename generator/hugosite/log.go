package hugosite

import (
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// logSink keeps what Hugo logs. Hugo offers no hook into its logger outside
// its own tests, so the sink reads the lines: "WARN  text", "ERROR text", and
// more lines of the same text without such a word.
type logSink struct {
	mu   sync.Mutex
	out  io.Writer
	text strings.Builder
	warn []string // of earlier loads
}

func newLogSink(out io.Writer) *logSink {
	if out == nil {
		out = io.Discard
	}
	return &logSink{out: out}
}

func (l *logSink) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Write(p)
	return l.out.Write(p)
}

// reset forgets the errors of the build before.
func (l *logSink) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.warn = unique(append(l.warn, l.entries("WARN")...))
	l.text.Reset()
}

func (l *logSink) errors() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return unique(l.entries("ERROR"))
}

func (l *logSink) warnings() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return unique(append(slices.Clone(l.warn), l.entries("WARN")...))
}

var ansiEscape = regexp.MustCompile(`\x1b\[[0-9;]*m`)

// entries returns the texts of one level, e.g. "WARN".
func (l *logSink) entries(level string) []string {
	var found []string
	wanted := false
	for line := range strings.Lines(ansiEscape.ReplaceAllString(l.text.String(), "")) {
		line = strings.TrimRight(line, "\r\n")
		word, rest, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		switch {
		case word == level:
			found, wanted = append(found, strings.TrimSpace(rest)), true
		case slices.Contains([]string{"TRACE", "DEBUG", "INFO", "WARN", "ERROR"}, word):
			wanted = false
		case wanted && strings.TrimSpace(line) != "":
			found[len(found)-1] += "\n" + line
		}
	}
	return found
}

// unique keeps the first of equal texts.
func unique(texts []string) []string {
	var kept []string
	for _, t := range texts {
		if !slices.Contains(kept, t) {
			kept = append(kept, t)
		}
	}
	return kept
}
