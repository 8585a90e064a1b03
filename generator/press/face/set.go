package face

import (
	"fmt"
	"strings"
	"sync"
)

// Set is a collection of faces that font-family lists are matched against. It
// never looks at the machine's own fonts, so that the same input gives the same
// pages everywhere. Sets are safe for concurrent use.
type Set struct {
	mu    sync.RWMutex
	added map[string][]*entry
}

// entry is a face and the weights that it stands for.
type entry struct {
	face    *Face
	weights [2]int
}

// NewSet returns a set with the embedded families: STIX Two Text (serif),
// Liberation Sans (sans-serif), Liberation Mono (monospace), Liberation Serif,
// and DejaVu Sans for signs.
func NewSet() *Set { return &Set{added: map[string][]*entry{}} }

// Add takes the data of an @font-face rule: TrueType or OpenType, 64 MiB at
// most. weights is the range of font-weight that the face stands for. The first
// face of a family hides the embedded family of that name (CSS Fonts 4, section
// 4.2). Data that is no font that can be printed is an error.
func (s *Set) Add(family string, weights [2]int, italic bool, data []byte) error {
	key := normal(family)
	if key == "" {
		return fmt.Errorf("add font: no family name")
	}
	if weights[0] > weights[1] {
		weights[0], weights[1] = weights[1], weights[0]
	}
	if weights[0] < 1 || weights[1] > 1000 {
		return fmt.Errorf("add font %q: weights %d to %d, allowed are 1 to 1000", family, weights[0], weights[1])
	}
	f := &Face{Family: strings.TrimSpace(family), Weight: weights[0], Italic: italic, Data: data}
	if err := f.load(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.added[key] = append(s.added[key], &entry{face: f, weights: weights})
	return nil
}

// Match finds the faces for a font-family list: the best face of every family
// that the set has, in order, then faces of the embedded families that may have
// characters which those lack. The list is never empty. The first face is ready;
// the metrics of the others are valid after their first Has or Shape.
func (s *Set) Match(families []string, weight int, italic bool) []*Face {
	var out []*Face
	add := func(entries []*entry) {
		if f := nearest(entries, weight, italic); f != nil && !contains(out, f) {
			out = append(out, f)
		}
	}
	for _, name := range families {
		add(s.family(normal(name)))
	}
	for _, name := range []string{stix, sans, noto, serif, mono, symbols} {
		add(builtin()[normal(name)])
	}
	out[0].load()
	return out
}

// Prepare begins to load the best face for a font-family list, on its own
// time: whoever matches it later waits for what is left to do. Loading takes a
// few milliseconds a face, and the faces of a document are known before it is
// laid out.
func (s *Set) Prepare(families []string, weight int, italic bool) {
	for _, name := range families {
		if f := nearest(s.family(normal(name)), weight, italic); f != nil {
			go f.load()
			return
		}
	}
}

func contains(faces []*Face, f *Face) bool {
	for _, g := range faces {
		if g == f {
			return true
		}
	}
	return false
}

func (s *Set) family(key string) []*entry {
	s.mu.RLock()
	added := s.added[key]
	s.mu.RUnlock()
	if added != nil {
		return added
	}
	if entries := builtin()[key]; entries != nil {
		return entries
	}
	return builtin()[normal(aliases[key])]
}

// normal folds a family name: case and white space do not matter, quotes may
// have been left on.
func normal(family string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(strings.TrimSpace(family), `"'`)), " "))
}

// nearest picks one face of a family (CSS Fonts 4, section 5.2): the slant
// decides before the weight. Among equals the face added last wins.
func nearest(entries []*entry, weight int, italic bool) *Face {
	if weight <= 0 {
		weight = 400
	}
	var best *entry
	for _, e := range entries {
		if best == nil || closer(e, best, weight, italic) {
			best = e
		}
	}
	if best == nil {
		return nil
	}
	return best.face
}

func closer(e, best *entry, weight int, italic bool) bool {
	if e.face.Italic != best.face.Italic {
		return e.face.Italic == italic
	}
	return distance(e.weights, weight) <= distance(best.weights, weight)
}

// distance orders weights by how far they stand from the wanted one: for 400 to
// 500 first up to 500, then down, then up; below 400 first down; above 500 first
// up (CSS Fonts 4, section 5.2, step 4).
func distance(have [2]int, want int) int {
	const far = 2000 // more than any difference of weights
	switch {
	case have[0] <= want && want <= have[1]:
		return 0
	case have[1] < want: // lighter
		d := want - have[1]
		if want > 500 {
			d += far
		} else if want >= 400 {
			d += far / 2
		}
		return d
	default: // bolder
		d := have[0] - want
		if want < 400 || want <= 500 && have[0] > 500 {
			d += far
		}
		return d
	}
}
