package picture

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"path"
	"strings"

	"github.com/HugoSmits86/nativewebp"
)

// quality of a JPEG whose pixels had to change: no eye tells it from the original.
const quality = 95

// Cleaned is a file written anew.
type Cleaned struct {
	Info Info
	Data []byte
	// Press is the same picture in the colours of the press, where the file
	// came separated (CMYK); nil otherwise.
	Press []byte
}

// Clean writes a file anew, in the format that its name promises.
func Clean(data []byte, name string) (Cleaned, error) {
	info, bare, err := inspect(data)
	if err == nil {
		err = info.named(name)
	}
	if err != nil {
		return Cleaned{}, err
	}
	c := Cleaned{Info: info, Data: bare}
	convert := info.converter()
	want := promised(name, info.Format)
	if info.Format == SVG || info.Animated || info.Orientation == 1 && convert == nil && !info.CMYK && want == info.Format {
		return c, nil
	}
	m, err := decode(bare, info)
	if err != nil {
		return Cleaned{}, err
	}
	if info.CMYK && info.Orientation == 1 {
		c.Press = bare
	}
	m = turn(m, info.Orientation)
	if convert != nil {
		m = recolour(m, convert)
	}
	c.Data, err = encode(m, want)
	return c, err
}

// converter is nil for a picture whose colours stay.
func (i Info) converter() func(r, g, b uint8) (uint8, uint8, uint8) {
	if p, ok := parseProfile(i.profile); ok && !i.CMYK {
		return p.converter()
	}
	return nil
}

// IsName reports whether a name is that of a picture that may be published.
func IsName(name string) bool { return promised(name, Unknown) != Unknown }

// promised is the format that a name's ending says; of an unknown ending, the
// one that it is.
func promised(name string, is Format) Format {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg":
		return JPEG
	case ".png":
		return PNG
	case ".webp":
		return WebP
	case ".gif":
		return GIF
	case ".svg":
		return SVG
	}
	return is
}

func encode(m image.Image, format Format) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch format {
	case JPEG:
		err = jpeg.Encode(&b, m, &jpeg.Options{Quality: quality})
	case WebP:
		err = nativewebp.Encode(&b, m, nil)
	case GIF:
		err = gif.Encode(&b, m, nil)
	default:
		err = png.Encode(&b, m)
	}
	return b.Bytes(), err
}

// Blank is a grey picture in the place of one that cannot be shown.
func Blank(name string) []byte {
	if promised(name, PNG) == SVG {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"><rect width="1200" height="800" fill="#ccc"/></svg>`)
	}
	m := image.NewGray(image.Rect(0, 0, 1200, 800))
	for i := range m.Pix {
		m.Pix[i] = 0xcc
	}
	data, _ := encode(m, promised(name, PNG)) // a grey picture always encodes
	return data
}
