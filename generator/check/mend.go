package check

import (
	"bytes"
	"cmp"
	"slices"

	"bantin/generator/content"
)

// mendRounds bounds how often a file is mended and judged again: composed
// letters must come first, and mends that overlap wait for the next round.
const mendRounds = 5

// Mend returns what a page's file should become when every finding that can be
// put right safely is, and how many were. What an editor silenced stays, and so
// do code, addresses and the keys of the front matter. The file's own bytes are
// returned when there is nothing to mend.
func (c *Checker) Mend(p *content.Page) (mended []byte, count int) {
	page := p
	for range mendRounds {
		next, n := c.mendOnce(page)
		if n == 0 {
			break
		}
		again := p.Reread(next)
		if again.Out != "" || !slices.Equal(mendedKeys(again), mendedKeys(p)) {
			break // it would no longer read as the same page
		}
		page, count = again, count+n
	}
	return page.Raw, count
}

// mendedKeys are the keys that no mend may add to or take from: a new old
// address is one more.
func mendedKeys(p *content.Page) []string {
	return slices.DeleteFunc(p.Keys(), func(key string) bool { return content.PlainKey(key) == "aliases" })
}

func (c *Checker) mendOnce(page *content.Page) ([]byte, int) {
	if page.Out == content.IsBroken {
		return page.Raw, 0
	}
	pass := &pass{index: c.index, page: page}
	for _, rule := range pageRules {
		rule(pass)
	}
	pass.movedHere()
	var edits []edit
	count := 0
	for _, f := range kept(pass, false) {
		if len(f.edits) > 0 {
			edits, count = append(edits, f.edits...), count+1
		}
	}
	out := applyEdits(page.Raw, edits)
	if bytes.Equal(out, page.Raw) {
		return page.Raw, 0
	}
	return out, count
}

// applyEdits makes the edits in the order of the file; one that touches the
// bytes of another before it is left out.
func applyEdits(raw []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out []byte
	at := 0
	for _, e := range edits {
		if e.from < at {
			continue
		}
		out = append(append(out, raw[at:e.from]...), e.with...)
		at = e.to
	}
	return append(out, raw[at:]...)
}
