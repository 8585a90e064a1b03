package check

import (
	"fmt"
	"strings"

	"bantin/generator/content"
)

// wordQuotes finds values in the quotes that Word puts in the place of YAML's:
// for YAML they are letters of the value. Quotes that belong to a title stand
// within others, or round a part of it.
func wordQuotes(p *pass) {
	for _, key := range p.page.Keys() {
		from, to, ok := p.page.Scalar(key)
		if !ok {
			continue
		}
		if edits, inner := unquoteWord(string(p.page.Raw[from:to]), from); edits != nil {
			p.add(p.page.At(key), "ngoac-word", fmt.Sprintf("giá trị của %q đặt trong ngoặc kép của Word nên dấu ngoặc thành chữ của nó", content.PlainKey(key)),
				fmt.Sprintf("dùng ngoặc kép thẳng: \"%s\"; dấu ngoặc là của chính tên ấy thì viết: \"“%s”\"", inner, inner), edits...)
		}
	}
}

// unquoteWord finds a value that is wholly in Word's double quotes; at is the
// byte of the file where the scalar begins.
func unquoteWord(scalar string, at int) (edits []edit, inner string) {
	const opening, closing = "“”„", "”“"
	size := len("“")
	if len(scalar) < 2*size || !strings.Contains(opening, scalar[:size]) {
		return nil, ""
	}
	end := strings.IndexAny(scalar[size:], closing)
	if end <= 0 {
		return nil, ""
	}
	inner = scalar[size : size+end]
	rest := strings.TrimSpace(scalar[2*size+end:])
	if rest != "" && !strings.ContainsAny(rest[:1], ",]}#") || strings.ContainsAny(inner, "\"\\") {
		return nil, ""
	}
	return []edit{{at, at + size, `"`}, {at + size + end, at + 2*size + end, `"`}}, inner
}
