package hugosite

import (
	"sync"
	"time"

	"github.com/gohugoio/hugo/common/htime"
)

// clockMu guards Hugo's clock, which is one for the whole process: a build
// that sets it runs alone.
var clockMu sync.RWMutex

// setClock makes Hugo's clock start at now (zero: leave it) and returns what
// undoes it at the end of the build.
func setClock(now time.Time) func() {
	if now.IsZero() {
		clockMu.RLock()
		return clockMu.RUnlock
	}
	clockMu.Lock()
	before := htime.Clock
	htime.Clock = shifted(time.Until(now))
	return func() {
		htime.Clock = before
		clockMu.Unlock()
	}
}

// shifted is a clock that runs with this offset to the machine's.
type shifted time.Duration

func (s shifted) Now() time.Time                  { return time.Now().Add(time.Duration(s)) }
func (s shifted) Since(t time.Time) time.Duration { return s.Now().Sub(t) }
func (s shifted) Until(t time.Time) time.Duration { return t.Sub(s.Now()) }
func (s shifted) Offset() time.Duration           { return time.Duration(s) }
