// Whole makes random documents and says whether all of each is on its pages.
//
// Contract: a seed names a document, always the same. In it every word is
// there once, and every picture. The press must end, and show every word and
// every picture exactly once within the sheet; what lies beyond it (an absolute
// box, a word wider than the sheet, a box taller than the page) is named by a
// finding with its place. What repeats by its nature, as the
// head of a table, counts once.
//
//	go run ./generator/press/whole -from 1 -n 10000   # tries seeds, prints failing ones, made small
//	go run ./generator/press/whole -from 17 -show     # prints the document of a seed
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	from := flag.Uint64("from", 1, "first `seed`")
	n := flag.Uint64("n", 1, "how many seeds")
	most := flag.Int("most", 1, "stop after so many failures")
	show := flag.Bool("show", false, "print the document of the first seed and end")
	flag.Parse()
	if *show {
		fmt.Println(grow(*from).html())
		return
	}
	if try(os.Stdout, *from, *n, *most) > 0 {
		os.Exit(1)
	}
}

// try sets the documents of n seeds and prints those that fail, made small.
func try(w io.Writer, from, n uint64, most int) (failed int) {
	for seed := from; seed < from+n && failed < most; seed++ {
		d := grow(seed)
		f := check(d)
		if len(f) == 0 {
			continue
		}
		failed++
		small := shrink(d, f[0].kind)
		fmt.Fprintf(w, "seed %d: %s\n%s\n", seed, f[0], small.html())
		for _, f := range check(small) {
			fmt.Fprintf(w, "  now %s\n", f)
		}
	}
	fmt.Fprintf(w, "%d failed\n", failed)
	return failed
}
