package para

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"bantin/generator/press/face"
)

// run finds the face for the beginning of a word, how many bytes of it the face
// shows, and shapes those. Clusters stay in one face.
func run(faces []*face.Face, word string, features []face.Feature, lang string) (*face.Face, int, []face.Glyph) {
	if len(faces) == 0 {
		return nil, 0, nil
	}
	if len(word) < 256 {
		if glyphs := faces[0].Shape(word, features, lang); complete(glyphs) {
			return faces[0], len(word), glyphs
		}
	}
	f, n := covering(faces, word)
	return f, n, f.Shape(word[:n], features, lang)
}

// covering finds the face for the first cluster of a word, and how many bytes
// follow that it serves best.
func covering(faces []*face.Face, word string) (*face.Face, int) {
	var current *face.Face
	for i := 0; i < len(word); {
		n := clusterLen(word[i:])
		f := chooseFace(faces, word[i:i+n])
		if current == nil {
			current = f
		} else if f != current {
			return current, i
		}
		i += n
	}
	return current, len(word)
}

// chooseFace is the first face that has all of the cluster, or the first face.
func chooseFace(faces []*face.Face, cluster string) *face.Face {
	if len(faces) == 0 {
		return nil
	}
	for _, f := range faces {
		if hasAll(f, cluster) || hasAll(f, norm.NFC.String(cluster)) {
			return f
		}
	}
	return faces[0]
}

func hasAll(f *face.Face, s string) bool {
	for _, r := range s {
		if !f.Has(r) {
			return false
		}
	}
	return true
}

// clusterLen is the length of the first character with its marks, in bytes.
func clusterLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !unicode.Is(unicode.M, r) && r != 0x200D {
			break
		}
		n += k
	}
	return n
}

func complete(glyphs []face.Glyph) bool {
	for i := range glyphs {
		if glyphs[i].ID == 0 {
			return false
		}
	}
	return true
}

func advance(glyphs []face.Glyph) (w float64) {
	for i := range glyphs {
		w += float64(glyphs[i].Advance)
	}
	return w
}

// bend is how much wider glyphs become for every 1 of scale: by their own width,
// and by the tracking that goes with it.
func bend(glyphs []face.Glyph, it *Item) float64 {
	return (advance(glyphs)/1000 + trackShare*float64(clusters(glyphs))) * it.Size
}

func clusters(glyphs []face.Glyph) (n int) {
	for i := range glyphs {
		if i+1 == len(glyphs) || glyphs[i+1].Start != glyphs[i].Start {
			n++
		}
	}
	return n
}
