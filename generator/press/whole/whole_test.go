package main

import (
	"strings"
	"testing"
)

// seeds are documents that were lost or painted wrongly before.
var seeds = []uint64{5, 7, 8, 11}

// TestWhole tries the documents that failed once.
func TestWhole(t *testing.T) {
	for _, seed := range seeds {
		for _, f := range check(grow(seed)) {
			t.Errorf("seed %d: %s", seed, f)
		}
	}
}

// TestSameSeed: a seed names one document.
func TestSameSeed(t *testing.T) {
	if grow(3).html() != grow(3).html() || grow(3).html() == grow(4).html() {
		t.Error("a seed does not name its document")
	}
}

// TestCheckSees: what is lost, there twice or off the sheet is seen, and the
// document is made small.
func TestCheckSees(t *testing.T) {
	d := &document{page: []string{"size:100pt 100pt", "margin:0"}, body: &node{tag: "body", kids: []*node{
		{tag: "p", kids: []*node{{words: []string{"w1", "w2"}}}},
		{tag: "p", style: []string{"display:none", "color:red"}, kids: []*node{{words: []string{"w3", "w4"}}}},
		{tag: "p", style: []string{"position:relative;top:-50pt"}, kids: []*node{{words: []string{"w5"}}}},
	}}}
	var kinds []string
	for _, f := range check(d) {
		kinds = append(kinds, f.kind)
	}
	if got := strings.Join(kinds, " "); got != "beyond lost lost" {
		t.Errorf("found %q: %v", got, check(d))
	}
	small := shrink(d, "lost")
	if len(small.body.kids) != 1 || len(small.body.kids[0].style) != 1 || len(small.body.kids[0].kids[0].words) != 1 {
		t.Errorf("not small: %s", small.html())
	}
}

// FuzzWhole tries documents by their seeds.
func FuzzWhole(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		if bad := check(grow(seed)); len(bad) > 0 {
			t.Fatalf("seed %d: %s (go run ./generator/press/whole -from %d makes it small)", seed, bad[0], seed)
		}
	})
}
