package main

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

// render sets the document with every engine that reads HTML and puts their
// pages side by side: page-01.png, page-02.png …
func render(o options) error {
	dir, err := o.folder()
	if err != nil {
		return err
	}
	in, err := filepath.Abs(o.args[0])
	if err != nil {
		return err
	}
	if o.root == "" {
		o.root = filepath.Dir(in)
	}
	list, err := engines(o, dir)
	if err != nil {
		return err
	}
	var names []string
	var sets [][]image.Image
	for _, e := range list {
		if e.typst {
			continue
		}
		pages, err := e.pages(in, dir, o.dpi)
		if err != nil {
			fmt.Fprintln(os.Stderr, "peers:", err)
			continue
		}
		names, sets = append(names, fmt.Sprintf("%s, %d pages", e.name, len(pages))), append(sets, pages)
	}
	if err := sheets(dir, names, sets); err != nil {
		return err
	}
	fmt.Println(strings.Join(names, "; ")+": pictures and PDFs are in", dir)
	return nil
}

// pages sets a document and draws its pages.
func (e engine) pages(in, dir string, dpi float64) ([]image.Image, error) {
	out := filepath.Join(dir, e.name+".pdf")
	if _, err := spend(e.args(in, out), e.env, false); err != nil {
		return nil, err
	}
	prefix := filepath.Join(dir, "raw-"+e.name)
	if msg, err := exec.Command("pdftoppm", "-png", "-r", strconv.FormatFloat(dpi, 'f', 0, 64), out, prefix).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pdftoppm %s: %w: %s", out, err, msg)
	}
	files, _ := filepath.Glob(prefix + "-*.png")
	slices.Sort(files)
	var pages []image.Image
	for _, name := range files {
		m, err := load(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, m)
		os.Remove(name)
	}
	return pages, nil
}

func load(name string) (image.Image, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

// sheets writes one picture for every page number.
func sheets(dir string, names []string, sets [][]image.Image) error {
	longest := 0
	for _, s := range sets {
		longest = max(longest, len(s))
	}
	for i := range longest {
		const gap, head = 8, 18
		w, h := gap, 0
		for _, s := range sets {
			b := s[0].Bounds()
			w, h = w+b.Dx()+gap, max(h, b.Dy())
		}
		m := image.NewRGBA(image.Rect(0, 0, w, h+head+gap))
		draw.Draw(m, m.Bounds(), image.NewUniform(color.Gray{200}), image.Point{}, draw.Src)
		x := gap
		for k, s := range sets {
			label := font.Drawer{Dst: m, Src: image.Black, Face: basicfont.Face7x13, Dot: fixed.P(x, 13)}
			label.DrawString(fmt.Sprintf("%s: %d", names[k], i+1))
			if i < len(s) {
				draw.Draw(m, s[i].Bounds().Add(image.Pt(x, head)), s[i], s[i].Bounds().Min, draw.Src)
			}
			x += s[0].Bounds().Dx() + gap
		}
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("page-%02d.png", i+1)))
		if err != nil {
			return err
		}
		if err := png.Encode(f, m); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	return nil
}
