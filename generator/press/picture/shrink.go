package picture

import "image"

// shrinkYCbCr makes a photograph smaller without leaving its colour space: every
// pixel becomes the mean of the area that it stands for. Chroma of the result
// has half the resolution both ways.
func shrinkYCbCr(m *image.YCbCr, w, h int) *image.YCbCr {
	to := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	b := m.Bounds()
	shrinkPlane(to.Y, to.YStride, w, h, m.Y[m.YOffset(b.Min.X, b.Min.Y):], m.YStride, b.Dx(), b.Dy())
	at := m.COffset(b.Min.X, b.Min.Y)
	cw, ch := m.COffset(b.Max.X-1, b.Min.Y)-at+1, (m.COffset(b.Min.X, b.Max.Y-1)-at)/m.CStride+1
	shrinkPlane(to.Cb, to.CStride, (w+1)/2, (h+1)/2, m.Cb[at:], m.CStride, cw, ch)
	shrinkPlane(to.Cr, to.CStride, (w+1)/2, (h+1)/2, m.Cr[at:], m.CStride, cw, ch)
	return to
}

// share is the part of one source sample in one sample of the result.
type share struct {
	from, to int32 // indices
	weight   float32
}

// shares lists how n samples become m, the result's samples in order. The
// weights of each sum to 1.
func shares(n, m int) []share {
	list := make([]share, 0, n+m)
	step := float64(n) / float64(m)
	for i := range m {
		lo, hi := float64(i)*step, float64(i+1)*step
		for k := int(lo); k < n && float64(k) < hi; k++ {
			part := min(hi, float64(k+1)) - max(lo, float64(k))
			if part > 1e-9 {
				list = append(list, share{int32(k), int32(i), float32(part / step)})
			}
		}
	}
	return list
}

// shrinkPlane brings sw x sh samples of src to w x h samples of dst.
func shrinkPlane(dst []byte, dstStride, w, h int, src []byte, srcStride, sw, sh int) {
	across, down := shares(sw, w), shares(sh, h)
	row, sum := make([]float32, w), make([]float32, w)
	last := int32(-1) // the source row that row holds
	for i, d := range down {
		if d.from != last {
			clear(row)
			line := src[int(d.from)*srcStride:][:sw]
			for _, a := range across {
				row[a.to] += a.weight * float32(line[a.from])
			}
			last = d.from
		}
		for x := range sum {
			sum[x] += d.weight * row[x]
		}
		if i+1 == len(down) || down[i+1].to != d.to {
			out := dst[int(d.to)*dstStride:][:w]
			for x, v := range sum {
				out[x] = uint8(v + .5)
			}
			clear(sum)
		}
	}
}
