// Package media knows what sound, films and PDF files tell of those who made
// them: names, programs, the place. It is the sister of package picture.
//
// Contract: Clean returns a file of the same length, or a shorter one, that
// plays and opens as before and tells nothing of what it found; where it cannot
// take something out, it says so in Left. Of a file that it cannot read the
// bytes stay as they are, and Left is empty. Sound, film and pages themselves
// are not looked at. The same bytes give the same bytes.
package media

import (
	"path"
	"slices"
	"strings"
)

// MaxBytes is the largest file that is looked at.
const MaxBytes = 512 << 20

// Fact is a kind of thing that a file tells.
type Fact string

// What files tell.
const (
	Place  Fact = "nơi quay"
	Author Fact = "tên tác giả, chương trình"
	Cover  Fact = "ảnh kèm theo"
)

// Result is a file without what it told.
type Result struct {
	Data    []byte
	Removed []Fact // taken out, sorted
	Left    []Fact // still in Data
}

// cleaners by the ending of the name.
var cleaners = map[string]func(*cleaner){
	".mp3": (*cleaner).mp3, ".wav": (*cleaner).wav, ".flac": (*cleaner).flac,
	".ogg": (*cleaner).ogg, ".oga": (*cleaner).ogg, ".opus": (*cleaner).ogg, ".ogv": (*cleaner).ogg,
	".mp4": (*cleaner).mp4, ".m4a": (*cleaner).mp4, ".m4v": (*cleaner).mp4,
	".webm": (*cleaner).webm, ".pdf": (*cleaner).pdf,
}

// IsName reports whether a name is that of a file that Clean reads.
func IsName(name string) bool { return cleaners[ending(name)] != nil }

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// cleaner works on a copy of a file.
type cleaner struct {
	data          []byte
	removed, left map[Fact]bool
}

// Clean takes out of a file what it tells besides itself; data is not changed.
func Clean(data []byte, name string) Result {
	c := &cleaner{data: slices.Clone(data), removed: map[Fact]bool{}, left: map[Fact]bool{}}
	if clean := cleaners[ending(name)]; clean != nil {
		clean(c)
	}
	return Result{c.data, facts(c.removed), facts(c.left)}
}

func facts(set map[Fact]bool) (all []Fact) {
	for f := range set {
		all = append(all, f)
	}
	slices.Sort(all)
	return all
}

// blank writes one byte over a part of the file.
func (c *cleaner) blank(from, to int, with byte) {
	for i := from; i < to; i++ {
		c.data[i] = with
	}
}
