package hugosite

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestMain lets the tests run this program as a build of its own, in another
// environment or as another user. It gets no -test flags then: Hugo looks for
// them and behaves otherwise.
func TestMain(m *testing.M) {
	dir := os.Getenv("BANTIN_TEST_BUILD")
	if dir == "" {
		os.Exit(m.Run())
	}
	restrict()
	if err := buildAndPublish(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func buildAndPublish(dir string) error {
	e, err := Open(Options{Dir: dir, Destination: filepath.Join(dir, "public")})
	if err != nil {
		return err
	}
	defer e.Close()
	if err := e.Build(); err != nil {
		return err
	}
	_, err = e.Publish()
	return err
}

// program is a command that builds dir into dir/public.
func program(t testing.TB, dir string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "BANTIN_TEST_BUILD="+dir)
	return cmd
}
