package docx

import (
	"strconv"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
	"bantin/generator/intake/symbolfont"
)

// numbering gives items of lists the labels that a reader sees.
type numbering struct {
	nums     map[string]*ooxml.Node // numId -> w:num
	abstract map[string]*ooxml.Node
	byStyle  map[string]*ooxml.Node // a numbering style's abstract
	counters map[string]*[9]int     // of an abstract
	used     map[string]bool        // a num whose overrides were applied
}

func readNumbering(root *ooxml.Node, s *styles) *numbering {
	g := &numbering{nums: map[string]*ooxml.Node{}, abstract: map[string]*ooxml.Node{}, byStyle: map[string]*ooxml.Node{}, counters: map[string]*[9]int{}, used: map[string]bool{}}
	if root == nil {
		return g
	}
	for _, n := range root.Children {
		switch n.Name {
		case "w:num":
			g.nums[n.Attr("w:numId")] = n
		case "w:abstractNum":
			g.abstract[n.Attr("w:abstractNumId")] = n
			if name := n.Child("w:styleLink").Attr("w:val"); name != "" {
				g.byStyle[name] = n
			}
		}
	}
	return g
}

// item counts a paragraph, nil when it is in no list.
func (g *numbering) item(pr *ooxml.Node, s paraStyle) *manuscript.Item {
	id, lvl := s.numID, s.level
	if own := pr.Child("w:numPr"); own != nil {
		if v := own.Child("w:numId").Attr("w:val"); v != "" {
			id = v
		}
		if v := own.Child("w:ilvl").Attr("w:val"); v != "" {
			lvl = v
		}
	}
	num := g.nums[id]
	if num == nil || id == "0" {
		return nil
	}
	abstract := g.abstract[num.Child("w:abstractNumId").Attr("w:val")]
	if link := abstract.Child("w:numStyleLink").Attr("w:val"); link != "" && g.byStyle[link] != nil {
		abstract = g.byStyle[link]
	}
	level := max(0, min(8, number(lvl)))
	if abstract == nil || levelOf(abstract, num, level) == nil {
		return nil
	}
	counters := g.count(abstract, num, id, level)
	return g.label(abstract, num, level, counters)
}

func levelOf(abstract, num *ooxml.Node, level int) *ooxml.Node {
	for _, o := range num.Children {
		if o.Name == "w:lvlOverride" && number(o.Attr("w:ilvl")) == level {
			if l := o.Child("w:lvl"); l != nil {
				return l
			}
		}
	}
	for _, l := range abstract.Children {
		if l.Name == "w:lvl" && number(l.Attr("w:ilvl")) == level {
			return l
		}
	}
	return nil
}

func start(abstract, num *ooxml.Node, level int) int {
	l := levelOf(abstract, num, level)
	if n := l.Child("w:start"); n != nil {
		return number(n.Attr("w:val"))
	}
	return 1
}

// count moves the counter of a level on; deeper levels begin anew.
func (g *numbering) count(abstract, num *ooxml.Node, id string, level int) *[9]int {
	key := abstract.Attr("w:abstractNumId")
	c := g.counters[key]
	if c == nil {
		c = &[9]int{}
		for i := range c {
			c[i] = start(abstract, num, i) - 1
		}
		g.counters[key] = c
	}
	if !g.used[id] {
		g.used[id] = true
		for _, o := range num.Children {
			if s := o.Child("w:startOverride"); o.Name == "w:lvlOverride" && s != nil {
				c[max(0, min(8, number(o.Attr("w:ilvl"))))] = number(s.Attr("w:val")) - 1
			}
		}
	}
	c[level]++
	for i := level + 1; i < len(c); i++ {
		c[i] = start(abstract, num, i) - 1
	}
	for i := range level { // a level that was skipped counts from its start
		c[i] = max(c[i], start(abstract, num, i))
	}
	return c
}

func (g *numbering) label(abstract, num *ooxml.Node, level int, c *[9]int) *manuscript.Item {
	l := levelOf(abstract, num, level)
	format, text := l.Child("w:numFmt").Attr("w:val"), l.Child("w:lvlText").Attr("w:val")
	it := &manuscript.Item{Level: level}
	if format == "bullet" {
		shown, _ := symbolfont.Convert(text, l.Child("w:rPr", "w:rFonts").Attr("w:ascii"))
		if strings.TrimSpace(shown) == "" {
			shown = "•"
		}
		it.Bullet, it.Label = true, shown
		return it
	}
	own := "%" + strconv.Itoa(level+1)
	if (format == "decimal" || format == "") && strings.TrimRight(text, ".)") == own {
		it.Number = c[level]
	}
	for i := range c {
		f := levelOf(abstract, num, i).Child("w:numFmt").Attr("w:val")
		if on(l.Child("w:isLgl")) {
			f = "decimal"
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), counted(c[i], f))
	}
	if it.Label = strings.TrimSpace(text); it.Label == "" {
		return nil
	}
	return it
}

// counted writes a number in a format of numbers.
func counted(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter":
		return letters(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// letters counts as Word does: after z comes aa, then bb.
func letters(n int) string {
	if n < 1 || n > 780 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}
