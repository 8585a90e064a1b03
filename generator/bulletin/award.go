package bulletin

import "time"

// Season is the key of one year's award, as an entry names it.
type Season string

// Values lists the seasons whose rules are known.
func (Season) Values() []string {
	keys := make([]string, len(awards))
	for i, a := range awards {
		keys[i] = string(a.Key)
	}
	return keys
}

// AwardRules are the rules of one year's Búa liềm vàng award. A zero date or
// number is unknown, not unlimited: nothing may be concluded from it.
type AwardRules struct {
	Key                  Season
	Name                 string
	WindowFrom, WindowTo time.Time // day of publication, both included
	Deadline             time.Time // day of the postmark
	Press                []Press
	MaxParts             int // parts of a series
	MaxPerAuthor         int
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// awards are data: each year's rules are added here when they are published.
var awards = []AwardRules{{
	Key:        "viii-2023",
	Name:       "Giải Báo chí toàn quốc về xây dựng Đảng (Giải Búa liềm vàng) lần thứ VIII, năm 2023",
	WindowFrom: day(2022, time.November, 1),
	WindowTo:   day(2023, time.October, 31),
	Deadline:   day(2023, time.November, 10),
	Press:      []Press{"bao-in", "bao-dien-tu", "phat-thanh", "truyen-hinh", "anh-bao-chi"},
}}

// Rules returns the rules of a season.
func (s Season) Rules() (AwardRules, bool) {
	for _, a := range awards {
		if a.Key == s {
			return a, true
		}
	}
	return AwardRules{}, false
}
