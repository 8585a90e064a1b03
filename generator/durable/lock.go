package durable

import "errors"

// ErrLocked is returned when a live process holds the lock, or writes the file.
var ErrLocked = errors.New("another process is writing it")
