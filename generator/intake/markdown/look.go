package markdown

import (
	"unicode"

	"bantin/generator/intake/manuscript"
)

// mark is a look that Markdown writes with the same marks before and after.
type mark struct {
	text string
	has  func(manuscript.Format) bool
	drop func(*manuscript.Format)
}

var marks = []mark{
	{"**", func(f manuscript.Format) bool { return f.Bold }, func(f *manuscript.Format) { f.Bold = false }},
	{"*", func(f manuscript.Format) bool { return f.Italic }, func(f *manuscript.Format) { f.Italic = false }},
	{"~~", func(f manuscript.Format) bool { return f.Strike }, func(f *manuscript.Format) { f.Strike = false }},
}

// balanced takes looks away from the ends of stretches where CommonMark would
// not take the marks for marks: from spaces, and from punctuation that touches a
// letter outside ("**Kết quả:**đạt").
func balanced(letters []letter) []letter {
	out := append([]letter(nil), letters...)
	for i := range out {
		out[i].f.Super, out[i].f.Sub = false, false
	}
	for _, m := range marks {
		for i := 0; i < len(out); {
			if !m.has(out[i].f) {
				i++
				continue
			}
			j := i
			for j < len(out) && m.has(out[j].f) {
				j++
			}
			m.trim(out, i, j)
			i = j
		}
	}
	return out
}

// trim shortens the stretch out[i:j] from both ends.
func (m mark) trim(out []letter, i, j int) {
	for i < j && !flanks(out, i, i-1) {
		m.drop(&out[i].f)
		i++
	}
	for i < j && !flanks(out, j-1, j) {
		m.drop(&out[j-1].f)
		j--
	}
}

// flanks reports whether marks may stand between a letter inside and one
// outside.
func flanks(out []letter, inside, outside int) bool {
	in := out[inside]
	if in.object != "" || unicode.IsSpace(in.r) {
		return false
	}
	if !punctuation(in.r) || outside < 0 || outside >= len(out) {
		return true
	}
	o := out[outside]
	return o.object != "" || unicode.IsSpace(o.r) || punctuation(o.r)
}

func punctuation(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
