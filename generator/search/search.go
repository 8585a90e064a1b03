// Package search writes the index that the site's search page reads. It knows
// Vietnamese words and files, nothing of bulletins, Hugo or browsers: whoever
// publishes an edition says which pages there are and what their text is, and
// nothing else can be in the index.
//
// Folded Vietnamese has a few thousand syllables, so the index is a set of
// small text files ("shards") that any static host can serve, of which a query
// reads only those of its own words:
//
//	chi-muc.json             what there is, and the name of the folder below
//	du-lieu/<fingerprint>/
//	  w/<shard>.txt          words: which pages hold each form of a folded word
//	  c2/<shard>.txt         grams: pairs of neighbouring words, and with them the
//	                         triples whose other pair is common
//	  c3/<shard>.txt         three words in a row, where both pairs are common
//	  kt/<shard>.txt         what stands before a word, to mend typing errors
//	  ks/<shard>.txt         what stands after a word
//	  l/<n>.txt              a list too long for a shard, which gives the number
//	  t/<page>.txt           one page: what a result shows of it, and its text
//	  tu.txt                 every folded word
//	  loc.txt                pages of each kind, and of each cited document
//
// Pages are numbered from the newest, so equal matches come newest first and a
// year is a range. Lists are written as in pack.go. The same pages give the
// same bytes, and any change another fingerprint: the files may be kept for ever.
//
// A gram has the pages it is on, not its positions: these would outweigh a
// whole query. The pages of two seldom pairs hardly meet but where the pairs do;
// of a common one the triples are there too. What remains is seen in the texts
// of the pages that are shown. layouts/_js/tim-kiem-*.js read all this.
package search

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Dir is the folder of the index within the site.
const Dir = "tim-kiem"

// Page is one page that can be found.
type Page struct {
	Path      string // relative to the site's root: "guong/tu-sach/"
	Title     string
	Summary   string
	Kind      string // one of few: "guong", "van-ban"
	Date      time.Time
	Unit      string   // who it is from, as the result shows it
	Documents []string // keys of the documents it belongs to or cites
	// Text returns the rest of what the page says, block by block. It is called
	// once, from several goroutines for different pages.
	Text func() ([]string, error)
}

// Document is what a filter of documents offers.
type Document struct{ Key, Title string }

// Stats says what was written.
type Stats struct {
	Pages, Words, Grams, Files int
	Bytes                      int64
	Fingerprint                string
}

// Write writes the index into root/Dir, where no index may be yet.
func Write(root string, pages []Page, documents []Document) (Stats, error) {
	dir := filepath.Join(root, Dir)
	out, err := newOutput(filepath.Join(dir, "du-lieu", "dang-ghi"))
	if err != nil {
		return Stats{}, fmt.Errorf("create search index: %w", err)
	}
	sorted := newest(pages)
	s := Stats{Pages: len(pages)}
	shards, err := s.fill(out, sorted, documents)
	if closing := out.close(); err == nil && closing != nil {
		err = fmt.Errorf("write search index: %w", closing)
	}
	if err != nil {
		return Stats{}, err
	}
	s.Files, s.Bytes, s.Fingerprint = out.files+1, out.bytes, out.fingerprint()
	if err := os.Rename(out.dir, filepath.Join(dir, "du-lieu", s.Fingerprint)); err != nil {
		return Stats{}, fmt.Errorf("name search index: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "chi-muc.json"), head(sorted, s, shards), 0o644); err != nil {
		return Stats{}, fmt.Errorf("write search index: %w", err)
	}
	return s, nil
}

// fill writes everything but the head, and returns how many shards there are
// of each kind.
func (s *Stats) fill(out *output, pages []Page, documents []Document) (map[string]int, error) {
	corpus, err := read(pages, out)
	if err != nil {
		return nil, fmt.Errorf("read pages for search index: %w", err)
	}
	shards := map[string]int{}
	write := func(kind string, entries []entry) int {
		shards[kind] = out.shards(kind, entries)
		return len(entries)
	}
	s.Words = write("w", corpus.words(out))
	pairs, common := corpus.grams(out, 2, nil)
	before, after := corpus.neighbours(out, pairs)
	write("kt", before)
	write("ks", after)
	triples, _ := corpus.grams(out, 3, common)
	triples = slices.DeleteFunc(triples, func(t entry) bool {
		beside := bytes.Count(t.key(), []byte(" ")) == 1
		if beside {
			pairs = append(pairs, t)
		}
		return beside
	})
	s.Grams = write("c2", pairs) + write("c3", triples)
	out.file("tu.txt", corpus.vocabulary())
	out.file("loc.txt", filters(pages, documents))
	return shards, nil
}
