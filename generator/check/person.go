package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"bantin/generator/content"
	"bantin/generator/viet"
)

// person is a name as a page writes it, and where first.
type person struct {
	fold, name string
	pos        content.Pos
	front      bool // it stands in the front matter
}

// surnames are the common Vietnamese surnames without marks: what begins with
// one and has three words or more, each with a capital, is taken for a person.
var surnames = set("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan trinh truong lam mai to ha cao chau ta quach thai luu vuong phung tang kieu luong dao dam khuat la nghiem thach tong trieu ung bach chu diep giang hua kim lai lo mac nong ninh quan ton trang")

// nameRun is a run of capitalised words under way.
type nameRun struct{ from, to, words int }

// runOn takes the next word of a passage and records the run that it ends.
func (p *pass) runOn(t *passage, run *nameRun, from, to int) {
	if capitalised(t.text[from:to]) {
		if run.words > 0 && from == run.to+1 && t.text[run.to] == ' ' {
			run.to, run.words = to, run.words+1
			return
		}
		p.endRun(t, run)
		*run = nameRun{from, to, 1}
		return
	}
	p.endRun(t, run)
}

// endRun records the person that a run names, if it does.
func (p *pass) endRun(t *passage, run *nameRun) {
	words, name := run.words, t.text[run.from:run.to]
	run.words = 0
	for ; words >= 3; words-- {
		first, rest, _ := strings.Cut(name, " ")
		if surnames[viet.Fold(first)] {
			p.person(t, run.to-len(name), name)
			return
		}
		name = rest
	}
}

func (p *pass) person(t *passage, at int, name string) {
	for i := range p.persons {
		if p.persons[i].name == name {
			return
		}
	}
	p.persons = append(p.persons, person{viet.Fold(name), strings.Clone(name), p.at(t, at), t.block == nil})
}

// capitalised reports whether a word is one capital and small letters.
func capitalised(word string) bool {
	if c := word[0]; c < utf8.RuneSelf && (c < 'A' || c > 'Z') {
		return false
	}
	first, n := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || n == len(word) {
		return false
	}
	for _, r := range word[n:] {
		if !unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// sameNames hints at persons whose names an issue, or a page of none, writes in
// two ways: "Đặng Thị Hường" and "Đặng Thị Hương". The style of tone marks
// (Thúy, Thuý) has a rule of its own.
func sameNames(all *whole) {
	type known struct {
		person
		page *content.Page
	}
	first := map[string]known{}
	for _, front := range []bool{true, false} { // the front matter is written with more care
		for _, p := range all.passes {
			if p.page.Out != "" {
				continue
			}
			group := issueKey(p)
			if group == "" {
				group = p.page.Path
			}
			for _, who := range p.persons {
				if who.front != front {
					continue
				}
				key := group + "\x00" + who.fold
				other, seen := first[key]
				switch {
				case !seen:
					first[key] = known{who, p.page}
				case oldStyle(other.name) != oldStyle(who.name):
					p.add(who.pos, "ten-hai-loi", fmt.Sprintf("viết %s, ở %s viết %s", quote(who.name), where(p.page, other.page), quote(other.name)), "nếu là một người thì viết như nhau; nếu là hai người thì bỏ qua kèm lý do")
				}
			}
		}
	}
}

func where(here, there *content.Page) string {
	if here == there {
		return "chỗ khác trong bài"
	}
	return there.File()
}

// oldStyle writes a name with its tone marks as in hòa, khỏe, thủy.
var oldStyle = strings.NewReplacer(
	"oà", "òa", "oá", "óa", "oả", "ỏa", "oã", "õa", "oạ", "ọa",
	"oè", "òe", "oé", "óe", "oẻ", "ỏe", "oẽ", "õe", "oẹ", "ọe",
	"uỳ", "ùy", "uý", "úy", "uỷ", "ủy", "uỹ", "ũy", "uỵ", "ụy",
).Replace
