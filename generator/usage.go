package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/cause"
)

// usageError is a wrong command line: what is wrong, and what to type instead.
type usageError struct{ what, hint string }

// errReported ends a command whose errors are printed already.
var errReported = errors.New("bài có lỗi")

func (e usageError) Error() string { return e.what + " — " + e.hint }

func overview() string {
	var b strings.Builder
	b.WriteString("Bản tin: từ các bài Markdown thành trang web và số báo để in.\n\nCách dùng:\n  go run ./generator <lệnh> [cờ]\n\nCác lệnh:\n")
	for _, c := range commands() {
		fmt.Fprintf(&b, "  %-8s %s\n", c.name, c.summary)
	}
	b.WriteString("\nXem cách dùng một lệnh:\n  go run ./generator build --help\n\nHướng dẫn cho người biên tập: HUONG-DAN.md\n")
	return b.String()
}

func unknownCommand(name string) error {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	hint := "các lệnh có: " + strings.Join(names, ", ")
	if near := bulletin.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("có phải %q không? Xem các lệnh: go run ./generator --help", near)
	}
	return usageError{fmt.Sprintf("không có lệnh %q", name), hint}
}

// parseFlags parses args into fs. The flag package speaks English and prints
// by itself; editors read Vietnamese, with the nearest flag as a hint.
func parseFlags(fs *flag.FlagSet, args []string) error {
	fs.SetOutput(io.Discard)
	err := fs.Parse(args)
	if err == nil {
		return nil
	}
	help := fmt.Sprintf("xem các cờ: go run ./generator %s --help", fs.Name())
	if name, found := strings.CutPrefix(err.Error(), "flag provided but not defined: "); found {
		name = strings.TrimLeft(name, "-")
		var names []string
		fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		if near := bulletin.Nearest(name, names); near != "" {
			return usageError{fmt.Sprintf("không có cờ --%s", name), fmt.Sprintf("có phải --%s không? Hoặc %s", near, help)}
		}
		return usageError{fmt.Sprintf("không có cờ --%s", name), help}
	}
	if name, found := strings.CutPrefix(err.Error(), "flag needs an argument: "); found {
		return usageError{fmt.Sprintf("cờ --%s cần một giá trị", strings.TrimLeft(name, "-")), help}
	}
	return usageError{"không hiểu cờ: " + err.Error(), help}
}

// report prints what went wrong, for people, and chooses the exit status.
func report(stderr io.Writer, err error) int {
	var usage usageError
	var findings bulletin.Findings
	switch {
	case err == nil:
		return exitGood
	case errors.Is(err, errReported):
		return exitContent
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "lỗi cách dùng: %s\n  %s\n", usage.what, usage.hint)
		return exitUsage
	case errors.As(err, &findings):
		printFindings(stderr, findings)
		return exitContent
	default:
		fmt.Fprintf(stderr, "lỗi: %s\n", cause.Say(err))
		return exitContent
	}
}

func printFindings(w io.Writer, findings bulletin.Findings) {
	for _, f := range findings {
		fmt.Fprintln(w, f)
	}
}
