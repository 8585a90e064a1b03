package legacy

import (
	"strings"
	"unicode"
)

// tcvn3 are the letters of TCVN 5712:1993, VN3, from byte 0xA1 on; a space
// stands for a byte without a letter. Capitals with tone marks have no bytes:
// they were the small letters in fonts of capitals.
var tcvn3 = []rune("ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ")

func fromTCVN3(word string) (string, bool) {
	var b strings.Builder
	for _, r := range word {
		switch {
		case r < 0x80:
			b.WriteRune(r)
		case r >= 0xa1 && int(r-0xa1) < len(tcvn3) && tcvn3[r-0xa1] != ' ':
			b.WriteRune(tcvn3[r-0xa1])
		default:
			return "", false
		}
	}
	return b.String(), true
}

// vniMarks are the second characters of VNI and what each makes of the letters
// it may follow.
var vniMarks = map[rune]struct{ base, becomes string }{
	'ù': {"aeouyôöi", "áéóúýớứí"}, 'ø': {"aeouyôöi", "àèòùỳờừì"}, 'û': {"aeouyôöi", "ảẻỏủỷởửỉ"},
	'õ': {"aeouyôöi", "ãẽõũỹỡữĩ"}, 'ï': {"aeouyôöi", "ạẹọụỵợựị"},
	'â': {"aeo", "âêô"}, 'á': {"aeo", "ấếố"}, 'à': {"aeo", "ầềồ"}, 'å': {"aeo", "ẩểổ"},
	'ã': {"aeo", "ẫễỗ"}, 'ä': {"aeo", "ậệộ"},
	'ê': {"a", "ă"}, 'é': {"a", "ắ"}, 'è': {"a", "ằ"}, 'ú': {"a", "ẳ"}, 'ü': {"a", "ẵ"}, 'ë': {"a", "ặ"},
}

// vniAlone are the characters of VNI that are letters by themselves.
var vniAlone = map[rune]rune{
	'ñ': 'đ', 'ô': 'ơ', 'ö': 'ư', 'í': 'í', 'ì': 'ì', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ',
}

func fromVNI(word string) (string, bool) {
	in := []rune(word)
	var out []rune
	for i := 0; i < len(in); i++ {
		low := unicode.ToLower(in[i])
		if i+1 < len(in) {
			if r, ok := vniPair(low, unicode.ToLower(in[i+1])); ok {
				out = append(out, likeCase(r, in[i]))
				i++
				continue
			}
		}
		r, alone := vniAlone[low]
		switch {
		case alone:
			out = append(out, likeCase(r, in[i]))
		case low < 0x80:
			out = append(out, in[i])
		default:
			return "", false
		}
	}
	return string(out), true
}

func vniPair(base, mark rune) (rune, bool) {
	m, ok := vniMarks[mark]
	if !ok {
		return 0, false
	}
	at := 0
	for _, b := range m.base {
		if b == base {
			return []rune(m.becomes)[at], true
		}
		at++
	}
	return 0, false
}

func likeCase(r, like rune) rune {
	if unicode.IsUpper(like) {
		return unicode.ToUpper(r)
	}
	return r
}
