package box

import "golang.org/x/text/unicode/norm"

// composed is s in NFC. Text of Latin letters as they are typed has nothing to
// compose, which is seen much faster than the general way.
func composed(s string) string {
	for _, r := range s {
		// None of these is a mark or decomposes (Unicode Standard Annex #15).
		if r < 0x300 || r >= 0x1e00 && r < 0x1f00 || r >= 0x2010 && r < 0x2040 {
			continue
		}
		return norm.NFC.String(s)
	}
	return s
}
