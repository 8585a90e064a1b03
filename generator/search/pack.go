package search

import (
	"math/bits"
	"strings"
)

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
// distance from the one before, less one. A list that holds more than a fifth
// of the numbers up to its last is a mark and a bit for each of these, six to
// a character: compressed, it is a quarter smaller so.
func appendList(b []byte, list []uint32) []byte {
	if n := len(list); n > 64 && uint32(n)*5 > list[n-1] {
		return appendBits(append(b, bitsMark), list)
	}
	next := uint32(0)
	for _, n := range list {
		b = appendNumber(b, n-next)
		next = n + 1
	}
	return b
}

// length is how many numbers a packed list holds.
func length(list []byte) (n int) {
	dense := len(list) > 0 && list[0] == bitsMark
	for _, c := range list {
		v := strings.IndexByte(digits, c)
		if dense && v > 0 {
			n += bits.OnesCount(uint(v))
		} else if !dense && v < 32 {
			n++
		}
	}
	return n
}

// bitsMark begins a list of bits; it is no digit.
const bitsMark = '*'

func appendBits(b []byte, list []uint32) []byte {
	six, at := 0, uint32(0)
	for _, n := range list {
		for ; at < n/6; at++ {
			b, six = append(b, digits[six]), 0
		}
		six |= 1 << (n % 6)
	}
	return append(b, digits[six])
}
