package bulletin

import "time"

// PressLimits are what a law allows a bulletin with a licence. A zero limit is
// unknown, not absent.
type PressLimits struct {
	Law           string    // as findings name it, Vietnamese
	From          time.Time // the first day that it holds for
	Width, Height float64   // mm, of the trimmed page
	Pages         int
	NoAdvertising bool
}

// pressLimits are the laws, the oldest first. What the law of 2025 says of
// bulletins was not to be found: its limits stay unset until somebody has read
// it.
var pressLimits = []PressLimits{
	{Law: "Luật Báo chí 2016, Điều 34", From: day(2017, 1, 1), Width: 190, Height: 270, Pages: 64, NoAdvertising: true},
	{Law: "Luật Báo chí số 126/2025/QH15", From: day(2026, 7, 1)},
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// LicensedLimits are the limits for a bulletin of the day on. Where the law of
// that day has unknown limits, the last known ones are given and newer names
// the law that may have changed them; else newer is "".
func LicensedLimits(on time.Time) (limits PressLimits, newer string) {
	limits = pressLimits[0]
	for _, l := range pressLimits[1:] {
		switch {
		case on.Before(l.From):
		case l.Width == 0:
			newer = l.Law
		default:
			limits, newer = l, ""
		}
	}
	return limits, newer
}

// Size is the paper's width and height in mm; zeros for an unknown paper.
func (p Paper) Size() (width, height float64) {
	switch p {
	case "a4":
		return 210, 297
	case "190x270":
		return 190, 270
	}
	return 0, 0
}
