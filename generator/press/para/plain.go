package para

// Most text is words of Latin letters and digits with a space or a stop and a
// space between them. UAX #14 lets a line break before each such word that
// stands behind another (LB 18) and nowhere inside it (LB 13, 23, 25, 28), and
// none of its rules looks past it: its long way is taken only for the parts
// between that have something else.

// uax14 rates the places before b.runes where UAX #14 lets a line break.
func (b *breaker) uax14(hyphens bool) {
	t := b.runes
	from, plain := 0, true // the part since the last such word, and whether it is one itself
	part := func(to int) {
		if !plain {
			b.segment(from, to, hyphens)
		}
		from, plain = to, true
	}
	for i := 0; i < len(t); {
		end := plainWord(t, i)
		switch {
		case end > i && end+1 < len(t) && t[end] == ' ' && plainRune(t[end+1]):
			i = end + 1
			part(i)
			b.chances[i] = b.rate(i, hyphens)
		case end > i && end == len(t):
			i = end
		default:
			plain = false
			for i = end; i < len(t) && t[i] != ' '; i++ {
			}
			i++ // a space, before which a plain word may have ended
		}
	}
	part(len(t))
}

// segment rates the breaks inside the runes from..to by all rules of UAX #14.
func (b *breaker) segment(from, to int, hyphens bool) {
	b.seg.Init(b.runes[from:to])
	for it := b.seg.LineIterator(); it.Next(); {
		l := it.Line()
		if i := from + l.Offset + len(l.Text); i > from && i < to {
			b.chances[i] = b.rate(i, hyphens)
		}
	}
}

// plainWord is where the plain word that begins at t[i] ends, with the stop
// behind it; i when none begins there.
func plainWord(t []rune, i int) int {
	end := i
	for end < len(t) && plainRune(t[end]) {
		end++
	}
	if end > i && end < len(t) && (t[end] == ',' || t[end] == '.' || t[end] == ';' || t[end] == ':') {
		end++
	}
	return end
}

// plainRune reports the letters and digits of class AL and NU that nearly all
// Vietnamese text has.
func plainRune(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	case r < 0x250:
		return r >= 0xc0 && r != 0xd7 && r != 0xf7
	}
	return r >= 0x1e00 && r < 0x1f00
}
