package svg

import (
	"math"
	"strconv"
)

// scanner reads numbers as paths write them: separated by spaces, a comma, or
// nothing where the next sign or point tells them apart (SVG 1.1, section 8.3.9).
type scanner struct {
	s  string
	at int
}

// space skips white space and commas.
func (sc *scanner) space() {
	for sc.at < len(sc.s) && (sc.s[sc.at] <= ' ' || sc.s[sc.at] == ',') {
		sc.at++
	}
}

// rest reports whether anything but space is left.
func (sc *scanner) rest() bool {
	sc.space()
	return sc.at < len(sc.s)
}

func (sc *scanner) digits() (n int) {
	for sc.at < len(sc.s) && sc.s[sc.at] >= '0' && sc.s[sc.at] <= '9' {
		sc.at++
		n++
	}
	return n
}

func (sc *scanner) accept(chars string) bool {
	if sc.at < len(sc.s) {
		for i := range len(chars) {
			if sc.s[sc.at] == chars[i] {
				sc.at++
				return true
			}
		}
	}
	return false
}

// number reads one number; false leaves the scanner where it was.
func (sc *scanner) number() (float64, bool) {
	sc.space()
	start := sc.at
	sc.accept("+-")
	n := sc.digits()
	if sc.accept(".") {
		n += sc.digits()
	}
	if n == 0 {
		sc.at = start
		return 0, false
	}
	mark := sc.at
	if sc.accept("eE") {
		sc.accept("+-")
		if sc.digits() == 0 {
			sc.at = mark
		}
	}
	v, err := strconv.ParseFloat(sc.s[start:sc.at], 64)
	if err != nil || math.Abs(v) > 1e9 {
		sc.at = start
		return 0, false
	}
	return v, true
}

// flag reads one digit 0 or 1 of an arc.
func (sc *scanner) flag() (bool, bool) {
	sc.space()
	if sc.accept("1") {
		return true, true
	}
	return false, sc.accept("0")
}
