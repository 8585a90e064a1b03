package paint

import (
	"runtime"
	"sync"

	"bantin/generator/press/display"
	"bantin/generator/press/picture"
)

// encodePictures finds the largest size that every picture is printed at and
// encodes them for it, several at a time: this is most of the work of writing a
// document with heavy photographs. An error comes up again where the picture is
// painted, with its page.
func (p *painter) encodePictures() {
	var list []*picture.Raster
	for _, page := range p.doc.Pages {
		for _, it := range page.Items {
			im, ok := it.(*display.Image)
			if !ok {
				continue
			}
			if pic, ok := im.Picture.(*picture.Raster); ok {
				size, known := p.sizes[pic.Key()]
				if !known {
					list = append(list, pic)
				}
				p.sizes[pic.Key()] = [2]float64{max(size[0], im.W), max(size[1], im.H)}
			}
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
