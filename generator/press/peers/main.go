// Command peers compares the press with other engines on the same print HTML:
// Chromium and WeasyPrint (the system's packages) and Typst (a folder with its
// npm packages, given with -typst), which sets like text from a file made of the
// same document.
//
//	go run ./generator/press/peers set [-root public] in.html out.pdf
//	go run ./generator/press/peers render [-root public] [-out dir] in.html
//	go run ./generator/press/peers measure [-root public] [-out dir] [-typst dir] [-runs 5] in.html
//	go run ./generator/press/peers spaces [-em 10] file.pdf…
//
// set writes a PDF with the press alone: the process that measure times. render
// puts the pages of all engines side by side as PNG. measure grows the document
// to about 12 and 112 pages with 8 photographs for every 12, and prints medians
// of wall time, processor time and peak memory of whole processes, the engines
// taking turns, their ratios, and how even the word spaces are. spaces prints the
// latter for any PDF. It says what is not installed and goes on without it.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
}

// options are the flags of all verbs.
type options struct {
	root, out, typst string
	runs             int
	em, dpi          float64
	args             []string
}

var errUsage = errors.New("usage: peers set|render|measure|spaces [flags] file…, see the package comment")

func run(args []string) error {
	if len(args) == 0 {
		return errUsage
	}
	var o options
	fs := flag.NewFlagSet(args[0], flag.ContinueOnError)
	fs.StringVar(&o.root, "root", "", "folder that the document's addresses stay within (default: its own)")
	fs.StringVar(&o.out, "out", "", "folder for what is made (default: a new one)")
	fs.StringVar(&o.typst, "typst", "", "folder with node_modules of typst's npm packages")
	fs.IntVar(&o.runs, "runs", 5, "processes of each kind; the median counts")
	fs.Float64Var(&o.em, "em", 0, "size of the body text, pt (default: that of the press)")
	fs.Float64Var(&o.dpi, "dpi", 60, "resolution of the pictures")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	o.args = fs.Args()
	if o.root != "" {
		var err error
		if o.root, err = filepath.Abs(o.root); err != nil {
			return err
		}
	}
	verbs := map[string]struct {
		args int // at least
		run  func(options) error
	}{"set": {2, set}, "render": {1, render}, "measure": {1, measure}, "grow": {2, growFile}, "spaces": {1, printSpaces}}
	v, ok := verbs[args[0]]
	if !ok || len(o.args) < v.args {
		return errUsage
	}
	return v.run(o)
}

// folder is where a verb writes; a new one when none is given.
func (o options) folder() (string, error) {
	if o.out == "" {
		return os.MkdirTemp("", "peers")
	}
	dir, err := filepath.Abs(o.out)
	if err != nil {
		return "", err
	}
	return dir, os.MkdirAll(dir, 0o755)
}
