package board

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"bantin/generator/press"
	"bantin/generator/press/layout"

	"golang.org/x/net/html"
)

// fitter fits all sheets of a document at the same time: each round lays the
// whole document out once.
type fitter struct {
	fsys   fs.FS
	name   string
	opt    Options
	tree   *html.Node
	sheets []*sheet
	metres float64
}

// growRounds halve the range of data-lon-nhat, until it is below a hundredth of
// the value.
const growRounds = 12

func (f *fitter) fit() (*Set, error) {
	if len(f.sheets) == 0 {
		return f.layout(f.opt.Press.Warn)
	}
	set, err := f.layout(nil)
	if err != nil {
		return nil, err
	}
	if set, err = f.shorten(set); err != nil {
		return nil, err
	}
	if set, err = f.refill(set); err != nil {
		return nil, err
	}
	if err := f.enlarge(set); err != nil {
		return nil, err
	}
	// The last round tells what the press thinks of the final sheets.
	if set, err = f.layout(f.opt.Press.Warn); err != nil {
		return nil, err
	}
	set.Metres = f.metres
	for i, s := range f.sheets {
		set.describe(&set.Sheets[i], s)
	}
	return set, nil
}

// shorten leaves out as few parts as each sheet needs, by halving.
func (f *fitter) shorten(set *Set) (*Set, error) {
	lo, hi := make([]int, len(f.sheets)), make([]int, len(f.sheets))
	for i, s := range f.sheets {
		if !set.Sheets[i].fits() {
			lo[i], hi[i] = 1, len(s.parts) // the least number that fits is in here, or none is
		}
	}
	for {
		busy := false
		for i, s := range f.sheets {
			if lo[i] < hi[i] {
				busy = true
				s.leave((lo[i] + hi[i]) / 2)
			} else {
				s.leave(hi[i])
			}
		}
		var err error
		if set, err = f.layout(nil); err != nil || !busy {
			return set, err
		}
		for i := range f.sheets {
			switch middle := (lo[i] + hi[i]) / 2; {
			case lo[i] >= hi[i]:
			case set.Sheets[i].fits():
				hi[i] = middle
			default:
				lo[i] = middle + 1
			}
		}
	}
}

// enlarge gives the properties of data-lon-nhat their largest values, the
// first ones of all sheets at the same time, then the second ones.
func (f *fitter) enlarge(set *Set) error {
	for k := 0; ; k++ {
		var growing []int
		for i, s := range f.sheets {
			if set.Sheets[i].fits() && k < len(s.grows) {
				growing = append(growing, i)
			}
		}
		if growing == nil {
			return nil
		}
		if err := f.search(growing, k); err != nil {
			return err
		}
	}
}

// search halves the ranges of the k-th property of the sheets named.
func (f *fitter) search(growing []int, k int) error {
	lo, hi := make([]float64, len(f.sheets)), make([]float64, len(f.sheets))
	for _, i := range growing {
		lo[i], hi[i] = f.sheets[i].grows[k].least, f.sheets[i].grows[k].most
	}
	rough := func(i int) bool { return hi[i]-lo[i] > lo[i]/100 }
	for round := 0; round < growRounds && slices.ContainsFunc(growing, rough); round++ {
		for _, i := range growing {
			f.sheets[i].grows[k].value = (lo[i] + hi[i]) / 2
			f.sheets[i].grow()
		}
		set, err := f.layout(nil)
		if err != nil {
			return err
		}
		for _, i := range growing {
			if set.Sheets[i].fits() {
				lo[i] = (lo[i] + hi[i]) / 2
			} else {
				hi[i] = (lo[i] + hi[i]) / 2
			}
		}
	}
	for _, i := range growing {
		f.sheets[i].grows[k].value = lo[i]
		f.sheets[i].grow()
	}
	return nil
}

// layout sets the document as it stands now.
func (f *fitter) layout(warn func(press.Warning)) (*Set, error) {
	var src bytes.Buffer
	if err := html.Render(&src, f.tree); err != nil {
		return nil, fmt.Errorf("board: write %s: %w", f.name, err)
	}
	opt := f.opt.Press
	opt.Warn = warn
	doc, err := press.Open(overlay{f.fsys, f.name, src.Bytes()}, f.name, opt)
	if err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	pages, findings, err := doc.Layout()
	if err != nil {
		return nil, fmt.Errorf("board: %w", err)
	}
	set := &Set{Doc: doc, Pages: pages, Findings: findings, Sheets: make([]Sheet, len(f.sheets))}
	return set, f.place(set)
}

// place says on which pages each sheet stands.
func (f *fitter) place(set *Set) error {
	last := len(set.Pages.Pages)
	for i := len(f.sheets) - 1; i >= 0; i-- {
		s := &set.Sheets[i]
		s.ID = f.sheets[i].id
		anchor, ok := set.Pages.Anchors[s.ID]
		if !ok {
			return fmt.Errorf("board: %s: sheet %q is on no page; it needs an id", f.name, s.ID)
		}
		s.Page, s.Pages = anchor.Page+1, last-anchor.Page
		last = anchor.Page
		s.faulty = overfull(set.Findings, s.Page)
		s.Over = overhang(set.Pages.Pages[anchor.Page])
	}
	return nil
}

// overfull reports a line too long, or a cut or shrunk box, on a page.
func overfull(findings []press.Finding, page int) bool {
	return slices.ContainsFunc(findings, func(f press.Finding) bool {
		return f.Page == page && (f.Code == layout.OverfullLine || f.Code == layout.Clipped || f.Code == layout.PictureShrunk)
	})
}

// fits reports whether the sheet is one page without a fault.
func (s *Sheet) fits() bool { return s.Pages == 1 && !s.faulty && s.Over == 0 }

// overlay is a file system with one file replaced.
type overlay struct {
	fs.FS
	name string
	data []byte
}

func (o overlay) Open(name string) (fs.File, error) {
	if name != o.name {
		return o.FS.Open(name)
	}
	return &file{bytes.NewReader(o.data), o}, nil
}

type file struct {
	*bytes.Reader
	o overlay
}

func (f *file) Close() error               { return nil }
func (f *file) Stat() (fs.FileInfo, error) { return info{f.o}, nil }

type info struct{ o overlay }

func (i info) Name() string       { return i.o.name }
func (i info) Size() int64        { return int64(len(i.o.data)) }
func (i info) Mode() fs.FileMode  { return 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
