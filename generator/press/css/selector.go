package css

import (
	"errors"
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// selector is one complex selector with its specificity and pseudo-element.
type selector struct {
	match  cascadia.Sel // nil matches every element that id, class and tag find
	pseudo string
	weight uint32 // specificity, ids above classes above types
	// What the rightmost compound asks for, to index rules by; "" for any.
	id, class, tag string
}

// pseudoElements are those that boxes are made for.
var pseudoElements = wordSet("before after marker first-letter footnote-call footnote-marker")

// neverElements belong to the screen: selectors with them match nothing here.
var neverElements = wordSet("selection placeholder backdrop cue file-selector-button spelling-error grammar-error target-text view-transition")

// neverClasses are states that paper does not know.
var neverClasses = wordSet(`hover active focus focus-visible focus-within visited target autofill fullscreen modal open popover-open
	playing paused user-valid user-invalid placeholder-shown`)

// parseSelectors reads a selector list (Selectors 4). One that is not
// understood makes the whole list invalid (section 3.9).
func parseSelectors(src []byte, vals []value) ([]selector, error) {
	if len(vals) == 0 {
		return nil, errors.New("it is empty")
	}
	var out []selector
	for _, part := range splitComma(vals) {
		part = trimSpace(part)
		if len(part) == 0 {
			return nil, errors.New("an empty part between commas")
		}
		text := string(src[part[0].off:part[len(part)-1].end])
		texts, err := expandIs(text, part, part[0].off)
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			sel, ok, err := parseSelector(t.text, t.vals, t.base)
			if err != nil {
				return nil, err
			}
			sel.weight += t.extra
			if t.zero > 0 {
				sel.weight -= min(t.zero, sel.weight)
			}
			if ok {
				out = append(out, sel)
			}
		}
	}
	return out, nil
}

// parseSelector reads one complex selector; ok is false when it can match
// nothing on paper. The text begins at offset base of what vals are from.
func parseSelector(text string, vals []value, base int) (sel selector, ok bool, err error) {
	if len(vals) == 0 {
		return sel, false, errors.New("it is empty")
	}
	cut := len(text)
	for i := 0; i+1 < len(vals); i++ {
		v, next := &vals[i], &vals[i+1]
		if v.kind != kColon {
			if v.is(kDelim, "&") {
				return sel, false, errors.New("nesting is not supported")
			}
			continue
		}
		double := next.kind == kColon
		if double {
			if i+2 >= len(vals) {
				return sel, false, errors.New("a pseudo-element without a name")
			}
			next = &vals[i+2]
		}
		name := strings.ToLower(next.text)
		legacy := name == "before" || name == "after" || name == "first-letter" || name == "first-line"
		switch {
		case !double && neverClasses[name] && next.kind == kIdent:
			return sel, false, nil
		case !double && !legacy:
			continue
		case neverElements[name] || strings.HasPrefix(name, "-"):
			return sel, false, nil
		case !pseudoElements[name] || next.kind != kIdent:
			return sel, false, fmt.Errorf("pseudo-element ::%s is not supported", name)
		case next.end-base != len(text):
			return sel, false, fmt.Errorf("nothing may follow ::%s", name)
		}
		sel.pseudo, cut = name, v.off-base
		sel.weight++
		break
	}
	vals, text = until(vals, base+cut), text[:cut]
	sel.index(vals)
	if t := strings.TrimSpace(text); t == "" || t == "*" {
		return sel, true, nil
	} else if t != text || strings.HasSuffix(t, ">") || strings.HasSuffix(t, "+") || strings.HasSuffix(t, "~") {
		text += "*"
	}
	m, err := cascadia.Parse(forCascadia(text))
	if err != nil {
		return sel, false, fmt.Errorf("not understood (%v)", err)
	}
	if t := strings.TrimSpace(text); t != sel.tag && t != "."+sel.class && t != "#"+sel.id {
		sel.match = m
	}
	sp := m.Specificity()
	sel.weight += uint32(min(sp[0], 255))<<20 + uint32(min(sp[1], 1023))<<10 + uint32(min(sp[2], 1000))
	return sel, true, nil
}

// forCascadia puts a few notations into what cascadia reads.
func forCascadia(text string) string {
	for _, f := range [][2]string{{":has(>", ":haschild("}, {":has( >", ":haschild("}, {":any-link", ":link"}} {
		text = strings.ReplaceAll(text, f[0], f[1])
	}
	return text
}

func until(vals []value, off int) []value {
	for i := range vals {
		if vals[i].off >= off {
			return vals[:i]
		}
	}
	return vals
}

// index notes what the rightmost compound asks for.
func (sel *selector) index(vals []value) {
	for i := len(vals) - 1; i >= 0; i-- {
		v := &vals[i]
		switch v.kind {
		case kSpace:
			return
		case kDelim:
			if v.text == "." {
				if i+1 < len(vals) && vals[i+1].kind == kIdent {
					sel.class = vals[i+1].text
				}
				continue
			}
			return // a combinator, or *
		case kHash:
			sel.id = v.text
		case kIdent:
			prev := value{kind: kSpace}
			if i > 0 {
				prev = vals[i-1]
			}
			if prev.kind == kSpace || prev.kind == kDelim && prev.text != "." {
				sel.tag = strings.ToLower(v.text)
			}
		}
	}
}

// matches tells whether the selector matches n, pseudo-element apart.
func (sel *selector) matches(n *html.Node) bool {
	return sel.match == nil || sel.match.Match(n)
}
