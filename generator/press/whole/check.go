package main

import (
	"fmt"
	"math"
	"runtime/debug"
	"slices"
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
	signs := 0 // of words that may be broken anywhere
	initials := 0
	d.body.each(func(n *node) {
		for _, w := range append(n.words, n.before, n.after, n.marker) {
			if k := strings.Count(w, long); k > 0 {
				signs += k
			} else if w != "" {
				s.expect(w)
			}
		}
		if n.tag == "img" || n.tag == "svg" {
			s.expect(n.attr[strings.LastIndex(n.attr, "=")+1:])
		}
		if n.first {
			initials++
		}
	})
	s.count(long, signs)
	s.count(initial, initials)
	return s.faults
}

// seen counts what is on the pages.
type seen struct {
	times    map[string]int
	findings []press.Finding
	faults   []fault
	clips    []*display.Push // that hold at present
}

func (s *seen) add(kind, format string, args ...any) {
	s.faults = append(s.faults, fault{kind, fmt.Sprintf(format, args...)})
}

// count asks for a sign that is there many times.
func (s *seen) count(sign string, want int) {
	switch got := s.times[sign]; {
	case got < want:
		s.add("lost", "%d of %d signs %s are on no page", want-got, want, sign)
	case got > want:
		s.add("twice", "%d of %d signs %s are there", got, want, sign)
	}
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
	s.clips = s.clips[:0]
	for _, it := range p.Items {
		switch v := it.(type) {
		case *display.Push:
			s.clips = append(s.clips, v)
		case *display.Pop:
			s.clips = s.clips[:len(s.clips)-1]
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
		if word = strings.Trim(word, " \u200b"); word != "" && strings.Contains("wx"+long+initial, word[:1]) {
			if word[:1] == long {
				s.times[long] += len(word)
			} else {
				s.times[word]++
			}
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

// edge is how much of a line a box may cut off without a word, pt.
const edge = 3

// within asks that something is on the sheet and in the boxes that cut it off, or
// that a finding names its place.
func (s *seen) within(p *display.Page, what string, a area, free float64) {
	if over := a.beyond(area{w: p.Width, h: p.Height}); over > free && !s.named(p, a, "off-sheet", "overfull-line") {
		s.add("silent", "%s is %.1f pt beyond the sheet of page %d and no finding says so", what, over, p.Number)
	}
	for _, c := range s.clips {
		in := area{c.Clip.X, c.Clip.Y, c.Clip.W, c.Clip.H}
		over := a.beyond(in)
		if free == bleed && a.meets(in) { // a picture may be cut, but not be gone
			continue
		}
		if !c.Group && over > edge && !s.named(p, a, "content-clipped") {
			s.add("silent", "%s is cut by %.1f pt on page %d and no finding says so", what, over, p.Number)
		}
	}
}

func (s *seen) named(p *display.Page, a area, codes ...string) bool {
	return slices.ContainsFunc(s.findings, func(f press.Finding) bool {
		return f.Page == p.Number && slices.Contains(codes, string(f.Code)) && a.meets(area{f.X, f.Y, f.W, f.H})
	})
}

// beyond is how far a reaches out of o.
func (a area) beyond(o area) float64 {
	return math.Max(math.Max(a.y+a.h-o.y-o.h, o.y-a.y), math.Max(a.x+a.w-o.x-o.w, o.x-a.x))
}
