package bulletin

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Level is how much a finding matters. Errors stop a build.
type Level int

const (
	Hint Level = iota
	Warning
	Error
)

func (l Level) String() string { return [...]string{"gợi ý", "cảnh báo", "lỗi"}[l] }

// Finding is one thing that an editor is told: where, what is wrong, how to
// mend it. File is relative to the site's folder; Line and Col are 1-based and
// 0 when unknown, Col counting characters.
type Finding struct {
	File      string
	Line, Col int
	Level     Level
	Message   string // what is wrong, Vietnamese, no full stop
	Fix       string // what to do, Vietnamese
	Code      string // stable name of the rule
}

func (f Finding) String() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.File)
		if f.Line > 0 {
			fmt.Fprintf(&b, ":%d", f.Line)
			if f.Col > 0 {
				fmt.Fprintf(&b, ":%d", f.Col)
			}
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "%s: %s", f.Level, f.Message)
	if f.Fix != "" {
		fmt.Fprintf(&b, " — %s", f.Fix)
	}
	if f.Code != "" {
		fmt.Fprintf(&b, " [%s]", f.Code)
	}
	return b.String()
}

// Findings are the findings of one look at the content. As an error, they are
// the reason why a build stopped.
type Findings []Finding

func (fs Findings) Error() string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Count returns how many findings have the level.
func (fs Findings) Count(l Level) (n int) {
	for _, f := range fs {
		if f.Level == l {
			n++
		}
	}
	return n
}

// Err returns fs when it holds an error, else nil.
func (fs Findings) Err() error {
	if fs.Count(Error) == 0 {
		return nil
	}
	return fs
}

// Sort orders fs by file and position, so that the same content gives the same
// report.
func (fs Findings) Sort() {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code, b.Code))
	})
}
