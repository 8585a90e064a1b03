package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/citation"
	"bantin/generator/content"
	"bantin/generator/viet"
	"bantin/generator/viet/vanban"
)

// documentsOf: the documents that an article lists are in the register.
func documentsOf(p *pass) {
	if p.page.Article == nil {
		return
	}
	for i, key := range p.page.Article.Documents {
		pos := p.page.At(content.Index("van_ban", i))
		doc, known := p.documents[key]
		switch {
		case !known:
			p.add(pos, "van-ban", fmt.Sprintf("sổ văn bản không có khóa %q", key), p.suggestDocument(key))
		case p.reference(pos, "van-ban", "văn bản", doc):
			p.superseded(doc, pos)
		}
	}
}

// suggestDocument finds what an editor meant who wrote the number instead of
// the key: "21-KL/TW".
func (p *pass) suggestDocument(key string) string {
	slug := viet.Slug(key)
	var starts []string
	for k, doc := range p.documents {
		if strings.HasPrefix(k, slug+"-") && p.mayName(doc) {
			starts = append(starts, k)
		}
	}
	if slices.Sort(starts); len(starts) > 0 {
		return "ghi khóa: " + strings.Join(starts, " hoặc ")
	}
	return p.nearest(key, p.documents, fmt.Sprintf("tạo content/van-ban/%s/index.md", slug))
}

// documentKey: a document lies in the folder that its number and date name, and
// its number is written by the rules.
func documentKey(p *pass) {
	d := p.page.Document
	if d == nil || d.Number == "" {
		return
	}
	if d.Key() != p.page.Key {
		p.add(p.page.At("so_ky_hieu"), "khoa-van-ban", fmt.Sprintf("thư mục %q không khớp với văn bản số %s %s", p.page.Key, d.Number, dated(d.Date)),
			fmt.Sprintf("sửa số hoặc ngày, hoặc đổi tên thư mục thành %s", path.Join("content", "van-ban", d.Key())))
	}
	if n, err := vanban.Parse(d.Number); err == nil {
		for _, s := range n.Suspicions {
			p.suspicion(s, n, p.page.At("so_ky_hieu"), nil)
		}
	}
}

func dated(t time.Time) string {
	if t.IsZero() {
		return "không ghi ngày (date)"
	}
	return "ngày " + viet.ShortDate(t)
}

// replacement: a key in thay_the_boi is in the register and in the edition. A
// number that is not a key says what superseded the document without a page of
// its own, unless it is that of a document which the edition must not name.
func replacement(p *pass) {
	d := p.page.Document
	if d == nil || d.ReplacedBy == "" {
		return
	}
	key, pos := d.ReplacedBy, p.page.At("thay_the_boi")
	if by, known := p.documents[key]; known {
		p.reference(pos, "thay-the", "văn bản", by)
		return
	}
	if key != viet.Slug(key) {
		if by := p.hiddenNumber(key); by != nil {
			p.reference(pos, "thay-the", "văn bản", by)
		}
		return
	}
	p.addAs(w, pos, "thay-the", fmt.Sprintf("sổ văn bản không có khóa %q", key), p.suggestDocument(key))
}

// hiddenNumber finds the document that is kept back and has a number, when no
// document that anybody may read has it.
func (p *pass) hiddenNumber(number string) (hidden *content.Page) {
	slug := viet.Slug(number)
	for _, doc := range p.tree.Pages {
		if doc.Document == nil || slug != viet.Slug(doc.Document.Number) && slug != doc.Key {
			continue
		}
		if doc.Meta.Reach == bulletin.ReachPublic {
			return nil
		}
		hidden = doc
	}
	return hidden
}

// cited is a citation with a date of a document that is not in the register.
type cited struct {
	number string
	date   time.Time
	pos    content.Pos
}

// citations judges the numbers in the text against the rules of writing them
// and against the register.
func citations(p *pass) {
	for i := range p.passages() {
		t := &p.texts[i]
		for _, n := range vanban.Find(t.text) {
			for _, s := range n.Suspicions {
				p.suspicion(s, n, p.at(t, n.Start), p.rewriteNumber(t, n))
			}
			p.oldCode(t, n)
			p.termOf(t, n)
			if p.page.Document == nil {
				p.lookUp(t, n)
			}
		}
	}
}

// newCodes is the day from which Party offices write Quyết định and Quy định
// both as QĐ (05-HD/VPTW).
var newCodes = time.Date(2026, 5, 27, 0, 0, 0, 0, time.UTC)

// oldCode hints at a code that the offices have given up, in a document as
// young as that; of one without a date the article's own tells.
func (p *pass) oldCode(t *passage, n vanban.Number) {
	if n.Code != "QĐi" && n.Code != "QyĐ" || n.System != vanban.Party || p.page.Meta == nil {
		return
	}
	day := p.page.Meta.Date
	if n.Date != nil && n.Date.Err == nil {
		day = n.Date.Time
	}
	if !day.Before(newCodes) {
		p.addAs(h, p.at(t, n.Start), "ma-loai", fmt.Sprintf("từ ngày 27/5/2026, quy định ghi QĐ, không ghi %s (05-HD/VPTW)", n.Code), "xem lại bản gốc; văn bản ban hành trước ngày ấy thì ghi cả ngày của nó")
	}
}

// rewriteNumber writes a number by the rules, unless its code is doubtful.
func (p *pass) rewriteNumber(t *passage, n vanban.Number) []edit {
	for _, s := range n.Suspicions {
		if s.Kind == vanban.UnknownCode {
			return nil
		}
	}
	return p.edit(t, n.Start, n.End, n.Normal)
}

// suspicion reports a mistake in a number. Only the way of writing is mended;
// what the writer meant by an unknown code is the writer's to say.
func (p *pass) suspicion(s vanban.Suspicion, n vanban.Number, pos content.Pos, mend []edit) {
	switch s.Kind {
	case vanban.UnknownCode:
		if n.Year > 0 && viet.Fold(s.Want) != viet.Fold(s.Found) { // a judgement, or another paper with a year: nobody has a list of those
			p.addAs(h, pos, "ma-loai", fmt.Sprintf("không rõ %q là loại văn bản nào", s.Found), "xem lại bản gốc của văn bản số "+n.Raw)
			return
		}
		if s.Want == "" {
			p.addAs(w, pos, "ma-loai", fmt.Sprintf("không rõ %q là loại văn bản nào", s.Found), "xem lại bản gốc của văn bản số "+n.Raw)
			return
		}
		p.add(pos, "ma-loai", fmt.Sprintf("không có loại văn bản %q trong số %s", s.Found, n.Raw), fmt.Sprintf("có phải %s không?", n.Normal))
	case vanban.WordMismatch:
		p.add(pos, "ten-loai", fmt.Sprintf("viết %q mà ký hiệu %s là của %q", s.Found, n.Code, s.Want), "xem lại bản gốc: sửa tên loại hoặc sửa ký hiệu")
	case vanban.Colon:
		p.add(pos, "so-hieu", "sau chữ “số” của văn bản Đảng không có dấu hai chấm", "viết: số "+n.Normal)
	default:
		fix := "viết: " + n.Normal
		if len(mend) > 0 {
			fix += "; chạy check --sua"
		}
		p.add(pos, "so-hieu", fmt.Sprintf("số văn bản viết %s", quote(n.Raw)), fix, mend...)
	}
}

func (p *pass) lookUp(t *passage, n vanban.Number) {
	doc, match := p.register.Lookup(n, p.page)
	pos := p.at(t, n.Start)
	switch match {
	case citation.Found:
		if p.page.Article == nil || !slices.Contains(p.page.Article.Documents, doc.Key) { // told where it is listed
			p.superseded(doc, pos)
		}
		p.organ(t, n, doc)
	case citation.OtherDate:
		p.add(pos, "ngay-van-ban", fmt.Sprintf("bài ghi văn bản %s %s, sổ văn bản ghi %s", n.Normal, viet.LongDate(n.Date.Time), dated(doc.Meta.Date)),
			fmt.Sprintf("xem lại bản gốc rồi sửa bài hoặc sửa %s; nếu là văn bản khác cùng số thì thêm vào sổ", doc.File()))
	case citation.Ambiguous:
		p.add(pos, "chua-vao-so", fmt.Sprintf("sổ văn bản có nhiều văn bản số %s", n.Normal), "ghi thêm ngày sau số văn bản")
	case citation.Unknown:
		p.unregistered(n, pos)
	}
}

// unregistered hints at Party documents only: laws and decrees are many, and a
// register that leaves them out is no mistake.
func (p *pass) unregistered(n vanban.Number, pos content.Pos) {
	if n.Date != nil && n.Date.Err == nil {
		p.cited = append(p.cited, cited{n.Normal, n.Date.Time, pos})
	}
	if n.System == vanban.Party && p.page.Article != nil && !slices.Contains(p.missing, n.Normal) {
		p.missing = append(p.missing, n.Normal) // once is enough
		p.add(pos, "chua-vao-so", fmt.Sprintf("văn bản %s chưa có trong sổ văn bản", n.Normal), "thêm vào content/van-ban (lệnh: new van-ban) để người đọc tra được")
	}
}

// superseded warns when the document had been replaced before the page's date.
// What was in force when an article was written stays right.
func (p *pass) superseded(doc *content.Page, pos content.Pos) {
	if doc.Document.ReplacedBy == "" || p.page.Article == nil {
		return
	}
	by, known := p.documents[doc.Document.ReplacedBy]
	date := p.page.Meta.Date
	if !known || by.Meta.Date.IsZero() || date.IsZero() || by.Meta.Date.After(date) {
		return
	}
	p.add(pos, "het-hieu-luc", fmt.Sprintf("%s đã được thay thế %s", doc.Document.Number, dated(by.Meta.Date)), fmt.Sprintf("dẫn %s, hoặc nói rõ là văn bản trước đây", by.Document.Number))
}

// datesElsewhere warns when two articles date a document differently that the
// register does not have.
func datesElsewhere(all *whole) {
	type first struct {
		cited
		file string
	}
	seen := map[string]first{}
	for _, p := range all.passes {
		for _, c := range p.cited {
			f, known := seen[c.number]
			if !known {
				seen[c.number] = first{c, p.page.File()}
				continue
			}
			if !citation.SameDay(f.date, c.date) && f.file != p.page.File() {
				p.add(c.pos, "ngay-khac-bai", fmt.Sprintf("bài này ghi văn bản %s %s, %s ghi %s", c.number, viet.LongDate(c.date), f.file, viet.LongDate(f.date)),
					"xem lại bản gốc; đưa văn bản vào sổ để khỏi lệch")
			}
		}
	}
}
