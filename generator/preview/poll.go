package preview

import (
	"hash/maphash"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// eventSource tells of what happens in folders; fsnotify is one, poller the other.
type eventSource interface {
	Add(dir string) error
	events() <-chan fsnotify.Event
	errors() <-chan error
	Close() error
}

// notifier is the system's own source.
type notifier struct{ *fsnotify.Watcher }

func (n notifier) events() <-chan fsnotify.Event { return n.Events }
func (n notifier) errors() <-chan error          { return n.Errors }

// poller looks into every folder again and again: network drives, shared
// folders of containers and of WSL send no events.
type poller struct {
	every time.Duration
	out   chan fsnotify.Event
	errs  chan error
	quit  chan struct{}
	ended sync.WaitGroup

	mu   sync.Mutex
	dirs map[string]map[string]stamp
	seed maphash.Seed
}

// stamp is how a file looks from outside. On some drives times are as coarse as
// two seconds: of a file that was written lately the bytes count too.
type stamp struct {
	mode fs.FileMode
	size int64
	time time.Time
	sum  uint64
}

// lately is how long the time of a file says too little of it.
const lately = 5 * time.Second

// huge files are not read to see whether they changed.
const huge = 4 << 20

func newPoller(every time.Duration) *poller {
	p := &poller{every: every, out: make(chan fsnotify.Event), errs: make(chan error), quit: make(chan struct{}),
		dirs: map[string]map[string]stamp{}, seed: maphash.MakeSeed()}
	p.ended.Go(p.run)
	return p
}

func (p *poller) events() <-chan fsnotify.Event { return p.out }
func (p *poller) errors() <-chan error          { return p.errs }

// Close ends the looking; it is called once.
func (p *poller) Close() error {
	close(p.quit)
	p.ended.Wait()
	return nil
}

// Add begins to look into a folder: what is there already is no news.
func (p *poller) Add(dir string) error {
	now, err := p.look(dir, nil)
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.dirs[dir] = now
	return nil
}

func (p *poller) run() {
	for {
		select {
		case <-p.quit:
			return
		case <-time.After(p.every):
		}
		p.mu.Lock()
		dirs := make([]string, 0, len(p.dirs))
		for dir := range p.dirs {
			dirs = append(dirs, dir)
		}
		p.mu.Unlock()
		for _, dir := range dirs {
			if !p.compare(dir) {
				return
			}
		}
	}
}

// compare tells what changed in a folder since the last look; false: it ends.
// A drive that cannot be read for a while changed nothing.
func (p *poller) compare(dir string) bool {
	p.mu.Lock()
	was, known := p.dirs[dir]
	p.mu.Unlock()
	if !known {
		return true
	}
	now, err := p.look(dir, was)
	if err != nil {
		if os.IsNotExist(err) {
			p.mu.Lock()
			delete(p.dirs, dir) // the folder above tells of it
			p.mu.Unlock()
		}
		return true
	}
	p.mu.Lock()
	p.dirs[dir] = now
	p.mu.Unlock()
	for name, s := range now {
		old, known := was[name]
		op := fsnotify.Write
		if !known {
			op = fsnotify.Create
		}
		if (!known || s != old && !(s.mode.IsDir() && old.mode.IsDir())) && !p.send(dir, name, op) {
			return false
		}
	}
	for name := range was {
		if _, there := now[name]; !there && !p.send(dir, name, fsnotify.Remove) {
			return false
		}
	}
	return true
}

func (p *poller) send(dir, name string, op fsnotify.Op) bool {
	select {
	case p.out <- fsnotify.Event{Name: filepath.Join(dir, name), Op: op}:
		return true
	case <-p.quit:
		return false
	}
}

// look reads a folder.
func (p *poller) look(dir string, was map[string]stamp) (map[string]stamp, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	now := make(map[string]stamp, len(entries))
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue // gone meanwhile
		}
		s := stamp{mode: info.Mode(), size: info.Size(), time: info.ModTime(), sum: was[e.Name()].sum}
		if s.mode.IsRegular() && s.size < huge && time.Since(s.time).Abs() < lately {
			s.sum = p.sum(filepath.Join(dir, e.Name()), s.sum)
		}
		now[e.Name()] = s
	}
	return now, nil
}

// sum is that of a file's bytes, or the last one when it cannot be read.
func (p *poller) sum(name string, last uint64) uint64 {
	data, err := os.ReadFile(name)
	if err != nil {
		return last
	}
	return maphash.Bytes(p.seed, data)
}
