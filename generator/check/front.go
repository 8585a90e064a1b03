package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// approval: an approved page says who approved it, and when.
func approval(p *pass) {
	var a *bulletin.Approval
	switch {
	case p.page.Article != nil:
		a = &p.page.Article.Approval
	case p.page.Issue != nil:
		a = &p.page.Issue.Approval
	}
	if a == nil || a.Status != bulletin.Approved {
		return
	}
	for _, key := range []string{"nguoi_duyet", "ngay_duyet"} {
		if !p.page.Has(key) {
			p.err(p.page.At("trang_thai"), "duyet", fmt.Sprintf("bài đã duyệt mà thiếu mục %q", key), "ghi người duyệt và ngày duyệt, hoặc đổi trang_thai thành cho-duyet")
		}
	}
}

// imprint: a licensed bulletin names its licence (Press Law 2016, article 34).
func imprint(p *pass) {
	if i := p.page.Issue; i != nil && i.Imprint.Regime == bulletin.Licensed && i.Imprint.Licence == nil {
		p.err(p.page.At("xuat_ban.che_do"), "giay-phep", "bản tin có giấy phép mà thiếu mục \"giay_phep\"", "ghi giay_phep gồm so, ngay, noi_cap (Luật Báo chí, Điều 34)")
	}
}

// photos: the picture's file is there, and consent is known where it is due.
func photos(p *pass) {
	if p.page.Issue != nil && p.page.Issue.Cover != nil {
		p.picture(p.page.Issue.Cover.File, p.page.At("anh_bia.tep"))
	}
	if p.page.Article == nil {
		return
	}
	for i, photo := range p.page.Article.Photos {
		at := content.Index("anh", i)
		p.picture(photo.File, p.page.At(at+".tep"))
		if photo.Children != nil && *photo.Children && (photo.Consent == "" || photo.Consent == "khong-can") {
			p.err(p.page.At(at+".dong_y"), "dong-y", fmt.Sprintf("ảnh %q có trẻ em mà chưa ghi ai đồng ý", photo.File), "ghi dong_y: ca-hai (trẻ từ đủ 7 tuổi và phụ huynh) hoặc phu-huynh (trẻ dưới 7 tuổi); chưa có đồng ý thì bỏ ảnh")
		}
	}
}

// award: a national entry has appeared in the press; parts count up.
func award(p *pass) {
	a := p.page.Award
	if a == nil {
		return
	}
	if a.Level == bulletin.National && a.Published == nil {
		p.err(p.page.At("cap"), "du-giai", "bài dự giải toàn quốc mà thiếu mục \"dang_phat\"", "ghi báo đã đăng và ngày đăng; tác phẩm chỉ có trong bản tin thì dự cấp cơ sở")
	}
	if a.Part.No < 1 || a.Part.No > a.Part.Total {
		p.err(p.page.At("ky.so"), "du-giai", fmt.Sprintf("kỳ %d trong loạt %d kỳ", a.Part.No, a.Part.Total), "ghi ky.so từ 1 đến ky.tong")
	}
}

// address: what an editor may write into addresses stays ASCII, and the kind
// says what the folder says.
func address(p *pass) {
	if s := p.page.Meta.Slug; s != "" && s != viet.Slug(s) {
		p.err(p.page.At("slug"), "dia-chi", fmt.Sprintf("địa chỉ %q có dấu hoặc ký tự lạ", s), fmt.Sprintf("ghi slug: %s", viet.Slug(s)))
	}
	if a := p.page.Article; a != nil && a.Kind != "" {
		folder, _, _ := strings.Cut(p.page.Path, "/")
		if string(a.Kind) != folder {
			p.err(p.page.At("loai"), "loai", fmt.Sprintf("bài ghi loại %q mà nằm trong thư mục %q", a.Kind, folder), "bỏ mục loai, hoặc chuyển bài sang đúng thư mục")
		}
	}
}

// issueOf: the issue that an article names exists and is in the edition.
func issueOf(p *pass) {
	a := p.page.Article
	if a == nil || a.Issue == "" {
		return
	}
	issue, known := p.issues[a.Issue]
	switch {
	case !known:
		p.err(p.page.At("so"), "so-bao", fmt.Sprintf("không có số báo %q", a.Issue), p.nearest(a.Issue, p.issues, "tạo content/so/"+a.Issue+"/_index.md, hoặc bỏ mục so"))
	case issue.Out != "":
		p.err(p.page.At("so"), "so-bao", fmt.Sprintf("số báo %q %s nên không có trong bản đang dựng", a.Issue, issue.Out), p.openUp(issue))
	}
}

// openUp says how to bring a page into the edition.
func (p *pass) openUp(missing *content.Page) string {
	if missing.Out == content.IsInternal {
		return fmt.Sprintf("ghi pham_vi: cong-khai trong %s nếu được phép, hoặc để bài này là noi-bo", missing.File())
	}
	return fmt.Sprintf("xem lại trang_thai, draft và date trong %s", missing.File())
}

func (p *pass) nearest(key string, known map[string]*content.Page, otherwise string) string {
	var keys []string
	for k := range known {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	if near := bulletin.Nearest(key, keys); near != "" {
		return fmt.Sprintf("có phải %q không? Hoặc %s", near, otherwise)
	}
	return otherwise
}

// documentsOf: the documents that an article cites are in the register.
func documentsOf(p *pass) {
	if p.page.Article == nil {
		return
	}
	for i, key := range p.page.Article.Documents {
		pos := p.page.At(content.Index("van_ban", i))
		doc, known := p.documents[key]
		switch {
		case !known:
			p.err(pos, "van-ban", fmt.Sprintf("sổ văn bản không có khóa %q", key), p.suggestDocument(key))
		case doc.Out != "":
			p.err(pos, "van-ban", fmt.Sprintf("văn bản %q %s nên không có trong bản đang dựng", key, doc.Out), p.openUp(doc))
		}
	}
}

// suggestDocument finds what an editor meant who wrote the number instead of
// the key: "21-KL/TW".
func (p *pass) suggestDocument(key string) string {
	slug := viet.Slug(key)
	var starts []string
	for k := range p.documents {
		if strings.HasPrefix(k, slug+"-") {
			starts = append(starts, k)
		}
	}
	if slices.Sort(starts); len(starts) > 0 {
		return "ghi khóa: " + strings.Join(starts, " hoặc ")
	}
	return p.nearest(key, p.documents, fmt.Sprintf("tạo content/van-ban/%s/index.md", slug))
}

// documentKey: a document lies in the folder that its number and date name.
func documentKey(p *pass) {
	d := p.page.Document
	if d == nil || d.Number == "" || d.Key() == p.page.Key {
		return
	}
	p.err(p.page.At("so_ky_hieu"), "khoa-van-ban", fmt.Sprintf("thư mục %q không khớp với văn bản số %s %s", p.page.Key, d.Number, dated(d.Date)),
		fmt.Sprintf("sửa số hoặc ngày, hoặc đổi tên thư mục thành %s", path.Join("content", "van-ban", d.Key())))
}

func dated(t time.Time) string {
	if t.IsZero() {
		return "không ghi ngày (date)"
	}
	return "ngày " + t.Format("02/01/2006")
}

// sameWeight warns of two articles that claim one place in an issue.
func sameWeight(tree *content.Tree) (findings bulletin.Findings) {
	type place struct {
		issue  string
		weight int
	}
	first := map[place]*content.Page{}
	for _, p := range tree.In(content.Article) {
		at := place{p.Article.Issue, p.Meta.Weight}
		if at.issue == "" || at.weight == 0 {
			continue
		}
		if other := first[at]; other != nil {
			pos := p.At("weight")
			findings = append(findings, bulletin.Finding{File: p.File(), Line: pos.Line, Col: pos.Col, Level: bulletin.Warning, Code: "thu-tu",
				Message: fmt.Sprintf("cùng thứ tự %d trong số %s với %s", at.weight, at.issue, other.File()), Fix: "đổi weight của một trong hai bài"})
			continue
		}
		first[at] = p
	}
	return findings
}
