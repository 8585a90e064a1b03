package main

import (
	"runtime"
	"runtime/debug"
)

// collectLater lets the first collection of garbage wait until 16 MiB are in
// use; from then on it works a little harder than usual. A process that sets one
// document and ends would otherwise collect four times on the way there, for a
// fifth of its time, and free next to nothing: what layout makes at the
// beginning it needs until the end.
func collectLater() {
	debug.SetGCPercent(400) // of 4 MiB, the least that the collector aims at
	type sentinel struct{ _ [16]byte }
	runtime.SetFinalizer(&sentinel{}, func(*sentinel) { debug.SetGCPercent(80) })
}

// collectOnce lets go of what layout needed, most of all that there was: writing
// the pages takes less, so that the collector need hardly begin again.
func collectOnce() {
	runtime.GC()
	debug.SetGCPercent(200)
}
