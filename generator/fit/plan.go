package fit

import "math"

// Line is what the plan says of one article, in the editors' words; what is
// empty is not decided.
type Line struct {
	Article string  `yaml:"bai"`
	Opening Opening `yaml:"mo,omitempty"`
	Picture string  `yaml:"anh,omitempty"` // nho, vua, lon
	Height  float64 `yaml:"cao,omitempty"` // of the picture, pt: what "anh" means to the line
	Step    int     `yaml:"dau_de,omitempty"`
	Box     Box     `yaml:"hop,omitempty"`
	Inside  Inside  `yaml:"hinh,omitempty"`
	Quotes  *int    `yaml:"trich,omitempty"`
	Fresh   *bool   `yaml:"trang_moi,omitempty"`
	Filler  string  `yaml:"lap,omitempty"` // after the article
}

// allows reports whether a choice is what a pinned line asks for.
func (l *Line) allows(c Choice, s *story, w widths) bool {
	return l == nil || (l.Opening == "" || l.Opening == c.Opening) && (l.Step == 0 || l.Step == c.Step) &&
		(l.Box == "" || l.Box == c.Box) && (l.Inside == "" || l.Inside == c.Inside) && (l.Quotes == nil || *l.Quotes == c.Quotes) && (l.Picture == "" || l.Picture == c.picture(s, w)) && (l.Height == 0 || math.Abs(l.Height-c.Height) < 0.06)
}

// picture is the size of the picture in words.
func (c Choice) picture(s *story, w widths) string {
	if s.ratio == 0 {
		return ""
	}
	switch h := c.Height / (s.ratio * w.of(c.Opening)); {
	case h < 0.96:
		return "nho"
	case h > 1.04:
		return "lon"
	}
	return "vua"
}
