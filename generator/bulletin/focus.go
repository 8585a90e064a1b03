package bulletin

import (
	"fmt"
	"strconv"
	"strings"
)

// Focus is the part of a picture that must stay when it is cut to a frame:
// words ("tren", "duoi trai"), or two places in percent from the left and the
// top ("30% 20%"). "" leaves it to the program.
type Focus string

// focusWords are the places along one side, in percent.
var focusWords = map[string]struct {
	across bool
	at     int
}{"tren": {false, 0}, "duoi": {false, 100}, "trai": {true, 0}, "phai": {true, 100}}

// FocusHelp says what a focus may be.
const FocusHelp = "tren, giua, duoi, trai, phai, ghép hai chữ như \"tren trai\", hoặc hai số phần trăm từ trái và từ trên xuống như \"30% 20%\""

// At returns the place in percent from the left and the top.
func (f Focus) At() (x, y int, err error) {
	words := strings.Fields(strings.ReplaceAll(strings.ToLower(string(f)), ",", " "))
	x, y = 50, 50
	if len(words) == 0 || len(words) > 2 {
		return x, y, fmt.Errorf("focus %q: not one or two words", f)
	}
	if len(words) == 2 && strings.HasSuffix(words[0], "%") {
		x, err = percent(words[0])
		if err == nil {
			y, err = percent(words[1])
		}
		return x, y, err
	}
	seen := map[bool]bool{}
	for _, word := range words {
		place, known := focusWords[word]
		switch {
		case word == "giua":
		case !known || seen[place.across]:
			return 50, 50, fmt.Errorf("focus %q: %q is not understood", f, word)
		case place.across:
			seen[true], x = true, place.at
		default:
			seen[false], y = true, place.at
		}
	}
	return x, y, nil
}

func percent(s string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSuffix(s, "%"))
	if err != nil || n < 0 || n > 100 {
		return 50, fmt.Errorf("%q is no percentage", s)
	}
	return n, nil
}
