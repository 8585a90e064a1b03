package search

// longest is how many words a gram may have.
const longest = 4

// gram is two or three folded words in a row, 21 bits each; one of four is the
// number of a common triple in it and the word before (odd) or after (even).
type gram uint64

const wordBits = 21

// ranks numbers the common grams of one length, and lists them by number.
type ranks struct {
	n    int
	of   map[gram]uint64
	list []gram
}

// words are the folded words of a gram of n words.
func (g gram) words(n int, shorter *ranks) []uint32 {
	const mask = 1<<wordBits - 1
	switch n {
	case 2:
		return []uint32{uint32(g >> wordBits), uint32(g & mask)}
	case 3:
		return []uint32{uint32(g >> (2 * wordBits)), uint32(g >> wordBits & mask), uint32(g & mask)}
	}
	triple := shorter.list[g>>(wordBits+1)].words(3, nil)
	if other := uint32(g >> 1 & mask); g&1 == 0 {
		return append(triple, other)
	} else {
		return append([]uint32{other}, triple...)
	}
}

// gramAt is the gram of n words at a place of a text, if it is to be listed.
func (c *corpus) gramAt(forms []uint32, n int, shorter *ranks) (g gram, ok bool) {
	var words [longest]uint32
	for k := range n {
		f := c.foldOf[forms[k]]
		if f == 0 {
			return 0, false
		}
		words[k] = f
	}
	join := func(words []uint32) (g gram) {
		for _, f := range words {
			g = g<<wordBits | gram(f)
		}
		return g
	}
	if n == 2 {
		return join(words[:2]), true
	}
	left, isLeft := shorter.of[join(words[:n-1])]
	if n == 3 && isLeft {
		return join(words[:3]), true
	}
	if isLeft {
		return gram(left<<(wordBits+1) | uint64(words[n-1])<<1), true
	}
	right, isRight := shorter.of[join(words[1:n])]
	if n == 3 {
		return join(words[:3]), isRight
	}
	return gram(right<<(wordBits+1) | uint64(words[0])<<1 | 1), isRight
}
