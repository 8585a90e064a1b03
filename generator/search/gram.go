package search

// gram is two or three folded words in a row, 21 bits each.
type gram uint64

const wordBits = 21

// words are the folded words of a gram of n words.
func (g gram) words(n int) []uint32 {
	words := make([]uint32, n)
	for k := range words {
		words[n-1-k] = uint32(g & (1<<wordBits - 1))
		g >>= wordBits
	}
	return words
}

// gramOf is the gram of some forms; ok is false across the blocks of a text.
func (c *corpus) gramOf(forms []uint32) (g gram, ok bool) {
	for _, form := range forms {
		f := c.foldOf[form]
		if f == 0 {
			return 0, false
		}
		g = g<<wordBits | gram(f)
	}
	return g, true
}

// gramAt is the gram of n words at a place of a text, if it is to be listed:
// a triple only where one of its pairs is common.
func (c *corpus) gramAt(forms []uint32, n int, common map[gram]bool) (g gram, ok bool) {
	g, ok = c.gramOf(forms[:n])
	if !ok || n == 2 {
		return g, ok
	}
	first, second := g.pairs()
	return g, common[first] || common[second]
}

// pairs are the two pairs of a triple.
func (g gram) pairs() (first, second gram) { return g >> wordBits, g & (1<<(2*wordBits) - 1) }
