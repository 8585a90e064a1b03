package docx

import (
	"net/url"
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
	"bantin/generator/intake/ooxml"
)

// field is a field that was begun: its code first, then what it shows.
type field struct {
	code  string
	shown bool
	skip  bool
	link  string
}

// fieldChar follows a field from mark to mark; it may span paragraphs.
func (l *line) fieldChar(c *ooxml.Node) {
	last := len(l.fields) - 1
	switch c.Attr("w:fldCharType") {
	case "begin":
		l.fields = append(l.fields, &field{})
	case "separate":
		if last >= 0 {
			l.fields[last].shown = true
			l.understand(l.fields[last])
		}
	case "end":
		if last < 0 {
			return
		}
		f := l.fields[last]
		l.fields = l.fields[:last]
		if words := strings.Fields(f.code); len(words) > 0 && words[0] == "FORMCHECKBOX" {
			l.add(manuscript.Run{Text: "☐"})
		}
	}
}

// simple reads a field that is one element.
func (l *line) simple(n *ooxml.Node, f manuscript.Format) {
	fld := &field{code: n.Attr("w:instr"), shown: true}
	l.understand(fld)
	l.fields = append(l.fields, fld)
	l.read(n, f)
	l.fields = l.fields[:len(l.fields)-1]
}

var quotedWord = regexp.MustCompile(`"([^"]*)"`)

// understand reads the code of a field whose result follows.
func (r *reader) understand(f *field) {
	words := strings.Fields(f.code)
	if len(words) == 0 {
		return
	}
	switch strings.ToUpper(words[0]) {
	case "TOC", "INDEX", "TOA":
		f.skip = true
		r.m.Leave(manuscript.Contents, "")
	case "HYPERLINK":
		if m := quotedWord.FindStringSubmatch(f.code); m != nil && !strings.Contains(f.code, `\l`) {
			f.link = r.safe(m[1])
		}
	}
}

// target is where a link leads; within the document nowhere that would stay.
func (r *reader) target(n *ooxml.Node) string {
	rel, ok := r.rels[n.Attr("r:id")]
	if !ok || !rel.External {
		return ""
	}
	return r.safe(rel.Target)
}

// safe lets links out that a site may show, and tells the others.
func (r *reader) safe(target string) string {
	u, err := url.Parse(strings.TrimSpace(target))
	switch {
	case err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", err == nil && u.Scheme == "mailto":
		return u.String()
	case target != "":
		r.m.Leave(manuscript.Outside, target)
	}
	return ""
}

func (l *line) linked(f manuscript.Format, target string) manuscript.Format {
	if target != "" {
		f.Link = target
	}
	return f
}
