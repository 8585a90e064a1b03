package search

// SetRecent sets how many pages are recent until the function it returns is
// called.
func SetRecent(n int) (restore func()) {
	before := recent
	recent = n
	return func() { recent = before }
}
