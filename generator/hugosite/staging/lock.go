package staging

import "errors"

// errLocked is returned by acquire when a live process holds the lock.
var errLocked = errors.New("locked")
