package picture

// Turned maps the unit square, y downwards, to the box (x, y, w, h), turned and
// mirrored as the Exif orientation says; the result is a matrix as CSS and PDF
// write it.
func Turned(orientation int, x, y, w, h float64) [6]float64 {
	switch orientation {
	case 2: // mirrored
		return [6]float64{-w, 0, 0, h, x + w, y}
	case 3: // upside down
		return [6]float64{-w, 0, 0, -h, x + w, y + h}
	case 4:
		return [6]float64{w, 0, 0, -h, x, y + h}
	case 5: // the stored rows are the columns
		return [6]float64{0, h, w, 0, x, y}
	case 6: // turn right
		return [6]float64{0, h, -w, 0, x + w, y}
	case 7:
		return [6]float64{0, -h, -w, 0, x + w, y + h}
	case 8: // turn left
		return [6]float64{0, -h, w, 0, x, y + h}
	}
	return [6]float64{w, 0, 0, h, x, y}
}
