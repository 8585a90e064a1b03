package hugosite

import (
	"github.com/gohugoio/hugo/parser/pageparser"
)

// Call is one call of a shortcode as Hugo reads it.
type Call struct {
	At    int // byte offset of its name in the text
	Name  string
	Named map[string]string
	List  []string // values without a name
	Fault string   // why Hugo stops at it: "", or one of the following
}

// Every fault of a call.
const (
	CallBroken  = "is not written as a call"
	CallClosed  = "is closed though nothing stands in it"
	CallUnnamed = "has no name"
	CallMixed   = "has values with and without names"
	CallOpen    = "is never closed"
)

// Calls finds the calls of shortcodes in a page's text with Hugo's own parser,
// up to the first that would stop a build; holds says which shortcodes have
// something between two tags. Hugo looks for calls in code and comments, too.
func Calls(body []byte, holds func(name string) bool) []Call {
	items, err := pageparser.ParseBytes(body, pageparser.Config{NoFrontMatter: true})
	r := callReader{body: body, holds: holds}
	for i, item := range items {
		r.next = pageparser.Item{}
		if i+1 < len(items) {
			r.next = items[i+1]
		}
		if r.read(item); r.failed {
			return r.calls
		}
	}
	switch {
	case err != nil:
		r.fail(r.last, CallBroken)
	case len(r.open) > 0:
		r.calls[r.open[len(r.open)-1]].Fault = CallOpen
	}
	return r.calls
}

// callReader follows hugolib's extractShortcode.
type callReader struct {
	body  []byte
	holds func(string) bool
	calls []Call
	open  []int // calls whose end is awaited
	last  int   // where the last delimiter was
	next  pageparser.Item

	failed bool
}

func (r *callReader) read(item pageparser.Item) {
	switch {
	case item.IsError():
		r.fail(r.last, CallBroken)
	case item.IsLeftShortcodeDelim():
		r.last = item.Pos()
		if r.next.IsRightShortcodeDelim() {
			r.fail(item.Pos(), CallUnnamed)
		}
	case item.IsShortcodeClose():
		if len(r.open) == 0 {
			r.fail(item.Pos(), CallClosed)
			return
		}
		r.open = r.open[:len(r.open)-1]
	case item.IsShortcodeName() || item.IsInlineShortcodeName():
		name := item.ValStr(r.body)
		if len(r.calls) > 0 && r.closing(item.Pos()) {
			return
		}
		r.calls = append(r.calls, Call{At: item.Pos(), Name: name})
		if r.holds(name) {
			r.open = append(r.open, len(r.calls)-1)
		}
	case item.IsShortcodeParam() && len(r.calls) > 0:
		r.param(item)
	}
}

// closing says that a name at this place is that of an end tag.
func (r *callReader) closing(at int) bool {
	for i := at - 1; i >= 0 && i >= r.last; i-- {
		switch r.body[i] {
		case ' ', '\t', '\n':
		default:
			return r.body[i] == '/'
		}
	}
	return false
}

func (r *callReader) param(item pageparser.Item) {
	c := &r.calls[len(r.calls)-1]
	if r.next.IsShortcodeParamVal() {
		if c.List != nil {
			r.fail(c.At, CallMixed)
			return
		}
		if c.Named == nil {
			c.Named = map[string]string{}
		}
		c.Named[item.ValStr(r.body)] = r.next.ValStr(r.body)
		return
	}
	if c.Named != nil {
		r.fail(c.At, CallMixed)
		return
	}
	c.List = append(c.List, item.ValStr(r.body))
}

// fail marks the call that was being read, or the one that begins at at.
func (r *callReader) fail(at int, fault string) {
	r.failed = true
	if n := len(r.calls); n > 0 && r.calls[n-1].At >= at {
		r.calls[n-1].Fault = fault
		return
	}
	r.calls = append(r.calls, Call{At: at, Fault: fault})
}
