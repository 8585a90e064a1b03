// Package vanban reads the numbers of Party and State documents as people
// write them in running text: where each stands, what it should look like, and
// what looks mistaken about it. It knows how numbers are built, not which
// documents exist, and it does no I/O.
//
// Party numbers are N-TYPE/ORGAN ("21-KL/TW", practice after 36-HD/VPTW and, from
// 27 May 2026, 05-HD/VPTW),
// State numbers N/[YEAR/]TYPE-ORGAN ("30/2020/NĐ-CP", Decree 30/2020/NĐ-CP),
// laws N/YEAR/QH and the term of the National Assembly ("91/2025/QH15").
// Texts are expected in NFC; every position is a byte offset in the given text.
package vanban

import (
	"errors"
	"time"

	"bantin/generator/viet"
)

// System says whose rules a number follows.
type System int

const (
	Party System = iota
	State
	Law
)

// Kind is a kind of suspected mistake.
type Kind int

const (
	UnknownCode  Kind = iota // no such type code: "01-KIL/TW"
	Spacing                  // spaces inside: "590 -CV/ĐU"
	Order                    // strokes exchanged: "31/QĐ-TW", "107-KH-ĐUK"
	Dash                     // another stroke than the hyphen: "21–KL/TW"
	OrganForm                // an organ written otherwise: "296-QĐ/TƯ"
	WordMismatch             // the word before is of another type: "Kế hoạch số 49-KL/ĐUK"
	Colon                    // "Số: 127-QĐ/TW" in a Party number
)

// Suspicion is one suspected mistake: the part as found, and as wanted. Want is
// empty when nothing near is known.
type Suspicion struct {
	Kind        Kind
	Found, Want string
}

// Number is one document number in a text.
type Number struct {
	Start, End int    // bytes of the number as written
	Raw        string // as written
	Normal     string // as it should be: "590-CV/ĐU"
	System     System
	N          int    // the running number
	Year       int    // of State numbers that name it, else 0
	Code       string // type code, the nearest known one if the written is unknown; "" for laws
	Organ      string // "TW", "CP", "QH15"
	Word       string // the type word before it, lower case, without "số"; or ""
	Date       *viet.Date
	Suspicions []Suspicion
}

// ErrNumber is returned by Parse for text that is no document number.
var ErrNumber = errors.New("không phải số, ký hiệu văn bản (ví dụ: 21-KL/TW hoặc 30/2020/NĐ-CP)")

// Parse reads s as one number and nothing else.
func Parse(s string) (Number, error) {
	n, ok := numberAt(s, 0)
	if !ok || n.End != len(s) {
		return Number{}, ErrNumber
	}
	return n, nil
}

// Find returns the document numbers of text in their order, each with the type
// word before it and the date after it. Its time is linear in the text.
func Find(text string) []Number {
	var out []Number
	for i := 0; i < len(text); i++ {
		if !startsNumber(text, i) {
			continue
		}
		n, ok := numberAt(text, i)
		if !ok {
			n, ok = letterAt(text, i)
		}
		if !ok {
			continue
		}
		n.readContext(text)
		out = append(out, n)
		i = n.End - 1
	}
	return out
}

// Key is the register key of the number when issued on date: numbers restart
// in every term, so that the number alone names nothing.
func (n Number) Key(date time.Time) string {
	return viet.Slug(n.Normal + " " + date.Format(time.DateOnly))
}

func (n *Number) suspect(k Kind, found, want string) {
	n.Suspicions = append(n.Suspicions, Suspicion{k, found, want})
}
