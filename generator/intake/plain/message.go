package plain

import (
	"regexp"
	"strings"

	"bantin/generator/intake/manuscript"
)

const (
	clock = `\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?| SA| CH)?`
	day   = `\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`
	name  = `(?:\p{Lu}[\p{L}\p{M}.]*[ _-]*){1,6}(?:\([^()]{1,40}\))?`
)

var (
	// "[10:21, 12/10/2023] Nguyễn A: …", "[12/10/2023 10:21] Nguyễn A: …"
	bracketed = regexp.MustCompile(`^\s*\[(?:` + clock + `,? ` + day + `|` + day + `,? ` + clock + `)\]\s*(` + name + `:)?\s*`)
	// "Nguyễn A, [12/10/2023 10:21]", "Nguyễn A 10:21 12/10/2023", "Nguyễn A - 10:21"
	named = regexp.MustCompile(`^\s*` + name + `(?:[,:–-]\s*\[?|\s*\[|\s*)(?:` + clock + `,? ` + day + `|` + day + `,? ` + clock + `)\]?:?\s*$|^\s*` + name + `(?:,|\s[–-])\s*` + clock + `\s*$`)
	// "10:21", "Hôm nay 10:21", "10:21 12/10/2023", "Thứ Hai, 10:21"
	timed = regexp.MustCompile(`(?i)^\s*(?:(?:hôm nay|hôm qua|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|t[2-7]|cn),?\s+)?(?:` + clock + `(?:,? ` + day + `)?|` + day + `,? ` + clock + `)\s*$`)
	// what the program writes in the place of a picture or a deed
	notices = regexp.MustCompile(`(?i)^\s*(?:\[(?:hình ảnh|ảnh|sticker|nhãn dán|video|file|tệp|gif|danh thiếp|vị trí|thoại|tin nhắn thoại|link|cuộc gọi)\b[^\]]*\].*|tin nhắn đã (?:được )?thu hồi|đã (?:gửi|thu hồi) .{0,40}|đã xem|đã nhận)\s*$`)
	short   = regexp.MustCompile(`^\s*` + name + `\s*$`)
)

// withoutHeads takes the names and times of messages away. A time alone takes
// the name above it along.
func withoutHeads(m *manuscript.Manuscript, lines []string) (out []string) {
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		switch {
		case bracketed.MatchString(line):
			head := bracketed.FindString(line)
			m.Leave(manuscript.Message, head)
			if line = line[len(head):]; notices.MatchString(line) {
				m.Leave(manuscript.Message, line)
				line = ""
			}
			out = append(out, "", line)
		case named.MatchString(line), notices.MatchString(line):
			m.Leave(manuscript.Message, line)
			out = append(out, "")
		case timed.MatchString(line) && i > 0 && len(out) > 0:
			if last := out[len(out)-1]; short.MatchString(last) && len(strings.Fields(last)) <= 5 && (len(out) < 2 || strings.TrimSpace(out[len(out)-2]) == "") {
				m.Leave(manuscript.Message, last)
				out[len(out)-1] = ""
			}
			m.Leave(manuscript.Message, line)
			out = append(out, "")
		case timed.MatchString(line):
			m.Leave(manuscript.Message, line)
		default:
			out = append(out, line)
		}
	}
	return out
}
