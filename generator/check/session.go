package check

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"bantin/generator/bulletin"
	"bantin/generator/viet"
)

// session: the times and numbers of a study session make sense, and its report
// is there when it is due.
func session(p *pass) {
	s := p.page.Session
	if s == nil {
		return
	}
	if !s.Ends.IsZero() && s.Ends.Before(s.Starts) {
		p.add(p.page.At("ket_thuc"), "hoc-gio", fmt.Sprintf("kết thúc %s, trước khi bắt đầu %s", clock(s.Ends), clock(s.Starts)), "sửa bat_dau hoặc ket_thuc")
	}
	p.hours(s)
	r := s.Report
	if r == nil {
		return
	}
	if r.Summoned > 0 && r.Present > r.Summoned {
		p.add(p.page.At("bao_cao.co_mat"), "hoc-so-lieu", fmt.Sprintf("có mặt %d, triệu tập %d", r.Present, r.Summoned), "xem lại hai con số; khách mời không tính vào co_mat")
	}
	if s.State == "" && !r.Due.IsZero() && r.Due.Before(p.tree.Options.Now) && r.Present == 0 && r.Conclusion == "" {
		p.add(p.page.At("bao_cao.han"), "hoc-bao-cao", fmt.Sprintf("hạn báo cáo là %s mà bao_cao chưa có số liệu", viet.LongDate(r.Due)), "ghi trieu_tap, co_mat, y_kien, ket_luan")
	}
}

// Hours at which sessions begin, and how long they take at the most.
const (
	earliest, latest = 6, 21
	longest          = 12 * time.Hour
)

// hours hints at times that look mistyped: 00:00 is what a date without an hour
// becomes, 2:00 most often means 14:00.
func (p *pass) hours(s *bulletin.SessionArticle) {
	if s.Starts.IsZero() {
		return
	}
	switch hour, took := s.Starts.Hour(), s.Ends.Sub(s.Starts); {
	case hour == 0 && s.Starts.Minute() == 0:
		p.add(p.page.At("bat_dau"), "hoc-gio-la", "chưa ghi giờ bắt đầu", "viết cả giờ, ví dụ: bat_dau: "+s.Starts.Format("2006-01-02")+" 07:30")
	case hour < earliest || hour >= latest:
		p.add(p.page.At("bat_dau"), "hoc-gio-la", fmt.Sprintf("buổi học bắt đầu lúc %s", s.Starts.Format("15:04")), "xem lại giờ; buổi chiều viết 14:00, không viết 2:00")
	case !s.Ends.IsZero() && took > longest && s.Starts.YearDay() == s.Ends.YearDay():
		p.add(p.page.At("ket_thuc"), "hoc-gio-la", fmt.Sprintf("buổi học dài %.0f giờ", took.Hours()), "xem lại bat_dau và ket_thuc")
	}
}

func clock(t time.Time) string { return t.Format("15:04") + " " + viet.LongDate(t) }

// clashes warns of two sessions at one time in one room or with one speaker.
func clashes(all *whole) {
	var sessions []*pass
	for _, p := range all.passes {
		if s := p.page.Session; s != nil && p.page.Out == "" && s.State == "" && !s.Starts.IsZero() {
			sessions = append(sessions, p)
		}
	}
	slices.SortStableFunc(sessions, func(a, b *pass) int { return a.page.Session.Starts.Compare(b.page.Session.Starts) })
	for i, p := range sessions {
		for _, q := range sessions[i+1:] {
			if !q.page.Session.Starts.Before(ends(p)) {
				break
			}
			clash(p, q)
		}
	}
}

// ends is when a session is over; one that does not say takes two hours.
func ends(p *pass) time.Time {
	if s := p.page.Session; s.Ends.After(s.Starts) {
		return s.Ends
	}
	return p.page.Session.Starts.Add(2 * time.Hour)
}

func clash(p, q *pass) {
	a, b := p.page.Session, q.page.Session
	const fix = "đổi giờ, đổi phòng hoặc đổi người của một trong hai buổi"
	if a.Form != "truc-tuyen" && b.Form != "truc-tuyen" && a.Place != "" && sameText(a.Place, b.Place) {
		q.add(q.page.At("dia_diem"), "hoc-trung", fmt.Sprintf("trùng giờ và trùng phòng với %s", p.page.File()), fix)
	}
	for i, x := range b.Speakers {
		for _, y := range a.Speakers {
			if sameText(x.Name, y.Name) {
				q.add(q.page.At(fmt.Sprintf("bao_cao_vien.%d.ho_ten", i)), "hoc-trung", fmt.Sprintf("%s cùng giờ đó báo cáo ở %s", x.Name, p.page.File()), fix)
			}
		}
	}
}

func sameText(a, b string) bool {
	return strings.Join(strings.Fields(viet.Fold(a)), " ") == strings.Join(strings.Fields(viet.Fold(b)), " ")
}
