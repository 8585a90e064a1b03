package check

import (
	"bytes"
	"regexp"

	"bantin/generator/content"
	"bantin/generator/viet"
)

// stamp matches a line, or a value of the front matter, that is a secrecy mark
// and nothing else, also as text of the old encodings TCVN3 and VNI looks. The
// word "mật" within a sentence, or in lower case, is ordinary Vietnamese.
var stamp = regexp.MustCompile(`^(?:[\w.]+:)?[\s>#*_|\[\(\\"']*(?:(?:Độ|ĐỘ) (?:mật|MẬT):?[\s*_]*)?` +
	`(?:M\s?Ậ\s?T|T\s?Ố\s?I\s+M\s?Ậ\s?T|T\s?U\s?Y\s?Ệ\s?T\s+M\s?Ậ\s?T|MAÄT|TOÁI MAÄT|TUYEÄT MAÄT|MËT|TèI MËT|TUYÖT MËT)[\s*_|\]\)\\\.!"']*$|` +
	`^(?:[\w.]+:)?[\s>#*_|"']*(?:Độ|ĐỘ) (?:mật|MẬT):\s*[*_]*(?:Mật|Tối mật|Tuyệt mật)[\s*_.|"']*$`)

// secrecy: classified material may not be in the folder at all (Law on the
// Protection of State Secrets); the build refuses, it does not hide it. The
// whole file is read, for its front matter may be broken.
func secrecy(p *pass) {
	raw := p.page.Raw
	if !bytes.ContainsAny(raw, "Mm") {
		return
	}
	line := 0
	for len(raw) > 0 {
		text := raw
		if i := bytes.IndexByte(raw, '\n'); i >= 0 {
			text, raw = raw[:i], raw[i+1:]
		} else {
			raw = nil
		}
		line++
		if len(text) > 120 || !bytes.ContainsAny(text, "Mm") {
			continue // a stamp stands alone
		}
		if at := bytes.IndexFunc(text, func(r rune) bool { return r != ' ' && r != '\t' }); at >= 0 && stamp.MatchString(viet.NFC(string(text))) {
			p.add(content.Pos{Line: line, Col: at + 1}, "do-mat", "có dấu độ mật",
				"đưa tài liệu này ra khỏi máy và báo người phụ trách bảo mật; bản tin không được chứa tài liệu mật")
		}
	}
}
