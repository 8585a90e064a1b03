package staging

import "fmt"

// Reason says why a destination cannot be staged or published. The command
// line turns it into the editors' language.
type Reason string

const (
	Busy      Reason = "another build of the same destination is running"
	NotFolder Reason = "it is not a folder"
	Foreign   Reason = "it holds files that are not a built site"
	Source    Reason = "it holds, or lies inside, the sources of the site"
	Home      Reason = "it is, or holds, the home folder"
	Current   Reason = "it is, or holds, the current folder"
	Mounted   Reason = "it is a mount point, which cannot be replaced in one step"
	NoAccess  Reason = "it cannot be written"
)

// Error is the refusal of a destination. Path is the folder meant; Err, when
// not nil, is what the operating system said.
type Error struct {
	Path   string
	Reason Reason
	Err    error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("destination %s: %s: %v", e.Path, e.Reason, e.Err)
	}
	return fmt.Sprintf("destination %s: %s", e.Path, e.Reason)
}

func (e *Error) Unwrap() error { return e.Err }
