package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// sizes are those that shards of a kind have on average, in bytes before
// compression. Small ones make a query cheap, and files many.
var sizes = map[string]int{"w": 300, "c2": 900, "c3": 500, "kt": 700, "ks": 700}

// output is the folder that is being written. Its first error ends the work.
type output struct {
	dir   string
	sum   hash.Hash
	made  map[string]bool // folders
	files int
	bytes int64
	lists int

	jobs    chan job
	writers sync.WaitGroup
	mu      sync.Mutex
	err     error
}

type job struct {
	name string
	data []byte
}

// newOutput makes the folder; close must be called.
func newOutput(dir string) (*output, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	o := &output{dir: dir, sum: sha256.New(), made: map[string]bool{}, jobs: make(chan job, 32)}
	for range 4 { // most of the time goes by in the system
		o.writers.Go(func() {
			for j := range o.jobs {
				o.fail(os.WriteFile(j.name, j.data, 0o644))
			}
		})
	}
	return o, nil
}

func (o *output) fail(err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.err == nil {
		o.err = err
	}
}

// close waits until everything is written and returns the first error.
func (o *output) close() error {
	close(o.jobs)
	o.writers.Wait()
	return o.err
}

func (o *output) fingerprint() string { return hex.EncodeToString(o.sum.Sum(nil)[:8]) }

// file writes one file, which keeps the data; the fingerprint covers name and
// content, in the order of the calls.
func (o *output) file(name string, data []byte) {
	full := filepath.Join(o.dir, filepath.FromSlash(name))
	if dir := filepath.Dir(full); !o.made[dir] {
		o.fail(os.MkdirAll(dir, 0o755))
		o.made[dir] = true
	}
	fmt.Fprintf(o.sum, "%s %d\n", name, len(data))
	o.sum.Write(data)
	o.files++
	o.bytes += int64(len(data))
	o.jobs <- job{full, data}
}

// list writes a file of its own for a list so long that a shard would be long
// for it, and returns the file's number.
func (o *output) list(data []byte) int {
	n := o.lists
	o.file(fmt.Sprintf("l/%d.txt", n), data)
	o.lists++
	return n
}

// alone gives the rest of an entry a file of its own, and returns an entry with
// the file's number.
func (o *output) alone(e entry) entry {
	key := e.key()
	return fmt.Appendf(nil, "%s\t=%d", key, o.list(e[len(key)+1:]))
}

// shards divides entries among as many files as give each the size, by a hash
// of their keys, and returns how many. Entries of one key are one line, in the
// order of their bytes. A shard without entries has its file too: asking for it
// is no error.
func (o *output) shards(kind string, entries []entry) int {
	total := 0
	for _, e := range entries {
		total += len(e) + 1
	}
	n := total/sizes[kind] + 1
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a, b) })
	files := make([][]int32, n)
	for i, e := range entries {
		s := shardOf(string(e.key()), n)
		files[s] = append(files[s], int32(i))
	}
	for s, of := range files {
		var text, last []byte
		for _, i := range of {
			key := entries[i].key()
			if bytes.Equal(key, last) {
				text = append(text[:len(text)-1], entries[i][len(key):]...)
			} else {
				text = append(text, entries[i]...)
			}
			text, last = append(text, '\n'), key
		}
		o.file(fmt.Sprintf("%s/%d.txt", kind, s), text)
	}
	return n
}

// shardOf is FNV-1a of the key's code points, modulo n.
func shardOf(key string, n int) int {
	h := uint32(2166136261)
	for _, r := range key {
		h = (h ^ uint32(r)) * 16777619
	}
	// The low bits of FNV depend on the low bits of the text alone.
	h ^= h >> 15
	return int(h % uint32(n))
}

// filters writes the pages of each kind and each document that any page has:
//
//	loai<TAB>guong<TAB>pages
//	van-ban<TAB>21-kl-tw-2021-10-25<TAB>pages<TAB>Kết luận số 21-KL/TW
func filters(pages []Page, documents []Document) []byte {
	kinds, cited := map[string][]uint32{}, map[string][]uint32{}
	var order []string
	for i, p := range pages {
		if kinds[p.Kind] == nil {
			order = append(order, p.Kind)
		}
		kinds[p.Kind] = append(kinds[p.Kind], uint32(i))
		for _, d := range p.Documents {
			if list := cited[d]; len(list) == 0 || list[len(list)-1] != uint32(i) {
				cited[d] = append(list, uint32(i))
			}
		}
	}
	slices.Sort(order)
	var b []byte
	for _, k := range order {
		b = append(appendList(append(b, "loai\t"+k+"\t"...), kinds[k]), '\n')
	}
	for _, d := range documents {
		if list := cited[d.Key]; list != nil {
			b = appendList(append(b, "van-ban\t"+d.Key+"\t"...), list)
			b = append(b, "\t"+line(d.Title)+"\n"...)
		}
	}
	return b
}

// head describes the index: its folder, pages, how many of them are recent,
// shards. Years are pairs: the year and its first page;
// pages without a date are of year 0.
func head(pages []Page, s Stats, shards map[string]int) []byte {
	years := [][2]int{}
	for i, p := range pages {
		year := p.Date.Year()
		if p.Date.IsZero() {
			year = 0
		}
		if n := len(years); n == 0 || years[n-1][0] != year {
			years = append(years, [2]int{year, i})
		}
	}
	data, err := json.Marshal(map[string]any{"ban": s.Fingerprint, "so": s.Pages, "nam": years, "moi": recent, "manh": shards})
	if err != nil {
		panic(err) // numbers and text alone
	}
	return append(data, '\n')
}
