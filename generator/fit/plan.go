package fit

import "math"

// Line is what the plan says of one article, in the editors' words; what is
// empty is not decided. A line may also be of the list of documents below the
// last article, for what follows it.
type Line struct {
	Article string
	Opening Opening
	Picture string  // nho, vua, lon
	Height  float64 // of the picture, pt: what Picture means to the line
	Step    int
	Box     Box
	Inside  Inside
	Quotes  *int
	Fresh   *bool
	Gap     float64  // white space added above it, pt
	BoxGap  float64  // and above its box
	Fillers []Filled // below it
}

// Filled is a filler in its place.
type Filled struct {
	Filler string
	Gap    float64 // above it, pt
}

// choice is a line as a choice.
func (l *Line) choice() Choice {
	c := Choice{Opening: l.Opening, Height: l.Height, Step: l.Step, Box: l.Box, Inside: l.Inside, Gap: l.Gap, BoxGap: l.BoxGap}
	if l.Quotes != nil {
		c.Quotes = *l.Quotes
	}
	c.Fresh = l.Fresh != nil && *l.Fresh
	return c
}

// line is a choice as a line.
func (c Choice) line(s *story, w widths) Line {
	return Line{Article: s.id, Opening: c.Opening, Picture: c.picture(s, w), Height: round(c.Height), Step: c.Step, Box: c.Box,
		Inside: c.Inside, Quotes: &c.Quotes, Fresh: &c.Fresh, Gap: round(c.Gap), BoxGap: round(c.BoxGap)}
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
