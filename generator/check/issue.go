package check

import (
	"fmt"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/content"
	"bantin/generator/viet"
)

// paperSize: a licensed bulletin is at most as large as the law allows. Whether the
// law of 2025 keeps that is not known, so this only warns.
func paperSize(p *pass) {
	i := p.page.Issue
	if i == nil || i.Imprint.Regime != bulletin.Licensed {
		return
	}
	limits, newer := bulletin.LicensedLimits(i.Date)
	w, h := i.Imprint.Paper.Size()
	if w <= limits.Width && h <= limits.Height {
		return
	}
	fix := fmt.Sprintf("ghi kho: %.0fx%.0f (%s)", limits.Width, limits.Height, limits.Law)
	if newer != "" {
		fix += fmt.Sprintf("; %s có thể đã đổi mức này, hỏi cơ quan cấp phép", newer)
	}
	p.add(p.page.At("xuat_ban.kho"), "kho-giay", fmt.Sprintf("khổ %.0f × %.0f mm, quá khổ %.0f × %.0f mm của bản tin có giấy phép", w, h, limits.Width, limits.Height), fix)
}

// imprint: what a licensed bulletin must print besides what every issue has to
// say. Under a law that is not known it is only a warning.
func imprint(p *pass) {
	i := p.page.Issue
	if i == nil || i.Imprint.Regime != bulletin.Licensed {
		return
	}
	var missing []string
	if i.Imprint.Printer == "" {
		missing = append(missing, "noi_in (nơi in)")
	}
	if i.Imprint.Copies == 0 {
		missing = append(missing, "so_luong (số lượng)")
	}
	if len(missing) == 0 {
		return
	}
	limits, newer := bulletin.LicensedLimits(i.Date)
	level := p.page.Level(bulletin.Error)
	if newer != "" {
		level = bulletin.Warning
	}
	p.addAs(level, p.page.At("xuat_ban.che_do"), "an-hanh", "bản tin có giấy phép mà xuat_ban chưa ghi "+strings.Join(missing, ", "), "thêm vào xuat_ban: trang cuối phải in những điều này ("+limits.Law+")")
}

// advertising: a licensed bulletin carries none. Only what an article calls
// itself is judged: its column and its tags.
func advertising(p *pass) {
	a := p.page.Article
	if a == nil || p.issues[a.Issue] == nil {
		return
	}
	issue := p.issues[a.Issue].Issue
	if issue == nil || issue.Imprint.Regime != bulletin.Licensed {
		return
	}
	limits, _ := bulletin.LicensedLimits(issue.Date)
	if !limits.NoAdvertising {
		return
	}
	say := func(key, value string) {
		if f := viet.Fold(value); strings.Contains(f, "quang cao") || strings.Contains(f, "rao vat") {
			p.add(p.page.At(key), "quang-cao", fmt.Sprintf("%s trong bản tin có giấy phép", quote(value)), fmt.Sprintf("bỏ bài khỏi số %s: bản tin không được quảng cáo (%s)", a.Issue, limits.Law))
		}
	}
	say("chuyen_muc", a.Column)
	for i, tag := range a.Tags {
		say(content.Index("tags", i), tag)
	}
}

// sameIssue warns of two issues with one number in a year, or with one title:
// most often last month's file was copied.
func sameIssue(all *whole) {
	numbers, titles := map[string]*content.Page{}, map[string]*content.Page{}
	for _, p := range all.passes {
		i := p.page.Issue
		if i == nil || p.page.Out != "" {
			continue
		}
		if no := i.Imprint.Number; no > 0 && !i.Date.IsZero() {
			key := fmt.Sprintf("%d/%d %s", no, i.Date.Year(), viet.Fold(i.Imprint.Name))
			if other := numbers[key]; other != nil {
				p.add(p.page.At("xuat_ban.so"), "trung-so", fmt.Sprintf("số %d năm %d đã có ở %s", no, i.Date.Year(), other.File()), "sửa xuat_ban.so, hoặc date, của một trong hai tệp")
			} else {
				numbers[key] = p.page
			}
		}
		title := strings.Join(strings.Fields(viet.Fold(i.Title)), " ")
		if other := titles[title]; other != nil && title != "" {
			p.add(p.page.At("title"), "trung-so", fmt.Sprintf("tên số báo %s đã có ở %s", quote(i.Title), other.File()), "sửa title của một trong hai tệp")
		} else {
			titles[title] = p.page
		}
	}
}

// emptyIssue warns of an issue that the edition has and none of its articles.
// Among drafts, an issue that is still to be filled is as it should be.
func emptyIssue(all *whole) {
	if all.tree.Options.Drafts {
		return
	}
	articles := map[string]int{}
	waiting := map[string]int{}
	for _, p := range all.passes {
		if p.page.Article == nil || p.page.Article.Issue == "" {
			continue
		}
		if p.page.Out == "" {
			articles[p.page.Article.Issue]++
		} else {
			waiting[p.page.Article.Issue]++
		}
	}
	for _, p := range all.passes {
		if p.page.Issue == nil || p.page.Out != "" || articles[p.page.Key] > 0 {
			continue
		}
		p.empty(waiting[p.page.Key])
	}
}

func (p *pass) empty(waiting int) {
	message, fix := "số báo không có bài nào", fmt.Sprintf("ghi so: %q trong lý lịch của các bài thuộc số này", p.page.Key)
	if waiting > 0 {
		message = fmt.Sprintf("số báo không có bài nào được dựng, %d bài còn chờ", waiting)
		fix = "xem trang_thai, date và pham_vi của các bài ấy"
	}
	p.add(p.page.At("title"), "so-trong", message, fix)
}

// noIssue warns of an approved article that no issue takes though the issues of
// its time are out: it is missing in print, and nothing shows. What is newer
// than every issue still waits for its own.
func noIssue(all *whole) {
	var newest time.Time
	taken := map[string]bool{}
	for _, p := range all.passes {
		if p.page.Article != nil && p.page.Out == "" {
			taken[p.page.Article.Issue] = true
		}
	}
	for _, p := range all.passes {
		if p.page.Issue != nil && p.page.Out == "" && taken[p.page.Key] && p.page.Issue.Date.After(newest) {
			newest = p.page.Issue.Date
		}
	}
	for _, p := range all.passes {
		a := p.page.Article
		if a == nil || p.page.Out != "" || a.Issue != "" || a.Date.After(newest) {
			continue
		}
		pos := p.page.At("so")
		if !p.page.Has("so") {
			pos = p.page.At("title")
		}
		p.add(pos, "quen-so", "bài đã duyệt mà không số báo nào nhận, nên không có trong bản in",
			"ghi so: khóa của số, ví dụ so: \"2023-10\"; bài chỉ đăng trên mạng thì ghi ngay trên dòng này: # bỏ qua: quen-so — chỉ đăng trên mạng")
	}
}
