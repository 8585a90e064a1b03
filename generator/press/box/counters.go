package box

import (
	"sort"
	"strconv"
	"strings"

	"bantin/generator/press/css"

	"golang.org/x/net/html"
)

// counters are the counters in scope (CSS Lists 3, section 4): every name has
// a stack of nested instances; a level notes which its elements opened.
type counters struct {
	stack  map[string][]int
	opened []map[string]bool // one for each open element: counters of its children
	step   []int             // increment of list-item in the open lists
}

func newCounters() counters {
	return counters{stack: map[string][]int{"footnote": {0}}, opened: []map[string]bool{nil}, step: []int{1}}
}

// enter applies reset, increment and set of an element, in this order
// (section 4.4). The page counters are layout's.
func (c *counters) enter(n *html.Node, st *css.Style) {
	step, outer := c.list(n), c.step[len(c.step)-1]
	for _, r := range st.CounterReset {
		c.reset(r.Name, r.Value)
	}
	counted := false
	for _, i := range st.CounterIncrement {
		counted = counted || i.Name == "list-item"
		c.add(i.Name, i.Value)
	}
	if st.Display == css.ListItem && !counted {
		c.add("list-item", outer)
	}
	for _, s := range st.CounterSet {
		c.set(s.Name, s.Value)
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "value"))); err == nil && n.Data == "li" {
		c.set("list-item", v)
	}
	c.opened = append(c.opened, nil)
	if step == 0 {
		step = outer
	}
	c.step = append(c.step, step)
}

// list opens the list-item counter of a list, and returns its step; 0 when n
// is no list.
func (c *counters) list(n *html.Node) int {
	if n.Namespace != "" || n.Data != "ol" && n.Data != "ul" && n.Data != "menu" {
		return 0
	}
	start, err := strconv.Atoi(strings.TrimSpace(attr(n, "start")))
	given := err == nil && n.Data == "ol"
	if n.Data == "ol" && has(n, "reversed") {
		if !given {
			start = 0
			for k := n.FirstChild; k != nil; k = k.NextSibling {
				if k.Type == html.ElementNode && k.Data == "li" {
					start++
				}
			}
		}
		c.reset("list-item", start+1)
		return -1
	}
	if !given {
		start = 1
	}
	c.reset("list-item", start-1)
	return 1
}

// leave ends the scope of what the children of an element opened.
func (c *counters) leave() {
	last := len(c.opened) - 1
	for name := range c.opened[last] {
		c.stack[name] = c.stack[name][:len(c.stack[name])-1]
	}
	c.opened = c.opened[:last]
	c.step = c.step[:len(c.step)-1]
}

// reset opens an instance for the siblings and what is in them; a sibling's
// of the same name is replaced.
func (c *counters) reset(name string, v int) {
	level := &c.opened[len(c.opened)-1]
	if (*level)[name] {
		c.set(name, v)
		return
	}
	if *level == nil {
		*level = map[string]bool{}
	}
	(*level)[name] = true
	c.stack[name] = append(c.stack[name], v)
}

func (c *counters) set(name string, v int) {
	if len(c.stack[name]) == 0 {
		c.reset(name, v)
		return
	}
	c.stack[name][len(c.stack[name])-1] = v
}

func (c *counters) add(name string, v int) { c.set(name, c.value(name)+v) }

// value returns the innermost instance, 0 when there is none.
func (c *counters) value(name string) int {
	if s := c.stack[name]; len(s) > 0 {
		return s[len(s)-1]
	}
	return 0
}

// all returns the innermost value of every counter, by name.
func (c *counters) all() []css.Counter {
	var out []css.Counter
	for name, s := range c.stack {
		if len(s) > 0 && name != "footnote" {
			out = append(out, css.Counter{Name: name, Value: s[len(s)-1]})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name < out[j].Name })
	return out
}
