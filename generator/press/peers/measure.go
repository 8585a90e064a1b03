package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// measure compares the engines at two lengths.
func measure(o options) error {
	dir, err := o.folder()
	if err != nil {
		return err
	}
	in, err := filepath.Abs(o.args[0])
	if err != nil {
		return err
	}
	for _, pages := range []int{12, 112} {
		work := filepath.Join(dir, strconv.Itoa(pages))
		em, err := prepare(o, in, work, pages)
		if err != nil {
			return fmt.Errorf("grow to %d pages: %w", pages, err)
		}
		at := o
		at.root, at.em = work, em
		list, err := engines(at, dir)
		if err != nil {
			return err
		}
		fmt.Printf("\nabout %d pages, body %g pt, medians of %d processes\n", pages, em, o.runs)
		if err := at.compare(list, work); err != nil {
			return err
		}
	}
	fmt.Println("\nfiles are in", dir)
	return nil
}

// prepare grows the document in a process of its own and returns the size of
// its body text.
func prepare(o options, in, work string, pages int) (float64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.Command(self, "grow", "-root", o.root, "-out", work, in, strconv.Itoa(pages))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, err
	}
	return strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
}

// compare runs every engine and prints a line for each; the press is the first.
// The engines take turns, so that what else the machine does falls on all alike.
func (o options) compare(list []engine, work string) error {
	all, failed := make([][]cost, len(list)), make([]bool, len(list))
	for range o.runs {
		for i, e := range list {
			if failed[i] {
				continue
			}
			in, out := e.files(work)
			c, err := e.once(in, out)
			if failed[i] = err != nil; failed[i] {
				fmt.Fprintln(os.Stderr, "peers:", err)
				continue
			}
			all[i] = append(all[i], c)
		}
	}
	fmt.Printf("%-11s %6s %9s %8s %9s %8s %8s %8s %9s\n", "", "pages", "wall s", "ratio", "cpu s", "ratio", "MiB", "ratio", "bytes")
	var ours cost
	for i, e := range list {
		if failed[i] {
			continue
		}
		c := median(all[i])
		if i == 0 {
			ours = c
		}
		_, out := e.files(work)
		size := int64(0)
		if st, err := os.Stat(out); err == nil {
			size = st.Size()
		}
		fmt.Printf("%-11s %6d %9.3f %8.1f %9.3f %8.1f %8.1f %8.2f %9d\n", e.name, pageCount(out), c.wall.Seconds(), c.wall.Seconds()/ours.wall.Seconds(),
			c.cpu.Seconds(), c.cpu.Seconds()/ours.cpu.Seconds(), float64(c.peak)/(1<<20), float64(c.peak)/float64(ours.peak), size)
	}
	fmt.Println("\nword spaces of justified lines, em")
	for _, e := range list {
		name := strings.ReplaceAll(e.name, "/", "-")
		if err := reportSpaces(name, filepath.Join(work, name+".pdf"), o.em); err != nil {
			fmt.Fprintln(os.Stderr, "peers:", err)
		}
	}
	return nil
}

// files are what the engine reads and writes in a folder.
func (e engine) files(work string) (in, out string) {
	in = "in.html"
	if e.typst {
		in = "in.typ"
	}
	return filepath.Join(work, in), filepath.Join(work, strings.ReplaceAll(e.name, "/", "-")+".pdf")
}

// once runs the engine, and without work when it has a way to: that time is
// taken off.
func (e engine) once(in, out string) (cost, error) {
	c, err := spend(e.args(in, out), e.env, e.many)
	if err != nil || e.idle == nil {
		return c, err
	}
	idle, err := spend(e.idle, e.env, false)
	c.wall, c.cpu = max(c.wall-idle.wall, time.Millisecond), max(c.cpu-idle.cpu, time.Millisecond)
	return c, err
}

// pageCount asks poppler; 0 when it cannot tell.
func pageCount(pdf string) int {
	out, _ := exec.Command("pdfinfo", pdf).Output()
	for line := range strings.Lines(string(out)) {
		if n, ok := strings.CutPrefix(line, "Pages:"); ok {
			k, _ := strconv.Atoi(strings.TrimSpace(n))
			return k
		}
	}
	return 0
}
