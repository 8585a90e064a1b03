//go:build !linux && !darwin

package durable

import "errors"

// Exchange is not available here: two renames do.
func Exchange(a, b string) error { return errors.ErrUnsupported }
