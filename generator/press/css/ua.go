package css

import (
	_ "embed"
	"sync"
)

//go:embed ua.css
var uaSource []byte

// userAgent returns our own sheet for HTML, parsed once.
var userAgent = sync.OnceValue(func() *Sheet {
	s, _ := Parse("ua.css", uaSource)
	return s
})
