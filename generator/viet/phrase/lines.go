package phrase

import (
	"math"
	"strings"
)

// What a line costs: the share of the room that it leaves empty, squared, times
// emptiness; what ending it costs by the grade of the space.
const emptiness = 100.0

var endings = [...]float64{Good: 0, Plain: 12, Poor: 30, Never: 1e6}

// Lines breaks a headline into as few lines as the room allows, where the sense
// allows it, and of like length. width measures a part of it. A word or name is
// parted only when no line holds it whole; a syllable that is wider than the room
// stands on a line of its own.
func Lines(s string, width func(string) float64, room float64) []string {
	parts := strings.Fields(s)
	if len(parts) == 0 {
		return nil
	}
	grades := Title(strings.Join(parts, " "))
	type way struct {
		torn, lines, next int
		cost              float64
	}
	ways := make([]way, len(parts)+1) // the best way from each part to the end
	for i := len(parts) - 1; i >= 0; i-- {
		ways[i].torn = math.MaxInt
		for j := i + 1; j <= len(parts); j++ {
			w := width(strings.Join(parts[i:j], " "))
			if w > room && j > i+1 {
				break
			}
			empty := max(0, 1-w/room)
			n := way{ways[j].torn, ways[j].lines + 1, j, ways[j].cost + emptiness*empty*empty}
			if j < len(parts) {
				n.cost += endings[grades[j-1]]
				if grades[j-1] == Never {
					n.torn++
				}
			}
			if b := ways[i]; n.torn < b.torn || n.torn == b.torn && (n.lines < b.lines || n.lines == b.lines && n.cost < b.cost) {
				ways[i] = n
			}
		}
	}
	var lines []string
	for i := 0; i < len(parts); i = ways[i].next {
		lines = append(lines, strings.Join(parts[i:ways[i].next], " "))
	}
	return lines
}
