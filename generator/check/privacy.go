package check

import (
	"fmt"
	"slices"
	"strings"

	"bantin/generator/content"
)

// contactKey is where an issue's imprint names the office's telephone and
// address, which are no private data.
const contactKey = "xuat_ban.lien_he"

// privacy: telephone, identity and account numbers and private addresses do not
// belong in a text that is printed and copied (Law 91/2025/QH15).
func privacy(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		if t.block != nil {
			break // the body is read whole below, addresses of links included
		}
		if t.key != contactKey {
			p.private(t.text, func(i int) content.Pos { return p.at(t, i) })
		}
	}
	p.private(string(p.page.Body), p.pos)
}

func (p *pass) private(text string, at func(int) content.Pos) {
	const fix = "bỏ đi; cần liên hệ thì ghi số của cơ quan ở mục lien_he của số báo"
	for _, n := range longNumbers(text) {
		switch d := n.digits; {
		case n.account():
			p.add(at(n.from), "tai-khoan", "có số tài khoản ngân hàng", "bỏ số tài khoản; khoản ủng hộ thì ghi nơi tiếp nhận")
		case n.identity():
			p.add(at(n.from), "can-cuoc", "có số căn cước hoặc chứng minh nhân dân", "bỏ số này; hồ sơ dự giải giữ ngoài thư mục bản tin")
		case n.mobile():
			p.add(at(n.from), "dien-thoai", fmt.Sprintf("có số điện thoại di động %s", n.raw), fix)
		case len(d) == 11 && d[:2] == "02" && n.grouped(officeGroups):
			p.add(at(n.from), "dien-thoai-ban", fmt.Sprintf("có số điện thoại cố định %s", n.raw), "số của cơ quan thì để được; số nhà riêng thì bỏ")
		}
	}
	for _, m := range mailAddresses(text) {
		p.add(at(m[0]), "thu-dien-tu", fmt.Sprintf("có địa chỉ thư điện tử %s", text[m[0]:m[1]]), "bỏ đi; địa chỉ của cơ quan thì ghi ở mục lien_he của số báo, hoặc bỏ qua quy tắc này kèm lý do")
	}
}

// mobileGroups and officeGroups are how people part the digits.
var (
	mobileGroups = []string{"10", "4 3 3", "3 3 4", "4 2 2 2", "3 7", "4 6", "3 4 3", "5 5", "2 2 2 2 2"}
	officeGroups = []string{"11", "3 8", "4 7", "3 4 4", "4 3 4", "4 4 3", "3 3 5", "4 2 2 3", "3 2 2 2 2"}
)

// longNumber is a run of at least nine digits, parted by single spaces, points
// or hyphens.
type longNumber struct {
	from   int
	raw    string
	digits string // with "+84" as "0"
	groups string // lengths of the parts: "4 3 3"
	before string // what stands before it, lower case
}

func longNumbers(text string) (found []longNumber) {
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		n, end := readDigits(text, i)
		if len(n.digits) >= 9 && !touches(text, n.from, end) {
			n.before = strings.ToLower(text[max(0, n.from-60):n.from])
			found = append(found, n)
		}
		i = end
	}
	return found
}

// readDigits reads the run that begins at digit i.
func readDigits(text string, i int) (longNumber, int) {
	n := longNumber{from: i}
	var digits []byte
	var groups []string
	size, end := 0, i
	for at := i; at < len(text); at++ {
		switch c := text[at]; {
		case c >= '0' && c <= '9':
			digits = append(digits, c)
			size, end = size+1, at+1
			continue
		case (c == ' ' || c == '.' || c == '-' || c == ')') && size > 0:
			groups, size = append(groups, fmt.Sprint(size)), 0
			if c == ')' && at+1 < len(text) && text[at+1] == ' ' {
				at++
			}
			continue
		}
		break
	}
	if size > 0 {
		groups = append(groups, fmt.Sprint(size))
	}
	n.digits, n.groups = string(digits), strings.Join(groups, " ")
	if rest, ok := strings.CutPrefix(n.digits, "84"); ok && i > 0 && text[i-1] == '+' {
		n.from, n.digits = i-1, "0"+rest
		n.groups = "+" + n.groups
	}
	n.raw = text[n.from:end]
	return n, end
}

// touches reports whether a letter, or a sign of a longer name or number, stands
// right before or after.
func touches(text string, from, end int) bool {
	const part = "_/=#%&"
	if from > 0 {
		if c := text[from-1]; c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte(part+".,-", c) >= 0 {
			return !strings.HasSuffix(text[:from], "\u00a0") && !strings.HasSuffix(strings.ToLower(text[:from]), "zalo.me/") && !strings.HasSuffix(text[:from], "“")
		}
	}
	if end < len(text) {
		if c := text[end]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.IndexByte(part, c) >= 0 {
			return true
		}
	}
	return false
}

func (n longNumber) grouped(known []string) bool {
	return strings.HasPrefix(n.groups, "+") || slices.Contains(known, n.groups)
}

// identity: the 12 digits of a citizen's number (province 001–096, century and
// sex 0–3, year of birth), or the 9 or 12 that a word before calls so.
func (n longNumber) identity() bool {
	d := n.digits
	if len(d) == 12 && d[0] == '0' && d[:3] != "000" && d[:3] <= "096" && d[3] <= '3' && (n.groups == "12" || n.groups == "3 3 3 3" || n.groups == "4 4 4") {
		return true
	}
	return (len(d) == 9 || len(d) == 12) && n.follows("cccd", "cmnd", "căn cước", "chứng minh nhân dân", "cmtnd")
}

// mobile: ten digits, or eleven that begin with the country's 84. A tax code
// has ten digits too.
func (n longNumber) mobile() bool {
	d := n.digits
	if rest, ok := strings.CutPrefix(d, "84"); ok && n.groups == "11" {
		return len(rest) == 9 && strings.IndexByte("35789", rest[0]) >= 0
	}
	return len(d) == 10 && d[0] == '0' && strings.IndexByte("35789", d[1]) >= 0 && n.grouped(mobileGroups) && !n.follows("thuế", "mst")
}

func (n longNumber) account() bool {
	return len(n.digits) <= 19 && n.follows("tài khoản", "stk")
}

// follows reports whether one of the words stands within the last 30 bytes
// before the number, on its line.
func (n longNumber) follows(words ...string) bool {
	near := n.before[max(0, len(n.before)-30):]
	near = near[strings.LastIndexByte(near, '\n')+1:]
	for _, w := range words {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// mailAddresses finds local@domain.
func mailAddresses(text string) (found [][2]int) {
	for at := strings.IndexByte(text, '@'); at >= 0; {
		from, to := at, at+1
		for from > 0 && mailByte(text[from-1]) {
			from--
		}
		for to < len(text) && mailByte(text[to]) {
			to++
		}
		domain := strings.TrimRight(text[at+1:to], ".-_+")
		if dot := strings.LastIndexByte(domain, '.'); from < at && dot > 0 && len(domain)-dot > 2 {
			found = append(found, [2]int{from, at + 1 + len(domain)})
		}
		next := strings.IndexByte(text[to:], '@')
		if next < 0 {
			break
		}
		at = to + next
	}
	return found
}

func mailByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c == '+'
}
