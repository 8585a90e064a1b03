package pdf

// Predict filters samples row by row as PNG does (ISO 15948, clause 9), so that
// they compress well: rowBytes is the length of a row, pixel that of a pixel.
// Each row gets the filter that leaves the smallest differences.
func Predict(samples []byte, rowBytes, pixel int) []byte {
	rows := len(samples) / rowBytes
	out := make([]byte, 0, rows*(rowBytes+1))
	above := make([]byte, rowBytes)
	var try [5][]byte
	for i := range try {
		try[i] = make([]byte, rowBytes)
	}
	for r := range rows {
		row := samples[r*rowBytes : (r+1)*rowBytes]
		best, least := 0, int(^uint(0)>>1)
		for kind := range try {
			if sum := filterRow(try[kind], row, above, pixel, kind); sum < least {
				best, least = kind, sum
			}
		}
		out = append(append(out, byte(best)), try[best]...)
		above = row
	}
	return out
}

// filterRow writes one filter's differences and returns the sum of their sizes.
func filterRow(to, row, above []byte, pixel, kind int) (sum int) {
	for i, v := range row {
		var left, corner byte
		if i >= pixel {
			left, corner = row[i-pixel], above[i-pixel]
		}
		switch kind {
		case 1:
			v -= left
		case 2:
			v -= above[i]
		case 3:
			v -= byte((int(left) + int(above[i])) / 2)
		case 4:
			v -= paeth(left, above[i], corner)
		}
		to[i] = v
		sum += int(min(v, -v))
	}
	return sum
}

// paeth is the neighbour nearest to left + above - corner.
func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	dl, da, dc := distance(p, left), distance(p, above), distance(p, corner)
	switch {
	case dl <= da && dl <= dc:
		return left
	case da <= dc:
		return above
	}
	return corner
}

func distance(p int, v byte) int { return max(p-int(v), int(v)-p) }
