// Command corpus makes the texts that the rules are measured on: the Vietnamese
// prose of unpacked Debian packages (HTML, Mallard and DocBook pages, gettext
// catalogues, manual pages), in articles of thirty paragraphs.
//
//	go run ./generator/check/corpus <folder of unpacked packages> <folder for the texts>
//
// Each folder below the first is a package (dpkg-deb -x); each gives a folder of
// *.txt files. Paragraphs that occur twice are taken once; those with less than
// six words, mostly English, or with places for values are left out. See
// generator/check/README.md for the packages and the figures.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// perText is how many paragraphs make an article.
const perText = 30

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: corpus <folder of unpacked packages> <folder for the texts>")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	packages, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	seen, total := map[string]bool{}, 0
	for _, p := range packages {
		texts, err := paragraphs(filepath.Join(from, p.Name()), seen)
		if err != nil {
			return fmt.Errorf("read package %s: %w", p.Name(), err)
		}
		if len(texts) == 0 {
			continue
		}
		words, err := write(filepath.Join(to, p.Name()), texts)
		if err != nil {
			return err
		}
		fmt.Printf("%-28s %7d words\n", p.Name(), words)
		total += words
	}
	fmt.Printf("%-28s %7d words\n", "all", total)
	return nil
}

// paragraphs reads a package's Vietnamese files.
func paragraphs(dir string, seen map[string]bool) (good []string, err error) {
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !strings.Contains(name, "/vi/") && !strings.Contains(d.Name(), ".vi.") {
			return err
		}
		read := reader(name)
		if read == nil {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		texts, err := read(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, t := range texts {
			if t = strings.Join(strings.Fields(t), " "); prose(t) && !seen[t] {
				seen[t] = true
				good = append(good, t)
			}
		}
		return nil
	})
	return good, err
}

var (
	marked = regexp.MustCompile(`(?i)[ăâđêôơưàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ\x{300}-\x{323}]`)
	values = regexp.MustCompile(`%[sdlu]|%\d?\$|\{\w*\}|--\w+=`)
)

// prose reports whether a paragraph is Vietnamese and long enough.
func prose(t string) bool {
	words := strings.Fields(t)
	if len(words) < 6 || values.MatchString(t) {
		return false
	}
	n := 0
	for _, w := range words {
		if marked.MatchString(w) {
			n++
		}
	}
	return n*10 >= len(words)*4
}

func write(dir string, texts []string) (words int, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	for i := 0; i < len(texts); i += perText {
		part := texts[i:min(i+perText, len(texts))]
		name := filepath.Join(dir, fmt.Sprintf("%04d.txt", i/perText+1))
		if err := os.WriteFile(name, []byte(strings.Join(part, "\n\n")+"\n"), 0o644); err != nil {
			return 0, err
		}
		for _, t := range part {
			words += len(strings.Fields(t))
		}
	}
	return words, nil
}
