package box

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/generator/press/css"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// transform applies text-transform (CSS Text 3, section 2.1) with the rules of
// the text's language. Text is NFC before and after, so that a Vietnamese
// letter and its marks change together.
func transform(root *Box) {
	t := &transformer{}
	t.box(root)
}

type transformer struct {
	inWord bool // the character before is part of a word
}

func (t *transformer) box(x *Box) {
	if x.Kind == TextBox {
		if x.Content != nil {
			t.inWord = true
			return
		}
		t.text(x)
		return
	}
	inline := x.Kind == InlineBox || x.Kind == FootnoteCall
	if !inline {
		t.inWord = false
	}
	for _, k := range x.Children {
		t.box(k)
	}
	if !inline && x.Pseudo != "first-letter" {
		t.inWord = false
	}
}

func (t *transformer) text(x *Box) {
	switch x.Style.TextTransform {
	case css.Uppercase:
		x.Text = norm.NFC.String(cases.Upper(tag(x.Style.Lang)).String(x.Text))
	case css.Lowercase:
		x.Text = norm.NFC.String(cases.Lower(tag(x.Style.Lang)).String(x.Text))
	case css.Capitalize:
		x.Text = t.capitalize(x.Text)
	}
	// What stands inside a word leaves it as it is: the rune before decides.
	if s := strings.TrimRight(x.Text, insideWord); s != "" {
		r, _ := utf8.DecodeLastRuneInString(s)
		t.inWord = wordRune(r, false)
	}
}

// insideWord are the characters that belong to a word only inside it.
const insideWord = "'’\u00ad"

func tag(lang string) language.Tag {
	t, err := language.Parse(lang)
	if err != nil {
		return language.Und
	}
	return t
}

// capitalize puts the first letter of each word in title case and leaves the
// other letters as they are.
func (t *transformer) capitalize(s string) string {
	in := t.inWord
	var b strings.Builder
	for _, r := range s {
		if !in && unicode.IsLetter(r) {
			b.WriteRune(unicode.ToTitle(r))
		} else {
			b.WriteRune(r)
		}
		in = wordRune(r, in)
	}
	return norm.NFC.String(b.String())
}

// wordRune tells whether a word goes on behind r: letters, digits and marks
// belong to it, and an apostrophe or soft hyphen inside it.
func wordRune(r rune, in bool) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || in && strings.ContainsRune(insideWord, r)
}
