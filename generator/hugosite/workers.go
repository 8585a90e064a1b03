package hugosite

import (
	"os"
	"strconv"
	"sync"
)

// workersVariable is Hugo's own way, and the only one, to be told how many
// pages it renders at once. It counts for the whole process.
const workersVariable = "HUGO_NUMWORKERMULTIPLIER"

var workersMu sync.Mutex

// SetWorkers says how many pages Hugo renders at once from the next build on,
// in the whole process.
func SetWorkers(n int) error {
	workersMu.Lock()
	defer workersMu.Unlock()
	return os.Setenv(workersVariable, strconv.Itoa(n))
}

// withWorkers does work with another number of workers.
func withWorkers(n int, work func() error) error {
	workersMu.Lock()
	defer workersMu.Unlock()
	before, was := os.LookupEnv(workersVariable)
	if err := os.Setenv(workersVariable, strconv.Itoa(n)); err != nil {
		return err
	}
	err := work()
	if was {
		_ = os.Setenv(workersVariable, before)
	} else {
		_ = os.Unsetenv(workersVariable)
	}
	return err
}
