package box

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestComposed asks the fast way for what the general way gives, for every
// character alone and behind a letter.
func TestComposed(t *testing.T) {
	for r := rune(1); r < 0x3000; r++ {
		for _, s := range []string{string(r), "a" + string(r), "ê" + string(r) + "\u0301"} {
			if got, want := composed(s), norm.NFC.String(s); got != want {
				t.Errorf("composed(%+q) = %+q, want %+q", s, got, want)
			}
		}
	}
}
