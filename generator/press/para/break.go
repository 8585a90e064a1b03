package para

import (
	"math"
	"sync"

	"github.com/go-text/typesetting/segmenter"
)

// Break breaks the items into lines. It always ends and loses no text: a part
// that no line can hold stands on a line of its own, which tells by how much it
// is Overfull. Spaces at the ends of lines are dropped. A paragraph without
// anything to show has no lines.
//
// measure may be asked for lines that the paragraph does not have, and must
// give the same answer whenever it is asked. In Line.Pieces X counts from
// Line.Left; the first-line indent is in it already, and what hangs into the
// left margin has negative X. To align right or centre, shift by all or half of
// Width - Natural.
func Break(items []Item, st Style, measure Measure) []Line {
	b := breakers.Get().(*breaker)
	defer breakers.Put(b)
	return b.paragraph(items, st, measure)
}

// MinMax returns the width of the widest part that no line break may divide, and
// the width without any optional break (pt), for shrink-to-fit and table
// columns. Addresses count as one part each.
func MinMax(items []Item) (min, max float64) {
	b := breakers.Get().(*breaker)
	defer breakers.Put(b)
	b.style, b.maxScale = Style{Hyphens: true}, 0
	eachSegment(items, func(seg []Item, first int, forced bool) {
		if !b.prepare(seg, first) {
			return
		}
		b.close(items)
		start := opportunity{}
		b.sum()
		b.opening(&start)
		from := start
		for _, o := range b.opps {
			if o.chance == inURL {
				continue
			}
			min = math.Max(min, o.end.w-from.start.w)
			from = o
		}
		max = math.Max(max, b.opps[len(b.opps)-1].end.w-start.start.w)
	})
	return min, max
}

var breakers = sync.Pool{New: func() any { return new(breaker) }}

// breaker holds the working memory of breaking, used again and again.
type breaker struct {
	seg     segmenter.Segmenter
	runes   []rune
	nowrap  []bool
	chances []chance

	atoms []atom
	opps  []opportunity
	sums  []totals

	// while atomizing
	at, noted   int
	solid, head bool
	tabbed      int // atoms that x counts, for tabs
	x           float64

	em        float64 // largest size in the segment, pt
	firstHang float64 // pt that the first character hangs out

	style    Style
	phrases  bool // style.Phrases, for a language that is known
	maxScale float64
	measure  Measure
	slots    []slot // cached answers of measure
	varied   int    // from this line on all lines are alike, as far as looked

	nodes  []node
	active []int32
	out    output
}

// slot is what measure gave for one line.
type slot struct{ left, width float64 }

// largest paragraph whose working memory is kept, in characters.
const keepMemory = 1 << 16

func (b *breaker) paragraph(items []Item, st Style, measure Measure) []Line {
	b.style, b.measure, b.slots = st, measure, b.slots[:0]
	b.maxScale = 0
	if st.Justify {
		b.maxScale = st.MaxScale
		if b.maxScale == 0 {
			b.maxScale = defaultScale
		}
		b.maxScale = math.Max(0, b.maxScale)
	}
	b.out = output{}
	eachSegment(items, func(seg []Item, first int, forced bool) {
		line := len(b.out.lines)
		if !b.prepare(seg, first) {
			if forced {
				b.out.empty(b.slot(line), first)
			}
			return
		}
		if st.BreakWord {
			b.splitWords(items, line)
		}
		b.close(items)
		b.place(items, b.fit(line), line)
	})
	lines := b.out.lines
	b.out, b.measure = output{}, nil
	if len(b.runes) > keepMemory {
		*b = breaker{}
	} else {
		clear(b.atoms) // let go of faces and glyphs
	}
	return lines
}
