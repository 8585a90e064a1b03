package check

import (
	"fmt"
	"slices"
	"strings"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// award: an entry keeps the rules of its season as far as they are known.
func award(p *pass) {
	a := p.page.Award
	if a == nil {
		return
	}
	if a.Part.No > 0 && (a.Part.No > a.Part.Total) {
		p.add(p.page.At("ky.so"), "du-giai", fmt.Sprintf("kỳ %d trong loạt %d kỳ", a.Part.No, a.Part.Total), "ghi ky.so từ 1 đến ky.tong")
	}
	rules, known := p.season(a.Season)
	if !known {
		return
	}
	if rules.MaxParts != nil && a.Part.Total > *rules.MaxParts {
		p.add(p.page.At("ky.tong"), "du-giai", fmt.Sprintf("loạt bài %d kỳ, thể lệ nhận nhiều nhất %d kỳ", a.Part.Total, *rules.MaxParts), "gộp bớt kỳ")
	}
	p.window(a, rules)
	if a.Level == bulletin.National {
		p.national(a, rules)
	}
	p.refused(a, rules)
}

// window: what was published outside the season's days may not enter.
func (p *pass) window(a *bulletin.AwardArticle, rules bulletin.AwardRules) {
	if a.Published == nil || a.Published.On.IsZero() {
		return
	}
	on, pos := a.Published.On.Format("2006-01-02"), p.page.At("dang_phat.ngay")
	const fix = "xem lại ngày đăng, hoặc chọn mua_giai khác"
	if from := rules.WindowFrom; !from.IsZero() && on < from.Format("2006-01-02") {
		p.add(pos, "giai-thoi-gian", fmt.Sprintf("đăng ngày %s, trước ngày %s thể lệ nhận", viet.ShortDate(a.Published.On), viet.ShortDate(from)), fix)
	}
	if to := rules.WindowTo; !to.IsZero() && on > to.Format("2006-01-02") {
		p.add(pos, "giai-thoi-gian", fmt.Sprintf("đăng ngày %s, sau ngày %s thể lệ nhận", viet.ShortDate(a.Published.On), viet.ShortDate(to)), fix)
	}
}

// national: what holds for entries to the national round alone.
func (p *pass) national(a *bulletin.AwardArticle, rules bulletin.AwardRules) {
	if a.Press != "" && len(rules.Press) > 0 && !slices.Contains(rules.Press, a.Press) {
		var names []string
		for _, k := range rules.Press {
			names = append(names, string(k))
		}
		p.add(p.page.At("loai_hinh"), "giai-loai-hinh", fmt.Sprintf("giải toàn quốc không nhận loại hình %q", a.Press), "thể lệ nhận: "+strings.Join(names, ", "))
	}
	if d := rules.Deadline; !d.IsZero() && a.ApprovedOn.After(d.AddDate(0, 0, 1)) {
		p.addAs(w, p.page.At("ngay_duyet"), "giai-thoi-gian", fmt.Sprintf("duyệt ngày %s, sau hạn nộp %s", viet.ShortDate(a.ApprovedOn), viet.ShortDate(d)), "xem lại mua_giai, hoặc hỏi ban tổ chức")
	}
	if unset := rules.Unset(); len(unset) > 0 {
		p.add(p.page.At("mua_giai"), "giai-chua-ro", "chương trình không biết thể lệ quy định thế nào về "+strings.Join(unset, ", "), "tự đối chiếu với thể lệ trước khi gửi")
	}
}

func (p *pass) refused(a *bulletin.AwardArticle, rules bulletin.AwardRules) {
	for i, prize := range a.Prizes {
		for _, r := range rules.RefusedPrizes {
			if strings.Contains(viet.Fold(prize), viet.Fold(r)) {
				p.add(p.page.At(content.Index("giai_da_dat", i)), "giai-khong-nhan", fmt.Sprintf("tác phẩm đã đoạt %s", r), "thể lệ không nhận tác phẩm đã đoạt giải này")
			}
		}
	}
}

// series warns of the parts of a series that are missing or there twice. The
// parts of one series share the season, the number of parts and the folder's
// name but for the number at its end.
func series(all *whole) {
	type key struct {
		name   string
		season bulletin.Season
		total  int
	}
	parts := map[key][]*pass{}
	var order []key
	for _, p := range all.passes {
		a := p.page.Award
		if a == nil || a.Part.Total < 2 || p.page.Out == content.IsBroken {
			continue
		}
		k := key{strings.TrimRight(p.page.Key, "0123456789-"), a.Season, a.Part.Total}
		if parts[k] == nil {
			order = append(order, k)
		}
		parts[k] = append(parts[k], p)
	}
	for _, k := range order {
		judgeSeries(parts[k], k.total)
	}
}

func judgeSeries(parts []*pass, total int) {
	have := map[int]*pass{}
	for _, p := range parts {
		no := p.page.Award.Part.No
		if other := have[no]; other != nil && p.page.Out == "" {
			p.add(p.page.At("ky.so"), "giai-loat", fmt.Sprintf("kỳ %d đã có ở %s", no, other.page.File()), "sửa ky.so của một trong hai bài")
		}
		have[no] = p
	}
	var missing []string
	for n := 1; n <= total; n++ {
		if have[n] == nil {
			missing = append(missing, fmt.Sprint(n))
		}
	}
	if last := parts[len(parts)-1]; len(missing) > 0 && last.page.Out == "" {
		last.add(last.page.At("ky.tong"), "giai-loat", "loạt bài thiếu kỳ "+strings.Join(missing, ", "), "thêm kỳ còn thiếu (thư mục cùng tên, khác số ở cuối), hoặc sửa ky.tong")
	}
}

// entries: no author enters more works than the season allows.
func entries(all *whole) {
	type key struct{ season, author string }
	count := map[key]int{}
	for _, p := range all.passes {
		a := p.page.Award
		if a == nil || p.page.Out != "" || a.Part.No > 1 {
			continue
		}
		rules, known := p.season(a.Season)
		if !known || rules.MaxPerAuthor == nil {
			continue
		}
		for i, author := range a.Authors {
			k := key{string(a.Season), viet.Fold(author.Name)}
			if count[k]++; count[k] > *rules.MaxPerAuthor {
				p.add(p.page.At(content.Index("tac_gia", i)+".ho_ten"), "giai-so-bai", fmt.Sprintf("bài thứ %d của %s, thể lệ nhận nhiều nhất %d", count[k], author.Name, *rules.MaxPerAuthor), "chọn lại các bài dự giải")
			}
		}
	}
}
