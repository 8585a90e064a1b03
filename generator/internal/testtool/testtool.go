// Package testtool runs the programs that tests compare our output with:
// poppler's, qpdf, a browser. A machine without them skips those tests with a message;
// where BANTIN_CI=1 is set they must be there, so that continuous integration
// never passes by testing nothing.
package testtool

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// Need returns the path of a program, or skips or fails the test.
func Need(tb testing.TB, program string) string {
	tb.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	missing(tb, program+" is not installed")
	return ""
}

// missing skips the test, or fails it where nothing may be missing.
func missing(tb testing.TB, what string) {
	tb.Helper()
	if os.Getenv("BANTIN_CI") == "1" {
		tb.Fatal(what + ", and BANTIN_CI=1 asks for it")
	}
	tb.Skip(what)
}

// Run runs a program and returns what it prints; failure fails the test.
func Run(tb testing.TB, program string, args ...string) string {
	tb.Helper()
	cmd := exec.Command(Need(tb, program), args...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		tb.Fatalf("%s %q: %v\n%s%s", program, args, err, out.String(), complaint.String())
	}
	return out.String()
}

// File returns the path of a file that an environment variable names, or skips
// or fails the test.
func File(tb testing.TB, variable, what string) string {
	tb.Helper()
	path := os.Getenv(variable)
	if path != "" {
		return path
	}
	missing(tb, variable+" names no "+what)
	return ""
}
