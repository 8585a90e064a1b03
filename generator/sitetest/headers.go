package sitetest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// headers are the header blocks of netlify.toml: path pattern and values.
var headers = sync.OnceValue(func() (blocks []headerBlock) {
	data, err := os.ReadFile(filepath.Join(source, "netlify.toml"))
	if err != nil {
		panic(err) // the test runs in its package's folder
	}
	for _, m := range regexp.MustCompile(`(?m)^\[\[headers\]\]\n\s*for = "([^"]+)"\n\s*\[headers\.values\]\n((?:\s+[\w-]+ = ".*"\n)+)`).FindAllStringSubmatch(string(data), -1) {
		values := map[string]string{}
		for _, v := range regexp.MustCompile(`([\w-]+) = "(.*)"`).FindAllStringSubmatch(m[2], -1) {
			values[v[1]] = v[2]
		}
		blocks = append(blocks, headerBlock{m[1], values})
	}
	return blocks
})

type headerBlock struct {
	pattern string
	values  map[string]string
}

func headersFor(p string) (values []map[string]string) {
	for _, b := range headers() {
		pattern := "^" + strings.ReplaceAll(regexp.QuoteMeta(b.pattern), `\*`, ".*") + "$"
		if regexp.MustCompile(pattern).MatchString(p) {
			values = append(values, b.values)
		}
	}
	return values
}
