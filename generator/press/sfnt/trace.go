package sfnt

import "errors"

// errUntraceable says that a charstring does something whose subroutines cannot
// be told by reading alone; the font is then embedded whole.
var errUntraceable = errors.New("charstring cannot be traced")

// Limits of Type 2 charstrings (Adobe Technical Note 5177, appendix B), the
// operand stack as in CFF2, since some fonts overrun the older 48.
const (
	maxStack  = 513
	maxDepth  = 10
	maxTraced = 1 << 26 // bytes read for one font: calls can multiply
)

// tracer walks one glyph's charstring to find the subroutines it calls.
type tracer struct {
	c     *cff
	p     *private
	stack []int
	hints int
	done  bool
}

// trace marks the subroutines that glyph gid reaches.
func (c *cff) trace(gid int, stack []int) error {
	t := tracer{c: c, p: &c.privates[c.fd(gid)], stack: stack[:0]}
	return t.run(c.charstrings.at(gid), 0)
}

func bias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}

// run reads one charstring or subroutine.
func (t *tracer) run(code []byte, depth int) error {
	if depth > maxDepth {
		return broken("subroutines nested deeper than %d", maxDepth)
	}
	if t.c.traced += len(code); t.c.traced > maxTraced {
		return broken("charstrings are too long")
	}
	for i := 0; i < len(code) && !t.done; {
		b := code[i]
		if b >= 32 || b == 28 {
			v, n := charNumber(code[i:])
			if n == 0 || len(t.stack) >= maxStack {
				return broken("charstring has a wrong operand")
			}
			t.stack = append(t.stack, v)
			i += n
			continue
		}
		i++
		if b == 11 { // return
			return nil
		}
		skip, err := t.operator(b, code[i:], depth)
		if err != nil {
			return err
		}
		i += skip
	}
	return nil
}

// operator obeys one operator; rest is what follows it, of which skip bytes
// belong to it.
func (t *tracer) operator(b byte, rest []byte, depth int) (skip int, err error) {
	switch b {
	case 10: // callsubr
		return 0, t.call(t.p.subrs, t.p.used, depth)
	case 29: // callgsubr
		return 0, t.call(t.c.global, t.c.globalUsed, depth)
	case 1, 3, 18, 23: // stem hints
		t.hints += len(t.stack) / 2
	case 19, 20: // hint masks; operands left are vertical stems
		t.hints += len(t.stack) / 2
		skip = (t.hints + 7) / 8
	case 14: // endchar
		t.done = true
		if len(t.stack) >= 4 { // the old accent composition names other glyphs
			return 0, errUntraceable
		}
	case 12:
		if len(rest) == 0 {
			return 0, broken("charstring is cut off")
		}
		if rest[0] < 34 || rest[0] > 37 { // only the flexes draw
			return 0, errUntraceable
		}
		skip = 1
	}
	t.stack = t.stack[:0]
	return skip, nil
}

func (t *tracer) call(subrs index, used []bool, depth int) error {
	if len(t.stack) == 0 {
		return broken("subroutine call without a number")
	}
	n := t.stack[len(t.stack)-1] + bias(subrs.len())
	t.stack = t.stack[:len(t.stack)-1]
	if n < 0 || n >= subrs.len() {
		return broken("call of subroutine %d of %d", n, subrs.len())
	}
	used[n] = true
	return t.run(subrs.at(n), depth+1)
}

// charNumber reads one operand and its length, 0 for none. Fractions are cut
// off: subroutine numbers have none.
func charNumber(b []byte) (int, int) {
	switch b0 := int(b[0]); {
	case b0 == 28 && len(b) >= 3:
		return i16(b, 1), 3
	case b0 >= 32 && b0 <= 246:
		return b0 - 139, 1
	case b0 >= 247 && b0 <= 250 && len(b) >= 2:
		return (b0-247)*256 + int(b[1]) + 108, 2
	case b0 >= 251 && b0 <= 254 && len(b) >= 2:
		return -(b0-251)*256 - int(b[1]) - 108, 2
	case b0 == 255 && len(b) >= 5:
		return i16(b, 1), 5
	}
	return 0, 0
}
