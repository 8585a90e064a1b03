package check

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/picture"
	"bantin/generator/viet"
)

// frame is the room that the printed page gives a picture, in pt. A picture
// fills the width; one of a fixed height is cut to it.
type frame struct{ width, height float64 }

// frames are those of layouts/_css/in.css and the sheets after it: a column of
// two, the picture above an article, and the cover.
type frames struct{ column, lead, cover frame }

var framesOf = map[bulletin.Paper]frames{
	"a4":      {column: frame{width: 237.64}, lead: frame{495.28, 216}, cover: frame{619.28, 220}},
	"190x270": {column: frame{width: 216.29}, lead: frame{450.58, 196}, cover: frame{574.58, 168}},
}

// leastDPI is the fewest pixels per inch that print well.
const leastDPI = 200

// frames are the rooms for the page's pictures.
func (p *pass) frames() frames { return framesOf[p.paper()] }

// paper is what the page's issue is printed on; A4 where nothing else is known.
func (p *pass) paper() bulletin.Paper {
	issue := p.page.Issue
	if p.page.Article != nil && p.issues[p.page.Article.Issue] != nil {
		issue = p.issues[p.page.Article.Issue].Issue
	}
	if issue != nil {
		if _, known := framesOf[issue.Imprint.Paper]; known {
			return issue.Imprint.Paper
		}
	}
	return "a4"
}

// photos: the pictures that the front matter names are there, can be printed,
// and consent is known where it is due.
func photos(p *pass) {
	if p.page.Issue != nil && p.page.Issue.Cover != nil {
		p.focus(p.page.Issue.Cover.Focus, "anh_bia.tam")
		if rel := p.picture(p.page.Issue.Cover.File, p.page.At("anh_bia.tep")); rel != "" {
			p.printable(rel, p.frames().cover, p.page.At("anh_bia.tep"))
		}
	}
	if p.page.Article == nil {
		return
	}
	for i, photo := range p.page.Article.Photos {
		at := content.Index("anh", i)
		p.focus(photo.Focus, at+".tam")
		rel := p.picture(photo.File, p.page.At(at+".tep"))
		if rel != "" {
			p.printable(rel, p.photoFrame(i, photo), p.page.At(at+".tep"))
		}
		p.consent(photo, at, rel)
	}
}

// focus reports a place in a picture that is not understood.
func (p *pass) focus(f bulletin.Focus, key string) {
	if f == "" {
		return
	}
	if _, _, err := f.At(); err != nil {
		p.add(p.page.At(key), "anh-tam", fmt.Sprintf("không hiểu tâm ảnh %q", f), "ghi "+bulletin.FocusHelp+"; bỏ mục này thì chương trình tự chọn")
	}
}

// consent: Law 91/2025/QH15 asks for the consent of a child of 7 or more and of
// the parent or guardian, of a younger child for the latter's alone.
func (p *pass) consent(photo bulletin.Photo, at, rel string) {
	if photo.Children == nil {
		return
	}
	const fix = "ghi dong_y: ca-hai (trẻ từ đủ 7 tuổi và phụ huynh) hoặc phu-huynh (trẻ dưới 7 tuổi); chưa có đồng ý thì bỏ ảnh"
	pos := p.page.At(at + ".dong_y")
	switch {
	case !*photo.Children:
		p.childrenUnsaid(photo, at, rel)
	case photo.Consent == "" || photo.Consent == "khong-can":
		p.add(pos, "dong-y", fmt.Sprintf("ảnh %q có trẻ em mà chưa ghi ai đồng ý", photo.File), fix)
	case photo.Consent == "tre":
		p.add(pos, "dong-y", fmt.Sprintf("ảnh %q có trẻ em mà chỉ có trẻ đồng ý", photo.File), fix)
	case photo.Consent == "phu-huynh":
		p.add(pos, "dong-y-tre", fmt.Sprintf("ảnh %q mới có phụ huynh đồng ý", photo.File), "nếu có trẻ từ đủ 7 tuổi thì phải hỏi cả trẻ và ghi dong_y: ca-hai")
	}
}

// childWords in a caption let one think of children.
var childWords = []string{"học sinh", "trẻ em", "em bé", "các cháu", "các em", "thiếu nhi", "trẻ mầm non"}

// childrenUnsaid asks about photographs; drawings (SVG) show nobody.
func (p *pass) childrenUnsaid(photo bulletin.Photo, at, rel string) {
	if rel == "" || path.Ext(rel) == ".svg" || strings.Contains(viet.Fold(photo.Credit), " ve") {
		return
	}
	said := strings.ToLower(photo.Caption + " " + photo.Alt)
	for _, w := range childWords {
		if strings.Contains(said, w) {
			p.add(p.page.At(at+".co_tre_em"), "nghi-tre-em", fmt.Sprintf("lời ảnh %q nói đến %s mà ghi co_tre_em: false", photo.File, quote(w)), "xem lại ảnh; nhận ra được trẻ em thì ghi co_tre_em: true và ai đồng ý")
			return
		}
	}
}

// photoFrame is the room for photograph i of the front matter: the first stands
// above the article, but in a study session, or where the text has placed it.
func (p *pass) photoFrame(i int, photo bulletin.Photo) frame {
	if i > 0 || p.page.Session != nil || strings.Contains(string(p.page.Body), "]("+photo.File) {
		return p.frames().column
	}
	return p.frames().lead
}

// printable warns of a picture with too few pixels for its frame.
func (p *pass) printable(rel string, room frame, pos content.Pos) {
	if p.opt.Files == nil || path.Ext(rel) == ".svg" {
		return
	}
	facts, err := p.pictureFacts(p.page.SourceOf(rel))
	size := facts.Info
	if err != nil || size.Width == 0 {
		return // told elsewhere
	}
	dpi := float64(size.Width) / room.width * 72
	if room.height > 0 {
		dpi = min(dpi, float64(size.Height)/room.height*72)
	}
	if dpi < leastDPI {
		need := int(float64(size.Width)*leastDPI/dpi + 0.5)
		p.add(pos, "anh-nho", fmt.Sprintf("ảnh %q rộng %d điểm, in ra chỉ được %.0f điểm mỗi inch", rel, size.Width, dpi),
			fmt.Sprintf("dùng ảnh gốc rộng từ %d điểm trở lên; ảnh tải từ Zalo, Facebook thường đã bị thu nhỏ", need))
	}
}

// pictures: every picture in the text lies beside the article, and says what it
// shows.
func pictures(p *pass) {
	if !strings.Contains(string(p.page.Body), "![") {
		return
	}
	p.walk(func(n ast.Node) {
		image, ok := n.(*ast.Image)
		if !ok {
			return
		}
		target, pos := string(image.Destination), p.pos(image.Pos())
		if u, err := url.Parse(target); err == nil && (u.IsAbs() || u.Host != "") {
			p.add(pos, "anh-ngoai", fmt.Sprintf("ảnh %q nằm ở trang khác", target), "chép ảnh vào thư mục của bài rồi chỉ ghi tên tệp")
			return
		}
		if target == "" {
			p.add(pos, "thieu-anh", "ảnh chưa ghi tên tệp", "ghi tên tệp ảnh trong ngoặc tròn: ![mô tả](ten-anh.jpg \"chú thích\")")
			return
		}
		rel := p.picture(target, pos)
		if rel == "" {
			return
		}
		photo, listed := p.photo(rel)
		if !listed {
			p.printable(rel, p.frames().column, pos)
		}
		if !image.HasChildren() && strings.TrimSpace(photo.Alt) == "" {
			p.add(pos, "thieu-mo-ta", fmt.Sprintf("ảnh %q không có lời mô tả", rel), "viết trong ngoặc vuông điều nhìn thấy trong ảnh: ![Các đại biểu bỏ phiếu]("+rel+")")
		}
		if alone := image.Parent().ChildCount() == 1; alone && !listed && len(image.Title) == 0 {
			p.add(pos, "thieu-chu-thich", fmt.Sprintf("ảnh %q không có chú thích", rel), "thêm ảnh vào mục anh của lý lịch (tep, chu_thich, tac_gia), hoặc viết ![mô tả]("+rel+" \"chú thích\")")
		}
	})
}

// photo is the entry of the front matter about a picture of the page.
func (p *pass) photo(rel string) (bulletin.Photo, bool) {
	if p.page.Article != nil {
		for _, photo := range p.page.Article.Photos {
			if name, ok := p.page.Resource(photo.File); ok && name == rel {
				return photo, true
			}
		}
	}
	return bulletin.Photo{}, false
}

// picture reports a picture that is not among the page's files, and returns its
// name among them.
func (p *pass) picture(name string, pos content.Pos) string {
	rel, found := p.page.Resource(name)
	switch {
	case found && !picture.IsName(rel):
		p.add(pos, "anh-hong", fmt.Sprintf("tệp %q không phải là ảnh", name), "ghi tên một tệp ảnh (jpg, png, webp, gif, svg); video thì dùng mã ngắn video, tài liệu thì viết liên kết [tên tài liệu](tệp)")
		return ""
	case found || name == "":
		return rel
	}
	fix := fmt.Sprintf("chép tệp ảnh vào %s, hoặc sửa lại tên", path.Dir(p.page.File()))
	if near := bulletin.Nearest(name, p.page.Resources); near != "" {
		fix = fmt.Sprintf("có phải %q không? Nếu không, %s", near, fix)
	}
	p.add(pos, "thieu-anh", fmt.Sprintf("không có tệp ảnh %q", name), fix)
	return ""
}

func (p *pass) static(name string) bool {
	if p.opt.Static == nil || !fs.ValidPath(name) {
		return false
	}
	_, err := fs.Stat(p.opt.Static, name)
	return err == nil
}
