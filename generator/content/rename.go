package content

import (
	"bytes"
	"net/url"
	"strings"

	"bantin/generator/viet"
)

// rename makes the page refer to its files by their ASCII names. An editor who
// drops "Ảnh hội nghị.JPG" beside the article may write that name as it is, in
// the front matter and in Markdown, also with its spaces. No line is added or
// taken away, so that positions stay true.
func (p *Page) rename(names map[string]string) {
	folded := make(map[string]string, len(names))
	for real, ascii := range names {
		folded[viet.NFC(real)] = ascii
	}
	head := len(p.data) - len(p.Body)
	front := renameFront(p.data[:head], folded)
	body := renameBody(p.Body, folded)
	p.data = append(front[:len(front):len(front)], body...)
	p.Body = body
	p.changed = true
	p.renamePhotos(folded)
}

func (p *Page) renamePhotos(names map[string]string) {
	replace := func(file *string) {
		if ascii, ok := lookup(names, *file); ok {
			*file = ascii
		}
	}
	if p.Article != nil {
		for i := range p.Article.Photos {
			replace(&p.Article.Photos[i].File)
		}
	}
	if p.Issue != nil && p.Issue.Cover != nil {
		replace(&p.Issue.Cover.File)
	}
}

// renameFront mends the values of `tep:`, the one key that names files.
func renameFront(front []byte, names map[string]string) []byte {
	lines := bytes.SplitAfter(front, []byte("\n"))
	for i, line := range lines {
		at := bytes.Index(line, []byte("tep:"))
		if at < 0 || strings.Trim(string(line[:at]), " -{") != "" {
			continue
		}
		text := strings.TrimRight(string(line[at+len("tep:"):]), "\r\n")
		value := strings.Trim(strings.TrimSpace(text), `"'`)
		if ascii, ok := lookup(names, value); ok {
			lines[i] = []byte(string(line[:at]) + "tep: " + ascii + string(line[at+len("tep:")+len(text):]))
		}
	}
	return bytes.Join(lines, nil)
}

// renameBody mends the targets of links and pictures: whatever stands between
// "](" and its closing bracket, less a title.
func renameBody(body []byte, names map[string]string) []byte {
	var out bytes.Buffer
	for {
		open := bytes.Index(body, []byte("]("))
		if open < 0 {
			break
		}
		out.Write(body[:open+2])
		body = body[open+2:]
		end := closing(body)
		if end < 0 {
			continue
		}
		target, title := splitTitle(string(body[:end]))
		ascii, ok := lookup(names, strings.Trim(strings.TrimSpace(target), "<>"))
		if !ok {
			continue
		}
		out.WriteString(ascii + title)
		body = body[end:]
	}
	out.Write(body)
	return out.Bytes()
}

// closing finds the bracket that ends a link on its line, minding pairs.
func closing(b []byte) int {
	depth := 0
	for i, c := range b {
		switch c {
		case '\n':
			return -1
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// splitTitle parts `tep.jpg "Chú thích"` into target and title.
func splitTitle(s string) (target, title string) {
	for _, quote := range []string{` "`, ` '`} {
		if i := strings.Index(s, quote); i >= 0 && strings.HasSuffix(strings.TrimSpace(s), quote[1:]) {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func lookup(names map[string]string, name string) (string, bool) {
	name = strings.TrimPrefix(name, "./")
	if ascii, ok := names[viet.NFC(name)]; ok {
		return ascii, true
	}
	if plain, err := url.PathUnescape(name); err == nil {
		ascii, ok := names[viet.NFC(plain)]
		return ascii, ok
	}
	return "", false
}
