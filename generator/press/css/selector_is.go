package css

import (
	"fmt"
	"strings"
)

// variantText is a selector in which :is() and :where() are written out.
type variantText struct {
	text  string
	vals  []value // of the text, from offset base on
	base  int
	extra uint32 // specificity to add: :is() counts as its most specific argument
	zero  uint32 // specificity to take off: :where() counts nothing
}

// maxVariants bounds what :is() may multiply into.
const maxVariants = 200

// expandIs writes :is(a, b) and :where(a, b) out as one selector for each
// argument (Selectors 4, sections 4.2 and 4.4), as cascadia knows neither. The
// text begins at offset base of what vals were scanned from.
func expandIs(text string, vals []value, base int) ([]variantText, error) {
	for i := 1; i < len(vals); i++ {
		v := &vals[i]
		if v.kind != kFunc || v.text != "is" && v.text != "where" && v.text != "matches" || vals[i-1].kind != kColon {
			continue
		}
		before, after := text[:vals[i-1].off-base], text[v.end-base:]
		var out []variantText
		var weights []uint32
		for _, arg := range splitComma(v.args) {
			if arg = trimSpace(arg); len(arg) == 0 {
				continue
			}
			for _, a := range arg {
				if a.kind == kSpace || a.is(kDelim, ">") || a.is(kDelim, "+") || a.is(kDelim, "~") {
					return nil, fmt.Errorf(":%s() with a combinator inside is not supported", v.text)
				}
			}
			t := text[arg[0].off-base : arg[len(arg)-1].end-base]
			one, _, err := parseSelector(t, arg, arg[0].off)
			if err != nil {
				return nil, err
			}
			joined, err := expandJoined(before, t, after)
			if err != nil {
				return nil, err
			}
			for _, j := range joined {
				if v.text == "where" {
					j.zero += one.weight
				}
				out = append(out, j)
				weights = append(weights, one.weight)
			}
		}
		if len(out) > maxVariants {
			return nil, fmt.Errorf(":%s() makes more than %d selectors", v.text, maxVariants)
		}
		if v.text != "where" {
			top := uint32(0)
			for _, w := range weights {
				top = max(top, w)
			}
			for k := range out {
				out[k].extra += top - weights[k]
			}
		}
		return out, nil
	}
	return []variantText{{text: text, vals: vals, base: base}}, nil
}

// expandJoined puts an argument in the place of :is(): a type selector must
// come first in its compound.
func expandJoined(before, arg, after string) ([]variantText, error) {
	if c := arg[0]; c != '.' && c != '#' && c != '[' && c != ':' {
		at := strings.LastIndexAny(before, " >+~\n\t") + 1
		if at < len(before) && before[at] != '.' && before[at] != '#' && before[at] != '[' && before[at] != ':' {
			if before[at:] != "*" {
				return nil, fmt.Errorf("a type selector inside :is() behind another")
			}
			before = before[:at]
		}
		before = before[:at] + arg + before[at:]
	} else {
		before += arg
	}
	t := before + after
	return expandIs(t, scan([]byte(t)), 0)
}
