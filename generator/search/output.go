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

// Sizes that shards should have at most, in bytes before compression, unless
// one entry is longer. Small ones make a query cheap, and files many.
const (
	wordShard = 1500
	pairShard = 1500
	gramShard = 1500 // triples, of which a query reads fewer
)

// output is the folder that is being written. Its first error ends the work.
type output struct {
	dir   string
	sum   hash.Hash
	made  map[string]bool // folders
	files int
	bytes int64

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

// shards divides entries among as many files as give each the size, a power of
// two, by a hash of their keys, and returns how many. A shard without entries
// has its file too: asking for it is no error.
func (o *output) shards(kind string, entries []entry, size int) int {
	total := 0
	for _, e := range entries {
		total += len(e) + 1
	}
	n := 1
	for n*size < total {
		n *= 2
	}
	slices.SortFunc(entries, func(a, b entry) int { return bytes.Compare(a, b) })
	files := make([][]int32, n)
	for i, e := range entries {
		s := shardOf(string(e.key()), n)
		files[s] = append(files[s], int32(i))
	}
	for s, of := range files {
		var text []byte
		for _, i := range of {
			text = append(append(text, entries[i]...), '\n')
		}
		o.file(fmt.Sprintf("%s/%d.txt", kind, s), text)
	}
	return n
}

// shardOf is FNV-1a of the key's code points, of which n, a power of two,
// keeps the low bits.
func shardOf(key string, n int) int {
	h := uint32(2166136261)
	for _, r := range key {
		h = (h ^ uint32(r)) * 16777619
	}
	// The low bits of FNV depend on the low bits of the text alone.
	h ^= h >> 15
	return int(h & uint32(n-1))
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

// head describes the index: its folder, pages, shards, on more pages than how
// many a pair is common. Years are pairs: the year and its first page;
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
	data, err := json.Marshal(map[string]any{"ban": s.Fingerprint, "so": s.Pages, "nam": years, "manh": shards, "nhieu": commonPair})
	if err != nil {
		panic(err) // numbers and text alone
	}
	return append(data, '\n')
}
