package search

import "errors"

// digits are the characters of packed numbers. A number is written in groups
// of five bits, the lowest first, each but the last with 32 added. It is text,
// so every host compresses and serves it as it does a page; compressed, it is
// hardly larger than bytes would be.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

// appendNumber appends one number.
func appendNumber(b []byte, n uint32) []byte {
	for n >= 32 {
		b = append(b, digits[n&31|32])
		n >>= 5
	}
	return append(b, digits[n])
}

// appendList appends a rising list as gaps: the first number, then each one's
// distance from the one before, less one.
func appendList(b []byte, list []uint32) []byte {
	next := uint32(0)
	for _, n := range list {
		b = appendNumber(b, n-next)
		next = n + 1
	}
	return b
}

var errPacked = errors.New("not a packed list")

// unpack is the inverse of appendNumber for a whole text; the tests read the
// index with it.
func unpack(text string) (list []uint32, err error) {
	n, shift := uint32(0), 0
	for i := range len(text) {
		d := value(text[i])
		if d < 0 || shift > 30 {
			return nil, errPacked
		}
		n |= uint32(d&31) << shift
		if d >= 32 {
			shift += 5
			continue
		}
		list = append(list, n)
		n, shift = 0, 0
	}
	if shift != 0 {
		return nil, errPacked
	}
	return list, nil
}

func value(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 36
	case c == '-':
		return 62
	case c == '_':
		return 63
	}
	return -1
}
