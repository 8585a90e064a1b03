package search_test

import (
	"slices"
	"strings"
	"unicode"

	"bantin/generator/viet"
)

// oracle answers queries the slow way, from the texts, with none of the
// index's code. Each text is its words between spaces, a line for each block.
type oracle struct {
	articles      []article
	exact, folded []string
	forms         map[string][]string // of each folded word
	holders       map[string][]int    // articles with a folded word, rising
}

func newOracle(all []article) *oracle {
	o := &oracle{articles: all, forms: map[string][]string{}, holders: map[string][]int{}}
	for i, a := range all {
		var exact, folded strings.Builder
		for _, block := range append([]string{a.Title, a.Summary}, a.blocks...) {
			exact.WriteString(spaced(exactWords(block)) + "\n")
			words := split(viet.Fold(block))
			folded.WriteString(spaced(words) + "\n")
			for _, word := range words {
				if list := o.holders[word]; len(list) == 0 || list[len(list)-1] != i {
					o.holders[word] = append(list, i)
				}
			}
			for _, word := range exactWords(block) {
				if f := viet.Fold(word); f != word && !slices.Contains(o.forms[f], word) {
					o.forms[f] = append(o.forms[f], word)
				}
			}
		}
		o.exact, o.folded = append(o.exact, exact.String()), append(o.folded, folded.String())
	}
	return o
}

func spaced(words []string) string { return " " + strings.Join(words, " ") + " " }

func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// exactWords keeps the marks, tones where the older spelling puts them.
func exactWords(s string) []string {
	return split(placed.Replace(strings.ToLower(viet.NFC(s))))
}

var placed = strings.NewReplacer("hoà", "hòa", "thuỷ", "thủy", "khoẻ", "khỏe", "xoá", "xóa", "ð", "đ")

// all are the articles that hold every word of the query, whatever its marks.
func (o *oracle) all(query string) (found []int) {
	words := split(viet.Fold(query))
	if len(words) == 0 {
		return nil
	}
	seldom := slices.MinFunc(words, func(a, b string) int { return len(o.holders[a]) - len(o.holders[b]) })
	for _, i := range o.holders[seldom] {
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(o.folded[i], " "+w+" ") }) {
			found = append(found, i)
		}
	}
	return found
}

// marked are the articles that hold every word of the query with its marks; a
// word without marks stands for any, and a d typed for đ for both.
func (o *oracle) marked(query string) (found []int) {
	exact, folded := exactWords(query), split(viet.Fold(query))
	for _, i := range o.all(query) {
		missing := false
		for k, w := range exact {
			has := strings.Contains(o.exact[i], " "+w+" ") || w[0] == 'd' && strings.Contains(o.exact[i], " đ"+w[1:]+" ")
			missing = missing || w != folded[k] && !has
		}
		if !missing {
			found = append(found, i)
		}
	}
	return found
}

// phrase are the articles with the words next to each other, exact or folded.
func (o *oracle) phrase(query string, exact bool) (found []int) {
	words, texts := split(viet.Fold(query)), o.folded
	if exact {
		words, texts = exactWords(query), o.exact
	}
	for _, i := range o.all(query) {
		if strings.Contains(texts[i], spaced(words)) {
			found = append(found, i)
		}
	}
	return found
}
