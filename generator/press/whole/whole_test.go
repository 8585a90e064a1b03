package main

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// seeds are documents of many kinds; those from 20 on lost something before.
var seeds = []uint64{5, 7, 8, 11, 20, 21}

// manySeeds are as many as BANTIN_DOCUMENTS says, from BANTIN_SEED on.
func manySeeds() (list []uint64) {
	first, _ := strconv.ParseUint(os.Getenv("BANTIN_SEED"), 10, 64)
	many, _ := strconv.ParseUint(os.Getenv("BANTIN_DOCUMENTS"), 10, 64)
	for n := range many {
		list = append(list, first+n)
	}
	return list
}

// TestWhole tries some documents, more when BANTIN_DOCUMENTS asks for them.
func TestWhole(t *testing.T) {
	for _, seed := range append(manySeeds(), seeds...) {
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
	if got := strings.Join(kinds, " "); got != "lost lost" {
		t.Errorf("found %q: %v", got, check(d))
	}
	small := shrink(d, "lost")
	if len(small.body.kids) != 1 || len(small.body.kids[0].style) != 1 || len(small.body.kids[0].kids[0].words) != 1 {
		t.Errorf("not small: %s", small.html())
	}
}
