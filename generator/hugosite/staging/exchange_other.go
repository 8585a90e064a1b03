//go:build !linux && !darwin

package staging

import "errors"

// exchange is not available here: two renames do.
func exchange(a, b string) error { return errors.ErrUnsupported }
