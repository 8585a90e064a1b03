package hugosite

import (
	"fmt"
	"strings"
)

// Kind says what sort of file an error lies in.
type Kind string

const (
	KindTemplate Kind = "template" // layouts, shortcodes and render hooks included
	KindContent  Kind = "content"  // front matter, Markdown, use of a shortcode
	KindConfig   Kind = "config"   // hugo.toml and mounts
	KindAsset    Kind = "asset"    // assets, static, data, i18n
	KindFile     Kind = "file"     // one that cannot be read or written: the cause says why
	KindStill    Kind = "still"    // Hugo neither came back nor read or wrote a file
	KindInternal Kind = "internal" // Hugo itself, or a place that nobody knows
)

// Error is one thing that stopped a build.
type Error struct {
	File    string // slash-separated, relative to the site's root, as on disk; "" if unknown
	Line    int    // from 1; 0 if unknown
	Col     int    // in characters, from 1; 0 if unknown
	Message string // short English, without Hugo's chain of "failed to"
	Kind    Kind
	Page    string   // the source of the page that was being rendered, "" if none was
	Excerpt []string // the lines around Line, if known
	First   int      // the number of Excerpt's first line

	cause error
}

func (e *Error) Error() string {
	var b strings.Builder
	if e.File != "" {
		b.WriteString(e.File)
		if e.Line > 0 {
			fmt.Fprintf(&b, ":%d", e.Line)
			if e.Col > 0 {
				fmt.Fprintf(&b, ":%d", e.Col)
			}
		}
		b.WriteString(": ")
	}
	b.WriteString(e.Message)
	return b.String()
}

// Unwrap returns Hugo's own error, with its whole chain.
func (e *Error) Unwrap() error { return e.cause }

// Errors are all the errors of one build, each once, as Hugo gave them (it
// stops at ten). errors.As finds the first as *Error, or all as Errors.
type Errors []*Error

func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, err := range e {
		lines[i] = err.Error()
	}
	return strings.Join(lines, "\n")
}

func (e Errors) Unwrap() []error {
	errs := make([]error, len(e))
	for i, err := range e {
		errs[i] = err
	}
	return errs
}

// panicError is a panic inside Hugo.
func panicError(value any, stack []byte) *Error {
	return &Error{Kind: KindInternal, Message: fmt.Sprintf("Hugo panicked: %v", value),
		cause: fmt.Errorf("panic: %v\n%s", value, stack)}
}
