package publish

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"sync"

	"bantin/generator/bulletin"
	"bantin/generator/picture"
)

// focuses are what templates ask for the focus of a picture
// (layouts/_partials/tam-anh.html).
type focuses struct{ found sync.Map } // path below content/ -> picture.Focus

var allFocuses sync.Map // absolute path of a site -> *focuses

func focusesOf(site string) *focuses {
	if dir, err := filepath.Abs(site); err == nil {
		site = dir
	}
	f, _ := allFocuses.LoadOrStore(site, &focuses{})
	return f.(*focuses)
}

// Classes are the classes of layouts/_css/tam-anh.css that keep the focus of a
// picture in its frame: where its editor says, else where it was found; "" for
// the middle.
func (f *focuses) Classes(file, said string) string {
	x, y := f.at(file, bulletin.Focus(said))
	tenth := func(name string, percent int) string {
		n := int(math.Round(float64(percent) / 10))
		if n == 5 {
			return ""
		}
		return fmt.Sprintf("%s-%d", name, n)
	}
	return strings.TrimSpace(tenth("tx", x) + " " + tenth("ty", y))
}

// FocusAt is the focus of a picture of a site, in percent: where its editor says,
// else where it was found. file is below content/.
func FocusAt(site, file string, said bulletin.Focus) (x, y int) {
	return focusesOf(site).at(file, said)
}

func (f *focuses) at(file string, said bulletin.Focus) (x, y int) {
	x, y = 50, 50
	if at, ok := f.found.Load(strings.ReplaceAll(file, "\\", "/")); ok {
		focus := at.(picture.Focus)
		x, y = int(focus.X*100+0.5), int(focus.Y*100+0.5)
	}
	if said != "" {
		if sx, sy, err := said.At(); err == nil {
			x, y = sx, sy
		}
	}
	return x, y
}
