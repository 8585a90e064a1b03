package fit

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// quote is a sentence of an article that may stand out of its text.
type quote struct {
	sentence string
	before   *html.Node // what it stands before; nil for the end
}

// node is the sentence as a part of the page. Who listens to a page hears it
// once, in the text.
func (q quote) node() *html.Node {
	n := element("aside", "class", "trich", "aria-hidden", "true")
	p := element("p")
	p.AppendChild(&html.Node{Type: html.TextNode, Data: q.sentence})
	n.AppendChild(p)
	return n
}

// height is about what the quote takes of a column.
func (q quote) height(column float64) float64 {
	lines := math.Ceil(float64(utf8.RuneCountInString(q.sentence)) * 6.6 / column)
	return lines*19 + 36
}

const (
	quoteWords         = 450 // of a text that may have a quote; one more for each 700 more
	shortest, longest  = 55, 125
	distanceFromSource = 2 // paragraphs
)

// quotesOf are the quotes that a text can bear.
func quotesOf(a *html.Node, words int) []quote {
	than := find(a, "than")
	if than == nil || words < quoteWords || find(a, "trich") != nil {
		return nil
	}
	all := placesOf(than)
	return all[:min(len(all), 1+(words-quoteWords)/700)]
}

// placesOf finds two sentences worth standing out and where: at a third and at
// two thirds of the text, away from where they are read anyway. It finds the
// same in every copy of a text.
func placesOf(than *html.Node) (all []quote) {
	var flow []*html.Node
	for n := than.FirstChild; n != nil; n = n.NextSibling {
		if n.Type == html.ElementNode {
			flow = append(flow, n)
		}
	}
	used := text(than)
	for k := range 2 {
		at := place(flow, (k+1)*len(flow)/3)
		if at < 0 || len(all) > 0 && flow[at] == all[0].before {
			break
		}
		best, worth := "", 0
		for i, n := range flow {
			if n.Data != "p" || has(n, "van-ban-dan") || has(n, "dan-lai") || i == 0 || max(i-at, at-1-i) < distanceFromSource {
				continue
			}
			for _, s := range sentences(n) {
				taken := slices.ContainsFunc(all, func(q quote) bool { return q.sentence == s })
				if v := value(s); v > worth && !taken && strings.Count(used, s) == 1 {
					best, worth = s, v
				}
			}
		}
		if best == "" {
			break
		}
		all = append(all, quote{best, flow[at]})
	}
	return all
}

// place is the paragraph nearest to the i-th part of a flow that follows another
// paragraph: there is room for a quote between them.
func place(flow []*html.Node, i int) int {
	for d := range len(flow) {
		for _, k := range []int{i + d, i - d} {
			if k > 1 && k < len(flow)-1 && flow[k].Data == "p" && flow[k-1].Data == "p" {
				return k
			}
		}
	}
	return -1
}

// value is how much a sentence says by itself: what somebody said and what was
// counted are worth most, and the longer the better.
func value(s string) int {
	n := utf8.RuneCountInString(s)
	if n < shortest || n > longest || strings.ContainsAny(s, "()[]:;") {
		return 0
	}
	v := n
	if strings.HasPrefix(s, "“") {
		v += 200
	}
	if strings.ContainsFunc(s, unicode.IsDigit) {
		v += 100
	}
	return v
}

// sentences lists those of a paragraph that stand by themselves; of a paragraph
// with notes none.
func sentences(p *html.Node) (all []string) {
	for n := range p.Descendants() {
		if n.Data == "sup" || n.Data == "a" || has(n, "ghi-chu") || has(n, "goi-lai") || has(n, "het") {
			return nil
		}
	}
	s := strings.Join(strings.Fields(text(p)), " ")
	for s != "" {
		end := strings.IndexAny(s, ".!?…")
		if end < 0 {
			return all
		}
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
		for _, close := range []string{"”", "”.", "\""} {
			if strings.HasPrefix(s[end:], close) {
				end += len(close)
				break
			}
		}
		if end < len(s) && s[end] != ' ' { // a number or an abbreviation
			return all
		}
		one := s[:end]
		if abbreviated(one) {
			return all
		}
		if first, _ := utf8.DecodeRuneInString(strings.TrimPrefix(one, "“")); unicode.IsUpper(first) && balanced(one) {
			all = append(all, one)
		}
		s = strings.TrimSpace(s[end:])
	}
	return all
}

// abbreviated reports whether the full stop belongs to a title: "PGS.", "TP.".
func abbreviated(s string) bool {
	f := strings.Fields(s)
	last := strings.TrimRight(f[len(f)-1], ".")
	return strings.HasSuffix(s, ".") && utf8.RuneCountInString(last) <= 3 && strings.ContainsFunc(last, unicode.IsUpper)
}

func balanced(s string) bool { return strings.Count(s, "“") == strings.Count(s, "”") }
