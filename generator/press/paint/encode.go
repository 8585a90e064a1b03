package paint

import (
	"math"
	"runtime"
	"sync"

	"bantin/generator/press/display"
	"bantin/generator/press/pdf"
	"bantin/generator/press/picture"
	"bantin/generator/press/svg"
)

// encodePictures finds the largest size that every picture is printed at and
// encodes them for it, several at a time: this is most of the work of writing a
// document with heavy photographs. An error comes up again where the picture is
// painted, with its page.
func (p *painter) encodePictures() {
	var list []*picture.Raster
	raster := func(pic *picture.Raster, w, h float64) {
		size, known := p.sizes[pic.Key()]
		if !known {
			list = append(list, pic)
		}
		p.sizes[pic.Key()] = [2]float64{max(size[0], w), max(size[1], h)}
	}
	seen := map[*picture.Vector]bool{}
	for _, page := range p.doc.Pages {
		for _, it := range page.Items {
			im, ok := it.(*display.Image)
			if !ok {
				continue
			}
			if pic, ok := im.Picture.(*picture.Raster); ok {
				raster(pic, im.W, im.H)
			}
			inDrawing(im.Picture, seen, func(part svg.Item) {
				if in, ok := part.(*svg.Image); ok {
					if pic, ok := in.Picture.(*picture.Raster); ok { // as large as it could be printed
						scale := 1.0
						if w, _ := im.Picture.Size(); w > 0 {
							scale = im.W / w
						}
						raster(pic, scale*math.Hypot(in.W*in.Matrix[0], in.W*in.Matrix[1]), scale*math.Hypot(in.H*in.Matrix[2], in.H*in.Matrix[3]))
					}
				}
			})
		}
	}
	var wg sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, pic := range list {
		size := p.sizes[pic.Key()]
		room <- struct{}{}
		wg.Go(func() {
			defer func() { <-room }()
			pic.Encode(size[0], size[1])
		})
	}
	wg.Wait()
}

// stream is the content of a page that is being compressed.
type stream struct {
	ref  pdf.Ref
	room []byte // of the content
	data *pdf.Packed
}

// room is that of a page that is written, for the next one's content.
func (p *painter) room() (b []byte) {
	if k := len(p.rooms); k > 0 {
		b, p.rooms = p.rooms[k-1], p.rooms[:k-1]
	}
	return b
}

// content compresses the content of a page while the next one is painted.
func (p *painter) content(data []byte) pdf.Ref {
	ref := p.w.Alloc()
	p.streams = append(p.streams, stream{ref, data, pdf.Pack(data)})
	if len(p.streams) > maxStreams {
		p.writeStreams(1)
	}
	return ref
}

// maxStreams is how many pages may wait to be written.
const maxStreams = 16

// writeStreams writes the n streams that have waited longest, in order.
func (p *painter) writeStreams(n int) {
	for _, s := range p.streams[:n] {
		p.w.SetPacked(s.ref, pdf.Dict{{Key: "Filter", Value: pdf.Name("FlateDecode")}}, s.data.Bytes())
		p.rooms = append(p.rooms, s.room)
	}
	p.streams = p.streams[n:]
}
