package fit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"bantin/generator/durable"
)

// Cache remembers results by what they were made of: the print page, every file
// that it names, the options and the program itself. Its folder is safe to
// delete; without one, "", nothing is remembered.
type Cache struct{ Dir string }

// keptResults is how many results a cache holds, the last ones.
const keptResults = 24

// remembered is a result with the files that it depends on.
type remembered struct {
	Files  map[string]string // name -> hash
	HTML   []byte
	CSS    []byte
	Plan   []Line
	Faults []Fault
	Meter  Meter
	Before Meter
	Better bool
	Kept   bool
}

// Fit is Fit, at once where nothing has changed.
func (c Cache) Fit(fsys fs.FS, name string, opt Options) (*Result, error) {
	file := c.file(fsys, name, opt)
	if r := recall(file, fsys); r != nil {
		return &Result{HTML: r.HTML, CSS: r.CSS, Plan: r.Plan, Faults: r.Faults, Meter: r.Meter, Before: r.Before, Better: r.Better, Kept: r.Kept, name: name}, nil
	}
	seen := &reads{FS: fsys, names: map[string]bool{}}
	res, err := Fit(seen, name, opt)
	if err != nil || file == "" {
		return res, err
	}
	c.save(file, remembered{seen.hashes(), res.HTML, res.CSS, res.Plan, res.Faults, res.Meter, res.Before, res.Better, res.Kept})
	return res, nil
}

// file is where a result is remembered, "" for nowhere.
func (c Cache) file(fsys fs.FS, name string, opt Options) string {
	program := programSum()
	page, err := fs.ReadFile(fsys, name)
	if c.Dir == "" || program == "" || err != nil || len(opt.Press.Fonts) > 0 {
		return ""
	}
	asked, err := json.Marshal([]any{name, opt.Press.BasePath, opt.Multiple, opt.Reorder, opt.Pinned, opt.Keep, program})
	if err != nil {
		return ""
	}
	h := sha256.New()
	h.Write(asked)
	h.Write(page)
	return filepath.Join(c.Dir, hex.EncodeToString(h.Sum(nil)[:12])+".json")
}

// recall reads a result, nil when there is none or a file has changed.
func recall(file string, fsys fs.FS) *remembered {
	if file == "" {
		return nil
	}
	data, err := os.ReadFile(file)
	var r remembered
	if err != nil || json.Unmarshal(data, &r) != nil || len(r.HTML) == 0 {
		return nil
	}
	for name, sum := range r.Files {
		if hashOf(fsys, name) != sum {
			return nil
		}
	}
	return &r
}

// save writes a result; where that cannot be, the next build works it out again.
func (c Cache) save(file string, r remembered) {
	data, err := json.Marshal(r)
	if err != nil || os.MkdirAll(c.Dir, 0o755) != nil || durable.Put(file, data) != nil {
		return
	}
	c.prune()
}

// prune removes all but the last results.
func (c Cache) prune() {
	entries, err := os.ReadDir(c.Dir)
	if err != nil || len(entries) <= keptResults {
		return
	}
	type result struct {
		name string
		at   int64
	}
	var all []result
	for _, e := range entries {
		if info, err := e.Info(); err == nil && filepath.Ext(e.Name()) == ".json" && !durable.IsTemp(e.Name()) {
			all = append(all, result{e.Name(), info.ModTime().UnixNano()})
		}
	}
	slices.SortFunc(all, func(a, b result) int { return cmp.Compare(b.at, a.at) })
	for _, r := range all[min(keptResults, len(all)):] {
		_ = os.Remove(filepath.Join(c.Dir, r.name)) // another build may have done it
	}
}

// reads notes the names of the files that are opened.
type reads struct {
	fs.FS
	mu    sync.Mutex
	names map[string]bool
}

func (r *reads) Open(name string) (fs.File, error) {
	r.mu.Lock()
	r.names[name] = true
	r.mu.Unlock()
	return r.FS.Open(name)
}

func (r *reads) hashes() map[string]string {
	all := map[string]string{}
	for name := range r.names {
		all[name] = hashOf(r.FS, name)
	}
	return all
}

// hashOf names the content of a file, "" when it is not there.
func hashOf(fsys fs.FS, name string) string {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// programSum names the program that runs: another one may lay out otherwise.
var programSum = sync.OnceValue(func() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	n, err := io.CopyBuffer(h, f, make([]byte, 1<<20))
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%x-%x", n, h.Sum32())
})
