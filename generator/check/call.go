package check

import (
	"bytes"
	"cmp"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/picture"
)

var shortcodeTag = regexp.MustCompile(`\{\{[<%]\s*/?\s*([\w./-]+)`)

// shortcodes: Hugo stops, or worse, at a shortcode that it does not know.
func shortcodes(p *pass) {
	if !bytes.Contains(p.page.Body, []byte("{{")) {
		return
	}
	for _, m := range shortcodeTag.FindAllSubmatchIndex(p.page.Body, -1) {
		name := string(p.page.Body[m[2]:m[3]])
		if strings.HasPrefix(name, "/*") || slices.Contains(p.opt.Shortcodes, name) {
			continue
		}
		fix := "bỏ đoạn {{…}} này"
		if near := bulletin.Nearest(name, p.opt.Shortcodes); near != "" {
			fix = fmt.Sprintf("có phải %q không? Hoặc %s", near, fix)
		}
		p.add(p.pos(m[0]), "ma-ngan", fmt.Sprintf("không có mã ngắn %q", name), fix)
	}
	p.calling()
}

// calling judges how shortcodes are called, in the text that the site's builder
// will read.
func (p *pass) calling() {
	if p.opt.Calls == nil {
		return
	}
	text, first := p.page.Seen()
	for _, call := range p.opt.Calls(text) {
		before := text[:min(call.At, len(text))]
		c := caller{p, call, content.Pos{
			Line: first + bytes.Count(before, []byte("\n")),
			Col:  utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1,
		}}
		switch {
		case call.Fault != "":
			c.add("không đọc được mã ngắn "+call.Name, cmp.Or(callForms[call.Name], "viết mã ngắn trong một cặp {{< >}}, mỗi giá trị trong ngoặc kép thẳng; muốn in nguyên dấu {{ thì bỏ bớt một ngoặc"))
		case call.Name == "video":
			c.video()
		case call.Name == "tieng":
			c.foreign()
		}
	}
}

// callForms are how the project's own shortcodes are called.
var callForms = map[string]string{
	"video": `viết {{< video tep="ten-tep.mp4" ten="nội dung video" >}} hoặc {{< video dia_chi="https://youtu.be/…" ten="nội dung video" >}}`,
	"tieng": `viết {{< tieng "en" "chữ nước ngoài" >}}`,
}

// caller is one call under judgement.
type caller struct {
	*pass
	Call
	pos content.Pos
}

func (c caller) add(message, fix string) { c.pass.add(c.pos, "ma-ngan", message, fix) }

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)

// foreign judges a call of tieng: a language and a text.
func (c caller) foreign() {
	switch {
	case len(c.List) != 2 || c.List[1] == "":
		c.add("mã ngắn tieng cần một mã tiếng và một đoạn chữ", callForms["tieng"])
	case !languageTag.MatchString(c.List[0]):
		c.add(fmt.Sprintf("mã tiếng %q không đúng", c.List[0]), "ghi mã hai chữ thường: en (Anh), fr (Pháp), zh (Trung), lo (Lào), km (Khơ-me)")
	}
}

// video judges a call of video: a file or an address, and what it is called.
func (c caller) video() {
	if strings.TrimSpace(c.Named["ten"]) == "" {
		c.add("video thiếu ten, nên người không xem được không biết video nói gì", callForms["video"])
		return
	}
	if still := c.Named["anh"]; still != "" && (!c.beside(still) || !picture.IsName(still)) {
		c.add(fmt.Sprintf("không có tệp ảnh %q để đặt trước video", still), "chép ảnh vào thư mục của bài, ghi tên tệp trong ngoặc kép thẳng; hoặc bỏ mục anh")
	}
	switch file, address := c.Named["tep"], c.Named["dia_chi"]; {
	case file != "" && !c.beside(file):
		c.add(fmt.Sprintf("không có tệp video %q", file), "chép tệp vào thư mục của bài, ghi tên tệp trong ngoặc kép thẳng")
	case file == "" && !embeds(address):
		c.add(fmt.Sprintf("không hiểu địa chỉ video %q", address), "dùng địa chỉ của YouTube hoặc Vimeo, hoặc chép tệp video vào thư mục của bài rồi ghi tep=")
	}
}

// beside reports whether a value names a file of the page as the templates look
// for it, and one that may go out.
func (c caller) beside(name string) bool {
	rel, ok := c.page.Resource(name)
	return ok && rel == strings.TrimPrefix(name, "./") && content.GoesOut(rel)
}

var (
	videoID    = regexp.MustCompile(`^[\w-]{6,20}$`)
	videoQuery = regexp.MustCompile(`(?:^|&)v=([\w-]{6,20})`)
	vimeoPath  = regexp.MustCompile(`^/\d+`)
)

// embeds reports whether layouts/_shortcodes/video.html knows how to show the
// video at an address.
func embeds(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Host {
	case "youtu.be", "www.youtu.be":
		return videoID.MatchString(strings.TrimPrefix(u.Path, "/"))
	case "www.youtube.com", "youtube.com", "m.youtube.com":
		m := videoQuery.FindStringSubmatch(u.RawQuery)
		return m != nil && videoID.MatchString(m[1])
	case "vimeo.com", "www.vimeo.com":
		return vimeoPath.MatchString(u.Path)
	}
	return false
}
