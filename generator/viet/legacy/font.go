package legacy

import "strings"

// OfFont is the encoding that the text in a font of the name is in; fonts of
// Unicode say nothing and are None. Word may go on naming such a font after the
// text was converted, so that the text has the last word.
func OfFont(name string) Encoding {
	name = strings.ToLower(strings.TrimLeft(name, " '\""))
	switch {
	case strings.HasPrefix(name, ".vn"):
		return TCVN3
	case strings.HasPrefix(name, "vni-"), strings.HasPrefix(name, "vni "):
		return VNI
	}
	return None
}

// CapitalFont reports whether a TCVN3 font shows small letters as capitals:
// their names end in H (.VnTimeH).
func CapitalFont(name string) bool {
	name = strings.TrimRight(name, " '\"")
	return OfFont(name) == TCVN3 && strings.HasSuffix(name, "H")
}

// Weigh compares a text as it stands with the same text read in an encoding:
// above zero it is in that encoding, below zero it is Unicode already, at zero
// nothing is known.
func Weigh(s string, e Encoding) int {
	if strings.ContainsFunc(s, func(r rune) bool { return r >= 0x1ea0 && r <= 0x1ef9 || strings.ContainsRune("ăĂđĐơƠưƯ", r) }) {
		return -1
	}
	_, pro, contra := weigh(s, e)
	return pro - contra
}
