package para

import "math"

// What a line may look like. Word spaces of justified lines are natural at
// ratio 0, wider by elastic's stretch at 1 and narrowest at -1.
const (
	firstTolerance = 2.0   // ratio of the loosest line in the first pass
	defaultScale   = 0.025 // glyphs may be this much wider or narrower
	trackShare     = 0.2   // em that letters may move apart or together, for every 1 of scale
	stretchShare   = 0.5   // of the natural space
	narrowestSpace = 0.188 // em
	narrowestShare = 0.7   // of the natural space
)

// Demerits, in the unit of (10 + badness)², where badness is 100 at ratio 1.
const (
	fitnessDemerits = 3e3 // a tight line next to a loose one
	runtDemerits    = 5e5 // a last line of one short word
	shortDemerits   = 4e5 // Pretty: a last line under a third
	maxRatio        = 12  // beyond it badness grows no more than linearly
)

var chanceDemerits = [...]float64{atSpace: 0, atJoint: 2e3, atShy: 5e3, atDash: 1e4, atWord: 6e3, atRest: 2e4, inPhrase: 1e6, inURL: 1e7, inWord: 1e9}

// line is the judgement on one line of a way.
type line struct {
	ratio    float64 // stretch or shrink in its unit; what the tolerance is for
	fit      int8    // 0 tight, 1 even, 2 loose, 3 very loose
	demerits float64
	over     float64 // pt that the line stands out
}

// elastic is how much a word space of natural width w (pt) stretches at ratio 1
// and shrinks at most.
func (b *breaker) elastic(w, size float64) (stretch, shrink float64) {
	stretch = w * stretchShare
	if b.style.MaxStretch > 0 {
		stretch = w * b.style.MaxStretch
	}
	shrink = w - math.Max(narrowestSpace*size, narrowestShare*w)
	if b.style.MaxShrink > 0 {
		shrink = w * b.style.MaxShrink
	}
	return stretch, math.Max(0, math.Min(shrink, w))
}

// try judges the line from one place to another.
func (b *breaker) try(from, to *opportunity, number int, last bool) line {
	t := to.end.minus(from.start)
	room := b.room(number)
	if number == 0 && from.at == 0 {
		t.w -= b.firstHang
	}
	if b.style.Justify {
		return b.tryJustified(t, from, to, room, last)
	}
	return b.tryRagged(t, from, to, room, last)
}

// slop forgives rounding, pt.
const slop = 1e-6

func (b *breaker) tryJustified(t totals, from, to *opportunity, room float64, last bool) (l line) {
	slack := room - t.w + to.hang
	natural := last && !b.style.LastJustify || t.leaders > 0
	switch {
	case slack < 0:
		if shrink := t.sh + b.maxScale*t.bend; slack < -shrink-slop {
			l.over = -slack - shrink
			return l
		} else if shrink > 0 {
			l.ratio = math.Max(-1, slack/shrink)
		}
	case natural:
	default:
		if stretch := t.st + b.maxScale*t.bend; stretch > 0 && t.spaces > 0 {
			l.ratio = slack / stretch
		} else if slack > slop {
			l.ratio = 2*maxRatio + slack/math.Max(room, 1)
		}
	}
	r := math.Abs(l.ratio)
	bad := 100 * math.Pow(math.Min(r, maxRatio), 3)
	if r > maxRatio {
		bad += 1e4 * (r - maxRatio)
	}
	l.demerits = (10+bad)*(10+bad) + chanceDemerits[to.chance]
	l.fit = fitness(l.ratio)
	if last {
		l.demerits += b.runt(t, from, room)
	}
	return l
}

func fitness(ratio float64) int8 {
	switch {
	case ratio < -0.5:
		return 0
	case ratio <= 0.5:
		return 1
	case ratio <= 1:
		return 2
	}
	return 3
}

// tryRagged wants lines of like length: the demerits grow with the fourth power
// of the room left over.
func (b *breaker) tryRagged(t totals, from, to *opportunity, room float64, last bool) (l line) {
	slack := room - t.w
	if slack < -slop {
		if to.hangCSS && slack+to.hang >= -slop {
			slack = 0
		} else {
			l.over = -slack
			return l
		}
	}
	l.fit = 1
	l.demerits = chanceDemerits[to.chance]
	if !last || b.style.Balance {
		rest := 10 * math.Max(0, slack) / math.Max(room, 1)
		if last && b.phrases { // better a short last line than one that ends amid the sense
			rest *= 0.6
		}
		bad := 10 * rest * rest
		l.demerits += (10 + bad) * (10 + bad)
	}
	if last {
		l.demerits += b.runt(t, from, room)
	}
	return l
}

// runt is the price of a short last line: one short word alone, or under
// Pretty anything shorter than a third of the line. A paragraph of one line has
// none, and ragged text only under Pretty: there a runt does less harm than a
// line before it that breaks too early.
func (b *breaker) runt(t totals, from *opportunity, room float64) (d float64) {
	if from.at == 0 || !b.style.Justify && !b.style.Pretty {
		return 0
	}
	if t.w < 0.1*room || t.spaces == 0 && t.w < 2.5*b.em {
		d = runtDemerits
	}
	if short := room / 3; b.style.Pretty && t.w < short {
		d += shortDemerits * (short - t.w) / short
	}
	return d
}
