package ledger

import (
	"hash/fnv"
	"math/bits"
	"path"
	"strings"

	"bantin/generator/address"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// fewest is how many syllables a text must have to be known again.
const fewest = 20

// Fingerprint is a number that changes little when a text changes little: the
// majority of each bit over the hashes of its pairs of syllables (Charikar's
// simhash). 0 for a text that is too short.
func Fingerprint(body []byte) uint64 {
	words := strings.FieldsFunc(viet.Fold(string(body)), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
	if len(words) < fewest {
		return 0
	}
	var votes [64]int
	for i := range words[1:] {
		h := fnv.New64a()
		h.Write([]byte(words[i] + " " + words[i+1]))
		sum := mix(h.Sum64())
		for bit := range votes {
			votes[bit] += int(sum>>bit&1)*2 - 1
		}
	}
	var print uint64
	for bit, v := range votes {
		if v > 0 {
			print |= 1 << bit
		}
	}
	return print
}

// mix spreads a hash of few bytes over all bits (the finisher of MurmurHash3).
func mix(x uint64) uint64 {
	x = (x ^ x>>33) * 0xff51afd7ed558ccd
	x = (x ^ x>>33) * 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}

// Distances up to which two fingerprints are of one text: by themselves, and
// when the titles are the same too. Unrelated texts differ in about 32 bits.
const (
	sameText     = 10
	sameTextName = 24
)

// Lost is an address at which nothing stands any more.
type Lost struct {
	*Entry
	Heir  *content.Page   // the page that it has become; nil: nobody knows
	May   []*content.Page // when Heir is nil: pages that it may be
	Owner *content.Page   // the page that is kept back and would stand there
}

// Missing lists what an edition does not have of what the ledger holds, in the
// order of the addresses. may says which pages can take an address over.
func (l *Ledger) Missing(tree *content.Tree, plan *address.Plan, may func(*content.Page) bool) (lost []Lost) {
	for _, e := range l.Entries() {
		if e.Withdrawn() || plan.Stands(e.Address) {
			continue
		}
		lost = append(lost, Lost{Entry: e})
	}
	if len(lost) == 0 {
		return nil
	}
	kept := map[string]*content.Page{}
	var fresh []*candidate
	for _, p := range tree.Pages {
		switch {
		case p.Out != "" && p.Out != content.IsBroken:
			kept[p.Address()] = p
		case p.Out == "" && Lasting(p) && l.Of(p.Address()) == nil && may(p):
			fresh = append(fresh, &candidate{page: p})
		}
	}
	for i := range lost {
		if lost[i].Owner = kept[lost[i].Address]; lost[i].Owner == nil {
			lost[i].find(fresh)
		}
	}
	return lost
}

// candidate is a page that is new to the ledger.
type candidate struct {
	page  *content.Page
	print uint64
	known bool
}

func (c *candidate) text() uint64 {
	if !c.known {
		c.print, c.known = Fingerprint(c.page.Body), true
	}
	return c.print
}

// find looks for the one page that the entry has become.
func (l *Lost) find(fresh []*candidate) {
	var sure []*content.Page
	for _, c := range fresh {
		distance := 64
		if l.Text != 0 && c.text() != 0 {
			distance = bits.OnesCount64(l.Text ^ c.text())
		}
		named := plain(c.page.Meta.Title) == plain(l.Title)
		switch {
		case distance <= sameText, named && distance <= sameTextName, named && l.Text == 0:
			sure = append(sure, c.page)
		case named || section(c.page) == strings.Split(l.Address, "/")[1] && distance <= sameTextName:
			l.May = append(l.May, c.page)
		}
	}
	if len(sure) == 1 {
		l.Heir, l.May = sure[0], nil
		return
	}
	l.May = append(sure, l.May...)
}

func plain(title string) string { return strings.Join(strings.Fields(viet.Fold(title)), " ") }

func section(p *content.Page) string {
	first, _, _ := strings.Cut(p.Path, "/")
	return first
}

// Lasting reports whether a page's address is one that others keep: not that of
// a list, which comes and goes with what it lists.
func Lasting(p *content.Page) bool { return p.Role != content.Plain || path.Base(p.Path) == "index.md" }
