package check

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// silence is an editor's word that a rule does not apply here:
//
//	<!-- bỏ qua: lap-tu — trích nguyên văn -->     in the text
//	# bỏ qua: so-viet — tên riêng                  in the front matter
//
// for the line it ends or, alone on its line, the next line with text; with
// "bỏ qua cả bài" for the whole file.
type silence struct {
	pos    content.Pos
	codes  []string
	reason string
	line   int // that it holds for; 0: the file
	used   map[string]bool
}

var (
	frontSilence = regexp.MustCompile(`^(.*?)#\s*[Bb]ỏ[ -]qua( cả bài)?\s*:(.*)$`)
	bodySilence  = regexp.MustCompile(`^(.*?)<!--\s*[Bb]ỏ[ -]qua( cả bài)?\s*:(.*?)-->`)
	reasonMark   = regexp.MustCompile(`\s+[—–-]+\s+`)
)

// silences reads the editor's silences of a page.
func silences(p *content.Page) []*silence {
	if !mentionsSilence(p.Raw) {
		return nil
	}
	var all []*silence
	lines := strings.Split(string(p.Raw), "\n")
	for i, line := range lines {
		pattern := bodySilence
		if i+1 < p.BodyLine {
			pattern = frontSilence
		}
		m := pattern.FindStringSubmatch(viet.NFC(strings.TrimSuffix(line, "\r")))
		if m == nil {
			continue
		}
		s := &silence{pos: content.Pos{Line: i + 1, Col: utf8.RuneCountInString(m[1]) + 1}, used: map[string]bool{}}
		s.read(m[3])
		if m[2] == "" {
			s.line = heldLine(lines, i, m[1])
		}
		all = append(all, s)
	}
	return all
}

func mentionsSilence(raw []byte) bool {
	for _, words := range []string{"ỏ qua", "ỏ-qua", "o\u0309 qua", "o\u0309-qua"} {
		if bytes.Contains(raw, []byte(words)) {
			return true
		}
	}
	return false
}

// read takes "code, code — reason" apart.
func (s *silence) read(text string) {
	codes := strings.TrimSpace(text)
	if at := reasonMark.FindStringIndex(codes); at != nil {
		codes, s.reason = codes[:at[0]], strings.TrimSpace(codes[at[1]:])
	}
	for code := range strings.SplitSeq(codes, ",") {
		s.codes = append(s.codes, strings.TrimSpace(code))
	}
}

// heldLine is the line that a silence on line i holds for, counted from 1.
func heldLine(lines []string, i int, before string) int {
	if strings.TrimSpace(before) != "" {
		return i + 1
	}
	for n := i + 1; n < len(lines); n++ {
		if s := strings.TrimSpace(lines[n]); s != "" && !strings.HasPrefix(s, "<!--") {
			return n + 1
		}
	}
	return i + 1
}

func (s *silence) covers(f bulletin.Finding) bool {
	if s.reason == "" || ruleOf[f.Code].Sealed || s.line != 0 && s.line != f.Line {
		return false
	}
	for _, code := range s.codes {
		if code == f.Code {
			s.used[code] = true
			return true
		}
	}
	return false
}

// kept are the findings that no silence covers, and those about silences.
// Without the whole folder's findings nobody knows whether a rule across pages
// is silenced in vain.
func kept(p *pass, wholeFolder bool) []found {
	all := silences(p.page)
	var left []found
	for _, f := range p.found {
		covered := false
		for _, s := range all {
			covered = s.covers(f.Finding) || covered
		}
		if !covered {
			left = append(left, f)
		}
	}
	if p.page.Out != "" {
		return left // its rules did not run
	}
	mark := len(p.found)
	for _, s := range all {
		s.judge(p, wholeFolder)
	}
	left = append(left, p.found[mark:]...)
	p.found = p.found[:mark]
	return left
}

func (s *silence) judge(p *pass, wholeFolder bool) {
	if s.reason == "" {
		p.add(s.pos, "bo-qua", "lời bỏ qua không ghi lý do nên không có hiệu lực", "viết: bỏ qua: mã — lý do, ví dụ bỏ qua: lap-tu — trích nguyên văn")
		return
	}
	for _, code := range s.codes {
		rule, known := RuleOf(code)
		switch {
		case !known:
			p.add(s.pos, "bo-qua", fmt.Sprintf("không có quy tắc mang mã %q", code), nearestCode(code))
		case rule.Sealed:
			p.add(s.pos, "bo-qua", fmt.Sprintf("không bỏ qua được %q: %s", code, rule.Title), "sửa chỗ sai, rồi bỏ lời này")
		case !s.used[code] && (wholeFolder || !rule.Cross):
			p.add(s.pos, "bo-qua", fmt.Sprintf("lời bỏ qua %q không còn tác dụng", code), "bỏ lời này đi")
		}
	}
}

func nearestCode(code string) string {
	var codes []string
	for _, r := range rules {
		if !r.Sealed {
			codes = append(codes, r.Code)
		}
	}
	if near := bulletin.Nearest(viet.Slug(code), codes); near != "" {
		return fmt.Sprintf("có phải %q không?", near)
	}
	return "chép mã trong dấu [ ] ở cuối dòng báo; các mã có trong HUONG-DAN.md"
}

// settle turns what was found into findings.
func settle(p *pass, wholeFolder bool) bulletin.Findings {
	var findings bulletin.Findings
	for _, f := range kept(p, wholeFolder) {
		findings = append(findings, f.Finding)
	}
	if !wholeFolder {
		findings.Sort()
	}
	return findings
}
