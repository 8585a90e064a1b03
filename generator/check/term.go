package check

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"bantin/generator/content"
	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// terms are the terms of the Party's Central Committee, each from the month of
// the congress that elected it. The month itself belongs to both: congresses
// last for days, and documents of the old term are dated up to their end.
var terms = []struct {
	roman string
	from  time.Time
}{
	{"VI", month(1986, 12)}, {"VII", month(1991, 6)}, {"VIII", month(1996, 6)}, {"IX", month(2001, 4)}, {"X", month(2006, 4)},
	{"XI", month(2011, 1)}, {"XII", month(2016, 1)}, {"XIII", month(2021, 1)}, {"XIV", month(2026, 1)},
}

func month(y int, m time.Month) time.Time { return time.Date(y, m, 1, 0, 0, 0, 0, time.UTC) }

// otherTerm returns the term that a day belongs to when it cannot be roman; ""
// when it can, or when the term is not known.
func otherTerm(roman string, day time.Time) string {
	in := ""
	for i, t := range terms {
		if t.roman == roman {
			ends := len(terms) > i+1 && !day.Before(terms[i+1].from.AddDate(0, 1, 0))
			if !day.Before(t.from) && !ends {
				return ""
			}
		}
		if !day.Before(t.from) {
			in = t.roman
		}
	}
	if in == roman || !knownTerm(roman) {
		return ""
	}
	return in
}

func knownTerm(roman string) bool {
	for _, t := range terms {
		if t.roman == roman {
			return true
		}
	}
	return false
}

// termAfter finds the term within the words after a number and its date: "của
// Bộ Chính trị khóa XII". The terms of other bodies are counted otherwise.
var (
	termAfter    = regexp.MustCompile(`^\)?[^.;:\n¹²³()\x{fffc}]{0,160}?(?:Trung ương|Bộ Chính trị|Ban Bí thư)[^.;:\n()\x{fffc}]{0,40}?[Kk]h(?:óa|oá) ([IVX]+)(?:[^\pL\pN]|$)`)
	termWritten  = regexp.MustCompile(`^(?:[Kk]h(?:óa|oá) )?([IVX]+)$`)
	centralOrgan = regexp.MustCompile(`Trung ương|Bộ Chính trị|Ban Bí thư`)
	threeOrgans  = regexp.MustCompile(`Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư`)
)

// termOf warns of a Party document that a text gives to a term of the Central
// Committee in which its date does not lie. What stands beside a doubtful
// number waits until that is put right.
func (p *pass) termOf(t *passage, n vanban.Number) {
	if n.System != vanban.Party || n.Date == nil || n.Date.Err != nil || !strings.HasSuffix(n.Organ, "TW") {
		return
	}
	for _, s := range n.Suspicions {
		if s.Kind == vanban.UnknownCode {
			return
		}
	}
	after := max(n.End, n.Date.End)
	m := termAfter.FindStringSubmatchIndex(t.text[after:])
	if m == nil || len(vanban.Find(t.text[after:after+m[3]])) > 0 {
		return
	}
	p.wrongTerm(t.text[after+m[2]:after+m[3]], n.Normal, n.Date.Time, p.at(t, after+m[2]))
}

// documentTerm holds a document of the register against its own date.
func documentTerm(p *pass) {
	d := p.page.Document
	if d == nil || d.Term == "" || d.Date.IsZero() || !centralOrgan.MatchString(d.Organ) {
		return
	}
	if m := termWritten.FindStringSubmatch(strings.TrimSpace(d.Term)); m != nil {
		p.wrongTerm(m[1], d.Number, d.Date, p.page.At("khoa"))
	}
}

// organAfter finds which of the three central organs a text says issued a
// document, right after its number and date.
var organAfter = regexp.MustCompile(`^\)?,?\s+của (Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư)(?:[^\pL]|$)`)

// organ warns of a citation that gives a document to another central organ than
// the register does. Other organs have too many ways of being named.
func (p *pass) organ(t *passage, n vanban.Number, doc *content.Page) {
	after := n.End
	if n.Date != nil {
		after = max(after, n.Date.End)
	}
	m := organAfter.FindStringSubmatchIndex(t.text[after:])
	if m == nil {
		return
	}
	said, known := t.text[after+m[2]:after+m[3]], threeOrgans.FindString(doc.Document.Organ)
	if known != "" && known != said {
		p.add(p.at(t, after+m[2]), "co-quan", fmt.Sprintf("bài ghi văn bản %s của %s, sổ văn bản ghi %s", n.Normal, said, known), "xem lại bản gốc rồi sửa bài hoặc sửa "+doc.File())
	}
}

func (p *pass) wrongTerm(roman, number string, day time.Time, pos content.Pos) {
	if in := otherTerm(roman, day); in != "" {
		p.add(pos, "sai-khoa", fmt.Sprintf("văn bản %s ngày %s mà ghi khóa %s; ngày ấy thuộc khóa %s", number, viet.ShortDate(day), roman, in), "xem lại bản gốc: sửa khóa hoặc sửa ngày")
	}
}
