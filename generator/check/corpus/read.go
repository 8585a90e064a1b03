package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// reader is what reads a file's paragraphs, in Markdown; nil for files that
// hold no prose.
func reader(name string) func([]byte) ([]string, error) {
	switch ext := filepath.Ext(name); {
	case slices.Contains([]string{".html", ".htm", ".page", ".xml", ".docbook"}, ext):
		return markup
	case ext == ".mo":
		return catalogue
	case strings.Contains(name, "/man/vi/"):
		return manual
	}
	return nil
}

var special = regexp.MustCompile("[\\\\`*_<>\\[\\]#{}|~]")

// plain escapes what Markdown would read as more than letters.
func plain(s string) string { return special.ReplaceAllString(s, `\$0`) }

var (
	block = strings.Fields("p li td th h1 h2 h3 h4 h5 h6 dt dd div title item note desc section table tr ul ol dl body steps page info br")
	code  = strings.Fields("code tt kbd samp var cmd file keyseq key guiseq") // a gap in the prose
	not   = strings.Fields("script style pre screen head nav noscript email")
)

// markup reads HTML, and XML that looks like it.
func markup(data []byte) (out []string, err error) {
	var text strings.Builder
	skip, gap := "", ""
	for z := html.NewTokenizer(bytes.NewReader(data)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			if errors.Is(z.Err(), io.EOF) {
				return append(out, text.String()), nil
			}
			return nil, z.Err()
		}
		t := z.Token()
		switch {
		case skip != "":
			if kind == html.EndTagToken && t.Data == skip {
				skip = ""
			}
		case gap != "":
			if kind == html.EndTagToken && t.Data == gap {
				gap = ""
			}
		case kind == html.TextToken:
			text.WriteString(plain(t.Data))
		case kind == html.StartTagToken && slices.Contains(not, t.Data):
			skip = t.Data
		case kind == html.StartTagToken && slices.Contains(code, t.Data):
			gap = t.Data
			text.WriteString("`x`")
		case slices.Contains(block, t.Data):
			out = append(out, text.String())
			text.Reset()
		}
	}
}

// catalogue reads the translations of a gettext .mo file.
func catalogue(data []byte) (out []string, err error) {
	if len(data) < 20 || binary.LittleEndian.Uint32(data) != 0x950412de {
		return nil, errors.New("no little-endian catalogue")
	}
	number := func(at uint32) uint32 {
		if uint64(at)+4 > uint64(len(data)) {
			return 0
		}
		return binary.LittleEndian.Uint32(data[at:])
	}
	count, table := number(8), number(16)
	if uint64(table)+uint64(count)*8 > uint64(len(data)) {
		return nil, errors.New("the table of translations lies outside the file")
	}
	for i := uint32(1); i < count; i++ { // the first is the header
		size, at := number(table+i*8), number(table+i*8+4)
		if uint64(at)+uint64(size) > uint64(len(data)) {
			return nil, errors.New("a translation lies outside the file")
		}
		for _, form := range strings.Split(string(data[at:at+size]), "\x00") {
			form = strings.NewReplacer("&", "", "_", "").Replace(form) // keys of menus
			for _, p := range strings.Split(form, "\n\n") {
				out = append(out, plain(p))
			}
		}
	}
	return out, nil
}

var (
	newParagraph = regexp.MustCompile(`^\.(SH|SS|PP|TP|IP|br|sp|P|LP|nf|fi)\b`)
	inFont       = regexp.MustCompile(`^\.(?:B|I|BR|IR|RB|BI|RI|IB)\s+(.*)`)
	escape       = regexp.MustCompile(`\\(?:f.|&|\^|\||s[-+]?\d)`)
)

// manual reads a manual page: lines that begin with a point are requests.
func manual(data []byte) (out []string, err error) {
	if bytes.HasPrefix(data, []byte("\x1f\x8b")) {
		z, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(z); err != nil {
			return nil, err
		}
	}
	var text []string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if newParagraph.MatchString(line) || line == "" {
			out, text = append(out, strings.Join(text, " ")), nil
		}
		if m := inFont.FindStringSubmatch(line); m != nil {
			line = strings.ReplaceAll(m[1], `"`, "")
		}
		if !strings.HasPrefix(line, ".") && !strings.HasPrefix(line, "'") {
			line = strings.NewReplacer(`\-`, "-", `\e`, `\`, `\(bq`, "`", `\ `, " ").Replace(escape.ReplaceAllString(line, ""))
			text = append(text, plain(line))
		}
	}
	return append(out, strings.Join(text, " ")), nil
}
