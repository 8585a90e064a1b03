// Package picture turns the bytes of a picture file into a picture that the
// layout can measure and a painter can embed. The format is told from the bytes,
// never from the name. JPEG is kept compressed; PNG, WebP and GIF (its first
// frame) are decoded once to see that they are whole; SVG stays vectors. Sizes
// are limited before anything is decoded, so that a small file cannot fill the
// memory. Every error names the file.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // decoders register themselves
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"sync"

	_ "golang.org/x/image/webp"

	"bantin/generator/press/css"
	"bantin/generator/press/display"
	"bantin/generator/press/svg"
)

// Errors that Decode wraps.
var (
	ErrFormat = errors.New("not a JPEG, PNG, WebP, GIF or SVG picture")
	ErrBroken = errors.New("broken picture")
	ErrHuge   = errors.New("picture has too many pixels")
)

// MaxPixels is the largest picture taken, in pixels: a 64-megapixel camera's.
// Decoded it is 256 MB.
const MaxPixels = 64 << 20

// Raster is a picture of pixels. It implements display.Picture and is safe for
// concurrent use.
type Raster struct {
	name        string
	key         string
	format      string // jpeg, png, webp, gif
	data        []byte
	width       int // as stored, before turning
	height      int
	components  int // JPEG: 1, 3 or 4
	inverted    bool
	orientation int // Exif, 1..8

	mu      sync.Mutex
	encoded map[[2]int]*Encoded
}

// Vector is an SVG picture. It implements display.Picture.
type Vector struct {
	Drawing *svg.Drawing
	name    string
	key     string
}

var (
	_ display.Picture = (*Raster)(nil)
	_ display.Picture = (*Vector)(nil)
)

// Options are what an SVG takes from the document that shows it: colour and font
// of inline ones, the document's fonts, the files that it names.
type Options struct {
	svg.Options
	// Load reads a file that an SVG names; nil reads none.
	Load func(href string) ([]byte, error)
}

// Decode reads a picture. name is what errors call it. The result keeps data.
func Decode(name string, data []byte, opt Options) (display.Picture, error) {
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:16])
	switch format := sniff(data); format {
	case "svg":
		if opt.Color.A == 0 {
			opt.Color = css.Black
		}
		return vector(name, data, key, opt)
	case "":
		return nil, fmt.Errorf("picture %s: %w", name, ErrFormat)
	default:
		r := &Raster{name: name, key: key, format: format, data: data, orientation: 1}
		if err := r.check(); err != nil {
			return nil, fmt.Errorf("picture %s: %w", name, err)
		}
		return r, nil
	}
}

// DecodeInline reads an SVG that stands in a document with the colour and font
// that are current there. Its Key differs from that of the same drawing in
// others.
func DecodeInline(name string, data []byte, opt Options) (display.Picture, error) {
	sum := sha256.Sum256(fmt.Appendf(bytes.Clone(data), "%v %v %v", opt.Color, opt.Families, opt.Size))
	return vector(name, data, hex.EncodeToString(sum[:16]), opt)
}

// Drawn is a drawing that was made here; description tells it from others.
func Drawn(d *svg.Drawing, description string) *Vector {
	sum := sha256.Sum256([]byte(description))
	return &Vector{Drawing: d, key: hex.EncodeToString(sum[:16])}
}

func vector(name string, data []byte, key string, opt Options) (display.Picture, error) {
	opt.Picture = func(href string) (display.Picture, error) {
		if opt.Load == nil {
			return nil, fmt.Errorf("picture %s: %w", href, fs.ErrNotExist)
		}
		file, err := opt.Load(href)
		if err != nil {
			return nil, err
		}
		if sniff(file) == "svg" {
			opt := opt
			opt.Load = nil // drawings within drawings end here
			return Decode(name, file, opt)
		}
		return Decode(name, file, Options{})
	}
	drawing, err := svg.Parse(data, opt.Options)
	if err != nil {
		return nil, fmt.Errorf("picture %s: %w", name, err)
	}
	return &Vector{Drawing: drawing, name: name, key: key}, nil
}

// check reads the size and refuses what is broken or too large.
func (r *Raster) check() error {
	if r.format == "jpeg" {
		head, err := readJPEG(r.data)
		if err != nil {
			return err
		}
		r.width, r.height, r.components = head.width, head.height, head.components
		r.inverted, r.orientation = head.adobe && head.components == 4, head.orientation
		return tooLarge(r.width, r.height)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(r.data))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	r.width, r.height = config.Width, config.Height
	if err := tooLarge(r.width, r.height); err != nil {
		return err
	}
	_, err = r.decode()
	return err
}

func tooLarge(w, h int) error {
	if w < 1 || h < 1 {
		return fmt.Errorf("%w: %d x %d pixels", ErrBroken, w, h)
	}
	if int64(w)*int64(h) > MaxPixels {
		return fmt.Errorf("%w: %d x %d, at most %d million", ErrHuge, w, h, MaxPixels>>20)
	}
	return nil
}

func (r *Raster) decode() (image.Image, error) {
	m, _, err := image.Decode(bytes.NewReader(r.data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return m, nil
}

// pt is the length of a CSS pixel.
const pt = 0.75

// Size is the natural size in pt at 96 pixels an inch, turned as Exif says.
func (r *Raster) Size() (w, h float64) {
	w, h = float64(r.width)*pt, float64(r.height)*pt
	if r.orientation >= 5 {
		return h, w
	}
	return w, h
}

// Key is equal for equal files shown the same way round.
func (r *Raster) Key() string { return fmt.Sprintf("%s-%d", r.key, r.orientation) }

// Name is the name that Decode was given.
func (r *Raster) Name() string { return r.name }

// Orientation is the Exif orientation, 1 to 8: how the stored pixels are to be
// turned (Exif 2.3, tag 0x0112).
func (r *Raster) Orientation() int { return r.orientation }

// Upright returns the picture as stored, its Exif orientation ignored
// (image-orientation: none of CSS Images 3).
func (r *Raster) Upright() *Raster {
	return &Raster{name: r.name, key: r.key, format: r.format, data: r.data, width: r.width, height: r.height,
		components: r.components, inverted: r.inverted, orientation: 1}
}

// Size is the drawing's size in pt.
func (v *Vector) Size() (w, h float64) { return v.Drawing.Width, v.Drawing.Height }

// Key is equal for equal files.
func (v *Vector) Key() string { return v.key }

// Name is the name that the drawing was read by, "" when it was made here.
func (v *Vector) Name() string { return v.name }
