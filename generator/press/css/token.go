package css

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	lex "github.com/tdewolff/parse/v2/css"
)

// kind is the kind of a component value (CSS Syntax 3, section 5).
type kind uint8

const (
	kIdent   kind = iota // text: the name, escapes resolved, case kept
	kFunc                // text: the name in lower case; args: what stands between the parentheses
	kAt                  // text: the name in lower case, without @
	kHash                // text: without #
	kString              // text: without quotes
	kURL                 // text: the address
	kNumber              // num
	kPercent             // num
	kDim                 // num, unit in lower case
	kDelim               // text: one character, or a match operator
	kComma
	kColon
	kSemicolon
	kSpace
	kBlock // text: the opening bracket; args
	kBad   // an unclosed string, a stray bracket …
)

// maxDepth bounds the nesting of brackets, so that hostile sheets cannot
// exhaust the stack of the recursive readers.
const maxDepth = 48

// value is one component value with its place in the source.
type value struct {
	kind     kind
	off, end int
	text     string
	unit     string
	num      float64
	point    bool // the number is not written as an integer
	args     []value
}

func (v *value) is(k kind, text string) bool { return v.kind == k && v.text == text }

// word returns the identifier in lower case, "" for anything else.
func (v *value) word() string {
	if v.kind != kIdent {
		return ""
	}
	return strings.ToLower(v.text)
}

// scanner turns the flat tokens into nested component values.
type scanner struct {
	lx    *lex.Lexer
	src   string // what the values' texts are pieces of
	off   int
	stack []value // values of the open lists, so that each list is allocated once
}

// scan reads a whole source text into component values.
func scan(src []byte) []value {
	s := &scanner{src: string(src), lx: lex.NewLexer(parse.NewInputBytes(append(make([]byte, 0, len(src)+1), src...)))}
	s.stack = make([]value, 0, len(src)/12+8)
	out, _ := s.list("", 0)
	return out
}

// list reads values up to the bracket that closes open ("" at the top level)
// and returns the offset behind it.
func (s *scanner) list(open string, depth int) ([]value, int) {
	base := len(s.stack)
	pop := func() []value {
		out := append([]value(nil), s.stack[base:]...)
		s.stack = s.stack[:base]
		return out
	}
	for {
		tt, raw := s.lx.Next()
		if tt == lex.ErrorToken {
			return pop(), s.off
		}
		v := value{off: s.off, end: s.off + len(raw)}
		s.off = v.end
		if closes(open, tt) {
			return pop(), v.end
		}
		if !v.fill(tt, s.src[v.off:v.end]) {
			continue
		}
		if v.kind == kFunc || v.kind == kBlock {
			if depth >= maxDepth {
				v.kind = kBad
			} else {
				b := v.text
				if v.kind == kFunc {
					b = "("
				}
				v.args, v.end = s.list(b, depth+1)
			}
		}
		s.stack = append(s.stack, v)
	}
}

func closes(open string, tt lex.TokenType) bool {
	return open == "(" && tt == lex.RightParenthesisToken ||
		open == "[" && tt == lex.RightBracketToken ||
		open == "{" && tt == lex.RightBraceToken
}

// fill sets kind and content of v from one token; false for what is no value.
func (v *value) fill(tt lex.TokenType, t string) bool {
	switch tt {
	case lex.CommentToken, lex.CDOToken, lex.CDCToken:
		return false
	case lex.WhitespaceToken:
		v.kind = kSpace
	case lex.IdentToken, lex.CustomPropertyNameToken:
		v.kind, v.text = kIdent, unescape(t)
	case lex.FunctionToken:
		v.kind, v.text = kFunc, strings.ToLower(unescape(t[:len(t)-1]))
	case lex.AtKeywordToken:
		v.kind, v.text = kAt, strings.ToLower(unescape(t[1:]))
	case lex.HashToken:
		v.kind, v.text = kHash, unescape(t[1:])
	case lex.StringToken:
		v.kind, v.text = kString, unquote(t)
	case lex.URLToken:
		v.kind, v.text = kURL, urlText(t)
	case lex.NumberToken, lex.PercentageToken, lex.DimensionToken:
		return fillNumber(v, tt, t)
	case lex.CommaToken:
		v.kind = kComma
	case lex.ColonToken:
		v.kind = kColon
	case lex.SemicolonToken:
		v.kind = kSemicolon
	case lex.LeftParenthesisToken, lex.LeftBracketToken, lex.LeftBraceToken:
		v.kind, v.text = kBlock, t
	case lex.BadStringToken, lex.BadURLToken, lex.RightParenthesisToken, lex.RightBracketToken, lex.RightBraceToken:
		v.kind, v.text = kBad, t
	default:
		v.kind, v.text = kDelim, t
	}
	return true
}

func fillNumber(v *value, tt lex.TokenType, t string) bool {
	n := parse.Number([]byte(t))
	f, err := strconv.ParseFloat(t[:n], 64)
	if err != nil {
		v.kind, v.text = kBad, t
		return true
	}
	f = min(max(f, -1e9), 1e9) // CSS Values 4, 5.1: what is beyond our range is its end
	v.num, v.kind, v.point = f, kNumber, strings.ContainsAny(t[:n], ".eE")
	switch tt {
	case lex.PercentageToken:
		v.kind = kPercent
	case lex.DimensionToken:
		v.kind, v.unit = kDim, strings.ToLower(unescape(t[n:]))
	}
	return true
}

// unescape resolves backslash escapes (CSS Syntax 3, section 4.3.7).
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			b.WriteByte(s[i])
			i++
			continue
		}
		i++
		n := 0
		for n < 6 && i+n < len(s) && isHex(s[i+n]) {
			n++
		}
		switch {
		case n > 0:
			r, _ := strconv.ParseUint(s[i:i+n], 16, 32)
			if r == 0 || r > utf8.MaxRune || r >= 0xD800 && r < 0xE000 {
				r = utf8.RuneError
			}
			b.WriteRune(rune(r))
			i += n
			if i < len(s) && strings.IndexByte(" \t\n\r\f", s[i]) >= 0 {
				i++
			}
		case i < len(s) && s[i] == '\n':
			i++ // an escaped line end in a string is nothing
		case i < len(s):
			_, w := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+w])
			i += w
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func unquote(s string) string {
	q := s[0]
	s = s[1:]
	if len(s) > 0 && s[len(s)-1] == q {
		s = s[:len(s)-1]
	}
	return unescape(s)
}

func urlText(s string) string {
	s = s[strings.IndexByte(s, '(')+1:]
	s = strings.TrimSpace(strings.TrimSuffix(s, ")"))
	if len(s) > 0 && (s[0] == '"' || s[0] == '\'') {
		return unquote(s)
	}
	return unescape(s)
}

// compact drops the white space between values, which no grammar here needs.
func compact(vs []value) []value {
	out := make([]value, 0, len(vs))
	for _, v := range vs {
		if v.kind == kSpace {
			continue
		}
		if len(v.args) > 0 {
			v.args = compact(v.args)
		}
		out = append(out, v)
	}
	return out
}
