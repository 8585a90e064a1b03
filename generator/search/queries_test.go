package search_test

import (
	"fmt"
	"slices"
	"strings"

	"bantin/generator/viet"

	"golang.org/x/text/unicode/norm"
)

// query is what somebody types, and what the answer must be.
type query struct {
	Sort string
	Text string
	want []int // articles that must be found
	// first, unless empty, are the articles of which one must come first.
	first []int
	// only: nothing but want may be shown first. (More may be found: where all
	// words of a long phrase are common, the page reads what it shows.)
	only bool
	// may, unless empty, is found too without fault.
	may []int
}

// queries writes n queries of every sort, each from the text of some article.
func queries(o *oracle, n int) (all []query) {
	w := newWriter(7)
	for _, s := range sorts {
		for made, tries := 0, 0; made < n && tries < 100*n; tries++ {
			if q, ok := s.make(o, w, w.IntN(len(o.articles))); ok {
				q.Sort = s.name
				all = append(all, q)
				made++
			}
		}
	}
	return all
}

var sorts = []struct {
	name string
	make func(o *oracle, w writer, i int) (query, bool)
}{
	{"title", func(o *oracle, w writer, i int) (query, bool) { return whole(o, o.articles[i].Title) }},
	{"no marks", func(o *oracle, w writer, i int) (query, bool) { return loose(o, viet.Fold(o.some(w, i, 3))) }},
	{"NFC", func(o *oracle, w writer, i int) (query, bool) { return whole(o, norm.NFC.String(o.some(w, i, 4))) }},
	{"NFD", func(o *oracle, w writer, i int) (query, bool) { return whole(o, norm.NFD.String(o.some(w, i, 4))) }},
	{"đ, Đ, D", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 3)
		if !strings.ContainsAny(s, "đĐ") {
			return query{}, false
		}
		q, _ := whole(o, strings.NewReplacer("đ", []string{"d", "D", "Đ", "Ð"}[i%4], "Đ", []string{"D", "d", "đ", "đ"}[i%4]).Replace(s))
		if i%4 < 2 {
			q.first = o.phrase(s, false)
		}
		return q, true
	}},
	{"capitals", func(o *oracle, w writer, i int) (query, bool) { return whole(o, strings.ToUpper(o.some(w, i, 3))) }},
	{"phrase", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 3+w.IntN(4))
		found := o.phrase(s, false)
		return query{Text: []string{`"` + s + `"`, "“" + viet.Fold(s) + "”"}[i%2], want: found, first: found, only: true}, true
	}},
	{"one typing error", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 3+w.IntN(3))
		bad, ok := mistype(w, viet.Fold(s))
		// What stands in some article is no error that anybody could see.
		return query{Text: bad, want: o.phrase(s, false)}, ok && len(o.phrase(bad, false)) == 0
	}},
	{"tone placed otherwise", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 4)
		t := strings.NewReplacer("hòa", "hoà", "Hòa", "Hoà", "thuỷ", "thủy", "Thủy", "Thuỷ", "khoẻ", "khỏe", "xóa", "xoá", "toàn", "toàn").Replace(s)
		q, _ := whole(o, s)
		q.Text = t
		return q, s != t
	}},
	{"words apart", func(o *oracle, w writer, i int) (query, bool) {
		q, _ := whole(o, strings.Join([]string{o.some(w, i, 1), o.some(w, i, 1), o.some(w, i, 1)}, " "))
		return q, true
	}},
	{"document number", func(o *oracle, w writer, i int) (query, bool) {
		return whole(o, fmt.Sprintf("%02d-KL/TW", 1+w.IntN(99)))
	}},
	{"one word with marks", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 1)
		if len(split(s)) != 1 || viet.Fold(s) == s {
			return query{}, false
		}
		return whole(o, s)
	}},
	{"wrong marks", func(o *oracle, w writer, i int) (query, bool) {
		s := o.some(w, i, 3)
		bad := strings.NewReplacer("ạ", "ã", "ế", "ễ", "ị", "ĩ", "ọ", "õ", "ứ", "ử", "ầ", "ẩ", "ô", "ỗ").Replace(s)
		return query{Text: bad, want: o.all(bad), first: o.phrase(viet.Fold(bad), false)}, len(o.marked(bad)) == 0
	}},
	{"marks of other words", func(o *oracle, w writer, i int) (query, bool) {
		words := exactWords(o.some(w, i, 2+w.IntN(3)))
		for k, word := range words {
			if forms := o.forms[viet.Fold(word)]; len(forms) > 1 {
				words[k] = w.of(forms)
			}
		}
		bad := strings.Join(words, " ")
		q, _ := whole(o, bad)
		if len(q.first) == 0 {
			q.first = o.phrase(bad, false)
			if len(o.marked(bad)) > 0 {
				q.first = o.marked(bad)
			}
		}
		return q, len(o.phrase(bad, true)) == 0
	}},
}

// whole is a query of words that stand together: pages with the exact phrase
// come first, and pages with other marks are found where none has these.
func whole(o *oracle, text string) (query, bool) {
	q := query{Text: text, want: o.marked(text), first: o.phrase(text, true), only: true}
	if q.may = o.all(text); len(q.want) == 0 {
		q.want = q.may
	}
	return q, true
}

// loose is the same, typed without marks.
func loose(o *oracle, text string) (query, bool) {
	return query{Text: text, want: o.all(text), first: o.phrase(text, false), only: true}, true
}

// some takes n words that stand together in an article.
func (o *oracle) some(w writer, i, n int) string {
	blocks := append([]string{o.articles[i].Title, o.articles[i].Summary}, o.articles[i].blocks...)
	for range 100 {
		words := strings.Fields(blocks[w.IntN(len(blocks))])
		if len(words) < n {
			continue
		}
		at := w.IntN(len(words) - n + 1)
		if s := strings.Trim(strings.Join(words[at:at+n], " "), ".,:;"); len(split(s)) >= n {
			return s
		}
	}
	return o.articles[i].Title
}

// mistype changes one letter of a word of three letters or more.
func mistype(w writer, s string) (string, bool) {
	words := strings.Fields(s)
	var long []int
	for i, word := range words {
		if len(word) >= 3 && !strings.ContainsFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }) {
			long = append(long, i)
		}
	}
	if len(long) == 0 {
		return "", false
	}
	i := long[w.IntN(len(long))]
	b := []byte(words[i])
	at := w.IntN(len(b))
	switch w.IntN(4) {
	case 0:
		b = slices.Delete(b, at, at+1)
	case 1:
		b = slices.Insert(b, at, byte('a'+w.IntN(26)))
	case 2:
		b[at] = byte('a' + w.IntN(26))
	default:
		at = min(at, len(b)-2)
		b[at], b[at+1] = b[at+1], b[at]
	}
	if string(b) == words[i] {
		return "", false
	}
	words[i] = string(b)
	return strings.Join(words, " "), true
}
