package cause

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// english are words of the system's own messages.
var english = regexp.MustCompile(`(?i)denied|permitted|no such|read-only|stale|input/output|timed out|space left|too many|quota|connected|host is|failed|error`)

// TestSay: whatever the system says, at whatever place, is said in Vietnamese,
// with the file and what to do.
func TestSay(t *testing.T) {
	for _, errno := range []syscall.Errno{syscall.EPERM, syscall.EACCES, syscall.ENOSPC, syscall.EDQUOT, syscall.EROFS, syscall.EIO, syscall.ESTALE, syscall.ENOTCONN, syscall.EHOSTDOWN, syscall.ETIMEDOUT, syscall.EMFILE, syscall.ENAMETOOLONG, syscall.ENOENT} {
		inner := &fs.PathError{Op: "open", Path: "/o/bài/anh.jpg", Err: errno}
		for _, err := range []error{
			inner,
			fmt.Errorf("ghi %s: %w", "content/guong/x/index.md", inner),
			fmt.Errorf("copy static files: %w", errors.Join(errors.New("one"), inner)),
			&os.LinkError{Op: "rename", Old: "/a", New: "/o/bài/anh.jpg", Err: errno},
			fmt.Errorf("ghi: %w", os.NewSyscallError("fchmod", errno)),
		} {
			c, ok := Of(err)
			if !ok || c.Fix == "" || c.Message == "" {
				t.Errorf("%v: no cause", err)
				continue
			}
			got := Say(err)
			if strings.Contains(err.Error(), "copy static") {
				continue // not our words before it: publish makes a finding of it
			}
			if english.MatchString(got) || !strings.Contains(got, " — ") || strings.Contains(err.Error(), "/o/bài") && !strings.Contains(got, "/o/bài/anh.jpg") {
				t.Errorf("%v: said as %q", err, got)
			}
		}
	}
	if got := Say(errors.New("khác")); got != "khác" {
		t.Error(got)
	}
}
