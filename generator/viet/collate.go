package viet

import (
	"sort"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators keeps collators of the CLDR order for Vietnamese ("vi"): a ă â b c
// d đ e ê …, the tones in the order ngang, huyền, hỏi, ngã, sắc, nặng. A
// collate.Collator has buffers of its own and must not be shared by goroutines,
// and making one costs more than many comparisons.
var collators = sync.Pool{New: func() any {
	return collate.New(language.Vietnamese, collate.Numeric)
}}

// Compare orders a and b as a Vietnamese dictionary does: -1, 0 or 1. Runs of
// digits compare by value, so that "Số 9" stands before "Số 10". Texts that the
// dictionary holds equal but whose NFC bytes differ are ordered by those bytes,
// which makes every sort with Compare repeatable; NFC and NFD twins are equal.
func Compare(a, b string) int {
	a, b = NFC(a), NFC(b)
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	if n := c.CompareString(a, b); n != 0 {
		return n
	}
	return strings.Compare(a, b)
}

// Sort sorts ss in place in the order of Compare.
func Sort(ss []string) {
	sort.SliceStable(ss, func(i, j int) bool { return Compare(ss[i], ss[j]) < 0 })
}
