package main

import (
	"fmt"
	"math"
	"runtime/debug"
	"strings"
	"testing/fstest"
	"time"

	"bantin/generator/press"
	"bantin/generator/press/display"
)

// fault is one thing wrong with the pages of a document.
type fault struct {
	kind string // lost, twice, beyond, endless, panic
	what string
}

func (f fault) String() string { return f.kind + " " + f.what }

// patience is how long a document may take that others set in milliseconds.
const patience = 20 * time.Second

// picture is what all pictures show.
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h10v10H0z"/></svg>`

// check sets a document and compares what is on the pages with what is in it.
func check(d *document) []fault {
	done := make(chan []fault, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- []fault{{"panic", fmt.Sprint(p, "\n", string(debug.Stack()))}}
			}
		}()
		done <- compare(d)
	}()
	select {
	case f := <-done:
		return f
	case <-time.After(patience):
		return []fault{{"endless", "layout does not end"}}
	}
}

func compare(d *document) []fault {
	fsys := fstest.MapFS{"t.html": {Data: []byte(d.html())}, "p.svg": {Data: []byte(picture)}}
	doc, err := press.Open(fsys, "t.html", press.Options{})
	if err != nil {
		return []fault{{"panic", err.Error()}}
	}
	pages, findings, err := doc.Layout()
	if err != nil {
		return []fault{{"panic", err.Error()}}
	}
	s := seen{times: map[string]int{}, findings: findings}
	for _, p := range pages.Pages {
		s.page(p)
	}
	d.body.each(func(n *node) {
		for _, w := range n.words {
			s.expect(w)
		}
		if n.tag == "img" {
			s.expect(n.attr[strings.LastIndex(n.attr, "=")+1:])
		}
	})
	return s.faults
}

// seen counts what is on the pages.
type seen struct {
	times    map[string]int
	findings []press.Finding
	faults   []fault
}

func (s *seen) add(kind, format string, args ...any) {
	s.faults = append(s.faults, fault{kind, fmt.Sprintf(format, args...)})
}

func (s *seen) expect(w string) {
	switch n := s.times[w]; {
	case n == 0:
		s.add("lost", "%s is on no page", w)
	case n > 1:
		s.add("twice", "%s is there %d times", w, n)
	}
}

// area is a place on a page.
type area struct{ x, y, w, h float64 }

func (a area) meets(b area) bool {
	const near = 12
	return a.x <= b.x+b.w+near && b.x <= a.x+a.w+near && a.y <= b.y+b.h+near && b.y <= a.y+a.h+near
}

func (s *seen) page(p *display.Page) {
	for _, it := range p.Items {
		switch v := it.(type) {
		case *display.Text:
			s.text(p, v)
		case *display.Image:
			if v.Elem == nil {
				continue
			}
			a := area{v.X, v.Y, v.W, v.H}
			if v.Clip == nil || v.Clip.Y <= v.Y+1e-3 { // of a picture in slices the first counts
				s.times[v.Elem.Alt]++
			}
			if v.Clip != nil {
				a = area{v.Clip.X, v.Clip.Y, v.Clip.W, v.Clip.H}
			}
			s.within(p, v.Elem.Alt, a, bleed)
		}
	}
}

func (s *seen) text(p *display.Page, t *display.Text) {
	if t.Elem == nil {
		return // repeated
	}
	at, from := t.X, 0
	word, start := "", t.X
	end := func() {
		if word = strings.Trim(word, " \u200b"); word != "" && (word[0] == 'w' || word[0] == 'x') {
			s.times[word]++
			s.within(p, word, area{start, t.Y - .7*t.Size, at - start, .9 * t.Size}, hair)
		}
		word = ""
	}
	for i := range t.Glyphs {
		g := &t.Glyphs[i]
		text := ""
		if n := g.Bytes(); n > 0 {
			text, from = t.Text[from:from+n], from+n
		}
		if strings.TrimSpace(text) == "" {
			end()
			start = at + float64(g.Adv)
		} else {
			word += text
		}
		at += float64(g.Adv)
	}
	end()
}

// What may reach beyond the sheet without a word, pt: a letter's empty side, a
// picture's bleed.
const hair, bleed = 0.5, 15

// within asks that something is on the sheet, or that a finding names its place.
func (s *seen) within(p *display.Page, what string, a area, free float64) {
	below := math.Max(a.y+a.h-p.Height, -a.y)
	aside := math.Max(a.x+a.w-p.Width, -a.x)
	if below <= free && aside <= free {
		return
	}
	for _, f := range s.findings {
		if f.Page == p.Number && (f.Code == "off-sheet" || f.Code == "overfull-line") && a.meets(area{f.X, f.Y, f.W, f.H}) {
			return
		}
	}
	s.add("silent", "%s is %.1f pt beyond the sheet of page %d and no finding says so", what, math.Max(below, aside), p.Number)
}
