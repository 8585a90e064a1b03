package pdf

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"
)

// The kinds of object that Append writes, beside int, float64, bool and string
// (a text string, ISO 32000-1, 7.9.2).
type (
	Ref   int    // indirect reference; 0 is none
	Name  string // without the slash
	Bytes []byte // byte string
	Raw   []byte // written as it is
	Refs  []Ref  // an array of references
	Array []any
	Dict  []Entry // in the order written; keys are unique
)

// Entry is one entry of a dictionary.
type Entry struct {
	Key   Name
	Value any
}

// Append writes v. A value of another kind is a mistake of the caller and
// panics.
func Append(out []byte, v any) []byte {
	switch v := v.(type) {
	case int:
		return strconv.AppendInt(out, int64(v), 10)
	case float64:
		return AppendNumber(out, v)
	case bool:
		return strconv.AppendBool(out, v)
	case Ref:
		return AppendRef(out, v)
	case Name:
		return appendName(out, v)
	case Raw:
		return append(out, v...)
	case Bytes:
		return AppendBytes(out, v)
	case string:
		return AppendBytes(out, textString(v))
	case Refs:
		out = append(out, '[')
		for i, r := range v {
			if i > 0 {
				out = append(out, ' ')
			}
			out = AppendRef(out, r)
		}
		return append(out, ']')
	case Array:
		out = append(out, '[')
		for i, e := range v {
			if i > 0 {
				out = append(out, ' ')
			}
			out = Append(out, e)
		}
		return append(out, ']')
	case Dict:
		out = append(out, "<<"...)
		for _, e := range v {
			out = append(appendName(out, e.Key), ' ')
			out = Append(out, e.Value)
		}
		return append(out, ">>"...)
	}
	panic(fmt.Sprintf("pdf: cannot write a %T", v))
}

// AppendRef writes a reference.
func AppendRef(out []byte, r Ref) []byte {
	return append(strconv.AppendInt(out, int64(r), 10), " 0 R"...)
}

// decimals is the precision of numbers: 1/1000 pt is 1/70,000 inch, finer than
// any imagesetter.
const decimals = 3

// AppendNumber writes v with at most three decimals and no exponent; what is
// not finite becomes 0, since a file with it would not open.
func AppendNumber(out []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(out, '0')
	}
	v = min(max(v, -1e9), 1e9)
	n := int64(math.Round(v * 1000))
	if n < 0 {
		out = append(out, '-')
		n = -n
	}
	whole, frac := n/1000, n%1000
	if whole != 0 || frac == 0 {
		out = strconv.AppendInt(out, whole, 10)
	}
	if frac == 0 {
		if n == 0 && len(out) > 0 && out[len(out)-1] == '-' {
			return append(out, '0')
		}
		return out
	}
	out = append(out, '.', byte('0'+frac/100))
	if frac%100 != 0 {
		out = append(out, byte('0'+frac/10%10))
		if frac%10 != 0 {
			out = append(out, byte('0'+frac%10))
		}
	}
	return out
}

// AppendBytes writes a literal string (ISO 32000-1, 7.3.4.2).
func AppendBytes(out, b []byte) []byte {
	out = append(out, '(')
	for _, c := range b {
		out = appendEscaped(out, c)
	}
	return append(out, ')')
}

func appendEscaped(out []byte, c byte) []byte {
	switch c {
	case '(', ')', '\\':
		return append(out, '\\', c)
	case '\r': // read back as a line feed otherwise
		return append(out, '\\', 'r')
	}
	return append(out, c)
}

func appendName(out []byte, n Name) []byte {
	out = append(out, '/')
	for i := range len(n) {
		c := n[i]
		if c <= ' ' || c > '~' || c == '#' || c == '/' || c == '%' || c == '(' || c == ')' ||
			c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' {
			out = fmt.Appendf(out, "#%02x", c)
			continue
		}
		out = append(out, c)
	}
	return out
}

// textString encodes text: as it is when ASCII, else UTF-16BE with its mark.
func textString(s string) []byte {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80 && (s[i] >= ' ' || s[i] == '\n' || s[i] == '\t')
	}
	if ascii {
		return []byte(s)
	}
	return append([]byte{0xfe, 0xff}, UTF16(s)...)
}

// UTF16 encodes text big-endian without a mark.
func UTF16(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u>>8), byte(u))
	}
	return out
}
